"""Frames whose sides are told in other ways: an agent, credentials, datelines, members, continuations."""

from __future__ import annotations

import pytest

from tests.transforms.meetings.staging import KARIM, MONA, SALIM, A, B, C, Stage, names, sides, staged
from transforms.base.codes import Status

SIDES = {
    "passive_by": (f"استقبل {C}، اليوم، من طرف {A}.", [SALIM], [MONA]),
    "passive_from": (f"استقبل {C} من قبل {A} في عمان.", [SALIM], [MONA]),
    "credentials": (f"تسلم {A}، اليوم، نسخة من أوراق اعتماد {C}.", [SALIM], [MONA]),
    "sat_down_to": (f"جلس {A} صباح الخميس إلى {B}.", [SALIM], [KARIM]),
    "met_to": (f"اجتمع {A} أمس إلى {B} في مكتبه.", [SALIM], [KARIM]),
    "apart_to": (f"اختلى {A} إلى {B} قبل الجلسة.", [SALIM], [KARIM]),
    "joined_behind_the_verb": (f"{A} بحث و{B} أوجه التعاون.", [SALIM], [KARIM]),
    "on_its_margins": (f"يشارك {A} في المؤتمر، ومن المتوقع أن يلتقي على هامشه {B}.", [SALIM], [KARIM]),
    "days_before_that": (f"قال مصدر إن {A} و{B} عقدا قبل ذلك بيومين اجتماعا في عمان.", [SALIM], [KARIM]),
    "call_told_apart": (f"تحدث {A}، يوم السبت، هاتفيا مع {B}.", [SALIM], [KARIM]),
    "calls_with_each": (f"أجرى {A} اتصالا هاتفيا بكل من {B}.", [SALIM], [KARIM]),
    "relative_arrival": (f"{A} الذي وصل العاصمة السعودية الأربعاء، التقى {B}.", [SALIM], [KARIM]),
    "before_meeting": (f"غادر {A} عمان قبل أن يلتقي {B}.", [SALIM], [KARIM]),
    "dateline_slash": (f"عمان/ الأناضول/ التقى {A}، اليوم، {B}.", [SALIM], [KARIM]),
    "between_far_second": (f"مشاورات جرت بين {A} الموجود في الخارج و{B}.", [SALIM], [KARIM]),
    "between_each": (f"جرت محادثات بين {A} وكل من {B}.", [SALIM], [KARIM]),
    "between_and_with": (f"تحدثت تقارير عن لقاءات بين {A} مع {B}.", [SALIM], [KARIM]),
    "between_him_and": (f"أعلن {A} عن لقاء مرتقب بينه و{B}.", [SALIM], [KARIM]),
    "two_subjects_of_talks": (f"جاء ذلك خلال محادثات أجراها {A}، و{B}، في القاهرة.", [SALIM], [KARIM]),
    "gathered_between": (f"بيان في ختام اللقاء الكبير الذي جمع بين {A}، و{B}.", [SALIM], [KARIM]),
    "visitor_met": (f"أكد محللون أهمية الزيارة التي قام بها {A} إلى مصر أمس، والتقى خلالها {B}.", [SALIM], [KARIM]),
    "chaired_in_presence": (f"ترأس {A} أمس اجتماعا بحضور {C}.", [SALIM], [MONA]),
    "ended_by_meeting": (f"اختتم {A} زيارته بلقاء {B} في القاهرة.", [SALIM], [KARIM]),
    "office_in_a_longer_place": (f"استقبل {A} بمكتبه بالمدينة الإدارية الجديدة {C}.", [SALIM], [MONA]),
    "far_object": (
        f"يصل {A} اليوم الجمعة، إذ سيلتقي في إطار الزيارة التي تستمر ثلاثة أيام {B}.",
        [SALIM],
        [KARIM],
    ),
    "guest_of": (f"وكان {A} قد حل ضيفا على {B}.", [SALIM], [KARIM]),
    "call_that_he_got": (f"جاء ذلك خلال اتصال هاتفي تلقاه {A} من {B}.", [SALIM], [KARIM]),
    "visit_and_talks": (f"نولي اهتماما كبيرا لزيارة {A} ومحادثاته مع {B}.", [SALIM], [KARIM]),
    "visitor_and_where": (f"قبل الزيارة التي سيقوم بها {A} إلى القاهرة، حيث سيقابل {B}.", [SALIM], [KARIM]),
    "duties_of_the_host": (
        f"استقبل {A} المستشار بالديوان المشرف العام على مركز الإغاثة، أمس، {C}.",
        [SALIM],
        [MONA],
    ),
    "title_and_surname": (f"بحث الوزير الكاتب أمس مع {B} القضية.", [SALIM], [KARIM]),
    "host_of_gathering": (f"عقد {A} اجتماعا ضم {B} و{C}.", [SALIM], [KARIM, MONA]),
    "counterpart_is_no_subject": (f"وصل {A} إلى القاهرة. وسيلتقي، غدا، {B} في قمة بين الدولتين.", [SALIM], [KARIM]),
    "whom_somebody_received": (f"أعرب {C}، الذي استقبله {A} أمس، عن الأمل.", [SALIM], [MONA]),
    "visitor_behind_the_verb": (f"قالت {C} إن الأمور تسير، وزار {A} أمس عمان والتقى {B}.", [SALIM], [KARIM]),
    "quoted_by_others": (f"ونقلت {C} عن {A} قوله إنه التقى {B}.", [SALIM], [KARIM]),
    "cooperation_between_is_a_topic": (f"التقى {A} {B}. وبحث سبل التعاون بين {C} و{B}.", [SALIM], [KARIM]),
}


