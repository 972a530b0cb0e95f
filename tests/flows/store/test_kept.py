"""Kept files are found whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from flows.store.kept import KeptFiles, lay

KEY = "ab" * 32


@pytest.fixture
def kept(tmp_path: Path) -> KeptFiles:
    return KeptFiles(tmp_path / "kept", ".parquet")


def rows(path: Path) -> None:
    path.write_text("rows")


def test_kept_and_found(kept: KeptFiles) -> None:
    assert kept.find(KEY) is None
    path = kept.keep(KEY, rows)
    assert kept.find(KEY) == path == kept.path(KEY)
    assert path.read_text() == "rows"


@pytest.mark.parametrize("name", [f"{KEY}.parquet", f"{KEY}.parquet.json"])
@pytest.mark.parametrize("damage", ["other", None])
def test_a_damaged_file_is_not_found_and_made_again(kept: KeptFiles, name: str, damage: str | None) -> None:
    path = kept.keep(KEY, rows)
    if damage is None:
        (path.parent / name).unlink()
    else:
        (path.parent / name).write_text(damage)
    assert kept.find(KEY) is None
    kept.keep(KEY, rows)
    assert kept.find(KEY) == path


def test_a_crash_while_making_leaves_nothing_to_find(kept: KeptFiles) -> None:
    def crash(path: Path) -> None:
        path.write_text("half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        kept.keep(KEY, crash)
    assert kept.find(KEY) is None
    assert kept.prune(unused_since=2**40) == 0
    assert list(kept.root.glob("??/*")) == []


def test_only_what_is_long_unused_is_pruned(kept: KeptFiles) -> None:
    keys = ["aa" * 32, "bb" * 32]
    for key in keys:
        kept.keep(key, rows)
    for path in kept.root.glob("??/*"):
        os.utime(path, (1_000, 1_000))
    kept.find(keys[1])
    assert kept.prune(unused_since=2_000) == 1
    assert [kept.find(key) is None for key in keys] == [True, False]


def test_laid_files_are_second_names_or_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "source"
    source.write_text("rows")
    lay(source, tmp_path / "a" / "name")
    assert (tmp_path / "a" / "name").samefile(source)

    def refuse(*_: object) -> None:
        raise OSError(18, "another device")

    monkeypatch.setattr(os, "link", refuse)
    lay(source, tmp_path / "b" / "copy")
    assert (tmp_path / "b" / "copy").read_text() == "rows"
    assert not (tmp_path / "b" / "copy").samefile(source)
