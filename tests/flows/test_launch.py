"""The command as a person runs it: the seeds, in a process of its own, with a server of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.store.parquet import write_file

pytestmark = [pytest.mark.slow, pytest.mark.prefect]

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, with_database: Callable[[Path], None]) -> Path:
    """What `liqa run` has written, called without arguments beside a `seeds` folder."""
    folder = tmp_path_factory.mktemp("clone")
    with_database(folder / "data")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    command = [sys.executable, "-m", "flows.cli", "run"]
    environment |= {"PYTHONPATH": str(ROOT), "HOME": str(folder / "home")}
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder, env=environment)
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.startswith("published release_")
    assert not (folder / "home").exists()
    return folder / "data"


def validate(release: Path, docs: Path) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["validate", str(release), "--docs", str(docs)])
    return result.exit_code, result.stdout


def test_the_release_is_complete(data: Path) -> None:
    current = data / "current"
    assert sorted(path.name for path in data.iterdir()) == [
        ".kept",
        ".lock",
        ".parts",
        ".prefect",
        ".staging",
        "current",
        "releases",
    ]
    assert len(pd.read_parquet(current / "documents")) == 5
    assert sorted(pd.read_parquet(current / "documents").source_uri) == sorted(
        f"seeds/{path.name}" for path in (ROOT / "seeds").iterdir()
    )
    assert len(pd.read_parquet(current / "reports")) > 0
    for page in ("validation/index.html", "report/index.html", "codebook.md", "datapackage.json"):
        assert (current / page).stat().st_size > 0


def test_validate_passes_it_and_changes_nothing(data: Path, tmp_path: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (data / "current/").resolve().rglob("*")}
    status, told = validate(data / "current", tmp_path / "docs")
    assert (status, told.split(":")[0]) == (0, "passed")
    assert (tmp_path / "docs/index.html").exists()
    assert {path: path.stat().st_mtime_ns for path in (data / "current/").resolve().rglob("*")} == before


def test_validate_refuses_it_tampered(data: Path, tmp_path: Path) -> None:
    """One row taken out: the bytes are not those of the descriptor, and the counts no longer agree."""
    tampered = tmp_path / "tampered"
    shutil.copytree(data / "current/", tampered)
    (path,) = (tampered / "reports").iterdir()
    write_file(path, pq.read_table(path).slice(1))
    status, told = validate(tampered, tmp_path / "docs")
    assert status == 1
    assert f"damaged: reports/{path.name} has other bytes" in told
    assert "failed: " in told
    assert "REFUSED" in told


def test_pages_never_replace_a_folder_of_something_else(data: Path) -> None:
    status, _ = validate(data / "current", ROOT / "seeds")
    assert status == 2


def test_diff_of_a_release_with_itself(data: Path) -> None:
    result = CliRunner().invoke(app, ["diff", str(data / "current"), str(data / "current")])
    assert (result.exit_code, result.stdout) == (0, "the two releases hold the same rows\n")
