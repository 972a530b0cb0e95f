"""Words of a page: what they are, where they stand, what lies between them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.text.page import open_page

texts = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("ابتو ،.\n3٤abёݐ\u064e\u0640_")))


@pytest.mark.parametrize(
    ("source", "words"),
    [
        pytest.param("قال، نعم.ثم", ["قال", "نعم", "ثم"], id="no space behind a stop"),
        pytest.param("12.آب.2020", ["12", "اب", "2020"], id="date with points"),
        pytest.param("31آب", ["31", "اب"], id="digits part from letters"),
        pytest.param("مُحَمَّد", ["محمد"], id="marks do not part"),
        pytest.param("snake_case", ["snake", "case"], id="underscore parts"),
        pytest.param("Łódź Москва", ["Łódź", "Москва"], id="other scripts"),
        pytest.param("aб٣", ["aб", "3"], id="scripts in one word"),
        pytest.param("", [], id="empty"),
        pytest.param(" .,\n", [], id="no word"),
    ],
)
def test_words(source: str, words: list[str]) -> None:
    assert open_page(source).words == words


@given(texts)
def test_words_and_gaps_are_the_whole_text(text: str) -> None:
    page = open_page(text)
    folded = page.text.folded
    assert page.words == re.findall(r"[^\W\d_]+|\d+", folded)
    assert [folded[start:end] for start, end in zip(page.starts, page.ends, strict=True)] == page.words
    before = folded[: page.starts[0]] if page.words else folded
    gaps = [page.gap(word) for word in range(len(page.words))]
    assert before + "".join(word + gap for word, gap in zip(page.words, gaps, strict=True)) == folded


def test_a_word_is_found_by_its_offset() -> None:
    page = open_page("قال الوزير أمس")
    assert [page.word_at(offset) for offset in (0, 1, 4, 5, 11, 14)] == [0, 1, 1, 2, 2, 3]


def test_slices_and_surfaces() -> None:
    page = open_page("قال الوزيرُ، أمْس")
    assert page.slice(1, 3) == "الوزير, امس"
    assert page.slice(2, 2) == ""
    assert page.surface(page.starts[1], page.ends[2]) == "الوزيرُ، أمْس"
    assert page.source_span(page.starts[1], page.ends[1]) == (4, 11)
