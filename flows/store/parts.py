"""The parts of shards, kept under the shard's key: the cache, and what a run goes on from after a crash.

A part is a folder `<key>/` with one Parquet file per table and `shard.json`. It is written beside its place and
renamed, so it is there completely or not at all; whoever comes second throws his own away.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import pyarrow as pa

from flows.store.files import file_sha256, write_json
from flows.store.parquet import write_file

REPORT = "shard.json"


@dataclass(frozen=True, slots=True)
class ShardReport:
    """What came of one shard: the same whether it was extracted now or found."""

    key: str
    content: str
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
        """The report of a shard that was done before, and a mark on it that it is still in use. None when there is
        none, or when its files are not those that were written.
        """
        folder = self.path(key)
        try:
            told = json.loads((folder / REPORT).read_text("utf-8"))
            if any(file_sha256(folder / name) != digest for name, digest in told["files"].items()):
                raise ValueError(f"{folder} has other bytes than were written")
            report = ShardReport(**{**told["report"], "faults": tuple(told["report"]["faults"])})
            os.utime(folder)
        except (FileNotFoundError, KeyError, TypeError, ValueError):
            return None
        return report

    def write(self, report: ShardReport, tables: Mapping[str, pa.Table]) -> None:
        """Keep a shard's tables. Safe to call twice for one key, also at the same time."""
        folder = self.path(report.key)
        waiting = folder.with_name(f"{report.key}.{os.uname().nodename}.{os.getpid()}.tmp")
        shutil.rmtree(waiting, ignore_errors=True)
        waiting.mkdir(parents=True)
        for name, table in tables.items():
            write_file(waiting / f"{name}.parquet", table)
        files = {path.name: file_sha256(path) for path in sorted(waiting.glob("*.parquet"))}
        write_json(waiting / REPORT, {"report": asdict(report), "files": files})
        try:
            os.rename(waiting, folder)
        except OSError:
            self._replace(waiting, report.key)

    def _replace(self, waiting: Path, key: str) -> None:
        """Put a part in the place of what is there, unless that is whole: another worker was first."""
        folder = self.path(key)
        if self.find(key) is None:
            shutil.rmtree(folder, ignore_errors=True)
            os.rename(waiting, folder)
        else:
            shutil.rmtree(waiting)

    def files(self, keys: Iterable[str], table: str) -> list[Path]:
        """The files of one table in the parts of these shards, in the order of the keys."""
        return [self.path(key) / f"{table}.parquet" for key in keys]

    def prune(self, unused_since: float) -> int:
        """Remove the parts that no run has used since then (seconds of the epoch), and what crashed runs left."""
        removed = 0
        for folder in self.root.glob("??/*"):
            if folder.stat().st_mtime < unused_since:
                shutil.rmtree(folder)
                removed += 1
        return removed
