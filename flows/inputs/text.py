"""The reader of `.txt`: one file is one document, in any of the encodings Arabic text comes in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from flows.inputs.encoding import decode
from flows.inputs.raw import Limits, RawRecord, RefusalError, Source
from transforms.base.codes import RejectReason
from transforms.base.records import Document, Reject


def split(source: Source, stream: BinaryIO, limits: Limits) -> Iterator[RawRecord | Reject]:
    """The whole file as one record, unless it is larger than the limit."""
    payload = stream.read(limits.record_bytes + 1)
    if len(payload) > limits.record_bytes:
        detail = f"more than {limits.record_bytes} bytes"
        yield Reject(source.uri, 0, RejectReason.TOO_LARGE, detail, None, source.size)
        return
    yield RawRecord(source.uri, 0, source.format, source.stem, payload)


def parse(raw: RawRecord, limits: Limits) -> Document:
    """Decode; everything else (title, date) is for the engine to find in the text."""
    if not raw.payload:
        raise RefusalError(RejectReason.EMPTY, "no bytes")
    text = decode(raw.payload).text
    if not text.strip():
        raise RefusalError(RejectReason.EMPTY, "only white space")
    return Document(text=text, record_id=raw.name, source_uri=raw.uri, record_no=raw.no)
