"""How a run grows: time, memory and shares of the stages at 1x, 10x and 100x; what a second run costs.

    python benchmarks/scale.py FOLDER [--articles 10000] [--times 1 10 100] [--workers 1 2] [--append]

FOLDER takes the corpora and the outputs (some 4 GB for a million articles and each number of workers; an output is
removed when its three runs are done). For every size and number of workers: one run into an empty output; the same
again, unchanged; the same with one file in a hundred made of other articles. Seconds are of the wall and mean something
on a machine that does nothing else; processor seconds are of all processes of the run. Memory is sampled five times a
second. `--append` adds the tables to `benchmarks/results.md`, with the date and the machine.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.corpus import write_corpus, write_file
from benchmarks.runs import Run, run

FILES = 100
OTHER_SEED = 2
RESULTS = Path(__file__).with_name("results.md")
HEAD = (
    "| articles | workers | run | seconds | of the first | processor s | of the first | articles/s "
    "| extracted shards | stages: s (share) | peak MiB |\n"
    "|--:|--:|---|--:|--:|--:|--:|--:|--:|---|---|\n"
)
GROWTH = (
    "\n| workers | articles | times the articles | times the seconds | times the processor s |\n|--:|---|--:|--:|--:|\n"
)


def corpus(folder: Path, articles: int) -> Path:
    """The corpus of that size, made if it is not there."""
    place = folder / f"corpus-{articles}"
    complete = place.with_suffix(".complete")
    if not complete.exists():
        write_corpus(place, articles, per_file=max(articles // FILES, 1), processes=os.cpu_count() or 1)
        complete.touch()
    return place


def change(place: Path, changed: Path, articles: int) -> None:
    """The corpus with one file in a hundred made of other articles."""
    shutil.rmtree(changed, ignore_errors=True)
    changed.mkdir()
    files = sorted(place.glob("*.jsonl.gz"))
    for file in files:
        os.link(file, changed / file.name)
    middle = changed / files[len(files) // 2].name
    middle.unlink()
    write_file(middle, articles * 2, max(articles // FILES, 1), OTHER_SEED)


def measured(folder: Path, articles: int, workers: int) -> Iterator[tuple[str, Run]]:
    """The three runs."""
    place, output = corpus(folder, articles), folder / f"output-{articles}-{workers}"
    moving = folder / "inputs"  # one path for all runs: the address of a file is part of what it gives
    shutil.rmtree(output, ignore_errors=True)
    shutil.rmtree(moving, ignore_errors=True)
    shutil.copytree(place, moving, copy_function=os.link)
    yield "first", run([moving], output, "--workers", str(workers))
    yield "unchanged", run([moving], output, "--workers", str(workers))
    change(place, moving, articles)
    yield "1 % changed", run([moving], output, "--workers", str(workers))
    shutil.rmtree(output)


def row(articles: int, workers: int, name: str, told: Run, first: Run) -> str:
    """One line of the table."""
    stages = ", ".join(
        f"{stage} {seconds:.1f} ({seconds / told.seconds:.0%})"
        for stage, seconds in told.stages.items()
        if seconds >= 0.1
    )
    peaks = ", ".join(f"{kind} {size}" for kind, size in told.peaks.items())
    failed = "" if told.status == 0 else f" (status {told.status})"
    return (
        f"| {articles:,} | {workers} | {name}{failed} | {told.seconds:.1f} | {told.seconds / first.seconds:.1%} "
        f"| {told.processor:.1f} | {told.processor / first.processor:.1%} | {articles / told.seconds:,.0f} "
        f"| {told.extracted} | {stages} | {peaks} |\n"
    )


def growth(firsts: dict[tuple[int, int], Run]) -> str:
    """From each size to the next, with equally many workers: how the first runs grow."""
    lines = GROWTH
    for (workers, fewer), (same, more) in pairwise(firsts):
        if workers == same:
            one, other = firsts[workers, fewer], firsts[same, more]
            lines += (
                f"| {workers} | {fewer:,} to {more:,} | {more / fewer:.1f} | {other.seconds / one.seconds:.2f} "
                f"| {other.processor / one.processor:.2f} |\n"
            )
    return lines if lines != GROWTH else ""


def main() -> None:
    """Measure and print; every line as soon as it is known."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--times", type=int, nargs="+", default=[1, 10])
    parser.add_argument("--workers", type=int, nargs="+", default=[2])
    parser.add_argument("--append", action="store_true")
    asked = parser.parse_args()
    folder = asked.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    lines = HEAD
    firsts: dict[tuple[int, int], Run] = {}
    print(HEAD, end="", flush=True)
    for workers in asked.workers:
        for articles in sorted(asked.articles * times for times in asked.times):
            for name, told in measured(folder, articles, workers):
                lines += row(articles, workers, name, told, firsts.setdefault((workers, articles), told))
                print(lines.splitlines()[-1], flush=True)
    lines += growth(firsts)
    print(growth(firsts), end="")
    if asked.append:
        machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
        head = f"\n## Scale, {date.today()}\n\n{machine}.\n\n"
        with RESULTS.open("a", encoding="utf-8") as results:
            results.write(head + lines)


if __name__ == "__main__":
    main()
