"""The bytes of a table depend on its rows and its declaration alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from flows.store import parquet
from flows.store.parquet import BATCH_ROWS, write_folder
from transforms.schema.arrow import release_schema
from transforms.schema.catalog import TABLES

SCHEMA = release_schema(TABLES["texts"])


def rows(number: int, size: int = 10) -> pa.Table:
    columns = {"doc_id": [f"doc_{n:016x}" for n in range(number)], "text": [str(n).zfill(size) for n in range(number)]}
    return pa.table(columns, schema=SCHEMA)


def reader(table: pa.Table, per_batch: int = BATCH_ROWS) -> pa.RecordBatchReader:
    return pa.RecordBatchReader.from_batches(SCHEMA, table.to_batches(max_chunksize=per_batch))


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_table_without_rows_has_one_part_with_its_schema(tmp_path: Path) -> None:
    write_folder(tmp_path / "t", reader(rows(0)))
    assert list(files(tmp_path / "t")) == ["part-00000.parquet"]
    assert pq.read_table(tmp_path / "t").num_rows == 0
    assert pq.read_schema(tmp_path / "t" / "part-00000.parquet").equals(SCHEMA, check_metadata=True)


def test_rows_come_back_with_types_and_descriptions(tmp_path: Path) -> None:
    write_folder(tmp_path / "t", reader(rows(5_000)))
    found = pq.read_table(tmp_path / "t" / "part-00000.parquet")
    assert found.equals(rows(5_000))
    assert found.schema.field("text").metadata[b"description"]


def test_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_folder(tmp_path / name, reader(rows(45_000)))
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_groups_and_parts_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "PART_GROUPS", 2)
    write_folder(tmp_path / "t", reader(rows(90_000)))
    parts = [pq.read_metadata(path) for path in sorted((tmp_path / "t").iterdir())]
    assert [part.num_rows for part in parts] == [40_000, 40_000, 10_000]
    assert [part.num_row_groups for part in parts] == [2, 2, 1]


def test_a_full_last_part_is_not_followed_by_an_empty_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "PART_GROUPS", 2)
    write_folder(tmp_path / "t", reader(rows(40_000)))
    assert list(files(tmp_path / "t")) == ["part-00000.parquet"]


def test_long_texts_make_small_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "GROUP_BYTES", 1 << 20)
    write_folder(tmp_path / "t", reader(rows(8_000, size=1_000)))
    metadata = pq.read_metadata(tmp_path / "t" / "part-00000.parquet")
    assert [metadata.row_group(n).num_rows for n in range(metadata.num_row_groups)] == [2_000] * 4


def test_one_group_is_held_at_a_time(tmp_path: Path) -> None:
    held = 0

    def batches() -> Iterator[pa.RecordBatch]:
        nonlocal held
        for batch in rows(100_000).to_batches(max_chunksize=BATCH_ROWS):
            yield batch
            held = max(held, pa.total_allocated_bytes())

    before = pa.total_allocated_bytes()
    write_folder(tmp_path / "t", pa.RecordBatchReader.from_batches(SCHEMA, batches()))
    assert held - before < 40 << 20
