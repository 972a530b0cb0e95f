"""Inference: the seeds' undated meetings get true bounds, with every reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.loaded import lexicon
from tests.transforms.temporal.reading import dated, parted
from transforms.base.records import Interval
from transforms.temporal import Leaning, infer
from transforms.temporal.terms import terms_of

SEEDS = Path(__file__).parents[3] / "seeds"
HARIRI = ("نصر الحريري", "رئيس", "الائتلاف الوطني لقوى الثورة والمعارضة السورية")
SENEMAUD = ("فرانسوا سينيمو", "المبعوث", "الفرنسي")
MUSTAFA = ("عبد الرحمن مصطفى", "رئيس", "الائتلاف الوطني")
BAHRA = ("هادي البحرة", "رئيس", "الائتلاف الوطني السوري")
PEDERSEN = ("جير بيدرسون", "المبعوث", "الأممي")
Fact = tuple[str, str, str]


def inferred(text: str, facts: list[Fact], own_rule: str | None = None) -> tuple[Interval, tuple[str, ...]]:
    _, _, expressions = parted(text)
    own = next((each for each in expressions if each.rule_id == own_rule), None)
    return infer(dated(text), expressions, facts, lexicon().calendar, own)


@pytest.mark.parametrize(
    ("seed", "facts", "own", "low", "high", "reasons"),
    [
        ("000", [HARIRI], "relative", date(2020, 7, 1), date(2021, 7, 31), {"dated_reference:2020-04-08"}),
        ("001", [MUSTAFA], "relative", date(2018, 3, 1), date(2019, 6, 30), {"weekday:6"}),
        ("001", [MUSTAFA, SENEMAUD], "relative", date(2018, 5, 1), date(2019, 6, 30), {"term:fr-senemaud-2018"}),
        ("002", [BAHRA, PEDERSEN], None, date(2023, 9, 1), date(2024, 12, 5), {"page_clock", "term:etilaf-bahra-2023"}),
    ],
)
def test_the_seeds_undated_meetings(
    seed: str, facts: list[Fact], own: str | None, low: date, high: date, reasons: set[str]
) -> None:
    text = next(SEEDS.glob(f"{seed}_*.txt")).read_text("utf-8")
    interval, given = inferred(text, facts, own)
    assert interval.earliest is not None
    assert interval.latest is not None
    assert low <= interval.earliest <= interval.latest <= high
    assert reasons <= set(given)


def test_a_second_term_is_told_from_the_first_by_the_others_present() -> None:
    _, reasons = inferred("التقى الرئيس السفير في مكتبه", [BAHRA, PEDERSEN])
    assert "term:etilaf-bahra-2014" not in reasons
    both, _ = inferred("التقى الرئيس السفير في مكتبه", [BAHRA])
    assert both.earliest == date(2014, 7, 1)


def test_terms_that_exclude_each_other_are_said() -> None:
    interval, reasons = inferred("12 آب 2012\n\nالتقى الرئيس السفير", [HARIRI])
    assert interval.latest == date(2012, 8, 12)
    assert "term_excluded:etilaf-hariri-2020" not in reasons or interval.earliest is None


def test_names_need_more_than_a_surname_and_the_office_with_its_body() -> None:
    calendar = lexicon().calendar
    assert terms_of([HARIRI], calendar)
    assert not terms_of([("سعد الحريري", "رئيس", "الائتلاف")], calendar)
    assert not terms_of([("نصر الحريري", "رئيس", "الحكومة")], calendar)
    assert not terms_of([("نصر الحريري", "عضو", "الائتلاف")], calendar)
    assert not terms_of([("", "رئيس", "الائتلاف")], calendar)


def test_a_weekday_word_narrows_an_article_to_that_weekday() -> None:
    text = "1.4 C\nDamascus\nالخميس, ديسمبر 5, 2024\n\nعقد الائتلاف يوم أمس الجمعة اجتماعا مع السفير في مقره.\n"
    interval, reasons = inferred(text, [], "relative")
    # The last Saturday before that Thursday is 30 November: the meeting was on the 29th at the latest.
    assert interval.latest == date(2024, 11, 29)
    assert "weekday:6" in reasons


def test_what_is_planned_lies_after_its_article() -> None:
    text = "12 آب 2020\n\nيلتقي الرئيس السفير في مكتبه قريبا جدا كما قال مصدر."
    _, _, expressions = parted(text)
    interval, _ = infer(dated(text), expressions, [], lexicon().calendar, None, Leaning.FUTURE)
    assert interval == (date(2020, 8, 12), None)
