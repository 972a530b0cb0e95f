"""The rows that a report shows, out of tables of any size.

In this order: the newest meetings; of each its best reports; of each report its participants; a few dropped candidates
of each reason; the documents of all these with their texts; the first rejects. Every list has a limit, so a report's
size does not grow with the release.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from transforms.base.codes import CandidateReason, EntityType
from transforms.report.source import Row, Source, Where, first_of_each, first_rows, first_rows_of_each, rows_of
from transforms.schema.catalog import TABLES

REPORTS_OF_A_MEETING = 3
PARTICIPANTS_OF_A_REPORT = 40
CANDIDATES_OF_A_DOCUMENT = 60
CANDIDATES_OF_A_REASON = 4
REJECTS_SHOWN = 50
#: Characters of a document that its page shows.
TEXT_SHOWN = 20_000

#: Reasons of candidates that were kept or merged; any other was a reason to discard.
KEPT_REASONS = frozenset({CandidateReason.NEW_OCCASION, CandidateReason.SAME_OCCASION})
_NEWEST_FIRST = (("event_date", "descending"), ("meeting_id", "ascending"))
_BY_SOURCE = (("source_uri", "ascending"), ("record_no", "ascending"))
_BY_DOCUMENT = (("doc_id", "ascending"), ("candidate_no", "ascending"))


@dataclass(frozen=True, slots=True)
class Selection:
    """What is shown. `documents` are in the order in which the report comes to them; `names` are English names by
    entity, `countries` by code.
    """

    meetings: tuple[Row, ...]
    reports: Mapping[str, tuple[Row, ...]]
    participants: Mapping[str, tuple[Row, ...]]
    documents: Mapping[str, Row]
    texts: Mapping[str, str]
    candidates: Mapping[str, tuple[Row, ...]]
    dropped: Mapping[str, tuple[Row, ...]]
    rejects: tuple[Row, ...]
    names: Mapping[str, str]
    countries: Mapping[str, str]


def select(source: Source, limit: int) -> Selection:
    """Choose the rows for a report of at most `limit` meetings. Equal tables give equal selections, whatever the order
    of their rows.
    """
    meetings = first_rows(source, "meetings", TABLES["meetings"].names, _NEWEST_FIRST, limit)
    ids = [row["meeting_id"] for row in meetings]
    told = rows_of(source, "reports", TABLES["reports"].names, Where("meeting_id", ids))
    best = first_of_each(told, "meeting_id", _best, REPORTS_OF_A_MEETING)
    reports = {meeting_id: best.get(meeting_id, ()) for meeting_id in ids}
    shown = list(chain.from_iterable(reports.values()))
    present = Where("report_id", [report["report_id"] for report in shown])
    parties = rows_of(source, "participants", TABLES["participants"].names, present)
    participants = first_of_each(parties, "report_id", _in_text, PARTICIPANTS_OF_A_REPORT)
    dropped = _dropped(source)
    doc_ids = list(dict.fromkeys(row["doc_id"] for row in chain(shown, *dropped.values())))
    return Selection(
        meetings=meetings,
        reports=reports,
        participants=participants,
        documents=_documents(source, doc_ids),
        texts=_texts(source, doc_ids),
        candidates=_candidates(source, doc_ids),
        dropped=dropped,
        rejects=first_rows(source, "rejects", TABLES["rejects"].names, _BY_SOURCE, REJECTS_SHOWN),
        names=_names(source, chain.from_iterable(participants.values())),
        countries=_countries(source),
    )


def _best(row: Row) -> tuple[Any, ...]:
    """Documents whose subject the meeting is come first, then the surest."""
    return (not row["is_main"], -row["confidence"], row["report_id"])


def _in_text(row: Row) -> tuple[Any, ...]:
    return (row["participant_no"],)


def _dropped(source: Source) -> dict[str, tuple[Row, ...]]:
    """A few discarded candidates of every reason that has any."""
    discarded = Where("reason", sorted(set(CandidateReason) - KEPT_REASONS))
    columns = TABLES["candidates"].names
    return first_rows_of_each(source, "candidates", columns, "reason", _BY_DOCUMENT, CANDIDATES_OF_A_REASON, discarded)


def _documents(source: Source, doc_ids: Sequence[str]) -> dict[str, Row]:
    rows = rows_of(source, "documents", TABLES["documents"].names, Where("doc_id", doc_ids))
    found = {row["doc_id"]: row for row in rows}
    return {doc_id: found[doc_id] for doc_id in doc_ids if doc_id in found}


def _texts(source: Source, doc_ids: Sequence[str]) -> dict[str, str]:
    rows = rows_of(source, "texts", ("doc_id", "text"), Where("doc_id", doc_ids))
    return {row["doc_id"]: row["text"][:TEXT_SHOWN] for row in rows}


def _candidates(source: Source, doc_ids: Sequence[str]) -> dict[str, tuple[Row, ...]]:
    rows = rows_of(source, "candidates", TABLES["candidates"].names, Where("doc_id", doc_ids))
    return first_of_each(rows, "doc_id", lambda row: (row["candidate_no"],), CANDIDATES_OF_A_DOCUMENT)


def _names(source: Source, participants: Iterable[Row]) -> dict[str, str]:
    """The English names of those who took part, where any is known."""
    ids = sorted({row["entity_id"] for row in participants})
    rows = rows_of(source, "entities", ("entity_id", "name_en"), Where("entity_id", ids))
    return {row["entity_id"]: row["name_en"] for row in rows if row["name_en"]}


def _countries(source: Source) -> dict[str, str]:
    """The English names of the countries that the release names; the last id of several decides."""
    columns = ("entity_id", "country", "name_en")
    rows = rows_of(source, "entities", columns, Where("entity_type", (EntityType.COUNTRY,)))
    named = [row for row in rows if row["country"] and row["name_en"]]
    return {row["country"]: row["name_en"] for row in sorted(named, key=lambda row: row["entity_id"])}
