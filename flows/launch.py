"""`liqa run`: everything around the flow. Checks the inputs, starts Prefect's server, and loads what is heavy
meanwhile.

With a new state folder the server takes seconds to come up; Prefect, the engine and, if there is still time, Great
Expectations are imported while it does. With PREFECT_API_URL set there is no server to start.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING

from flows.compute import check_cluster
from flows.inputs.listing import check_inputs
from flows.server import LocalServer, check_answers
from flows.settings import API_URL, Settings, apply_environment, prefect_home

if TYPE_CHECKING:
    from flows.build import Outcome

REFUSED = 1


def launch(settings: Settings) -> int:
    """Run the flow and tell what came of it. Gives the exit status."""
    check_inputs(settings.inputs)
    if settings.cluster is not None:
        check_cluster(settings.cluster)
    began = time.monotonic()
    with prefect_server(settings):
        from flows.build import RefusedError

        try:
            outcome = _run(settings)
        except RefusedError as refusal:
            print(f"REFUSED: {refusal}\nthe current release stays as it is")
            return REFUSED
    print(_summary(outcome, time.monotonic() - began))
    return 0


@contextmanager
def prefect_server(settings: Settings) -> Iterator[None]:
    """Prefect's environment and a server that answers; what is heavy is loaded while it comes up."""
    settings.output.mkdir(parents=True, exist_ok=True)
    apply_environment(settings.output)
    if url := os.environ.get(API_URL):
        check_answers(url)
        _load(settings)
        yield
        return
    print("starting Prefect's server ...", file=sys.stderr, flush=True)
    with LocalServer(prefect_home(settings.output)) as server:
        os.environ[API_URL] = server.url
        try:
            _load(settings)
            if not server.answers():
                import_module("expectations.runner")
            server.wait()
            yield
        finally:
            del os.environ[API_URL]


def _load(settings: Settings) -> None:
    """Import Prefect with our flow, and load the engine: a lexicon that cannot stand is told before the run."""
    from flows.extract import engine_for

    engine_for(settings.lexicon)
    import_module("flows.build")


def _run(settings: Settings) -> Outcome:
    """The flow, without the heartbeat thread that would delay its end by a second."""
    from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

    from flows.build import build

    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        outcome: Outcome = build(**settings.parameters())
    return outcome


def _summary(outcome: Outcome, seconds: float) -> str:
    """The run in three lines."""
    rows, totals = outcome.rows, outcome.totals
    told = "published" if outcome.new else "unchanged, nothing to publish:"
    lines = [
        f"{told} {outcome.release}: {rows['documents']:,} documents, {rows['reports']:,} reports, "
        f"{rows['meetings']:,} meetings, {rows['rejects']:,} rejects",
        *(f"warning: {warning}" for warning in outcome.warnings),
        f"{outcome.folder.parent.parent / 'current'} -> releases/{outcome.release}   ({seconds:.1f} s)",
    ]
    if totals.faults:
        lines.insert(
            0, f"THE ENGINE FAILED on {len(totals.faults)} documents: rows of `rejects` with reason engine_fault"
        )
    return "\n".join(lines)
