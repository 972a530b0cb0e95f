"""Readings through tables and linking to the tables of a release, as one call."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import pyarrow as pa

from transforms.base.records import Reading, Reject
from transforms.linking.release import ROWS_PER_BATCH, link
from transforms.tables.shard import shard_tables


def connected(shards: Sequence[Sequence[Reading]], rejects: Sequence[Reject] = ()) -> duckdb.DuckDBPyConnection:
    """A connection with the parts of the shards; rejects go with the first."""
    parts = [shard_tables(shard, rejects if not at else (), "1") for at, shard in enumerate([*shards] or [()])]
    connection = duckdb.connect()
    for name in parts[0]:
        connection.register(f"part_{name}", pa.concat_tables([part[name] for part in parts]))
    return connection


def linked(
    *shards: Sequence[Reading],
    rejects: Sequence[Reject] = (),
    rows_per_batch: int = ROWS_PER_BATCH,
    rows_per_slice: int | None = None,
) -> dict[str, pa.Table]:
    """The tables of a release made from these shards."""
    connection = connected(shards, rejects)
    streams = link(connection, rows_per_batch=rows_per_batch, rows_per_slice=rows_per_slice)
    return {table.name: reader.read_all() for table, reader in streams}


def rows(table: pa.Table, *names: str) -> list[tuple[object, ...]]:
    """The rows of a table, reduced to some columns."""
    columns = [table[name].to_pylist() for name in names]
    return list(zip(*columns, strict=True))
