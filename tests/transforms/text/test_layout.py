"""Which lines are the article: title, header, text, and what a site puts around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.text.layout import Cue, Effect, Layout, Part, lay_out
from transforms.text.page import Page, open_page

TITLE = "الوزير يلتقي نظيره في المدينة"
FIRST = "قال الوزير أمس في كلمة له خلال زيارة إلى المدينة إنه التقى نظيره وبحث معه أمورا كثيرة."
SECOND = "وأضاف الوزير بعد ذلك أن اللقاء كان طويلا وأنه تناول كل ما بين البلدين من أمور."
RELATED, CLOSING, MENU, SUMMARY, BYLINE = "مقالات أخرى", "اترك ردا", "الرئيسية", "ملخص", "بقلم"
EFFECTS = {
    RELATED: Effect.RELATED,
    CLOSING: Effect.CLOSING,
    MENU: Effect.LINE,
    SUMMARY: Effect.SUMMARY,
    BYLINE: Effect.BYLINE,
}


def laid(*lines: str, title: str | None = None) -> tuple[Page, Layout]:
    page = open_page("\n".join(lines))
    cues = []
    for words, effect in EFFECTS.items():
        folded = open_page(words).text.folded
        start = page.text.folded.find(folded)
        while start >= 0:
            cues.append(Cue(start, start + len(folded), effect))
            start = page.text.folded.find(folded, start + 1)
    return page, lay_out(page, tuple(sorted(cues)), open_page(title).text.folded if title else None)


def parts(*lines: str, title: str | None = None) -> list[Part]:
    return [line.part for line in laid(*lines, title=title)[1].lines]


T, B, H, F, C = Part.TITLE, Part.TEXT, Part.HEADER, Part.FURNITURE, Part.CLOCK


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param((TITLE, FIRST, SECOND), [T, B, B], id="title and text"),
        pytest.param((FIRST, SECOND), [B, B], id="no title"),
        pytest.param((TITLE, "12 مارس 2020", FIRST), [T, H, B], id="date line"),
        pytest.param(("12 مارس 2020", TITLE, FIRST), [H, T, B], id="date line before the title"),
        pytest.param((MENU, TITLE, FIRST), [H, T, B], id="menu before the title"),
        pytest.param((TITLE, FIRST, MENU, SECOND), [T, B, F, B], id="menu word inside"),
        pytest.param((TITLE, FIRST, RELATED, "الرئيس يستقبل وفدا في القصر"), [T, B, F, F], id="other headlines"),
        pytest.param((TITLE, FIRST, RELATED, "خبر آخر قصير", SECOND), [T, B, F, F, B], id="article goes on"),
        pytest.param((TITLE, FIRST, CLOSING, SECOND), [T, B, F, F], id="closed for good"),
        pytest.param((TITLE, SUMMARY, "التقى الوزير نظيره", FIRST), [T, H, B, B], id="bullets of a summary"),
        pytest.param((TITLE, BYLINE + " فلان", FIRST), [T, H, B], id="byline"),
        pytest.param(("28 °C", "الخميس 12 مارس 2020", TITLE, FIRST), [C, C, T, B], id="weather and clock"),
        pytest.param((TITLE, "", "   ", FIRST), [T, B], id="empty lines are no lines"),
        pytest.param((FIRST,), [B], id="one line"),
        pytest.param(("خبر قصير",), [B], id="one short line"),
        pytest.param((), [], id="nothing"),
    ],
)
def test_parts(lines: tuple[str, ...], expected: list[Part]) -> None:
    assert parts(*lines) == expected


def test_a_title_from_metadata_is_found_where_it_stands() -> None:
    other = "عنوان قسم من أقسام الموقع"
    assert parts(other, TITLE, FIRST) == [T, H, B]
    assert parts(other, TITLE, FIRST, title=TITLE) == [H, T, B]


def test_a_menu_line_of_bars_is_no_text() -> None:
    assert parts(TITLE, FIRST, "أخبار | رياضة | فن | علوم", SECOND) == [T, B, F, B]


def test_a_sentence_that_begins_with_a_cue_is_text() -> None:
    sentence = MENU + " هي كلمة تبدأ بها هذه الجملة الطويلة التي لا تنتمي إلى قائمة الموقع بل إلى المقال."
    assert parts(TITLE, FIRST, sentence) == [T, B, B]


def test_the_body_spans_the_text() -> None:
    page, layout = laid(TITLE, FIRST, MENU, SECOND)
    start, end = layout.body
    assert page.text.folded[start:end].startswith(open_page(FIRST).text.folded)
    assert page.text.folded[start:end].endswith(open_page(SECOND).text.folded)
    assert layout.title is not None
    assert page.text.folded[layout.title.start : layout.title.end] == open_page(TITLE).text.folded


def test_a_page_without_text_has_an_empty_body() -> None:
    _, layout = laid()
    assert (layout.body, layout.title) == ((0, 0), None)


@given(st.text(alphabet=st.sampled_from("اب. \n|3°C") | st.characters(), max_size=120))
def test_lines_hold_every_word_once(text: str) -> None:
    page = open_page(text)
    lines = lay_out(page, ()).lines
    assert [word for line in lines for word in range(line.first, line.last)] == list(range(len(page.words)))
    assert all(line.start <= page.starts[line.first] and page.ends[line.last - 1] <= line.end for line in lines)
