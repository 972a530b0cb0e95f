"""Readings made by hand. First their parts, of which only what a test is about need be told; then whole readings whose
text is put together from words, so that every span is where its word came to stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

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
    Side,
    Status,
    Zone,
)
from transforms.base.ids import content_id, text_digest
from transforms.base.records import (
    Actor,
    Candidate,
    Document,
    Interval,
    MeetingDate,
    Mention,
    Participant,
    Publication,
    Reading,
    Report,
    Span,
    Tenure,
    Venue,
)

UNKNOWN = Interval()


def day(text: str | None) -> date | None:
    """An ISO date, or None."""
    return None if text is None else date.fromisoformat(text)


def interval(earliest: str | None = None, latest: str | None = None) -> Interval:
    """An interval of ISO dates."""
    return Interval(day(earliest), day(latest))


def person(name: str, country: str | None = None, name_en: str | None = None) -> Actor:
    """A person whose id depends on the name alone."""
    return Actor(content_id("per", name), EntityType.PERSON, name, name_en, country, (), False)


def body(name: str, country: str | None = None) -> Actor:
    """A body whose id depends on the name alone."""
    return Actor(content_id("org", name), EntityType.ORGANIZATION, name, None, country, ("Q1",), True)


def mention(index: int, actor: Actor, start: int, ground: NameGround | None = None) -> Mention:
    """A mention of an actor by the full name."""
    end = start + len(actor.name)
    return Mention(start, end, actor.name, actor.entity_type, index, MentionForm.FULL, Zone.BODY, ground)


def participant(
    side: Side, index: int, actor: Actor, start: int, role: str | None = None, lead: bool = True
) -> Participant:
    """An actor, named in full, who took part."""
    kind, name, end = PartyKind(actor.entity_type), actor.name, start + len(actor.name)
    return Participant(side, kind, index, name, name, role, None, actor.country, lead, start, end)


def _side(participants: Sequence[Participant], side: Side) -> tuple[tuple[str, ...], str | None]:
    """The countries and the lead of a side."""
    own = [each for each in participants if each.side is side]
    countries = {each.country for each in own if each.country}
    return tuple(sorted(countries)), next((each.name for each in own if each.is_lead), None)


def report(participants: Sequence[Participant], when: MeetingDate, evidence: str, start: int, **fields: Any) -> Report:
    """A report with evidence at `start`. What `fields` leave open follows from the participants, or is usual."""
    (a_countries, a_lead), (b_countries, b_lead) = _side(participants, Side.A), _side(participants, Side.B)
    usual: dict[str, Any] = {
        "is_main": True,
        "status": Status.HELD,
        "kind": Kind.BILATERAL,
        "format": Format.UNSPECIFIED,
        "where": Venue(),
        "side_a_countries": a_countries,
        "side_b_countries": b_countries,
        "side_a_lead": a_lead,
        "side_b_lead": b_lead,
        "topics": (),
        "trigger": evidence.split(maxsplit=1)[0],
        "rule_id": "rule",
        "plover_event": "CONSULT",
        "plover_mode": None,
        "confidence": 0.5,
    }
    span = Span(start, start + len(evidence))
    return Report(participants=tuple(participants), when=when, evidence=evidence, evidence_span=span, **usual | fields)


def candidate(trigger: str, start: int, report: int | None, reason: CandidateReason) -> Candidate:
    """A candidate that became the report of this number, or none."""
    outcome = CandidateOutcome.DISCARDED if report is None else CandidateOutcome.REPORT
    return Candidate(trigger, start, start + len(trigger), outcome, reason, report)


def publication(day: date | None, basis: PublishedBasis | None = None) -> Publication:
    """A day that the metadata give, or another basis; or none."""
    usual = PublishedBasis.METADATA if day else PublishedBasis.NONE
    return Publication(day, basis or usual, Interval(day, day), None, ())


def assemble(
    document: Document,
    actors: Iterable[Actor],
    mentions: Iterable[Mention],
    reports: Iterable[Report],
    candidates: Iterable[Candidate],
    **fields: Any,
) -> Reading:
    """The parts as one reading. What `fields` leave open follows from the document, or is empty."""
    usual: dict[str, Any] = {
        "title": document.title,
        "regions": (),
        "publication": publication(document.published),
        "dates": (),
        "tenures": (),
    }
    return Reading(
        doc_id=content_id("doc", text_digest(document.text)),
        document=document,
        body=Span(0, len(document.text)),
        actors=tuple(actors),
        mentions=tuple(mentions),
        reports=tuple(reports),
        candidates=tuple(candidates),
        **usual | fields,
    )


def _when(given: Interval, inferred: Interval, words: str | None, text: str) -> MeetingDate:
    low, high = given
    precision = {
        (False, False): Precision.UNKNOWN,
        (False, True): Precision.BEFORE,
        (True, False): Precision.AFTER,
        (True, True): Precision.DAY if low == high else Precision.RANGE,
    }[low is not None, high is not None]
    span = None if words is None else Span(text.index(words), text.index(words) + len(words))
    basis = Basis.NONE if precision is Precision.UNKNOWN else Basis.EXPLICIT
    return MeetingDate(words, span, given, precision, basis, ("rule",), inferred, ())


@dataclass(frozen=True)
class Wish:
    """What a report should say; `reading` puts it into a text."""

    a: Actor
    b: Actor
    on: Interval = UNKNOWN
    inferred: Interval = UNKNOWN
    status: Status = Status.HELD
    format: Format = Format.UNSPECIFIED
    kind: Kind = Kind.BILATERAL
    place: str | None = None
    words: str | None = None
    confidence: float = 0.5

    def sentence(self, number: int) -> str:
        """The sentence that tells of the meeting, the `number`-th of its text."""
        return f"التقى {self.a.name} مع {self.b.name} رقم {number} {self.words or ''}".strip()


def _report(wish: Wish, actors: list[Actor], text: str, sentence: str) -> Report:
    base = text.index(sentence)
    sides = ((Side.A, wish.a), (Side.B, wish.b))
    return report(
        [participant(side, actors.index(each), each, text.index(each.name, base)) for side, each in sides],
        _when(wish.on, wish.inferred, wish.words, text),
        sentence,
        base,
        status=wish.status,
        kind=wish.kind,
        format=wish.format,
        where=Venue(country=wish.place),
        confidence=wish.confidence,
    )


def reading(
    *meetings: Wish,
    name: str = "a",
    source: str | None = None,
    record_no: int = 0,
    outlet: str | None = None,
    published: str | None = None,
    basis: PublishedBasis | None = None,
    named: tuple[Actor, ...] = (),
    tenures: tuple[tuple[Actor, str, str | None], ...] = (),
) -> Reading:
    """A reading whose text has one sentence for each meeting; `name` makes the text another one."""
    parties = [party for wish in meetings for party in (wish.a, wish.b)]
    actors = list(dict.fromkeys([*parties, *named, *(holder for holder, _, _ in tenures)]))
    sentences = [wish.sentence(number) for number, wish in enumerate(meetings)]
    text = "\n".join([f"خبر {name}", *sentences, " ، ".join(actor.name for actor in actors)]) + "\n"
    tail = text.rindex("\n", 0, len(text) - 1)
    reports = [_report(wish, actors, text, told) for wish, told in zip(meetings, sentences, strict=True)]
    mentions = [mention(index, actor, text.index(actor.name, tail)) for index, actor in enumerate(actors)]
    source = source or f"file:///{name}.txt"
    document = Document(text, f"id-{name}", source, record_no, outlet=outlet, published=day(published))
    kept = [
        candidate("التقى", text.index(told), number, CandidateReason.NEW_OCCASION)
        for number, told in enumerate(sentences)
    ]
    return assemble(
        document,
        actors,
        mentions,
        reports,
        [candidate("خبر", 0, None, CandidateReason.NO_COUNTERPART), *kept],
        publication=publication(day(published), basis),
        tenures=tuple(Tenure(actors.index(holder), role, body, holder.country) for holder, role, body in tenures),
    )
