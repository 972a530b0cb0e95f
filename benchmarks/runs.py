"""Runs of `liqa run` as a child process, watched: how long, which stage how long, how much memory each process took."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

ROOT = Path(__file__).resolve().parents[1]
LIQA = (sys.executable, "-m", "flows.cli")
EVERY = 0.2
MIB = 1 << 20


@dataclass(frozen=True)
class Run:
    """What one run came to. `peaks` are MiB of resident memory by kind of process, the largest of each kind."""

    seconds: float
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
    begun = time.time()
    began = time.perf_counter()
    arguments = [*LIQA, "run", *map(str, inputs), "--output", str(output), *options]
    with (output.parent / f"{output.name}.log").open("ab") as log:
        child = subprocess.Popen(arguments, cwd=ROOT, stdout=log, stderr=log)
        watch = Watch(child.pid)
        status = child.wait()
    seconds = time.perf_counter() - began
    return _told(output, begun, seconds, status, watch.stop())


def _told(output: Path, begun: float, seconds: float, status: int, peaks: dict[str, int]) -> Run:
    """What the release says of the run that made it, if this one did."""
    made = [path for path in output.glob("re*/*/datapackage.json") if path.stat().st_mtime >= begun]
    if not made:
        current = (output / "current").resolve().name if status == 0 else ""
        return Run(seconds, status, {}, peaks, 0, 0, current)
    (path,) = made
    facts: dict[str, Any] = json.loads(path.read_text("utf-8"))["liqa"]["run"]
    totals = facts["totals"]
    return Run(seconds, status, facts["seconds"], peaks, totals["documents"], totals["extracted"], path.parent.name)
