"""A marked text as paragraphs."""

from __future__ import annotations

import pytest

from tests.transforms.report.parsed import Page
from transforms.base.records import Region
from transforms.report.marking import Mark, Role, segments
from transforms.report.prose import passage, prose, reads_right_to_left

TEXT = "1.4 C\n\nالتقى الوزير\nنظيره <b> أمس"


def test_a_paragraph_for_each_line_that_is_not_blank() -> None:
    page = Page(prose(segments(TEXT, [])))
    assert [each.text for each in page.all("p")] == ["1.4 C", "التقى الوزير", "نظيره <b> أمس"]


def test_right_to_left_but_for_lines_without_such_letters() -> None:
    page = Page(prose(segments(TEXT, [])))
    assert [each.inherited("dir") for each in page.all("p")] == ["ltr", "rtl", "rtl"]
    assert {each.inherited("lang") for each in page.all("p")} == {"ar"}


def test_marks_cover_exactly_their_letters() -> None:
    start = TEXT.index("الوزير")
    page = Page(prose(segments(TEXT, [Mark(start, TEXT.index("نظيره") + 5, Role.EVIDENCE, "why")])))
    marks = page.all("mark")
    assert [each.text for each in marks] == ["الوزير", "نظيره"]
    assert all(each.classes == {"evidence"} and each.attributes["title"] == "why" for each in marks)


def test_an_anchor_stands_once() -> None:
    marks = [Mark(0, len(TEXT), Role.EVIDENCE, anchor="here"), Mark(7, 9, Role.DATE, anchor="there")]
    assert Page(prose(segments(TEXT, marks))).ids == ["here", "there"]


def test_zones_stand_together_under_their_names() -> None:
    regions = [Region("clock", 0, 5), Region("text", 7, 19), Region("text", 20, len(TEXT))]
    page = Page(prose(segments(TEXT, [], regions), str.upper))
    assert [each.text for each in page.all("p", "zone-label")] == ["CLOCK", "TEXT"]
    assert len(page.all("div", "zone-text")) == 1


def test_a_passage_is_one_run_without_anchors() -> None:
    found = passage(segments("a\nb", [Mark(0, 3, Role.DATE, anchor="x")]))
    assert found == '<mark class="date">a b</mark>'


@pytest.mark.parametrize(("text", "expected"), [("abc 12", False), ("", False), ("abc د", True), ("א", True)])
def test_reads_right_to_left(text: str, expected: bool) -> None:
    assert reads_right_to_left(text) is expected