@pytest.mark.parametrize(("text", "side_a", "side_b"), SIDES.values(), ids=SIDES)
def test_sides(text: str, side_a: list[str], side_b: list[str]) -> None:
    assert sides(staged(text).body("مركز الإغاثة")) == [(side_a, side_b)]


def test_informed_his_counterpart_in_a_call() -> None:
    stage = Stage(f"أطلع {A} في اتصال هاتفي نظيره المصري على الخطة.")
    stage.person(A, SALIM, "JOR").office("نظيره المصري", "EGY", "الخارجية المصرية", counterpart=True)
    reports, _ = stage.find()
    assert [(names(each, "a"), each.side_b_countries) for each in reports] == [([SALIM], ("EGY",))]


def test_office_that_oversees_a_body_waits_for_its_name() -> None:
    stage = Stage(f"استقبل المستشار بالديوان المشرف العام على مركز الإغاثة الدكتور {SALIM} اليوم {C}.")
    stage.office("المستشار", "JOR").body("مركز الإغاثة").person(f"الدكتور {SALIM}", SALIM, role=None).person(
        C, MONA, "NLD"
    )
    assert sides(stage) == [([SALIM], [MONA])]


def test_pronoun_subject_behind_a_barrier_met_both() -> None:
    assert sides(staged(f"وصل {A} إلى القاهرة حيث التقى {B} و{C}.")) == [([SALIM], [KARIM, MONA])]


def test_subject_of_on_condition_that_is_told_before() -> None:
    assert sides(staged(f"سيلتقي {A} اليوم {B} على أن يلتقي غدا {C}.")) == [([SALIM], [KARIM]), ([SALIM], [MONA])]


def test_country_tells_of_its_talks_with_another() -> None:
    stage = Stage("أعلنت الأردن، أمس، إلغاء محادثات رفيعة المستوى مع مصر في عمان.")
    reports, _ = stage.country("الأردن", "JOR").country("مصر", "EGY").find()
    assert [(each.side_a_countries, each.side_b_countries) for each in reports] == [(("JOR",), ("EGY",))]


def test_meeting_of_the_ministers_of_several_countries() -> None:
    stage = Stage("أعلنت الوزارة أمس عقد اجتماع لوزراء المياه في مصر والأردن.")
    stage.office("وزراء المياه", plural=True).country("مصر", "EGY").country("الأردن", "JOR")
    reports, _ = stage.find()
    assert [(each.side_a_countries, each.side_b_countries) for each in reports] == [(("EGY",), ("JOR",))]


def test_meeting_to_come_is_spoken_of_as_his_meeting() -> None:
    reports, _ = staged(f"سيلتقي {A} {B} غدا في القاهرة. وسينقل الكاتب خلال لقائه مع الناظر رسالة.").find()
    assert [each.status for each in reports] == [Status.PLANNED]


def test_stop_of_a_round_is_another_meeting() -> None:
    assert sides(staged(f"التقى {A} في عمان {B}. أما المحطة الثانية فكانت مع {C}.")) == [
        ([SALIM], [KARIM]),
        ([SALIM], [MONA]),
    ]


def test_subject_follows_what_opens_the_sentence() -> None:
    assert sides(staged(f"عشية وصوله إلى القاهرة حيث سيلتقي مع {B}، سعى {A} إلى الهدوء.")) == [([SALIM], [KARIM])]


def test_visitor_met_one_and_a_number_of_others() -> None:
    stage = staged(f"غادر {A} القاهرة بعد زيارة عمل التقى خلالها {B} وعددا من المسؤولين في مصر.")
    assert sides(stage.office("المسؤولين", plural=True)) == [([SALIM], [KARIM])]


def test_holder_behind_the_full_name_of_a_state() -> None:
    stage = Stage(f"تلقى {A} اتصالا هاتفيا من وزير الداخلية بدولة الكويت الشيخ {KARIM}.")
    stage.person(A, SALIM, "JOR").office("وزير الداخلية").country("دولة الكويت", "KWT").person(f"الشيخ {KARIM}", KARIM)
    reports, _ = stage.find()
    assert [(names(each, "b"), each.side_b_countries) for each in reports] == [([KARIM], ("KWT",))]


