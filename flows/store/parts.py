"""The parts of shards, kept under the shard's key: the cache, and what a run goes on from after a crash.

A part is a folder `<key>/` with one Parquet file per table and `shard.json`. It is written beside its place and
renamed, so it is there completely or not at all; whoever comes second throws his own away.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import pyarrow as pa

from flows.store.files import write_json
from flows.store.parquet import write_file

REPORT = "shard.json"


@dataclass(frozen=True, slots=True)
class ShardReport:
    """What came of one shard: the same whether it was extracted now or found."""

    key: str
    n_bytes: int
    documents: int
    rows: dict[str, int]
    rejects: dict[str, int]
    faults: tuple[str, ...]
    seconds: float


class PartStore:
    """The folder of parts below an output folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, key: str) -> Path:
        """Where a shard's part is or would be."""
        return self.root / key[:2] / key

    def find(self, key: str) -> ShardReport | None:
        """The report of a shard that was done before, and a mark on it that it is still in use."""
        folder = self.path(key)
        try:
            fields = json.loads((folder / REPORT).read_text("utf-8"))
            os.utime(folder)
        except FileNotFoundError:
            return None
        return ShardReport(**{**fields, "faults": tuple(fields["faults"])})

    def write(self, report: ShardReport, tables: Mapping[str, pa.Table]) -> None:
        """Keep a shard's tables. Safe to call twice for one key, also at the same time."""
        folder = self.path(report.key)
        waiting = folder.with_name(f"{report.key}.{os.uname().nodename}.{os.getpid()}.tmp")
        shutil.rmtree(waiting, ignore_errors=True)
        waiting.mkdir(parents=True)
        for name, table in tables.items():
            write_file(waiting / f"{name}.parquet", table)
        write_json(waiting / REPORT, asdict(report))
        try:
            os.rename(waiting, folder)
        except OSError:
            shutil.rmtree(waiting)
            if not (folder / REPORT).exists():
                raise

    def files(self, keys: list[str], table: str) -> list[Path]:
        """The files of one table in the parts of these shards, in the order of the keys."""
        return [self.path(key) / f"{table}.parquet" for key in sorted(keys)]

    def prune(self, unused_since: float) -> int:
        """Remove the parts that no run has used since then (seconds of the epoch), and what crashed runs left."""
        removed = 0
        for folder in self.root.glob("??/*"):
            if folder.stat().st_mtime < unused_since:
                shutil.rmtree(folder)
                removed += 1
        return removed
