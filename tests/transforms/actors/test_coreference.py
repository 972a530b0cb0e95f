"""Which mentions are one person's."""

from __future__ import annotations

import pytest

from tests.transforms.actors.casting import people

CASES = {
    "surname_later": ("قال السفير كمال الدبعي إن اللقاء مثمر. وأضاف الدبعي أن الحوار مستمر.", {"كمال الدبعي": 2}),
    "surname_first": ("الدبعي يصل إلى المدينة. قال السفير كمال الدبعي إن اللقاء مثمر.", {"كمال الدبعي": 2}),
    "surname_glued": ("التقى السفير كمال الدبعي الوزير. ورحب الوزير بالدبعي وشكر للدبعي جهوده.", {"كمال الدبعي": 3}),
    "two_with_one_surname": (
        "التقى الوزير سامي القرعان النائبة هدى القرعان. وقال سامي القرعان إن اللقاء مثمر. وردت هدى القرعان بالشكر.",
        {"سامي القرعان": 2, "هدى القرعان": 2},
    ),
    "particle_belongs_to_surname": (
        "قال المبعوث يان فان در فيلدن إن اللقاء مثمر. وأكد فان در فيلدن أن الحوار مستمر.",
        {"يان فان در فيلدن": 2},
    ),
    "surname_with_servant": (
        "قال النائب جاد عبد الصمد إن القانون جاهز. وأضاف عبد الصمد أن التصويت قريب.",
        {"جاد عبد الصمد": 2},
    ),
    "regime_counts": ("يسعى نظام الأسد إلى كسب الوقت.", {"الأسد": 1}),
    "full_name_of_ruler_in_regime": ("يواصل نظام بشار الأسد القصف. ودان المجتمع الدولي الأسد.", {"بشار الأسد": 2}),
    "surname_of_many_needs_a_cue": ("وصل الحريري إلى المدينة.", {}),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_persons_are_counted(case: str) -> None:
    text, wanted = CASES[case]
    assert people(text) == wanted


def test_a_verb_before_the_family_name_of_another_is_no_first_name() -> None:
    text = "وقال حيدر البرزنجي إن الحكومة ماضية.\n\nوعد البرزنجي الدعوات مبكرة."
    assert people(text) == {"حيدر البرزنجي": 2}


def test_a_first_name_behind_a_sheikhs_title_is_the_one_who_bears_it() -> None:
    text = "توفي الشيخ دعيم المبارك الصبيح أمس. وقال الملك: علمنا بوفاة الشيخ دعيم."
    assert people(text) == {"دعيم المبارك الصبيح": 2}


def test_a_first_name_behind_a_verb_of_saying_is_the_one_who_bears_it() -> None:
    text = "فازت المخرجة شيرين الحداوي بالجائزة. وقالت شيرين إن الفيلم طويل. كانت شيرين في البيت."
    assert people(text) == {"شيرين الحداوي": 2}
