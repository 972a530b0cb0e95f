"""Phrases: persons and offices with body and country, delegations, counterparts."""

from __future__ import annotations

import pytest

from tests.transforms.actors.casting import cast_of, phrase_of
from transforms.actors import PhraseKind

#: Text, words of the phrase (folded), kind, country, destination.
CASES = {
    "head_of_opposition": (
        "عقد رئيس الائتلاف الوطني السوري هادي البحرة اجتماعاً.",
        "هادي البحره",
        PhraseKind.PERSON,
        "SYR",
        None,
    ),
    "envoy_has_a_destination": (
        "التقى المبعوث الفرنسي الخاص إلى سورية جان فرنسوا جيلوم.",
        "جيلوم",
        PhraseKind.PERSON,
        "FRA",
        "SYR",
    ),
    "envoy_of_a_president": (
        "التقى مبعوث الرئيس الفرنسي الخاص للملف السوري “فرانسوا سينيمو” في المقر.",
        "سينيمو",
        PhraseKind.PERSON,
        "FRA",
        None,
    ),
    "envoy_of_the_un": (
        "التقى المبعوث الخاص للأمين العام للأمم المتحدة إلى اليمن هانس ليندبرغ.",
        "ليندبرغ",
        PhraseKind.PERSON,
        None,
        "YEM",
    ),
    "officials_of_a_ministry": (
        "التقى مسؤولين في الخارجية التركية أمس.",
        "مسؤولين",
        PhraseKind.OFFICE,
        "TUR",
        None,
    ),
    "delegation": ("بحث التطورات مع وفدٍ من الخارجية الأمريكية.", "وفد من", PhraseKind.DELEGATION, "USA", None),
    "field_adjective_is_no_country": (
        "التقى مدير الملف السوري في وزارة الخارجية التركية السفير سلجوق أونال.",
        "اونال",
        PhraseKind.PERSON,
        "TUR",
        None,
    ),
    "country_as_complement": (
        "التقى مندوبة النرويج الدائمة لدى الأمم المتحدة إنغريد هالفسن.",
        "هالفسن",
        PhraseKind.PERSON,
        "NOR",
        None,
    ),
    "finance_is_not_mali": ("التقى وزير المالية التونسي سمير القلعي.", "القلعي", PhraseKind.PERSON, "TUN", None),
    "body_inside_the_office": (
        "قال رئيس الحكومة السورية المؤقتة سمير القلعي.",
        "القلعي",
        PhraseKind.PERSON,
        "SYR",
        None,
    ),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_phrase(case: str) -> None:
    text, words, kind, country, destination = CASES[case]
    phrase, _ = phrase_of(text, words)
    assert (phrase.kind, phrase.country, phrase.destination) == (kind, country, destination)


def test_adjective_stands_for_the_body() -> None:
    phrase, cast = phrase_of("التقى المبعوث الأممي جير بيدرسون.", "بيدرسون")
    assert phrase.body is not None
    assert cast.actors[phrase.body].name == "الأمم المتحدة"
    assert phrase.country is None


def test_counterpart() -> None:
    phrase, cast = phrase_of("بحث الوزير مع نظيره التركي مراد تشاكر العلاقات.", "نظيره")
    assert phrase.counterpart
    assert phrase.country == "TUR"
    assert phrase.person is not None
    assert cast.actors[phrase.person].name == "مراد تشاكر"


def test_flags() -> None:
    former, _ = phrase_of("قال الرئيس السابق سمير القلعي إن اللقاء مثمر.", "القلعي")
    acting, _ = phrase_of("قال الوزير بالنيابة سمير القلعي إن اللقاء مثمر.", "القلعي")
    assert former.former
    assert acting.acting


def test_apposition_gives_role_and_country() -> None:
    phrase, _ = phrase_of("برئاسة “ريتشارد أوتزن” كبير مستشاري المبعوث الأمريكي إلى سوريا.", "ريتشارد")
    assert phrase.country == "USA"
    assert phrase.role is not None


def test_object_behind_a_name_is_no_apposition() -> None:
    _, cast = cast_of("وشكر “عبد الرحمن مصطفى” الوفد الأمريكي على جهوده.")
    assert [phrase.kind for phrase in cast.phrases[:2]] == [PhraseKind.PERSON, PhraseKind.DELEGATION]


def test_holder_of_an_office_without_a_name() -> None:
    phrase, cast = phrase_of(
        "قال رئيس هيئة التفاوض السورية بدر جاموس ذلك. وأكد رئيس هيئة التفاوض دعمه.", "رئيس هيئه التفاوض دعمه"
    )
    assert phrase.person is None
    assert phrase.holder is not None
    assert cast.actors[phrase.holder].name == "بدر جاموس"


def test_phrases_are_ordered_and_do_not_overlap() -> None:
    _, cast = cast_of(
        "التقى وزير الخارجية التركي في أنقرة وفداً من الائتلاف الوطني السوري برئاسة هادي البحرة والسفير الفرنسي."
    )
    ends = [phrase.last for phrase in cast.phrases]
    starts = [phrase.first for phrase in cast.phrases]
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
