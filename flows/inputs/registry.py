"""Which reader takes which file: by suffix, after a suffix of compression was taken off.

A new format is one module with `split` and `parse` and one line here. Readers are imported when first used, so that a
heavy one costs nothing to who does not need it.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import PurePosixPath
from typing import cast

from flows.inputs.raw import Limits, RawRecord, Reader, RefusalError
from transforms.base.codes import RejectReason
from transforms.base.records import Document, Reject

FORMATS = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "records",
    ".ndjson": "records",
    ".parquet": "parquet",
    ".warc": "warc",
    ".wet": "warc",
}
UNPACKED_ONLY = frozenset({"parquet"})  # read from its end: it packs its own columns
COMPRESSIONS = {".gz": "gzip", ".zst": "zstd"}


def recognise(name: str) -> tuple[str | None, str | None]:
    """(format, compression) of a file name; the format is None if no reader takes it."""
    path = PurePosixPath(name.lower())
    compression = COMPRESSIONS.get(path.suffix)
    if compression:
        path = PurePosixPath(path.stem)
    found = FORMATS.get(path.suffix)
    return (None if compression and found in UNPACKED_ONLY else found), compression


def readable_suffixes() -> str:
    """For messages: the suffixes that have a reader."""
    return f"{', '.join(sorted(FORMATS))} (also with {', '.join(sorted(COMPRESSIONS))})"


@cache
def reader_for(format_name: str) -> Reader:
    """The reader's module."""
    return cast(Reader, import_module(f"flows.inputs.{format_name}"))


def parse(raw: RawRecord, limits: Limits) -> Document | Reject:
    """One record through its reader: a document, or the reject that stands for it."""
    try:
        document = reader_for(raw.format).parse(raw, limits)
        if len(document.text) > limits.text_chars:
            detail = f"{len(document.text)} characters, at most {limits.text_chars} are read"
            raise RefusalError(RejectReason.TOO_LARGE, detail)
    except RefusalError as refusal:
        return raw.refuse(refusal.reason, refusal.detail)
    return document
