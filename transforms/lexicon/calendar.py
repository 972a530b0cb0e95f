"""Words of the calendar: months, weekdays, units, relative words, numbers, and what turns them into something else.

A word's `kind` is what the date rules call it. Only `anchor` words go into the lexicon's own index, where every page
is scanned for them; the others join an expression that an anchor began, and stand in the calendar's index beside the
anchors.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from transforms.lexicon.building import surface_entry
from transforms.lexicon.entries import Category, Entry, Glue
from transforms.lexicon.files import Row

#: Kinds that say something of an expression behind them without being part of it.
BESIDE = frozenset({"future_cue", "other_event", "future_prefix", "no_future"})


class CalendarWord(NamedTuple):
    """What a calendar word means: its kind, its value (a month's number, a distance in days), whether it anchors."""

    kind: str
    value: int
    anchor: bool


def calendar_entries(row: Row) -> Iterator[Entry]:
    """A row of `calendar.yaml` or `calendar_numbers.yaml`."""
    row.only("kind", "value", "anchor", "article", "surfaces", "note")
    row.text("note")
    if row.text("article", "free") not in ("free", "own"):
        raise row.fault("article must be 'own' or absent")
    kind = row.text("kind")
    word = CalendarWord(kind, _number(row), row.flag("anchor"))
    own = row.text("article", "free") == "own" or kind == "month"
    category = Category.BESIDE_DATE if kind in BESIDE else Category.CALENDAR
    for surface in row.texts("surfaces"):
        yield surface_entry(row, surface, category, _key(word), word, glue=Glue.NAME if own else Glue.NOUN)


def calendar_name_entries(row: Row) -> Iterator[Entry]:
    """A row of `calendar_cldr.csv`: a month's or a weekday's name. Two letters with a madda ask for it."""
    row.only("kind", "value", "surface", "source")
    row.text("source")
    kind, surface = row.text("kind"), row.text("surface")
    if kind not in ("month", "weekday"):
        raise row.fault("kind must be month or weekday")
    word = CalendarWord(kind, _number(row), True)
    exact = len(surface) == 2
    yield surface_entry(row, surface, Category.CALENDAR, _key(word), word, glue=Glue.NAME, exact=exact)


def _key(word: CalendarWord) -> str:
    return f"{word.kind}:{word.value}"


def _number(row: Row) -> int:
    try:
        return int(row.text("value"))
    except ValueError:
        raise row.fault("value must be a whole number") from None


def joins_only(entry: Entry) -> bool:
    """Whether an entry is a calendar word that anchors nothing: it has no place in the index of whole pages."""
    return isinstance(entry.payload, CalendarWord) and not entry.payload.anchor
