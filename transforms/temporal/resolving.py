"""From a meaning to days, at a reference day.

What the text leaves open follows the leaning: of a past thing the most recent, of a future thing the next; without a
leaning the reference's own year and week. Days outside the calendar give nothing.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from transforms.base.records import Interval
from transforms.temporal.choosing import NOTHING, choose
from transforms.temporal.hijri import hijri_day, hijri_month, hijri_year, hijri_year_of
from transforms.temporal.periods import month_days, shift_month, unit_days, year_days
from transforms.temporal.records import (
    Ago,
    Days,
    Hijri,
    Leaning,
    Meaning,
    MonthDay,
    Nth,
    Period,
    Point,
    Relative,
    Same,
    Stretch,
    Third,
    Unit,
    Until,
    Vague,
    Weekday,
)

Fault = (ValueError, OverflowError)
#: How many years around the reference are tried for a date without one.
YEARS_AROUND = 6


def days_of(meaning: Meaning, reference: date | None, leaning: Leaning) -> Interval:
    """The days that a meaning covers; empty where it needs a reference that is not there."""
    try:
        return RESOLVERS[type(meaning)](meaning, reference, leaning)
    except Fault:
        return NOTHING


def _fixed(point: Point, year: int) -> Interval:
    if point.month is None:
        return year_days(year, point.third)
    if point.day is None:
        return month_days(year, point.month, point.third)
    day = date(year, point.month, point.day)
    return Interval(day, day)


def _point(point: Point, reference: date | None, leaning: Leaning) -> Interval:
    if point.year is not None:
        return _fixed(point, point.year)
    if reference is None:
        return NOTHING
    if point.month_turn is not None:
        year, month = shift_month(reference, point.month_turn)
        return _fixed(point._replace(month=month), year)
    if point.year_turn is not None:
        return _fixed(point, reference.year + point.year_turn)
    return choose(_candidates(point, reference), reference, point.turn, leaning, point.weekday)


def _candidates(point: Point, reference: date) -> Iterator[Interval]:
    for year in range(reference.year - YEARS_AROUND, reference.year + YEARS_AROUND + 1):
        if point.day is None or point.month is None or point.day <= monthrange(year, point.month)[1]:
            yield _fixed(point, year)


def _hijri_fixed(meaning: Hijri, year: int) -> Interval:
    if meaning.month is None:
        return hijri_year(year) or NOTHING
    month = hijri_month(year, meaning.month)
    if month is None or month.earliest is None or month.latest is None:
        return NOTHING
    if meaning.day is not None:
        day = hijri_day(year, meaning.month, meaning.day)
        return Interval(day, day)
    if meaning.third is None:
        return month
    start = month.earliest + timedelta(days=10 * (meaning.third - 1))
    return Interval(start, month.latest if meaning.third is Third.LATE else start + timedelta(days=9))


def _hijri(meaning: Hijri, reference: date | None, leaning: Leaning) -> Interval:
    if meaning.year is not None:
        return _hijri_fixed(meaning, meaning.year)
    if meaning.gregorian_year is not None:
        return _hijri_in(meaning, meaning.gregorian_year)
    own = hijri_year_of(reference) if reference else None
    if reference is None or own is None:
        return NOTHING
    around = (_hijri_fixed(meaning, year) for year in range(own - 2, own + 3))
    return choose(around, reference, meaning.turn, leaning, meaning.weekday)


def _hijri_in(meaning: Hijri, gregorian: int) -> Interval:
    own = hijri_year_of(date(gregorian, 7, 1))
    for year in range(own - 1, own + 2) if own else ():
        interval = _hijri_fixed(meaning, year)
        if interval.earliest and interval.earliest.year == gregorian:
            return interval
    return NOTHING


def _relative(meaning: Relative, reference: date | None, _: Leaning) -> Interval:
    if reference is None:
        return NOTHING
    day = reference + timedelta(days=meaning.days)
    return Interval(day, day)


def _weekday(meaning: Weekday, reference: date | None, leaning: Leaning) -> Interval:
    if reference is None:
        return NOTHING
    first = _one_weekday(meaning.weekday, meaning.turn, reference, leaning)
    if meaning.last is None:
        return Interval(first, first)
    last = first + timedelta(days=(meaning.last - meaning.weekday) % 7)
    if leaning is Leaning.PAST and meaning.turn is None and last > reference:
        first, last = first - timedelta(days=7), last - timedelta(days=7)
    if meaning.turn == -1 and last >= reference:
        first, last = first - timedelta(days=7), last - timedelta(days=7)
    return Interval(first, last)


def _one_weekday(weekday: int, turn: int | None, reference: date, leaning: Leaning) -> date:
    back = (reference.isoweekday() - weekday) % 7
    if turn is not None and turn < 0:
        return reference - timedelta(days=(back or 7) + 7 * (-turn - 1))
    if turn == 1:
        return reference + timedelta(days=7 - back)
    if turn == 0 or (turn is None and leaning is Leaning.NONE):
        return reference + timedelta(days=weekday - reference.isoweekday())
    return reference + timedelta(days=7 - back) if leaning is Leaning.FUTURE else reference - timedelta(days=back)


def _month_day(meaning: MonthDay, reference: date | None, leaning: Leaning) -> Interval:
    """The nearest day with this weekday and number, within a year to each side."""
    if reference is None:
        return NOTHING
    found = []
    for months in range(-12, 13):
        year, month = shift_month(reference, months)
        if meaning.day <= monthrange(year, month)[1] and date(year, month, meaning.day).isoweekday() == meaning.weekday:
            found.append(date(year, month, meaning.day))
    sided = [
        day
        for day in found
        if leaning is Leaning.NONE or (day <= reference if leaning is Leaning.PAST else day >= reference)
    ]
    if not sided:
        return NOTHING
    best = min(sided, key=lambda day: abs((day - reference).days))
    return Interval(best, best)


def _nth(meaning: Nth, reference: date | None, leaning: Leaning) -> Interval:
    month = _point(meaning.month, reference, leaning)
    if month.earliest is None or month.latest is None:
        return NOTHING
    if (
        meaning.weekday
        and 1 <= meaning.n <= 5
        and (month.earliest + timedelta(days=meaning.n - 1)).isoweekday() == meaning.weekday
    ):
        # "Tuesday the third of September" is a day of the month where the calendar agrees.
        day = month.earliest + timedelta(days=meaning.n - 1)
        return Interval(day, day)
    weekday = 1 if meaning.unit is Unit.WEEK else meaning.weekday
    step = 1 if weekday is None else 7
    first = month.earliest + timedelta(days=0 if weekday is None else (weekday - month.earliest.isoweekday()) % 7)
    if meaning.n > 0:
        start = first + timedelta(days=step * (meaning.n - 1))
    else:
        room = 6 if meaning.unit is Unit.WEEK else 0
        start = first + timedelta(days=step * ((month.latest - timedelta(days=room) - first).days // step))
    if start > month.latest:
        return NOTHING
    return Interval(start, start + timedelta(days=6 if meaning.unit is Unit.WEEK else 0))


def _period(meaning: Period, reference: date | None, _: Leaning) -> Interval:
    if reference is None:
        return NOTHING
    low, high = unit_days(meaning.unit, reference, meaning.first), unit_days(meaning.unit, reference, meaning.last)
    if meaning.weekday is None or low.earliest is None:
        return Interval(low.earliest, high.latest)
    day = low.earliest + timedelta(days=meaning.weekday - 1)
    return Interval(day, day)


def _ago(meaning: Ago, reference: date | None, _: Leaning) -> Interval:
    """Days and weeks ago are days; months and years ago are the month and the year that the count leads to."""
    if reference is None:
        return NOTHING
    if meaning.unit is Unit.WEEK:
        return unit_days(Unit.DAY, reference, 7 * meaning.distance)
    return unit_days(meaning.unit, reference, meaning.distance)


def _vague(meaning: Vague, reference: date | None, _: Leaning) -> Interval:
    return Interval(None, reference) if meaning.turn < 0 else Interval(reference, None)


def _stretch(meaning: Stretch, reference: date | None, leaning: Leaning) -> Interval:
    high, low = days_of(meaning.high, reference, leaning), days_of(meaning.low, reference, leaning)
    if low.earliest is None or high.latest is None:
        return NOTHING
    if low.earliest > high.latest and isinstance(meaning.low, Point) and meaning.low.month:
        # From November to February: the start lies in the year before the end.
        low = _fixed(meaning.low, high.latest.year - 1)
    if low.earliest is None or low.earliest > high.latest:
        return NOTHING
    return Interval(low.earliest, high.latest)


def _until(meaning: Until, reference: date | None, leaning: Leaning) -> Interval:
    high = days_of(meaning.high, reference, leaning)
    return Interval(reference if leaning is Leaning.FUTURE and high.latest else None, high.latest)


def _days(meaning: Days, _: date | None, __: Leaning) -> Interval:
    return Interval(date.fromordinal(meaning.earliest), date.fromordinal(meaning.latest))


def _same(meaning: Same, reference: date | None, leaning: Leaning) -> Interval:
    return days_of(meaning.antecedent, reference, leaning) if meaning.antecedent is not None else NOTHING


#: Meaning -> its arithmetic.
RESOLVERS: Mapping[type, Callable[[Any, date | None, Leaning], Interval]] = MappingProxyType(
    {
        Point: _point,
        Hijri: _hijri,
        Relative: _relative,
        Weekday: _weekday,
        MonthDay: _month_day,
        Nth: _nth,
        Period: _period,
        Ago: _ago,
        Vague: _vague,
        Stretch: _stretch,
        Until: _until,
        Days: _days,
        Same: _same,
    }
)
