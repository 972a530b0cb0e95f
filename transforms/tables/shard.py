"""The way in: the readings and rejects of one shard to that shard's part of every table."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

from transforms.base.records import Reading, Reject
from transforms.schema.catalog import PART_TABLES
from transforms.tables.columns import Columns, part
from transforms.tables.documents import document_columns, reading_id, reject_columns, text_columns
from transforms.tables.mentions import actor_columns, mention_columns, tenure_columns
from transforms.tables.reports import candidate_columns, participant_columns, report_columns, tell


def shard_tables(readings: Sequence[Reading], rejects: Sequence[Reject], engine_version: str) -> dict[str, pa.Table]:
    """The parts of one shard by table name, each with the part's schema, in the order of the catalogue.

    Rows are sorted by document, source and record, whatever the order of the readings; a shard without rows in a table
    has that table with none. Raises SpanError where a surface is not the text between its offsets, RowError where
    records contradict the declarations.
    """
    ordered = sorted(readings, key=lambda each: (each.doc_id, each.document.source_uri, each.document.record_no))
    reading_ids = [reading_id(reading) for reading in ordered]
    told = [tell(reading, rid) for reading, rid in zip(ordered, reading_ids, strict=True)]
    columns: dict[str, Columns] = {
        "documents": document_columns(ordered, reading_ids, engine_version),
        "texts": text_columns(ordered, reading_ids),
        "reports": report_columns(told),
        "participants": participant_columns(told),
        "candidates": candidate_columns(told),
        "mentions": mention_columns(ordered, reading_ids),
        "actors": actor_columns(ordered, reading_ids),
        "tenures": tenure_columns(ordered, reading_ids),
        "rejects": reject_columns(sorted(rejects, key=lambda each: (each.source_uri, each.record_no))),
    }
    texts = {reading.doc_id: reading.document.text for reading in ordered}
    return {table.name: part(table, columns[table.name], texts) for table in PART_TABLES}
