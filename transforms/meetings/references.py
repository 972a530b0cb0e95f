"""Who is meant where a frame leaves a side open: pronouns, "the two sides", "the delegation", a verb without its
subject.

In order: the other frames of the sentence, what the sentence speaks of, the meeting told last. The speaker of a
quotation is the person named last before it.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from transforms.actors.records import Phrase, PhraseKind
from transforms.lexicon.cues import Does
from transforms.lexicon.triggers import Sort
from transforms.meetings.memory import PAIR, Memory, delegation, is_identified
from transforms.meetings.records import Clause, Frame, Item, Link, What
from transforms.meetings.subjects import sentence_subject, unknown_before
from transforms.text.characters import PRONOUNS

#: How far behind a frame that opens its sentence its subject may stand without a verb of saying.
SPEAKER_SLACK = 4
#: The pronoun of several persons.
THEIR = PRONOUNS[2]


def fill(frame: Frame, memory: Memory) -> Frame:
    """The frame with its open sides filled as far as the text tells."""
    if (frame.shared or _is_pair(frame.a) or _are_they(frame.a, memory)) and not frame.b:
        frame = _shared(frame, memory)
    if frame.anaphoric and not frame.b:
        frame = _pronoun(frame, memory)
    if frame.inherited and not frame.a and not _is_of_unknown(frame):
        frame = replace(frame, a=_of_opener(frame, memory) or _owners(frame) or _subject(frame, memory))
    return replace(frame, a=delegation(frame.a, memory), b=delegation(frame.b, memory))


def _is_pair(side: tuple[Phrase, ...]) -> bool:
    """Whether a side is "the two delegations"."""
    return len(side) == 1 and side[0].dual and side[0].kind is PhraseKind.DELEGATION and not is_identified(side[0])


def _are_they(side: tuple[Phrase, ...], memory: Memory) -> bool:
    """Whether a side is "the two ministers" or "the ministers" and the meeting told last was of so many persons."""
    last = next((each for each in reversed(memory.frames) if each.a and each.b), None)
    if last is None or len(side) != 1 or side[0].kind is not PhraseKind.OFFICE or not side[0].definite:
        return False
    persons = len({each.person for each in (*last.a, *last.b) if each.person is not None})
    many = (side[0].dual and persons == PAIR) or (side[0].plural and not side[0].dual and persons > PAIR)
    return many and not is_identified(side[0])


def _shared(frame: Frame, memory: Memory) -> Frame:
    last = _last(frame, memory)
    if last is None:
        return frame
    return replace(frame, a=last.a, b=last.b)


def _pronoun(frame: Frame, memory: Memory) -> Frame:
    """A pronoun means whoever of the last meeting is not the subject, or what the sentence before spoke of."""
    last = _last(frame, memory)
    told = unknown_before(frame.clause, frame.item)
    if frame.rule.endswith(".passive") and not told and last is not None and last.clause.number != frame.clause.number:
        return replace(frame, b=tuple(each for each in last.a if each not in frame.a))
    if last is not None and last.clause.number != frame.clause.number and _follows_verb(frame):
        return frame
    if last is None:
        topic = sentence_subject(frame.clause, frame.anchor) or memory.topic
        return replace(frame, b=tuple(each for each in topic if each not in frame.a))
    subject = frame.a or last.a
    crossed = _overlap(subject, last.b) and not _overlap(subject, last.a)
    return replace(frame, a=subject, b=last.a if crossed else last.b)


def _follows_verb(frame: Frame) -> bool:
    """Whether another word of meeting stands before it in the sentence: the pronoun means that one's counterpart."""
    return any(each.what is What.TRIGGER for each in frame.clause.items[: frame.item])


def _last(frame: Frame, memory: Memory) -> Frame | None:
    """The last frame with both sides, of this sentence if there is one."""
    full = [each for each in memory.frames if each.a and each.b]
    return full[-1] if full else None


def _subject(frame: Frame, memory: Memory) -> tuple[Phrase, ...]:
    if frame.rule.endswith(".speaker"):
        quoted = [each for each in memory.frames if each.clause.number == frame.clause.number]
        if quoted and quoted[-1].rule.endswith(".speaker"):
            return quoted[-1].a
        return _speaker(frame.clause, frame.anchor) or memory.topic
    here = [each for each in memory.frames if each.clause.number == frame.clause.number and each.a]
    usable = [each for each in here if not _overlap(each.a, frame.b)]
    visitor = _visitor(frame)
    if visitor and not _overlap(visitor, frame.b):
        return visitor
    if usable:
        return usable[-1].b if _goes_on(usable[-1], frame) else usable[-1].a
    subject = sentence_subject(frame.clause, frame.anchor, memory.is_press)
    if frame.rule.endswith(".possessor") and subject and subject[0].kind is PhraseKind.BODY:
        subject = _sayer(frame) or subject
    if subject and not _overlap(subject, frame.b):
        return subject
    open_front = frame.trigger.is_noun or _awaits_subject(frame)
    found = _state(frame) or (_behind(frame) if open_front else ())
    if found:
        return found
    if memory.frames:
        last = memory.frames[-1]
        return last.b if _overlap(last.a, frame.b) and not _overlap(last.b, frame.b) else last.a
    return memory.topic if not _overlap(memory.topic, frame.b) else ()


