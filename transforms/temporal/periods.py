"""Units of the Gregorian calendar as days: months and their thirds, years, weeks, decades, counted from a reference.

Weeks run from Monday (ISO 8601): the Arab countries begin theirs on Saturday, Sunday or Monday.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from transforms.base.records import Interval
from transforms.temporal.records import Third, Unit


def month_days(year: int, month: int, third: Third | None = None) -> Interval:
    """A month, or a third of it: the 1st to 10th, 11th to 20th, 21st to the end."""
    last = monthrange(year, month)[1]
    first, final = {None: (1, last), Third.EARLY: (1, 10), Third.MIDDLE: (11, 20), Third.LATE: (21, last)}[third]
    return Interval(date(year, month, first), date(year, month, final))


def year_days(year: int, third: Third | None = None) -> Interval:
    """A year, or a third of it: four months each."""
    if third is None:
        return Interval(date(year, 1, 1), date(year, 12, 31))
    first = 4 * (third - 1) + 1
    return Interval(date(year, first, 1), month_days(year, first + 3).latest)


def shift_month(reference: date, months: int) -> tuple[int, int]:
    count = reference.year * 12 + reference.month - 1 + months
    return count // 12, count % 12 + 1


def unit_days(unit: Unit, reference: date, shift: int) -> Interval:
    """The unit of time that lies `shift` units from the reference's own."""
    if unit is Unit.DAY:
        day = reference + timedelta(days=shift)
        return Interval(day, day)
    if unit is Unit.WEEK:
        monday = reference - timedelta(days=reference.isoweekday() - 1) + timedelta(days=7 * shift)
        return Interval(monday, monday + timedelta(days=6))
    if unit is Unit.MONTH:
        return month_days(*shift_month(reference, shift))
    if unit is Unit.YEAR:
        return year_days(reference.year + shift)
    first = (reference.year // 10 + shift) * 10
    return Interval(date(first, 1, 1), date(first + 9, 12, 31))
