"""The way in: parts of all shards to the tables of a release, each as a stream in the order of its key."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pyarrow as pa

from transforms.linking.copies import KEPT_PREFIX, keep_one_copy
from transforms.linking.entities import ENTITIES_QUERY, MENTION_COUNTS_QUERY, ROLES_QUERY
from transforms.linking.meetings import MEETINGS_QUERY, assign_meetings
from transforms.linking.near_copies import mark_near_copies
from transforms.schema.arrow import release_schema
from transforms.schema.catalog import RELEASE_TABLES
from transforms.schema.declare import Table

ROWS_PER_BATCH = 100_000

_WITH_MEETING = "SELECT * FROM {0} JOIN (SELECT report_id, meeting_id FROM link_members) USING (report_id)"
_QUERIES = {
    "documents": "SELECT kept_documents.*, coalesce(copies.also_at, []) AS also_at, near_copy_of "
    "FROM kept_documents LEFT JOIN link_also_at AS copies USING (doc_id) LEFT JOIN link_near USING (doc_id)",
    "reports": _WITH_MEETING.format("kept_reports"),
    "participants": _WITH_MEETING.format("kept_participants"),
    "meetings": MEETINGS_QUERY,
    "entities": ENTITIES_QUERY,
    "roles": ROLES_QUERY,
    "mention_counts": MENTION_COUNTS_QUERY,
}


def link(
    connection: duckdb.DuckDBPyConnection, *, rows_per_batch: int = ROWS_PER_BATCH
) -> Iterator[tuple[Table, pa.RecordBatchReader]]:
    """Each table of a release with its rows, sorted by key, in the order of the catalogue.

    The caller has made a view or table `part_<name>` for each of `PART_TABLES` and owns the connection's memory limit
    and temporary folder; temporary views and tables named `kept_*` and `link_*` come to be on it. Read each stream to
    its end before asking for the next: they share the connection. Every batch but the last holds exactly
    `rows_per_batch` rows, so that files cut along batches are the same in every run. Raises LinkError when one record
    stands in the parts twice.
    """
    keep_one_copy(connection)
    mark_near_copies(connection)
    assign_meetings(connection)
    for table in RELEASE_TABLES:
        rows = _QUERIES.get(table.name, f"SELECT * FROM {KEPT_PREFIX}{table.name}")
        columns = ", ".join(f'"{name}"' for name in table.names)
        order = ", ".join(f'"{name}"' for name in table.sort_order)
        relation = connection.sql(f"SELECT {columns} FROM ({rows}) ORDER BY {order}")
        yield table, _stream(relation.to_arrow_reader(rows_per_batch), release_schema(table), rows_per_batch)


def _stream(source: pa.RecordBatchReader, schema: pa.Schema, rows: int) -> pa.RecordBatchReader:
    """The rows of `source` under the declared schema, in batches of exactly `rows` but for the last."""
    return pa.RecordBatchReader.from_batches(schema, _batches(source, schema, rows))


def _batches(source: pa.RecordBatchReader, schema: pa.Schema, rows: int) -> Iterator[pa.RecordBatch]:
    pending = schema.empty_table()
    for batch in source:
        typed = pa.Table.from_batches([batch]).cast(schema)
        pending = pa.concat_tables([pending, typed])
        while pending.num_rows >= rows:
            yield _one_batch(pending.slice(0, rows))
            pending = pending.slice(rows)
    if pending.num_rows:
        yield _one_batch(pending)


def _one_batch(table: pa.Table) -> pa.RecordBatch:
    return table.combine_chunks().to_batches()[0]
