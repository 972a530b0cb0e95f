"""Pages: the article alone, the head's facts under guard, the encoding that the bytes have."""

from __future__ import annotations

import io
import json
from datetime import date

import pytest

from flows.inputs.html import split
from flows.inputs.raw import Limits, RawRecord, Source
from flows.inputs.registry import parse
from tests.flows.inputs.pages import FIRST, SECOND, THIRD, TITLE, page
from transforms.base.codes import RejectReason
from transforms.base.records import Document, Reject

SOURCE = Source("crawl/a.html", "crawl/a.html", "html")


def read(content: str | bytes, limits: Limits | None = None) -> Document | Reject:
    """Both halves of the reader."""
    payload = content.encode() if isinstance(content, str) else content
    (item,) = split(SOURCE, io.BytesIO(payload), limits or Limits())
    return parse(item, limits or Limits()) if isinstance(item, RawRecord) else item


def document(content: str | bytes) -> Document:
    found = read(content)
    assert isinstance(found, Document), found
    return found


def linked(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(fields, ensure_ascii=False)}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def test_a_page() -> None:
    head = (
        linked(**{"@type": "NewsArticle", "headline": TITLE, "datePublished": "2024-05-28T21:10:00+03:00",
                  "dateModified": "2024-06-02", "publisher": {"@type": "Organization", "name": "المثال"}})
        + '<link rel="canonical" href="https://example.com/news/1">'
    )  # fmt: skip
    assert document(page(head)) == Document(
        "\n".join((TITLE, FIRST, SECOND, THIRD)),
        "a",
        "crawl/a.html",
        0,
        TITLE,
        "https://example.com/news/1",
        "المثال",
        date(2024, 5, 28),
    )


def test_a_bare_page_says_little_of_itself() -> None:
    found = document(page())
    assert (found.title, found.url, found.outlet, found.published) == (TITLE, None, None, None)


def test_the_site_is_no_part_of_the_title() -> None:
    found = document(page(meta("og:title", f"{TITLE} - صحيفة المثال") + meta("og:site_name", "صحيفة المثال")))
    assert (found.title, found.outlet) == (TITLE, "صحيفة المثال")


@pytest.mark.parametrize(
    "head",
    [
        meta("article:published_time", "2024-05-28T10:00:00Z"),
        '<meta name="pubdate" content="2024-05-28">',
        '<meta itemprop="datePublished" content="2024-05-28 10:00">',
        '<meta name="DC.date.issued" content="2024-05-28">',
        linked(**{"@graph": [{"@type": "WebPage"}, {"@type": "Article", "datePublished": "2024-05-28"}]}),
        "<script type='application/ld+json'>{broken</script>" + meta("article:published_time", "2024-05-28"),
    ],
)
def test_a_day_of_publication(head: str) -> None:
    assert document(page(head)).published == date(2024, 5, 28)


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        pytest.param("", "<p>© 2024 كل الحقوق محفوظة 2024-05-28</p>", id="a footer"),
        pytest.param("", "<time datetime='2024-05-28'>اليوم</time>", id="the clock of the site"),
        pytest.param('<meta name="copyright" content="2024">', "", id="a year of copyright"),
        pytest.param(meta("article:published_time", "2024"), "", id="a year alone"),
        pytest.param(meta("article:modified_time", "2024-05-28"), "", id="the last change"),
        pytest.param(linked(dateModified="2024-05-28", copyrightYear=2024), "", id="the last change, linked data"),
        pytest.param(meta("article:published_time", "1970-01-01T00:00:00Z"), "", id="a default value"),
        pytest.param(meta("article:published_time", "28/05/2024"), "", id="no ISO date"),
        pytest.param(meta("article:published_time", "2024-02-31"), "", id="no such day"),
        pytest.param(linked(datePublished=20240528), "", id="a number"),
    ],
)
def test_what_is_no_day_of_publication(head: str, foot: str) -> None:
    assert document(page(head, foot)).published is None


@pytest.mark.parametrize(
    ("encoding", "claimed"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "windows-1256"),
        ("utf-8-sig", "utf-8"),
        ("cp1256", "windows-1256"),
        ("cp1256", "utf-8"),
        ("cp1256", "iso-8859-1"),
        ("utf-16", "utf-16"),
    ],
)
def test_encodings(encoding: str, claimed: str) -> None:
    """Also where the page claims another one."""
    found = document(page(charset=claimed).replace("©", "").encode(encoding))
    assert FIRST in found.text
    assert found.title == TITLE


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(b"", RejectReason.EMPTY, id="nothing"),
        pytest.param(b" \n", RejectReason.EMPTY, id="blank"),
        pytest.param(b"<html><body></body></html>", RejectReason.NO_TEXT, id="no text"),
        pytest.param(b"%PDF-1.7\n\xff\xfe\x00\x01", RejectReason.BINARY, id="a PDF"),
        pytest.param(
            page().encode().partition(THIRD.encode())[0] + b"\xd8", RejectReason.TRUNCATED, id="cut inside a character"
        ),
        pytest.param(page().encode().replace("ا".encode(), b"\xd8\xd8", 3), RejectReason.UNDECODABLE, id="damaged"),
        pytest.param(b"<!-- " + b"x" * 5_000_000 + b" -->", RejectReason.TOO_LARGE, id="five million characters"),
        pytest.param(b"<p>" + b"x" * 9_000_000, RejectReason.TOO_LARGE, id="nine million bytes"),
    ],
)
def test_a_bad_page_is_a_reject(content: bytes, reason: RejectReason) -> None:
    found = read(content)
    assert isinstance(found, Reject), found
    assert found.reason == reason


def test_a_page_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    whole = page()
    found = document(whole[: whole.index(THIRD) + 20])
    assert FIRST in found.text


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("<div>" * 200_000 + FIRST, id="deep"),
        pytest.param("<p>" + FIRST + "<b" * 300_000, id="tags that never end"),
        pytest.param(page(linked(deep=[]).replace("[]", "[" * 50_000)), id="linked data without end"),
        pytest.param(page("".join(meta(f"a{n}", "x") for n in range(20_000))), id="many meta"),
        pytest.param(page().replace(SECOND, "x" * 900_000), id="one long line"),
    ],
)
def test_hostile_pages_are_read_or_rejected(content: str) -> None:
    assert isinstance(read(content), Document | Reject)
