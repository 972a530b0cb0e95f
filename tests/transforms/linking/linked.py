"""Readings through tables and linking to the tables of a release, as one call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import duckdb
import pyarrow as pa

from transforms.base.records import Reading, Reject
from transforms.linking.copies import GROUP
from transforms.linking.entities import TALLIES
from transforms.linking.release import (
    GROUP_TABLES,
    ROWS_PER_BATCH,
    TIED_PARTS,
    group_tables,
    tie,
    ties_of,
    whole_tables,
)
from transforms.schema.catalog import RELEASE_TABLES
from transforms.tables.shard import shard_tables

Parts = dict[str, pa.Table]


@cache
def _database() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(config={"threads": 1})


def connect() -> duckdb.DuckDBPyConnection:
    """A connection that has its views and temporary tables to itself. A database for each takes longer to start than a
    few rows to link.
    """
    return _database().cursor()


def connected(shards: Sequence[Sequence[Reading]], rejects: Sequence[Reject] = ()) -> duckdb.DuckDBPyConnection:
    """A connection with the parts of all shards, each a group of its own; rejects go with the first."""
    return over_all(parts_of(shards, rejects))


def parts_of(shards: Sequence[Sequence[Reading]], rejects: Sequence[Reject] = ()) -> list[Parts]:
    """The parts of every shard."""
    return [shard_tables(shard, rejects if not at else (), "1") for at, shard in enumerate([*shards] or [()])]


def over_all(parts: Sequence[Parts]) -> duckdb.DuckDBPyConnection:
    """A connection with what is asked of all groups together."""
    connection = connect()
    for name in TIED_PARTS:
        tables = [part[name] for part in parts]
        if name == "documents":
            tables = [
                table.append_column(GROUP, pa.array([at] * table.num_rows, pa.int32()))
                for at, table in enumerate(tables)
            ]
        connection.register(f"part_{name}", pa.concat_tables(tables))
    return connection


def grouped(parts: Sequence[Parts], rows_per_batch: int = ROWS_PER_BATCH) -> list[dict[str, pa.Table]]:
    """The tables and tallies of every group."""
    with over_all(parts) as everything:
        tie(everything)
        return [group_of(part, ties_of(everything, at), rows_per_batch) for at, part in enumerate(parts)]


def group_of(part: Parts, ties: Mapping[str, pa.Table], rows_per_batch: int = ROWS_PER_BATCH) -> dict[str, pa.Table]:
    """The tables and tallies of one group."""
    with connect() as connection:
        for name, rows in part.items():
            connection.register(f"part_{name}", rows)
        streams = group_tables(connection, ties, (*GROUP_TABLES, *TALLIES), rows_per_batch=rows_per_batch)
        return {name: reader.read_all() for name, reader in streams}


def linked(
    *shards: Sequence[Reading], rejects: Sequence[Reject] = (), rows_per_batch: int = ROWS_PER_BATCH
) -> dict[str, pa.Table]:
    """The tables of a release made from these shards, each in the order of its key whatever the groups."""
    return release_of(grouped(parts_of(shards, rejects), rows_per_batch), rows_per_batch)


def release_of(groups: Sequence[dict[str, pa.Table]], rows_per_batch: int = ROWS_PER_BATCH) -> dict[str, pa.Table]:
    """The tables of a release whose groups are these."""
    release = {name: pa.concat_tables([group[name] for group in groups]) for name in (*GROUP_TABLES, *TALLIES)}
    with connect() as connection:
        for name in TALLIES:
            connection.register(name, release.pop(name))
        release |= {name: reader.read_all() for name, reader in whole_tables(connection, rows_per_batch=rows_per_batch)}
    return {
        table.name: release[table.name].sort_by([(name, "ascending") for name in table.key]).combine_chunks()
        for table in RELEASE_TABLES
    }


def rows(table: pa.Table, *names: str) -> list[tuple[object, ...]]:
    """The rows of a table, reduced to some columns."""
    columns = [table[name].to_pylist() for name in names]
    return list(zip(*columns, strict=True))
