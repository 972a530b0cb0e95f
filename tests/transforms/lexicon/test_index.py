"""The index: longest surface of each category, with what may be glued to it, and never inside another word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.transforms.lexicon.rows import row
from transforms.base.errors import LexiconError
from transforms.lexicon.building import surface_entry
from transforms.lexicon.entries import Category, Entry, Glue, Hit
from transforms.lexicon.index import Index
from transforms.text.page import Page, open_page


def entry(
    surface: str, key: str = "k", glue: Glue = Glue.NAME, category: Category = Category.CITY, **more: bool
) -> Entry:
    return surface_entry(row(), surface, category, key, None, glue=glue, **more)


def found(text: str, *entries: Entry) -> list[tuple[str, str]]:
    """The hits on a text, as key and surface."""
    page = open_page(text)
    return [(hit.entry.key, page.surface(hit.start, hit.end)) for hit in scanned(page, *entries)]


def scanned(page: Page, *entries: Entry) -> list[Hit]:
    """All hits of all categories on a page."""
    scan = Index(entries).scan(page)
    return [hit for category in Category for hit in scan.of(category)]


def test_a_surface_needs_a_word() -> None:
    with pytest.raises(LexiconError, match=r"file\.csv:7: surface '\.\.' has no word"):
        entry("..")


@pytest.mark.parametrize(
    ("glue", "text", "surface"),
    [
        pytest.param(Glue.NAME, "وبفرنسا", "فرنسا", id="name behind conjunction and preposition"),
        pytest.param(Glue.NAME, "الفرنسا", None, id="name takes no article"),
        pytest.param(Glue.NAME, "سفرنسا", None, id="name takes no future"),
        pytest.param(Glue.NOUN, "وبالفرنسا", "الفرنسا", id="noun keeps the article"),
        pytest.param(Glue.NOUN, "للفرنسا", "للفرنسا", id="noun behind the merged article"),
        pytest.param(Glue.VERB, "وسفرنسا", "سفرنسا", id="verb keeps the future"),
        pytest.param(Glue.VERB, "بفرنسا", None, id="verb takes no preposition"),
        pytest.param(Glue.PARTICLE, "ففرنسا", "فرنسا", id="particle takes a conjunction"),
        pytest.param(Glue.PARTICLE, "لفرنسا", None, id="particle takes no preposition"),
        pytest.param(Glue.NOTHING, "وفرنسا", None, id="nothing takes nothing"),
        pytest.param(Glue.NOTHING, "فرنسا", "فرنسا", id="nothing glued"),
    ],
)
def test_glue(glue: Glue, text: str, surface: str | None) -> None:
    assert found(text, entry("فرنسا", glue=glue)) == ([("k", surface)] if surface else [])


@pytest.mark.parametrize(("text", "stem"), [("مشترك", "ترك"), ("اترك", "ترك"), ("فيروس", "روس"), ("البيت", "بي")])
def test_nothing_is_found_inside_a_word(text: str, stem: str) -> None:
    assert found(text, entry(stem, glue=Glue.NOUN)) == []


@pytest.mark.parametrize("surface", ["فرنسا", "بلجيكا", "لبنان", "كندا", "وكالة", "سوريا"])
def test_words_that_begin_like_a_prefix_survive(surface: str) -> None:
    assert found(surface, entry(surface)) == [("k", surface)]
    assert found("و" + surface, entry(surface)) == [("k", surface)]


def test_the_article_of_a_name_survives_a_merging_preposition() -> None:
    assert found("وللكويت", entry("الكويت")) == [("k", "للكويت")]


def test_the_longest_of_a_category_wins_and_categories_stand_side_by_side() -> None:
    entries = (
        entry("كوريا", "short"),
        entry("كوريا الشمالية", "long"),
        entry("كوريا", "other", category=Category.REGION),
    )
    assert sorted(found("في كوريا الشمالية", *entries)) == [("long", "كوريا الشمالية"), ("other", "كوريا")]
    assert sorted(found("في كوريا اليوم", *entries)) == [("other", "كوريا"), ("short", "كوريا")]


def test_a_long_surface_that_breaks_off_leaves_the_short_one() -> None:
    entries = (entry("هيئة", "short"), entry("هيئة التفاوض السورية", "long"))
    assert found("هيئة التفاوض الأخرى", *entries) == [("short", "هيئة")]


@pytest.mark.parametrize("joint", [" ", "  ", "-", " - ", ' "', "\u00a0", "_"])
def test_joints(joint: str) -> None:
    surface = f"حزب{joint}الله"
    expected = [] if joint == " - " else [("k", surface)]
    assert found(surface, entry("حزب الله")) == expected


@pytest.mark.parametrize("text", ["حزب، الله", "حزب. الله", "حزب\nالله"])
def test_a_surface_never_crosses_a_stop(text: str) -> None:
    assert found(text, entry("حزب الله")) == []


def test_exact_asks_for_the_unfolded_letters() -> None:
    august, father = entry("آب", "august", exact=True), entry("أب", "father", exact=True)
    assert found("في آب", august, father) == [("august", "آب")]
    assert found("هو أب", august, father) == [("father", "أب")]
    assert found("في اب", august, father) == []


def test_suffixes_only_where_asked() -> None:
    assert found("لقائه", entry("لقائ", suffixes=True)) == [("k", "لقائ")]
    assert found("لقائه", entry("لقائ")) == []


def test_a_word_may_start_an_entry_however_it_is_glued() -> None:
    index = Index((entry("فرنسا"), entry("باريس الحرة", "long"), entry("مع", category=Category.LINK)))
    assert [index.may_start(word) for word in ("وفرنسا", "باريس", "مع", "ألمانيا")] == [True, True, True, False]


def test_a_scan_answers_by_word_and_category() -> None:
    scan = Index((entry("باريس"), entry("الرئيس", category=Category.TITLE))).scan(open_page("الرئيس في باريس"))
    city = scan.here(2, Category.CITY)
    assert isinstance(city, Hit)
    assert (city.first, city.last) == (2, 3)
    assert scan.here(0, Category.CITY) is None
    assert scan.here(1, Category.CITY) is None
    assert scan.of(Category.CITY) == (city,)
    assert scan.of(Category.REGION) == ()


@given(st.text(alphabet=st.sampled_from("وفبلكسالرن ه")))
def test_a_hit_is_its_surface(text: str) -> None:
    entries = (entry("سلا"), entry("ال نر", "two"), entry("ره", "noun", glue=Glue.NOUN))
    page = open_page(text)
    for hit in scanned(page, *entries):
        surface = page.text.folded[hit.start : hit.end]
        words = " ".join(hit.entry.words)
        assert surface in (words, "ال" + words, "ل" + words, "لل" + words, "ل" + words[1:])
