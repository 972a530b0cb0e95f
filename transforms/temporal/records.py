"""What a date expression means before it is resolved, and the expression itself.

A meaning says nothing of a reference: "last Friday" is a weekday with a turn, "3 to 5 March" a span without a year.
`resolving` gives it days.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import NamedTuple

from transforms.base.codes import Basis
from transforms.text.layout import Part


class Leaning(StrEnum):
    """Where what is dated lies, as far as the text says. `NONE` stays in the reference's own year and week."""

    PAST = "past"
    FUTURE = "future"
    NONE = "none"


class Unit(IntEnum):
    """A unit of time, as the calendar files number it."""

    DAY = 1
    WEEK = 2
    MONTH = 3
    YEAR = 4
    DECADE = 5
    QUARTER = 6
    HALF = 7


class Third(IntEnum):
    """A third of a month or year; the half of a word such as 'middle' counts as the middle."""

    EARLY = 1
    MIDDLE = 2
    LATE = 3


class Point(NamedTuple):
    """A day, month or year of the Gregorian calendar, with what the text leaves open.

    `turn` moves the month (last May), `month_turn` counts months and `year_turn` years from the reference. `weekday`
    must agree with the day.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    turn: int | None = None
    month_turn: int | None = None
    year_turn: int | None = None
    third: Third | None = None
    weekday: int | None = None


class Hijri(NamedTuple):
    """A day, month or year of the Hijri calendar. `gregorian_year` fixes it where the text mixes the calendars."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    turn: int | None = None
    third: Third | None = None
    weekday: int | None = None
    gregorian_year: int | None = None


class Relative(NamedTuple):
    """A day at a distance from the reference; `weekday` must agree with it."""

    days: int
    weekday: int | None = None


class Weekday(NamedTuple):
    """A weekday with or without a turn; `last` ends a pair or range of weekdays."""

    weekday: int
    turn: int | None = None
    last: int | None = None


class MonthDay(NamedTuple):
    """A weekday and a day of a month that is not named."""

    weekday: int
    day: int


class Nth(NamedTuple):
    """The nth weekday, week or day of a month; -1 is the last."""

    n: int
    unit: Unit
    weekday: int | None
    month: Point


class Period(NamedTuple):
    """Units counted from the reference's own: -1 to -1 is last week, 1 to 3 the next three. `weekday` picks a day."""

    unit: Unit
    first: int
    last: int
    weekday: int | None = None


class Ago(NamedTuple):
    """A distance from the reference."""

    unit: Unit
    distance: int


class Vague(NamedTuple):
    """Before (-1) or after (1) the reference, by an unknown distance."""

    turn: int


class Stretch(NamedTuple):
    """From the start of one point to the end of another."""

    low: Point | Hijri
    high: Point | Hijri


class Until(NamedTuple):
    """Up to the end of a point: before the end of the month."""

    high: Point | Period


class Days(NamedTuple):
    """A fixed interval by name or number: a feast, a decade. Ordinals of `date`."""

    earliest: int
    latest: int


class Same(NamedTuple):
    """The day that the text named before; `antecedent` is that expression's meaning."""

    antecedent: Meaning | None


Meaning = Point | Hijri | Relative | Weekday | MonthDay | Nth | Period | Ago | Vague | Stretch | Until | Days | Same


class Expression(NamedTuple):
    """A date expression on a page: words `[first, last)`, folded offsets, its line's number and part, its meaning.

    `reasons` came with the reading itself (month first). `ahead` says that words before it speak of the future,
    `elsewhere` that it dates a resolution, an agreement or another event, `told` that it dates a statement.
    """

    first: int
    last: int
    start: int
    end: int
    line: int
    part: Part
    rule_id: str
    meaning: Meaning
    basis: Basis
    reasons: tuple[str, ...]
    ahead: bool
    elsewhere: bool
    told: bool
