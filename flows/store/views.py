"""Parquet files as one view of a database that reads them out of core."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import duckdb
import pyarrow as pa

from expectations.sql import quoted


def view_over(connection: duckdb.DuckDBPyConnection, name: str, files: Iterable[Path]) -> None:
    """Make a temporary view over these files; a view of that name is replaced."""
    connection.execute(f"CREATE OR REPLACE TEMP VIEW {quoted(name)} AS SELECT * FROM read_parquet([{_listed(files)}])")


def numbered_view(
    connection: duckdb.DuckDBPyConnection, name: str, groups: Sequence[Iterable[Path]], number: str
) -> None:
    """Make a temporary view over the files of some groups, with the group's number as one more column."""
    files = [(str(path), at) for at, paths in enumerate(groups) for path in paths]
    table = pa.table({"filename": [path for path, _ in files], number: pa.array([at for _, at in files], pa.int32())})
    connection.register(f"{name}_files", table)
    listed = _listed(path for path, _ in files)
    connection.execute(
        f"CREATE OR REPLACE TEMP VIEW {quoted(name)} AS SELECT * EXCLUDE (filename) "
        f"FROM read_parquet([{listed}], filename = true) JOIN {quoted(f'{name}_files')} USING (filename)"
    )


def _listed(files: Iterable[Path | str]) -> str:
    return ", ".join("'" + str(path).replace("'", "''") + "'" for path in files)
