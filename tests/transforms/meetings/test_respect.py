"""Pronouns of respect, and offices that stand for the person who was told with them. Names are invented."""

from __future__ import annotations

import pytest

from tests.transforms.meetings.staging import Stage, sides

KING, PRINCE, GUEST = "سالم الأول", "كريم بن سالم", "منى الراوي"
A, B, C = f"جلالة الملك {KING}", f"صاحب السمو الأمير {PRINCE}", f"السفيرة الهولندية {GUEST}"


def staged(text: str) -> Stage:
    stage = Stage(text)
    return stage.person(A, KING, "JOR").person(B, PRINCE, "EGY").person(C, GUEST, "NLD")


MEANT = {
    "both": (f"وصل {B} تلبية لدعوة من {A}. وعقد جلالته اجتماعا مع سموه في القصر.", KING, PRINCE),
    "host": (f"وصل {B} إلى عمان وودع {A}. كما استقبل سموه {C}.", PRINCE, GUEST),
    "most_often": (f"قال {B} ذلك. وأكد {B} ونقل تحيات {A}. كما التقى سموه {C}.", PRINCE, GUEST),
}


@pytest.mark.parametrize(("text", "side_a", "side_b"), MEANT.values(), ids=MEANT)
def test_whom_a_pronoun_of_respect_means(text: str, side_a: str, side_b: str) -> None:
    assert sides(staged(text)) == [([side_a], [side_b])]


def test_all_words_of_an_office_tell_its_holder() -> None:
    text = f"افتتح {PRINCE} أمير منطقة الرياض المعرض. كما استقبل أمير منطقة الرياض في مكتبه {C}."
    stage = Stage(text).person(f"{PRINCE} أمير منطقة الرياض", PRINCE).person(C, GUEST, "NLD")
    assert sides(stage.office("أمير منطقة الرياض")) == [([PRINCE], [GUEST])]


def test_subject_of_the_opening_was_reaches_over_a_relative_clause() -> None:
    assert sides(staged(f"وكان {A} الذي قام بزيارة إلى الجنوب، التقى {C}.")) == [([KING], [GUEST])]


def test_host_of_a_guest_with_name_and_office() -> None:
    assert sides(staged(f"أعلن {A} ذلك واستضاف {C} في القصر.")) == [([KING], [GUEST])]
