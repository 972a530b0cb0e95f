"""What table files a release folder holds: names, rows, bytes, hashes; and the id that follows from them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pyarrow.parquet as pq

from flows.store.files import file_sha256
from transforms.base.ids import content_id
from transforms.schema.catalog import RELEASE_TABLES
from transforms.schema.package import PartFile

Contents = Mapping[str, tuple[PartFile, ...]]


def read_contents(folder: Path) -> Contents:
    """The files of every declared table that is there, in the order of the catalogue."""
    found = {table.name: sorted((folder / table.name).glob("part-*.parquet")) for table in RELEASE_TABLES}
    return {
        name: tuple(
            PartFile(
                path=path.relative_to(folder).as_posix(),
                n_bytes=path.stat().st_size,
                sha256=file_sha256(path),
                n_rows=pq.read_metadata(path).num_rows,
            )
            for path in paths
        )
        for name, paths in found.items()
        if paths
    }


def release_id(contents: Contents) -> str:
    """The id of a release: a hash of its tables' bytes, the same on every machine and day."""
    return content_id("release", *(f"{file.path} {file.sha256}" for files in contents.values() for file in files))


def row_counts(contents: Contents) -> dict[str, int]:
    """Rows of each table."""
    return {name: sum(file.n_rows for file in files) for name, files in contents.items()}