def test_preposition_told_again_is_another_meeting() -> None:
    reports, _ = staged(f"تشاور {A} مع {B}، ومع {C} أمس.").find()
    assert [names(each, "b") for each in reports] == [[KARIM], [MONA]]


def test_then_with_is_another_meeting() -> None:
    reports, _ = staged(f"أجرى {A} محادثات مع {B}، ثم مع {C}.").find()
    assert [names(each, "b") for each in reports] == [[KARIM], [MONA]]


def test_pronoun_of_respect_is_the_subject() -> None:
    assert sides(staged(f"التقى {A} في عمان {B}. كما استقبل معاليه {C}.")) == [([SALIM], [KARIM]), ([SALIM], [MONA])]


def test_who_was_informed_in_a_meeting_met() -> None:
    assert sides(staged(f"أبلغ {A} {B} رفض بلاده، خلال لقاء في القاهرة.")) == [([SALIM], [KARIM])]


def test_heads_of_two_sides_met() -> None:
    stage = staged(f"ترأس {A} وفد بلاده في جولة من المشاورات عقدت في عمان، فيما ترأس الجانب المصري {B}.")
    assert sides(stage) == [([SALIM], [KARIM])]


def test_guest_of_a_passive_verb_without_a_noun_is_who_was_spoken_of() -> None:
    reports, _ = staged(f"التقت {C} {A} أمس. كما استقبلت في مقر الهيئة من قبل {B}.").find()
    assert (names(reports[-1], "a"), names(reports[-1], "b")) == ([KARIM], [MONA])


def test_purpose_over_a_number_of_others() -> None:
    stage = staged(f"قال مصدر إن {A} سيزور القاهرة للقاء عدد من المسؤولين المصريين.")
    reports, _ = stage.office("المسؤولين المصريين", "EGY", "الحكومة المصرية", plural=True).find()
    assert [(names(each, "a"), each.side_b_countries, each.status) for each in reports] == [
        ([SALIM], ("EGY",), Status.PLANNED)
    ]


def test_a_country_is_not_received() -> None:
    stage = staged(f"كشف {A} عن لجنة مشتركة لاستقبال جرحى مصر.").country("مصر", "EGY")
    assert stage.find()[0] == ()


def test_topic_between_the_two_sides_is_no_counterpart() -> None:
    assert sides(staged(f"بحث {A} و{B} عملية السلام بين الجانبين.")) == [([SALIM], [KARIM])]


def test_session_of_one_body_is_no_meeting_though_chaired() -> None:
    stage = Stage(f"ترأس {A} أمس اجتماعا لمجلس الوزراء بحضور {C}.")
    stage.person(A, SALIM, "JOR").person(C, MONA, "NLD").body("مجلس الوزراء", "JOR")
    assert stage.find()[0] == ()


def test_spoke_without_telephone_is_no_call() -> None:
    reports, candidates = staged(f"تحدث {A} يوم السبت مع {B}.").find()
    assert reports == ()
    assert len(candidates) == 1


def test_agency_in_the_dateline_is_no_subject() -> None:
    stage = staged(f"عمان (بترا)- التقى {A}، اليوم، {B}.").body("بترا", "JOR")
    assert sides(stage) == [([SALIM], [KARIM])]


def test_indefinite_delegation_is_the_object() -> None:
    stage = staged(f"استقبل {A} في عمان {C}. والتقى ظهرا وفدا مصريا برئاسة {KARIM}.")
    stage.delegation("وفدا مصريا", "EGY").person(KARIM, KARIM, "EGY")
    reports, _ = stage.find()
    assert [names(each, "a") for each in reports] == [[SALIM], [SALIM]]
    assert KARIM in names(reports[1], "b")


def test_verbless_continuation_is_another_meeting() -> None:
    assert sides(staged(f"استقبل {A} في مكتبه {C}.\n\nثم {B}.")) == [([SALIM], [MONA]), ([SALIM], [KARIM])]


def test_each_apart_makes_several_meetings() -> None:
    reports, _ = staged(f"التقى {A} {B} و{C} كلا على حدة في عمان.").find()
    assert [names(each, "b") for each in reports] == [[KARIM], [MONA]]


def test_each_apart_holds_for_its_own_verb() -> None:
    first, second = "السفير الفرنسي جان مارتن", "السفير السويدي بير لوند"
    stage = staged(f"التقى {A} {B} و{C} (كلا على حدة)، وأجرى محادثات مع {first} و{second}.")
    reports, _ = stage.person(first, "جان مارتن", "FRA").person(second, "بير لوند", "SWE").find()
    assert [names(each, "b") for each in reports] == [[KARIM], [MONA], ["جان مارتن", "بير لوند"]]


