"""Terms of office: who held which office of which body, from when to when, with a source each.

A month's precision is enough: `2020-07` as a start means not before its first day, as an end not after its last.
`exclusive` names the one seat that a term fills: two terms of one seat may meet in a month, never overlap.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from transforms.lexicon.files import Row
from transforms.text.characters import ARTICLE
from transforms.text.normalise import fold
from transforms.text.words import WORD

FIELDS = ("term", "holder", "office", "body", "start", "end", "exclusive", "source")


class Bound(NamedTuple):
    """A day that a file gives to the month or to the day: not before `first`, not after `last`."""

    first: date
    last: date


class Term(NamedTuple):
    """One term. `holders`, `offices` and `bodies` are folded words, without the article, of the surfaces that may
    name them.
    """

    term_id: str
    holders: tuple[tuple[str, ...], ...]
    offices: tuple[tuple[str, ...], ...]
    bodies: tuple[tuple[str, ...], ...]
    start: date
    end: date | None


def read_term(row: Row) -> Term:
    """A row of `terms.csv`."""
    row.only(*FIELDS)
    row.text("source")
    start, end = bounds_of(row)
    return Term(
        row.text("term"),
        _surfaces(row, "holder"),
        _surfaces(row, "office"),
        _surfaces(row, "body"),
        start.first,
        end.last if end is not None else None,
    )


def bounds_of(row: Row) -> tuple[Bound, Bound | None]:
    """When a term began and ended, as exactly as its row says; refused if it ends before it starts."""
    start, end = _bound(row, "start"), _bound(row, "end")
    if start is None:
        raise row.fault("a term needs a start")
    if end is not None and end.last < start.first:
        raise row.fault("a term ends before it starts")
    return start, end


def bare_words(surface: str) -> tuple[str, ...]:
    """The folded words of a surface without the article, so that 'head of the coalition' and 'coalition head' agree."""
    words = WORD.findall(fold(surface).folded)
    return tuple(word.removeprefix(ARTICLE) if len(word) > len(ARTICLE) + 2 else word for word in words)


def _surfaces(row: Row, name: str) -> tuple[tuple[str, ...], ...]:
    surfaces = tuple(words for text in row.texts(name) if (words := bare_words(text)))
    if not surfaces:
        raise row.fault(f"field {name!r} is missing or empty")
    return surfaces


def _bound(row: Row, name: str) -> Bound | None:
    text = row.text(name, "")
    if not text:
        return None
    try:
        year, month, *days = (int(part) for part in text.split("-"))
        if not days:
            return Bound(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        (day,) = days
        return Bound(date(year, month, day), date(year, month, day))
    except ValueError:
        raise row.fault(f"{name} must be YYYY-MM or YYYY-MM-DD, not {text!r}") from None
