"""Releases on disk: staged where nobody looks, then published or refused by one rename.

A release is complete or not there. `current` is a link that is replaced, never edited, so a reader sees the old
release or the new one. A refused release never touches it. One run at a time works in an output folder; what a killed
run left staged is removed by the next.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from flows.settings import DEFAULT_OUTPUT
from flows.store.files import file_sha256, overlay, sync_folder, sync_tree
from transforms.base.errors import ArgumentError, ReleaseError

CURRENT = "current"
PACKAGE = "datapackage.json"


class ReleaseStore:
    """The releases below one output folder."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self.parts = output / ".parts"
        self.linked = output / ".kept" / "linked"
        self.audited = output / ".kept" / "audited"
        self._staging = output / ".staging"
        self._releases = output / "releases"
        self._refused = output / "refused"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Work alone in the output folder. Raises `ArgumentError` when another run does."""
        self.output.mkdir(parents=True, exist_ok=True)
        with (self.output / ".lock").open("a") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as fault:
                raise ArgumentError(
                    f"another run is writing into {self.output}; wait for it or name another folder"
                ) from fault
            shutil.rmtree(self._staging, ignore_errors=True)
            yield

    def stage(self) -> Path:
        """A new empty folder to build a release in."""
        staged = self._staging / "release"
        shutil.rmtree(staged, ignore_errors=True)
        staged.mkdir(parents=True)
        return staged

    def drop(self, staged: Path) -> None:
        """Forget a staged release."""
        shutil.rmtree(staged, ignore_errors=True)

    def published(self, release_id: str) -> Path:
        """Where a release is or would be published."""
        return self._releases / release_id

    def publish(self, staged: Path, release_id: str) -> Path:
        """Make a staged release the current one. Whatever fails, `current` is the old release or the new."""
        target = self.published(release_id)
        self._check_pointer()
        sync_tree(staged)
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists():
            overlay(staged, target)
        else:
            os.rename(staged, target)
        self.point(release_id)
        return target

    def point(self, release_id: str) -> None:
        """Switch `current` to a published release."""
        self._check_pointer()
        waiting = self.output / f".{CURRENT}.{os.getpid()}"
        waiting.unlink(missing_ok=True)
        waiting.symlink_to(Path("releases") / release_id)
        os.replace(waiting, self.output / CURRENT)
        sync_folder(self.output)

    def refuse(self, staged: Path, release_id: str) -> Path:
        """Keep what validation refused, beside its report; `current` stays as it is."""
        target = self._refused / release_id
        if target.exists():
            self._set_aside(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        os.rename(staged, target)
        return target

    def current(self) -> Path | None:
        """The current release's folder, None before the first."""
        pointer = self.output / CURRENT
        return pointer.resolve() if pointer.is_symlink() and pointer.exists() else None

    def find_recipe(self, recipe: str) -> Path | None:
        """A published release made of exactly these shards by exactly this code, the current one if it is."""
        candidates = [self.current(), *sorted(self._releases.glob("*"))]
        for folder in filter(None, candidates):
            package = read_package(folder)
            if package is not None and package.get("liqa", {}).get("recipe") == recipe and not damage(folder):
                return folder
        return None

    def retire(self, keep: int) -> list[Path]:
        """Remove all but the newest releases. The current one always stays."""
        current = self.current()
        newest = sorted(self._releases.glob("*"), key=lambda folder: folder.stat().st_mtime, reverse=True)
        old = [folder for folder in newest[keep:] if folder.resolve() != current]
        for folder in old:
            self._set_aside(folder)
        return old

    def oldest_start(self) -> float:
        """When the run of the oldest release began, in seconds of the epoch: none that is kept needs older parts."""
        runs = [(read_package(folder) or {}).get("liqa", {}).get("run", {}) for folder in self._releases.glob("*")]
        return min((datetime.fromisoformat(run["started"]).timestamp() for run in runs if "started" in run), default=0)

    def _check_pointer(self) -> None:
        pointer = self.output / CURRENT
        if pointer.exists() and not pointer.is_symlink():
            raise ReleaseError(str(pointer), "is not the link that points at a release; move it away")

    def _set_aside(self, folder: Path) -> None:
        """Take a folder out of sight by one rename, then remove it."""
        aside = self._staging / f"old-{folder.name}"
        shutil.rmtree(aside, ignore_errors=True)
        aside.parent.mkdir(parents=True, exist_ok=True)
        os.rename(folder, aside)
        shutil.rmtree(aside)


def release_folder(value: str) -> Path:
    """A release that a person named, by its folder or by its id in the default output. Raises `ReleaseError`."""
    for folder in (Path(value).expanduser(), Path(DEFAULT_OUTPUT) / "releases" / value):
        if (folder / PACKAGE).is_file():
            return folder
    raise ReleaseError(value, f"there is no {PACKAGE} there; name the folder of a release, such as data/current")


def read_package(folder: Path) -> dict[str, Any] | None:
    """The package descriptor of a release, None where there is none that can be read."""
    try:
        value = json.loads((folder / PACKAGE).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return value if isinstance(value, dict) else None


def damage(folder: Path) -> list[str]:
    """How the table files of a release differ from what its descriptor says: missing, changed or added files."""
    package = read_package(folder)
    if package is None:
        return [f"{PACKAGE} is missing or cannot be read"]
    declared = {name: sha for entry in package.get("resources", []) for name, sha in _file_hashes(entry)}
    found = {path.relative_to(folder).as_posix() for path in folder.glob("*/part-*.parquet")}
    faults = [f"{name} is missing" for name in sorted(set(declared) - found)]
    faults += [f"{name} is not in {PACKAGE}" for name in sorted(found - set(declared))]
    for name in sorted(found & set(declared)):
        if file_sha256(folder / name) != declared[name]:
            faults.append(f"{name} has other bytes than {PACKAGE} says")
    return faults


def _file_hashes(resource: dict[str, Any]) -> list[tuple[str, str]]:
    """(path, SHA-256) of every file of one resource."""
    return [
        (str(file.get("path")), str(file.get("hash")).removeprefix("sha256:")) for file in resource.get("files", [])
    ]
