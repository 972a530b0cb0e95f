"""The fake engine in place of the real one, and articles for it to read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from flows import extract
from flows.extract import Loaded
from tests.flows.fakes import FakeEngine

Write = Callable[..., Path]


@pytest.fixture
def fake_engine(monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    """Reading needs no lexicon in this test."""
    engine = FakeEngine()
    loaded = Loaded(engine, "fingerprint")  # type: ignore[arg-type]  # it reads, that is all that is asked of it
    monkeypatch.setattr(extract, "engine_for", lambda lexicon: loaded)
    monkeypatch.setattr("flows.stages.engine_for", lambda lexicon: loaded)
    return engine


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
