"""The page of one reading."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.transforms.report.parsed import Page
from tests.transforms.report.releases import HOSTILE, hostile_reading
from tests.transforms.report.seeds import seed_readings
from transforms.base.codes import EntityType
from transforms.base.records import Reading, Span, Tenure
from transforms.report.explain import explain_page

READINGS = {reading.document.record_id: reading for reading in [*seed_readings(), hostile_reading()]}


@pytest.mark.parametrize("name", READINGS)
def test_the_page_stands_alone_and_is_whole(name: str) -> None:
    source = explain_page(READINGS[name])
    page = Page(source)
    assert source == explain_page(READINGS[name])
    assert not re.search(r"url\(|@import|<script|<link|<img|https?://(?!example)", source)
    assert len(page.ids) == len(set(page.ids))
    assert all(link.removeprefix("#") in page.ids for link in page.links)


@pytest.mark.parametrize("name", READINGS)
def test_the_whole_text_stands_in_the_page(name: str) -> None:
    page = Page(explain_page(READINGS[name]))
    shown = "".join(each.text for each in page.all("div", "prose"))
    assert shown == re.sub("\n", "", READINGS[name].document.text.replace("\n \n", "\n\n"))


def test_zones_candidates_and_reports_are_told() -> None:
    page = Page(explain_page(seed_readings()[1]))
    assert [each.text for each in page.all("p", "zone-label")] == ["title", "text"]
    assert "new occasion" in page.one("main").text
    assert {"report-0", "report-1", "candidate-0", "evidence-1"} <= set(page.ids)
    assert page.one("h1").attributes["dir"] == "auto"


def test_who_is_named_says_why() -> None:
    reading = seed_readings()[1]
    person = next(at for at, actor in enumerate(reading.actors) if actor.entity_type is EntityType.PERSON)
    head = Tenure(person, "رئيس", "الائتلاف", "SYR")
    text = Page(explain_page(replace(reading, tenures=(head,)))).one("main").text
    for told in ("Who is named, and why", "in the lexicon", "named with an office", "رئيس, الائتلاف, SYR", "mention"):
        assert told in text


def test_hostile_words_are_words() -> None:
    source = explain_page(hostile_reading())
    assert "<script" not in source
    assert Page(source).one("h1").text == HOSTILE


def test_an_empty_document() -> None:
    reading = seed_readings()[0]
    empty: Reading = replace(
        reading,
        document=replace(reading.document, text=""),
        title=None,
        body=Span(0, 0),
        regions=(),
        dates=(),
        actors=(),
        mentions=(),
        reports=(),
        candidates=(),
    )
    text = Page(explain_page(empty)).one("main").text
    for told in ("raised the question", "tells of no meeting", "holds no date", "names nobody"):
        assert told in text
