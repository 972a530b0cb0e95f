"""Choosing the year that the text leaves open: by its turn, by the leaning, by the weekday that must agree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from transforms.base.records import Interval
from transforms.temporal.records import Leaning

NOTHING = Interval()
#: How far from the reference a weekday may move a date without a year.
NEAR_DAYS = 366


def choose(
    candidates: Iterator[Interval], reference: date, turn: int | None, leaning: Leaning, weekday: int | None
) -> Interval:
    """The candidate that the turn or the leaning asks for; one that agrees with the weekday comes first."""
    found = [interval for interval in candidates if interval.earliest is not None]
    agreeing = [each for each in found if weekday and each.earliest and each.earliest.isoweekday() == weekday]
    picked = _pick(found, reference, turn, leaning)
    if picked in agreeing or not agreeing:
        return picked
    # A weekday may move a date by one year, to either side, not by more: then it is the weekday that is wrong.
    near = [each for each in agreeing if each.earliest and abs((each.earliest - reference).days) <= NEAR_DAYS]
    return min(near, key=lambda each: _distance(each, reference)) if near and turn is None else picked


def _distance(interval: Interval, reference: date) -> int:
    return abs((interval.earliest - reference).days) if interval.earliest else NEAR_DAYS


def _pick(found: list[Interval], reference: date, turn: int | None, leaning: Leaning) -> Interval:
    if turn is None:
        if leaning is Leaning.NONE:
            same = [each for each in found if each.earliest and each.earliest.year == reference.year]
            return same[0] if same else NOTHING
        turn = 1 if leaning is Leaning.FUTURE else 0
        past = [each for each in found if each.earliest and each.earliest <= reference]
        coming = [each for each in found if each.latest and each.latest >= reference]
        return (coming[0] if coming else NOTHING) if turn else (past[-1] if past else NOTHING)
    if turn == 0:
        same = [each for each in found if each.earliest and each.earliest.year == reference.year]
        return same[0] if same else NOTHING
    if turn > 0:
        coming = [each for each in found if each.earliest and each.earliest > reference]
        return coming[0] if coming else NOTHING
    past = [each for each in found if each.latest and each.latest < reference]
    return past[turn] if len(past) >= -turn else NOTHING
