"""The reader of `.html` and `.htm`: one file is one page, one page is one document.

The encoding is what the bytes are before what they claim to be: UTF-8 that decodes is UTF-8, whatever the page says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from flows.inputs import text
from flows.inputs.encoding import decode
from flows.inputs.fields import with_page
from flows.inputs.raw import Limits, RawRecord, RefusalError, Source
from transforms.base.codes import RejectReason
from transforms.base.records import Document, Reject

HEAD = 4096
CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
#: What pages with Arabic text claim, beside Unicode. A claim of Latin is a default that nobody changed.
CLAIMS = {"windows-1256": "cp1256", "cp1256": "cp1256", "cp-1256": "cp1256", "iso-8859-6": "iso8859-6"}


def split(source: Source, stream: BinaryIO, limits: Limits) -> Iterator[RawRecord | Reject]:
    """The whole file as one record, unless it is larger than the limit."""
    yield from text.split(source, stream, limits)


def parse(raw: RawRecord, limits: Limits) -> Document:
    """The article of the page."""
    if not raw.payload.strip():
        raise RefusalError(RejectReason.EMPTY, "no bytes" if not raw.payload else "only white space")
    bare = Document(text="", record_id=raw.name, source_uri=raw.uri, record_no=raw.no)
    return with_page(bare, decode_page(raw.payload))


def decode_page(payload: bytes, charset: str | None = None) -> str:
    """The page as a string, or `RefusalError`. `charset` is what the server claimed."""
    try:
        return payload.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError:
        pass
    claim = charset or next((found.decode("ascii") for found in CHARSET.findall(payload[:HEAD])), "")
    encoding = CLAIMS.get(claim.lower())
    if encoding is not None:
        try:
            return payload.decode(encoding)
        except UnicodeDecodeError:
            pass  # a false claim: the bytes decide
    return decode(payload).text
