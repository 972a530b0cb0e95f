"""JSON lines: every field checked, every bad line a reject, nothing held beyond the limit."""

from __future__ import annotations

import io
import json
from datetime import date
from hashlib import sha256
from typing import Any

import pytest

from flows.inputs.raw import Limits, RawRecord, Source
from flows.inputs.records import split
from flows.inputs.registry import parse
from transforms.base.codes import RejectReason
from transforms.base.records import Document, Reject

SOURCE = Source("crawl/news.jsonl", "crawl/news.jsonl", "records", None, 10)
SMALL = Limits(record_bytes=60, text_chars=20)


def read(content: bytes, limits: Limits | None = None) -> list[Document | Reject]:
    """Both halves of the reader."""
    limits = limits or Limits()
    items = split(SOURCE, io.BytesIO(content), limits)
    return [parse(item, limits) if isinstance(item, RawRecord) else item for item in items]


def line(**fields: Any) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def test_all_fields() -> None:
    fields = {"id": "a1", "title": "t", "url": "u", "outlet": "o", "published": "2024-05-31", "fetched": "2024-06-01"}
    (document,) = read(line(text="words", **fields, other=[1]))
    assert document == Document("words", "a1", SOURCE.uri, 0, "t", "u", "o", date(2024, 5, 31), date(2024, 6, 1))


def test_defaults() -> None:
    (document,) = read(line(text="words", title="", published=None, id=""))
    assert document == Document("words", "news", SOURCE.uri, 0)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-05-31", date(2024, 5, 31)),
        ("2024-05-31T23:59:00+03:00", date(2024, 5, 31)),
        ("2024-05-31 10:00:00", date(2024, 5, 31)),
        ("2024-05-31T10:00:00Z", date(2024, 5, 31)),
    ],
)
def test_dates(value: str, expected: date) -> None:
    (document,) = read(line(text="words", published=value))
    assert isinstance(document, Document)
    assert document.published == expected


def test_a_number_is_an_id_and_true_is_not() -> None:
    number, truth = read(line(text="words", id=17) + line(text="words", id=True))
    assert isinstance(number, Document)
    assert number.record_id == "17"
    assert isinstance(truth, Reject)


@pytest.mark.parametrize(
    ("content", "reason", "told"),
    [
        pytest.param(b"words\n", RejectReason.NOT_A_RECORD, "not JSON", id="not JSON"),
        pytest.param(b'{"text": "wor', RejectReason.NOT_A_RECORD, "not JSON", id="cut off"),
        pytest.param(b"[1, 2]\n", RejectReason.NOT_A_RECORD, "a JSON list", id="a list"),
        pytest.param(b"[" * 100_000 + b"\n", RejectReason.NOT_A_RECORD, "cannot be read", id="nested without end"),
        pytest.param(
            b'{"text": ' + b"9" * 5000 + b"}\n", RejectReason.NOT_A_RECORD, "cannot be read", id="a huge number"
        ),
        pytest.param(b'{"text": "\xff"}\n', RejectReason.UNDECODABLE, "not UTF-8", id="invalid UTF-8"),
        pytest.param(line(title="t"), RejectReason.NO_TEXT, "no `text`", id="no text"),
        pytest.param(line(text=None), RejectReason.NO_TEXT, "no `text`", id="null text"),
        pytest.param(line(text=" \n"), RejectReason.NO_TEXT, "blank", id="blank text"),
        pytest.param(line(html="<nav>a</nav>"), RejectReason.NO_TEXT, "no article", id="html without an article"),
        pytest.param(line(html=7), RejectReason.BAD_FIELD, "`html` is a int", id="html a number"),
        pytest.param(line(text=5), RejectReason.BAD_FIELD, "`text` is a int", id="text a number"),
        pytest.param(line(text="a", title=["t"]), RejectReason.BAD_FIELD, "`title` is a list", id="title a list"),
        pytest.param(line(text="a", published="31/05/2024"), RejectReason.BAD_FIELD, "31/05/2024", id="not ISO"),
        pytest.param(line(text="a", published="2024-02-31"), RejectReason.BAD_FIELD, "no ISO date", id="no such day"),
        pytest.param(line(text="a", published="2024-05-31x"), RejectReason.BAD_FIELD, "no ISO date", id="a tail"),
        pytest.param(
            line(text="a", fetched=20240531), RejectReason.BAD_FIELD, "`fetched` is a int", id="date a number"
        ),
        pytest.param(b'{"text": "\\ud800"}\n', RejectReason.BAD_FIELD, "surrogate", id="half a pair"),
        pytest.param(b"", RejectReason.EMPTY, "no record", id="empty file"),
        pytest.param(b"\n  \n\n", RejectReason.EMPTY, "no record", id="blank lines only"),
    ],
)
def test_a_bad_line_is_a_reject(content: bytes, reason: RejectReason, told: str) -> None:
    (reject,) = read(content)
    assert isinstance(reject, Reject)
    assert (reject.reason, reject.record_no) == (reason, 0)
    assert told in reject.detail


def test_a_bad_line_costs_nothing_but_itself() -> None:
    first, bad, last = read(line(text="one") + b"{]\n" + line(text="two"))
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert (first.record_no, last.record_no, last.text) == (0, 2, "two")
    assert isinstance(bad, Reject)
    assert (bad.record_no, bad.sha256, bad.n_bytes) == (1, sha256(b"{]").hexdigest(), 2)


def test_byte_order_mark_line_ends_and_a_missing_last_line_end() -> None:
    content = b"\xef\xbb\xbf" + line(text="one").replace(b"\n", b"\r\n") + b"\n" + line(text="two").rstrip()
    assert [item.text for item in read(content) if isinstance(item, Document)] == ["one", "two"]


def test_a_line_beyond_the_limit_is_passed_over_unread() -> None:
    long = line(text="x" * 5_000_000)
    first, huge, last = read(line(text="one") + long + line(text="two"), SMALL)
    assert isinstance(huge, Reject)
    assert (huge.reason, huge.n_bytes, huge.sha256) == (RejectReason.TOO_LARGE, len(long), sha256(long).hexdigest())
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert last.record_no == 2


def test_a_long_text_in_a_short_record_is_refused() -> None:
    (reject,) = read(line(text="x" * 21), SMALL)
    assert isinstance(reject, Reject)
    assert reject.reason == RejectReason.TOO_LARGE


class Counting(io.BytesIO):
    """Notes the most that was read at once."""

    most = 0

    def readline(self, size: int | None = -1, /) -> bytes:
        got = super().readline(size)
        self.most = max(self.most, len(got))
        return got


def test_nothing_is_held_whole() -> None:
    stream = Counting(line(text="x" * 10_000_000) + line(text="two"))
    list(split(SOURCE, stream, SMALL))
    assert stream.most <= 1 << 20
