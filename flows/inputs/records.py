"""The reader of `.jsonl` and `.ndjson`: one JSON object a line, in UTF-8.

The fields are those of `flows.inputs.fields`. Blank lines are no records.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, BinaryIO

from flows.inputs.fields import document_of
from flows.inputs.raw import Limits, RawRecord, RefusalError, Source
from transforms.base.codes import RejectReason
from transforms.base.records import Document, Reject

UTF8_BOM = b"\xef\xbb\xbf"
CHUNK = 1 << 20


def split(source: Source, stream: BinaryIO, limits: Limits) -> Iterator[RawRecord | Reject]:
    """Lines as records, never holding more than one within the limit."""
    number, name = 0, source.stem
    for first, line in enumerate(iter(lambda: stream.readline(limits.record_bytes + 1), b"")):
        if len(line) > limits.record_bytes and not line.endswith(b"\n"):
            yield _overlong(source, number, line, stream, limits)
        else:
            payload = (line.removeprefix(UTF8_BOM) if first == 0 else line).strip()
            if not payload:
                continue
            yield RawRecord(source.uri, number, source.format, name, payload)
        number += 1
    if number == 0:
        yield Reject(source.uri, 0, RejectReason.EMPTY, "no record", None, source.size)


def _overlong(source: Source, number: int, line: bytes, stream: BinaryIO, limits: Limits) -> Reject:
    """Read past the end of a line that exceeds the limit, hashing it on the way."""
    digest, size = sha256(line), len(line)
    while not line.endswith(b"\n") and (line := stream.readline(CHUNK)):
        digest.update(line)
        size += len(line)
    detail = f"a line of {size} bytes, at most {limits.record_bytes} are read"
    return Reject(source.uri, number, RejectReason.TOO_LARGE, detail, digest.hexdigest(), size)


def parse(raw: RawRecord, limits: Limits) -> Document:
    """One line as a document."""
    return document_of(_object(raw.payload), raw)


def _object(payload: bytes) -> dict[str, Any]:
    """The JSON object of a line."""
    try:
        line = payload.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise RefusalError(RejectReason.UNDECODABLE, f"not UTF-8: {fault.reason} at byte {fault.start}") from fault
    try:
        value = json.loads(line)
    except json.JSONDecodeError as fault:
        raise RefusalError(RejectReason.NOT_A_RECORD, f"not JSON: {fault.msg} at character {fault.pos}") from fault
    except (RecursionError, ValueError) as fault:
        raise RefusalError(RejectReason.NOT_A_RECORD, f"JSON that cannot be read: {type(fault).__name__}") from fault
    if not isinstance(value, dict):
        raise RefusalError(RejectReason.NOT_A_RECORD, f"a JSON {type(value).__name__}, not an object")
    return value
