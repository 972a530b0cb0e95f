"""An engine that needs no lexicon: a line `A met B` is a meeting of two persons, the word CRASH makes it fail.

With it the flow's own promises are tested: they must hold whatever the engine finds.
"""

from __future__ import annotations

import re

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
    Venue,
)

MEETING = re.compile(r"^(?P<a>[^\n.]+) (?P<met>met) (?P<b>[^\n.]+)$", re.MULTILINE)
UNDATED = MeetingDate(None, None, Interval(), Precision.UNKNOWN, Basis.NONE, (), Interval(), ())
CRASH = "CRASH"


class FakeEngine:
    """Reads like the engine does, by one rule."""

    fingerprint = "eng_fake"

    def read(self, document: Document) -> Reading:
        """One report for each line that says `met`."""
        if CRASH in document.text:
            raise ZeroDivisionError("the engine stumbled")
        found = list(MEETING.finditer(document.text))
        names = list(dict.fromkeys(match[side] for match in found for side in ("a", "b")))
        day = document.published
        basis = PublishedBasis.METADATA if day else PublishedBasis.NONE
        return Reading(
            doc_id=content_id("doc", text_digest(document.text)),
            document=document,
            title=document.title,
            body=Span(0, len(document.text)),
            regions=(),
            publication=Publication(day, basis, Interval(day, day), None, ()),
            dates=(),
            actors=tuple(_person(name) for name in names),
            mentions=tuple(
                Mention(
                    *match.span(side),
                    match[side],
                    EntityType.PERSON,
                    names.index(match[side]),
                    MentionForm.FULL,
                    Zone.BODY,
                )
                for match in found
                for side in ("a", "b")
            ),
            tenures=(),
            reports=tuple(_report(match, names, number == 0) for number, match in enumerate(found)),
            candidates=tuple(
                Candidate(
                    match["met"], *match.span("met"), CandidateOutcome.REPORT, CandidateReason.NEW_OCCASION, number
                )
                for number, match in enumerate(found)
            ),
        )


def _person(name: str) -> Actor:
    return Actor(content_id("per", name), EntityType.PERSON, name, None, None, (), False)


def _participant(match: re.Match[str], side: str, names: list[str]) -> Participant:
    name = match[side]
    return Participant(
        Side(side), PartyKind.PERSON, names.index(name), name, name, None, None, None, True, *match.span(side)
    )


def _report(match: re.Match[str], names: list[str], main: bool) -> Report:
    return Report(
        is_main=main,
        status=Status.HELD,
        kind=Kind.BILATERAL,
        format=Format.UNSPECIFIED,
        when=UNDATED,
        where=Venue(),
        participants=(_participant(match, "a", names), _participant(match, "b", names)),
        side_a_countries=(),
        side_b_countries=(),
        side_a_lead=match["a"],
        side_b_lead=match["b"],
        topics=(),
        trigger=match["met"],
        rule_id="fake",
        evidence=match[0],
        evidence_span=Span(*match.span()),
        plover_event="CONSULT",
        plover_mode=None,
        confidence=1.0,
    )
