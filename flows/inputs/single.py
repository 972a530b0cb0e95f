"""One document for a person who asks about it: the commands that look at a single text read it here.

The same readers as in a run, so that what is explained is what a run would read; but what a run would note as a
reject is an error here, since there is nothing else to go on with.
"""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path

from flows.inputs.encoding import decode
from flows.inputs.raw import Limits, RawRecord, RefusalError, Source
from flows.inputs.reading import read_records
from flows.inputs.registry import parse, recognise
from transforms.base.errors import InputError
from transforms.base.records import Document, Reject

STDIN = "standard input"


def read_bytes(file: str | None) -> bytes:
    """The bytes of a file, or of standard input."""
    if file is None:
        return sys.stdin.buffer.read()
    try:
        return Path(file).expanduser().read_bytes()
    except OSError as fault:
        raise InputError(file, f"cannot be read: {fault.strerror}") from fault


def read_text(file: str | None) -> str:
    """The text of a file, or of standard input, in any encoding that a run reads."""
    try:
        return decode(read_bytes(file)).text
    except RefusalError as refusal:
        raise InputError(file or STDIN, f"{refusal.reason}: {refusal.detail}") from refusal


def read_document(file: str, number: int) -> Document:
    """The document at that place of a file; a file of an unknown kind is read as text."""
    path = Path(file).expanduser()
    if path.is_dir() or not path.exists():
        raise InputError(file, "is a folder; name one file" if path.is_dir() else "there is no such file")
    format_name, compression = recognise(path.name)
    source = Source(file, str(path), format_name or "text", compression)
    limits = Limits()
    for item in islice(read_records([source], limits), number, number + 1):
        found = parse(item, limits) if isinstance(item, RawRecord) else item
        if isinstance(found, Reject):
            raise InputError(file, f"record {number} is no document: {found.reason}: {found.detail}")
        return found
    raise InputError(file, f"has no record {number}")
