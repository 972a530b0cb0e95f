"""The parts of `documents`, `texts` and `rejects`."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.base.codes import Outcome
from transforms.base.ids import content_id, text_digest
from transforms.base.records import Reading, Reject
from transforms.tables.columns import Columns
from transforms.tables.signatures import signatures

LANGUAGE = "ar"  # the engine knows no other: what stands in another language is read as if it were Arabic


def reading_id(reading: Reading) -> str:
    """The id of this reading of this record: two copies of one document differ in it."""
    document = reading.document
    return content_id("rdg", reading.doc_id, document.source_uri, document.record_no)


def document_columns(readings: Sequence[Reading], reading_ids: Sequence[str], engine_version: str) -> Columns:
    """One row per reading."""
    documents = [reading.document for reading in readings]
    publications = [reading.publication for reading in readings]
    return {
        "reading_id": reading_ids,
        "signature": signatures([document.text for document in documents]),
        "doc_id": [reading.doc_id for reading in readings],
        "record_id": [document.record_id for document in documents],
        "source_uri": [document.source_uri for document in documents],
        "record_no": [document.record_no for document in documents],
        "sha256": [text_digest(document.text) for document in documents],
        "url": [document.url for document in documents],
        "outlet": [document.outlet for document in documents],
        "title": [reading.title for reading in readings],
        "language": [LANGUAGE] * len(readings),
        "published_on": [publication.day for publication in publications],
        "published_basis": [publication.basis for publication in publications],
        "not_before": [publication.bounds.earliest for publication in publications],
        "not_after": [publication.bounds.latest for publication in publications],
        "n_chars": [len(document.text) for document in documents],
        "n_words": [len(document.text.split()) for document in documents],
        "body_start": [reading.body.start for reading in readings],
        "body_end": [reading.body.end for reading in readings],
        "n_meetings": [len(reading.reports) for reading in readings],
        "n_mentions": [len(reading.mentions) for reading in readings],
        "outcome": [Outcome.MEETINGS if reading.reports else Outcome.NO_MEETING for reading in readings],
        "engine_version": [engine_version] * len(readings),
    }


def text_columns(readings: Sequence[Reading], reading_ids: Sequence[str]) -> Columns:
    """One row per reading."""
    return {
        "reading_id": reading_ids,
        "doc_id": [reading.doc_id for reading in readings],
        "text": [reading.document.text for reading in readings],
    }


def reject_columns(rejects: Sequence[Reject]) -> Columns:
    """One row per reject, in the order given."""
    return {
        "source_uri": [reject.source_uri for reject in rejects],
        "record_no": [reject.record_no for reject in rejects],
        "reason": [reject.reason for reject in rejects],
        "detail": [reject.detail for reject in rejects],
        "sha256": [reject.sha256 for reject in rejects],
        "n_bytes": [reject.n_bytes for reject in rejects],
    }
