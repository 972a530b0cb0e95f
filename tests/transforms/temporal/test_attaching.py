"""Which expression dates which meeting."""

from __future__ import annotations

import pytest

from tests.transforms.temporal.reading import parted
from transforms.temporal import attach
from transforms.text.sentences import find_sentences

CASES = [
    ("التقى الوزير أمس الثلاثاء السفير الفرنسي في مكتبه بالعاصمة دمشق", "التقى", "أمس الثلاثاء"),
    ("أكد الوزير التزام بلاده بالقرار الصادر في 14 أبريل 2015 خلال لقاء السفير", "لقاء", None),
    ("بحث الوزير تنفيذ الاتفاق الموقع في 5 نوفمبر 2019 مع السفير الفرنسي", "بحث", None),
    ("منذ العام 2011 لم يلتق الوزير السفير", "يلتق", None),
    ("قال الوزير إنه التقى السفير الفرنسي في 12 أيار", "التقى", "12 أيار"),
    ("أعلنت الوزارة اليوم الأحد أن الوزير التقى السفير السبت الماضي في مكتبه", "التقى", "السبت الماضي"),
    ("نفى المكتب اليوم الإثنين أنباء عن لقاء جمع الرئيس بالسفير", "لقاء", None),
]


@pytest.mark.parametrize(("text", "trigger", "surface"), CASES, ids=[case[0][:40] for case in CASES])
def test_the_expression_of_a_trigger(text: str, trigger: str, surface: str | None) -> None:
    scan, layout, expressions = parted(text + ".")
    (sentence,) = find_sentences(scan.page, layout)
    word = next(
        i for i in range(len(scan.page.words)) if trigger in scan.page.surface(scan.page.starts[i], scan.page.ends[i])
    )
    chosen = attach(expressions, sentence, word)
    assert (scan.page.surface(chosen.start, chosen.end) if chosen else None) == surface
