"""How likely a report is right: a meeting, with the right persons on the right sides.

Points of log-odds for what speaks for or against it, put through the logistic curve. The points were fitted on 368
reports with known verdicts (tests/corpus, tests/blind as far as open, 145 reports of real news read by hand:
benchmarks/verdicts.csv), rounded to fifths; tests/corpus, against which the rules were written, with a
weight of 0.3. `benchmarks/reliability.py` tells how often reports of each band are right.
"""

from __future__ import annotations

from math import exp

from transforms.base.codes import PartyKind, Side, Status
from transforms.base.records import MeetingDate, Participant
from transforms.lexicon.triggers import Sort
from transforms.meetings.records import Occasion, Told

BASE = -2.2
NAMED = {Side.A: 1.2, Side.B: 1.0}
OFFICE = {Side.A: 0.4, Side.B: 0.8}
#: A noun whose subject the text has told elsewhere, and frames whose parties hang loosely on their word.
INHERITED_NOUN = -0.6
LOOSE = -1.4
LOOSE_FRAMES = frozenset({"of", "gathered", "noun", "several", "attended", "session"})
STRONG_WORD = 0.2
SETTING = 0.6
NOT_HELD = 0.8
#: Of many names one is easily wrong or missing.
MANY_NAMES = -1.4
MANY = 3


def confidence(occasion: Occasion, best: Told, everyone: tuple[Participant, ...], when: MeetingDate) -> float:
    """The probability that the report is right, rounded to two digits."""
    points = BASE + _parties(everyone) + _wording(best)
    if when.surface is not None or any(told.where.surface for told in occasion.told):
        points += SETTING
    if occasion.status is not Status.HELD:
        points += NOT_HELD
    return round(1.0 / (1.0 + exp(-points)), 2)


def _parties(everyone: tuple[Participant, ...]) -> float:
    points, names = 0.0, 0
    for side in (Side.A, Side.B):
        here = [each for each in everyone if each.side is side]
        persons = sum(each.kind is PartyKind.PERSON for each in here)
        names += persons
        points += NAMED[side] if persons else 0.0
        points += OFFICE[side] if any(each.role for each in here) else 0.0
    return points + (MANY_NAMES if names > MANY else 0.0)


def _wording(best: Told) -> float:
    frame = best.frame
    points = 0.0
    if frame.inherited and frame.trigger.is_noun:
        points += INHERITED_NOUN
    if frame.anaphoric or frame.shared or frame.rule.rpartition(".")[2] in LOOSE_FRAMES:
        points += LOOSE
    if frame.trigger.sort in (Sort.MEET, Sort.CALL) and not frame.trigger.weak:
        points += STRONG_WORD
    return points
