"""What a run tells while it works: a progress bar on a terminal, plain lines elsewhere. Always on standard error.

Standard output is left to results, so that a pipe gets nothing else.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol, TextIO

PLAIN_SECONDS = 10.0


class Console(Protocol):
    """Where a run reports to."""

    def stage(self, title: str) -> None:
        """A stage begins."""

    def expect(self, total: int | None) -> None:
        """How many bytes the inputs have, None if that is not known."""

    def advance(self, n_bytes: int, documents: int) -> None:
        """Some input is done."""

    def say(self, line: str) -> None:
        """One line for people."""


class PlainConsole:
    """Lines without control codes: for logs, pipes and schedules."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._started = self._said = time.monotonic()
        self._total: int | None = None
        self._bytes = self._documents = 0

    def stage(self, title: str) -> None:
        self.say(f"{title} ...")

    def expect(self, total: int | None) -> None:
        self._total = total

    def advance(self, n_bytes: int, documents: int) -> None:
        self._bytes += n_bytes
        self._documents += documents
        now = time.monotonic()
        if now - self._said >= PLAIN_SECONDS:
            self._said = now
            share = f"{min(self._bytes / self._total, 1):4.0%}  " if self._total else ""
            self.say(f"  {share}{self._documents:,} documents, {self._documents / (now - self._started):,.0f} a second")

    def say(self, line: str) -> None:
        print(f"[{time.monotonic() - self._started:6.1f} s] {line}", file=self._stream, flush=True)


class TerminalConsole:
    """A progress bar of the current stage, lines above it."""

    def __init__(self, stream: TextIO) -> None:
        from rich.console import Console as RichConsole
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        self._rich = RichConsole(file=stream)
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.fields[note]}"),
            TimeElapsedColumn(),
            console=self._rich,
            transient=True,
        )
        self._task = self._progress.add_task("starting", total=None, note="")
        self._documents = 0

    def start(self) -> None:
        """Show the bar."""
        self._progress.start()

    def stop(self) -> None:
        """Take the bar away."""
        self._progress.stop()

    def stage(self, title: str) -> None:
        self._progress.reset(self._task, total=None, description=title, note="")

    def expect(self, total: int | None) -> None:
        self._progress.update(self._task, total=total)

    def advance(self, n_bytes: int, documents: int) -> None:
        self._documents += documents
        self._progress.update(self._task, advance=n_bytes, note=f"{self._documents:,} documents")

    def say(self, line: str) -> None:
        self._rich.print(line, markup=False, highlight=False, soft_wrap=True)


@contextmanager
def open_console() -> Iterator[Console]:
    """The console that suits standard error."""
    if not sys.stderr.isatty():
        yield PlainConsole(sys.stderr)
        return
    console = TerminalConsole(sys.stderr)
    console.start()
    try:
        yield console
    finally:
        console.stop()
