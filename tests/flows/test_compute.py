"""Shards in worker processes and on a Dask cluster: the same parts as in this process, also when a worker dies."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path

import pytest

from flows.build import build
from flows.compute import Here, Pool, check_cluster, local_compute, task_runner
from flows.extract import Job, engine_for
from flows.inputs.listing import list_inputs
from flows.inputs.raw import Limits
from flows.settings import make_settings
from flows.shards import Shard, Sizes
from flows.stages import plan
from transforms.base.errors import ArgumentError

ROOT = Path(__file__).parents[2]
SEEDS = str(ROOT / "seeds")


@pytest.fixture
def job(tmp_path: Path) -> Job:
    return Job(tmp_path / "parts", None, engine_for(None).fingerprint, Limits())


@pytest.fixture
def shards(job: Job) -> list[Shard]:
    """Each seed a shard."""
    return list(plan(list_inputs([SEEDS]), job, Sizes(least=1, usual=2, most=3)))


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.parquet")}


@pytest.mark.slow
def test_a_pool_keeps_the_same_parts_and_outlives_its_workers(job: Job, shards: list[Shard], tmp_path: Path) -> None:
    here = Here(replace(job, parts=tmp_path / "here"))
    for shard in shards:
        here.extract(shard)
    pool = Pool(job, 2)
    try:
        with ThreadPoolExecutor(4) as threads:
            reports = list(threads.map(pool.extract, shards))
        assert [report.key for report in reports] == [shard.key for shard in shards]
        assert files(job.parts) == files(tmp_path / "here")
        executor = pool._processes._executor
        assert executor is not None
        victim = next(iter(executor._processes))
        os.kill(victim, signal.SIGKILL)
        with pytest.raises(BrokenProcessPool):
            _extract_until_it_fails(pool, shards[0])
        assert pool.extract(shards[0]).key == shards[0].key
    finally:
        pool.close()


def _extract_until_it_fails(pool: Pool, shard: Shard) -> None:
    for _ in range(50):
        pool.extract(shard)
        time.sleep(0.1)


def test_one_shard_alone_needs_no_pool(job: Job) -> None:
    settings = make_settings([SEEDS], workers=2)
    with local_compute(settings, job, single=True) as compute:
        assert isinstance(compute, Here)
    with local_compute(settings, job, single=False) as compute:
        assert isinstance(compute, Pool)
    with local_compute(replace(settings, cluster="tcp://h:1"), job, single=False) as compute:
        assert isinstance(compute, Here)


def test_a_scheduler_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.compute.CONNECT_SECONDS", 0.5)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(ArgumentError, match="no Dask scheduler answers there"):
        check_cluster(address)


def test_threads_wait_for_the_pool() -> None:
    assert type(task_runner(make_settings([SEEDS], workers=2))).__name__ == "ThreadPoolTaskRunner"


@pytest.fixture
def cluster() -> Iterator[str]:
    """A scheduler and two workers, each a process."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as local:
        yield local.scheduler_address


@pytest.mark.slow
@pytest.mark.prefect
@pytest.mark.usefixtures("prefect_server", "no_audit")
def test_a_cluster_gives_the_same_release(cluster: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as small:
        small.setattr("flows.stages.Sizes", lambda: Sizes(least=1, usual=2, most=3))
        far = build([SEEDS], output=str(tmp_path / "far"), cluster=cluster)
    near = build([SEEDS], output=str(tmp_path / "near"))
    assert (far.totals.extracted, near.totals.extracted) == (5, 1)
    assert far.release == near.release
