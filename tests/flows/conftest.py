"""The fake engine in place of the real one, and articles for it to read."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from expectations.records import Audit
from flows.extract import Loaded
from flows.settings import prefect_environment, prefect_home
from tests.flows.fakes import FakeEngine


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Prefect's own harness: a temporary server for all flow tests, no analytics, no heartbeat thread."""
    home = tmp_path_factory.mktemp("prefect")
    for name, value in prefect_environment(home).items():
        os.environ.setdefault(name, value)
    (home / ".prefect").mkdir(exist_ok=True)
    from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
    from prefect.testing.utilities import prefect_test_harness

    with (
        prefect_test_harness(server_startup_timeout=120),
        temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}),
    ):
        yield


@pytest.fixture(scope="session")
def with_database(prefect_server: None) -> Callable[[Path], None]:
    """Gives an output folder a copy of the harness's database: making a new one costs every server seconds."""
    from prefect.settings import get_current_settings

    url = get_current_settings().server.database.connection_url
    assert url is not None
    source = url.get_secret_value().split(":///")[1]

    def copy(output: Path) -> None:
        home = prefect_home(output)
        home.mkdir(parents=True)
        with closing(sqlite3.connect(source)) as there, closing(sqlite3.connect(home / "prefect.db")) as here:
            there.backup(here)

    return copy


@pytest.fixture
def fake_engine(monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    """Reading needs no lexicon in this test."""
    engine = FakeEngine()
    words = SimpleNamespace(entries=())
    loaded = Loaded(engine, words, "fingerprint")  # type: ignore[arg-type]  # it reads, that is all that is asked of it
    for module in ("extract", "stages", "build"):
        monkeypatch.setattr(f"flows.{module}.engine_for", lambda lexicon: loaded)
    return engine


def passed(staged: Path, title: str, *_: object) -> Audit:
    """An audit that finds nothing."""
    index = staged / "validation/index.html"
    index.parent.mkdir()
    index.write_text(title)
    return Audit(True, (), (), (), 1, index, {})


@pytest.fixture
def no_audit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Great Expectations takes seconds: most tests are not about it."""
    monkeypatch.setattr("flows.build.audit_step", passed)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder of five articles: three meetings, one article without, one exact copy."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in {
        "one": "Ali met Omar\nSara met Huda",
        "two": "Zaid met Huda",
        "three": "Nothing happened",
        "copy": "Zaid met Huda",
        "four": "Huda met Mona",
    }.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder
