"""Adjectives of nationality: every form of every country, and the words that only look like one."""

from __future__ import annotations

import pytest

from tests.loaded import lexicon
from tests.transforms.lexicon.rows import hits, keys, row
from tests.transforms.lexicon.test_geography import BESIDE_THE_MEMBERS, MEMBERS
from transforms.base.errors import LexiconError
from transforms.lexicon.entries import Category
from transforms.lexicon.nationalities import Gender, Nationality, Number, inflect, nationality_entries


def test_every_state_has_both_genders_and_all_numbers() -> None:
    forms: dict[str, set[tuple[Gender, Number]]] = {}
    for entry in lexicon().entries:
        payload = entry.payload
        if isinstance(payload, Nationality) and payload.country:
            for code in (payload.country, *payload.also):
                forms.setdefault(code, set()).add((payload.gender, payload.number))
    wanted = {(gender, number) for gender in Gender for number in Number}
    assert {code for code in MEMBERS + BESIDE_THE_MEMBERS if forms.get(code, set()) != wanted} == set()


@pytest.mark.parametrize(
    ("text", "code", "gender", "number"),
    [
        ("تركي", "TUR", Gender.MASCULINE, Number.SINGULAR),
        ("التركية", "TUR", Gender.FEMININE, Number.SINGULAR),
        ("والتركيان", "TUR", Gender.MASCULINE, Number.DUAL),
        ("للتركيتين", "TUR", Gender.FEMININE, Number.DUAL),
        ("التركيون", "TUR", Gender.MASCULINE, Number.PLURAL),
        ("بالأتراك", "TUR", Gender.MASCULINE, Number.PLURAL),
        ("أتراك", "TUR", Gender.MASCULINE, Number.PLURAL),
        ("تركيات", "TUR", Gender.FEMININE, Number.PLURAL),
        ("أمريكيا", "USA", Gender.MASCULINE, Number.SINGULAR),
        ("الأميركيين", "USA", Gender.MASCULINE, Number.PLURAL),
        ("الأمريكان", "USA", Gender.MASCULINE, Number.PLURAL),
        ("الروس", "RUS", Gender.MASCULINE, Number.PLURAL),
        ("للروس", "RUS", Gender.MASCULINE, Number.PLURAL),
        ("الألمان", "DEU", Gender.MASCULINE, Number.PLURAL),
        ("الإنجليز", "GBR", Gender.MASCULINE, Number.PLURAL),
        ("سعوديون", "SAU", Gender.MASCULINE, Number.PLURAL),
        ("يونانيين", "GRC", Gender.MASCULINE, Number.PLURAL),
        ("كورية جنوبية", "KOR", Gender.FEMININE, Number.SINGULAR),
        ("الكوريين الشماليين", "PRK", Gender.MASCULINE, Number.PLURAL),
        ("الجنوب أفريقي", "ZAF", Gender.MASCULINE, Number.SINGULAR),
        ("الفلسطينية", "PSE", Gender.FEMININE, Number.SINGULAR),
        ("عمانيون", "OMN", Gender.MASCULINE, Number.PLURAL),
    ],
)
def test_forms(text: str, code: str, gender: Gender, number: Number) -> None:
    payload = hits(text, Category.NATIONALITY)[0].entry.payload
    assert isinstance(payload, Nationality)
    assert (payload.country, payload.gender, payload.number) == (code, gender, number)


@pytest.mark.parametrize(
    "text",
    ["مشترك", "المشتركة", "اترك", "اتركوا", "فيروس", "الفيروس", "بروس", "كروس", "عمان", "تركيز", "ترك", "هند", "أممي"],
)
def test_traps(text: str) -> None:
    assert keys(text, Category.NATIONALITY) == []


@pytest.mark.parametrize("text", ["سوريا", "تركيا", "روسيا", "ليبيا", "إيطاليا"])
def test_a_country_is_no_accusative(text: str) -> None:
    assert keys(text, Category.NATIONALITY) == []
    assert len(keys(text, Category.COUNTRY)) == 1


@pytest.mark.parametrize("text", ["مالي", "مالية", "قمري", "صحراوي", "فارسي"])
def test_adjectives_with_another_sense_are_flagged(text: str) -> None:
    payload = hits(text, Category.NATIONALITY)[0].entry.payload
    assert isinstance(payload, Nationality)
    assert payload.ambiguous


def test_one_word_for_two_states_names_both() -> None:
    payload = hits("الكوري", Category.NATIONALITY)[0].entry.payload
    assert isinstance(payload, Nationality)
    assert (payload.country, payload.also) == ("KOR", ("PRK",))


def test_a_people_of_several_states_has_no_country() -> None:
    payload = hits("الأكراد", Category.NATIONALITY)[0].entry.payload
    assert isinstance(payload, Nationality)
    assert (payload.country, payload.people) == (None, "kurdish")


def test_inflection() -> None:
    assert [form.surface for form in inflect("لبناني")] == [
        "لبناني",
        "لبنانيه",
        "لبنانيون",
        "لبنانيين",
        "لبنانيان",
        "لبنانيات",
        "لبنانيتان",
        "لبنانيتين",
        "لبنانيا",
    ]


@pytest.mark.parametrize(
    ("fields", "detail"),
    [
        pytest.param({"stems": "فرنسي"}, "a country or a people, one of the two", id="neither"),
        pytest.param({"code": "FRA", "people": "x", "stems": "فرنسي"}, "one of the two", id="both"),
        pytest.param({"code": "FRA"}, "'stems' is missing", id="no stem"),
        pytest.param({"code": "FRA", "stems": "فرنسا"}, "not the ending", id="not an adjective"),
        pytest.param({"code": "FRA", "stems": "فرنسي", "except": "روسيا"}, "no form of this row", id="stray exception"),
        pytest.param({"code": "FRA", "stems": "فرنسي", "ambiguous": "روسي"}, "no surface of this row", id="stray flag"),
        pytest.param({"code": "FRAN", "stems": "فرنسي"}, "alpha-3", id="bad code"),
    ],
)
def test_refused(fields: dict[str, object], detail: str) -> None:
    with pytest.raises(LexiconError, match=detail):
        list(nationality_entries(row(**fields)))
