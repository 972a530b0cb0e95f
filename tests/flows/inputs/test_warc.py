"""WARC and WET: pages and texts of a crawl; everything else passed over or refused, damage costs one reject."""

from __future__ import annotations

import gzip
import io
import zlib
from datetime import date
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from flows.inputs.listing import list_inputs
from flows.inputs.raw import Limits, RawRecord
from flows.inputs.reading import read_records
from flows.inputs.registry import parse
from tests.flows.inputs.pages import FIRST, TITLE, page
from transforms.base.codes import RejectReason
from transforms.base.records import Document, Reject

URL = "https://example.com/news/1"
HEAD = {"WARC-Date": "2024-05-31T10:00:00Z", "WARC-Record-ID": "<urn:uuid:one>"}


def response(
    payload: bytes,
    status: str = "200 OK",
    kind: str = "text/html; charset=utf-8",
    http: tuple[tuple[str, str], ...] = (),
) -> bytes:
    return _record("response", payload, StatusAndHeaders(status, [("Content-Type", kind), *http], "HTTP/1.1"))


def _record(kind: str, payload: bytes, http: StatusAndHeaders | None, media: str | None = None) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    record = writer.create_warc_record(
        URL,
        kind,
        payload=io.BytesIO(payload),
        http_headers=http,
        warc_headers_dict=dict(HEAD),
        warc_content_type=media or "",
        length=len(payload),
    )
    writer.write_record(record)
    return out.getvalue()


PAGE = response(page().encode())
REQUEST = _record("request", b"", StatusAndHeaders("GET / HTTP/1.1", [("Host", "example.com")]))
CONVERSION = _record("conversion", f"{TITLE}\n{FIRST}\n".encode(), None, "text/plain")


def read(path: Path, content: bytes, limits: Limits | None = None) -> list[Document | Reject]:
    limits = limits or Limits()
    path.write_bytes(content)
    items = read_records(list_inputs([str(path)]), limits)
    return [parse(item, limits) if isinstance(item, RawRecord) else item for item in items]


def test_a_page_of_a_crawl(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    (found,) = read(path, REQUEST + PAGE)
    assert isinstance(found, Document)
    assert FIRST in found.text
    assert (found.record_id, found.record_no, found.url) == ("urn:uuid:one", 1, URL)
    assert (found.title, found.published, found.fetched) == (TITLE, None, date(2024, 5, 31))


def test_a_text_of_a_crawl(tmp_path: Path) -> None:
    (found,) = read(tmp_path / "a.wet", CONVERSION)
    assert isinstance(found, Document)
    assert (found.text, found.url) == (f"{TITLE}\n{FIRST}\n", URL)


def test_packed_record_by_record(tmp_path: Path) -> None:
    found = read(tmp_path / "a.warc.gz", b"".join(map(gzip.compress, (REQUEST, PAGE, PAGE))))
    assert [each.record_no for each in found if isinstance(each, Document)] == [1, 2]


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(response(gzip.compress(page().encode()), http=(("Content-Encoding", "gzip"),)), id="gzip"),
        pytest.param(response(zlib.compress(page().encode()), http=(("Content-Encoding", "deflate"),)), id="deflate"),
        pytest.param(
            response(b"%x\r\n%b\r\n0\r\n\r\n" % (len(page().encode()), page().encode()),
                     http=(("Transfer-Encoding", "chunked"),)), id="chunked",
        ),
        pytest.param(response(page().encode("cp1256", "replace"), kind="text/html; charset=windows-1256"), id="1256"),
        pytest.param(response(page().encode("cp1256", "replace"), kind="text/html"), id="1256 unsaid"),
    ],
)  # fmt: skip
def test_codings_of_transfer_and_text(tmp_path: Path, record: bytes) -> None:
    (found,) = read(tmp_path / "a.warc", record)
    assert isinstance(found, Document), found
    assert FIRST in found.text


def test_a_page_cannot_be_younger_than_its_fetching(tmp_path: Path) -> None:
    late = page('<meta property="article:published_time" content="2024-06-02">')
    near = page('<meta property="article:published_time" content="2024-06-01">')
    first, second = read(tmp_path / "a.warc", response(late.encode()) + response(near.encode()))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.published, second.published) == (None, date(2024, 6, 1))


BOMB = gzip.compress(bytes(64 << 20))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(b"", RejectReason.EMPTY, id="nothing"),
        pytest.param(response(b"x", status="404 Not Found"), RejectReason.UNSUPPORTED, id="not found"),
        pytest.param(response(b"x", kind="image/png"), RejectReason.UNSUPPORTED, id="an image"),
        pytest.param(response(b" "), RejectReason.EMPTY, id="an empty page"),
        pytest.param(response(BOMB, http=(("Content-Encoding", "gzip"),)), RejectReason.TOO_LARGE, id="a bomb inside"),
        pytest.param(response(gzip.compress(gzip.compress(PAGE)), http=(("Content-Encoding", "gzip"),)),
                     RejectReason.BINARY, id="an archive in an archive"),
        pytest.param(response(b"x" * (9 << 20)), RejectReason.TOO_LARGE, id="a huge record"),
        pytest.param(PAGE[: len(PAGE) // 2], RejectReason.TRUNCATED, id="cut in the block"),
        pytest.param(PAGE[:100], RejectReason.TRUNCATED, id="cut in the head"),
        pytest.param(b"words\n" * 1000, RejectReason.NOT_A_RECORD, id="no WARC"),
        pytest.param(b"x" * (5 << 20), RejectReason.NOT_A_RECORD, id="one huge line"),
        pytest.param(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9e9\r\n\r\n", RejectReason.NOT_A_RECORD,
                     id="no length"),
        pytest.param(_record("conversion", "كلمات".encode()[:-1], None, "text/plain"), RejectReason.TRUNCATED,
                     id="a broken text"),
    ],
)  # fmt: skip
def test_hostile_content(tmp_path: Path, content: bytes, reason: RejectReason) -> None:
    (found,) = read(tmp_path / "a.warc", content)
    assert isinstance(found, Reject), found
    assert found.reason == reason


def test_after_garbage_the_next_record_is_found(tmp_path: Path) -> None:
    first, bad, last = read(tmp_path / "a.warc", PAGE + b"garbage\nmore\n\n" + PAGE)
    assert isinstance(first, Document)
    assert isinstance(bad, Reject)
    assert isinstance(last, Document)


def test_what_came_before_the_break_is_kept(tmp_path: Path) -> None:
    packed = b"".join(map(gzip.compress, (PAGE, PAGE, PAGE)))
    *kept, last = read(tmp_path / "a.warc.gz", packed[:-50])
    assert len(kept) == 2
    assert isinstance(last, Reject)
    assert last.reason == RejectReason.TRUNCATED
