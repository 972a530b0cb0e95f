"""Builders of ranges: days, dates, months, years, quarters, and what lasts up to a day."""

from __future__ import annotations

from transforms.temporal.building import Values, hijri, point
from transforms.temporal.records import Point, Stretch, Until


def hijri_range(values: Values) -> Stretch | None:
    """From one day of a Hijri month to another."""
    low, high = hijri(values), hijri({**values, "hday": values["hday2"]})
    return Stretch(low, high) if low and high and values["hday"] < values["hday2"] else None


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
    year = values.get("year")
    turn = values.get("year_turn", 0) if year is None else None
    low, high = (part - 1) * size + 1, part * size
    return Stretch(Point(year, low, year_turn=turn), Point(year, high, year_turn=turn))


def quarter(values: Values) -> Stretch | None:
    """A quarter of a year."""
    return _months(values, 3)


def half(values: Values) -> Stretch | None:
    """Half of a year."""
    return _months(values, 6)
