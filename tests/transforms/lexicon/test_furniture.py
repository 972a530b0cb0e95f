"""Furniture phrases: their effects and the cues that they give."""

from __future__ import annotations

import pytest

from tests.loaded import lexicon
from tests.transforms.lexicon.rows import row
from transforms.base.errors import LexiconError
from transforms.lexicon.furniture import furniture_cues, furniture_entries
from transforms.text.layout import Effect
from transforms.text.page import open_page


def test_a_row_gives_an_entry_per_surface() -> None:
    entries = list(furniture_entries(row(effect="closing", surfaces=["اترك ردا", "أضف تعليقا"])))
    assert [entry.words for entry in entries] == [("اترك", "ردا"), ("اضف", "تعليقا")]
    assert {entry.payload for entry in entries} == {Effect.CLOSING}


@pytest.mark.parametrize(
    ("fields", "detail"),
    [
        pytest.param({"effect": "shut", "surfaces": ["x"]}, "effect must be one of", id="unknown effect"),
        pytest.param({"surfaces": ["x"]}, "'effect' is missing", id="no effect"),
        pytest.param({"effect": "line", "note": ""}, "'note' is missing", id="no note"),
        pytest.param({"effect": "line", "surface": "x"}, "unknown field 'surface'", id="unknown field"),
    ],
)
def test_refused(fields: dict[str, object], detail: str) -> None:
    with pytest.raises(LexiconError, match=detail):
        list(furniture_entries(row(**fields)))


def test_cues_of_a_page() -> None:
    page = open_page("خبر\nمقالات ذات صلة\nخبر آخر\nجميع الحقوق محفوظة")
    cues = furniture_cues(lexicon().index.scan(page))
    found = {(page.text.folded[cue.start : cue.end], cue.effect) for cue in cues}
    assert ("مقالات ذات صله", Effect.RELATED) in found
    assert ("جميع الحقوق محفوظه", Effect.CLOSING) in found
