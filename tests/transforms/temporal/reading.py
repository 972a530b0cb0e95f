"""Shared by the tests of dates: short ways to read a text."""

from __future__ import annotations

from datetime import date

from tests.loaded import lexicon
from transforms.base.records import Document, Publication, TimeExpression
from transforms.lexicon.furniture import furniture_cues
from transforms.lexicon.index import Scan
from transforms.temporal import Expression, Leaning, date_document, find_expressions, read_dates
from transforms.temporal.resolution import resolve_on
from transforms.text.layout import Layout, lay_out
from transforms.text.page import open_page

Found = tuple[str, str, str, str]


def parted(text: str) -> tuple[Scan, Layout, tuple[Expression, ...]]:
    """A text scanned, parted, and its expressions."""
    page = open_page(text)
    scan = lexicon().index.scan(page)
    layout = lay_out(page, furniture_cues(scan))
    return scan, layout, find_expressions(scan, layout, lexicon().calendar)


def dated(text: str, **fields: object) -> Publication:
    """The publication of a text as a document."""
    scan, layout, expressions = parted(text)
    return date_document(scan, layout, expressions, Document(text, "id", "uri", **fields))  # type: ignore[arg-type]


def found(text: str, reference: str | None, leaning: Leaning = Leaning.PAST) -> list[Found]:
    """(surface, earliest, latest, rule) of every expression, at a reference, with one leaning for all."""
    scan, _, expressions = parted(text)
    day = date.fromisoformat(reference) if reference else None
    results = []
    for expression in expressions:
        time = resolve_on(expression, day, Leaning.FUTURE if expression.ahead else leaning)
        results.append((scan.page.surface(time.start, time.end), *bounds(time), time.rule_id))
    return results


def bounds(time: TimeExpression) -> tuple[str, str]:
    """An expression's bounds in ISO, "" for none."""
    return tuple(day.isoformat() if day else "" for day in time.interval)  # type: ignore[return-value]


def read(text: str, reference: str | None = None) -> list[Found]:
    """The same as `liqa dates` gives it."""
    day = date.fromisoformat(reference) if reference else None
    return [(time.surface, *bounds(time), time.rule_id) for time in read_dates(text, lexicon(), day)]
