"""Whom a side stands for: international bodies, domestic bodies, governors, hosts. Names and events are invented."""

from __future__ import annotations

import pytest

from tests.loaded import engine
from tests.transforms.meetings.staging import Stage
from transforms.base.records import Document, Report

COUNTRIES = {
    "head_of_a_mission_in_a_country": (
        "التقى وزير الخارجية الأردني سليم الكاتب رئيسة بعثة صندوق النقد الدولي إلى تونس كريستين فالدورف.",
        ("JOR",),
        (),
    ),
    "ambassador_to_an_international_body": (
        "التقى وزير الخارجية الأردني سليم الكاتب السفير الفرنسي لدى الأمم المتحدة جيروم لامارك.",
        ("JOR",),
        ("FRA",),
    ),
    "domestic_body_at_home": (
        "عمان (بترا)- استقبل رئيس الوزراء سليم الكاتب وفدا من نقابة المهندسين.",
        ("JOR",),
        (),
    ),
    "national_body_named_like_one_of_the_worlds": (
        "التقى سكرتير مجلس الأمن الروسي أركادي بوليان وزير الخارجية المصري كريم الناظر.",
        ("RUS",),
        ("EGY",),
    ),
    "governor_of_a_province": (
        "استقبل محافظ الأنبار كريم الناظر السفيرة الهولندية منى الراوي.",
        ("IRQ",),
        ("NLD",),
    ),
}


def read(text: str) -> tuple[Report, ...]:
    return engine().read(Document(text=text, record_id="x", source_uri="x")).reports


@pytest.mark.parametrize(("text", "side_a", "side_b"), COUNTRIES.values(), ids=COUNTRIES)
def test_countries(text: str, side_a: tuple[str, ...], side_b: tuple[str, ...]) -> None:
    assert [(each.side_a_countries, each.side_b_countries) for each in read(text)] == [(side_a, side_b)]


def test_own_palace_stands_in_the_hosts_country() -> None:
    (report,) = read("استقبل أمير دولة قطر الشيخ سليم الكاتب في قصره أمس وزير الخارجية المصري كريم الناظر.")
    assert report.where.country == "QAT"


def test_office_of_an_envoy_tells_no_country() -> None:
    (report,) = read("استقبل السفير المصري سليم الكاتب في مكتبه أمس وزير الثقافة التونسي كريم الناظر.")
    assert report.where.country is None


def test_committee_in_a_foreign_parliament_stands_for_its_country() -> None:
    text = "بحث وزير الخارجية الأردني سليم الكاتب مع لجنة الصداقة في البرلمان السويدي العلاقات."
    stage = Stage(text).person("وزير الخارجية الأردني سليم الكاتب", "سليم الكاتب", "JOR")
    reports, _ = stage.body("لجنة الصداقة").body("البرلمان السويدي", "SWE").find()
    assert [each.side_b_countries for each in reports] == [("SWE",)]


def test_minister_is_not_of_a_ministry_told_elsewhere() -> None:
    text = "التقى وزير الخارجية الروسي سيرغي لازاروف نظيره المصري كريم الناظر، بحسب وزارة الخارجية الأميركية."
    (report,) = read(text)
    assert (report.side_a_countries, report.side_b_countries) == (("RUS",), ("EGY",))


def test_office_told_in_full_counts_for_the_family_name() -> None:
    text = (
        "عقد رئيس لجنة خارطة الطريق بمجلس النواب الليبي مبروك الزوي اجتماعا مع وزير الخارجية المصري كريم الناظر. "
        "ولم تعقد جلسة كانت مقررة أمس بين الزوي والمستشارة الأممية ساندرا ويليس."
    )
    assert [each.side_a_countries for each in read(text)] == [("LBY",), ("LBY",)]


def test_visitors_of_a_house_were_received_there() -> None:
    text = (
        "بيروت - استقبل رئيس مجلس النواب اللبناني سليم الكاتب وزير الخارجية المصري كريم الناظر.\n\n"
        "ومن زوار عين التينة السفير السويدي بير لوند."
    )
    assert read(text)[-1].where.surface == "عين التينة"


def test_delegation_from_a_part_of_a_foreign_parliament() -> None:
    text = (
        "بحث وزير الخارجية الأردني سليم الكاتب مع وفد من لجنة الشؤون الخارجية في البرلمان السويدي "
        "برئاسة ماتياس إكلوند العلاقات، بحضور السفيرة السويدية ألكسندرا ليند."
    )
    (report,) = read(text)
    assert (report.side_a_countries, report.side_b_countries) == (("JOR",), ("SWE",))


def test_title_behind_a_guest_is_not_of_the_home_country() -> None:
    text = (
        "مسقط - عقدت أعمال اللجنة المشتركة، حيث ترأس الجانب العماني سليم الكاتب، فيما ترأس الوفد الكويتي معالي الشيخ "
        "خالد الجراح، النائب الأول لرئيس مجلس الوزراء وزير الخارجية."
    )
    assert [each.side_b_countries for each in read(text)] == [("KWT",)]
