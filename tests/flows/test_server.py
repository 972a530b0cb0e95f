"""A server that ends with whoever started it, and that schedules when it is asked to."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from flows.schedule import make_schedule
from flows.server import LocalServer, ServerError
from flows.settings import prefect_environment, prefect_home
from transforms.base.errors import ArgumentError

ROOT = Path(__file__).parents[2]
START = """
import sys, time
from pathlib import Path
from flows.server import LocalServer
server = LocalServer(Path(sys.argv[1]))
server.start()
print(server._child.pid, flush=True)
time.sleep(60)
"""


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "Z" not in Path(f"/proc/{pid}/stat").read_text().split(")")[1].split()[0]


def gone_within(pid: int, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while alive(pid):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def test_a_killed_run_leaves_no_server(tmp_path: Path) -> None:
    environment = {**os.environ, **prefect_environment(tmp_path), "PYTHONPATH": str(ROOT)}
    (tmp_path / ".prefect").mkdir()
    with subprocess.Popen(
        [sys.executable, "-c", START, str(tmp_path / ".prefect")], stdout=subprocess.PIPE, env=environment
    ) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert alive(child)
        parent.send_signal(signal.SIGKILL)
    assert gone_within(child, 10)


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    taken = LocalServer(tmp_path)
    with taken, pytest.raises(ServerError, match="is taken"):
        LocalServer(tmp_path, port=int(taken.url.split(":")[2].split("/")[0])).start()


def test_a_server_that_cannot_start_is_told_with_its_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with LocalServer(tmp_path) as server, pytest.raises(ServerError, match=r"ended while starting.*server\.log"):
        server.wait()


def test_stopping_twice_is_nothing(tmp_path: Path) -> None:
    server = LocalServer(tmp_path)
    server.start()
    server.stop()
    server.stop()


@pytest.mark.parametrize(("cron", "zone"), [("at six", "UTC"), ("0 6 * *", "UTC"), ("0 6 * * *", "Asia/Nowhere")])
def test_what_is_no_schedule_is_told(cron: str, zone: str) -> None:
    with pytest.raises(ArgumentError, match="write five fields"):
        make_schedule(cron, zone)


def test_a_schedule() -> None:
    assert make_schedule("0 6 * * *", "Asia/Damascus").cron == "0 6 * * *"


@pytest.mark.slow
@pytest.mark.prefect
def test_a_served_flow_gets_scheduled_runs_and_stops_when_asked(
    tmp_path: Path, with_database: Callable[[Path], None]
) -> None:
    """The whole command: a server that schedules, a deployment, runs that the scheduler inserted; then Ctrl-C."""
    with_database(tmp_path / "data")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    command = [sys.executable, "-m", "flows.cli", "serve", "--cron", "0 6 * * *", "--port", "0", "--output"]
    with subprocess.Popen(
        [*command, str(tmp_path / "data"), str(ROOT / "seeds")],
        stderr=subprocess.PIPE,
        text=True,
        env={**environment, "PYTHONPATH": str(ROOT)},
        cwd=tmp_path,
    ) as serving:
        assert serving.stderr is not None
        told = serving.stderr.readline()
        api = told.split("Prefect is at ")[1].strip() + "/api"
        runs = _wait_for_scheduled_runs(api)
        serving.send_signal(signal.SIGINT)
        assert serving.wait(timeout=30) == 130
    assert all("T06:00:00" in run["expected_start_time"] for run in runs)
    assert runs[0]["parameters"]["inputs"] == [str(ROOT / "seeds")]


def _wait_for_scheduled_runs(api: str) -> list[dict[str, object]]:
    with httpx.Client(trust_env=False) as client:
        for _ in range(300):
            only = {"flow_runs": {"state": {"type": {"any_": ["SCHEDULED"]}}}}
            found: list[dict[str, object]] = client.post(f"{api}/flow_runs/filter", json=only).json()
            if found:
                return found
            time.sleep(0.1)
    raise AssertionError("the scheduler inserted no run within 30 s")


def test_the_log_is_inside_the_output(tmp_path: Path) -> None:
    assert LocalServer(prefect_home(tmp_path))._log == tmp_path.resolve() / ".prefect/server.log"
