"""Where sentences end, and what they say of themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.base.codes import Zone
from transforms.text.layout import Layout, Line, Part, lay_out
from transforms.text.page import open_page
from transforms.text.sentences import find_sentences

texts = st.text(alphabet=st.sampled_from("ابت ab3.!?…\n\"'،(") | st.characters(), max_size=80)


def sentences(text: str, part: Part = Part.TEXT) -> list[str]:
    page = open_page(text)
    line = Line(part, 0, len(page.text.folded), 0, len(page.words), None)
    return [page.text.folded[found.start : found.end].strip() for found in find_sentences(page, Layout((line,)))]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        pytest.param("قال هذا. ثم ذهب.", ["قال هذا.", "ثم ذهب."], id="plain"),
        pytest.param("قال السوري.حيث ذهب", ["قال السوري.", "حيث ذهب"], id="no space"),
        pytest.param("في عام 2020.كما قال", ["في عام 2020.", "كما قال"], id="behind a number"),
        pytest.param("في 12.اب.2020 التقي", ["في 12.اب.2020 التقي"], id="date with points"),
        pytest.param("بلغ 1.4 مليون", ["بلغ 1.4 مليون"], id="decimal"),
        pytest.param("قال د. احمد", ["قال د. احمد"], id="abbreviated title"),
        pytest.param("موقع aljazeera.net قال", ["موقع aljazeera.net قال"], id="address"),
        pytest.param("هل ذهب؟ نعم! ثم… عاد", ["هل ذهب?", "نعم!", "ثم…", "عاد"], id="other stops"),
        pytest.param("قال «ذهب.» ثم عاد", ['قال "ذهب."', "ثم عاد"], id="closing quote stays"),
        pytest.param("قال... ثم عاد", ["قال...", "ثم عاد"], id="points of omission"),
        pytest.param("(...) . !", [], id="no word"),
    ],
)
def test_stops(text: str, pieces: list[str]) -> None:
    assert sentences(text) == pieces


def test_zones_and_paragraphs() -> None:
    page = open_page("عنوان طويل من كلمات\nقال الوزير اليوم إنه ذهب إلى هناك. ثم عاد.\nوأضاف أنه سوف يذهب غدا.")
    found = find_sentences(page, lay_out(page, ()))
    assert [(each.zone, each.paragraph) for each in found] == [
        (Zone.TITLE, 0),
        (Zone.BODY, 1),
        (Zone.BODY, 1),
        (Zone.BODY, 2),
    ]


def test_header_and_furniture_have_no_sentences() -> None:
    assert sentences("قال هذا. ثم ذهب.", Part.HEADER) == sentences("قال هذا.", Part.FURNITURE) == []


@given(texts)
def test_sentences_stand_in_order_and_lose_no_word(text: str) -> None:
    page = open_page(text)
    layout = lay_out(page, ())
    found = find_sentences(page, layout)
    words = [word for each in found for word in range(each.first, each.last)]
    assert words == [word for line in layout.of(Part.TITLE, Part.TEXT) for word in range(line.first, line.last)]
    for each in found:
        assert each.start <= page.starts[each.first]
        assert page.ends[each.last - 1] <= each.end
