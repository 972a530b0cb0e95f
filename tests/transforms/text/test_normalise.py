"""Folding and its way back: what folds onto what, and the promises of the offset map on any text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from transforms.base.records import Span
from transforms.text.characters import DELETABLE, FOLDS, PRESENTATION, letters_of
from transforms.text.normalise import SHORT_TEXT, Folded, fold, fold_characters

LETTERS = "ابتكلمنهويأإآةىگ ؟،.123٤٥ab\n"
MARKS = "\u064b\u064e\u0651\u0670\u0640\u0640\u200f\u200d\ufeff"
FORMS = "\ufefb\ufe8d\ufdf2\ufdfa\ufe76\ufc60\ufcf2"
#: Between the presentation forms, but none of them: no text may hold one, some do.
NONCHARACTERS = "\ufdd0\ufdef"

#: Arabic with marks, tatweel, joiners, presentation forms; and whatever a file may hold, surrogates included.
arabic = st.text(alphabet=st.sampled_from(LETTERS + MARKS + FORMS + NONCHARACTERS))
odd = st.one_of(st.characters(), st.characters(categories=["Cs"]), st.sampled_from(MARKS + FORMS + NONCHARACTERS))
anything = st.text(alphabet=odd)
texts = st.one_of(arabic, anything)
#: Whole words rather than single letters: no marks, no presentation forms.
plain = st.text(alphabet=st.sampled_from(LETTERS))


@pytest.mark.parametrize(
    ("source", "folded"),
    [
        pytest.param("أحمد إلى آخر ٱلقرية", "احمد الي اخر القريه", id="letters"),
        pytest.param("١٢/٠٨/۲۰۲۰", "12/08/2020", id="digits"),
        pytest.param("قال: «نعم»، ثمّ؟", 'قال: "نعم", ثم?', id="signs"),
        pytest.param("مُحَمَّدٌ", "محمد", id="vowels"),
        pytest.param("الريــــاض", "الرياض", id="tatweel"),
        pytest.param("قال ـ وهو يضحك ـ إنه", "قال - وهو يضحك - انه", id="tatweel as a dash"),
        pytest.param("بِـ", "ب", id="tatweel behind a vowel is no dash"),
        pytest.param("\ufefb\ufe91\ufeaa", "لابد", id="presentation forms"),
        pytest.param("كت\ufe76اب", "كتاب", id="a mark as a presentation form"),
        pytest.param("بل\u0640\ufeaa", "بلد", id="a presentation form behind a mark"),
        pytest.param("ل\u0651\ufdd0\ufeaa\ufdef", "ل\ufdd0د\ufdef", id="noncharacters stay"),
        pytest.param("ا\u200fب\u200cج\ufeff", "ابج", id="invisible"),
        pytest.param("کوردستانی", "كوردستاني", id="Persian letters"),
        pytest.param("", "", id="empty"),
        pytest.param("َُ", "", id="marks alone"),
        pytest.param("\ud800ا", "\ud800ا", id="lone surrogate"),
    ],
)
def test_fold(source: str, folded: str) -> None:
    assert fold(source).folded == folded


def test_no_character_folds_onto_one_that_folds_further() -> None:
    sources = [source for group in FOLDS.values() for source in group]
    assert len(sources) == len(set(sources))
    assert not set(FOLDS) & set(sources)


def test_no_presentation_form_leaves_a_mark_or_a_form() -> None:
    forms = [chr(code) for code in (*range(0xFB50, 0xFDD0), *range(0xFDF0, 0xFE00), *range(0xFE70, 0xFEFD))]
    assert [chr(code) for code in range(0x10000) if PRESENTATION.match(chr(code))] == forms
    left = {form: letters_of(form) for form in forms}
    assert not [form for form, letters in left.items() if DELETABLE.search(letters)]
    unnamed = [form for form, letters in left.items() if letters == form]
    assert all(unicodedata.normalize("NFKC", form) == form for form in unnamed)


@given(texts)
def test_one_pass_or_many_give_the_same(text: str) -> None:
    long = text + " " * (SHORT_TEXT + 1)
    assert fold_characters(long)[: len(text)] == "".join(fold_characters(letter) for letter in text)


@given(texts)
@example("بِـ! ـَ ـ")
def test_nothing_is_left_to_fold(text: str) -> None:
    folded = fold(text).folded
    assert not DELETABLE.search(folded)
    assert fold(folded).folded == folded


@given(texts)
def test_bare_stands_beside_folded(text: str) -> None:
    folded = fold(text)
    assert len(folded.bare) == len(folded.folded)
    assert fold_characters(folded.bare) == folded.folded


@given(plain)
def test_without_marks_nothing_moves(text: str) -> None:
    folded = fold(text)
    assert len(folded.folded) == len(text)
    assert all(folded.to_source(at, at + 1) == (at, at + 1) for at in range(len(text)))


@given(texts)
def test_the_way_back_never_turns(text: str) -> None:
    folded = fold(text)
    origins = [folded.origin(at) for at in range(len(folded.folded) + 1)]
    assert origins == sorted(origins)
    assert all(0 <= origin < len(text) for origin in origins[:-1])
    assert origins[-1] <= len(text)


@given(texts, st.data())
@example("،ـَب", None)
@example("َ ــ", None)
@example("\ufe8dل\u0640\ufb68", None)
@example("\ufefbل\u0640\ufdd0", None)
def test_a_span_leads_to_characters_that_fold_onto_it(text: str, data: st.DataObject | None) -> None:
    folded = fold(text)
    size = len(folded.folded)
    if data is None:
        spans = [(start, end) for start in range(size) for end in range(start + 1, size + 1)]
    elif not size:
        return
    else:
        start = data.draw(st.integers(0, size - 1))
        spans = [(start, data.draw(st.integers(start + 1, size)))]
    for start, end in spans:
        span = folded.to_source(start, end)
        assert 0 <= span.start < span.end <= len(text)
        again = fold(text[span.start : span.end]).folded
        if cuts_a_form(folded, start) or cuts_a_form(folded, end):
            assert folded.folded[start:end] in again
        else:
            assert again == folded.folded[start:end]


def cuts_a_form(folded: Folded, at: int) -> bool:
    """Whether a folded offset lies inside the letters of one presentation form."""
    return 0 < at < len(folded.folded) and folded.origin(at) == folded.origin(at - 1)


@given(texts, st.data())
def test_neighbouring_spans_do_not_overlap(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    size = len(folded.folded)
    cut = data.draw(st.integers(0, size))
    before, after = folded.to_source(0, cut), folded.to_source(cut, size)
    if 0 < cut < size and folded.origin(cut) != folded.origin(cut - 1):
        assert before.end <= after.start


@pytest.mark.parametrize(
    ("source", "word", "surface"),
    [
        pytest.param("قال مُحَمَّدٌ نعم", "محمد", "مُحَمَّدٌ", id="last vowel stays with its letter"),
        pytest.param("\u200fقال الريـاض\u200f.", "الرياض", "الريـاض", id="tatweel inside, no direction mark behind"),
        pytest.param("و\ufefb شيء", "ولا", "و\ufefb", id="two letters in one character"),
        pytest.param("َنعم ــ لا", "نعم", "نعم", id="a dash of tatweel is no part of the word before"),
    ],
)
def test_surfaces_keep_their_marks(source: str, word: str, surface: str) -> None:
    folded = fold(source)
    start = folded.folded.index(word)
    span = folded.to_source(start, start + len(word))
    assert source[span.start : span.end] == surface


def test_an_empty_span_stays_empty() -> None:
    assert fold("مُحمد").to_source(2, 2) == Span(3, 3)
