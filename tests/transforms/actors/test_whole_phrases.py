"""How far phrases go: bodies that free words name, delegations of them, offices of places, titles, foreign names."""

from __future__ import annotations

import pytest

from tests.transforms.actors.casting import cast_of
from transforms.actors import PhraseKind

#: Text, the whole phrase as written, kind, country.
CASES = {
    "delegation_of_a_union": (
        "استقبل الوزير وفدا من نقابة الصيادلة التونسيين في مكتبه.",
        "وفدا من نقابة الصيادلة التونسيين",
        PhraseKind.DELEGATION,
        "TUN",
    ),
    "delegation_of_a_bodys_leaders": (
        "وصل وفد من قيادات حزب العمال الجزائري إلى المدينة.",
        "وفد من قيادات حزب العمال الجزائري",
        PhraseKind.DELEGATION,
        "DZA",
    ),
    "indefinite_delegation_with_its_adjective": (
        "استقبل الوزير وفدا عسكريا من وزارة الدفاع البلجيكية أمس.",
        "وفدا عسكريا من وزارة الدفاع البلجيكية",
        PhraseKind.DELEGATION,
        "BEL",
    ),
    "bare_nouns_lead_to_a_place": (
        "التقى رئيس غرفة تجارة وصناعة حلب سامر الدالي السفير.",
        "رئيس غرفة تجارة وصناعة حلب سامر الدالي",
        PhraseKind.PERSON,
        "SYR",
    ),
    "leaders_of_units_of_a_town": (
        "التقت اللجنة قادة كتائب بنغازي أمس.",
        "قادة كتائب بنغازي",
        PhraseKind.OFFICE,
        "LBY",
    ),
    "friendship_of_two_nations": (
        "زارت جمعية الصداقة القطرية المجرية المتحف.",
        "جمعية الصداقة القطرية المجرية",
        PhraseKind.BODY,
        "QAT",
    ),
    "a_purpose_is_no_part_of_the_body": (
        "يجتمع مجلس الإدارة لبحث الأزمة.",
        "مجلس الإدارة",
        PhraseKind.BODY,
        None,
    ),
    "ambassadors_of_two_countries_first": (
        "استقبل الرئيس سفيري إيطاليا والسودان.",
        "سفيري إيطاليا",
        PhraseKind.OFFICE,
        "ITA",
    ),
    "ambassadors_of_two_countries_second": (
        "استقبل الرئيس سفيري إيطاليا والسودان.",
        "السودان",
        PhraseKind.OFFICE,
        "SDN",
    ),
    "presidents_of_two_peoples": (
        "اتفق الرئيسان الروسي والتركي على ذلك.",
        "التركي",
        PhraseKind.OFFICE,
        "TUR",
    ),
    "ministers_of_three_countries": (
        "استقبل الملك وزراء خارجية مصر والأردن وقبرص.",
        "قبرص",
        PhraseKind.OFFICE,
        "CYP",
    ),
    "second_of_two_by_name": (
        "التقى وزيرا خارجية مصر والأردن كمال النوراني وسمير الفايزي في المدينة.",
        "سمير الفايزي",
        PhraseKind.PERSON,
        "JOR",
    ),
    "second_told_by_his_people": (
        "بحث الرئيسان المصري كمال النوراني والفرنسي جان دوفيلان الأزمة.",
        "الفرنسي جان دوفيلان",
        PhraseKind.PERSON,
        "FRA",
    ),
    "envoy_to_two_countries": (
        "وصل المبعوث الأميركي إلى سوريا ولبنان توماس باركلي أمس.",
        "المبعوث الأميركي إلى سوريا ولبنان توماس باركلي",
        PhraseKind.PERSON,
        "USA",
    ),
    "minister_and_ambassador": (
        "استقبل وزير الخارجية المصري السفير الفرنسي.",
        "السفير الفرنسي",
        PhraseKind.OFFICE,
        "FRA",
    ),
    "ambassador_behind_an_international_body": (
        "استقبل الأمين العام للجامعة العربية السفير الفرنسي.",
        "السفير الفرنسي",
        PhraseKind.OFFICE,
        "FRA",
    ),
    "ruler_of_the_land": (
        "استقبل صاحب السمو أمير البلاد المفدى الشيخ غانم بن حمد الوفد.",
        "صاحب السمو أمير البلاد المفدى الشيخ غانم بن حمد",
        PhraseKind.PERSON,
        None,
    ),
    "minister_and_minister": (
        "استقبل الوزير وزير خارجية تشاد.",
        "وزير خارجية تشاد",
        PhraseKind.OFFICE,
        "TCD",
    ),
    "ambassador_here": (
        "التقى سفير النمسا لدى البلاد كارلهاينز برامبرغر أمس.",
        "سفير النمسا لدى البلاد كارلهاينز برامبرغر",
        PhraseKind.PERSON,
        "AUT",
    ),
    "governor_of_a_province": (
        "استقبل والي جهة سوس ماسة كريم الطاهري الوفد.",
        "والي جهة سوس ماسة كريم الطاهري",
        PhraseKind.PERSON,
        "MAR",
    ),
    "retired_officer": (
        "حضر نائب رئيس الحرس الوطني الفريق ركن متقاعد فهد الرشيدي اللقاء.",
        "نائب رئيس الحرس الوطني الفريق ركن متقاعد فهد الرشيدي",
        PhraseKind.PERSON,
        None,
    ),
    "name_that_looks_like_a_nationality": (
        "استقبل أمير منطقة عسير تركي بن سعد السفير.",
        "أمير منطقة عسير تركي بن سعد",
        PhraseKind.PERSON,
        "SAU",
    ),
    "foreign_name_behind_an_adjective_of_the_office": (
        "شاركت المستشارة القانونية هيلغا ماسترسن.",
        "المستشارة القانونية هيلغا ماسترسن",
        PhraseKind.PERSON,
        None,
    ),
    "first_name_that_means_something": (
        "التقى الوزير كلا من سعادة السيد رفيع سلطانوف وزير خارجية كازاخستان.",
        "سعادة السيد رفيع سلطانوف وزير خارجية كازاخستان",
        PhraseKind.PERSON,
        "KAZ",
    ),
    "list_behind_a_colon": (
        "وكان الوفد كبيرا، ضم: جورج أبو عساف ومنى الدالي.",
        "جورج أبو عساف",
        PhraseKind.PERSON,
        None,
    ),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_whole_phrase(case: str) -> None:
    text, words, kind, country = CASES[case]
    page, cast = cast_of(text)
    found = {page.text.bare[phrase.start : phrase.end]: phrase for phrase in cast.phrases}
    assert words in found
    assert (found[words].kind, found[words].country) == (kind, country)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("استقبل الملك عبد الله رئيس جامعة الملك سعود.", "جامعة الملك"),
        ("حصل الفريق على المركز الأول في البطولة.", "المركز الأول"),
        ("اجتمع حزب الله اللبناني مع الوفد.", "حزب الله اللبناني"),
    ],
)
def test_no_body_of_free_words(text: str, name: str) -> None:
    _, cast = cast_of(text)
    assert name not in {actor.name for actor in cast.actors}
