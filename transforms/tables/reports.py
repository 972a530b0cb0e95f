"""The parts of `reports`, `participants` and `candidates`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from transforms.base.codes import CandidateOutcome
from transforms.base.ids import content_id
from transforms.base.records import Candidate, MeetingDate, Participant, Reading, Report, Span
from transforms.tables.columns import Columns, RowError

_NO_SPAN = (None, None)


@dataclass(frozen=True, slots=True)
class Told:
    """The reports of one reading with their ids, in the reading's order."""

    reading_id: str
    reading: Reading
    report_ids: tuple[str, ...]


def tell(reading: Reading, reading_id: str) -> Told:
    """Give every report of the reading its id.

    The id is made of what tells one occasion from another inside a document: the words of evidence, the words of date
    and the parties. It does not depend on the order of the reports unless two agree in all three.
    """
    seen: Counter[tuple[object, ...]] = Counter()
    ids = []
    for report in reading.reports:
        parties = sorted(f"{party.side}:{reading.actors[party.actor].entity_id}" for party in report.participants)
        marks = (reading.doc_id, *report.evidence_span, *(report.when.span or _NO_SPAN), *parties)
        ids.append(content_id("rep", *marks, *([seen[marks]] if seen[marks] else [])))
        seen[marks] += 1
    return Told(reading_id, reading, tuple(ids))


def event_date(when: MeetingDate) -> date | None:
    """One day for sorting and plotting: the last possible day, as the text or else as inference has it."""
    return when.interval.latest or when.inferred.latest


def report_columns(told: Sequence[Told]) -> Columns:
    """One row per report."""
    rows = [(one, rid, report) for one in told for rid, report in zip(one.report_ids, one.reading.reports, strict=True)]
    reports = [report for _, _, report in rows]
    return {
        "reading_id": [one.reading_id for one, _, _ in rows],
        "report_id": [rid for _, rid, _ in rows],
        "doc_id": [one.reading.doc_id for one, _, _ in rows],
        "is_main": [report.is_main for report in reports],
        "status": [report.status for report in reports],
        "kind": [report.kind for report in reports],
        "format": [report.format for report in reports],
        **_date_columns([report.when for report in reports]),
        **_place_and_side_columns(reports),
        **_evidence_columns(reports),
    }


def _date_columns(dates: Sequence[MeetingDate]) -> Columns:
    spans: list[Span | tuple[None, None]] = [when.span or _NO_SPAN for when in dates]
    return {
        "date_text": [when.surface for when in dates],
        "date_start": [start for start, _ in spans],
        "date_end": [end for _, end in spans],
        "date_earliest": [when.interval.earliest for when in dates],
        "date_latest": [when.interval.latest for when in dates],
        "date_precision": [when.precision for when in dates],
        "date_basis": [when.basis for when in dates],
        "date_reasons": [when.reasons for when in dates],
        "inferred_earliest": [when.inferred.earliest for when in dates],
        "inferred_latest": [when.inferred.latest for when in dates],
        "inferred_reasons": [when.inferred_reasons for when in dates],
        "event_date": [event_date(when) for when in dates],
    }


def _place_and_side_columns(reports: Sequence[Report]) -> Columns:
    return {
        "place_text": [report.where.surface for report in reports],
        "place_city": [report.where.city for report in reports],
        "place_country": [report.where.country for report in reports],
        "side_a_countries": [report.side_a_countries for report in reports],
        "side_b_countries": [report.side_b_countries for report in reports],
        "side_a_lead": [report.side_a_lead for report in reports],
        "side_b_lead": [report.side_b_lead for report in reports],
    }


def _evidence_columns(reports: Sequence[Report]) -> Columns:
    return {
        "topics": [report.topics for report in reports],
        "trigger": [report.trigger for report in reports],
        "rule_id": [report.rule_id for report in reports],
        "evidence": [report.evidence for report in reports],
        "evidence_start": [report.evidence_span.start for report in reports],
        "evidence_end": [report.evidence_span.end for report in reports],
        "plover_event": [report.plover_event for report in reports],
        "plover_mode": [report.plover_mode for report in reports],
        "confidence": [report.confidence for report in reports],
    }


def _place_in_text(party: Participant) -> tuple[int, int, int]:
    return party.start, party.end, party.actor


def participant_columns(told: Sequence[Told]) -> Columns:
    """One row per participant, numbered inside its report in the order of the text."""
    rows = [
        (one, rid, number, party)
        for one in told
        for rid, report in zip(one.report_ids, one.reading.reports, strict=True)
        for number, party in enumerate(sorted(report.participants, key=_place_in_text))
    ]
    parties = [party for _, _, _, party in rows]
    return {
        "reading_id": [one.reading_id for one, _, _, _ in rows],
        "report_id": [rid for _, rid, _, _ in rows],
        "participant_no": [number for _, _, number, _ in rows],
        "doc_id": [one.reading.doc_id for one, _, _, _ in rows],
        "side": [party.side for party in parties],
        "kind": [party.kind for party in parties],
        "entity_id": [one.reading.actors[party.actor].entity_id for one, _, _, party in rows],
        "name": [party.name for party in parties],
        "surface": [party.surface for party in parties],
        "role": [party.role for party in parties],
        "organization": [party.organization for party in parties],
        "country": [party.country for party in parties],
        "is_lead": [party.is_lead for party in parties],
        "start": [party.start for party in parties],
        "end": [party.end for party in parties],
    }


def candidate_columns(told: Sequence[Told]) -> Columns:
    """One row per candidate, numbered inside its document in the order of the text.

    Raises RowError where a candidate that was kept or merged names no report, or a discarded one names one.
    """
    rows = [
        (one, number, candidate)
        for one in told
        for number, candidate in enumerate(sorted(one.reading.candidates, key=lambda each: (each.start, each.end)))
    ]
    candidates = [candidate for _, _, candidate in rows]
    return {
        "reading_id": [one.reading_id for one, _, _ in rows],
        "doc_id": [one.reading.doc_id for one, _, _ in rows],
        "candidate_no": [number for _, number, _ in rows],
        "trigger": [candidate.trigger for candidate in candidates],
        "start": [candidate.start for candidate in candidates],
        "end": [candidate.end for candidate in candidates],
        "outcome": [candidate.outcome for candidate in candidates],
        "report_id": [_report_of(one, candidate) for one, _, candidate in rows],
        "reason": [candidate.reason for candidate in candidates],
    }


def _report_of(told: Told, candidate: Candidate) -> str | None:
    kept = candidate.outcome is not CandidateOutcome.DISCARDED
    if kept != (candidate.report is not None):
        where = f"document {told.reading.doc_id}, candidate at {candidate.start}"
        raise RowError("candidates", f"{where}: outcome {candidate.outcome} with report {candidate.report}")
    if candidate.report is None:
        return None
    if not 0 <= candidate.report < len(told.report_ids):
        raise RowError("candidates", f"document {told.reading.doc_id}: no report {candidate.report}")
    return told.report_ids[candidate.report]
