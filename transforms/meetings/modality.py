"""Whether a told meeting took place, is to come, was called off or denied, or is no single occasion at all.

Works on the cues to the left of the word on which the frame hangs, up to a verb of saying, and on those close to
it. A verb of the past is a fact unless it stands under a condition, a negation or a denial; a noun behind "during"
is a fact.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from transforms.actors.records import Phrase
from transforms.base.codes import CandidateReason, Status, Zone
from transforms.lexicon.cues import Does
from transforms.lexicon.triggers import Form, Sort
from transforms.meetings.records import Clause, Frame, Item, What
from transforms.meetings.regions import clause_anchor
from transforms.text.characters import PREPOSITIONS

NEAR = 3
FAR = 14
ADJECTIVE = 3


class Judgement(NamedTuple):
    """The status, or why there is no occasion; `background` and `further` tell how the text introduces it."""

    status: Status
    reason: CandidateReason | None
    background: bool
    further: bool


def judge(frame: Frame, opening: bool) -> Judgement:
    """Judge a frame. `opening` says that the sentence is a headline, a summary's bullet or the article's first."""
    clause, anchor = frame.clause, clause_anchor(frame)
    left = _governing(clause, anchor)
    background = any(Does.BACKGROUND in each.does for each in left)
    further = any(Does.FURTHER in each.does for each in clause.items[:anchor] if each.what is What.CUE)
    reason = _no_occasion(frame, left)
    status = Status.HELD
    if reason is None:
        status, reason = _status(frame, left, opening)
    return Judgement(status, reason, background, further)


def _governing(clause: Clause, anchor: int) -> list[Item]:
    """The cues left of the anchor that may govern it, nearest first; said "provided that" is "that"."""
    found: list[Item] = []
    for item in reversed(clause.items[:anchor]):
        if item.what is What.TRIGGER and _is_told(item):
            break
        if item.what is What.CUE:
            if item.does & {Does.STATEMENT} and not item.does & {Does.DEMAND}:
                said = found and found[-1].does >= {Does.BARRIER, Does.PLANNED}
                return found[:-1] if said else found
            found.append(item)
    return found


def _is_told(item: Item) -> bool:
    """Whether an item is a verb of the past that tells of a meeting by itself."""
    trigger = item.trigger
    return not trigger.is_noun and trigger.form.startswith("past") and not trigger.weak


def _distance(frame: Frame, item: Item) -> int:
    return frame.clause.items[clause_anchor(frame)].first - item.last


def _near(frame: Frame, left: list[Item], does: Does, words: int) -> bool:
    return any(does in each.does and _distance(frame, each) <= words for each in left)


def _is_fact(frame: Frame, left: list[Item]) -> bool:
    """A past verb, or a noun right behind "during"."""
    anchor = frame.clause.items[clause_anchor(frame)]
    if anchor.what is What.LIGHT or not anchor.trigger.is_noun:
        past = anchor.trigger.form.startswith("past") and not (anchor.hit is not None and anchor.hit.cut.future)
        return past and not _is_infinitive(anchor, left) and not _is_wished(anchor, left)
    return bool(left) and Does.DURING in left[0].does and left[0].last == anchor.first


def _is_wished(anchor: Item, left: list[Item]) -> bool:
    """The first person of the present has the letters of the past: "I hope to meet" behind "that" and a wish."""
    if len(left) < 2 or Does.CLAUSE not in left[0].does or left[0].last != anchor.first:
        return bool(left) and Does.DEMAND in left[0].does and Does.CLAUSE in left[0].does
    return bool(left[1].does & {Does.DEMAND, Does.READY}) and left[1].last == left[0].first


def _is_infinitive(anchor: Item, left: list[Item]) -> bool:
    """The verb "held" has the letters of "the holding of": it is the noun behind a preposition or a demand."""
    if anchor.what is not What.LIGHT or anchor.trigger.form is not Form.PAST or not left:
        return False
    close = left[0]
    governs = close.does & {Does.LOCATIVE, Does.DEMAND, Does.CANCELLED, Does.NEGATION, Does.PLANNED}
    return close.last == anchor.first and (bool(governs) or _is_to_come(close))


def _is_to_come(cue: Item) -> bool:
    """Whether a word stands in the future: it will contain the holding of a summit."""
    return cue.hit is not None and bool(cue.hit.cut.future)


def _no_occasion(frame: Frame, left: list[Item]) -> CandidateReason | None:
    if _near(frame, left, Does.HYPOTHETICAL, NEAR) or _may_be_held(frame):
        return CandidateReason.HYPOTHETICAL
    if _near(frame, left, Does.NEGATION, 0) and not _was_expected(frame):
        return CandidateReason.DENIAL_OF_OTHER
    if _is_habit(frame, left):
        return CandidateReason.HABITUAL
    if _is_fact(frame, left):
        return None
    if any(Does.DENIED in each.does or Does.CANCELLED in each.does for each in left):
        return None
    if _near(frame, left, Does.READY, FAR):
        return CandidateReason.READINESS
    settled = _near(frame, left, Does.PLANNED, 4) or _will_be_held(frame)
    if _near(frame, left, Does.DEMAND, FAR) and not settled:
        return CandidateReason.DEMAND
    return None


def _may_be_held(frame: Frame) -> bool:
    """Whether "may be held" stands right behind a noun and its parties."""
    if not frame.trigger.is_noun:
        return False
    behind = next((each for each in frame.clause.items if each.first >= max(frame.last, frame.hit.last)), None)
    return behind is not None and Does.HYPOTHETICAL in behind.does and behind.first - frame.last <= 1


def _was_expected(frame: Frame) -> bool:
    """Whether "that was expected" hangs on the noun: what was not held then is an occasion that fell through."""
    following = frame.clause.items[frame.item + 1 : frame.item + 2]
    return any(Does.SUPPOSED in each.does and each.first == frame.hit.last for each in following)


def _is_habit(frame: Frame, left: list[Item]) -> bool:
    if _near(frame, left, Does.HABITUAL, NEAR):
        return True
    end = frame.clause.items[frame.item].last
    for item in frame.clause.items[frame.item + 1 :]:
        if item.first - end > ADJECTIVE:
            return False
        if item.what is What.CUE and Does.HABITUAL in item.does and item.first - end <= 1:
            return True
    return False


def _status(frame: Frame, left: list[Item], opening: bool) -> tuple[Status, CandidateReason | None]:
    right = [each for each in frame.clause.items[frame.item + 1 :] if each.what is What.CUE]
    beside = [each for each in right if each.first - frame.clause.items[frame.item].last <= NEAR]
    if any(Does.DENIED in each.does for each in (*left, *beside)):
        return Status.DENIED, None
    if any(Does.POSTPONED in each.does for each in (*left[:3], *beside, *_predicates(frame, left))):
        return (Status.PLANNED if _has_time(frame) else Status.CANCELLED), None
    if any(each.does & {Does.CANCELLED, Does.SUPPOSED} for each in (*left, *beside)):
        return Status.CANCELLED, None
    anchor = frame.clause.items[clause_anchor(frame)]
    noun = frame.clause.items[frame.item]
    if noun.hit is not None and noun.trigger.is_noun and noun.hit.cut.preposition == PREPOSITIONS[1]:
        devoted = bool(left) and Does.DEVOTED in left[0].does and left[0].last == noun.first
        return (Status.HELD if devoted else Status.PLANNED), None
    future = any(each.hit is not None and each.hit.cut.future for each in (anchor, frame.clause.items[frame.item]))
    coming = any(Does.PLANNED in each.does for each in beside[:1]) or _visit_to_come(left)
    if future or coming or (not _is_fact(frame, left) and (_plans(frame, left, beside) or _will_be_held(frame))):
        return Status.PLANNED, None
    if left and Does.SEQUEL in left[0].does and left[0].last == anchor.first:
        return _sequel(frame), None
    if anchor.trigger.is_present and not anchor.trigger.is_noun:
        return (Status.PLANNED, None) if _is_aim(frame, left) else _present(frame, opening)
    return Status.HELD, None


def _is_aim(frame: Frame, left: list[Item]) -> bool:
    """Whether a verb of the present tells for what somebody set out: "in order to meet", "to X, where he meets", "on a
    visit in whose course he meets"."""
    anchor = frame.clause.items[clause_anchor(frame)]
    if anchor.trigger.form is Form.PRESENT_AIM:
        return True
    right = frame.clause.items[clause_anchor(frame) + 1 :]
    before = [each for each in frame.clause.items[: clause_anchor(frame)] if each.what is What.CUE]
    if any(Does.WITHIN in each.does and each.first == anchor.last for each in right[:1]):
        return any(each.does & {Does.VISIT, Does.PLANNED, Does.PRESENCE} for each in before)
    if left and Does.WHERE in left[0].does and left[0].last == anchor.first:
        return any(each.does & {Does.VISIT, Does.PLANNED, Does.TOWARD} for each in before)
    return _on_visit(right)


