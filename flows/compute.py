"""Where shards are extracted: in this process, in a pool of processes on this machine, or on a Dask cluster.

All three call `flows.extract.extract` and keep the same parts. Prefect's tasks run in threads here, or on the
cluster's workers there; on this machine a thread only waits for the pool, since a process-pool runner of Prefect
would start a server in every worker. One shard alone is done in this process: the engine is loaded already, and a new
process would have to load it again.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import connection
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from flows.extract import Job, extract
from flows.settings import Settings
from flows.shards import Shard
from flows.store.parts import ShardReport
from transforms.base.errors import ArgumentError

if TYPE_CHECKING:
    from prefect.task_runners import TaskRunner

T = TypeVar("T")
R = TypeVar("R")

CONNECT_SECONDS = 5.0


class Each(Protocol):
    """As the builtin `map` over one sequence: a call for each item, answered in their order."""

    def __call__(self, work: Callable[[T], R], items: Iterable[T], /) -> Iterator[R]:
        """The answers, one at a time."""


class Compute(Protocol):
    """Something that does shards."""

    def extract(self, shard: Shard) -> ShardReport:
        """Do one shard; return when its part is kept."""


class Here:
    """In the process that calls: also what a Dask worker does."""

    def __init__(self, job: Job) -> None:
        self._job = job

    def extract(self, shard: Shard) -> ShardReport:
        return extract(self._job, shard)


class Processes:
    """Processes of this machine that do calls, started when the first call comes. When one is lost they are all made
    anew for the next call.
    """

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._lock = threading.Lock()
        self._executor: ProcessPoolExecutor | None = None

    def call(self, work: Callable[[T], R], item: T) -> R:
        """One call, waited for."""
        executor, future = self._submit(work, item)
        return self._result(executor, future)

    def each(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """A call for each item, answered in their order; a bounded number of items is held."""
        waiting: deque[tuple[ProcessPoolExecutor, Future[R]]] = deque()
        for item in items:
            waiting.append(self._submit(work, item))
            if len(waiting) > 2 * self._workers:
                yield self._result(*waiting.popleft())
        while waiting:
            yield self._result(*waiting.popleft())

    def _submit(self, work: Callable[[T], R], item: T) -> tuple[ProcessPoolExecutor, Future[R]]:
        with self._lock:
            if self._executor is None:
                context = multiprocessing.get_context("spawn")
                self._executor = ProcessPoolExecutor(self._workers, mp_context=context, initializer=start_worker)
            return self._executor, self._executor.submit(work, item)

    def _result(self, executor: ProcessPoolExecutor, future: Future[R]) -> R:
        try:
            return future.result()
        except BrokenProcessPool:
            self._drop(executor)
            raise

    def _drop(self, broken: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._executor is broken:
                self._executor = None
        broken.shutdown(wait=False, cancel_futures=True)

    def close(self) -> None:
        """End the workers; what they have not begun is not begun."""
        with self._lock:
            executor, self._executor = self._executor, None
        if executor is not None:
            executor.shutdown(wait=True, cancel_futures=True)


class Pool:
    """Shards by processes of this machine."""

    def __init__(self, job: Job, workers: int) -> None:
        self._work = partial(extract, job)
        self._processes = Processes(workers)

    def extract(self, shard: Shard) -> ShardReport:
        return self._processes.call(self._work, shard)

    def close(self) -> None:
        """End the workers."""
        self._processes.close()


@contextmanager
def each_of(workers: int) -> Iterator[Each]:
    """What does the same for many items, some at a time: by processes of this machine, or here for one worker.

    The processes are new ones: those that extract hold the engine, which neither linking nor audit needs.
    """
    if workers == 1:
        yield map
        return
    processes = Processes(workers)
    try:
        yield processes.each
    finally:
        processes.close()


def start_worker() -> None:
    """A worker leaves interruption to its parent, and ends when its parent does, however that ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


@contextmanager
def local_compute(settings: Settings, job: Job, single: bool) -> Iterator[Compute]:
    """What does shards on this machine, or inside a cluster's worker."""
    if single or settings.cluster is not None:
        yield Here(job)
        return
    pool = Pool(job, settings.workers)
    try:
        yield pool
    finally:
        pool.close()


def task_runner(settings: Settings) -> TaskRunner[Any]:
    """Prefect's runner for the shards' tasks. Raises `ArgumentError` when no scheduler answers at the address."""
    if settings.cluster is None:
        from prefect.task_runners import ThreadPoolTaskRunner

        return ThreadPoolTaskRunner(max_workers=shards_in_flight(settings))
    from prefect_dask.task_runners import DaskTaskRunner

    return DaskTaskRunner(address=settings.cluster)


def check_cluster(address: str) -> int:
    """Ask the scheduler how many shards its workers do at once, so that a wrong address is told before any work."""
    from distributed import Client

    try:
        with Client(address, timeout=CONNECT_SECONDS, set_as_default=False) as client:  # type: ignore[no-untyped-call]
            threads = sum(int(worker["nthreads"]) for worker in client.scheduler_info(n_workers=-1)["workers"].values())
    except (OSError, TimeoutError) as fault:
        raise ArgumentError(f"--cluster {address}: no Dask scheduler answers there ({type(fault).__name__})") from fault
    if threads == 0:
        raise ArgumentError(f"--cluster {address}: the scheduler has no workers; start one with: dask worker {address}")
    return threads


def shards_in_flight(settings: Settings) -> int:
    """How many shards are held at once: enough that no worker waits, few enough that memory stays small."""
    return settings.workers + 1 if settings.cluster is None else 2 * check_cluster(settings.cluster)
