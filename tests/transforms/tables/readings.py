"""Readings made by hand: a text is put together from words, and every span is where its word came to stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from transforms.base.codes import (
    Basis,
    CandidateOutcome,
    CandidateReason,
    EntityType,
    Format,
    Kind,
    MentionForm,
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


def _participant(side: Side, index: int, actor: Actor, text: str, base: int) -> Participant:
    kind = PartyKind(actor.entity_type)
    start = text.index(actor.name, base)
    end = start + len(actor.name)
    return Participant(side, kind, index, actor.name, actor.name, None, None, actor.country, True, start, end)


def _report(wish: Wish, actors: list[Actor], text: str, sentence: str) -> Report:
    base = text.index(sentence)
    a, b = wish.a, wish.b
    parties = (
        _participant(Side.A, actors.index(a), a, text, base),
        _participant(Side.B, actors.index(b), b, text, base),
    )
    return Report(
        is_main=True,
        status=wish.status,
        kind=wish.kind,
        format=wish.format,
        when=_when(wish.on, wish.inferred, wish.words, text),
        where=Venue(country=wish.place),
        participants=parties,
        side_a_countries=(a.country,) if a.country else (),
        side_b_countries=(b.country,) if b.country else (),
        side_a_lead=a.name,
        side_b_lead=b.name,
        topics=(),
        trigger="التقى",
        rule_id="rule",
        evidence=sentence,
        evidence_span=Span(base, base + len(sentence)),
        plover_event="CONSULT",
        plover_mode=None,
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
    reports = tuple(_report(wish, actors, text, s) for wish, s in zip(meetings, sentences, strict=True))
    mentions = tuple(
        Mention(at, at + len(actor.name), actor.name, actor.entity_type, index, MentionForm.FULL, Zone.BODY)
        for index, actor in enumerate(actors)
        for at in [text.index(actor.name, tail)]
    )
    seen_on = day(published)
    source = source or f"file:///{name}.txt"
    document = Document(text, f"id-{name}", source, record_no, outlet=outlet, published=seen_on)
    return Reading(
        doc_id=content_id("doc", text_digest(text)),
        document=document,
        title=None,
        body=Span(0, len(text)),
        regions=(),
        publication=Publication(
            seen_on,
            basis or (PublishedBasis.METADATA if seen_on else PublishedBasis.NONE),
            Interval(seen_on, seen_on),
            None,
            (),
        ),
        dates=(),
        actors=tuple(actors),
        mentions=mentions,
        tenures=tuple(Tenure(actors.index(actor), role, body, actor.country) for actor, role, body in tenures),
        reports=reports,
        candidates=_candidates(text, sentences),
    )


def _candidates(text: str, sentences: list[str]) -> tuple[Candidate, ...]:
    """One kept candidate for each report, and a discarded one at the start of the text."""
    kept = tuple(
        Candidate("التقى", at, at + 5, CandidateOutcome.REPORT, CandidateReason.NEW_OCCASION, number)
        for number, sentence in enumerate(sentences)
        for at in [text.index(sentence)]
    )
    return (Candidate("خبر", 0, 3, CandidateOutcome.DISCARDED, CandidateReason.NO_COUNTERPART, None), *kept)
