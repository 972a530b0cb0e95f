"""The Hijri calendar by Umm al-Qura, and the feasts that follow it or the moon.

Umm al-Qura is computed: a sighted month may begin a day earlier or later. Years outside its table (1343 to 1500) are
not converted.
"""

from __future__ import annotations

from datetime import date, timedelta

from hijridate import Gregorian
from hijridate import Hijri as Converted

from transforms.base.records import Interval

FIRST_YEAR, LAST_YEAR = 1343, 1500


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri day, None if there is none."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return Converted(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None


def hijri_month(year: int, month: int) -> Interval | None:
    """The Gregorian days of a Hijri month."""
    first = hijri_day(year, month, 1)
    if first is None:
        return None
    return Interval(first, first + timedelta(days=Converted(year, month, 1).month_length() - 1))


def hijri_year(year: int) -> Interval | None:
    """The Gregorian days of a Hijri year."""
    first, last = hijri_month(year, 1), hijri_month(year, 12)
    return Interval(first.earliest, last.latest) if first and last else None


def hijri_year_of(day: date) -> int | None:
    """The Hijri year in which a Gregorian day lies."""
    try:
        return Gregorian(day.year, day.month, day.day).to_hijri().year
    except (ValueError, OverflowError):
        return None


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian computus)."""
    golden, century, rest = year % 19, *divmod(year, 100)
    leap, correction = century // 4, (century + 8) // 25
    epact = (19 * golden + century - leap - (century - correction + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
