"""Parquet: rows as records, streamed; damage and bombs cost one reject."""

from __future__ import annotations

import io
import tracemalloc
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from flows.inputs.listing import list_inputs
from flows.inputs.raw import Limits, RawRecord
from flows.inputs.reading import read_records
from flows.inputs.registry import parse
from tests.flows.inputs.pages import FIRST, page
from transforms.base.codes import RejectReason
from transforms.base.records import Document, Reject


def read(path: Path, limits: Limits | None = None) -> list[Document | Reject]:
    limits = limits or Limits()
    items = read_records(list_inputs([str(path)]), limits)
    return [parse(item, limits) if isinstance(item, RawRecord) else item for item in items]


def written(path: Path, columns: dict[str, Any], **options: Any) -> Path:
    pq.write_table(pa.table(columns), path, **options)
    return path


def test_all_fields(tmp_path: Path) -> None:
    path = written(
        tmp_path / "news.parquet",
        {
            "id": pa.array(["a1", None]),
            "text": ["words", "more"],
            "title": ["t", ""],
            "url": ["u", None],
            "outlet": pa.array(["o", "p"]).dictionary_encode(),
            "published": pa.array([date(2024, 5, 31), None], pa.date32()),
            "fetched": pa.array([datetime(2024, 6, 1, 23, tzinfo=UTC), None]),
            "other": [1, 2],
        },
    )
    uri = str(path)
    assert read(path) == [
        Document("words", "a1", uri, 0, "t", "u", "o", date(2024, 5, 31), date(2024, 6, 1)),
        Document("more", "news", uri, 1, None, None, "p"),
    ]


@pytest.mark.parametrize(
    "kind", [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string())]
)
def test_kinds_of_text(tmp_path: Path, kind: pa.DataType) -> None:
    path = written(tmp_path / "a.parquet", {"text": pa.array(["كلمات", "أخرى"], kind)})
    assert [each.text for each in read(path) if isinstance(each, Document)] == ["كلمات", "أخرى"]


def test_pages_in_rows(tmp_path: Path) -> None:
    (found,) = read(written(tmp_path / "a.parquet", {"html": [page()], "title": ["own"]}))
    assert isinstance(found, Document)
    assert FIRST in found.text
    assert found.title == "own"


def test_an_address() -> None:
    buffer = io.BytesIO()
    pq.write_table(pa.table({"text": ["words"]}), buffer)
    fsspec.filesystem("memory").pipe("/rows/a.parquet", buffer.getvalue())
    (record,) = read_records(list_inputs(["memory://rows/a.parquet"]), Limits())
    assert isinstance(record, RawRecord)


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        pytest.param({"body": ["words"]}, RejectReason.NO_TEXT, id="no column of text"),
        pytest.param({"text": pa.array([], pa.string())}, RejectReason.EMPTY, id="no row"),
        pytest.param({"text": pa.array([None], pa.string())}, RejectReason.NO_TEXT, id="null"),
        pytest.param({"text": [b"words"]}, RejectReason.BAD_FIELD, id="bytes"),
        pytest.param({"text": ["words"], "published": [7]}, RejectReason.BAD_FIELD, id="a number for a date"),
        pytest.param({"text": ["words"], "published": ["May"]}, RejectReason.BAD_FIELD, id="no date"),
        pytest.param({"text": ["x" * 1000]}, RejectReason.TOO_LARGE, id="a large row"),
    ],
)
def test_bad_rows(tmp_path: Path, columns: dict[str, Any], reason: RejectReason) -> None:
    (found,) = read(written(tmp_path / "a.parquet", columns), Limits(record_bytes=500))
    assert isinstance(found, Reject)
    assert found.reason == reason


@pytest.mark.parametrize("harm", ["cut", "empty", "text", "middle"])
def test_damaged_files(tmp_path: Path, harm: str) -> None:
    path = written(tmp_path / "a.parquet", {"text": [f"article {n}" for n in range(5_000)]}, row_group_size=1_000)
    whole = path.read_bytes()
    middle = whole[: len(whole) // 2] + bytes(64) + whole[len(whole) // 2 + 64 :]
    path.write_bytes({"cut": whole[:-100], "empty": b"", "text": b"words", "middle": middle}[harm])
    *kept, last = read(path)
    assert isinstance(last, Reject)
    assert last.reason == RejectReason.UNDECODABLE
    assert last.record_no == len(kept)
    assert harm != "middle" or len(kept) >= 1_000


def test_a_bomb_is_stopped_and_held_once(tmp_path: Path) -> None:
    """A hundred thousand times the same megabyte: a small file, a hundred gigabytes of rows."""
    text = pa.DictionaryArray.from_arrays(pa.array([0] * 100_000, pa.int32()), pa.array(["x" * 1_000_000]))
    path = written(tmp_path / "a.parquet", {"text": text})
    assert path.stat().st_size < 1_000_000
    tracemalloc.start()
    before = pa.total_allocated_bytes()
    *kept, last = read_records(list_inputs([str(path)]), Limits(expanded_bytes=100_000_000))
    assert isinstance(last, Reject)
    assert last.reason == RejectReason.TOO_LARGE
    assert "unpacks to more" in last.detail
    assert len(kept) < 101
    assert pa.total_allocated_bytes() - before < 50_000_000
    tracemalloc.stop()
