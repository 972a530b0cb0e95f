"""The reader of `.warc` and `.wet`: crawled pages, and the texts that a crawl's owner made of them.

`split` cuts the stream by the lengths that the records state and looks no deeper; `parse` undoes the transfer's
coding, decodes and reads the page. Requests, metadata and revisits are no documents and are passed over; an answer
that is no page of text is a reject. After bytes that are no record the search goes on for the next one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any, BinaryIO

from flows.inputs.days import iso_day
from flows.inputs.encoding import decode
from flows.inputs.fields import with_page
from flows.inputs.html import decode_page
from flows.inputs.raw import Limits, RawRecord, RefusalError, Source
from transforms.base.codes import RejectReason
from transforms.base.records import Document, Reject

CONTENT = frozenset({b"response", b"resource", b"conversion"})
PAGES = frozenset({"text/html", "application/xhtml+xml"})
TEXTS = frozenset({"text/plain"})
MAX_HEAD = 64 * 1024
CHUNK = 1 << 18


def split(source: Source, stream: BinaryIO, limits: Limits) -> Iterator[RawRecord | Reject]:
    """The records with content, one at a time; `no` counts all records."""
    number, line = 0, b""
    while (head := _head(stream, line)) is not None:
        length, line = _length(head), b""
        if length is None:
            yield Reject(source.uri, number, RejectReason.NOT_A_RECORD, "no WARC record here", None, len(head))
            line = _seek_record(stream)
        elif _field(head, b"warc-type") not in CONTENT:
            _skip(stream, length)
        elif length > limits.record_bytes:
            _skip(stream, length)
            detail = f"a record of {length} bytes, at most {limits.record_bytes} are read"
            yield Reject(source.uri, number, RejectReason.TOO_LARGE, detail, None, length)
        else:
            yield RawRecord(source.uri, number, source.format, source.stem, head + _block(stream, length))
        number += 1
    if number == 0:
        yield Reject(source.uri, 0, RejectReason.EMPTY, "no record", None, source.size)


def _head(stream: BinaryIO, first: bytes) -> bytes | None:
    """The lines up to the first blank one, None at the end of the stream. `first` was read already."""
    lines = [first] if first else []
    size = len(first)
    while size < MAX_HEAD:
        line = stream.readline(MAX_HEAD)
        if not line:
            if lines:
                raise EOFError("breaks off inside a record")
            return None
        if line.strip():
            lines.append(line)
            size += len(line)
            if len(lines) == 1 and not line.startswith(b"WARC/"):
                break
        elif lines:
            return b"".join((*lines, line))
    return b"".join(lines)


def _field(head: bytes, name: bytes) -> bytes:
    """The value of a field of the head, lower case, empty if absent."""
    for line in head.splitlines()[1:]:
        key, _, value = line.partition(b":")
        if key.strip().lower() == name:
            return value.strip().lower()
    return b""


def _length(head: bytes) -> int | None:
    """The length that the record states, None if this is no record."""
    value = _field(head, b"content-length")
    return int(value) if head.startswith(b"WARC/1.") and value.isdigit() and len(value) < 19 else None


def _block(stream: BinaryIO, length: int) -> bytes:
    block = stream.read(length)
    if len(block) < length:
        raise EOFError("breaks off inside a record")
    return block


def _skip(stream: BinaryIO, length: int) -> None:
    """Read past a block without holding it."""
    while length > 0:
        length -= len(_block(stream, min(length, CHUNK)))


def _seek_record(stream: BinaryIO) -> bytes:
    """The line that begins the next record, empty if none does."""
    while line := stream.readline(CHUNK):
        if line.startswith(b"WARC/1."):
            return line
    return b""


def parse(raw: RawRecord, limits: Limits) -> Document:
    """The article of a crawled page, or the text of a conversion."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        record = next(iter(ArchiveIterator(BytesIO(raw.payload + b"\r\n\r\n"))))
        payload = record.content_stream().read(limits.record_bytes + 1)
    except (ArchiveLoadFailed, StopIteration, ValueError) as fault:
        raise RefusalError(RejectReason.NOT_A_RECORD, f"a WARC record that cannot be read: {fault}") from fault
    if len(payload) > limits.record_bytes:
        raise RefusalError(RejectReason.TOO_LARGE, f"unpacks to more than {limits.record_bytes} bytes")
    document = _described(record.rec_headers, raw)
    return _content(record, payload, document)


def _described(headers: Any, raw: RawRecord) -> Document:
    """What the crawl's own head says: address and day of fetching are better known than the page's own claims."""
    return Document(
        text="",
        record_id=(headers.get_header("WARC-Record-ID") or raw.name).strip("<>"),
        source_uri=raw.uri,
        record_no=raw.no,
        url=headers.get_header("WARC-Target-URI"),
        fetched=_fetched(headers.get_header("WARC-Date")),
    )


def _fetched(value: str | None) -> date | None:
    return iso_day(value) if value else None


def _content(record: Any, payload: bytes, document: Document) -> Document:
    """Page or text by its media type."""
    if record.http_headers is not None and record.http_headers.get_statuscode() != "200":
        raise RefusalError(RejectReason.UNSUPPORTED, f"HTTP {record.http_headers.get_statuscode()[:3]}")
    headers = record.http_headers or record.rec_headers
    media, _, rest = (headers.get_header("Content-Type") or "text/html").partition(";")
    media = media.strip().lower()
    if media not in PAGES | TEXTS:
        raise RefusalError(RejectReason.UNSUPPORTED, f"content of type {media[:80]!r}")
    if not payload.strip():
        raise RefusalError(RejectReason.EMPTY, "no content")
    if media in PAGES:
        return with_page(document, decode_page(payload, _charset(rest)))
    return replace(document, text=decode(payload).text)


def _charset(parameters: str) -> str | None:
    """The charset among a media type's parameters."""
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip(" \"'")
    return None
