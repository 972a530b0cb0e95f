"""Bodies by name, and the words that compose others."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.loaded import lexicon
from tests.transforms.lexicon.rows import hits, keys, row
from transforms.base.codes import MentionForm
from transforms.base.errors import LexiconError
from transforms.lexicon.bodies import (
    Body,
    BodyHead,
    BodyKind,
    Portfolio,
    Takes,
    body_entries,
    composed_id,
    composed_name,
    head_entries,
    portfolio_entries,
)
from transforms.lexicon.entries import Category


def bodies() -> dict[str, Body]:
    return {entry.payload.id: entry.payload for entry in lexicon().entries if isinstance(entry.payload, Body)}


def body(text: str) -> Body:
    payload = hits(text, Category.BODY)[0].entry.payload
    assert isinstance(payload, Body)
    return payload


@pytest.mark.parametrize(
    ("text", "key", "country"),
    [
        ("الأمم المتحدة", "un", None),
        ("ومجلس الأمن الدولي", "un.security_council", None),
        ("الاتحاد الأوروبي", "eu", None),
        ("المفوضية الأوروبية", "eu.commission", None),
        ("البرلمان الأوروبي", "eu.parliament", None),
        ("بالجامعة العربية", "arab_league", None),
        ("مجلس التعاون الخليجي", "gcc", None),
        ("حلف الناتو", "nato", None),
        ("الصليب الأحمر", "icrc", None),
        ("الائتلاف الوطني لقوى الثورة والمعارضة السورية", "syr.coalition", "SYR"),
        ("الإئتلاف الوطني السوري", "syr.coalition", "SYR"),
        ("للائتلاف الوطني السوري", "syr.coalition", "SYR"),
        ("الهيئة العليا للمفاوضات", "syr.negotiations", "SYR"),
        ("هيئة التفاوض السورية", "syr.negotiations", "SYR"),
        ("اللجنة الدستورية", "syr.constitutional", "SYR"),
        ("المجلس الوطني الكردي", "syr.knc", "SYR"),
        ("قسد", "syr.sdf", "SYR"),
        ("حماس", "pse.hamas", "PSE"),
        ("حزب الله", "lbn.hezbollah", "LBN"),
        ("جماعة أنصار الله", "yem.houthis", "YEM"),
        ("الكنيست", "ISR.parliament", "ISR"),
    ],
)
def test_known_bodies(text: str, key: str, country: str | None) -> None:
    assert (body(text).id, body(text).country) == (key, country)


def test_the_history_of_a_body_is_one_id() -> None:
    assert body("الهيئة العليا للمفاوضات").id == body("هيئة التفاوض السورية").id
    assert body("منظمة المؤتمر الإسلامي").id == body("منظمة التعاون الإسلامي").id


def test_acronyms_say_so() -> None:
    assert body("اليونيسف").form is MentionForm.ACRONYM
    assert body("منظمة الأمم المتحدة للطفولة").form is MentionForm.FULL


@pytest.mark.parametrize("text", ["حماس", "فتح", "القاعدة", "منظمة التحرير"])
def test_names_that_are_plain_words_are_flagged(text: str) -> None:
    assert body(text).ambiguous
    assert not body("حركة حماس").ambiguous


@pytest.mark.parametrize("text", ["أفاد", "اللقاء", "المجلس", "الائتلاف", "الحكومة"])
def test_plain_words_are_no_bodies(text: str) -> None:
    assert keys(text, Category.BODY) == []


@pytest.mark.parametrize("text", ["اللقاء الديمقراطي", "اللقاء المشترك", "اللقاء الوطني", "اللقاء التشاوري"])
def test_bodies_that_are_called_a_meeting(text: str) -> None:
    assert "اللقاء" not in body(text).shorts


def test_short_forms_are_hits_of_their_own() -> None:
    assert keys("قال الائتلاف", Category.BODY) == []
    (short,) = keys("قال الائتلاف", Category.BODY_SHORT)
    assert short in body("الائتلاف الوطني السوري").shorts
    assert keys("قالت الهيئة", Category.BODY_SHORT)[0] in body("هيئة التفاوض السورية").shorts


def test_international_bodies_have_no_country_and_the_others_have_one() -> None:
    for key, each in bodies().items():
        if each.kind is BodyKind.INTERNATIONAL:
            assert each.country is None, key
        if each.kind in (BodyKind.GOVERNMENT, BodyKind.MINISTRY, BodyKind.PARLIAMENT, BodyKind.PARTY):
            assert each.country is not None, key


def test_one_body_has_one_name_and_country() -> None:
    facts = {
        (entry.payload.id, entry.payload.name, entry.payload.name_en, entry.payload.country, entry.payload.kind)
        for entry in lexicon().entries
        if isinstance(entry.payload, Body)
    }
    assert [key for key, count in Counter(fact[0] for fact in facts).items() if count > 1] == []


def test_an_id_with_a_country_in_front_is_that_of_the_country() -> None:
    for key, each in bodies().items():
        head = key.split(".")[0]
        if each.country is not None and len(head) == 3:
            assert head.upper() == each.country, key


def test_a_known_body_carries_the_id_that_would_be_composed() -> None:
    (head,), (portfolio,) = hits("وزارة", Category.BODY_HEAD), hits("الخارجية", Category.PORTFOLIO)
    assert isinstance(head.entry.payload, BodyHead)
    assert isinstance(portfolio.entry.payload, Portfolio)
    composed = composed_id(head.entry.payload, portfolio.entry.payload, "USA")
    assert composed == "USA.ministry.foreign_affairs" == body("وزارة الخارجية الأمريكية").id


@pytest.mark.parametrize("key", [key for key in ("SYR", "LBN", "IRQ", "EGY", "TUR", "IRN", "ISR", "USA", "RUS")])
def test_the_parliament_of_a_large_state_is_known(key: str) -> None:
    assert bodies()[f"{key}.parliament"].kind is BodyKind.PARLIAMENT


def test_external_ids_are_items() -> None:
    assert bodies()["un"].external_ids == ("wikidata:Q1065",)
    ids = [each for body in bodies().values() for each in body.external_ids]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("وزارة", "ministry"),
        ("السفارة", "embassy"),
        ("للحكومة", "government"),
        ("مجلس الوزراء", "cabinet"),
        ("مجلس النواب", "parliament"),
        ("القنصلية العامة", "consulate"),
        ("رئاسة الجمهورية", "presidency"),
    ],
)
def test_heads(text: str, key: str) -> None:
    assert keys(text, Category.BODY_HEAD)[0] == key


def test_heads_say_what_they_take() -> None:
    payload = hits("وزارة", Category.BODY_HEAD)[0].entry.payload
    assert isinstance(payload, BodyHead)
    assert payload.takes == {Takes.PORTFOLIO, Takes.NATIONALITY, Takes.COUNTRY}


@pytest.mark.parametrize(
    ("text", "key", "definite", "alone"),
    [
        ("الخارجية", "foreign_affairs", True, True),
        ("الخارجية والمغتربين", "foreign_affairs", True, False),
        ("خارجية", "foreign_affairs", False, False),
        ("الشؤون الخارجية والتعاون", "foreign_affairs", True, False),
        ("الدفاع", "defence", True, True),
        ("الاقتصاد", "economy", True, False),
    ],
)
def test_portfolios(text: str, key: str, definite: bool, alone: bool) -> None:
    hit = hits(text, Category.PORTFOLIO)[0]
    assert (hit.first, hit.last) == (0, len(text.split()))
    assert isinstance(hit.entry.payload, Portfolio)
    assert (hit.entry.key, hit.entry.payload.definite, hit.entry.payload.alone) == (key, definite, alone)


MINISTRY = BodyHead("ministry", BodyKind.MINISTRY, frozenset(Takes), "Ministry of {portfolio} of {country}")
DEFENCE = Portfolio("defence", "Defence", definite=True, alone=True)


@pytest.mark.parametrize(
    ("portfolio", "country", "country_en", "key", "name"),
    [
        (DEFENCE, "TUR", "Türkiye", "TUR.ministry.defence", "Ministry of Defence of Türkiye"),
        (DEFENCE, None, None, "ministry.defence", "Ministry of Defence"),
        (None, "TUR", "Türkiye", "TUR.ministry", "Ministry of Türkiye"),
        (None, None, None, "ministry", "Ministry"),
    ],
)
def test_composition(
    portfolio: Portfolio | None, country: str | None, country_en: str | None, key: str, name: str
) -> None:
    assert composed_id(MINISTRY, portfolio, country) == key
    assert composed_name(MINISTRY, portfolio, country_en) == name


GOOD = {"id": "x", "name": "هيئة كذا", "name_en": "So", "kind": "party", "country": "FRA"}
HEAD = {"id": "x", "kind": "party", "takes": "name", "name_en": "So", "surfaces": "حزب"}


@pytest.mark.parametrize(
    ("reader", "fields", "detail"),
    [
        pytest.param(body_entries, {**GOOD, "kind": "club"}, "'kind' must be one of", id="unknown kind"),
        pytest.param(body_entries, {**GOOD, "country": "FR"}, "alpha-3", id="bad country"),
        pytest.param(body_entries, {**GOOD, "wikidata": "1065"}, "must be Q and digits", id="bad item"),
        pytest.param(body_entries, {**GOOD, "name": ""}, "'name' is missing", id="no name"),
        pytest.param(body_entries, {**GOOD, "note": ""}, "'note' is missing", id="no note"),
        pytest.param(body_entries, {**GOOD, "ambiguous": "كذا"}, "no surface of this row", id="stray flag"),
        pytest.param(body_entries, {**GOOD, "acronym": "X"}, "unknown field", id="unknown field"),
        pytest.param(head_entries, {**HEAD, "takes": "verb"}, "'takes' may name", id="takes what"),
        pytest.param(head_entries, {**HEAD, "takes": ""}, "'takes' is missing", id="takes nothing"),
        pytest.param(head_entries, {**HEAD, "kind": "club"}, "'kind' must be one of", id="head of unknown kind"),
        pytest.param(
            portfolio_entries,
            {"id": "x", "name_en": "So", "definite": "الدفاع", "alone": "دفاع"},
            "no surface of this row",
            id="alone",
        ),
    ],
)
def test_refused(reader: object, fields: dict[str, object], detail: str) -> None:
    assert callable(reader)
    with pytest.raises(LexiconError, match=detail):
        list(reader(row(**fields)))
