"""Dating the document: sources in order, bounds, conflicts, and the whole development corpus."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests.transforms.temporal.reading import dated
from transforms.base.codes import PublishedBasis

ROOT = Path(__file__).parents[3]
CORPUS = sorted((ROOT / "tests/corpus").glob("d*.json"))
TITLE = "وزير الخارجية يستقبل سفير إيطاليا في مكتبه\n\n"
BODY = (
    "استقبل وزير الخارجية في مكتبه بالوزارة سفير إيطاليا لدى الجمهورية "
    "وبحث معه سبل تعزيز التعاون بين البلدين الصديقين.\n"
)


@pytest.mark.parametrize("path", CORPUS, ids=[path.stem for path in CORPUS])
def test_the_corpus_is_dated(path: Path) -> None:
    gold = json.loads(path.read_text("utf-8"))
    publication = dated(path.with_suffix(".txt").read_text("utf-8"))
    assert (publication.day.isoformat() if publication.day else None) == gold["published_on"]
    assert publication.basis.value == gold["published_basis"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12.آب.2020\n\n" + TITLE + BODY, "2020-08-12"),
        (TITLE + "نشر في: ٣٠ ديسمبر ٢٠١٨ - ٠٩:١٥ ص\n\n" + BODY, "2018-12-30"),
        (TITLE + "تونس 14 فيفري 2019 (وات) - " + BODY, "2019-02-14"),
        (TITLE + "القاهرة في 14 أبريل /أ ش أ/ 2024\n\n" + BODY, "2024-04-14"),
        (TITLE + "الرياض 23 ذو الحجة 1441 هـ الموافق 13 أغسطس 2020 م واس\n" + BODY, "2020-08-13"),
        (TITLE + "الرياض الثلاثاء 15 جمادى الآخرة 1443 هـ واس\n" + BODY, "2022-01-18"),
        (TITLE + "جاكرتا - انتارا. 17 أبريل/نيسان 2025. " + BODY, "2025-04-17"),
        (TITLE + "استقبل رئيس الوزراء، اليوم الثلاثاء (10 كانون الثاني 2023)، السفير.\n\n" + BODY, "2023-01-10"),
        (TITLE + "استقبل رئيس الوزراء، أمس الاثنين (9 كانون الثاني 2023)، السفير.\n\n" + BODY, None),
        (TITLE + "كان ذلك في جاكرتا 17 أبريل 2025. " + BODY, None),
        (TITLE + "إسطنبول - 14 تموز\n" + BODY, None),
        (TITLE + BODY + "وجاء اللقاء بعد توقيع اتفاق التعاون في 5 نوفمبر 2019 بين البلدين.\n", None),
    ],
)
def test_date_lines(text: str, day: str | None) -> None:
    publication = dated(text)
    assert (publication.day.isoformat() if publication.day else None) == day


def test_metadata_wins_and_the_conflict_is_recorded() -> None:
    publication = dated(TITLE + "12 آب 2020\n" + BODY, published=date(2020, 8, 14))
    assert publication.day == date(2020, 8, 14)
    assert publication.basis is PublishedBasis.METADATA
    assert "conflict:date_line" in publication.reasons


def test_the_address_dates_a_page_without_a_date_line() -> None:
    publication = dated(TITLE + BODY, url="https://example.org/2021/02/24/story")
    assert (publication.day, publication.basis) == (date(2021, 2, 24), PublishedBasis.URL)
    assert dated(TITLE + BODY, url="https://example.org/20150809/story").day == date(2015, 8, 9)
    assert dated(TITLE + BODY, url="https://example.org/2021/13/44/story").day is None
    assert dated(TITLE + BODY, url="https://example.org/article/20214431").day is None


def test_an_address_wins_over_a_date_above_the_title() -> None:
    text = "السبت 12 يونيو 2021\n\n" + TITLE + BODY
    publication = dated(text, url="https://example.org/2021/02/24/story")
    assert publication.day == date(2021, 2, 24)
    assert "conflict:top_line" in publication.reasons
    assert dated(text).day == date(2021, 6, 12)


def test_the_clock_and_the_update_are_bounds_only() -> None:
    publication = dated("1.4 C\nDamascus\nالخميس, ديسمبر 5, 2024\n\n" + TITLE + BODY)
    assert publication.day is None
    assert publication.page_date == date(2024, 12, 5)
    assert publication.bounds.latest == date(2024, 12, 5)
    assert publication.reasons == ("page_clock",)
    updated = dated(TITLE + "آخر تحديث: 25/09/2020 - 12:30\n" + BODY)
    assert (updated.day, updated.bounds.latest) == (None, date(2020, 9, 25))
    assert "update_stamp" in updated.reasons


def test_a_label_wins_over_the_update() -> None:
    text = TITLE + "نشر في 3 كانون الثاني 2025\nآخر تحديث: 5 كانون الثاني 2025\n" + BODY
    assert dated(text).day == date(2025, 1, 3)


def test_fetching_bounds_and_refuses_what_lies_after_it() -> None:
    assert dated(TITLE + BODY, fetched=date(2020, 1, 1)).bounds.latest == date(2020, 1, 1)
    late = dated(TITLE + "12 آب 2020\n" + BODY, fetched=date(2020, 1, 1))
    assert late.day is None
    assert "after_bound" in late.reasons
    # A page of the next day elsewhere on the globe is still possible.
    assert dated(TITLE + "12 آب 2020\n" + BODY, fetched=date(2020, 8, 11)).day == date(2020, 8, 12)


def test_a_weekday_that_disagrees_is_a_reason() -> None:
    publication = dated(TITLE + "الاثنين 12 آب 2020\n" + BODY)
    assert publication.day == date(2020, 8, 12)
    assert "weekday_conflict" in publication.reasons


def test_references_bound_an_undated_article_unless_they_lie_ahead() -> None:
    past = dated(TITLE + BODY + "وكان التقرير قد صدر في 8 نيسان 2020 عن المنظمة.\n")
    assert past.bounds.earliest == date(2020, 4, 8)
    ahead = dated(TITLE + BODY + "ومن المقرر أن تبدأ الدورة في 8 نيسان 2030 في المدينة.\n")
    assert ahead.bounds.earliest is None
    resolution = dated(TITLE + BODY + "وفقا للقرار 2254 والقرار 2118.\n")
    assert resolution.bounds == (None, None)


def test_a_document_without_words_has_no_date() -> None:
    assert dated("").day is None
    assert dated("...\n\n").bounds == (None, None)
