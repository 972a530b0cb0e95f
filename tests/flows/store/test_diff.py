"""What changed between two releases, along the keys."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from flows.store.diff import diff_releases, print_diff
from transforms.schema.arrow import empty_table, release_schema
from transforms.schema.catalog import RELEASE_TABLES, TABLES

TEXTS = release_schema(TABLES["texts"])


def release(folder: Path, *texts: tuple[str, str], schema: pa.Schema = TEXTS) -> Path:
    """A release in which only `texts` has rows."""
    for table in RELEASE_TABLES:
        (folder / table.name).mkdir(parents=True)
        pq.write_table(empty_table(table), folder / table.name / "part-00000.parquet")
    rows: list[dict[str, Any]] = [{"doc_id": key, "text": text} for key, text in texts]
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), folder / "texts/part-00000.parquet")
    (folder / "datapackage.json").write_text("{}")
    return folder


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return release(tmp_path / "old", ("a", "one"), ("b", "two"), ("c", "three"))


def test_added_removed_changed(old: Path, tmp_path: Path) -> None:
    new = release(tmp_path / "new", ("b", "two"), ("c", "THREE"), ("d", "four"), ("e", "five"))
    (texts,) = [diff for diff in diff_releases(old, new, 1) if not diff.same]
    assert (texts.table, texts.added, texts.removed, texts.changed) == ("texts", 2, 1, 1)
    assert texts.columns == {"text": 1}
    assert texts.first_added == [{"doc_id": "d", "text": "four"}]
    assert texts.first_removed == [{"doc_id": "a", "text": "one"}]
    assert texts.first_changed == [{"doc_id": "c", "text": ["three", "THREE"]}]


def test_nothing_changed(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = release(tmp_path / "new", ("a", "one"), ("b", "two"), ("c", "three"))
    assert print_diff(str(old), str(new), False, 5) == 0
    assert capsys.readouterr().out == "the two releases hold the same rows\n"


def test_a_missing_table_and_a_missing_column_are_told(old: Path, tmp_path: Path) -> None:
    new = release(tmp_path / "new", ("a", "one"), schema=pa.schema([TEXTS.field("doc_id")]))
    (new / "roles/part-00000.parquet").unlink()
    notes = {diff.table: diff.notes for diff in diff_releases(old, new, 1) if diff.notes}
    assert notes == {
        "roles": ["only in the earlier release"],
        "texts": ["column text is only in the earlier release"],
    }


def test_for_people_and_as_json(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = release(tmp_path / "new", ("b", "two"), ("c", "THREE"))
    assert print_diff(str(old), str(new), False, 5) == 1
    told = capsys.readouterr().out
    assert "texts: 0 added, 1 removed, 1 changed" in told
    assert '~ {"doc_id": "c", "text": ["three", "THREE"]}' in told
    assert print_diff(str(old), str(new), True, 5) == 1
    assert {diff["table"] for diff in json.loads(capsys.readouterr().out)} == {table.name for table in RELEASE_TABLES}
