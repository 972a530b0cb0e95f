"""From a rule's values to a meaning: one builder for each name that a rule may give.

A builder returns None where the values make no date (the 45th, two months that differ); the grammar then tries the
next shorter reading. It never sees the reference.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

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
    Stretch,
    Third,
    Unit,
    Until,
    Vague,
    Weekday,
)

Values = Mapping[str, int]
Builder = Callable[[Values], Meaning | None]

#: Two calendars beside each other may differ by so many days: sighted months begin later or earlier.
CALENDARS_DIFFER = 3
PLAIN_YEARS = range(1900, 2100)


def build(gives: str, values: Values) -> Meaning | None:
    """The meaning that a rule's `gives` makes of its values."""
    return BUILDERS[gives](values)


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


def hijri_range(values: Values) -> Stretch | None:
    """From one day of a Hijri month to another."""
    low, high = hijri(values), hijri({**values, "hday": values["hday2"]})
    return Stretch(low, high) if low and high and values["hday"] < values["hday2"] else None


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


def until(values: Values) -> Until | None:
    """Up to the end of a month, a third of it, a year."""
    high = point(values)
    return Until(high) if high else None


def days_range(values: Values) -> Stretch | None:
    """From one day of a month to another of the same."""
    low = point({name: value for name, value in values.items() if name != "day2"})
    high = point({**values, "day": values["day2"]})
    return Stretch(low, high) if low and high and values["day"] < values["day2"] else None


def dates_range(values: Values) -> Stretch | None:
    """From one date to another; a year or turn at the end holds for both."""
    start = {name: value for name, value in values.items() if not name.startswith("end_")}
    end = {name.removeprefix("end_"): value for name, value in values.items() if name.startswith("end_")}
    if not start.keys() & {"year", "yyyy"}:
        start.update({name: end[name] for name in ("year", "turn", "year_turn") if name in end})
        if "yyyy" in end:
            start["year"] = end["yyyy"]
    low, high = point(start), point(end)
    return Stretch(low, high) if low and high else None


def months_range(values: Values) -> Stretch | None:
    """From one month to another; what follows holds for both."""
    shared = {name: value for name, value in values.items() if name in ("year", "turn", "year_turn")}
    low = point({**shared, "month": values["month"], "twin": values.get("twin", values["month"])})
    month = values["end_month"]
    high = point({**shared, "month": month, "twin": values.get("end_twin", month)})
    return Stretch(low, high) if low and high else None


def years_range(values: Values) -> Stretch | None:
    """From one year to another."""
    low, high = values["year"], values["end_year"]
    return Stretch(Point(year=low), Point(year=high)) if low < high <= low + 200 else None


def _months(values: Values, size: int) -> Stretch | None:
    count = 12 // size
    part = count if values["n"] == -1 else values["n"]
    if not 1 <= part <= count:
        return None
    shared = {"year_turn": values.get("year_turn", 0)} if "year" not in values else {"year": values["year"]}
    low, high = (part - 1) * size + 1, part * size
    return Stretch(Point(month=low)._replace(**shared), Point(month=high)._replace(**shared))


def quarter(values: Values) -> Stretch | None:
    """A quarter of a year."""
    return _months(values, 3)


def half(values: Values) -> Stretch | None:
    """Half of a year."""
    return _months(values, 6)


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


#: What a rule may give.
BUILDERS: Mapping[str, Builder] = MappingProxyType(
    {
        builder.__name__: builder
        for builder in (
            point, short_year, year_month, plain_year, weekday_ordinal, hijri, hijri_in_year, hijri_range, twin_calendars, relative,
            relative_dated, part_of_day, same_day, weekday, weekday_pair, week_weekday, nth, nth_here, period, periods, ago, vague, until, days_range,
            dates_range, months_range, years_range, quarter, half, decade_name, feast,
        )
    }
)  # fmt: skip
