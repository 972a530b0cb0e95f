"""Countries, cities, regions, landmarks: complete, well coded, and not found where they do not stand."""

from __future__ import annotations

import pytest

from tests.loaded import lexicon
from tests.transforms.lexicon.rows import hits, keys, row
from transforms.base.errors import LexiconError
from transforms.lexicon.entries import Category
from transforms.lexicon.geography import (
    City,
    Country,
    Landmark,
    city_entries,
    country_entries,
    decoy_entries,
    landmark_entries,
    region_entries,
    told_by_marks,
)

MEMBERS = """
AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA BRN BGR BFA BDI CPV KHM
CMR CAN CAF TCD CHL CHN COL COM COG CRI CIV HRV CUB CYP CZE PRK COD DNK DJI DMA DOM ECU EGY SLV GNQ ERI EST SWZ ETH FJI
FIN FRA GAB GMB GEO DEU GHA GRC GRD GTM GIN GNB GUY HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM JPN JOR KAZ KEN KIR
KWT KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX MDG MWI MYS MDV MLI MLT MHL MRT MUS MEX FSM MDA MCO MNG MNE MAR MOZ MMR NAM
NRU NPL NLD NZL NIC NER NGA MKD NOR OMN PAK PLW PAN PNG PRY PER PHL POL PRT QAT KOR ROU RUS RWA KNA LCA VCT WSM SMR STP
SAU SEN SRB SYC SLE SGP SVK SVN SLB SOM ZAF SSD ESP LKA SDN SUR SWE CHE SYR TJK TZA THA TLS TGO TON TTO TUN TUR TKM TUV
UGA UKR ARE GBR USA URY UZB VUT VEN VNM YEM ZMB ZWE
""".split()  # noqa: SIM905
BESIDE_THE_MEMBERS = ["VAT", "PSE", "XKX", "TWN", "ESH"]


def payloads(category: Category) -> list[object]:
    return [entry.payload for entry in lexicon().entries if entry.category is category]


def test_every_state_has_names() -> None:
    assert len(set(MEMBERS)) == 193
    known = {payload.country for payload in payloads(Category.COUNTRY) if isinstance(payload, Country)}
    assert set(MEMBERS + BESIDE_THE_MEMBERS) <= known


def test_every_member_has_a_capital() -> None:
    capitals = {payload.country for payload in payloads(Category.CITY) if isinstance(payload, City) and payload.capital}
    assert set(MEMBERS) - capitals == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("سوريا", "SYR"),
        ("سورية", "SYR"),
        ("الجمهورية العربية السورية", "SYR"),
        ("أمريكا", "USA"),
        ("أميركا", "USA"),
        ("الولايات المتحدة الأميركية", "USA"),
        ("المملكة المتحدة", "GBR"),
        ("وبريطانيا", "GBR"),
        ("روسيا الاتحادية", "RUS"),
        ("للأردن", "JOR"),
        ("وللكويت", "KWT"),
        ("بالإمارات", "ARE"),
        ("سلطنة عُمان", "OMN"),
        ("كوريا الشمالية", "PRK"),
        ("جنوب السودان", "SSD"),
        ("الكونغو الديمقراطية", "COD"),
        ("فلسطين", "PSE"),
        ("كوسوفو", "XKX"),
        ("تايوان", "TWN"),
        ("الصحراء الغربية", "ESH"),
        ("النمسا", "AUT"),
        ("شيلي", "CHL"),
    ],
)
def test_countries(text: str, code: str) -> None:
    assert keys(text, Category.COUNTRY)[0] == code


@pytest.mark.parametrize("text", ["الهندسة", "هند", "الماليزيون", "تشادد", "إيرانية", "قطرات", "الغانم", "بنمط"])
def test_a_country_is_not_found_inside_another_word(text: str) -> None:
    assert keys(text, Category.COUNTRY) == []


@pytest.mark.parametrize("text", ["مالي", "بنين", "نيجر", "سلفادور", "سويد"])
def test_a_surface_with_another_common_meaning_is_flagged(text: str) -> None:
    (hit,) = hits(text, Category.COUNTRY)
    assert isinstance(hit.entry.payload, Country)
    assert hit.entry.payload.ambiguous


@pytest.mark.parametrize(("text", "longer"), [("الشرق الأوسط", Category.REGION), ("أمريكا اللاتينية", Category.REGION)])
def test_a_region_covers_the_country_inside_it(text: str, longer: Category) -> None:
    (region,) = hits(text, longer)
    assert all(region.first <= hit.first and hit.last < region.last + 1 for hit in hits(text, Category.COUNTRY))


@pytest.mark.parametrize("text", ["صلاة المغرب", "مسقط رأسه", "اتفاق باريس"])
def test_decoys(text: str) -> None:
    (decoy,) = hits(text, Category.DECOY)
    inside = [*hits(text, Category.COUNTRY), *hits(text, Category.CITY)]
    assert inside
    assert all(decoy.first <= hit.first and hit.last <= decoy.last for hit in inside)


