"""The frozen records that pass between the layers.

A `Document` goes in, a `Reading` comes out. Inside the engine spans are offsets into the page's folded text;
everything in a `Reading` is an offset into `Document.text`, so that `text[start:end]` is the surface. Records are
never changed, only made anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from transforms.base.codes import (
    Basis,
    CandidateOutcome,
    CandidateReason,
    EntityType,
    Format,
    Kind,
    MentionForm,
    NameGround,
    PartyKind,
    Precision,
    PublishedBasis,
    RejectReason,
    Side,
    Status,
    Zone,
)


class Span(NamedTuple):
    """Half-open character offsets."""

    start: int
    end: int


class Interval(NamedTuple):
    """Inclusive days; a bound that is None is not known."""

    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True)
class Document:
    """One article as an input gave it, decoded but otherwise untouched.

    `published` and `fetched` are metadata; `fetched` is only an upper bound on publication. `record_no` counts
    records inside one source from 0.
    """

    text: str
    record_id: str
    source_uri: str
    record_no: int = 0
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: date | None = None
    fetched: date | None = None


@dataclass(frozen=True)
class Reject:
    """One input record that became no document. `sha256` and `n_bytes` are of what was read (None if nothing was)."""

    source_uri: str
    record_no: int
    reason: RejectReason
    detail: str
    sha256: str | None
    n_bytes: int | None


@dataclass(frozen=True)
class Publication:
    """When the document was published, as far as it says so. `bounds` hold also when the day is not known."""

    day: date | None
    basis: PublishedBasis
    bounds: Interval
    page_date: date | None
    reasons: tuple[str, ...]


class TimeExpression(NamedTuple):
    """A date expression resolved against a reference. `interval` is empty when the reference is missing."""

    start: int
    end: int
    surface: str
    interval: Interval
    precision: Precision
    basis: Basis
    rule_id: str
    reasons: tuple[str, ...]


class Mention(NamedTuple):
    """One mention of an entity. `actor` is the index of its `Actor` in the reading; `ground` tells why a name was taken
    for a person's, None for everything else.
    """

    start: int
    end: int
    surface: str
    entity_type: EntityType
    actor: int
    form: MentionForm
    zone: Zone
    ground: NameGround | None = None


@dataclass(frozen=True)
class Actor:
    """One entity as one document names it: a person, body, country, place or resolution.

    `name` is the fullest form in the document without titles; `entity_id` is a content id, the same in every document
    that means the same thing. `country` is the ISO 3166-1 alpha-3 code of whom it stands for, None for international
    bodies.
    """

    entity_id: str
    entity_type: EntityType
    name: str
    name_en: str | None
    country: str | None
    external_ids: tuple[str, ...]
    in_lexicon: bool


class Tenure(NamedTuple):
    """An office that the document sees a person hold. `actor` indexes `Reading.actors`."""

    actor: int
    role: str
    organization: str | None
    country: str | None


@dataclass(frozen=True)
class Participant:
    """A named person, a body or a country that took part. `actor` indexes `Reading.actors`."""

    side: Side
    kind: PartyKind
    actor: int
    name: str
    surface: str
    role: str | None
    organization: str | None
    country: str | None
    is_lead: bool
    start: int
    end: int


@dataclass(frozen=True)
class MeetingDate:
    """The date of a meeting: the words that give it, what they say, and what may be inferred beside them."""

    surface: str | None
    span: Span | None
    interval: Interval
    precision: Precision
    basis: Basis
    reasons: tuple[str, ...]
    inferred: Interval
    inferred_reasons: tuple[str, ...]


@dataclass(frozen=True)
class Venue:
    """Where: the words of the text, the city's name in Arabic as the lexicon has it, the country's alpha-3 code."""

    surface: str | None = None
    city: str | None = None
    country: str | None = None


@dataclass(frozen=True)
class Report:
    """One meeting as one document reports it. Country tuples are sorted; leads are names."""

    is_main: bool
    status: Status
    kind: Kind
    format: Format
    when: MeetingDate
    where: Venue
    participants: tuple[Participant, ...]
    side_a_countries: tuple[str, ...]
    side_b_countries: tuple[str, ...]
    side_a_lead: str | None
    side_b_lead: str | None
    topics: tuple[str, ...]
    trigger: str
    rule_id: str
    evidence: str
    evidence_span: Span
    plover_event: str
    plover_mode: str | None
    confidence: float


@dataclass(frozen=True)
class Candidate:
    """A place where a meeting was considered. `report` indexes `Reading.reports`, None when discarded."""

    trigger: str
    start: int
    end: int
    outcome: CandidateOutcome
    reason: CandidateReason
    report: int | None


class Region(NamedTuple):
    """One line of the document and what it is: title, text, header, clock or furniture."""

    part: str
    start: int
    end: int


@dataclass(frozen=True)
class Reading:
    """All that the engine found in one document, every span an offset into `document.text`."""

    doc_id: str
    document: Document
    title: str | None
    body: Span
    regions: tuple[Region, ...]
    publication: Publication
    dates: tuple[TimeExpression, ...]
    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    tenures: tuple[Tenure, ...]
    reports: tuple[Report, ...]
    candidates: tuple[Candidate, ...]
