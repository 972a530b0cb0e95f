"""The marks that a release's rows lay over a document's text, and short quotations of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from transforms.base.codes import CandidateOutcome, CandidateReason, Side
from transforms.report.marking import SIDE_ROLES, Mark, Role, segments
from transforms.report.markup import Html, element
from transforms.report.phrases import words
from transforms.report.prose import passage
from transforms.report.source import Row

#: Characters of a report's evidence that are quoted.
EVIDENCE_SHOWN = 700
#: Characters on either side of a candidate that are quoted with it.
CONTEXT_SHOWN = 70
_CUT = "\u2026"


def report_marks(report: Row, parties: Iterable[Row]) -> Iterator[Mark]:
    """The evidence, the words of date and the participants of one report."""
    note = f"evidence, rule {report['rule_id']}"
    yield Mark(report["evidence_start"], report["evidence_end"], Role.EVIDENCE, note, report["report_id"])
    if report["date_start"] is not None:
        yield Mark(report["date_start"], report["date_end"], Role.MEETING_DATE, "dates the meeting")
    for party in parties:
        note = listed_plain((words(Side, party["side"]), party["name"], party["role"]))
        yield Mark(party["start"], party["end"], SIDE_ROLES[Side(party["side"])], note)


def candidate_mark(candidate: Row) -> Mark:
    """The trigger of one candidate, with what became of it."""
    dropped = candidate["outcome"] == CandidateOutcome.DISCARDED
    note = f"{words(CandidateOutcome, candidate['outcome'])}: {words(CandidateReason, candidate['reason'])}"
    role = Role.DROPPED if dropped else Role.TRIGGER
    return Mark(candidate["start"], candidate["end"], role, note, candidate_anchor(candidate))


def candidate_anchor(candidate: Row) -> str:
    """The name by which pages link to a candidate's place in the text."""
    return f"{candidate['doc_id']}-{candidate['candidate_no']}"


def quotation(report: Row, parties: Iterable[Row]) -> Html:
    """The words that tell of the meeting, with date and participants marked; a very long passage is cut."""
    text, origin = report["evidence"], report["evidence_start"]
    inside = (
        mark._replace(start=max(0, mark.start - origin), end=mark.end - origin)
        for mark in report_marks(report, parties)
        if mark.role is not Role.EVIDENCE and mark.end > origin
    )
    shown = passage(segments(text[:EVIDENCE_SHOWN], inside))
    cut = _CUT if len(text) > EVIDENCE_SHOWN else ""
    return element("blockquote", shown, cut, lang="ar", dir="rtl")


def context(text: str, candidate: Row) -> Html:
    """The line around a candidate's trigger; the trigger alone where the text is not at hand."""
    start, end = candidate["start"], candidate["end"]
    if text[start:end] != candidate["trigger"]:
        return element("mark", candidate["trigger"], class_=Role.DROPPED)
    first = max(text.rfind("\n", 0, start) + 1, start - CONTEXT_SHOWN)
    newline = text.find("\n", end)
    last = min(len(text) if newline < 0 else newline, end + CONTEXT_SHOWN)
    # Whole words: a letter that was cut from its neighbour would take another form.
    first = _after_blank(text, first, start)
    last = _before_blank(text, end, last)
    mark = candidate_mark(candidate)._replace(start=start - first, end=end - first)
    return passage(segments(text[first:last], [mark]))


def _after_blank(text: str, first: int, start: int) -> int:
    if first == 0 or text[first - 1].isspace():
        return first
    blank = text.find(" ", first, start)
    return first if blank < 0 else blank + 1


def _before_blank(text: str, end: int, last: int) -> int:
    if last == len(text) or text[last].isspace():
        return last
    blank = text.rfind(" ", end, last)
    return last if blank < 0 else blank


def listed_plain(parts: Iterable[str | None]) -> str:
    """The parts that are there, in one plain line."""
    return ", ".join(part for part in parts if part)
