"""Who is named to a meeting later, and on which side."""

from __future__ import annotations

import pytest

from tests.transforms.meetings.staging import KARIM, SALIM, A, B, Stage, names, sides, staged

HANI, LAMIA = "هاني الورد", "لمياء الساحل"
TOLD = f"التقى {A} في عمان {B}. "


def stage_of(text: str) -> Stage:
    stage = staged(text)
    stage.person(f"السفير المصري {HANI}", HANI, "EGY").person(f"المستشارة الأردنية {LAMIA}", LAMIA, "JOR")
    stage.person(HANI, HANI).person(LAMIA, LAMIA)
    stage.delegation("الوفد المصري", "EGY", definite=True)
    return stage


LATER = {
    "attended_guest": (f"{TOLD}وحضر اللقاء السفير المصري {HANI}.", [SALIM], [KARIM, HANI]),
    "attended_host": (f"{TOLD}وحضر اللقاء المستشارة الأردنية {LAMIA}.", [SALIM, LAMIA], [KARIM]),
    "attended_both": (
        f"{TOLD}حضر اللقاء المستشارة الأردنية {LAMIA} والسفير المصري {HANI}.",
        [SALIM, LAMIA],
        [KARIM, HANI],
    ),
    "delegation_comprised": (f"{TOLD}وضم الوفد المصري {HANI}.", [SALIM], [KARIM, HANI]),
    "unknown_side_is_the_hosts": (f"{TOLD}وحضر اللقاء {LAMIA}.", [SALIM, LAMIA], [KARIM]),
    "inside_the_sentence": (f"التقى {A} في عمان {B}، بحضور السفير المصري {HANI}.", [SALIM], [KARIM, HANI]),
}


@pytest.mark.parametrize(("text", "side_a", "side_b"), LATER.values(), ids=LATER)
def test_later(text: str, side_a: list[str], side_b: list[str]) -> None:
    assert sides(stage_of(text)) == [(side_a, side_b)]


def test_a_third_country_stands_beside_the_sides() -> None:
    stage = staged(f"{TOLD}وحضر اللقاء السفير الفرنسي {HANI}.").person(f"السفير الفرنسي {HANI}", HANI, "FRA")
    reports, _ = stage.find()
    assert names(reports[0], "other") == [HANI]


def test_a_list_of_another_event_is_not_the_meetings() -> None:
    reports, _ = stage_of(f"{TOLD}وحضر المستشارة الأردنية {LAMIA} حفلا غنائيا.").find()
    assert LAMIA not in names(reports[0], "a")


def test_attendees_of_the_meeting_that_its_word_names() -> None:
    text = (
        f"عقد {A} جلسة مشاورات مع {B}. وسيلتقي غدا وزير الخارجية الفرنسي جان مارتن. "
        f"وذكر بيان أن جلسة المشاورات حضرها أيضا المستشارة الأردنية {LAMIA}."
    )
    stage = stage_of(text).person("وزير الخارجية الفرنسي جان مارتن", "جان مارتن", "FRA")
    assert sides(stage) == [([SALIM, LAMIA], [KARIM]), ([SALIM], ["جان مارتن"])]
