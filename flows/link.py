"""The stage that links: parts to the tables of a release, group by group, each table kept under what it depends on.

1. All groups together are asked for what none can know alone (`transforms.linking.release.tie`).
2. Each group's tables are found, or made by several processes: a table's key holds the group's shards, the digests of
   those answers that it depends on, and all code. What has the same key has the same bytes.
3. The tables that run through all groups are made of the groups' tallies, in every run.

The release's files are second names of the kept ones: nothing is written twice.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pyarrow as pa

from flows.compute import Each
from flows.groups import Group
from flows.store.contents import Contents, read_contents
from flows.store.kept import KeptFiles, lay
from flows.store.parquet import BATCH_ROWS, write_folder, write_stream
from flows.store.parts import PartStore
from flows.store.views import numbered_view, view_over
from transforms.linking.copies import GROUP, PART_PREFIX
from transforms.linking.entities import TALLIES
from transforms.linking.release import (
    GROUP_TABLES,
    TIED_PARTS,
    TIES,
    TIES_OF,
    group_tables,
    tie,
    ties_of,
    whole_tables,
)
from transforms.schema.catalog import PART_TABLES

LINK_MEMORY = "600MB"
SPILL = ".spill"
KEPT_SUFFIX = ".parquet"

Keys = dict[str, str]


@dataclass(frozen=True, slots=True)
class Places:
    """Where linking reads and writes. `recipe` stands for all code that shapes what it gives."""

    parts: Path
    kept: Path
    staged: Path
    recipe: str


@dataclass(frozen=True, slots=True)
class Making:
    """What a process must know to make the missing tables of one group: their keys, by table."""

    places: Places
    shards: tuple[str, ...]
    ties: dict[str, pa.Table]
    missing: Keys


def link(groups: Sequence[Group], places: Places, each: Each) -> Contents:
    """The tables of a release, laid into its staged folder."""
    kept = KeptFiles(places.kept, KEPT_SUFFIX)
    keys: list[Keys] = []
    for _ in each(make_tables, _missing(groups, places, kept, keys)):
        pass
    for group, named in zip(groups, keys, strict=True):
        for table in GROUP_TABLES:
            lay(kept.path(named[table]), places.staged / table / f"part-{group.name}.parquet")
    with _database(places.staged) as connection:
        for name in TALLIES:
            view_over(connection, name, (kept.path(named[name]) for named in keys))
        for table, batches in whole_tables(connection, rows_per_batch=BATCH_ROWS):
            write_folder(places.staged / table, batches)
    shutil.rmtree(places.staged / SPILL, ignore_errors=True)
    return read_contents(places.staged)


def _missing(groups: Sequence[Group], places: Places, kept: KeptFiles, keys: list[Keys]) -> Iterator[Making]:
    """What must be made; the keys of all groups' tables are added to `keys` on the way."""
    with _database(places.staged) as connection:
        parts = PartStore(places.parts)
        for name in TIED_PARTS:
            files = [parts.files(group.keys, name) for group in groups]
            if name == "documents":
                numbered_view(connection, f"{PART_PREFIX}{name}", files, GROUP)
            else:
                view_over(connection, f"{PART_PREFIX}{name}", (path for listed in files for path in listed))
        tie(connection)
        for at, group in enumerate(groups):
            ties = ties_of(connection, at)
            named = _keys(group, places.recipe, ties)
            keys.append(named)
            missing = {table: key for table, key in named.items() if kept.find(key) is None}
            if missing:
                yield Making(places, group.keys, ties, missing)


def _keys(group: Group, recipe: str, ties: dict[str, pa.Table]) -> Keys:
    """The key of each table of a group: of all that its bytes depend on."""
    digests = {name: _digest(ties[name].to_pylist()) for name in TIES}
    return {
        table: _digest([recipe, table, group.keys, [digests[name] for name in TIES_OF[table]]])
        for table in (*GROUP_TABLES, *TALLIES)
    }


def _digest(value: object) -> str:
    return sha256(json.dumps(value, ensure_ascii=True, default=str).encode()).hexdigest()


def make_tables(making: Making) -> None:
    """The missing tables of one group, made and kept. Runs in a process of its own, with one thread."""
    parts, kept = PartStore(making.places.parts), KeptFiles(making.places.kept, KEPT_SUFFIX)
    with _database(making.places.staged, threads=1) as connection:
        for table in PART_TABLES:
            view_over(connection, f"{PART_PREFIX}{table.name}", parts.files(making.shards, table.name))
        made = group_tables(connection, making.ties, making.missing, rows_per_batch=BATCH_ROWS)
        for name, batches in made:
            kept.keep(making.missing[name], partial(write_stream, batches=batches))


@contextmanager
def _database(staged: Path, **settings: int) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory that spills into the staged folder."""
    spill = staged / SPILL
    spill.mkdir(parents=True, exist_ok=True)
    with (
        TemporaryDirectory(dir=spill) as folder,
        duckdb.connect(config={"memory_limit": LINK_MEMORY, "temp_directory": folder, **settings}) as connection,
    ):
        yield connection
