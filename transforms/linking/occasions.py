"""Which reports of different documents tell of one occasion. Plain Python over `ReportKey`s, no database.

Precision before recall: a report that might belong to several occasions stays alone, and what is known of an occasion
must agree with *all* its reports, so that no vague report chains two others together.

1. Reports come ordered by their last possible day, the more precise and the fuller first. Only reports whose first and
   last possible day are known and at most `MAX_DAYS` apart come at all.
2. A report is compared with the occasions whose days overlap and one of whose reports shares a pair of parties with it.
3. It fits an occasion when it is from another document, their status and channel agree, their days overlap and both
   sides match, straight or crossed. A side matches by a person; by a body or country only where not both name persons.
   When the day is not known on both sides of the comparison, one side must match by a person.
4. It joins the occasion that fits best. Where two fit equally well it joins the larger if both sides match by person on
   one known day, and else stays alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from transforms.base.codes import Format, Status

MAX_DAYS = 11  # the longest third of a month: "late January" is dated well enough, "in January" is not
_END_OF_TIME = 10**9  # after every day
_KEYS_PER_SIDE = 12  # large delegations: those named first suffice to find each other

_REMOTE = frozenset({Format.PHONE, Format.VIRTUAL})
_ANNOUNCED_AND_HELD = frozenset({Status.PLANNED, Status.HELD})

_Pairs = set[tuple[str, str]]  # one of each side, in alphabetical order: sides may be crossed


class Match(IntEnum):
    """By what two sides match, weakest first."""

    NOTHING = 0
    COUNTRY = 1
    BODY = 2
    PERSON = 3


class Party(NamedTuple):
    """One side of a report: ids of persons and bodies, leads first, and codes of countries."""

    persons: tuple[str, ...]
    bodies: tuple[str, ...]
    countries: tuple[str, ...]

    def handles(self) -> tuple[str, ...]:
        """What the side can be found by."""
        return (*self.persons, *self.bodies, *self.countries)[:_KEYS_PER_SIDE]


class ReportKey(NamedTuple):
    """What tells the occasion of a report from others. Days are numbers, `first` to `last` inclusive."""

    report_id: str
    doc_id: str
    status: Status
    format: Format
    place_country: str | None
    first: int
    last: int
    a: Party
    b: Party


@dataclass(slots=True)
class _Side:
    persons: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)

    def match(self, party: Party) -> Match:
        if self.persons and party.persons:
            return Match.NOTHING if self.persons.isdisjoint(party.persons) else Match.PERSON
        if self.bodies and party.bodies:
            return Match.NOTHING if self.bodies.isdisjoint(party.bodies) else Match.BODY
        return Match.NOTHING if self.countries.isdisjoint(party.countries) else Match.COUNTRY

    def add(self, party: Party) -> None:
        self.persons.update(party.persons)
        self.bodies.update(party.bodies)
        self.countries.update(party.countries)


@dataclass(slots=True, eq=False)
class _Occasion:
    """`day` is the last possible day of its first report. As reports come in order of their last day, it is also the
    last possible day of the occasion, and every occasion filed on a day of a report overlaps that report."""

    number: int
    day: int
    a: _Side = field(default_factory=_Side)
    b: _Side = field(default_factory=_Side)
    members: list[str] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)
    statuses: set[Status] = field(default_factory=set)
    formats: set[Format] = field(default_factory=set)
    places: set[str] = field(default_factory=set)

    def add(self, key: ReportKey, crossed: bool) -> None:
        self.members.append(key.report_id)
        self.documents.add(key.doc_id)
        self.statuses.add(key.status)
        self.formats.add(key.format)
        if key.place_country is not None:
            self.places.add(key.place_country)
        self.a.add(key.b if crossed else key.a)
        self.b.add(key.a if crossed else key.b)

    def agrees(self, key: ReportKey) -> bool:
        """Whether nothing but the parties speaks against the report."""
        statuses = self.statuses | {key.status}
        formats = self.formats | {key.format}
        return (
            key.doc_id not in self.documents
            and (len(statuses) == 1 or statuses <= _ANNOUNCED_AND_HELD)
            and not (Format.IN_PERSON in formats and formats & _REMOTE)
        )


class _Fit(NamedTuple):
    """How well a report fits an occasion: compared in this order."""

    strength: int
    size: int
    age: int
    occasion: _Occasion
    crossed: bool
    certain: bool


def _fit(occasion: _Occasion, key: ReportKey) -> _Fit | None:
    if not occasion.agrees(key):
        return None
    straight = (occasion.a.match(key.a), occasion.b.match(key.b))
    crosswise = (occasion.a.match(key.b), occasion.b.match(key.a))
    crossed = _strength(crosswise) > _strength(straight)
    sides = crosswise if crossed else straight
    by_persons = min(sides) is Match.PERSON
    dated = key.first == key.last  # then the occasion is, too: on one last day, reports of a known day come first
    if not _strength(sides) or not (dated or max(sides) is Match.PERSON):
        return None
    if max(sides) is Match.COUNTRY and not set(key.a.countries).isdisjoint(key.b.countries):
        return None  # one country on both sides tells nothing
    elsewhere = key.place_country is not None and bool(occasion.places) and key.place_country not in occasion.places
    if elsewhere and not by_persons:
        return None
    return _Fit(
        _strength(sides), len(occasion.members), -occasion.number, occasion, crossed, dated and by_persons
    )  # fmt: skip


def _strength(sides: tuple[Match, Match]) -> int:
    return 0 if min(sides) is Match.NOTHING else sum(sides)


def _choose(fits: list[_Fit]) -> _Fit | None:
    """The best fit, or None where that would be a guess."""
    if not fits:
        return None
    best = max(fits, key=lambda fit: fit[:3])
    rivals = sum(fit.strength == best.strength for fit in fits)
    return best if rivals == 1 or best.certain else None


class _Window:
    """The occasions of the last `MAX_DAYS` days, by their day and by pair of parties."""

    def __init__(self) -> None:
        self._days: dict[int, dict[tuple[str, str], dict[int, _Occasion]]] = {}

    def near(self, key: ReportKey, pairs: _Pairs) -> list[_Occasion]:
        """The occasions that overlap the report and share a pair of parties with it, each once."""
        found: dict[int, _Occasion] = {}
        for day in range(key.first, key.last + 1):
            filed = self._days.get(day)
            if filed is not None:
                for pair in pairs:
                    found.update(filed.get(pair, {}))
        return list(found.values())

    def file(self, occasion: _Occasion, pairs: _Pairs) -> None:
        """File the occasion under the report's pairs of parties."""
        filed = self._days.setdefault(occasion.day, {})
        for pair in pairs:
            filed.setdefault(pair, {})[occasion.number] = occasion

    def leave(self, before: int) -> Iterator[_Occasion]:
        """Forget what was filed before that day and give it back, each occasion once."""
        for day in [day for day in self._days if day < before]:
            gone: dict[int, _Occasion] = {}
            for filed in self._days.pop(day).values():
                gone.update(filed)
            yield from gone.values()


def _pairs(key: ReportKey) -> _Pairs:
    of_b = key.b.handles()
    return {(x, y) if x < y else (y, x) for x in key.a.handles() for y in of_b}


def same_occasion(keys: Iterable[ReportKey]) -> Iterator[tuple[str, ...]]:
    """The report ids of each occasion that more than one report tells of.

    `keys` come in the order that `keys.py` gives them; a window of `MAX_DAYS` days is held in memory.
    """
    window = _Window()
    for number, key in enumerate(keys):
        yield from _told_twice(window.leave(before=key.last - MAX_DAYS + 1))
        pairs = _pairs(key)
        chosen = _choose([fit for occasion in window.near(key, pairs) if (fit := _fit(occasion, key)) is not None])
        if chosen is None:
            occasion = _Occasion(number, key.last)
            occasion.add(key, crossed=False)
        else:
            occasion = chosen.occasion
            occasion.add(key, chosen.crossed)
        window.file(occasion, pairs)
    yield from _told_twice(window.leave(before=_END_OF_TIME))


def _told_twice(occasions: Iterable[_Occasion]) -> Iterator[tuple[str, ...]]:
    for occasion in occasions:
        if len(occasion.members) > 1:
            yield tuple(occasion.members)
