"""Kills runs and workers, and looks at what is left.

    python benchmarks/crash.py FOLDER [--articles 4000] [--kills 10] [--seed 1] [--only run|cluster]

*run*: `liqa run` is killed (SIGKILL) at random moments of its life, again and again in one output folder. After each
kill the current release must be whole or absent, and none of the run's processes may be left; at last a run is let
through, and must give the release of a run that nobody disturbed. *cluster*: a Dask scheduler and two workers are
started, one worker is killed by its own pid when some shards are done; the run must go through and give the same
release as the one without a cluster. Ends with status 1 when anything is otherwise.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import psutil

from benchmarks.corpus import write_corpus
from benchmarks.runs import LIQA, ROOT, Run, run
from flows.store.release import damage

PATIENCE = 20.0
DASK = str(Path(sys.executable).with_name("dask"))


class FoundError(Exception):
    """Something is left that should not be."""


def files(release: Path) -> dict[str, bytes]:
    """Every table file of a release."""
    return {str(path.relative_to(release)): path.read_bytes() for path in sorted(release.glob("*/part-*.parquet"))}


def released(output: Path, told: Run) -> Path:
    """The release of a run that should have gone through."""
    if told.status != 0:
        raise FoundError(f"{output}: the run ended with status {told.status}; see {output}.log")
    return (output / "current").resolve()


def same(one: Path, other: Path) -> None:
    """Refuse releases that differ in a byte."""
    if one.name != other.name or files(one) != files(other):
        raise FoundError(f"{one} and {other} differ")


def killed(inputs: Path, output: Path, after: float) -> str:
    """One run, killed after so many seconds. Gives the stage that its progress named last."""
    log = output.parent / f"{output.name}.log"
    with log.open("wb") as told:
        child = subprocess.Popen([*LIQA, "run", str(inputs), "--output", str(output), "--workers", "2"], cwd=ROOT,
                                 stdout=told, stderr=told)  # fmt: skip
        try:
            child.wait(timeout=after)
        except subprocess.TimeoutExpired:
            below = psutil.Process(child.pid).children(recursive=True)
            child.send_signal(signal.SIGKILL)
            child.wait()
            _, alive = psutil.wait_procs(below, timeout=PATIENCE)
            if alive:
                raise FoundError(f"left after the kill: {alive}") from None
    lines = log.read_text("utf-8", "replace").splitlines()
    return next((line for line in reversed(lines) if "..." in line), "before the first stage").strip()


def whole_or_absent(output: Path) -> str:
    """Refuse a current release that lacks anything."""
    pointer = output / "current"
    if not pointer.is_symlink():
        return "no release yet"
    faults = damage(pointer.resolve()) if pointer.exists() else ["it points nowhere"]
    if faults:
        raise FoundError(f"{pointer}: {faults}")
    return f"current is whole: {pointer.resolve().name}"


def kill_runs(folder: Path, inputs: Path, reference: Path, seconds: float, kills: int, chance: Random) -> None:
    """Kill, look, and at last let a run through."""
    output = folder / "killed"
    for number in range(kills):
        after = chance.uniform(0.5, seconds)
        stage = killed(inputs, output, after)
        print(f"kill {number + 1} after {after:.1f} s, {stage}: {whole_or_absent(output)}", flush=True)
        if (output / "current").is_symlink():
            shutil.rmtree(output)  # it was through: begin anew, or the others would find everything done
    told = run([inputs], output, "--workers", "2")
    same(reference, released(output, told))
    print(f"the run after {kills} kills: {told.seconds:.1f} s, {told.extracted} shards extracted, identical release")


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and two workers, as the README has it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with (folder / "dask.log").open("wb") as log:
        started = [subprocess.Popen([DASK, "scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"],
                                    cwd=folder, env=environment, stdout=log, stderr=log)]  # fmt: skip
        worker = [DASK, "worker", address, "--host", "127.0.0.1", "--nthreads", "1", "--no-dashboard", "--no-nanny",
                  "--death-timeout", "60"]  # fmt: skip
        started += [subprocess.Popen(worker, cwd=folder, env=environment, stdout=log, stderr=log) for _ in range(2)]
        try:
            yield address, started[1:]
        finally:
            for process in started:
                process.terminate()
            for process in started:
                process.wait(timeout=PATIENCE)


def kill_worker(folder: Path, inputs: Path, reference: Path) -> None:
    """One of two workers dies when two shards are done."""
    output = folder / "cluster"
    with cluster(folder) as (address, workers):
        time.sleep(8)
        with (folder / "cluster.log").open("ab") as log:
            child = subprocess.Popen([*LIQA, "run", str(inputs), "--output", str(output), "--cluster", address],
                                     cwd=ROOT, stdout=log, stderr=log)  # fmt: skip
            while child.poll() is None and len(list(output.glob(".parts/??/*/shard.json"))) < 2:
                time.sleep(0.1)
            done = len(list(output.glob(".parts/??/*/shard.json")))
            if child.poll() is not None:
                raise FoundError(f"the run ended before a worker could be killed; see {folder / 'cluster.log'}")
            workers[0].kill()
            status = child.wait()
        if status != 0:
            raise FoundError(f"the run on the cluster ended with status {status}; see {folder / 'cluster.log'}")
    same(reference, (output / "current").resolve())
    print(f"one of two workers killed after {done} shards: the run went through, identical release")


def main() -> None:
    """Both experiments, or the one asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=4_000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=("run", "cluster"))
    asked = parser.parse_args()
    folder = asked.folder.resolve()
    shutil.rmtree(folder, ignore_errors=True)
    inputs = folder / "inputs"
    write_corpus(inputs, asked.articles, per_file=1_000)
    told = run([inputs], folder / "reference", "--workers", "2")
    try:
        reference = released(folder / "reference", told)
        print(f"undisturbed: {told.seconds:.1f} s, {told.extracted} shards, {reference.name}", flush=True)
        if asked.only != "cluster":
            kill_runs(folder, inputs, reference, told.seconds, asked.kills, Random(asked.seed))
        if asked.only != "run":
            kill_worker(folder, inputs, reference)
    except FoundError as found:
        sys.exit(f"FOUND: {found}")


if __name__ == "__main__":
    main()
