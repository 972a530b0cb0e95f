"""The engine: a `Document` goes in, a `Reading` comes out. The one public face of everything below it.

The order is fixed: fold and find words, scan with the lexicon, part the page, cut sentences, find dates, date the
document, find actors, find meetings. Inside, positions are those of the folded text; here, and only here, they become
offsets into the document's own text, and every surface is cut from it anew, so that `text[start:end]` is the surface
by construction.
"""

from __future__ import annotations

from dataclasses import replace

from transforms.actors import find_cast
from transforms.base.ids import content_id, text_digest
from transforms.base.records import (
    Candidate,
    Document,
    MeetingDate,
    Mention,
    Participant,
    Reading,
    Region,
    Report,
    TimeExpression,
)
from transforms.lexicon import Lexicon
from transforms.lexicon.furniture import furniture_cues
from transforms.meetings import find_meetings
from transforms.temporal import Expression, Leaning, date_document, facts_of, find_expressions, resolve, with_inference
from transforms.text.layout import Layout, Line, lay_out
from transforms.text.normalise import fold
from transforms.text.page import Page, open_page
from transforms.text.sentences import find_sentences

#: The version of the engine's rules: a new one extracts everything anew.
ENGINE_VERSION = "0.1.0"


class Engine:
    """Reads documents with one lexicon. Holds no state between documents but the lexicon's memory of words."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.fingerprint = content_id("eng", ENGINE_VERSION, lexicon.digest)

    def read(self, document: Document) -> Reading:
        """Read one document. Any text is readable, also an empty one; a document without meetings has no reports."""
        page = open_page(document.text)
        scan = self._lexicon.index.scan(page)
        layout = lay_out(page, furniture_cues(scan), fold(document.title).folded if document.title else None)
        sentences = find_sentences(page, layout)
        expressions = find_expressions(scan, layout, self._lexicon.calendar)
        publication = date_document(scan, layout, expressions, document)
        cast = find_cast(scan, layout, sentences, self._lexicon)
        reports, candidates = find_meetings(scan, layout, sentences, cast, expressions, publication, self._lexicon)
        facts = facts_of(cast.actors, cast.tenures)
        inferred = (
            with_inference(each.when, each.status, publication, expressions, facts, self._lexicon.calendar)
            for each in reports
        )
        reports = tuple(replace(report, when=when) for report, when in zip(reports, inferred, strict=True))
        return Reading(
            doc_id=document_id(document),
            document=document,
            title=_title(page, layout, document),
            body=page.source_span(*layout.body),
            regions=tuple(_region(page, line) for line in layout.lines),
            publication=publication,
            dates=tuple(_time(page, resolve(each, publication, _leaning(each))) for each in expressions),
            actors=cast.actors,
            mentions=tuple(_mention(page, mention) for mention in cast.mentions),
            tenures=cast.tenures,
            reports=tuple(_report(page, report) for report in reports),
            candidates=tuple(_candidate(page, candidate) for candidate in candidates),
        )


def document_id(document: Document) -> str:
    """The id of a document: a hash of its text, so that exact copies share it."""
    return content_id("doc", text_digest(document.text))


def _title(page: Page, layout: Layout, document: Document) -> str | None:
    if layout.title is None:
        return document.title
    return page.surface(layout.title.start, layout.title.end).strip()


def _region(page: Page, line: Line) -> Region:
    span = page.source_span(line.start, line.end)
    return Region(line.part.value, span.start, span.end)


def _leaning(expression: Expression) -> Leaning:
    return Leaning.FUTURE if expression.ahead else Leaning.PAST


def _time(page: Page, time: TimeExpression) -> TimeExpression:
    span = page.source_span(time.start, time.end)
    return time._replace(start=span.start, end=span.end, surface=page.text.source[span.start : span.end])


def _mention(page: Page, mention: Mention) -> Mention:
    span = page.source_span(mention.start, mention.end)
    surface, kind = page.text.source[span.start : span.end], mention.entity_type
    return Mention(span.start, span.end, surface, kind, mention.actor, mention.form, mention.zone, mention.ground)


def _candidate(page: Page, candidate: Candidate) -> Candidate:
    span = page.source_span(candidate.start, candidate.end)
    trigger = page.text.source[span.start : span.end]
    return Candidate(trigger, span.start, span.end, candidate.outcome, candidate.reason, candidate.report)


def _participant(page: Page, participant: Participant) -> Participant:
    span = page.source_span(participant.start, participant.end)
    surface = page.text.source[span.start : span.end]
    return replace(participant, start=span.start, end=span.end, surface=surface)


def _when(page: Page, when: MeetingDate) -> MeetingDate:
    if when.span is None:
        return when
    span = page.source_span(*when.span)
    return replace(when, span=span, surface=page.text.source[span.start : span.end])


def _report(page: Page, report: Report) -> Report:
    span = page.source_span(*report.evidence_span)
    return replace(
        report,
        when=_when(page, report.when),
        participants=tuple(_participant(page, participant) for participant in report.participants),
        evidence=page.text.source[span.start : span.end],
        evidence_span=span,
    )
