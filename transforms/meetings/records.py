"""What passes between the steps of this layer: the items of a sentence, the arguments of a word, a frame, an
occasion.

Word indices and offsets are those of the page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from transforms.actors.records import Phrase
from transforms.base.codes import CandidateReason, Format, Status
from transforms.base.records import MeetingDate, Venue
from transforms.lexicon.cues import Does
from transforms.lexicon.entries import Hit
from transforms.lexicon.triggers import Trigger
from transforms.text.sentences import Sentence


class What(StrEnum):
    """What an item of a sentence is."""

    PHRASE = "phrase"
    TRIGGER = "trigger"
    LIGHT = "light"
    CUE = "cue"
    TIME = "time"
    PLACE = "place"


class Link(StrEnum):
    """How a phrase hangs on what stands before it."""

    BARE = "bare"
    WITH = "with"
    BY = "by"
    TO = "to"
    TOWARD = "toward"
    FROM = "from"
    AGENT = "agent"
    BETWEEN = "between"
    LEAD = "lead"
    MEMBER = "member"
    PRESENT = "present"
    PATRON = "patron"
    PLACE = "place"
    LOOSE = "loose"


#: The link that a cue gives to the phrase behind it.
LINKS = {
    Does.WITH: Link.WITH,
    Does.BETWEEN: Link.BETWEEN,
    Does.FROM: Link.FROM,
    Does.AGENT: Link.AGENT,
    Does.COMPRISE: Link.MEMBER,
    Does.LEAD: Link.LEAD,
    Does.HEADING: Link.MEMBER,
    Does.PRESENCE_OF: Link.PRESENT,
    Does.PATRON: Link.PATRON,
    Does.ACCOMPANY: Link.PRESENT,
    Does.VENUE: Link.PLACE,
    Does.LOCATIVE: Link.PLACE,
    Does.DURING: Link.PLACE,
}


class Item(NamedTuple):
    """One thing of a sentence at words `[first, last)`. `joined` marks a conjunction glued before it, `comma` a comma.

    `noun_behind` marks a word with the article right behind it, `definite_before` one right before it, `governed` a
    word with a preposition right before it, `accusative` a group that ends like an indefinite object.
    """

    what: What
    first: int
    last: int
    hit: Hit | None
    phrase: Phrase | None
    does: frozenset[Does]
    link: Link | None
    joined: bool
    comma: bool
    noun_behind: bool = False
    accusative: bool = False
    definite_before: bool = False
    governed: bool = False

    @property
    def trigger(self) -> Trigger:
        """The trigger's payload; only for triggers and light verbs."""
        assert self.hit is not None
        payload = self.hit.entry.payload
        assert isinstance(payload, Trigger)
        return payload


class Argument(NamedTuple):
    """Coordinated phrases with one link; `then` counts the parts into which the text separates them. `both` marks a
    word such as "the two sides", `accusative` a group with the ending of an object."""

    link: Link
    phrases: tuple[Phrase, ...]
    item: int
    parts: tuple[int, ...] = ()
    both: bool = False
    accusative: bool = False


@dataclass(frozen=True)
class Clause:
    """A sentence as items in order."""

    number: int
    sentence: Sentence
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Frame:
    """One trigger with its parties as one sentence has them.

    `a` is the subject's side, `b` the counterpart's; `shared` marks that the parties are those named before ("the two
    sides"), `open_a` and `open_b` that a side is told only by a pronoun or not at all. `first` and `last` bound the
    words of the frame, `anchor` is the item of the word on which the parties hang.
    """

    item: int
    anchor: int
    clause: Clause
    rule: str
    a: tuple[Phrase, ...] = ()
    b: tuple[Phrase, ...] = ()
    other: tuple[Phrase, ...] = ()
    present: tuple[Phrase, ...] = ()
    arguments: tuple[Argument, ...] = ()
    parts: tuple[int, ...] = ()
    shared: bool = False
    anaphoric: bool = False
    inherited: bool = False
    last: int = 0
    reason: CandidateReason | None = None

    @property
    def hit(self) -> Hit:
        """The trigger's hit."""
        hit = self.clause.items[self.item].hit
        assert hit is not None
        return hit

    @property
    def trigger(self) -> Trigger:
        """The trigger's payload."""
        return self.clause.items[self.item].trigger


class Parties(NamedTuple):
    """Who a side is: persons and bodies as indices of the cast, countries as codes."""

    persons: frozenset[int] = frozenset()
    bodies: frozenset[int] = frozenset()
    countries: frozenset[str] = frozenset()

    @property
    def known(self) -> bool:
        """Whether anybody is identified."""
        return bool(self.persons or self.bodies or self.countries)


@dataclass(frozen=True)
class Told:
    """A frame with what its words tell beside the parties."""

    frame: Frame
    a: Parties
    b: Parties
    status: Status
    channel: Format
    when: MeetingDate
    where: Venue
    background: bool
    further: bool
    asserted: bool = True


@dataclass
class Occasion:
    """One meeting while the document is read: its frames in order, and who was named to it later."""

    told: list[Told]
    a: list[Phrase] = field(default_factory=list)
    b: list[Phrase] = field(default_factory=list)
    other: list[Phrase] = field(default_factory=list)
    status: Status = Status.HELD

    @property
    def lead(self) -> Told:
        """The first frame."""
        return self.told[0]
