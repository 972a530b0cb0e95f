"""Settings are plain values there and back, and the environment never overrides what a person has set."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from flows.settings import apply_environment, default_workers, make_settings, prefect_home


def test_defaults() -> None:
    settings = make_settings()
    assert settings.inputs == ()
    assert settings.output == Path("data")
    assert settings.workers == default_workers() >= 1
    assert settings.run_date == date.today()
    assert settings.texts


def test_parameters_make_the_same_settings(tmp_path: Path) -> None:
    settings = make_settings(["a", "b"], str(tmp_path), 3, "tcp://h:1", str(tmp_path), "2024-05-31", 7, False)
    assert make_settings(**settings.parameters()) == settings


def test_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "environ", {"PREFECT_LOGGING_LEVEL": "DEBUG", "NO_PROXY": "example.org"})
    apply_environment(tmp_path / "data")
    assert os.environ["PREFECT_HOME"] == str(prefect_home(tmp_path / "data"))
    assert prefect_home(tmp_path / "data").is_dir()
    assert os.environ["DO_NOT_TRACK"] == "1"
    assert os.environ["PREFECT_LOGGING_LEVEL"] == "DEBUG"
    assert os.environ["NO_PROXY"] == "example.org,127.0.0.1,localhost"
    assert "PREFECT_API_URL" not in os.environ
