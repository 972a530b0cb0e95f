"""How a run grows: time, memory and shares of the stages at 1x, 10x and 100x; what a second run costs.

    python benchmarks/scale.py FOLDER [--articles 10000] [--times 1 10 100] [--workers 1 2] [--append]

FOLDER takes the corpora and the outputs (some 4 GB for a million articles). For every size and number of workers:
one run into an empty output; the same again, unchanged; the same with one file in a hundred made of other articles.
Times are of the wall: they mean something on a machine that does nothing else. `--append` adds the table to
`benchmarks/results.md`, with the date and the machine.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.corpus import write_corpus, write_file
from benchmarks.runs import Run, run

FILES = 100
OTHER_SEED = 2
RESULTS = Path(__file__).with_name("results.md")
HEAD = (
    "| articles | workers | run | seconds | of the first | articles/s | extracted shards | stages (s) | peak MiB |\n"
    "|--:|--:|---|--:|--:|--:|--:|---|---|\n"
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


def row(articles: int, workers: int, name: str, told: Run, first: Run) -> str:
    """One line of the table."""
    stages = ", ".join(f"{stage} {seconds:.1f}" for stage, seconds in told.stages.items() if seconds >= 0.1)
    peaks = ", ".join(f"{kind} {size}" for kind, size in told.peaks.items())
    share = f"{told.seconds / first.seconds:.1%}"
    failed = "" if told.status == 0 else f" (status {told.status})"
    return (
        f"| {articles:,} | {workers} | {name}{failed} | {told.seconds:.1f} | {share} | {articles / told.seconds:,.0f} "
        f"| {told.extracted} | {stages} | {peaks} |\n"
    )


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
    print(HEAD, end="", flush=True)
    for workers in asked.workers:
        for times in asked.times:
            articles, first = asked.articles * times, None
            for name, told in measured(folder, articles, workers):
                first = first or told
                lines += row(articles, workers, name, told, first)
                print(lines.splitlines()[-1], flush=True)
    if asked.append:
        machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
        head = f"\n## Scale, {date.today()}\n\n{machine}.\n\n"
        with RESULTS.open("a", encoding="utf-8") as results:
            results.write(head + lines)


if __name__ == "__main__":
    main()
