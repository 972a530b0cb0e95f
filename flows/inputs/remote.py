"""Listing behind an fsspec address (`s3://...`, `memory://...`, `https://...`): a file, a folder or a glob."""

from __future__ import annotations

from typing import Any

from flows.inputs.raw import Source
from flows.inputs.registry import readable_suffixes, recognise
from transforms.base.errors import InputError


def list_remote(argument: str) -> list[Source]:
    """The files behind an address that have a reader. Raises `InputError` when the address cannot be used."""
    filesystem, path = _filesystem(argument)
    try:
        paths = _paths(filesystem, path)
    except (OSError, ValueError, ImportError) as fault:
        raise InputError(argument, f"cannot be listed: {type(fault).__name__}: {fault}") from fault
    if paths is None:
        raise InputError(argument, "there is nothing at this address")
    sources = []
    for found in sorted(paths):
        format_name, compression = recognise(found)
        if format_name is None:
            continue
        address = filesystem.unstrip_protocol(found)
        sources.append(Source(address, address, format_name, compression, _size(filesystem, found)))
    if not sources and len(paths) == 1:
        raise InputError(argument, f"no reader for this kind of file; readable are {readable_suffixes()}")
    return sources


def _filesystem(argument: str) -> tuple[Any, str]:
    """The file system of an address and the path inside it."""
    import fsspec

    try:
        filesystem, path = fsspec.core.url_to_fs(argument)
    except (ImportError, ValueError, OSError) as fault:
        raise InputError(argument, f"cannot be opened: {fault}") from fault
    return filesystem, str(path)


def _paths(filesystem: Any, path: str) -> list[str] | None:
    """Every file: None where there is nothing at all."""
    if any(sign in path for sign in "*?["):
        return [found for found in filesystem.glob(path) if filesystem.isfile(found)] or None
    if filesystem.isfile(path):
        return [path]
    return list(filesystem.find(path)) if filesystem.isdir(path) else None


def _size(filesystem: Any, path: str) -> int | None:
    """The size the file system tells, if it does."""
    try:
        size = filesystem.size(path)
    except (OSError, ValueError):
        return None
    return int(size) if size is not None else None
