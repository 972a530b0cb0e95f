"""Facts: numbers over a whole release, computed out of core by DuckDB over its Parquet parts.

Tables are views, never loaded; memory is bounded and the rest spills to a folder that is gone afterwards. A query
that fails gives a fact without a value and with the fault, so that its rule counts as broken and the others still
run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pandas as pd

from expectations.records import Fact
from expectations.release import Release, type_faults
from expectations.results import SHOWN
from expectations.sql import quoted

MEMORY = "600MB"
FRAME_COLUMNS = ("fact", "value", "examples", "fault")


Measured = tuple[float, list[str], str]  # value, examples, and the fault or ''


def measured(
    release: Release, facts: Iterable[Fact], folder: Path, memory: str = MEMORY, threads: int | None = None
) -> dict[str, Measured]:
    """What each fact comes to, by its rule. What does not fit into memory lies below `folder` meanwhile."""
    folder.mkdir(parents=True, exist_ok=True)
    with _connected(release, folder, memory, threads) as connection:
        return {fact.rule: _measure(release, connection, fact) for fact in facts}


def together(groups: Sequence[Measured]) -> Measured:
    """What a fact comes to over all groups, from what it comes to in each. A fault in one is a fault."""
    fault = next((fault for _, _, fault in groups if fault), "")
    value = float("nan") if fault else sum(value for value, _, _ in groups)
    return value, sorted(example for _, examples, _ in groups for example in examples)[:SHOWN], fault


def facts_frame(found: Mapping[str, Measured]) -> pd.DataFrame:
    """One row per fact: its name, value, examples and fault."""
    return pd.DataFrame([(rule, *one) for rule, one in found.items()], columns=list(FRAME_COLUMNS))


def _measure(release: Release, connection: duckdb.DuckDBPyConnection, fact: Fact) -> Measured:
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
def _connected(release: Release, folder: Path, memory: str, threads: int | None) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory that sees each table as a view over its parts."""
    with TemporaryDirectory(prefix=".spill-", dir=folder) as spill, duckdb.connect(":memory:") as connection:
        settings: dict[str, str | bool] = {
            "memory_limit": memory,
            "temp_directory": spill,
            "preserve_insertion_order": False,
        }
        if threads is not None:
            connection.execute(f"SET threads = {threads:d}")
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
