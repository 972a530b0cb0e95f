"""`liqa serve`: the same run on a schedule, by a Prefect server that is really there.

A temporary server never schedules, so one is started here that does, with its pages on this machine's loopback; with
PREFECT_API_URL set, that server is used. Each run is a process and a complete flow; two never overlap.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from flows.inputs.listing import check_inputs
from flows.server import LocalServer, check_answers
from flows.settings import API_URL, Settings, apply_environment, prefect_home
from transforms.base.errors import ArgumentError

if TYPE_CHECKING:
    from prefect.schedules import Schedule

DEPLOYMENT = "scheduled"
INTERRUPTED = 130
MAX_PORT = 65535


def serve_schedule(settings: Settings, cron: str, timezone: str, port: int) -> int:
    """Run on the schedule until interrupted. Gives the exit status."""
    if not 0 <= port <= MAX_PORT:
        raise ArgumentError(f"--port {port}: must be from 0 to {MAX_PORT}")
    check_inputs(settings.inputs)
    apply_environment(settings.output)
    with _scheduler(settings, port) as server:
        schedule = make_schedule(cron, timezone)
        from flows.build import build

        if server is not None:
            server.wait()
        pages = os.environ[API_URL].removesuffix("/api")
        print(f"runs at {cron!r} ({timezone}) until interrupted; Prefect is at {pages}", file=sys.stderr, flush=True)
        parameters = {name: value for name, value in settings.parameters().items() if name != "run_date"}
        build.serve(name=DEPLOYMENT, schedule=schedule, parameters=parameters, limit=1, print_starting_message=False)
    return INTERRUPTED


def make_schedule(cron: str, timezone: str) -> Schedule:
    """A schedule that Prefect accepts. Raises `ArgumentError` for words that are none."""
    from prefect.client.schemas.schedules import CronSchedule
    from prefect.schedules import Cron

    try:
        CronSchedule(cron=cron, timezone=timezone)
    except ValueError as fault:
        raise ArgumentError(
            f"--cron {cron!r} in {timezone!r} is no schedule; write five fields and a zone, "
            'such as --cron "0 6 * * *" --timezone Asia/Damascus'
        ) from fault
    return Cron(cron, timezone=timezone)


@contextmanager
def _scheduler(settings: Settings, port: int) -> Iterator[LocalServer | None]:
    """A server that schedules and is about to answer; None where PREFECT_API_URL names one."""
    if url := os.environ.get(API_URL):
        check_answers(url)
        yield None
        return
    with LocalServer(prefect_home(settings.output), scheduling=True, port=port) as server:
        os.environ[API_URL] = server.url
        try:
            yield server
        finally:
            del os.environ[API_URL]
