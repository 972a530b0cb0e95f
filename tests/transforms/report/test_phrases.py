"""What pages call things."""

from __future__ import annotations

import inspect
from datetime import date
from enum import StrEnum

import pytest

from transforms.base import codes
from transforms.base.codes import Basis, Format, PublishedBasis
from transforms.report import phrases
from transforms.report.phrases import between, counted, day, interval, share, words

EVERY_CODE = [
    (vocabulary, member)
    for _, vocabulary in inspect.getmembers(codes, inspect.isclass)
    if issubclass(vocabulary, StrEnum) and vocabulary is not StrEnum
    for member in vocabulary
]


@pytest.mark.parametrize(("vocabulary", "member"), EVERY_CODE, ids=str)
def test_every_code_has_words(vocabulary: type[StrEnum], member: StrEnum) -> None:
    assert words(vocabulary, member.value)
    assert "_" not in words(vocabulary, member.value)


def test_words_of_codes_that_are_equal_as_strings_differ() -> None:
    assert words(Basis, "none") == "nothing"
    assert words(PublishedBasis, "none") == "no date found"


def test_no_words_without_a_code() -> None:
    for vocabulary, texts in phrases._WORDS.items():
        assert set(texts) <= set(vocabulary)


def test_an_unknown_code_is_an_error() -> None:
    with pytest.raises(ValueError, match="telepathy"):
        words(Format, "telepathy")


def test_days() -> None:
    assert day(date(2024, 12, 5)) == "5 December 2024"


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        (date(2024, 5, 3), date(2024, 5, 3), "3 May 2024"),
        (date(2024, 5, 3), date(2024, 5, 5), "3–5 May 2024"),
        (date(2024, 5, 30), date(2024, 6, 2), "30 May – 2 June 2024"),
        (date(2023, 12, 30), date(2024, 1, 2), "30 December 2023 – 2 January 2024"),
    ],
)
def test_between(earliest: date, latest: date, expected: str) -> None:
    assert between(earliest, latest) == expected
    assert interval(earliest, latest) == expected


def test_open_intervals() -> None:
    assert interval(None, date(2024, 5, 3)) == "on or before 3 May 2024"
    assert interval(date(2024, 5, 3), None) == "on or after 3 May 2024"
    assert interval(None, None) is None


def test_counted_and_share() -> None:
    assert [counted(n, "meeting") for n in (0, 1, 2000)] == ["0 meetings", "1 meeting", "2,000 meetings"]
    assert counted(2, "country", "countries") == "2 countries"
    assert [share(*each) for each in ((0, 5), (0, 0), (1, 1000), (1, 3), (5, 5))] == [
        "–",
        "–",
        "<1\u00a0%",
        "33\u00a0%",
        "100\u00a0%",
    ]
