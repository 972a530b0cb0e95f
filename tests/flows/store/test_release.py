"""Publication by one rename, refusal that touches nothing, damage that is seen."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path

import pytest

from flows.store import release as releasing
from flows.store.release import ReleaseStore, damage, release_folder
from transforms.base.errors import ArgumentError, ReleaseError


@pytest.fixture
def store(tmp_path: Path) -> ReleaseStore:
    return ReleaseStore(tmp_path / "data")


def staged(store: ReleaseStore, content: str, recipe: str = "r") -> Path:
    """A release of one table file that its descriptor knows."""
    folder = store.stage()
    (folder / "meetings").mkdir()
    (folder / "meetings/part-00000.parquet").write_text(content)
    (folder / "validation").mkdir()
    (folder / "validation/index.html").write_text(f"about {content}")
    digest = f"sha256:{sha256(content.encode()).hexdigest()}"
    files = [{"path": "meetings/part-00000.parquet", "hash": digest}]
    package = {"resources": [{"files": files}], "liqa": {"recipe": recipe}}
    (folder / "datapackage.json").write_text(json.dumps(package))
    return folder


def current_content(store: ReleaseStore) -> str:
    return (store.output / "current/meetings/part-00000.parquet").read_text()


def test_publish_and_switch(store: ReleaseStore) -> None:
    assert store.current() is None
    assert store.publish(staged(store, "one"), "release_1") == store.output / "releases/release_1"
    assert current_content(store) == "one"
    store.publish(staged(store, "two"), "release_2")
    assert current_content(store) == "two"
    assert os.readlink(store.output / "current") == "releases/release_2"
    assert (store.output / "releases/release_1/meetings/part-00000.parquet").read_text() == "one"


def test_a_refused_release_leaves_current_alone(store: ReleaseStore) -> None:
    store.publish(staged(store, "one"), "release_1")
    before = os.lstat(store.output / "current")
    folder = store.refuse(staged(store, "bad"), "release_2")
    assert folder == store.output / "refused/release_2"
    assert (folder / "validation/index.html").read_text() == "about bad"
    assert os.lstat(store.output / "current") == before
    assert not (store.output / "releases/release_2").exists()


def test_refused_twice(store: ReleaseStore) -> None:
    store.refuse(staged(store, "bad"), "release_2")
    assert (store.refuse(staged(store, "bad"), "release_2") / "datapackage.json").exists()


@pytest.mark.parametrize("step", ["sync_tree", "os.rename", "os.replace", "sync_folder"])
def test_a_crash_at_any_step_leaves_a_whole_release_current(
    store: ReleaseStore, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.publish(staged(store, "one"), "release_1")
    waiting = staged(store, "two")

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(f"flows.store.release.{step}", crash)
    with pytest.raises(KeyboardInterrupt):
        store.publish(waiting, "release_2")
    monkeypatch.undo()
    assert current_content(store) in ("one", "two")
    current = store.current()
    assert current is not None
    assert not damage(current)
    with store.locked():
        store.publish(staged(store, "two"), "release_2")
    assert current_content(store) == "two"


def test_publishing_over_the_same_id_never_takes_current_away(
    store: ReleaseStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.publish(staged(store, "one"), "release_1")
    damaged = store.output / "releases/release_1/meetings/part-00000.parquet"
    damaged.write_text("damaged")
    (damaged.parent / "part-00001.parquet").write_text("stray")
    replace = os.replace

    def watched(*names: Path) -> None:
        assert (store.output / "current/datapackage.json").exists()
        replace(*names)

    monkeypatch.setattr("flows.store.files.os.replace", watched)
    store.publish(staged(store, "one"), "release_1")
    assert not damage(store.output / "current")
    assert current_content(store) == "one"


def test_a_folder_in_place_of_the_link_is_not_touched(store: ReleaseStore) -> None:
    (store.output / "current").mkdir(parents=True)
    with pytest.raises(ReleaseError, match="move it away"):
        store.publish(staged(store, "one"), "release_1")


@pytest.mark.parametrize(
    ("tamper", "told"),
    [
        (lambda folder: (folder / "meetings/part-00000.parquet").write_text("x"), "other bytes"),
        (lambda folder: (folder / "meetings/part-00000.parquet").unlink(), "is missing"),
        (lambda folder: (folder / "meetings/part-00001.parquet").write_text("x"), "is not in"),
        (lambda folder: (folder / "datapackage.json").write_text("{"), "cannot be read"),
        (lambda folder: (folder / "datapackage.json").unlink(), "cannot be read"),
    ],
)
def test_damage_is_seen(store: ReleaseStore, tamper: object, told: str) -> None:
    folder = store.publish(staged(store, "one"), "release_1")
    assert damage(folder) == []
    tamper(folder)  # type: ignore[operator]
    assert [told in line for line in damage(folder)] == [True]


def test_a_recipe_finds_its_release_unless_it_is_damaged(store: ReleaseStore) -> None:
    assert store.find_recipe("r1") is None
    first = store.publish(staged(store, "one", "r1"), "release_1")
    store.publish(staged(store, "two", "r2"), "release_2")
    assert store.find_recipe("r1") == first
    assert store.find_recipe("other") is None
    (first / "meetings/part-00000.parquet").write_text("x")
    assert store.find_recipe("r1") is None


def test_only_one_run_at_a_time(store: ReleaseStore) -> None:
    with store.locked(), pytest.raises(ArgumentError, match="another run"), ReleaseStore(store.output).locked():
        pass
    with store.locked():
        pass


def test_what_a_killed_run_left_is_removed(store: ReleaseStore) -> None:
    left = staged(store, "half")
    with store.locked():
        assert not left.exists()


def test_retention_keeps_the_newest_and_the_current(store: ReleaseStore) -> None:
    for number in range(5):
        folder = store.publish(staged(store, str(number)), f"release_{number}")
        os.utime(folder, (number, number))
    store.point("release_0")
    store.retire(2)
    assert sorted(path.name for path in (store.output / "releases").iterdir()) == [
        "release_0",
        "release_3",
        "release_4",
    ]


def test_a_release_is_named_by_folder_or_id(store: ReleaseStore, monkeypatch: pytest.MonkeyPatch) -> None:
    store.publish(staged(store, "one"), "release_1")
    monkeypatch.chdir(store.output.parent)
    assert release_folder("data/current").resolve() == store.current()
    assert release_folder("release_1") == Path("data/releases/release_1")
    with pytest.raises(ReleaseError, match="name the folder"):
        release_folder("nowhere")


def test_the_pointer_is_replaced_not_rewritten(store: ReleaseStore, monkeypatch: pytest.MonkeyPatch) -> None:
    store.publish(staged(store, "one"), "release_1")
    seen: list[bool] = []
    replace = os.replace

    def watched(source: Path, target: Path) -> None:
        seen.append((store.output / "current").is_symlink())
        replace(source, target)
        seen.append((store.output / "current").is_symlink())

    monkeypatch.setattr(releasing.os, "replace", watched)
    store.publish(staged(store, "two"), "release_2")
    assert seen == [True, True]
