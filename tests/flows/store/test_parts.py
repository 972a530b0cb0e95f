"""Parts are there completely or not at all, and found again by their key."""

from __future__ import annotations

import os
from pathlib import Path

import pyarrow as pa
import pytest

from flows.store import parts
from flows.store.parts import PartStore, ShardReport

TABLES = {"documents": pa.table({"doc_id": ["a"]})}


def report(key: str = "k" * 32) -> ShardReport:
    return ShardReport(key, "0" * 32, 10, 1, {"documents": 1}, {"empty": 1}, ("s#0: fault",), 0.5)


@pytest.fixture
def store(tmp_path: Path) -> PartStore:
    return PartStore(tmp_path / "parts")


def test_written_and_found(store: PartStore) -> None:
    assert store.find("k" * 32) is None
    store.write(report(), TABLES)
    assert store.find("k" * 32) == report()
    assert store.files(["k" * 32], "documents") == [store.path("k" * 32) / "documents.parquet"]


def test_the_second_writer_gives_way(store: PartStore) -> None:
    store.write(report(), TABLES)
    before = store.path("k" * 32).stat().st_ino
    store.write(report(), TABLES)
    assert store.path("k" * 32).stat().st_ino == before
    assert [path.name for path in store.root.glob("*/*")] == ["k" * 32]


def test_a_crash_while_writing_leaves_nothing_to_find(store: PartStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(parts, "write_json", crash)
    with pytest.raises(KeyboardInterrupt):
        store.write(report(), TABLES)
    assert store.find("k" * 32) is None
    monkeypatch.undo()
    store.write(report(), TABLES)
    assert store.find("k" * 32) == report()


@pytest.mark.parametrize("name", ["documents.parquet", "shard.json"])
def test_a_damaged_part_is_not_found_and_made_again(store: PartStore, name: str) -> None:
    store.write(report(), TABLES)
    whole = {path.name: path.read_bytes() for path in store.path("k" * 32).iterdir()}
    (store.path("k" * 32) / name).write_bytes(whole[name][:-1] + b" ]")
    assert store.find("k" * 32) is None
    store.write(report(), TABLES)
    assert {path.name: path.read_bytes() for path in store.path("k" * 32).iterdir()} == whole
    assert store.find("k" * 32) == report()


def test_only_parts_long_unused_are_pruned(store: PartStore) -> None:
    for key in ("a" * 32, "b" * 32):
        store.write(report(key), TABLES)
        os.utime(store.path(key), (1_000, 1_000))
    store.find("b" * 32)
    assert store.prune(unused_since=2_000) == 1
    assert store.find("a" * 32) is None
    assert store.find("b" * 32) is not None
