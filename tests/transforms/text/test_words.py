"""Cutting words: what may be glued before and after, and what must survive."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.text.words import Cut, splits

words = st.text(alphabet=st.sampled_from("والفبكسهتي" + "نمرد"), min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        pytest.param("فرنسا", Cut("فرنسا"), id="whole"),
        pytest.param("وفرنسا", Cut("فرنسا", conjunction="و", strip=1), id="conjunction"),
        pytest.param("لبنان", Cut("لبنان"), id="first letter like a preposition"),
        pytest.param("وبلبنان", Cut("لبنان", conjunction="و", preposition="ب", strip=2), id="both"),
        pytest.param("الوزير", Cut("وزير", article=True), id="article"),
        pytest.param("وبالوزير", Cut("وزير", "و", "ب", article=True, strip=2), id="all three"),
        pytest.param("للوزير", Cut("وزير", preposition="ل", article=True), id="merged article"),
        pytest.param("للكويت", Cut("الكويت", preposition="ل"), id="merged article of a name"),
        pytest.param("وللكويت", Cut("الكويت", conjunction="و", preposition="ل", strip=1), id="conjunction before it"),
        pytest.param("سيلتقي", Cut("يلتقي", future=True), id="future"),
        pytest.param("وسيلتقي", Cut("يلتقي", conjunction="و", future=True, strip=1), id="conjunction and future"),
    ],
)
def test_splits(word: str, cut: Cut) -> None:
    assert cut in splits(word)


@pytest.mark.parametrize(("word", "stem"), [("مشترك", "ترك"), ("اترك", "ترك"), ("فيروس", "روس"), ("كال", "ال")])
def test_no_stem_out_of_the_middle_of_a_word(word: str, stem: str) -> None:
    assert stem not in {cut.stem for cut in splits(word) if len(cut.stem) > 2}


@given(words)
def test_the_whole_word_comes_first(word: str) -> None:
    assert splits(word)[0] == Cut(word)


@given(words)
def test_a_cut_glues_back_together(word: str) -> None:
    for cut in splits(word):
        assert word[cut.strip :].endswith(cut.stem.removeprefix("ال") if cut.preposition == "ل" else cut.stem)
        assert word.startswith(cut.conjunction)
        assert word[: cut.strip] == cut.conjunction + (cut.preposition if cut.strip > len(cut.conjunction) else "")


@pytest.mark.parametrize(
    ("stem", "cut"),
    [
        pytest.param("لقائه", Cut("لقائ", suffix="ه"), id="pronoun"),
        pytest.param("نظيرته", Cut("نظيره", suffix="ه"), id="feminine before a pronoun"),
        pytest.param("اجتماعا", Cut("اجتماع", suffix="ا"), id="accusative"),
        pytest.param("بلادهما", Cut("بلاد", suffix="هما"), id="dual"),
    ],
)
def test_suffixes(stem: str, cut: Cut) -> None:
    assert cut in splits(stem, bound={cut.stem})


def test_a_short_stem_keeps_its_ending() -> None:
    assert not any(cut.suffix for cut in splits("به", bound={"ب"}))


@given(words)
def test_known_stems_only(word: str) -> None:
    everything = splits(word)
    for cut in everything:
        assert splits(word, {cut.stem}) == tuple(each for each in everything if each.stem == cut.stem)
