"""The public cases of other projects, and why a few are read otherwise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.transforms.temporal.reading import read

CASES = Path(__file__).parent / "cases"
NEVER = "0001-01-01"

#: Duckling's cases that Liqa reads otherwise, with the reason.
DUCKLING_OTHERWISE = {
    "2/2013": "a month is the whole month",
    "الاثنين": "alone, in the reference's own week",
    "هذا الاثنين": "alone, in the reference's own week",
    "الثلاثاء": "alone, the reference's own day",
    "نص شهر ثلاث": "the middle of a month is the 11th to the 20th",
    "منتصف اذار": "the middle of a month is the 11th to the 20th",
    "في نصف شهر مارس": "the middle of a month is the 11th to the 20th",
    "بداية شهر 3": "the start of a month is the 1st to the 10th",
    "من اسبوع": "spoken Arabic; in news 'more than a week'",
    "ثالث ثلاثاء بعد كريسماس 2014": "chat only",
    "عيد الأضحى": "a feast without a year is an occasion",
    "عيد الفطر": "a feast without a year is an occasion",
    "عيد الفصح": "a feast without a year is an occasion",
    "رأس السنة الهجرية": "a feast without a year is an occasion",
}

#: Cases of Recognizers-Text that Liqa reads otherwise, with the reason.
RECOGNIZERS_OTHERWISE = {
    "سأعود في 15": "a number alone is no date in news",
    "سأعود في 4.22": "a decimal in news",
    "سأعود  4.22": "a decimal in news",
    "سأعود  22-4": "a score in news",
    "سوف أعود 4/22": "a fraction in news, without a word that makes it a date",
    "سأعود 08/12, 2015": "day first by contract: the 8th of December",
    "سأعود 08/12, 15": "chat only",
    "سأعود يوم الأحد القادم": "the next Sunday, not that of the next week",
    "سأعود يومي": "'daily' is no date",
    "سأخرج فبراير": "a month without any word beside it may be a name",
    "سأخرج في سبتمبر الماضي": "in November last September is this year's",
    "من شهر سبتمبر 16": "the 16th of September",
    "سأخرج 2015.3": "a decimal in news",
    "كورتانا ، تجد لنا موعدا نهاية شهر مارس": "the end of a month is the 21st to its last day",
}


def _load(name: str) -> list[dict[str, object]]:
    content: list[dict[str, object]] = json.loads((CASES / name).read_text("utf-8"))
    return content


DUCKLING = _load("duckling_ar_calendar.json")
RECOGNIZERS = [case for case in _load("recognizers_ar_calendar.json") if case["value_asserted_upstream"]]


def _as_duckling(case: dict[str, object]) -> bool:
    wanted = [(each["start_date"], each["end_date"]) for each in case["expected"]]  # type: ignore[attr-defined]
    claimed = read(str(case["text"]), str(case["reference"]))
    return len(claimed) == 1 and claimed[0][1:3] in wanted


def _as_recognizers(case: dict[str, object]) -> bool:
    wanted = [
        tuple(each[name])
        for each in case["expected"]  # type: ignore[attr-defined]
        for name in ("past", "future", "past_raw", "future_raw")
    ]
    claimed = [each[1:3] for each in read(str(case["text"]), str(case["reference"]))]
    if (NEVER, NEVER) in wanted:
        return claimed in ([], [("", "")])
    return any(each in wanted for each in claimed)


@pytest.mark.parametrize("case", DUCKLING, ids=[str(case["text"]) for case in DUCKLING])
def test_duckling(case: dict[str, object]) -> None:
    assert _as_duckling(case) == (case["text"] not in DUCKLING_OTHERWISE)


@pytest.mark.parametrize("case", RECOGNIZERS, ids=[str(case["text"]) for case in RECOGNIZERS])
def test_recognizers(case: dict[str, object]) -> None:
    assert _as_recognizers(case) == (str(case["text"]).rstrip() not in RECOGNIZERS_OTHERWISE)


def test_enough_of_both_are_right() -> None:
    assert sum(map(_as_duckling, DUCKLING)) >= 110
    assert sum(map(_as_recognizers, RECOGNIZERS)) >= 48


def test_ducklings_negatives_are_silent() -> None:
    assert [read(str(case["text"]), "2013-02-12") for case in _load("duckling_ar_negative.json")] == [[], [], []]
