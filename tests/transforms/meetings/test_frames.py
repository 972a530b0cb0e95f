"""Frames: which words are the sides, for every kind of trigger. Names and events are invented."""

from __future__ import annotations

import pytest

from tests.transforms.meetings.staging import KARIM, MONA, SALIM, A, B, C, names, sides, staged

SIDES = {
    "object": (f"التقى {A}، أمس، {B}.", [SALIM], [KARIM]),
    "object_by_bi": (f"التقى {A} ب{B} في عمان.", [SALIM], [KARIM]),
    "with": (f"اجتمع {A}، أمس، مع {B}.", [SALIM], [KARIM]),
    "with_after_topic": (f"بحث {A} آخر التطورات السياسية مع {B}.", [SALIM], [KARIM]),
    "subject_first": (f"{A} يلتقي {B} في القاهرة", [SALIM], [KARIM]),
    "received": (f"استقبل {A} في مكتبه {C}.", [SALIM], [MONA]),
    "light_verb": (f"عقد {A} اجتماعا مع {B}.", [SALIM], [KARIM]),
    "light_verb_conducted": (f"أجرى {A}، اليوم، مباحثات مع {B}.", [SALIM], [KARIM]),
    "call_received": (f"تلقى {A} اتصالا هاتفيا من {B}.", [SALIM], [KARIM]),
    "call_made": (f"أجرى {A} اتصالا هاتفيا ب{B}.", [SALIM], [KARIM]),
    "between": (f"عقد في عمان اجتماع بين {A} و{B}.", [SALIM], [KARIM]),
    "gathered": (f"لقاء جمع {A} ب{B} في عمان.", [SALIM], [KARIM]),
    "relative_light_verb": (f"جاء ذلك خلال لقاء أجراه {A} مع {B}.", [SALIM], [KARIM]),
    "possessor": (f"قال {A} خلال لقائه {B} إن العمل مستمر.", [SALIM], [KARIM]),
    "during_with": (f"أكد {A} خلال اجتماع مع {B} أن العمل مستمر.", [SALIM], [KARIM]),
    "joint_counterparts": (f"التقى {A} في عمان {B} و{C}.", [SALIM], [KARIM, MONA]),
}


@pytest.mark.parametrize(("text", "side_a", "side_b"), SIDES.values(), ids=SIDES)
def test_sides(text: str, side_a: list[str], side_b: list[str]) -> None:
    assert sides(staged(text)) == [(side_a, side_b)]


def test_object_pronoun_reverses_the_sides() -> None:
    text = f"وصل {A} إلى القاهرة أمس. واستقبله {B} في المطار."
    assert sides(staged(text)) == [([KARIM], [SALIM])]


def test_second_verb_has_the_first_ones_subject() -> None:
    text = f"التقى {A} في عمان {B}. كما استقبل {C}."
    assert sides(staged(text)) == [([SALIM], [KARIM]), ([SALIM], [MONA])]


def test_then_makes_two_meetings() -> None:
    text = f"التقى {A} في عمان {B}، ثم {C}."
    reports, _ = staged(text).find()
    assert [names(each, "b") for each in reports] == [[KARIM], [MONA]]


def test_one_occasion_is_one_report() -> None:
    text = (
        f"{A} يبحث مع {B} الأوضاع في المنطقة\n\nالتقى {A}، أمس، {B} في عمان، وبحث معه الأوضاع.\n\n"
        "وقال الكاتب خلال اللقاء إن العمل مستمر."
    )
    reports, candidates = staged(text).find()
    assert len(reports) == 1
    assert [each.report for each in candidates] == [0, 0, 0, 0]
