"""The way in: parts of all shards to the tables of a release, group of shards by group of shards.

1. `tie` asks all documents together what no group can know alone: copies, near copies, meetings told in several
   documents. `ties_of` gives one group's share of the answers: few rows, most documents have none.
2. `group_tables` makes the tables of one group from its parts and its share. What it gives depends on nothing else, so
   a group whose parts and share are the same need not be made again.
3. `whole_tables` adds up what the groups tallied: the tables whose rows run through all groups.

Every table is a stream in the order of its key. What the database must hold is one group, or a few columns of all
documents, which it can spill. The union over the groups is the same however the documents are cut into groups.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

import duckdb
import pyarrow as pa

from transforms.linking.copies import GROUP, KEPT_PREFIX, find_copies, keep_one_copy
from transforms.linking.entities import ENTITIES_QUERY, MENTION_COUNTS_QUERY, ROLES_QUERY, TALLIES
from transforms.linking.meetings import MEETINGS_QUERY, PARTICIPANTS_QUERY, REPORTS_QUERY, find_meetings
from transforms.linking.near_copies import mark_near_copies
from transforms.schema.arrow import release_schema
from transforms.schema.catalog import PART_TABLES, RELEASE_TABLES, TABLES
from transforms.schema.declare import Table

ROWS_PER_BATCH = 100_000

#: The parts that `tie` reads, of all groups; the caller's `part_documents` has the column `part_group` beside its own.
TIED_PARTS = ("documents", "reports", "participants")
GROUP_TABLES = tuple(table.name for table in RELEASE_TABLES if not table.whole)
WHOLE_TABLES = tuple(table for table in RELEASE_TABLES if table.whole)

#: On which of the answers of all documents together each table of a group depends.
TIES_OF: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **dict.fromkeys((*GROUP_TABLES, *TALLIES), ("dropped",)),
        "documents": ("dropped", "also_at", "near"),
        "reports": ("dropped", "members"),
        "participants": ("dropped", "members"),
        "meetings": ("dropped", "members", "merged"),
        "rejects": (),
    }
)
TIES = ("dropped", "also_at", "near", "members", "merged")

_QUERIES = {
    "documents": "SELECT kept_documents.*, coalesce(copies.also_at, []) AS also_at, near_copy_of "
    "FROM kept_documents LEFT JOIN link_also_at AS copies USING (doc_id) LEFT JOIN link_near USING (doc_id)",
    "reports": REPORTS_QUERY,
    "participants": PARTICIPANTS_QUERY,
    "meetings": MEETINGS_QUERY,
    "mention_counts": MENTION_COUNTS_QUERY,
    "entities": ENTITIES_QUERY,
    "roles": ROLES_QUERY,
}


def tie(connection: duckdb.DuckDBPyConnection) -> None:
    """Ask all documents together. The caller has made a view or table `part_<name>` for each of `TIED_PARTS` and owns
    the connection's memory limit and temporary folder; temporary views and tables named `kept_*` and `link_*` come to
    be on it. Raises LinkError when one record stands in the parts twice.
    """
    find_copies(connection)
    keep_one_copy(connection, (TABLES[name] for name in TIED_PARTS))
    mark_near_copies(connection)
    find_meetings(connection)


def ties_of(connection: duckdb.DuckDBPyConnection, group: int) -> dict[str, pa.Table]:
    """What `tie` found about one group, by the names of `TIES`, in an order that depends on the rows alone."""
    # The tables lie in the order of their groups, so the database passes over what does not concern this one.
    return {
        name: connection.sql(
            f"SELECT * EXCLUDE ({GROUP}) FROM link_{name} WHERE {GROUP} = {group:d} ORDER BY 1"
        ).to_arrow_table()
        for name in TIES
    }


def group_tables(
    connection: duckdb.DuckDBPyConnection,
    ties: Mapping[str, pa.Table],
    wanted: Iterable[str],
    *,
    rows_per_batch: int = ROWS_PER_BATCH,
) -> Iterator[tuple[str, pa.RecordBatchReader]]:
    """The tables of one group, and its tallies, as far as they are wanted.

    The caller has made a view or table `part_<name>` for each of `PART_TABLES`, with the rows of this group alone. Read
    each stream to its end before asking for the next: they share the connection. Every batch of a table but the last
    holds exactly `rows_per_batch` rows, so that files cut along batches are the same in every run.
    """
    for name, rows in ties.items():
        connection.register(f"link_{name}", rows)
    keep_one_copy(connection, PART_TABLES)
    for name in wanted:
        if name in TALLIES:
            yield name, connection.sql(f"SELECT * FROM ({TALLIES[name]}) ORDER BY ALL").to_arrow_reader(rows_per_batch)
        else:
            yield name, _rows(connection, TABLES[name], rows_per_batch)


def whole_tables(
    connection: duckdb.DuckDBPyConnection, *, rows_per_batch: int = ROWS_PER_BATCH
) -> Iterator[tuple[str, pa.RecordBatchReader]]:
    """The tables that run through all groups. The caller has made a view over the groups' tallies, by their names."""
    for table in WHOLE_TABLES:
        yield table.name, _rows(connection, table, rows_per_batch)


def _rows(connection: duckdb.DuckDBPyConnection, table: Table, rows_per_batch: int) -> pa.RecordBatchReader:
    """The rows of a table in the order of its key."""
    rows = _QUERIES.get(table.name, f"SELECT * FROM {KEPT_PREFIX}{table.name}")
    columns = ", ".join(f'"{name}"' for name in table.names)
    order = ", ".join(f'"{name}"' for name in table.sort_order)
    read = connection.sql(f"SELECT {columns} FROM ({rows}) ORDER BY {order}").to_arrow_reader(rows_per_batch)
    return _stream(read, release_schema(table), rows_per_batch)


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
