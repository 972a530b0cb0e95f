"""Rows out of tables of any size."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pyarrow as pa
import pytest

from transforms.report.source import Where, first_of_each, first_rows, first_rows_of_each, in_memory, rows_of

TABLE = pa.table({"key": ["c", "a", "b", "d"], "size": [1, None, 3, 3]})


def test_in_memory_gives_columns_and_rows_that_were_asked_for() -> None:
    source = in_memory({"t": TABLE})
    assert list(rows_of(source, "t", ("size",), Where("key", ("b", "c")))) == [{"size": 1}, {"size": 3}]
    assert [row["key"] for row in rows_of(source, "t", ("key",))] == ["c", "a", "b", "d"]


def test_a_table_that_is_not_there_has_no_rows() -> None:
    assert list(rows_of(in_memory({}), "texts", ("text",))) == []


def test_nothing_is_read_when_no_value_is_asked_for() -> None:
    def unreadable(table: str, columns: Sequence[str], where: Where | None = None) -> Iterable[pa.RecordBatch]:
        raise AssertionError("was asked")

    assert list(rows_of(unreadable, "t", ("key",), Where("key", ()))) == []


def batches(size: int) -> dict[str, pa.Table]:
    """The table in chunks: a source may give any batches."""
    return {"t": pa.Table.from_batches(TABLE.to_batches(max_chunksize=size))}


def test_first_rows_are_the_same_in_any_batches_with_nulls_last() -> None:
    order = (("size", "descending"), ("key", "ascending"))
    for size in (1, 2, 4):
        found = first_rows(in_memory(batches(size)), "t", ("key", "size"), order, 3)
        assert [row["key"] for row in found] == ["b", "d", "c"]
    every = first_rows(in_memory(batches(2)), "t", ("key", "size"), order, 9)
    assert [row["key"] for row in every] == ["b", "d", "c", "a"]


def test_first_rows_of_nothing() -> None:
    assert first_rows(in_memory({}), "t", ("key",), (("key", "ascending"),), 3) == ()


def test_first_of_each_does_not_depend_on_the_order() -> None:
    rows = [{"group": "ab"[n % 2], "n": n} for n in range(50)]
    for given in (rows, rows[::-1]):
        found = first_of_each(given, "group", lambda row: (row["n"],), 3)
        assert {group: [row["n"] for row in own] for group, own in found.items()} == {"a": [0, 2, 4], "b": [1, 3, 5]}


@pytest.mark.parametrize("size", [1, 2, 7])
def test_first_rows_of_each_group_in_one_pass(size: int) -> None:
    rows = pa.table({"group": list("baabab"), "n": [5, 2, 9, 1, 4, 3]})
    pieces = {"t": pa.concat_tables([rows.slice(at, size) for at in range(0, 6, size)])}
    found = first_rows_of_each(in_memory(pieces), "t", ("group", "n"), "group", (("n", "ascending"),), 2)
    assert {group: [row["n"] for row in own] for group, own in found.items()} == {"a": [2, 4], "b": [1, 3]}
    assert list(found) == ["a", "b"]
