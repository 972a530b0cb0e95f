"""Weekday words: found with clitics and marks, compared with single days only."""

from __future__ import annotations

from datetime import date

import pytest

from expectations.weekdays import agrees, folded_words, named_weekdays
from tests.expectations.conftest import WEEKDAYS

WORDS = folded_words(WEEKDAYS)
FRIDAY, SATURDAY = date(2024, 5, 3), date(2024, 5, 4)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param("يوم الجمعة الماضي", {5}, id="plain"),
        pytest.param("والجمعة", {5}, id="one clitic"),
        pytest.param("وبالجمعة", {5}, id="two clitics"),
        pytest.param("الأَحَد", {7}, id="vowel marks"),
        pytest.param("الاحد", {7}, id="without hamza"),
        pytest.param("الجمـعة", {5}, id="extender"),
        pytest.param("من الأحد إلى الثلاثاء", {7, 2}, id="two days"),
        pytest.param("يوم أمس", set(), id="none"),
        pytest.param("الجمعةالماضي", set(), id="no word boundary"),
    ],
)
def test_named_weekdays(text: str, days: set[int]) -> None:
    assert named_weekdays(text, WORDS) == days


@pytest.mark.parametrize(
    ("text", "bounds", "good"),
    [
        pytest.param("الجمعة", [(FRIDAY, FRIDAY)], True, id="the day"),
        pytest.param("الجمعة", [(SATURDAY, SATURDAY)], False, id="another day"),
        pytest.param("الجمعة", [(FRIDAY, SATURDAY)], True, id="a range claims no day"),
        pytest.param("الجمعة", [(None, SATURDAY)], True, id="a bound claims no day"),
        pytest.param("الجمعة", [(None, None), (SATURDAY, SATURDAY)], False, id="the inferred day"),
        pytest.param("أمس", [(SATURDAY, SATURDAY)], True, id="no weekday named"),
        pytest.param(None, [(SATURDAY, SATURDAY)], True, id="no words"),
        pytest.param("مساء الجمعة والسبت", [(SATURDAY, SATURDAY)], True, id="one of two"),
    ],
)
def test_agrees(text: str | None, bounds: list[tuple[date | None, date | None]], good: bool) -> None:
    assert agrees(text, bounds, WORDS) is good
