"""What a kept part, table or finding depends on beside its content: code, words, libraries."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from flows import fingerprint
from flows.fingerprint import AUDITORS, LIBRARIES, code_digest, extraction_fingerprint, publication_fingerprint


@pytest.fixture
def fresh() -> Callable[[], tuple[str, str]]:
    """Both fingerprints, as a new process would have them."""

    def look() -> tuple[str, str]:
        code_digest.cache_clear()
        extraction = extraction_fingerprint("engine", "lexicon")
        return extraction, publication_fingerprint(extraction)

    return look


@pytest.mark.parametrize(
    ("library", "of_extraction"), [*((n, True) for n in LIBRARIES), *((n, False) for n in AUDITORS)]
)
def test_a_new_version_of_a_library_is_another_fingerprint(
    fresh: Callable[[], tuple[str, str]], library: str, of_extraction: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = fresh()
    monkeypatch.setattr(fingerprint, "version", lambda name: "0" if name == library else version(name))
    after = fresh()
    assert (before[0] != after[0]) == of_extraction
    assert before[1] != after[1]


def test_libraries_come_with_the_project() -> None:
    """A library that only developers have would break every installed copy."""
    named = {Requirement(one).name.lower() for one in requires("liqa") or ()}
    beneath = {Requirement(one).name.lower() for one in requires("trafilatura") or ()}
    assert {*LIBRARIES, *AUDITORS} <= named | beneath


def test_engine_lexicon_and_code_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len({extraction_fingerprint(*marks) for marks in (("a", "b"), ("c", "b"), ("a", "c"))}) == 3
    monkeypatch.setattr(fingerprint, "ROOT", tmp_path)
    digests = []
    for content in ("one", "two"):
        (tmp_path / "expectations").mkdir(exist_ok=True)
        (tmp_path / "expectations" / "rules.py").write_text(content)
        code_digest.cache_clear()
        digests.append(code_digest(fingerprint.PUBLICATION, AUDITORS))
    code_digest.cache_clear()
    assert digests[0] != digests[1]


def test_every_place_is_there() -> None:
    assert all((fingerprint.ROOT / place).exists() for place in fingerprint.PUBLICATION)
