"""Files opened, unpacked and split: what is damaged costs one reject, and what came before it is kept."""

from __future__ import annotations

import gzip
import io
import zlib
from pathlib import Path

import fsspec
import pytest
import zstandard

from flows.inputs import raw, reading
from flows.inputs.listing import list_inputs
from flows.inputs.raw import Limits, RawRecord, Source
from flows.inputs.reading import read_records
from flows.inputs.zstd import ZstdStream
from transforms.base.codes import RejectReason
from transforms.base.records import Reject

LINES = b"".join(b'{"text": "article number %d"}\n' % number for number in range(2_000))


def read(path: Path, limits: Limits | None = None) -> list[RawRecord | Reject]:
    return list(read_records(list_inputs([str(path)]), limits or Limits()))


def zstd(content: bytes) -> bytes:
    return zstandard.ZstdCompressor().compress(content)


def test_a_text_is_one_record(tmp_path: Path) -> None:
    path = tmp_path / "an article.txt"
    path.write_bytes(b"words")
    assert read(path) == [RawRecord(str(path), 0, "text", "an article", b"words")]


@pytest.mark.parametrize(
    ("suffix", "packed"),
    [
        pytest.param("", LINES, id="plain"),
        pytest.param(".gz", gzip.compress(LINES), id="gzip"),
        pytest.param(".gz", gzip.compress(LINES[:9000]) + gzip.compress(LINES[9000:]), id="gzip of two members"),
        pytest.param(".zst", zstd(LINES), id="zstd"),
        pytest.param(".zst", zstd(LINES[:9000]) + zstd(LINES[9000:]), id="zstd of two frames"),
    ],
)
def test_packed_or_not_the_records_are_the_same(tmp_path: Path, suffix: str, packed: bytes) -> None:
    path = tmp_path / f"news.jsonl{suffix}"
    path.write_bytes(packed)
    records = read(path)
    assert [record.payload + b"\n" for record in records if isinstance(record, RawRecord)] == LINES.splitlines(True)
    assert {record.name for record in records if isinstance(record, RawRecord)} == {"news"}


@pytest.mark.parametrize(
    ("name", "packed", "reason"),
    [
        pytest.param("a.jsonl.gz", gzip.compress(LINES)[:-2000], RejectReason.TRUNCATED, id="gzip breaks off"),
        pytest.param("a.jsonl.zst", zstd(LINES)[:-100], RejectReason.TRUNCATED, id="zstd breaks off"),
        pytest.param("a.jsonl.gz", b"words", RejectReason.UNDECODABLE, id="not gzip"),
        pytest.param("a.jsonl.zst", b"words" * 9, RejectReason.UNREADABLE, id="not zstd"),
        pytest.param("a.jsonl.gz", b"", RejectReason.EMPTY, id="nothing in a gzip name"),
    ],
)
def test_damaged_compression(tmp_path: Path, name: str, packed: bytes, reason: RejectReason) -> None:
    path = tmp_path / name
    path.write_bytes(packed)
    *kept, last = read(path)
    assert isinstance(last, Reject)
    assert (last.reason, last.record_no) == (reason, len(kept))
    assert all(isinstance(record, RawRecord) for record in kept)


def test_records_before_the_break_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(LINES, 0)[:-20_000])
    assert len(read(path)) > 1_000


@pytest.mark.parametrize("name", ["bomb.jsonl.gz", "bomb.jsonl.zst", "bomb.txt.gz"])
def test_a_bomb_is_stopped(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw, "FREE_EXPANSION", 1 << 20)
    content = b"\n" * (64 << 20)
    path = tmp_path / name
    path.write_bytes(gzip.compress(content) if name.endswith("gz") else zstd(content))
    (reject,) = read(path, Limits(expansion=100, record_bytes=32 << 20))
    assert isinstance(reject, Reject)
    assert reject.reason == RejectReason.TOO_LARGE
    assert "unpacks to more than" in reject.detail


def test_a_hostile_zstd_step_stays_small() -> None:
    stream = ZstdStream(io.BytesIO(zstd(bytes(1 << 30))))
    seen = largest = 0
    while data := stream.read1(1 << 30):
        seen, largest = seen + len(data), max(largest, len(data))
    assert seen == 1 << 30
    assert largest <= 64 << 20


def test_more_records_than_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(LINES)
    *kept, last = read(path, Limits(records=100))
    assert len(kept) == 100
    assert isinstance(last, Reject)
    assert (last.reason, last.record_no) == (RejectReason.TOO_LARGE, 100)


@pytest.mark.parametrize("name", ["a.jsonl.gz.gz", "a.tar.gz", "a.zip", "a.parquet.gz"])
def test_archives_in_archives_are_not_opened(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_bytes(b"words")
    (tmp_path / name).write_bytes(gzip.compress(gzip.compress(LINES)))
    (reject,) = [item for item in read(tmp_path) if isinstance(item, Reject)]
    assert (reject.reason, reject.source_uri) == (RejectReason.UNSUPPORTED, str(tmp_path / name))


def test_a_file_too_large(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 101)
    (reject,) = read(path, Limits(record_bytes=100))
    assert isinstance(reject, Reject)
    assert (reject.reason, reject.n_bytes) == (RejectReason.TOO_LARGE, 101)


@pytest.mark.parametrize("fault", [PermissionError(13, "Permission denied"), zlib.error("bad"), EOFError("cut")])
def test_a_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception) -> None:
    (tmp_path / "a.txt").write_bytes(b"x")
    (tmp_path / "b.txt").write_bytes(b"y")
    opened = reading._open

    def closed(address: str) -> object:
        if address.endswith("a.txt"):
            raise fault
        return opened(address)

    monkeypatch.setattr(reading, "_open", closed)
    first, second = read(tmp_path)
    assert isinstance(first, Reject)
    assert isinstance(second, RawRecord)


def test_a_file_that_vanished_after_listing(tmp_path: Path) -> None:
    gone = Source("a.txt", str(tmp_path / "a.txt"), "text")
    (reject,) = read_records([gone], Limits())
    assert isinstance(reject, Reject)
    assert reject.reason == RejectReason.UNREADABLE
    assert "No such file" in reject.detail


def test_an_address() -> None:
    fsspec.filesystem("memory").pipe("/box/a.txt", b"words")
    (record,) = read_records(list_inputs(["memory://box/a.txt"]), Limits())
    assert isinstance(record, RawRecord)
    assert (record.uri, record.name, record.payload) == ("memory:///box/a.txt", "a", b"words")
