"""From a trigger and its arguments to two sides.

A verb takes its subject before or behind it and its counterpart as object or by a link; an object pronoun reverses
the sides. A noun hangs on a light verb (held talks with), tells its own parties (a meeting that gathered, between,
of X with Y), or leaves its subject to the sentence (during a meeting with). What a frame leaves open is told by
what was said before (`transforms/meetings/references.py`).
"""

from __future__ import annotations

from dataclasses import replace

from transforms.actors.records import Phrase, PhraseKind
from transforms.base.codes import CandidateReason
from transforms.lexicon.cues import Does
from transforms.lexicon.triggers import Sort
from transforms.meetings.nouns import read_noun
from transforms.meetings.records import Clause, Frame, Link
from transforms.meetings.regions import region
from transforms.meetings.verbs import read_verb


def read_frame(clause: Clause, position: int) -> Frame:
    """The frame of the trigger at an item."""
    trigger = clause.items[position].trigger
    frame = _with_heads(read_noun(clause, position) if trigger.is_noun else read_verb(clause, position))
    if _is_thing(frame):
        return replace(frame, reason=CandidateReason.OTHER_SENSE)
    if trigger.remote and not _is_remote(frame):
        return replace(frame, reason=CandidateReason.OTHER_SENSE)
    told = (frame.a and frame.b) or frame.shared or is_next(frame) or _has_pronoun(frame)
    if trigger.weak and frame.reason is None and not told:
        return replace(frame, reason=CandidateReason.OTHER_SENSE)
    return frame


def _has_pronoun(frame: Frame) -> bool:
    """Whether a weak verb has its counterpart, and a subject that the text has told: a pronoun of respect, a call."""
    sure = frame.trigger.remote or frame.rule.endswith(".told") or bool(frame.hit.cut.future)
    guest = any(each.person is not None and each.role is not None for each in frame.b)
    hosted = frame.trigger.sort is Sort.RECEIVE and bool(frame.hit.cut.conjunction) and guest
    return (sure or hosted) and bool(frame.b) and frame.inherited


def is_next(frame: Frame) -> bool:
    """Whether a noun means the coming meeting of the parties told before ("the next round")."""
    following = frame.clause.items[frame.item + 1 : frame.item + 2]
    return frame.trigger.is_noun and any(Does.NEXT in each.does and each.first == frame.hit.last for each in following)


def _is_remote(frame: Frame) -> bool:
    """Whether a word of the clause tells that they spoke by telephone or video."""
    return any(frame.clause.items[at].does & {Does.PHONE, Does.VIDEO} for at in region(frame))


def _is_thing(frame: Frame) -> bool:
    """Whether the object of receiving or meeting is nobody who could come: a country, or a body that was received."""
    if not frame.b or not frame.trigger.object:
        return False
    kinds = {phrase.kind for phrase in frame.b}
    if frame.trigger.sort is Sort.RECEPTION:
        return kinds == {PhraseKind.COUNTRY}
    if not frame.rule.endswith((".object", ".subject")):
        return False
    if frame.trigger.sort is Sort.RECEIVE:
        return not kinds & {PhraseKind.PERSON, PhraseKind.OFFICE, PhraseKind.DELEGATION}
    return kinds == {PhraseKind.COUNTRY}


def _with_heads(frame: Frame) -> Frame:
    """Heads and members of a delegation go to the side of the phrase before them; those present are parted later."""
    side_a, side_b, present = list(frame.a), list(frame.b), list(frame.present)
    for each in frame.arguments:
        if each.link is Link.PRESENT:
            present.extend(each.phrases)
        elif each.link in (Link.LEAD, Link.MEMBER) and each.phrases:
            start = each.phrases[0].first
            left, right = _nearest(frame.a, start), _nearest(frame.b, start)
            if (left >= 0 or right >= 0) and each.phrases[0] not in frame.a + frame.b:
                (side_b if right > left else side_a).extend(each.phrases)
    return replace(frame, a=tuple(side_a), b=tuple(side_b), present=tuple(present))


def _nearest(side: tuple[Phrase, ...], start: int) -> int:
    """The end of the side's last phrase before a word; -1 if there is none."""
    return max((phrase.last for phrase in side if phrase.last <= start), default=-1)
