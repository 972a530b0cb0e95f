"""Marks over a text, as a plain structure that a page and a terminal both can draw.

A text is cut at every border of a mark or zone; the segments follow each other without gap or overlap, so that their
texts together are the text. A segment knows its zone and every mark that covers it, outermost first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from transforms.base.codes import CandidateOutcome, EntityType, Side
from transforms.base.records import Candidate, Reading, Region, Report


class Role(StrEnum):
    """What a marked piece of text is to the engine."""

    EVIDENCE = "evidence"
    TRIGGER = "trigger"
    DROPPED = "dropped"
    DATE = "date"
    MEETING_DATE = "meeting-date"
    SIDE_A = "side-a"
    SIDE_B = "side-b"
    SIDE_OTHER = "side-other"
    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"
    PLACE = "place"
    RESOLUTION = "resolution"


SIDE_ROLES = {Side.A: Role.SIDE_A, Side.B: Role.SIDE_B, Side.OTHER: Role.SIDE_OTHER}
ENTITY_ROLES = {
    EntityType.PERSON: Role.PERSON,
    EntityType.ORGANIZATION: Role.ORGANIZATION,
    EntityType.COUNTRY: Role.COUNTRY,
    EntityType.PLACE: Role.PLACE,
    EntityType.RESOLUTION: Role.RESOLUTION,
}


class Mark(NamedTuple):
    """A piece of text with a role. `note` is a word on it for people, `anchor` a name by which a page links to it."""

    start: int
    end: int
    role: Role
    note: str = ""
    anchor: str = ""


class Segment(NamedTuple):
    """A stretch of text under the same zone and marks. `zone` is a region's part, or empty outside all regions."""

    start: int
    end: int
    text: str
    zone: str
    marks: tuple[Mark, ...]

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles of its marks, each once, outermost first."""
        return tuple(dict.fromkeys(mark.role for mark in self.marks))


def marked_segments(reading: Reading) -> tuple[Segment, ...]:
    """The document's text with its zones, evidence, triggers, dates and mentions."""
    return segments(reading.document.text, reading_marks(reading), reading.regions)


def reading_marks(reading: Reading) -> list[Mark]:
    """Every mark that a reading lays over its text."""
    marks = [_trigger(number, candidate) for number, candidate in enumerate(reading.candidates)]
    for number, report in enumerate(reading.reports):
        marks.extend(_report_marks(number, report))
    for date in reading.dates:
        marks.append(Mark(date.start, date.end, Role.DATE, date.rule_id))
    for mention in reading.mentions:
        note = f"{mention.entity_type}, {mention.form}: {reading.actors[mention.actor].name}"
        marks.append(Mark(mention.start, mention.end, ENTITY_ROLES[mention.entity_type], note))
    return marks


def _trigger(number: int, candidate: Candidate) -> Mark:
    dropped = candidate.outcome is CandidateOutcome.DISCARDED
    note = f"candidate {number}: {candidate.outcome}, {candidate.reason}"
    role = Role.DROPPED if dropped else Role.TRIGGER
    return Mark(candidate.start, candidate.end, role, note, f"candidate-{number}")


def _report_marks(number: int, report: Report) -> Iterable[Mark]:
    yield Mark(*report.evidence_span, Role.EVIDENCE, f"evidence of report {number}", f"evidence-{number}")
    if report.when.span is not None:
        yield Mark(*report.when.span, Role.MEETING_DATE, f"dates report {number}")
    for party in report.participants:
        yield Mark(party.start, party.end, SIDE_ROLES[party.side], f"side {party.side} of report {number}")


def segments(text: str, marks: Iterable[Mark], regions: Sequence[Region] = ()) -> tuple[Segment, ...]:
    """The text cut at every border. Marks and regions that reach beyond the text are cut off at its end; regions do not
    overlap.
    """
    length = len(text)
    waiting = sorted(
        (mark for mark in marks if mark.start < min(mark.end, length)),
        key=lambda mark: (mark.start, -mark.end, mark.role, mark.note),
        reverse=True,
    )
    zones = sorted(regions, key=lambda region: region.start, reverse=True)
    reaches = [*((mark.start, mark.end) for mark in waiting), *((zone.start, zone.end) for zone in zones)]
    borders = {0, length, *(min(border, length) for reach in reaches for border in reach)}
    found: list[Segment] = []
    active: list[Mark] = []
    for start, end in pairwise(sorted(borders)):
        active = [mark for mark in active if mark.end > start]
        while waiting and waiting[-1].start == start:
            active.append(waiting.pop())
        while zones and zones[-1].end <= start:
            zones.pop()
        zone = zones[-1].part if zones and zones[-1].start <= start else ""
        found.append(Segment(start, end, text[start:end], zone, tuple(active)))
    return tuple(found)
