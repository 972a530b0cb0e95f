"""`liqa diff`: what changed between two releases, row by row along each table's key.

The database compares, out of core; only counts and the first rows of each kind come out. Columns or tables that only
one of the two releases has are told, not compared.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq

from expectations.sql import quoted
from flows.store.release import release_folder
from flows.store.views import view_over
from transforms.schema.catalog import RELEASE_TABLES
from transforms.schema.declare import Table

MEMORY = "1GB"
DIFFERENT = 1


@dataclass(frozen=True, slots=True)
class TableDiff:
    """The changes of one table. `columns` counts the rows in which each column changed."""

    table: str
    added: int
    removed: int
    changed: int
    columns: dict[str, int]
    first_added: list[dict[str, Any]]
    first_removed: list[dict[str, Any]]
    first_changed: list[dict[str, Any]]
    notes: list[str]

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return not (self.added or self.removed or self.changed or self.notes)


def print_diff(old: str, new: str, as_json: bool, show: int) -> int:
    """Print what changed. Gives the exit status."""
    diffs = diff_releases(release_folder(old), release_folder(new), show)
    changed = [diff for diff in diffs if not diff.same]
    if as_json:
        print(json.dumps([asdict(diff) for diff in diffs], ensure_ascii=False, indent=1, default=str))
    elif not changed:
        print("the two releases hold the same rows")
    else:
        print("\n".join(line for diff in changed for line in _lines(diff)))
    return DIFFERENT if changed else 0


def diff_releases(old: Path, new: Path, show: int) -> list[TableDiff]:
    """The changes of every table, in the order of the catalogue."""
    with duckdb.connect(config={"memory_limit": MEMORY}) as connection:
        return [_diff(connection, table, old / table.name, new / table.name, show) for table in RELEASE_TABLES]


def _diff(connection: duckdb.DuckDBPyConnection, table: Table, old: Path, new: Path, show: int) -> TableDiff:
    """The changes of one table."""
    files = [sorted(folder.glob("part-*.parquet")) for folder in (old, new)]
    if not all(files):
        sides = [side for side, found in zip(("earlier", "later"), files, strict=True) if found]
        notes = [f"only in the {sides[0]} release"] if sides else []
        return TableDiff(table.name, 0, 0, 0, {}, [], [], [], notes)
    columns, notes = _common_columns(table, files[0][0], files[1][0])
    for name, found in zip(("o", "n"), files, strict=True):
        view_over(connection, name, found)
    return _compare(connection, table, columns, notes, show)


def _compare(
    connection: duckdb.DuckDBPyConnection, table: Table, columns: list[str], notes: list[str], show: int
) -> TableDiff:
    """Both sides joined along the key."""
    keys = [quoted(name) for name in table.key]
    on = " AND ".join(f"o.{key} = n.{key}" for key in keys)
    order = ", ".join(f"coalesce(o.{key}, n.{key})" for key in keys)
    both = f"FROM o FULL JOIN n ON {on}"
    here, gone = f"o.{keys[0]} IS NULL", f"n.{keys[0]} IS NULL"
    differs = {
        name: f"(NOT {here} AND NOT {gone} AND o.{quoted(name)} IS DISTINCT FROM n.{quoted(name)})" for name in columns
    }
    any_differs = " OR ".join(differs.values()) or "false"
    counted = ", ".join(f"count(*) FILTER (WHERE {test})" for test in (here, gone, any_differs, *differs.values()))
    counts = [int(number) for number in connection.execute(f"SELECT {counted} {both}").fetchone() or ()]

    def first(side: str, test: str) -> list[dict[str, Any]]:
        cursor = connection.execute(f"SELECT {side}.* {both} WHERE {test} ORDER BY {order} LIMIT {show}")
        names = [column[0] for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    before, after = first("o", any_differs), first("n", any_differs)
    return TableDiff(
        table.name,
        added=counts[0],
        removed=counts[1],
        changed=counts[2],
        columns={name: number for name, number in zip(columns, counts[3:], strict=True) if number},
        first_added=first("n", here),
        first_removed=first("o", gone),
        first_changed=[_change(table, old, new, columns) for old, new in zip(before, after, strict=True)],
        notes=notes,
    )


def _change(table: Table, old: dict[str, Any], new: dict[str, Any], columns: list[str]) -> dict[str, Any]:
    """The key of a changed row, and both values of what changed."""
    key = {name: new[name] for name in table.key}
    return {**key, **{name: [old[name], new[name]] for name in columns if old[name] != new[name]}}


def _common_columns(table: Table, old: Path, new: Path) -> tuple[list[str], list[str]]:
    """The columns beside the key that both releases have, and notes on the others."""
    before, after = (pq.read_schema(path).names for path in (old, new))
    notes = [f"column {name} is only in the earlier release" for name in before if name not in after]
    notes += [f"column {name} is only in the later release" for name in after if name not in before]
    return [name for name in after if name in before and name not in table.key], notes


def _lines(diff: TableDiff) -> list[str]:
    """The changes of a table for people."""
    lines = [f"{diff.table}: {diff.added} added, {diff.removed} removed, {diff.changed} changed"]
    lines += [f"  {note}" for note in diff.notes]
    lines += [f"  {name} changed in {number} rows" for name, number in diff.columns.items()]
    for sign, rows in (("+", diff.first_added), ("-", diff.first_removed), ("~", diff.first_changed)):
        lines += [f"  {sign} {json.dumps(row, ensure_ascii=False, default=str)}" for row in rows]
    return lines
