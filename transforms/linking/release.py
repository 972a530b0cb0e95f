"""The way in: parts of all shards to the tables of a release, each as a stream in the order of its key.

A table whose key begins with an id is made slice by slice of its ids: ids are hashes, so slices are of one size, come
one after the other in the order of the key, and give the same rows as the whole at once. What the database must hold
is one slice, whatever the size of the corpus.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

import duckdb
import pyarrow as pa

from transforms.linking.copies import KEPT_PREFIX, PART_PREFIX, keep_one_copy
from transforms.linking.entities import ENTITIES_QUERY, MENTION_COUNTS_QUERY, ROLES_QUERY
from transforms.linking.meetings import MEETINGS_QUERY, assign_meetings
from transforms.linking.near_copies import mark_near_copies
from transforms.schema.arrow import release_schema
from transforms.schema.catalog import RELEASE_TABLES
from transforms.schema.columns import id_pattern
from transforms.schema.declare import Table

ROWS_PER_BATCH = 100_000
MOST_ROWS = 2_000_000
#: Rows of a slice where they are long: some 150 MB in the database's memory, or half of it where they are grouped.
_ROWS_PER_SLICE = {
    "documents": 200_000,
    "texts": 50_000,
    "reports": 120_000,
    "meetings": 80_000,
    "participants": 500_000,
}
_MADE_FROM = {"meetings": "reports", "mention_counts": "actors", "entities": "actors", "roles": "tenures"}
_SPACE = 16**3  # of the first digits of an id: the most slices there can be
_ID = re.compile(re.escape(id_pattern("PREFIX")).replace("PREFIX", "([a-z]+)"))

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
    connection: duckdb.DuckDBPyConnection,
    *,
    rows_per_batch: int = ROWS_PER_BATCH,
    rows_per_slice: int | None = None,
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
        number = _number(connection, table, rows_per_slice)
        queries = [f"SELECT {columns} FROM ({rows}) {where} ORDER BY {order}" for where in _slices(table, number)]
        read = (batch for query in queries for batch in connection.sql(query).to_arrow_reader(rows_per_batch))
        yield table, _stream(read, release_schema(table), rows_per_batch)


def _number(connection: duckdb.DuckDBPyConnection, table: Table, rows_per_slice: int | None) -> int:
    """How many slices a table is made in. Counts the rows that it is made from: the parts' footers tell."""
    source = _MADE_FROM.get(table.name, table.name)
    ((rows,),) = connection.execute(f"SELECT count(*) FROM {PART_PREFIX}{source}").fetchall()
    return min(max(-(-int(rows) // (rows_per_slice or _ROWS_PER_SLICE.get(table.name, MOST_ROWS))), 1), _SPACE)


def _slices(table: Table, number: int) -> list[str]:
    """The conditions that part the rows of a table, in the order of its key; none for a key that is no plain id."""
    key = table.column(table.sort_order[0])
    prefix = _ID.fullmatch(key.pattern or "")
    if prefix is None or number == 1:
        return [""]
    bounds = [f"{prefix[1]}_{_SPACE * at // number:03x}" for at in range(1, number)]
    name = f'"{key.name}"'
    between = [f"WHERE {name} >= '{low}' AND {name} < '{high}'" for low, high in pairwise(bounds)]
    return [f"WHERE {name} < '{bounds[0]}'", *between, f"WHERE {name} >= '{bounds[-1]}'"]


def _stream(source: Iterable[pa.RecordBatch], schema: pa.Schema, rows: int) -> pa.RecordBatchReader:
    """The rows of `source` under the declared schema, in batches of exactly `rows` but for the last."""
    return pa.RecordBatchReader.from_batches(schema, _batches(source, schema, rows))


def _batches(source: Iterable[pa.RecordBatch], schema: pa.Schema, rows: int) -> Iterator[pa.RecordBatch]:
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
