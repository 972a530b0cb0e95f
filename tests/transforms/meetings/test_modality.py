"""Status, and what is no occasion at all. Names and events are invented."""

from __future__ import annotations

import pytest

from tests.transforms.meetings.staging import A, B, staged
from transforms.base.codes import CandidateReason, Status

STATUS = {
    "past": (f"التقى {A} {B} في عمان.", Status.HELD),
    "future_sign": (f"سيلتقي {A} غدا {B} في عمان.", Status.PLANNED),
    "scheduled": (f"من المقرر أن يلتقي {A} {B} في عمان.", Status.PLANNED),
    "intends": (f"يعتزم {A} لقاء {B} في عمان.", Status.PLANNED),
    "aim": (f"سافر {A} إلى القاهرة ليلتقي {B}.", Status.PLANNED),
    "where": (f"وصل {A} إلى القاهرة حيث يلتقي {B}.", Status.PLANNED),
    "on_a_visit": (f"يزور {A} القاهرة في زيارة يلتقي خلالها {B}.", Status.PLANNED),
    "during_the_visit": (f"قال متحدث إن العمل مستمر.\n\nويلتقي {A} خلال الزيارة {B}.", Status.PLANNED),
    "expected": (f"توقعت مصادر حصول لقاء بين {A} و{B}.", Status.PLANNED),
    "told_behind": (f"أعلن القصر أن اجتماعا بين {A} و{B}، سيعقد اليوم الجمعة.", Status.PLANNED),
    "agreed_during": (f"تم الاتفاق خلال اجتماع {A} مع {B}، على أن تتولى لجنة المهمة.", Status.HELD),
    "called_off": (f"ألغي لقاء كان مقررا أمس بين {A} و{B}.", Status.CANCELLED),
    "supposed": (f"كان من المفترض أن يلتقي {A} اليوم {B} في عمان.", Status.CANCELLED),
    "denied": (f"نفى متحدث الأنباء عن لقاء جمع {A} ب{B} في عمان.", Status.DENIED),
}


@pytest.mark.parametrize(("text", "status"), STATUS.values(), ids=STATUS)
def test_status(text: str, status: Status) -> None:
    reports, _ = staged(text).find()
    assert [each.status for each in reports] == [status]


NO_OCCASION = {
    "demand_noun": (f"دعا {A} إلى عقد اجتماع عاجل مع {B}.", CandidateReason.DEMAND),
    "demand_verb": (f"طالب النواب بأن يلتقي {A} {B}.", CandidateReason.DEMAND),
    "condition": (f"لو التقى {A} {B} غدا لاتفقا.", CandidateReason.HYPOTHETICAL),
    "may_be_held": (f"قالت مصادر إن قمة أخرى بين {A} و{B} قد تعقد هذا العام.", CandidateReason.HYPOTHETICAL),
    "negated": (f"لم يلتق {A} {B} في عمان.", CandidateReason.DENIAL_OF_OTHER),
    "habit": (f"يلتقي دوريا {A} {B} في عمان.", CandidateReason.HABITUAL),
    "interview": (f"قال {A} في لقاء تلفزيوني مع {B} إن العمل مستمر.", CandidateReason.INTERVIEW),
    "readiness": (f"أبدى {A} استعداده للقاء {B}.", CandidateReason.READINESS),
}


@pytest.mark.parametrize(("text", "reason"), NO_OCCASION.values(), ids=NO_OCCASION)
def test_no_occasion(text: str, reason: CandidateReason) -> None:
    reports, candidates = staged(text).find()
    assert reports == ()
    assert [each.reason for each in candidates] == [reason]