def _on_visit(right: tuple[Item, ...]) -> bool:
    """Whether "during his visit" stands among what follows."""
    return any(
        Does.DURING in each.does and Does.PRESENCE in other.does and other.first == each.last
        for each, other in pairwise(right)
    )


def _will_be_held(frame: Frame) -> bool:
    """Whether what is told of a noun right behind its parties is to come: "will be held", "which is to go on"."""
    if not frame.trigger.is_noun or frame.anchor != frame.item:
        return False
    cursor = max(frame.last, frame.hit.last)
    for item in frame.clause.items:
        if item.first < cursor:
            continue
        if item.what is not What.CUE or item.first - cursor > 1:
            return False
        if Does.PLANNED in item.does:
            return Does.BARRIER not in item.does
        if not item.does & {Does.RELATIVE, Does.FILLER}:
            return False
        cursor = item.last
    return False


def _predicates(frame: Frame, left: list[Item]) -> list[Item]:
    """The cues behind a noun without a light verb, up to the next word of meeting: they say what became of it."""
    if not frame.trigger.is_noun or frame.anchor != frame.item or _is_fact(frame, left):
        return []
    found: list[Item] = []
    for item in frame.clause.items[frame.item + 1 :]:
        if item.what in (What.TRIGGER, What.LIGHT) or item.does & {Does.STATEMENT, Does.RELATIVE}:
            break
        if item.what is What.CUE:
            found.append(item)
    return found


