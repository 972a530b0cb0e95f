"""What the readings of verbs and nouns share: which links a word allows, the frame before its sides are known."""

from __future__ import annotations

from dataclasses import replace

from transforms.lexicon.triggers import Trigger
from transforms.meetings.records import Argument, Clause, Frame, Link

COUNTERS = {"with": Link.WITH, "by": Link.BY, "to": Link.TO, "from": Link.FROM}


def counter_links(trigger: Trigger) -> frozenset[Link]:
    """The links by which the trigger's counterpart may come."""
    return frozenset(COUNTERS[link] for link in trigger.links if link in COUNTERS) | {Link.BETWEEN}


def first_of(arguments: tuple[Argument, ...], links: frozenset[Link]) -> Argument | None:
    return next((each for each in arguments if each.link in links), None)


def base_frame(clause: Clause, position: int, anchor: int, arguments: tuple[Argument, ...], rule: str) -> Frame:
    frame = Frame(position, anchor, clause, rule)
    other = tuple(phrase for each in arguments if each.link is Link.PATRON for phrase in each.phrases)
    return replace(frame, last=extent(frame, arguments), other=other, arguments=arguments)


def extent(frame: Frame, arguments: tuple[Argument, ...]) -> int:
    ends = [frame.clause.items[frame.item].last, *(each.phrases[-1].last for each in arguments if each.phrases)]
    return max(ends)
