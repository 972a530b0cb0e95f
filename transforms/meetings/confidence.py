"""How sure the rules are of a report: a sum of what speaks for it, between 0 and 1.

The weights are plain counts of evidence; `benchmarks/results.md` tells how often rows of each band are right.
"""

from __future__ import annotations

from transforms.base.codes import PartyKind, Side, Status
from transforms.base.records import MeetingDate, Participant
from transforms.lexicon.triggers import Sort
from transforms.meetings.records import Occasion, Told

BASE = 0.40
NAMED_SIDE = 0.12
OWN_SUBJECT = 0.08
STRONG_WORD = 0.08
REPEATED = 0.06
DATED = 0.06
PLACED = 0.04
NOT_HELD = -0.05
GUESSED = -0.10


def confidence(occasion: Occasion, best: Told, everyone: tuple[Participant, ...], when: MeetingDate) -> float:
    """The sum of the evidence, rounded to two digits."""
    frame = best.frame
    value = BASE
    for side in (Side.A, Side.B):
        if any(each.side is side and each.kind is PartyKind.PERSON for each in everyone):
            value += NAMED_SIDE
    value += OWN_SUBJECT if not frame.inherited else GUESSED
    value += GUESSED if frame.anaphoric or frame.shared else 0.0
    value += (
        STRONG_WORD if frame.trigger.sort in (Sort.MEET, Sort.RECEIVE, Sort.CALL) and not frame.trigger.weak else 0.0
    )
    value += REPEATED if len(occasion.told) > 1 else 0.0
    value += DATED if when.surface is not None else 0.0
    value += PLACED if any(told.where.surface for told in occasion.told) else 0.0
    value += NOT_HELD if occasion.status is not Status.HELD else 0.0
    return round(min(max(value, 0.05), 0.99), 2)
