"""What one run is told: one frozen object, checked before any work, and the environment that Prefect must find.

Prefect reads its settings when it is first imported, so `prefect_environment` is applied by the command line before
that; its state lives inside the output folder. An existing PREFECT_API_URL, and anything else that is already set, is
respected.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from transforms.base.errors import ArgumentError

DEFAULT_OUTPUT = "data"
API_URL = "PREFECT_API_URL"
MAX_WORKERS = 256
LOOPBACK = ("127.0.0.1", "localhost")
CLUSTER_SCHEMES = ("tcp", "tls", "ucx", "ws", "wss", "inproc")


@dataclass(frozen=True, slots=True)
class Settings:
    """One run. `workers` counts processes on this machine; a cluster has its own."""

    inputs: tuple[str, ...]
    output: Path
    workers: int
    cluster: str | None
    lexicon: Path | None
    run_date: date
    keep: int | None
    texts: bool

    def parameters(self) -> dict[str, Any]:
        """The same settings as plain values that a deployment can carry."""
        return {
            "inputs": list(self.inputs),
            "output": str(self.output),
            "workers": self.workers,
            "cluster": self.cluster,
            "lexicon": str(self.lexicon) if self.lexicon else None,
            "run_date": self.run_date.isoformat(),
            "keep": self.keep,
            "texts": self.texts,
        }


def make_settings(
    inputs: Sequence[str] = (),
    output: str = DEFAULT_OUTPUT,
    workers: int | None = None,
    cluster: str | None = None,
    lexicon: str | None = None,
    run_date: str | None = None,
    keep: int | None = None,
    texts: bool = True,
) -> Settings:
    """Settings from what a person or a deployment gave. Raises `ArgumentError` naming what would be right."""
    return Settings(
        inputs=tuple(inputs),
        output=_output(output),
        workers=_count("--workers", workers, MAX_WORKERS) or default_workers(),
        cluster=_cluster(cluster),
        lexicon=lexicon_folder(lexicon),
        run_date=parse_day("--run-date", run_date) or date.today(),
        keep=_count("--keep", keep, None),
        texts=texts,
    )


def default_workers() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def parse_day(option: str, value: str | None) -> date | None:
    """A day as YYYY-MM-DD, and nothing else."""
    if value is None:
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError:
        day = None
    if day is None or day.isoformat() != value:
        raise ArgumentError(f"{option} {value!r} is no day; write YYYY-MM-DD, such as 2024-05-31")
    return day


def _count(option: str, value: int | None, most: int | None) -> int | None:
    if value is None:
        return None
    if value < 1 or (most is not None and value > most):
        bound = "at least 1" if most is None else f"from 1 to {most}"
        raise ArgumentError(f"{option} {value}: must be {bound}")
    return value


def _output(value: str) -> Path:
    """A folder that is there or can be made. Its nearest existing parent must be a folder that can be written into."""
    if not value.strip():
        raise ArgumentError("--output is empty; name a folder")
    path = Path(value).expanduser()
    parent = path
    while not parent.exists() and parent != parent.parent:
        parent = parent.parent
    if not parent.is_dir():
        raise ArgumentError(f"--output {value}: {parent} is a file; name a folder, or a path that does not exist yet")
    if not os.access(parent, os.W_OK | os.X_OK):
        raise ArgumentError(f"--output {value}: {parent} cannot be written into; name a folder of yours")
    return path


def lexicon_folder(value: str | None) -> Path | None:
    """A folder of a person's own lexicon files."""
    if value is None:
        return None
    path = Path(value).expanduser()
    if not path.is_dir():
        problem = "is a file" if path.exists() else "does not exist"
        raise ArgumentError(f"--lexicon {value} {problem}; name a folder of lexicon files")
    return path.resolve()


def _cluster(value: str | None) -> str | None:
    """The address of a Dask scheduler. Only its form is looked at here; whether it answers, the run will see."""
    if value is None:
        return None
    parts = urlsplit(value)
    try:
        right = parts.scheme in CLUSTER_SCHEMES and bool(parts.hostname) and parts.port is not None
    except ValueError:
        right = False
    if not right:
        raise ArgumentError(f"--cluster {value!r} is no scheduler's address; write one like tcp://127.0.0.1:8786")
    return value


def prefect_home(output: Path) -> Path:
    """Where Prefect keeps its state: inside the output folder."""
    return output.resolve() / ".prefect"


def prefect_environment(output: Path) -> dict[str, str]:
    """What Prefect must find in its environment: state with us, no analytics, no chatter, patience at the start."""
    return {
        "DO_NOT_TRACK": "1",
        "PREFECT_HOME": str(prefect_home(output)),
        "PREFECT_LOGGING_LEVEL": "CRITICAL",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
        "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
    }


def apply_environment(output: Path) -> None:
    """Set what is not set yet. Must come before Prefect is imported."""
    prefect_home(output).mkdir(parents=True, exist_ok=True)
    for name, value in prefect_environment(output).items():
        os.environ.setdefault(name, value)
    for name in ("NO_PROXY", "no_proxy"):  # Prefect's client would ask a proxy for our own port
        os.environ[name] = ",".join(dict.fromkeys([*filter(None, os.environ.get(name, "").split(",")), *LOOPBACK]))
