"""The report of a release."""

from __future__ import annotations

import re

import pyarrow as pa
import pytest

from tests.transforms.linking.linked import linked
from tests.transforms.report.parsed import Element, Page
from tests.transforms.report.releases import HOSTILE, hostile_release, release_of, seed_release
from transforms.report.articles import DOCUMENTS_ON_A_PAGE
from transforms.report.release import release_report
from transforms.report.selection import CANDIDATES_OF_A_REASON
from transforms.report.source import in_memory

RELEASES = {"seeds": seed_release, "hostile": hostile_release, "empty": linked, "many": lambda: release_of(50)}


def report(tables: dict[str, pa.Table], limit: int = 200) -> dict[str, str]:
    return release_report(in_memory(tables), "A release", {"Release": "rel_1"}, limit=limit)


@pytest.mark.parametrize("name", RELEASES)
def test_every_page_stands_alone_and_is_whole(name: str) -> None:
    pages = report(RELEASES[name]())
    for source in pages.values():
        page = Page(source)
        assert source.startswith('<!DOCTYPE html>\n<html lang="en"')
        assert not re.search(r"url\(|@import|\bon\w+=\"|<script|<link|<img", source)
        assert not [each for each in page.elements if "src" in each.attributes]
        assert len(page.ids) == len(set(page.ids))
        assert all("scope" in each.attributes for each in page.all("th"))


@pytest.mark.parametrize("name", RELEASES)
def test_every_link_arrives(name: str) -> None:
    pages = report(RELEASES[name]())
    ids = {path: set(Page(source).ids) for path, source in pages.items()}
    for path, source in pages.items():
        for link in Page(source).links:
            to, _, anchor = link.partition("#")
            to = to.removeprefix("../") or path
            assert to in pages, link
            assert not anchor or anchor in ids[to], link


def test_hostile_words_are_words() -> None:
    pages = report(hostile_release())
    assert set(pages) == {"index.html", "documents/001.html"}
    for source in pages.values():
        assert "<script" not in source
        assert "<img" not in source
        assert "javascript:" not in "".join(Page(source).links)
        assert HOSTILE in Page(source).one("html").text


def test_a_hostile_title() -> None:
    page = Page(release_report(in_memory(linked()), HOSTILE, {HOSTILE: HOSTILE}, {HOSTILE: "x.html"})["index.html"])
    assert page.one("title").text == page.one("h1").text == HOSTILE


def test_an_empty_release_says_so() -> None:
    pages = report(linked())
    assert set(pages) == {"index.html"}
    text = Page(pages["index.html"]).one("main").text
    assert "The release holds no meeting." in text
    assert "Every record that was read became a document." in text


def test_equal_tables_give_equal_pages() -> None:
    tables = seed_release()
    turned = {name: rows.take(pa.array(range(rows.num_rows)[::-1], pa.int64())) for name, rows in tables.items()}
    assert report(turned) == report(tables)


def test_the_seeds_are_told() -> None:
    page = Page(report(seed_release())["index.html"])
    assert len(page.all("article", "meeting")) == 6
    first = page.all("article", "meeting")[0]
    assert first.text.startswith("On or before 5 December 2024Inferred: 27 November – 5 December 2024Syria – France")
    assert "هادي البحرة" in first.text
    assert "confidence 0.80" in first.text
    assert "no field `text`" in page.one("main").text


def test_evidence_is_quoted_right_to_left_with_its_parties_marked() -> None:
    page = Page(report(seed_release())["index.html"])
    quotes = page.all("blockquote")
    assert len(quotes) == 6
    assert all(each.attributes["dir"] == "rtl" and each.attributes["lang"] == "ar" for each in quotes)
    marks = [each for each in page.all("mark") if "meeting-date" in each.classes]
    assert {each.text for each in marks} == {"يوم أمس", "يوم أمس الجمعة"}
    assert "فرانسوا سينيمو" in {each.text for each in page.all("mark", "side-b")}


def _in_legend(element: Element) -> bool:
    return any("legend" in each.classes for each in element.parents)


def test_documents_show_what_was_read_where_it_stands() -> None:
    page = Page(report(seed_release())["documents/001.html"])
    assert len(page.all("article", "document")) == 5
    evidence = "".join(each.text for each in page.all("mark", "evidence"))
    assert "عقد يوم أمس اجتماعاً افتراضياً مع المبعوث الفرنسي إلى سورية فرانسوا سينيمو" in evidence
    assert "سلوى أكسوي" in {each.text for each in page.all("mark", "side-a")}
    assert all(each.inherited("dir") == "rtl" for each in page.all("mark", "evidence") if not _in_legend(each))
    assert [each.text for each in page.all("p") if each.attributes.get("dir") == "ltr"][:2] == ["1.4 C", "Damascus"]


def test_every_arabic_word_stands_in_an_arabic_element() -> None:
    for source in report(seed_release()).values():
        page = Page(source)
        leaves = [each for each in page.elements if each.tag in ("bdi", "mark", "blockquote", "td", "p")]
        for each in leaves:
            if re.match("[\u0621-\u064a]", each.text):
                assert each.inherited("dir") in ("rtl", "auto"), each


def test_the_number_of_meetings_and_documents_on_a_page_is_bounded() -> None:
    pages = report(release_of(50), limit=30)
    index = Page(pages["index.html"])
    assert len(index.all("article", "meeting")) == 30
    assert "The 30 newest of 50; 20 are left out here" in index.one("main").text
    assert "50 meetings in 50 reports, read in 50 documents." in index.one("header").text
    documents = [len(Page(pages[path]).all("article", "document")) for path in sorted(pages) if path != "index.html"]
    assert documents[0] == DOCUMENTS_ON_A_PAGE
    assert 30 <= sum(documents) <= 30 + CANDIDATES_OF_A_REASON


def test_a_release_without_texts_still_quotes_its_evidence() -> None:
    tables = {name: rows for name, rows in seed_release().items() if name != "texts"}
    pages = report(tables)
    assert len(Page(pages["index.html"]).all("blockquote")) == 6
    assert "The release was shared without its texts." in pages["documents/001.html"]
