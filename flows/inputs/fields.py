"""The fields of a record, however it was stored: each is checked before any is used.

Fields: `text` or `html`, and optionally `id`, `title`, `url`, `outlet`, `published`, `fetched`; others are ignored.
An empty string counts as absent. A field of a wrong type, or a date that is none, refuses the record: a wrong date
would shift every relative word in it. What a page says of itself in its head fills the fields that the record leaves
open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from flows.inputs.days import iso_day
from flows.inputs.raw import RawRecord, RefusalError
from transforms.base.codes import RejectReason
from transforms.base.records import Document

FIELDS = ("id", "text", "html", "title", "url", "outlet", "published", "fetched")


def document_of(fields: Mapping[str, Any], raw: RawRecord) -> Document:
    """The document that a record's fields describe, or `RefusalError`."""
    text, html = _string(fields, "text"), _string(fields, "html")
    document = Document(
        text=text or "",
        record_id=_identifier(fields) or raw.name,
        source_uri=raw.uri,
        record_no=raw.no,
        title=_string(fields, "title"),
        url=_string(fields, "url"),
        outlet=_string(fields, "outlet"),
        published=_day(fields, "published"),
        fetched=_day(fields, "fetched"),
    )
    if text is not None and text.strip():
        return document
    if html is not None:
        return with_page(document, html)
    raise RefusalError(RejectReason.NO_TEXT, "no `text`" if text is None else "`text` is blank")


def with_page(document: Document, html: str) -> Document:
    """The document with the text of a page, and with what the page says of itself where nothing else is known."""
    from flows.inputs.page import read_page  # lxml and trafilatura: a second for who reads no page

    page = read_page(html, document.fetched)
    return replace(
        document,
        text=page.text,
        title=document.title or page.title,
        url=document.url or page.url,
        outlet=document.outlet or page.outlet,
        published=document.published or page.published,
    )


def _string(fields: Mapping[str, Any], name: str) -> str | None:
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


def _identifier(fields: Mapping[str, Any]) -> str | None:
    """`id`: a string, or a whole number, which many exports use."""
    value = fields.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string(fields, "id")


def _day(fields: Mapping[str, Any], name: str) -> date | None:
    value = _string(fields, name)
    if value is None:
        return None
    day = iso_day(value)
    if day is None:
        raise RefusalError(RejectReason.BAD_FIELD, f"`{name}` is no ISO date: {value[:40]!r}")
    return day
