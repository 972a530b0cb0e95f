"""One shard through the engine: every record ends as a document or a reject, and the part is kept once."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from flows import extract as extracting
from flows.extract import Job, engine_for, extract
from flows.inputs.raw import Limits, RawRecord
from flows.shards import Shard
from flows.store.parts import PartStore
from tests.flows.fakes import FakeEngine
from transforms.base.codes import RejectReason
from transforms.base.errors import LiqaError, SpanError
from transforms.base.records import Document, Reading, Reject
from transforms.schema.catalog import PART_TABLES


def shard(*texts: str, rejects: tuple[Reject, ...] = (), key: str = "a" * 32) -> Shard:
    records = tuple(RawRecord(f"s/{n}.txt", 0, "text", str(n), text.encode()) for n, text in enumerate(texts))
    return Shard(key, "0" * 32, records, rejects, sum(map(len, texts)))


@pytest.fixture
def job(tmp_path: Path) -> Job:
    return Job(tmp_path / "parts", None, "fingerprint", Limits())


def rejects(job: Job) -> list[tuple[str, str]]:
    table = pq.read_table(PartStore(job.parts).path("a" * 32) / "rejects.parquet")
    return [(row["reason"], row["detail"]) for row in table.to_pylist()]


@pytest.mark.usefixtures("fake_engine")
class TestAShard:
    def test_report_and_part_agree(self, job: Job) -> None:
        report = extract(job, shard("Ali met Omar", "nothing", ""))
        folder = PartStore(job.parts).path("a" * 32)
        assert report.documents == 2
        assert report.rejects == {"empty": 1}
        assert set(report.rows) == {table.name for table in PART_TABLES}
        for name, rows in report.rows.items():
            assert pq.read_metadata(folder / f"{name}.parquet").num_rows == rows
        assert PartStore(job.parts).find("a" * 32) == report

    def test_an_engine_that_stumbles_costs_one_document(self, job: Job) -> None:
        report = extract(job, shard("Ali met Omar", "CRASH here", "Sara met Huda"))
        assert report.documents == 2
        assert report.faults == ("s/1.txt#0: ZeroDivisionError: the engine stumbled (record 1)",)
        assert rejects(job) == [(RejectReason.ENGINE_FAULT, "ZeroDivisionError: the engine stumbled (record 1)")]

    def test_a_reading_that_cannot_be_written_costs_one_document(
        self, job: Job, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write = extracting.shard_tables

        def strict(readings: list[object], *rest: object) -> object:
            if any("bad" in reading.document.text for reading in readings):  # type: ignore[attr-defined]
                raise SpanError("doc", 1, 2, "x")
            return write(readings, *rest)  # type: ignore[arg-type]

        monkeypatch.setattr(extracting, "shard_tables", strict)
        report = extract(job, shard("Ali met Omar", "bad", "Sara met Huda"))
        assert report.documents == 2
        assert report.rejects == {"engine_fault": 1}
        assert "SpanError" in report.faults[0]

    def test_rejects_met_on_the_way_are_kept(self, job: Job) -> None:
        extract(job, shard("words", rejects=(Reject("s/x.pdf", 0, RejectReason.UNSUPPORTED, "no reader", None, None),)))
        assert rejects(job) == [(RejectReason.UNSUPPORTED, "no reader")]

    def test_cycles_go_at_its_end_and_the_collector_is_as_before(self, job: Job, fake_engine: FakeEngine) -> None:
        class Knot:
            def __init__(self) -> None:
                self.itself = self

        made: list[weakref.ref[Knot]] = []
        read = fake_engine.read

        def knotted(document: Document) -> Reading:
            made.append(weakref.ref(Knot()))
            return read(document)

        fake_engine.read = knotted  # type: ignore[method-assign]
        extract(job, shard("Ali met Omar", "nothing"))
        assert [knot() for knot in made] == [None, None]
        assert (gc.isenabled(), gc.get_freeze_count()) == (True, 0)

    def test_a_worker_with_another_engine_refuses(self, job: Job) -> None:
        with pytest.raises(LiqaError, match="another engine or lexicon"):
            extract(Job(job.parts, None, "other", Limits()), shard("words"))


def test_twice_gives_the_same_bytes(tmp_path: Path, fake_engine: FakeEngine) -> None:
    stores = []
    for name in ("one", "two"):
        job = Job(tmp_path / name, None, "fingerprint", Limits())
        extract(job, shard("Ali met Omar", "CRASH", "Sara met Huda"))
        stores.append({path.name: path.read_bytes() for path in job.parts.rglob("*.parquet")})
    assert stores[0] == stores[1]


def test_the_real_engine_is_loaded_once() -> None:
    assert engine_for(None) is engine_for(None)
