"""Second parties told apart from the first, owners of meetings, calls in which somebody was congratulated."""

from __future__ import annotations

import pytest

from tests.transforms.meetings.staging import KARIM, MONA, SALIM, A, B, C, names, sides, staged
from transforms.base.codes import Status

SIDES = {
    "between_and_between": (f"عقد اجتماع بين {A} وبين {B} في جنيف أمس.", [SALIM], [KARIM]),
    "congratulated_in_a_call": (f"هنأ {A} في اتصال هاتفي {B} بالعيد.", [SALIM], [KARIM]),
    "told_of_in_a_call": (f"عزى {A} خلال اتصال هاتفي {C}.", [SALIM], [MONA]),
    "aim_of_a_visit": (f"يزور {A} غدا القاهرة للقاء {B} و{C}.", [SALIM], [KARIM, MONA]),
    "to_whom_was_a_meeting": (f"كان ل{A} لقاء مع {B} في جنيف.", [SALIM], [KARIM]),
}


@pytest.mark.parametrize(("text", "left", "right"), SIDES.values(), ids=SIDES)
def test_sides(text: str, left: list[str], right: list[str]) -> None:
    assert sides(staged(text)) == [(left, right)]


def test_duties_of_the_first_party_stand_before_the_second() -> None:
    stage = staged(f"وشدد على أن مباحثات القاهرة بين {A} ولي العهد الثاني و{B} كانت جيدة.").office("ولي العهد الثاني")
    assert sides(stage) == [([SALIM], [KARIM])]
    assert [each.status for each in stage.find()[0]] == [Status.HELD]


STATUS = {
    "for_talks": (f"وصل {A} إلى موسكو أمس لإجراء مباحثات مع {B}.", Status.PLANNED),
    "in_order_to_hold": (f"توجه {A} إلى موسكو بهدف عقد اجتماع مع {B}.", Status.PLANNED),
    "prepared_and_to_be_held": (
        f"عقد الوزراء اجتماعا تمهيدا للاجتماع المشترك بين {A} و{C} الذي سيعقد غدا.",
        Status.PLANNED,
    ),
}


@pytest.mark.parametrize(("text", "status"), STATUS.values(), ids=STATUS)
def test_meetings_to_come(text: str, status: Status) -> None:
    reports, _ = staged(text).find()
    assert [each.status for each in reports] == [status]


def test_a_subject_that_nobody_knows_is_nobody_told_before() -> None:
    text = f"جرى اتصال بين {A} و{B}. وقال مصدر إن القيادة الشرقية عقدت سلسلة اجتماعات مع {C}."
    assert sides(staged(text)) == [([SALIM], [KARIM])]


def test_the_next_sentence_goes_on_with_whom_one_before_spoke_of() -> None:
    stage = staged(f"بحث {A} و{B} أوجه التعاون. وكان {B} زار القدس أمس. واجتمع مع {C} في مكتبها.")
    assert sides(stage) == [([SALIM], [KARIM]), ([KARIM], [MONA])]


def test_their_meeting_is_of_those_several_told_before() -> None:
    stage = staged(f"شكر {A} وزراء الجوار، الذين يزورون عمان، لحضور اجتماعهم المشترك مع {C}.")
    stage.office("وزراء الجوار", body="مجلس الجوار", plural=True)
    reports, _ = stage.find()
    assert [(names(each, "a"), names(each, "b")) for each in reports] == [(["مجلس الجوار"], [MONA])]


def test_a_body_brought_home_meets_nobody() -> None:
    assert sides(staged(f"استقبل جثمان {A} {C} و{B}.")) == []
