"""The reader of `.jsonl` and `.ndjson`: one JSON object a line, in UTF-8.

Fields: `text`, and optionally `id`, `title`, `url`, `outlet`, `published`, `fetched`; others are ignored. An empty
string counts as absent. A field of a wrong type, or a date that is none, refuses the record: a wrong date would shift
every relative word in it. Blank lines are no records.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from hashlib import sha256
from typing import Any, BinaryIO

from flows.inputs.raw import Limits, RawRecord, RefusalError, Source
from transforms.base.codes import RejectReason
from transforms.base.records import Document, Reject

UTF8_BOM = b"\xef\xbb\xbf"
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?=$|[T ])", re.ASCII)
CHUNK = 1 << 20


def split(source: Source, stream: BinaryIO, limits: Limits) -> Iterator[RawRecord | Reject]:
    """Lines as records, never holding more than one within the limit."""
    number = 0
    for first, line in enumerate(iter(lambda: stream.readline(limits.record_bytes + 1), b"")):
        if len(line) > limits.record_bytes and not line.endswith(b"\n"):
            yield _overlong(source, number, line, stream, limits)
        else:
            payload = (line.removeprefix(UTF8_BOM) if first == 0 else line).strip()
            if not payload:
                continue
            yield RawRecord(source.uri, number, source.format, source.stem, payload)
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
    """Check every field before any is used."""
    fields = _object(raw.payload)
    text = _string(fields, "text")
    if text is None or not text.strip():
        if _string(fields, "html"):
            raise RefusalError(RejectReason.UNSUPPORTED, "a record with `html` and no `text`")
        raise RefusalError(RejectReason.NO_TEXT, "no `text`" if text is None else "`text` is blank")
    return Document(
        text=text,
        record_id=_identifier(fields) or raw.name,
        source_uri=raw.uri,
        record_no=raw.no,
        title=_string(fields, "title"),
        url=_string(fields, "url"),
        outlet=_string(fields, "outlet"),
        published=_day(fields, "published"),
        fetched=_day(fields, "fetched"),
    )


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


def _string(fields: dict[str, Any], name: str) -> str | None:
    """A string field, None if absent, null or empty."""
    value = fields.get(name)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise RefusalError(RejectReason.BAD_FIELD, f"`{name}` is a {type(value).__name__}, not a string")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as fault:
        raise RefusalError(RejectReason.BAD_FIELD, f"`{name}` holds half a surrogate pair at {fault.start}") from fault
    return value


def _identifier(fields: dict[str, Any]) -> str | None:
    """`id`: a string, or a whole number, which many exports use."""
    value = fields.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string(fields, "id")


def _day(fields: dict[str, Any], name: str) -> date | None:
    """An ISO date, or the date of an ISO timestamp as it is written there."""
    value = _string(fields, name)
    if value is None:
        return None
    try:
        if not ISO_DATE.match(value):
            raise ValueError(value)
        return datetime.fromisoformat(value).date()
    except ValueError as fault:
        raise RefusalError(RejectReason.BAD_FIELD, f"`{name}` is no ISO date: {value[:40]!r}") from fault
