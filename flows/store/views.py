"""Parquet files as one view of a database that reads them out of core."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import duckdb

from expectations.sql import quoted


def view_over(connection: duckdb.DuckDBPyConnection, name: str, files: Iterable[Path]) -> None:
    """Make a temporary view over these files; a view of that name is replaced."""
    listed = ", ".join("'" + str(path).replace("'", "''") + "'" for path in files)
    connection.execute(f"CREATE OR REPLACE TEMP VIEW {quoted(name)} AS SELECT * FROM read_parquet([{listed}])")
