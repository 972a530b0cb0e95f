"""Runs of `liqa run` as a child process, watched: how long, which stage how long, how much memory each process took."""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[1]
#: The installed command, so that the compiled engine is measured where one is installed (`-m` would take the checkout).
LIQA = (str(Path(sys.executable).with_name("liqa")),)
EVERY = 0.2
SHARDS = re.compile(r"([\d,]+) documents in [\d,]+ shards, ([\d,]+) of them extracted")
RELEASE = re.compile(r"\brelease_[0-9a-f]{16}\b")
UNCHANGED = "unchanged: release_"
MIB = 1 << 20


@dataclass(frozen=True)
class Run:
    """What one run came to. `seconds` are of the wall, `processor` those of all its processes together; `stages` are of
    the wall; `peaks` are MiB of resident memory by kind of process, the largest of each kind.
    """

    seconds: float
    processor: float
    status: int
    stages: dict[str, float]
    peaks: dict[str, int]
    documents: int
    extracted: int
    release: str


class Watch:
    """Samples the memory of a process and of all below it until it is told to stop."""

    def __init__(self, pid: int) -> None:
        self._root = psutil.Process(pid)
        self._stop = threading.Event()
        self.peaks: dict[str, int] = {}
        self._thread = threading.Thread(target=self._sample, daemon=True)
        self._thread.start()

    def _sample(self) -> None:
        while not self._stop.wait(EVERY):
            try:
                processes = [self._root, *self._root.children(recursive=True)]
            except psutil.Error:
                return
            for process in processes:
                self._note(process)

    def _note(self, process: psutil.Process) -> None:
        try:
            kind, size = self._kind(process), process.memory_info().rss // MIB
        except psutil.Error:
            return
        self.peaks[kind] = max(self.peaks.get(kind, 0), size)

    def _kind(self, process: psutil.Process) -> str:
        if process.pid == self._root.pid:
            return "main"
        line = " ".join(process.cmdline())
        return "server" if "flows.server" in line else "tracker" if "resource_tracker" in line else "worker"

    def stop(self) -> dict[str, int]:
        """The peaks."""
        self._stop.set()
        self._thread.join()
        self.peaks.pop("tracker", None)
        return dict(sorted(self.peaks.items()))


def run(inputs: Sequence[Path], output: Path, *options: str) -> Run:
    """One run to its end. A refused release is a result as well: its stages were all gone through."""
    arguments = [*LIQA, "run", *map(str, inputs), "--output", str(output), *options]
    with (output.parent / f"{output.name}.log").open("a+b") as log:
        log.seek(0, os.SEEK_END)
        before, used, began = log.tell(), _processor(), time.perf_counter()
        child = subprocess.Popen(arguments, cwd=ROOT, stdout=log, stderr=log)
        watch = Watch(child.pid)
        status = child.wait()
        seconds, processor = time.perf_counter() - began, _processor() - used
        log.seek(before)
        told = log.read().decode("utf-8", "replace")
    return _told(output, told, seconds, processor, status, watch.stop())


def _processor() -> float:
    """Seconds that all children had, and theirs, as far as they have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _told(output: Path, told: str, seconds: float, processor: float, status: int, peaks: dict[str, int]) -> Run:
    """What the run said, and its release, if it made one."""
    shards = SHARDS.search(told)
    documents, extracted = (int(number.replace(",", "")) for number in shards.groups()) if shards else (0, 0)
    named = RELEASE.findall(told)
    release = named[-1] if named else ""
    package = next(output.glob(f"re*/{release}/datapackage.json"), None) if release else None
    stages: dict[str, float] = {}
    if package is not None and UNCHANGED not in told:
        stages = json.loads(package.read_text("utf-8"))["liqa"]["run"]["seconds"]
    return Run(seconds, processor, status, stages, peaks, documents, extracted, release)
