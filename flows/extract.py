"""One shard through the engine: raw records to documents, to readings, to tables, to its part on disk.

This is what runs in a worker process, on this machine or on a cluster. It imports neither Prefect nor Great
Expectations. A document on which the engine fails is a reject with the exception's type; nothing else is lost with
it.
"""

from __future__ import annotations

import gc
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import pyarrow as pa

from flows.fingerprint import extraction_fingerprint
from flows.inputs.raw import Limits
from flows.inputs.registry import parse
from flows.shards import Shard
from flows.store.parts import PartStore, ShardReport
from transforms.base.codes import RejectReason
from transforms.base.errors import LiqaError
from transforms.base.records import Document, Reading, Reject
from transforms.engine import Engine
from transforms.lexicon import Lexicon, load_lexicon
from transforms.tables.shard import shard_tables

MAX_DETAIL = 300


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker must know beside the shard."""

    parts: Path
    lexicon: Path | None
    fingerprint: str
    limits: Limits


@dataclass(frozen=True, slots=True)
class Loaded:
    """An engine with its lexicon, and the fingerprint of all that shapes what it gives."""

    engine: Engine
    lexicon: Lexicon
    fingerprint: str


@lru_cache(maxsize=2)
def engine_for(lexicon: Path | None) -> Loaded:
    """The engine with a user's lexicon: loaded once per process."""
    words = load_lexicon(lexicon)
    engine = Engine(words)
    return Loaded(engine, words, extraction_fingerprint(engine.fingerprint, words.digest))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of cycles: it would walk the readings of the shard over and over, a fifth of all time and
    half of the tables' time, to find nothing. What cycles there are go at the shard's end; what was there before it,
    the lexicon above all, is frozen, so that it is not walked for them either.
    """
    collecting = gc.isenabled()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
        gc.collect()
        gc.unfreeze()


def extract(job: Job, shard: Shard) -> ShardReport:
    """Do one shard and keep its part. Does the same again, to the byte, when called again."""
    with _uncollected():
        return _extract(job, shard)


def _extract(job: Job, shard: Shard) -> ShardReport:
    started = time.perf_counter()
    loaded = engine_for(job.lexicon)
    if loaded.fingerprint != job.fingerprint:
        raise LiqaError(
            f"this worker has another engine or lexicon ({loaded.fingerprint[:12]}) than the run "
            f"({job.fingerprint[:12]}); install the same version and lexicon folder on every worker"
        )
    documents, rejects = _documents(shard, job.limits)
    readings, faults = _readings(loaded.engine, documents)
    version = loaded.engine.fingerprint
    tables, unwritable = _tables(readings, rejects + faults, version)
    faults += unwritable
    rejects += faults
    report = ShardReport(
        key=shard.key,
        content=shard.content,
        n_bytes=shard.n_bytes,
        documents=tables["documents"].num_rows,
        rows={name: table.num_rows for name, table in sorted(tables.items())},
        rejects=dict(sorted(Counter(reject.reason.value for reject in rejects).items())),
        faults=tuple(f"{fault.source_uri}#{fault.record_no}: {fault.detail}" for fault in faults),
        seconds=round(time.perf_counter() - started, 3),
    )
    PartStore(job.parts).write(report, tables)
    return report


def _documents(shard: Shard, limits: Limits) -> tuple[list[Document], list[Reject]]:
    """Every record parsed; what cannot be is a reject."""
    documents: list[Document] = []
    rejects = list(shard.rejects)
    for raw in shard.records:
        parsed = parse(raw, limits)
        if isinstance(parsed, Reject):
            rejects.append(parsed)
        else:
            documents.append(parsed)
    return documents, rejects


def _readings(engine: Engine, documents: Iterable[Document]) -> tuple[list[Reading], list[Reject]]:
    """Every document read; where the engine fails, a reject that says how."""
    readings: list[Reading] = []
    faults: list[Reject] = []
    for document in documents:
        try:
            readings.append(engine.read(document))
        except Exception as fault:  # the one boundary at which a fault of ours must not cost other documents
            faults.append(_fault(document, fault))
    return readings, faults


def _tables(readings: list[Reading], rejects: list[Reject], version: str) -> tuple[dict[str, pa.Table], list[Reject]]:
    """The shard's tables. If they cannot be written, a fault of ours, the readings that cannot are parted off."""
    try:
        return shard_tables(readings, rejects, version), []
    except LiqaError:
        sound, faults = _one_by_one(readings, version)
        return shard_tables(sound, [*rejects, *faults], version), faults


def _one_by_one(readings: list[Reading], version: str) -> tuple[list[Reading], list[Reject]]:
    """Part the readings that can be written from those that cannot."""
    sound: list[Reading] = []
    faults: list[Reject] = []
    for reading in readings:
        try:
            shard_tables([reading], [], version)
            sound.append(reading)
        except LiqaError as fault:
            faults.append(_fault(reading.document, fault))
    return sound, faults


def _fault(document: Document, fault: Exception) -> Reject:
    """The row that stands for a document on which the engine failed."""
    content = document.text.encode("utf-8", "surrogatepass")
    detail = f"{type(fault).__name__}: {fault} (record {document.record_id})"[:MAX_DETAIL]
    return Reject(
        document.source_uri,
        document.record_no,
        RejectReason.ENGINE_FAULT,
        detail,
        sha256(content).hexdigest(),
        len(content),
    )