@pytest.mark.parametrize(
    ("text", "city", "country"),
    [("عُمان", False, True), ("عمّان", True, False), ("عَمّان", True, False), ("عمان", None, None)],
)
def test_marks_tell_amman_from_oman(text: str, city: bool | None, country: bool | None) -> None:
    (amman,), (oman,) = hits(text, Category.CITY), hits(text, Category.COUNTRY)
    assert isinstance(amman.entry.payload, City)
    assert isinstance(oman.entry.payload, Country)
    assert (amman.entry.payload.country, oman.entry.payload.country) == ("JOR", "OMN")
    assert told_by_marks(text, amman.entry.payload) is city
    assert told_by_marks(text, oman.entry.payload) is country
    assert (amman.entry.payload.ambiguous, oman.entry.payload.ambiguous) == (False, True)


@pytest.mark.parametrize("text", ["باكرا", "دوما", "كان", "كيف", "مشهد", "الخبر", "جورجتاون"])
def test_a_city_with_another_common_meaning_is_flagged(text: str) -> None:
    flags = [hit.entry.payload.ambiguous for hit in hits(text, Category.CITY) if isinstance(hit.entry.payload, City)]
    assert flags == [True]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("إسطنبول", "TUR"),
        ("غازي عينتاب", "TUR"),
        ("بجنيف", "CHE"),
        ("نور سلطان", "KAZ"),
        ("شرم الشيخ", "EGY"),
        ("لاهاي", "NLD"),
        ("القامشلي", "SYR"),
        ("وأربيل", "IRQ"),
        ("للرياض", "SAU"),
    ],
)
def test_cities(text: str, country: str) -> None:
    hit = hits(text, Category.CITY)[0]
    assert (hit.first, hit.last) == (0, len(text.split()))
    assert isinstance(hit.entry.payload, City)
    assert hit.entry.payload.country == country


@pytest.mark.parametrize(("text", "country"), [("قصر الإليزيه", "FRA"), ("البيت الأبيض", "USA"), ("قصر بعبدا", "LBN")])
def test_landmarks(text: str, country: str) -> None:
    hit = hits(text, Category.LANDMARK)[0]
    assert (hit.first, hit.last) == (0, len(text.split()))
    assert isinstance(hit.entry.payload, Landmark)
    assert hit.entry.payload.country == country


def test_the_city_of_a_landmark_is_known_where_it_is_large() -> None:
    cities = {payload.name for payload in payloads(Category.CITY) if isinstance(payload, City)}
    unknown = {p.city for p in payloads(Category.LANDMARK) if isinstance(p, Landmark)} - cities
    assert unknown <= {"معراب", "بيت الدين", "بكركي", "الديمان"}


GOOD = {"code": "FRA", "name": "فرنسا", "name_en": "France"}
TOWN = {"name": "ليون", "name_en": "Lyon", "country": "FRA"}


@pytest.mark.parametrize(
    ("reader", "fields", "detail"),
    [
        pytest.param(country_entries, {**GOOD, "code": "fra"}, "alpha-3 code, not 'fra'", id="lower case"),
        pytest.param(country_entries, {**GOOD, "code": "FR"}, "alpha-3 code, not 'FR'", id="two letters"),
        pytest.param(country_entries, {**GOOD, "name": ""}, "'name' is missing", id="no name"),
        pytest.param(country_entries, {**GOOD, "note": ""}, "'note' is missing", id="no note"),
        pytest.param(country_entries, {**GOOD, "ambiguous": "لندن"}, "no surface of this row", id="stray flag"),
        pytest.param(country_entries, {**GOOD, "telling": "لُندن"}, "no surface of this row", id="stray spelling"),
        pytest.param(country_entries, {**GOOD, "nmae": "x"}, "unknown field 'nmae'", id="unknown field"),
        pytest.param(city_entries, {**TOWN, "capital": "maybe"}, "must be yes or no", id="capital"),
        pytest.param(city_entries, {**TOWN, "country": ""}, "'country' is missing", id="city without country"),
        pytest.param(city_entries, {**TOWN, "variants": "..."}, "has no word", id="no word"),
        pytest.param(region_entries, {"name": "كذا", "name_en": "So", "country": "F"}, "alpha-3", id="region"),
        pytest.param(region_entries, {"name": "كذا"}, "'name_en' is missing", id="region without English"),
        pytest.param(landmark_entries, {"name": "كذا", "country": "FRA"}, "'city' is missing", id="landmark"),
        pytest.param(decoy_entries, {"surfaces": "كذا", "note": ""}, "'note' is missing", id="decoy"),
    ],
)
def test_refused(reader: object, fields: dict[str, object], detail: str) -> None:
    assert callable(reader)
    with pytest.raises(LexiconError, match=detail):
        list(reader(row(**fields)))
