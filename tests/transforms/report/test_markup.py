"""Text cannot get into a page unescaped."""

from __future__ import annotations

import pytest

from transforms.report.markup import NOTHING, Html, element, escape, together


def test_text_is_escaped_and_markup_is_not() -> None:
    assert element("p", "a < b & c", Html("<b>d</b>")) == "<p>a &lt; b &amp; c<b>d</b></p>"


def test_an_escaped_text_is_not_escaped_again() -> None:
    assert escape(escape('<a href="x">')) == "&lt;a href=&quot;x&quot;&gt;"


def test_an_attribute_cannot_be_left() -> None:
    assert element("p", title='"><script>') == '<p title="&quot;&gt;&lt;script&gt;"></p>'


def test_attribute_names() -> None:
    assert element("th", class_="number", aria_label="x", id=None) == '<th class="number" aria-label="x"></th>'


def test_void_elements_have_no_end() -> None:
    assert element("meta", charset="utf-8") == '<meta charset="utf-8">'


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x85", "\ud800", "\uffff"])
def test_what_no_page_may_hold_is_replaced_one_for_one(character: str) -> None:
    assert escape(f"a{character}b") == "a\ufffdb"
    escape(f"a{character}b").encode("utf-8")


def test_line_ends_and_tabs_stay() -> None:
    assert escape("a\tb\nc\r\n") == "a\tb\nc \n"


def test_together_escapes_each_part_and_the_separator() -> None:
    assert together(["<", Html("<br>")], " & ") == "&lt; &amp; <br>"
    assert together([]) == NOTHING
