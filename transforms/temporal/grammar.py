"""The date rules at work on an island: at each place the longest reading that makes sense.

What the rules find in a string of symbols is remembered, since a newspaper writes its dates in a few hundred shapes;
values are looked at afterwards, by the builders.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from transforms.lexicon.calendar_rules import TWICE, DateRule
from transforms.lexicon.timekeeping import Calendar
from transforms.temporal.tokens import Island

#: Shapes remembered before the memory is emptied.
REMEMBERED_SHAPES = 50_000


class Shape(NamedTuple):
    """One rule's reading of symbols `[start, end)`; groups name positions of symbols."""

    rule: DateRule
    start: int
    end: int
    groups: tuple[tuple[str, int], ...]


class Match(NamedTuple):
    """One rule's reading of an island: tokens `[first, last)`, the values of its groups."""

    rule: DateRule
    first: int
    last: int
    values: dict[str, int]


def readings(island: Island, calendar: Calendar) -> Iterator[tuple[Match, ...]]:
    """For each place where a rule fits, the readings that start there, longest first."""
    for shapes in _shapes(island.symbols, calendar):
        yield tuple(_match(island, shape) for shape in shapes)


def _match(island: Island, shape: Shape) -> Match:
    owners = island.owners
    taken = [owner for owner in owners[shape.start : shape.end] if owner >= 0]
    values = {name: island.tokens[owners[place]].value for name, place in shape.groups}
    return Match(shape.rule, taken[0], taken[-1] + 1, values)


def _shapes(symbols: str, calendar: Calendar) -> tuple[tuple[Shape, ...], ...]:
    known = calendar.memory.get(symbols)
    if known is None:
        if len(calendar.memory) >= REMEMBERED_SHAPES:
            calendar.memory.clear()
        known = calendar.memory[symbols] = tuple(
            found for start in range(len(symbols)) if (found := _at(symbols, start, calendar))
        )
    return known  # type: ignore[return-value]


def _at(symbols: str, start: int, calendar: Calendar) -> tuple[Shape, ...]:
    found = []
    for rule in calendar.rules:
        match = rule.pattern.match(symbols, start)
        if match is not None and match.end() > start:
            groups = tuple(
                (name.split(TWICE)[0], match.start(name)) for name in rule.pattern.groupindex if match.start(name) >= 0
            )
            found.append(Shape(rule, start, match.end(), groups))
    return tuple(sorted(found, key=lambda shape: -shape.end))
