"""Small acts on files that must not be left half done, and the hash of a file."""

from __future__ import annotations

import json
import os
from hashlib import file_digest
from pathlib import Path
from typing import Any


def write_json(path: Path, value: Any) -> None:
    """JSON for people and programs alike: sorted by nothing, indented, Arabic as Arabic; complete or not at all."""
    waiting = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    waiting.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", "utf-8")
    os.replace(waiting, path)


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file, read in pieces."""
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk."""
    _sync(folder)


def sync_tree(folder: Path) -> None:
    """Put every file below a folder, and the folders, on the disk before something points at them."""
    for directory, _, names in os.walk(folder):
        for name in names:
            _sync(Path(directory) / name)
        _sync(Path(directory))


def _sync(place: Path) -> None:
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def overlay(source: Path, target: Path) -> None:
    """Make `target` hold what `source` holds, file by file: in between no file is missing or half written."""
    wanted = {path.relative_to(source) for path in source.rglob("*") if path.is_file()}
    for name in sorted(wanted):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        os.replace(source / name, target / name)
    for path in sorted(target.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(target) not in wanted:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
