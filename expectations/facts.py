"""Facts: numbers over a whole release, computed out of core by DuckDB over its Parquet parts.

Tables are views, never loaded; memory is bounded and the rest spills to a folder that is gone afterwards. A query
that fails gives a fact without a value and with the fault, so that its rule counts as broken and the others still
run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pandas as pd

from expectations.records import Fact
from expectations.release import Release, type_faults
from expectations.results import SHOWN
from expectations.sql import quoted

MEMORY = "1GB"
FRAME_COLUMNS = ("fact", "value", "examples", "fault")


def measured(release: Release, facts: Iterable[Fact], folder: Path) -> pd.DataFrame:
    """One row per fact: its name, value, examples and fault ('' if it could be computed). What does not fit into memory
    lies below `folder` meanwhile.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _connected(release, folder) as connection:
        rows = [(fact.rule, *_measure(release, connection, fact)) for fact in facts]
    return pd.DataFrame(rows, columns=list(FRAME_COLUMNS))


def _measure(release: Release, connection: duckdb.DuckDBPyConnection, fact: Fact) -> tuple[float, list[str], str]:
    if fact.sql is None:
        table = next(table for table in release.tables if table.name == fact.table)
        faults = type_faults(release, table)
        return float(len(faults)), faults[:SHOWN], ""
    try:
        row = connection.execute(fact.sql).fetchone()
    except duckdb.Error as fault:
        return float("nan"), [], f"{type(fault).__name__}: {fault}"
    if row is None or row[0] is None:
        return float("nan"), [], "the query answered nothing"
    return float(row[0]), [str(example) for example in row[1] or []], ""


@contextmanager
def _connected(release: Release, folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory that sees each table as a view over its parts."""
    with TemporaryDirectory(prefix=".spill-", dir=folder) as spill, duckdb.connect(":memory:") as connection:
        settings: dict[str, str | bool] = {
            "memory_limit": MEMORY,
            "temp_directory": spill,
            "preserve_insertion_order": False,
        }
        for name, value in {**settings, "enable_progress_bar": False, "autoinstall_known_extensions": False}.items():
            connection.execute(f"SET {name} = {_literal(value)}")
        for table, parts in release.parts.items():
            files = ", ".join(_literal(str(part)) for part in parts)
            view = f"CREATE VIEW {quoted(table)} AS SELECT * FROM read_parquet([{files}])"
            try:
                connection.execute(view)
            except duckdb.Error:
                continue  # parts that do not fit together: its facts will say that the table is not there
        yield connection


def _literal(value: str | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else "'" + value.replace("'", "''") + "'"
