"""From a rule's values to a meaning: one builder for each name that a rule may give.

A builder returns None where the values make no date (the 45th, two months that differ); the grammar then tries the
next shorter reading. It never sees the reference.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date

from transforms.temporal.hijri import easter, hijri_day
from transforms.temporal.records import (
    Ago,
    Days,
    Hijri,
    Meaning,
    MonthDay,
    Nth,
    Period,
    Point,
    Relative,
    Same,
    Third,
    Unit,
    Vague,
    Weekday,
)

Values = Mapping[str, int]
Builder = Callable[[Values], Meaning | None]

#: Two calendars beside each other may differ by so many days: sighted months begin later or earlier.
CALENDARS_DIFFER = 3
PLAIN_YEARS = range(1900, 2100)


def _third(values: Values) -> Third | None:
    part = values.get("part")
    return None if part is None else Third.MIDDLE if part == Unit.HALF else Third(part)


def _valid(point: Point) -> Point | None:
    if point.month is not None and not 1 <= point.month <= 12:
        return None
    if point.day is None:
        return point
    if point.month is None:
        return point if 1 <= point.day <= 31 else None
    return point if 1 <= point.day <= monthrange(point.year or 2000, point.month)[1] else None


def point(values: Values) -> Point | None:
    """A day, month or year, whole or with parts left open."""
    get = values.get
    if get("twin", get("month")) != get("month"):
        return None
    turn, month_turn, year_turn = get("turn"), get("month_turn"), get("year_turn")
    if "dd" in values:
        return _valid(Point(values["yyyy"], values["mm"], values["dd"], weekday=get("weekday")))
    month, year = get("month"), get("year")
    if year is not None and not 100 <= year <= 2199:
        return None
    if month is None and month_turn is None and get("day") is not None:
        month_turn = 0
    if get("this_month") and month is None and year is None and year_turn is None:
        month_turn = month_turn or 0
    if get("this_year"):
        year_turn = year_turn or 0
    return _valid(Point(year, month, get("day"), turn, month_turn, year_turn, _third(values), get("weekday")))


def short_year(values: Values) -> Point | None:
    """A year of two digits: the one in this century, or of the last where that would lie far ahead."""
    year = values["year"]
    return point({**values, "year": 2000 + year if year < 70 else 1900 + year})


def year_month(values: Values) -> Point | None:
    """A year and month in digits, unless it is a season (2011/12)."""
    return None if (values["year"] + 1) % 100 == values["month"] else point(values)


def plain_year(values: Values) -> Point | None:
    """A year without the word for it: only what cannot well be a count."""
    year = values["year"]
    return Point(year=year) if year in PLAIN_YEARS and year % 1000 else None


def weekday_ordinal(values: Values) -> MonthDay | None:
    """A weekday and an ordinal: low ordinals count weekdays instead."""
    return MonthDay(values["weekday"], values["day"]) if values["day"] > 5 else None


def hijri(values: Values) -> Hijri | None:
    """A Hijri day, month or year."""
    get = values.get
    year, month, day = get("hyear"), get("hmonth"), get("hday")
    if day is not None and not 1 <= day <= 30:
        return None
    if year and month and day and hijri_day(year, month, day) is None:
        return None
    if day is not None and year is None and get("hturn") is None:
        return None
    return Hijri(year, month, day, get("hturn"), _third(values), get("weekday"))


def hijri_in_year(values: Values) -> Hijri:
    """A Hijri month in a Gregorian year."""
    return Hijri(month=values["hmonth"], gregorian_year=values["year"])


def twin_calendars(values: Values) -> Point | None:
    """One day in both calendars: the Gregorian wins; where it lacks its year, the Hijri day beside it tells."""
    dated = point({name: value for name, value in values.items() if not name.startswith("h")})
    if dated is None or dated.year is not None:
        return dated
    beside = hijri_day(values.get("hyear", 0), values.get("hmonth", 0), values.get("hday", 0))
    if beside is None or dated.month is None or dated.day is None:
        return None
    years = [year for year in (beside.year - 1, beside.year, beside.year + 1) if _near(beside, year, dated)]
    return dated._replace(year=years[0], turn=None, year_turn=None, month_turn=None) if years else None


def _near(beside: date, year: int, dated: Point) -> bool:
    if dated.month is None or dated.day is None or dated.day > monthrange(year, dated.month)[1]:
        return False
    return abs((date(year, dated.month, dated.day) - beside).days) <= CALENDARS_DIFFER


def relative(values: Values) -> Relative:
    """A day counted from the reference."""
    return Relative(values["relative"], values.get("weekday"))


def relative_dated(values: Values) -> Point | Relative | None:
    """Yesterday the 11th of March: the date, if it has all its parts, else the relative word checked by it."""
    dated = point({name: value for name, value in values.items() if name != "relative"})
    if dated is None or dated.year is not None:
        return dated
    return dated._replace(turn=None, weekday=values.get("weekday"))


def part_of_day(_: Values) -> Relative:
    """A part of the day that is being told of."""
    return Relative(0)


def same_day(_: Values) -> Same:
    """The day named before."""
    return Same(None)


def weekday(values: Values) -> Weekday:
    """A weekday."""
    return Weekday(values["weekday"], values.get("turn"))


def weekday_pair(values: Values) -> Weekday:
    """Two weekdays side by side, or from one to the other."""
    return Weekday(values["weekday"], values.get("turn"), values["weekday2"])


def week_weekday(values: Values) -> Period:
    """A weekday of a week."""
    turn = values.get("turn", 0)
    return Period(Unit.WEEK, turn, turn, values["weekday"])


def nth(values: Values) -> Nth | None:
    """The nth weekday, week or day of a month."""
    month = point({name: value for name, value in values.items() if name not in ("n", "weekday", "unit")})
    if month is None or not (values["n"] == -1 or 1 <= values["n"] <= 31):
        return None
    unit = Unit.WEEK if values.get("unit") == Unit.WEEK else Unit.DAY
    return Nth(values["n"], unit, values.get("weekday"), month)


def nth_here(values: Values) -> Nth | None:
    """The nth weekday of the reference's own month: only low ordinals count weekdays."""
    return Nth(values["n"], Unit.DAY, values["weekday"], Point(month_turn=0)) if values["n"] <= 5 else None