def _is_of_unknown(frame: Frame) -> bool:
    """Whether somebody whom nobody knows says something during his meeting: a verb of saying, a word, "during"."""
    items, at = frame.clause.items, frame.anchor
    if not frame.rule.endswith(".possessor") or at < 2:
        return False
    opener, verb = items[at - 1], items[at - 2]
    told = Does.DURING in opener.does and Does.STATEMENT in verb.does and not opener.comma
    return told and opener.first - verb.last == 1


def _state(frame: Frame) -> tuple[Phrase, ...]:
    """The country that tells of its talks with another one: it stands right behind the first verb of saying."""
    if not frame.trigger.is_noun or any(each.kind is not PhraseKind.COUNTRY for each in frame.b):
        return ()
    for verb, item in pairwise(frame.clause.items[: frame.anchor]):
        country = item.phrase is not None and item.phrase.kind is PhraseKind.COUNTRY and item.link is None
        if Does.STATEMENT in verb.does and country and item.first == verb.last:
            return (item.phrase,) if item.phrase is not None and item.phrase not in frame.b else ()
    return ()


def _of_opener(frame: Frame, memory: Memory) -> tuple[Phrase, ...]:
    """Of whom the sentence before spoke, where a verb opens this one."""
    goes_on = not frame.trigger.is_noun and frame.item == 0 and not _overlap(memory.opener, frame.b)
    return memory.opener if goes_on else ()


def _owners(frame: Frame) -> tuple[Phrase, ...]:
    """Whose "their meeting" is: several told right before it in the sentence."""
    if not frame.rule.endswith(".possessor") or frame.hit.cut.suffix != THEIR:
        return ()
    for item in reversed(frame.clause.items[: frame.anchor]):
        phrase = item.phrase
        if phrase is not None and phrase.kind is not PhraseKind.COUNTRY:
            many = phrase.plural or phrase.kind is PhraseKind.BODY
            return (phrase,) if many and is_identified(phrase) and not _overlap((phrase,), frame.b) else ()
    return ()


def _visitor(frame: Frame) -> tuple[Phrase, ...]:
    """Who made the visit in whose course somebody met: the phrase right behind the word of visiting."""
    items = frame.clause.items
    following = items[frame.item + 1 : frame.item + 2]
    within = any(Does.WITHIN in each.does and each.first == frame.hit.last for each in following)
    where = bool(items[: frame.anchor]) and Does.WHERE in items[frame.anchor - 1].does
    if not (within or where) and not (frame.rule.endswith(".possessor") and items[frame.item].joined):
        return ()
    for verb, item in pairwise(reversed(items[: frame.anchor])):
        able = verb.phrase is not None and verb.phrase.kind in (PhraseKind.PERSON, PhraseKind.OFFICE)
        near = verb.first - item.last <= (verb.link is Link.TO)
        if able and Does.VISIT in item.does and near and verb.link in (None, Link.TO):
            return (verb.phrase,) if verb.phrase is not None else ()
    return ()


def _sayer(frame: Frame) -> tuple[Phrase, ...]:
    """Who says what the sentence tells: the possessor of a meeting is that person before a body of what is said."""
    items = frame.clause.items[: frame.anchor]
    for verb, item in pairwise(items):
        able = item.phrase is not None and item.phrase.kind in (PhraseKind.PERSON, PhraseKind.OFFICE)
        if Does.STATEMENT in verb.does and able and item.first == verb.last and item.link is None:
            return (item.phrase,) if item.phrase is not None else ()
    return ()


def _goes_on(last: Frame, frame: Frame) -> bool:
    """Whether the one who was received (X received him, then he met) is the subject of the next verb."""
    received = last.rule.endswith(".pronoun") and last.trigger.sort is Sort.RECEIVE and last.anaphoric
    return received and not frame.trigger.is_noun and not _overlap(last.b, frame.b)


def _awaits_subject(frame: Frame) -> bool:
    """Whether a verb stands in what opens its sentence (on the eve of his arrival in X, where he will meet Y): the
    subject follows."""
    items = frame.clause.items[: frame.anchor]
    return bool(items) and Does.WHERE in items[-1].does and not any(_is_somebody(each) for each in items)


def _is_somebody(item: Item) -> bool:
    return item.phrase is not None and item.phrase.kind is not PhraseKind.COUNTRY


def _behind(frame: Frame) -> tuple[Phrase, ...]:
    """The first free phrase behind a frame that opens its sentence: during a meeting with X, Y said."""
    items = frame.clause.items
    opened = any(each.does & {Does.DURING, Does.LOCATIVE} for each in items[: frame.item])
    for at, item in enumerate(items) if opened else ():
        if item.first < frame.last or item.what is not What.PHRASE or item.link is not None:
            continue
        assert item.phrase is not None
        between = items[frame.item + 1 : at]
        speaks = any(Does.STATEMENT in each.does and each.last == item.first for each in between)
        quoted = sum(Does.STATEMENT in each.does for each in items[:at]) > 1
        able = item.phrase.kind in (PhraseKind.PERSON, PhraseKind.OFFICE) and not quoted
        return (item.phrase,) if able and (speaks or item.first - frame.last <= SPEAKER_SLACK) else ()
    return ()


def _speaker(clause: Clause, before: int) -> tuple[Phrase, ...]:
    for item in reversed(clause.items[:before]):
        if item.phrase is not None and item.phrase.person is not None:
            return (item.phrase,)
    return ()


def _overlap(left: tuple[Phrase, ...], right: tuple[Phrase, ...]) -> bool:
    people = {each.person for each in left if each.person is not None}
    if people & {each.person for each in right if each.person is not None}:
        return True
    return bool(set(left) & set(right))
