"""What single frames say beside their parties: one party only, a coming round, a local office, members left out."""

from __future__ import annotations

from dataclasses import replace

from transforms.actors.records import PhraseKind
from transforms.lexicon.cues import Does
from transforms.meetings.frames import is_next
from transforms.meetings.records import Frame, Parties, Told, What
from transforms.meetings.sides import Roster


def delegation_alone(frame: Frame) -> Frame:
    """A coming meeting of a delegation names nobody of it who is not named beside it."""
    start = frame.clause.sentence.first
    sides = [
        tuple(each for each in side if each.first >= start or each.kind is PhraseKind.DELEGATION)
        if any(each.kind is PhraseKind.DELEGATION and each.first < start for each in side)
        else side
        for side in (frame.a, frame.b)
    ]
    return replace(frame, a=sides[0], b=sides[1])


def same_party(told: Told) -> bool:
    """Whether both sides are one person, or one body of which nobody else is named."""
    if told.a.persons or told.b.persons:
        return bool(told.a.persons & told.b.persons)
    return bool(told.a.bodies) and told.a.bodies == told.b.bodies and not told.frame.shared


def local(told: Told, roster: Roster) -> Told:
    """A local office of which nothing else is told stands for the country of the place."""
    country = told.where.country
    if told.b.known or country is None or not any(roster.is_local(phrase) for phrase in told.frame.b):
        return told
    return replace(told, b=Parties(countries=frozenset({country})))


def is_further(told: Told) -> bool:
    """Whether a coming meeting is told as the next one, or as another one."""
    article = told.frame.hit.cut.article
    return is_next(told.frame) or (told.further and not article and told.when.surface is not None)


def is_described(frame: Frame) -> bool:
    """Whether a relative clause behind the noun tells where or when it was."""
    following = frame.clause.items[frame.item + 1 : frame.item + 2]
    return any(each.what is What.CUE and Does.RELATIVE in each.does for each in following)
