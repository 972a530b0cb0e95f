"""Place and channel of a meeting."""

from __future__ import annotations

import pytest

from tests.transforms.meetings.staging import A, B, staged
from transforms.base.codes import Format

PLACES = {
    "city": (f"التقى {A} في القاهرة {B}.", "القاهرة", "EGY"),
    "glued_city": (f"اجتمع {A} بالرباط مع {B}.", "الرباط", "MAR"),
    "venue_and_city": (f"التقى {A} في مقر الوزارة في بغداد {B}.", "مقر الوزارة في بغداد", "IRQ"),
    "capital_and_city": (f"التقى {A} في العاصمة الإيطالية روما {B}.", "روما", "ITA"),
    "glued_capital_and_city": (f"اجتمع {A} بالعاصمة الإيطالية روما مع {B}.", "روما", "ITA"),
    "host_city": (f"احتضنت بيروت لقاء جمع {A} ب{B}.", "بيروت", "LBN"),
    "destination": (f"توجه {A} إلى باريس بعد أن التقى {B}.", None, None),
    "where_it_was_told": (f"قال مصدر في باريس إن {A} التقى {B}.", None, None),
    "what_befell_the_guest": (f"استقبل {A} {B} الذي أصيب في بغداد.", None, None),
    "on_a_visit": (f"سيلتقي {A} خلال زيارته إلى القاهرة {B}.", "القاهرة", "EGY"),
    "who_visits_at_present": (f"بحث {A} مع {B}، الذي يزور عمان، العلاقات.", "عمان", "JOR"),
    "told_to_a_newspaper": (f"أكد {A} للخليج أنه التقى {B}.", None, None),
    "during_a_working_visit": (f"سيعقد {A} اجتماعا مع {B} خلال زيارة عمل إلى الدوحة.", "الدوحة", "QAT"),
    "to_a_venue_where": (f"عمان - توجه {A} إلى مجمع الساحل حيث أجرى محادثات مع {B}.", "مجمع", "JOR"),
    "venue_ends_before_a_party": (f"استقبل {A} في مكتبه بالوزارة {B}.", "مكتبه", "JOR"),
}


@pytest.mark.parametrize(("text", "surface", "country"), PLACES.values(), ids=PLACES)
def test_place(text: str, surface: str | None, country: str | None) -> None:
    reports, _ = staged(text).find()
    assert [(each.where.surface, each.where.country) for each in reports] == [(surface, country)]


FORMATS = {
    "received": (f"استقبل {A} {B}.", Format.IN_PERSON),
    "city": (f"اجتمع {A} مع {B} في عمان.", Format.IN_PERSON),
    "apart": (f"اجتمع {A} مع {B} على انفراد.", Format.IN_PERSON),
    "telephone": (f"بحث {A} هاتفيا مع {B} العلاقات.", Format.PHONE),
    "video": (f"عقد {A} اجتماعا عبر تقنية الفيديو مع {B}.", Format.VIRTUAL),
    "zoom": (f"عقد {A} اجتماعا عبر تطبيق زوم مع {B}.", Format.VIRTUAL),
    "untold": (f"اجتمع {A} مع {B}.", Format.UNSPECIFIED),
}


@pytest.mark.parametrize(("text", "form"), FORMATS.values(), ids=FORMATS)
def test_format(text: str, form: Format) -> None:
    reports, _ = staged(text).find()
    assert [each.format for each in reports] == [form]


def test_a_call_has_no_place() -> None:
    reports, _ = staged(f"أجرى {A} في عمان اتصالا هاتفيا ب{B}.").find()
    assert reports[0].where.surface is None
