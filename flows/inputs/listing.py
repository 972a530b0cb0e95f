"""Arguments to sources: a file, a folder, a glob or an fsspec address becomes a sorted list of files to read.

What a person names must exist and be readable, or the run stops before any work. What merely lies in a named folder
may be anything: a file that no reader takes becomes a reject, so that nothing which was there is passed over in
silence. Hidden files (a leading dot) are not looked at.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from flows.inputs.raw import Source
from flows.inputs.registry import readable_suffixes, recognise
from transforms.base.codes import RejectReason
from transforms.base.errors import InputError
from transforms.base.records import Reject

DEFAULT_INPUT = "seeds"
MAGIC = frozenset("*?[")
CHECKOUT = Path(__file__).resolve().parents[2]

Listed = Source | Reject


def list_inputs(inputs: Sequence[str]) -> list[Listed]:
    """Every file behind the arguments, once each, in the order of their addresses. Raises `InputError`."""
    found: dict[str, tuple[str, Listed]] = {}
    for argument in inputs or (DEFAULT_INPUT,):
        for place, listed in _expand(argument):
            uri = listed.uri if isinstance(listed, Source) else listed.source_uri
            if place not in found or uri < found[place][0]:
                found[place] = (uri, listed)
    return [listed for _, listed in sorted(found.values(), key=lambda item: item[0])]


def check_inputs(inputs: Sequence[str]) -> None:
    """Raise `InputError` for a local argument with nothing readable behind it. Stops at the first file."""
    for argument in inputs or (DEFAULT_INPUT,):
        if not _is_address(argument):
            next((listed for _, listed in _expand(argument) if isinstance(listed, Source)), None)


def _is_address(argument: str) -> bool:
    return "://" in argument or "::" in argument


def _expand(argument: str) -> Iterator[tuple[str, Listed]]:
    """(what is really there, what stands for it) for one argument."""
    if not argument.strip():
        raise InputError(repr(argument), "an empty address; name a file, a folder, a glob or a URL")
    if _is_address(argument):
        from flows.inputs.remote import list_remote

        yield from ((listed.address, listed) for listed in _named(argument, list_remote(argument)))
        return
    base, shown = _resolve(argument)
    for path, uri, explicit in _local_files(argument, base, shown):
        yield os.path.realpath(path), _listed(path, uri, explicit)


def _resolve(argument: str) -> tuple[Path, str]:
    """Where an argument is, and how it is shown. `seeds` is also found in the checkout that this package runs from."""
    shown = Path(os.path.expanduser(os.path.normpath(argument)))
    if argument == DEFAULT_INPUT and not shown.exists() and (CHECKOUT / DEFAULT_INPUT).is_dir():
        return CHECKOUT / DEFAULT_INPUT, DEFAULT_INPUT
    return shown, shown.as_posix()


def _local_files(argument: str, base: Path, shown: str) -> Iterator[tuple[Path, str, bool]]:
    """(path, address shown, named by hand) of every file behind a local argument."""
    if base.is_dir():
        yield from _nonempty(argument, _walk(argument, base, shown))
    elif base.exists() or base.is_symlink():
        yield base, shown, True
    elif MAGIC & set(argument):
        matches = sorted(glob.glob(str(base), recursive=True))
        if not matches:
            raise InputError(argument, "no file matches this pattern")
        for match in matches:
            if Path(match).is_dir():
                yield from _walk(argument, Path(match), Path(match).as_posix())
            else:
                yield Path(match), Path(match).as_posix(), False
    else:
        raise InputError(argument, "there is no such file or folder")


def _walk(argument: str, base: Path, shown: str) -> Iterator[tuple[Path, str, bool]]:
    """The files below a folder; a folder that cannot be opened is shown as a file that cannot be read."""
    try:
        entries = sorted(os.scandir(base), key=lambda entry: entry.name)
    except OSError as fault:
        if str(base) == str(Path(argument).expanduser()):
            raise InputError(argument, f"the folder cannot be read: {fault.strerror}") from fault
        yield base, shown, False
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(argument, Path(entry.path), f"{shown}/{entry.name}")
        else:
            yield Path(entry.path), f"{shown}/{entry.name}", False


def _nonempty(argument: str, files: Iterable[tuple[Path, str, bool]]) -> Iterator[tuple[Path, str, bool]]:
    """Refuse a folder in which no file has a reader: most likely it is not the folder that was meant."""
    readable = False
    for path, uri, explicit in files:
        readable = readable or recognise(path.name)[0] is not None
        yield path, uri, explicit
    if not readable:
        raise InputError(argument, f"no readable file in this folder; readable are {readable_suffixes()}")


def _listed(path: Path, uri: str, explicit: bool) -> Listed:
    """A source, or the reject that stands for a file no reader takes."""
    format_name, compression = recognise(path.name)
    if format_name is None and explicit:
        raise InputError(uri, f"no reader for this kind of file; readable are {readable_suffixes()}")
    if path.is_dir() or (path.exists() and not path.is_file()):
        detail = "a folder that cannot be opened" if path.is_dir() else "not a regular file"
        return Reject(uri, 0, RejectReason.UNREADABLE, detail, None, None)
    if format_name is None:
        detail = f"no reader for {path.suffix or 'a name without suffix'}"
        return Reject(uri, 0, RejectReason.UNSUPPORTED, detail, None, None)
    return Source(uri, str(path), format_name, compression, _size(path))


def _size(path: Path) -> int | None:
    """The size on disk, None where it cannot be had: opening will say why."""
    try:
        return path.stat().st_size
    except OSError:
        return None


def _named(argument: str, sources: list[Source]) -> list[Source]:
    """The remote listing, refused when nothing is behind the address."""
    if not sources:
        raise InputError(argument, f"nothing readable there; readable are {readable_suffixes()}")
    return sources
