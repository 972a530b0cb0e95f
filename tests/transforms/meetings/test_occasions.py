"""One occasion, one report: what is told again, what is another meeting."""

from __future__ import annotations

import pytest

from tests.transforms.meetings.staging import KARIM, MONA, SALIM, A, B, C, names, staged
from transforms.base.codes import CandidateReason, Status

COUNTS = {
    "told_again_by_a_noun": (f"التقى {A} في عمان {B}. وجرى خلال اللقاء بحث العلاقات.", 1),
    "told_again_crossed": (f"التقى {A} في عمان {B}. وأكد الناظر عقب لقائه الكاتب متانة العلاقات.", 1),
    "other_counterpart": (f"التقى {A} في عمان {B}. كما التقى {C}.", 2),
    "other_channel": (f"التقى {A} في عمان {B}. وأجرى الكاتب اتصالا هاتفيا ب{C}.", 2),
    "other_day": (f"التقى {A} أمس {B}. وكان الكاتب قد التقى الناظر في 3 يناير 2021 في باريس.", 2),
    "held_and_planned": (f"التقى {A} في عمان {B}. وسيلتقي الكاتب الناظر في 20 مارس 2021 في باريس.", 2),
}


@pytest.mark.parametrize(("text", "count"), COUNTS.values(), ids=COUNTS)
def test_count(text: str, count: int) -> None:
    reports, _ = staged(text).find()
    assert len(reports) == count


def test_every_candidate_ends_somewhere() -> None:
    text = f"التقى {A} في عمان {B}. وجرى خلال اللقاء بحث العلاقات. ودعا إلى عقد اجتماع عاجل مع {C}."
    _, candidates = staged(text).find()
    reasons = [each.reason for each in candidates]
    assert reasons.count(CandidateReason.NEW_OCCASION) == 1
    assert CandidateReason.SAME_OCCASION in reasons
    assert CandidateReason.DEMAND in reasons


def test_further_round_of_the_same_parties() -> None:
    text = f"عقد في عمان اجتماع بين {A} و{B}. وأضاف أن الاجتماع المقبل سيعقد غدا الخميس."
    reports, _ = staged(text).find()
    assert [each.status for each in reports] == [Status.HELD, Status.PLANNED]
    assert (names(reports[1], "a"), names(reports[1], "b")) == ([SALIM], [KARIM])


def test_countries_of_places_part_two_meetings() -> None:
    text = f"التقى {A} في القاهرة {B}. والتقى الكاتب في باريس {C}."
    reports, _ = staged(text).find()
    assert [names(each, "b") for each in reports] == [[KARIM], [MONA]]


def test_evidence_is_a_slice_of_the_text() -> None:
    text = f"بيان صحفي.\n\nالتقى {A} في عمان {B}."
    stage = staged(text)
    reports, _ = stage.find()
    span = reports[0].evidence_span
    assert stage.page.surface(span.start, span.end) == reports[0].evidence
    assert reports[0].evidence.startswith("التقى")
