"""Seats that one person holds at a time: terms that name the same seat must not overlap.

Most bounds are months, and whoever hands over and whoever follows share one. So only what is certain is refused: two
terms of a seat where each must have begun before the other can have ended.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from transforms.lexicon.calendar_terms import Bound, bounds_of
from transforms.lexicon.files import Row

_Bounds = tuple[Bound, Bound | None]


def refuse_overlaps(rows: Iterable[Row]) -> None:
    """Refuse a term's id that stands twice, and a second holder of a seat that is taken."""
    terms: dict[str, Row] = {}
    seats: dict[str, list[tuple[Row, _Bounds]]] = defaultdict(list)
    for row in rows:
        rival = terms.setdefault(row.text("term"), row)
        if rival is not row:
            raise row.fault(f"term {row.text('term')!r} stands also in {rival.path}:{rival.line}")
        seat = row.text("exclusive", "")
        if seat:
            _take(row, seat, seats[seat])


def _take(row: Row, seat: str, taken: list[tuple[Row, _Bounds]]) -> None:
    bounds = bounds_of(row)
    for other, others in taken:
        if _overlap(bounds, others):
            names = f"{other.text('term')!r} in {other.path}:{other.line}"
            raise row.fault(f"{row.text('term')!r} and {names} both hold {seat!r}, which one holds at a time")
    taken.append((row, bounds))


def _overlap(one: _Bounds, other: _Bounds) -> bool:
    return _begun(one) < _over(other) and _begun(other) < _over(one)


def _begun(term: _Bounds) -> date:
    """The day by which a term had surely begun."""
    return term[0].last


def _over(term: _Bounds) -> date:
    """The first day on which a term can have been over."""
    return term[1].first if term[1] is not None else date.max
