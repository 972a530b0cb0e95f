"""Terms of office: who held which office of which body, from when to when, with a source each.

A month's precision is enough: `2020-07` as a start means not before its first day, as an end not after its last.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from transforms.lexicon.files import Row
from transforms.text.characters import ARTICLE
from transforms.text.normalise import fold
from transforms.text.words import WORD


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
    row.only("term", "holder", "office", "body", "start", "end", "source")
    row.text("source")
    start, end = _bound(row, "start"), _bound(row, "end")
    if start is None:
        raise row.fault("a term needs a start")
    if end is not None and end < start:
        raise row.fault("a term ends before it starts")
    return Term(
        row.text("term"), _surfaces(row, "holder"), _surfaces(row, "office"), _surfaces(row, "body"), start, end
    )


def bare_words(surface: str) -> tuple[str, ...]:
    """The folded words of a surface without the article, so that 'head of the coalition' and 'coalition head' agree."""
    words = WORD.findall(fold(surface).folded)
    return tuple(word.removeprefix(ARTICLE) if len(word) > len(ARTICLE) + 2 else word for word in words)


def _surfaces(row: Row, name: str) -> tuple[tuple[str, ...], ...]:
    surfaces = tuple(words for text in row.texts(name) if (words := bare_words(text)))
    if not surfaces:
        raise row.fault(f"field {name!r} is missing or empty")
    return surfaces


def _bound(row: Row, name: str) -> date | None:
    text = row.text(name, "")
    if not text:
        return None
    parts: Iterator[int] = (int(part) for part in text.split("-"))
    try:
        year, month, *rest = parts
        day = rest[0] if rest else (1 if name == "start" else monthrange(year, month)[1])
        return date(year, month, day)
    except (ValueError, IndexError):
        raise row.fault(f"{name} must be YYYY-MM or YYYY-MM-DD, not {text!r}") from None
