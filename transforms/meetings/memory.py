"""What was told so far in a document, and whom "the delegation" and "the two delegations" mean by it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from transforms.actors.records import Phrase, PhraseKind
from transforms.meetings.records import Clause, Frame
from transforms.meetings.subjects import opener_of, sentence_subject

PAIR = 2


@dataclass
class Memory:
    """What was told so far: the frames with two sides, the delegations, the subject of the sentence before."""

    is_press: Callable[[Phrase], bool]
    group: Callable[[Phrase], Phrase | None]
    frames: list[Frame] = field(default_factory=list)
    delegation: tuple[Phrase, ...] = ()
    topic: tuple[Phrase, ...] = ()
    opener: tuple[Phrase, ...] = ()

    def look_back(self, frame: Frame, read: Callable[[int], Clause]) -> None:
        """Remember of whom the sentence before speaks if it tells no meeting and the frame leaves its subject open."""
        number, told = frame.clause.number, self.frames
        self.opener = ()
        if not (frame.inherited or frame.anaphoric) or not number:
            return
        if not told:
            before = read(number - 1)
            self.topic = sentence_subject(before, len(before.items))
        elif not frame.item and told[-1].clause.number < number - 1:
            self.opener = opener_of(read(number - 1))

    def keep(self, frame: Frame) -> None:
        """Remember a frame."""
        self.frames.append(frame)
        for side in (frame.a, frame.b):
            if any(phrase.kind is PhraseKind.DELEGATION and is_identified(phrase) for phrase in side):
                self.delegation = side


def is_identified(phrase: Phrase) -> bool:
    """Whether a phrase says who is meant."""
    return phrase.person is not None or phrase.body is not None or phrase.country is not None


def delegation(side: tuple[Phrase, ...], memory: Memory) -> tuple[Phrase, ...]:
    """The delegation told before, in place of a bare "the delegation"."""
    if not side:
        return side
    phrase = side[0]
    if phrase.kind is not PhraseKind.DELEGATION or is_identified(phrase) or not phrase.definite:
        return side
    if phrase.dual:
        return _two_groups(phrase, memory) or side
    if memory.delegation and len(side) == 1:
        return memory.delegation
    group = memory.group(phrase)
    return (group, *side[1:]) if group is not None else side


def _two_groups(phrase: Phrase, memory: Memory) -> tuple[Phrase, ...]:
    """Whom "the two delegations" mean: two of one side of the last meeting, its two sides, or two told before."""
    last = next((each for each in reversed(memory.frames) if each.a and each.b), None)
    for side in (last.a, last.b) if last is not None else ():
        groups = tuple(each for each in side if each.kind is PhraseKind.DELEGATION and is_identified(each))
        if len(groups) == PAIR:
            return groups
    if last is not None:
        sides = _whole(last.a), _whole(last.b)
        persons = all(each.person is not None for each in sides)
        return (_two_bodies(memory) if persons else ()) or sides
    second = memory.group(phrase)
    first = memory.group(second) if second is not None else None
    return (first, second) if first is not None and second is not None and first.body != second.body else ()


def _two_bodies(memory: Memory) -> tuple[Phrase, ...]:
    """The two delegations or bodies that stood on one side of a meeting told before."""
    for frame in reversed(memory.frames):
        for side in (frame.a, frame.b):
            groups = tuple(each for each in side if each.person is None and is_identified(each))
            if len(groups) == PAIR and any(each.kind is PhraseKind.DELEGATION for each in groups):
                return groups
    return ()


def _whole(side: tuple[Phrase, ...]) -> Phrase:
    """The phrase that stands for a side as a whole: its delegation or body before a person."""
    return next((phrase for phrase in side if phrase.person is None and is_identified(phrase)), side[0])
