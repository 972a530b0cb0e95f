"""The closed vocabularies of the dataset: every enumerated column takes its values from here.

The schema derives the allowed values of a column from these classes, so a new value exists in the code, the codebook
and the validation at once. Reasons are codes, not prose.
"""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """What became of a document."""

    MEETINGS = "meetings"
    NO_MEETING = "no_meeting"


class PublishedBasis(StrEnum):
    """Where a publication date was read."""

    METADATA = "metadata"
    DATELINE = "dateline"
    URL = "url"
    NONE = "none"


class Status(StrEnum):
    """Whether the meeting took place, as the document has it."""

    HELD = "held"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    DENIED = "denied"


class Kind(StrEnum):
    """How many sides met."""

    BILATERAL = "bilateral"
    MULTILATERAL = "multilateral"
    INTERNAL = "internal"


class Format(StrEnum):
    """By which channel. `in_person` needs a sign of presence."""

    IN_PERSON = "in_person"
    VIRTUAL = "virtual"
    PHONE = "phone"
    UNSPECIFIED = "unspecified"


class Precision(StrEnum):
    """How much of a meeting's date is known."""

    DAY = "day"
    RANGE = "range"
    BEFORE = "before"
    AFTER = "after"
    UNKNOWN = "unknown"


class Basis(StrEnum):
    """What a meeting's date rests on."""

    EXPLICIT = "explicit"
    RELATIVE = "relative"
    PUBLICATION = "publication"
    PAGE_DATE = "page_date"
    NONE = "none"


class Side(StrEnum):
    """Side a is the grammatical subject's, side b the counterpart's, other a mediator or third party."""

    A = "a"
    B = "b"
    OTHER = "other"


class PartyKind(StrEnum):
    """What a participant is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"


class EntityType(StrEnum):
    """What a mention refers to."""

    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"
    PLACE = "place"
    RESOLUTION = "resolution"


class MentionForm(StrEnum):
    """How much of the name a mention gives."""

    FULL = "full"
    PARTIAL = "partial"
    ADJECTIVE = "adjective"
    ACRONYM = "acronym"


class NameGround(StrEnum):
    """Why a name was taken for a person's: which rule of the grammar of names."""

    KNOWN = "known"
    """The lexicon has the person."""
    OFFICE = "office"
    """Behind an office or title, with nothing between."""
    COMMA = "comma"
    """Behind an office and a comma."""
    LIST = "list"
    """Behind another name and a conjunction, or behind words that open a list of persons."""
    SAYING = "saying"
    """Behind a verb of saying."""
    SHAPE = "shape"
    """Nothing before it: a given name with more of a name behind it."""
    PART = "part"
    """A part of a name that the article gives elsewhere."""
    CUE = "cue"
    """A known family name alone, beside a word that is told of its bearer only."""


class Zone(StrEnum):
    """Which part of the article a mention stands in."""

    TITLE = "title"
    BODY = "body"


class CandidateOutcome(StrEnum):
    """What became of a place where the engine considered a meeting."""

    REPORT = "report"
    MERGED = "merged"
    DISCARDED = "discarded"


class CandidateReason(StrEnum):
    """Why a candidate ended as it did."""

    NEW_OCCASION = "new_occasion"
    SAME_OCCASION = "same_occasion"
    NO_COUNTERPART = "no_counterpart"
    NO_SUBJECT = "no_subject"
    SAME_PARTY = "same_party"
    DEMAND = "demand"
    READINESS = "readiness"
    HABITUAL = "habitual"
    HYPOTHETICAL = "hypothetical"
    INTERVIEW = "interview"
    SPORT = "sport"
    MESSAGE = "message"
    INTERNAL_SESSION = "internal_session"
    DENIAL_OF_OTHER = "denial_of_other"
    NAMED_BODY = "named_body"
    OTHER_SENSE = "other_sense"
    FURNITURE = "furniture"
    NO_EVENT = "no_event"


class RejectReason(StrEnum):
    """Why an input record became no document."""

    EMPTY = "empty"
    UNREADABLE = "unreadable"
    BINARY = "binary"
    UNDECODABLE = "undecodable"
    NOT_A_RECORD = "not_a_record"
    NO_TEXT = "no_text"
    BAD_FIELD = "bad_field"
    TOO_LARGE = "too_large"
    TRUNCATED = "truncated"
    UNSUPPORTED = "unsupported"
    ENGINE_FAULT = "engine_fault"
