"""Files kept under the key of what they were made from: a release takes them as they are, if they still are.

Each file stands beside its hash, which is written last; a file without it, or with other bytes, is as good as not
there.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from flows.store.files import file_sha256, write_json


class KeptFiles:
    """A folder of kept files."""

    def __init__(self, root: Path, suffix: str) -> None:
        self.root = root
        self._suffix = suffix

    def path(self, key: str) -> Path:
        """Where a file is or would be."""
        return self.root / key[:2] / f"{key}{self._suffix}"

    def find(self, key: str) -> Path | None:
        """A file that was made before and is whole, marked as still in use."""
        path = self.path(key)
        try:
            told = json.loads(_seal(path).read_text("utf-8"))
            if told != {"sha256": file_sha256(path)}:
                return None
            os.utime(_seal(path))
        except (FileNotFoundError, ValueError):
            return None
        return path

    def keep(self, key: str, make: Callable[[Path], None]) -> Path:
        """Make a file and keep it, in place of what may be there. Safe to call twice, also at the same time."""
        path = self.path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        waiting = path.with_name(f"{path.name}.{os.getpid()}.tmp")
        make(waiting)
        digest = file_sha256(waiting)
        os.replace(waiting, path)
        write_json(_seal(path), {"sha256": digest})
        return path

    def prune(self, unused_since: float) -> int:
        """Remove what no run has used since then (seconds of the epoch), and what crashed runs left."""
        removed = 0
        for seal in self.root.glob("??/*.json"):
            if seal.stat().st_mtime < unused_since:
                seal.unlink()
                removed += 1
        for path in self.root.glob("??/*"):
            if path.suffix != SEAL and path.stat().st_mtime < unused_since and not _seal(path).exists():
                path.unlink()
        return removed


SEAL = ".json"


def _seal(path: Path) -> Path:
    return path.with_name(f"{path.name}{SEAL}")


def lay(source: Path, target: Path) -> None:
    """The same file under another name: a second name of it, or a copy where the file system has none."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
