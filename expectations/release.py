"""A release folder, read in bounded pieces: which parts each table has, its rows in batches, its schemas.

Small parts are put together and large ones cut, so that a batch has at most `MAX_ROWS` rows and about `MAX_BYTES`;
memory does not grow with the corpus, and a thousand small parts do not become a thousand pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from transforms.base.errors import ReleaseError
from transforms.schema.arrow import release_schema
from transforms.schema.catalog import RELEASE_TABLES
from transforms.schema.declare import Table

MAX_ROWS = 200_000
MAX_BYTES = 64 << 20
READ_ROWS = 20_000
OPTIONAL = frozenset({"texts"})
PART = "part-"


@dataclass(frozen=True, slots=True)
class Release:
    """The parts of a release, by table, in order. Without `texts` the dataset was shared without its texts."""

    folder: Path
    parts: Mapping[str, tuple[Path, ...]]

    @property
    def tables(self) -> tuple[Table, ...]:
        """The declared tables that are there."""
        return tuple(table for table in RELEASE_TABLES if table.name in self.parts)

    @property
    def groups(self) -> Mapping[str, Release]:
        """The release cut into groups of documents, by name, without the tables that run through all groups: the parts
        of one name. Where the tables do not have parts of the same names, all is one group.
        """
        grouped = {table.name: self.parts[table.name] for table in self.tables if not table.whole}
        names = {tuple(part.name for part in parts) for parts in grouped.values()}
        if len(names) != 1:
            return {"": Release(self.folder, grouped)}
        return {
            part.stem.removeprefix(PART): Release(self.folder, {name: (parts[at],) for name, parts in grouped.items()})
            for at, part in enumerate(next(iter(grouped.values())))
        }


def open_release(folder: Path) -> Release:
    """The release at a folder. Raises ReleaseError when a table has no part, or a part is not Parquet."""
    parts: dict[str, tuple[Path, ...]] = {}
    for table in RELEASE_TABLES:
        found = tuple(sorted((folder / table.name).glob(f"{PART}*.parquet")))
        for part in found:
            try:
                pq.read_metadata(part)
            except (pa.ArrowInvalid, OSError) as fault:
                raise ReleaseError(str(folder), f"{part.name} of {table.name} is not readable: {fault}") from fault
        if found:
            parts[table.name] = found
        elif table.name not in OPTIONAL:
            raise ReleaseError(str(folder), f"the table {table.name} has no part")
    return Release(folder, parts)


def type_faults(release: Release, table: Table) -> list[str]:
    """What differs between the parts of a table and its declaration, one line each: names and types, in order."""
    declared = {field.name: field.type for field in release_schema(table)}
    faults = []
    for part in release.parts[table.name]:
        found = {field.name: field.type for field in pq.read_schema(part)}
        for name in [*declared, *(name for name in found if name not in declared)]:
            if declared.get(name) != found.get(name):
                faults.append(f"{part.name}: {name} is {found.get(name)}, declared {declared.get(name)}")
    return faults


def n_rows(release: Release, table: str) -> int:
    """The number of rows of a table, from the footers of its parts."""
    return sum(pq.read_metadata(part).num_rows for part in release.parts[table])


def batches(release: Release, table: str, max_rows: int = MAX_ROWS) -> Iterator[pa.Table]:
    """The rows of a table in order, in pieces; one empty piece if there are none. Pieces never mix schemas."""
    held: list[pa.RecordBatch] = []
    given = 0
    for piece in _pieces(release, table, max_rows):
        full = sum(len(one) for one in held) + len(piece) > max_rows or sum(one.nbytes for one in held) > MAX_BYTES
        if held and (full or held[0].schema != piece.schema):
            yield pa.Table.from_batches(held)
            held, given = [], given + 1
        held.append(piece)
    if held:
        yield pa.Table.from_batches(held)
    elif not given:
        yield pq.read_schema(release.parts[table][0]).empty_table()


def _pieces(release: Release, table: str, max_rows: int) -> Iterator[pa.RecordBatch]:
    for part in release.parts[table]:
        with pq.ParquetFile(part) as file:
            for piece in file.iter_batches(batch_size=min(READ_ROWS, max_rows)):
                if len(piece):
                    yield piece