def _sequel(frame: Frame) -> Status:
    """The time of the verb before: "before he meets" is as past as the sentence."""
    before = frame.clause.items[: clause_anchor(frame)]
    return Status.PLANNED if any(each.hit is not None and each.hit.cut.future for each in before) else Status.HELD


def _visit_to_come(left: list[Item]) -> bool:
    """Whether the visit in whose course they meet is told in the future."""
    return any(Does.VISIT in each.does and _is_to_come(each) for each in left)


def _plans(frame: Frame, left: list[Item], beside: list[Item]) -> bool:
    if any(_is_to_come(each) and _distance(frame, each) == 0 for each in left[:1]):
        return True
    if any(Does.PURPOSE in each.does and _distance(frame, each) <= ADJECTIVE for each in left[:1]):
        return True
    return _near(frame, left, Does.PLANNED, FAR) or any(Does.PLANNED in each.does for each in beside)


def _present(frame: Frame, opening: bool) -> tuple[Status, CandidateReason | None]:
    """A verb of the present: a headline's report, an appointment with its day, else a habit."""
    if _has_time(frame):
        return Status.PLANNED, None
    if opening or frame.clause.sentence.zone is Zone.TITLE or frame.trigger.sort is Sort.TALK:
        return Status.HELD, None
    if frame.trigger.sort is Sort.MEET and _is_named(frame.a) and _is_named(frame.b):
        headline = frame.a[0].first == frame.clause.sentence.first
        return (Status.HELD if headline else Status.PLANNED), None
    return Status.HELD, CandidateReason.HABITUAL


def _is_named(side: tuple[Phrase, ...]) -> bool:
    return any(each.person is not None for each in side)


def _has_time(frame: Frame) -> bool:
    stop = next((at for at in range(frame.item + 1, len(frame.clause.items)) if _opens(frame, at)), None)
    return any(each.what is What.TIME for each in frame.clause.items[clause_anchor(frame) : stop])


def _opens(frame: Frame, at: int) -> bool:
    """Whether another verb begins at an item."""
    item = frame.clause.items[at]
    verb = item.what is What.LIGHT or (item.what is What.TRIGGER and not item.trigger.is_noun)
    return verb and at != frame.anchor
