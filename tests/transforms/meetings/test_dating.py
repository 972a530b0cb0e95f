"""Which day a meeting gets."""

from __future__ import annotations

from datetime import date

import pytest

from tests.transforms.meetings.staging import KARIM, PUBLISHED, SALIM, A, B, C, Stage, staged
from transforms.base.codes import Basis, Precision

DAYS = {
    "yesterday": (f"التقى {A} أمس {B}.", date(2021, 3, 9)),
    "today_at_the_end": (f"اجتمع {A} مع {B} في عمان اليوم.", date(2021, 3, 10)),
    "behind_the_arrival": (f"{A} الذي وصل العاصمة السعودية الاثنين، التقى الثلاثاء {B}.", date(2021, 3, 9)),
    "tomorrow": (f"سيلتقي {A} غدا {B}.", date(2021, 3, 11)),
    "not_the_day_of_the_report": (f"عمان 10-3-2021 (بترا) - التقى {A} مساء الثلاثاء في عمان {B}.", date(2021, 3, 9)),
    "right_behind_the_parties": (f"قال {A} في تصريحات الاثنين، عقب لقائه {B}، أمس، إن العمل مستمر.", date(2021, 3, 9)),
    "not_of_the_next_verb": (f"التقى {A} يوم الاثنين {B} في عمان، وتحول أمس إلى العقبة.", date(2021, 3, 8)),
}


@pytest.mark.parametrize(("text", "day"), DAYS.values(), ids=DAYS)
def test_day(text: str, day: date) -> None:
    reports, _ = staged(text).find()
    assert [(each.when.interval.earliest, each.when.interval.latest) for each in reports] == [(day, day)]


def test_the_same_day_is_that_of_the_meeting_before() -> None:
    text = f"جلس {A} صباح الاثنين مع {B}، قبل أن يلتقي مساء اليوم ذاته السفيرة الهولندية منى الراوي."
    reports, _ = staged(text).find()
    assert [each.when.interval.earliest for each in reports] == [date(2021, 3, 8), date(2021, 3, 8)]


def test_day_of_an_announcement_is_not_the_meetings() -> None:
    reports, _ = staged(f"كشف مصدر أمس السبت أن {A} سيلتقي {B}.").find()
    assert [each.when.surface for each in reports] == [None]


def test_past_days_do_not_date_what_is_to_come() -> None:
    reports, _ = staged(f"سيلتقي {A} {B} الأسبوع الماضي.").find()
    assert [each.when.surface for each in reports] == [None]


def test_coming_days_do_not_date_what_was_held() -> None:
    reports, _ = staged(f"قال {A} بعد لقائه {B} إنه سيزور عمان الأسبوع المقبل.").find()
    assert [each.when.surface for each in reports] == [None]


def test_undated_held_is_before_its_publication() -> None:
    reports, _ = staged(f"التقى {A} {B}.").find()
    when = reports[0].when
    assert (when.interval.earliest, when.interval.latest) == (None, PUBLISHED)
    assert (when.precision, when.basis) == (Precision.BEFORE, Basis.PUBLICATION)


def test_undated_planned_has_no_bound() -> None:
    reports, _ = staged(f"من المقرر أن يلتقي {A} {B}.").find()
    assert reports[0].when.basis is Basis.NONE


def test_without_a_publication_nothing_bounds() -> None:
    stage = Stage(f"التقى {A} {B}.", published=None)
    stage.person(A, SALIM, "JOR").person(B, KARIM, "EGY")
    reports, _ = stage.find()
    assert reports[0].when.interval.latest is None


SERIES = f"عقد {A} الاثنين في بيروت سلسلة لقاءات مع نظرائه، بحسب الاتحاد الأوروبي. "


def test_a_series_lends_its_day_and_place() -> None:
    stage = staged(f"{SERIES}وكان اللقاء الأول مع {B}. تلاه لقاء آخر مع {C}.").body("الاتحاد الأوروبي")
    reports, _ = stage.find()
    assert [each.when.interval.earliest for each in reports] == [date(2021, 3, 8)] * 2
    assert [each.where.country for each in reports] == ["LBN"] * 2


def test_a_series_lends_nothing_to_a_meeting_with_a_day() -> None:
    reports, _ = staged(f"{SERIES}وكان اللقاء الأخير أمس مع {B}.").body("الاتحاد الأوروبي").find()
    assert [each.where.country for each in reports] == [None]
