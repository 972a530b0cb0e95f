"""The promises of the project files: a complete lock that names no host, texts that keep their bytes, usable licences.

The import contracts run here too, so that `make test` alone notices a layer that was crossed.
"""

import re
import tomllib
from hashlib import sha256
from importlib import metadata
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
RUN_TIME = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
DEVELOPMENT = [Requirement(text) for text in PROJECT["dependency-groups"]["dev"]]

# First characters of the SHA-256 of each seed: the article as it was annotated.
SEEDS = {
    "000_c4e0d59f88d649c5": "0643b8cb63ac6d43",
    "001_33ebafb7f274a61d": "504e64f86a63f6f3",
    "002_ff691ac2c53cc195": "6f7d5a7c2510d20a",
    "003_8d755395bdbb1b37": "444255fb2c428f8d",
    "004_c6e7ab618c383aea": "5f40248a1e7e9452",
}


def locked() -> dict[str, list[Requirement]]:
    """Every pinned requirement by package; a package may be pinned once per Python version."""
    pins: dict[str, list[Requirement]] = {}
    for line in LOCK.splitlines():
        if line and not line.startswith((" ", "#")):
            pin = Requirement(line.removesuffix("\\").strip())
            pins.setdefault(canonicalize_name(pin.name), []).append(pin)
    return pins


def version_of(pin: Requirement) -> str:
    return str(pin.specifier).removeprefix("==")


def test_the_lock_names_no_host() -> None:
    assert not re.search(r"https?:|file:|--(extra-)?index-url|--find-links", LOCK)


def test_every_pin_has_a_hash() -> None:
    entries = re.split(r"\n(?=\S)", LOCK.strip())
    assert len(entries) > 100
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("wanted", RUN_TIME + DEVELOPMENT, ids=lambda wanted: wanted.name)
def test_the_lock_holds_what_the_project_asks_for(wanted: Requirement) -> None:
    pins = locked()[canonicalize_name(wanted.name)]
    assert all(wanted.specifier.contains(version_of(pin)) for pin in pins)


@pytest.mark.parametrize(("name", "broken"), [("fastapi", "0.151.0"), ("sqlalchemy", "2.1.0"), ("prefect", "3.9.1")])
def test_the_caps_that_prefect_needs_are_declared(name: str, broken: str) -> None:
    (wanted,) = (requirement for requirement in RUN_TIME if requirement.name == name)
    assert not wanted.specifier.contains(broken)


def test_what_is_installed_is_what_is_locked() -> None:
    drifted = {
        name: (metadata.version(name), [version_of(pin) for pin in active])
        for name, pins in locked().items()
        if (active := [pin for pin in pins if pin.marker is None or pin.marker.evaluate()])
        and metadata.version(name) not in {version_of(pin) for pin in active}
    }
    assert drifted == {}


def closure(names: list[str]) -> set[str]:
    """These packages and all they need on this machine."""
    seen: set[str] = set()
    todo = [canonicalize_name(name) for name in names]
    while todo:
        name = todo.pop()
        if name in seen:
            continue
        seen.add(name)
        for text in metadata.requires(name) or []:
            needed = Requirement(text)
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                todo.append(canonicalize_name(needed.name))
    return seen


def licences(name: str) -> str:
    about = metadata.metadata(name)
    classifiers = [text for text in about.get_all("Classifier") or [] if text.startswith("License")]
    return " ".join([about.get("License-Expression") or "", *classifiers]) or about.get("License") or ""


def test_nothing_at_run_time_is_under_the_gpl_alone() -> None:
    names = closure([requirement.name for requirement in RUN_TIME])
    gpl = {name for name in names if re.search(r"\bA?GPL|General Public", licences(name))}
    # These two offer it as one choice: text-unidecode (or the Artistic License), tld (or the MPL).
    assert gpl <= {"text-unidecode", "tld"}


@pytest.mark.parametrize("stem", SEEDS)
def test_a_seed_keeps_its_bytes(stem: str) -> None:
    assert sha256((ROOT / "seeds" / f"{stem}.txt").read_bytes()).hexdigest().startswith(SEEDS[stem])


def test_the_seeds_folder_holds_the_seeds_alone() -> None:
    assert sorted(path.name for path in (ROOT / "seeds").iterdir()) == sorted(f"{stem}.txt" for stem in SEEDS)


def test_every_annotation_has_its_article() -> None:
    articles = {path.stem for path in (ROOT / "tests/corpus").glob("d*.txt")}
    assert len(articles) == 60
    assert {path.stem for path in (ROOT / "tests/corpus").glob("d*.json")} == articles
    assert {path.stem for path in (ROOT / "tests/golden/seeds").glob("*.json")} == set(SEEDS)


def test_layers(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    status = lint_imports(no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out