def period(values: Values) -> Period:
    """This week, last month, next year."""
    turn = values.get("turn", 0)
    return Period(Unit(values["unit"]), turn, turn)


def periods(values: Values) -> Period | None:
    """The last three days, the next two years."""
    count = values["n"]
    if not 1 <= count <= 200:
        return None
    first, last = (1, count) if values.get("turn", -1) > 0 else (-count, -1)
    return Period(Unit(values["unit"]), first, last)


def ago(values: Values) -> Ago | None:
    """Three days ago, in two weeks."""
    count = values.get("n", 1)
    return Ago(Unit(values["unit"]), values["sign"] * count) if 1 <= count <= 400 else None


def vague(values: Values) -> Vague:
    """Some days ago."""
    return Vague(1 if values["turn"] > 0 else -1)


def decade_name(values: Values) -> Days:
    """A decade by its name."""
    first = values["decade"]
    return Days(date(first, 1, 1).toordinal(), date(first + 9, 12, 31).toordinal())


def feast(values: Values) -> Meaning | None:
    """A feast in a Gregorian year."""
    year = values["year"]
    if "hijri_feast" in values:
        month, day = divmod(values["hijri_feast"], 100)
        return Hijri(month=month, day=day, gregorian_year=year)
    if "easter" in values:
        return Days(easter(year).toordinal(), easter(year).toordinal())
    return Point(year, *divmod(values["gregorian_feast"], 100))