def test_destination_behind_a_verb_of_meeting_is_no_party() -> None:
    reports, _ = staged(f"اجتمع {A} أمس إلى فرنسا.").country("فرنسا", "FRA").find()
    assert reports == ()


def test_possessor_is_who_says_it_not_a_body_of_what_is_said() -> None:
    stage = staged(f"وأكد {A} أن الاتحاد الأوروبي يدعم العراق وذلك خلال لقائه {B}.").body("الاتحاد الأوروبي")
    assert sides(stage) == [([SALIM], [KARIM])]


AGAIN = {
    "two_ministers": f"التقى {A} {B} في عمان. وكان الوزيران قد اجتمعا الشهر الماضي في القاهرة.",
    "are_to_meet_again": f"التقى {A} {B} في عمان على أن يلتقيا مجددا الأسبوع المقبل في القاهرة.",
}


@pytest.mark.parametrize("text", AGAIN.values(), ids=AGAIN)
def test_two_told_before_meet_again(text: str) -> None:
    assert sides(staged(text).office("الوزيران", dual=True)) == [([SALIM], [KARIM])] * 2


def test_two_delegations_told_without_a_meeting() -> None:
    stage = staged(f"وصل وفد مصر ووفد تونس إلى باريس. والتقى الوفدان أمس {A}.")
    stage.delegation("وفد مصر", "EGY", "مصر").delegation("وفد تونس", "TUN", "تونس")
    stage.delegation("الوفدان", definite=True, dual=True)
    reports, _ = stage.find()
    assert [(each.side_a_countries, names(each, "b")) for each in reports] == [(("EGY", "TUN"), [SALIM])]


def test_subject_of_a_call_by_a_weak_verb_may_be_the_sayer() -> None:
    assert sides(staged(f"كشف {A} أنه تواصل هاتفيا اليوم مع {B}.")) == [([SALIM], [KARIM])]


def test_a_meeting_that_was_expected_and_not_held_is_cancelled() -> None:
    reports, _ = staged(f"ولم يعقد لقاء كان متوقعا أمس بين {A} و{B}.").find()
    assert [each.status.value for each in reports] == ["cancelled"]


def test_two_calls_are_two_meetings() -> None:
    reports, _ = staged(f"أجرى {A} اتصالين هاتفيين ب{B} و{C}.").find()
    assert [names(each, "b") for each in reports] == [[KARIM], [MONA]]


def test_office_and_country_behind_it() -> None:
    stage = Stage(f"التقى {A} في عمان وزير خارجية كينيا.")
    stage.person(A, SALIM, "JOR").office("وزير خارجية").country("كينيا", "KEN")
    reports, _ = stage.find()
    assert [each.side_b_countries for each in reports] == [("KEN",)]


def test_the_owner_of_another_event_is_no_counterpart() -> None:
    stage = staged(f"{A} التقى على هامش اجتماعات مجلس الجوار {C}.").body("مجلس الجوار")
    assert sides(stage) == [([SALIM], [MONA])]


def test_visitors_are_guests() -> None:
    assert sides(staged(f"استقبل {A} في مكتبه {C}. ومن زواره: {B}.")) == [([SALIM], [MONA]), ([SALIM], [KARIM])]


def test_a_nationality_stands_for_the_office_before() -> None:
    stage = Stage("عقدت في عمان جلسة محادثات بين الرئيس السوداني عامر الفاضل والمصري كريم الناظر.")
    stage.person("الرئيس السوداني عامر الفاضل", "عامر الفاضل", "SDN").person(KARIM, KARIM, None)
    reports, _ = stage.find()
    assert [(each.side_a_countries, each.side_b_countries) for each in reports] == [(("SDN",), ("EGY",))]


def test_head_of_a_body_with_further_words_holds_his_office() -> None:
    heads = "ومدير عام فرع وزارة العدل الشيخ إدريس الواحة، ورئيس المحكمة فيصل الفلاح"
    stage = Stage(f"استقبل {A} كلا من {B}، {heads}.").person(A, SALIM, "JOR").person(B, KARIM, "EGY")
    stage.office("مدير عام", body="وزارة العدل").body("وزارة العدل")
    stage.person("الشيخ إدريس الواحة", "إدريس الواحة", role=None).person("رئيس المحكمة فيصل الفلاح", "فيصل الفلاح")
    reports, _ = stage.find()
    assert [names(each, "b") for each in reports] == [[KARIM, "إدريس الواحة", "فيصل الفلاح"]]


def test_unknown_sayer_is_nobody_told_before() -> None:
    reports, _ = staged(f"استقبل {A} {C}. ومن ناحية أخرى، قال صباحان خلال لقائه {B} إن العمل مستمر.").find()
    assert [names(each, "b") for each in reports] == [[MONA]]
