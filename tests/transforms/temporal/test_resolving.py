"""Meanings to days: the conventions of the contract, clipping, conflicts, and the edges of the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from tests.transforms.temporal.reading import found, parted
from transforms.base.codes import Basis, Precision, PublishedBasis
from transforms.base.records import Interval, Publication
from transforms.temporal import Leaning, resolve

PAST, FUTURE, NONE = Leaning.PAST, Leaning.FUTURE, Leaning.NONE


def published(day: date | None) -> Publication:
    return Publication(day, PublishedBasis.DATELINE if day else PublishedBasis.NONE, Interval(day, day), None, ())


@pytest.mark.parametrize(
    ("text", "reference", "leaning", "earliest", "latest"),
    [
        ("التقى الخميس", "2016-10-20", PAST, "2016-10-20", "2016-10-20"),
        ("التقى الخميس", "2016-10-20", FUTURE, "2016-10-27", "2016-10-27"),
        ("الخميس", "2016-10-18", NONE, "2016-10-20", "2016-10-20"),
        ("الخميس الماضي", "2016-10-20", PAST, "2016-10-13", "2016-10-13"),
        ("الخميس المقبل", "2016-10-20", PAST, "2016-10-27", "2016-10-27"),
        ("الخميس قبل الماضي", "2016-10-20", PAST, "2016-10-06", "2016-10-06"),
        ("في 12 أيار", "2016-05-12", PAST, "2016-05-12", "2016-05-12"),
        ("في 12 أيار", "2016-05-11", PAST, "2015-05-12", "2015-05-12"),
        ("في 12 أيار", "2016-05-13", FUTURE, "2017-05-12", "2017-05-12"),
        ("في 12 أيار", "2016-01-01", NONE, "2016-05-12", "2016-05-12"),
        ("في 12 أيار الماضي", "2016-05-12", PAST, "2015-05-12", "2015-05-12"),
        ("الأحد 12 أيار", "2016-09-01", PAST, "2016-05-12", "2016-05-12"),
        ("الأربعاء 12 أيار", "2022-03-01", PAST, "2021-05-12", "2021-05-12"),
        ("الخميس 22 تشرين الثاني", "2018-11-20", PAST, "2018-11-22", "2018-11-22"),
        ("29 شباط", "2019-05-01", PAST, "2016-02-29", "2016-02-29"),
        ("مطلع آذار 2015", "2020-01-01", PAST, "2015-03-01", "2015-03-10"),
        ("أواخر شباط 2016", "2020-01-01", PAST, "2016-02-21", "2016-02-29"),
        ("الشهر الماضي", "2020-01-15", PAST, "2019-12-01", "2019-12-31"),
        ("الشهر قبل الماضي", "2020-01-15", PAST, "2019-11-01", "2019-11-30"),
        ("الأسبوع الماضي", "2020-01-15", PAST, "2020-01-06", "2020-01-12"),
        ("العقد الماضي", "2016-11-07", PAST, "2000-01-01", "2009-12-31"),
        ("قبل شهرين", "2020-01-15", PAST, "2019-11-01", "2019-11-30"),
        ("قبل سنة", "2020-02-29", PAST, "2019-01-01", "2019-12-31"),
        ("من تشرين الثاني إلى شباط 2015", "2020-01-15", PAST, "2014-11-01", "2015-02-28"),
        ("يومي السبت والأحد", "2020-02-15", PAST, "2020-02-08", "2020-02-09"),
        ("يومي السبت والأحد الماضيين", "2020-02-16", PAST, "2020-02-08", "2020-02-09"),
        ("الجمعة الثالث من أيار", "2019-06-01", PAST, "2019-05-03", "2019-05-03"),
        ("الجمعة الثاني من أيار 2019", "2019-06-01", PAST, "2019-05-10", "2019-05-10"),
        ("رمضان الماضي", "2015-09-01", PAST, "2015-06-18", "2015-07-16"),
        ("في شوال المقبل", "2015-01-01", PAST, "2015-07-17", "2015-08-15"),
    ],
)
def test_conventions(text: str, reference: str, leaning: Leaning, earliest: str, latest: str) -> None:
    assert [each[1:3] for each in found(text, reference, leaning)] == [(earliest, latest)]


def test_relative_words_need_the_publication() -> None:
    (expression,) = parted("التقاه أمس")[2]
    unknown = resolve(expression, published(None), PAST)
    assert unknown.interval == Interval()
    assert unknown.precision is Precision.UNKNOWN
    assert unknown.basis is Basis.RELATIVE
    assert "no_reference" in unknown.reasons
    assert resolve(expression, published(date(2020, 3, 1)), PAST).interval == (date(2020, 2, 29),) * 2


def test_a_held_thing_does_not_reach_beyond_the_article_nor_a_planned_one_before_it() -> None:
    (expression,) = parted("خلال الشهر الجاري")[2]
    assert resolve(expression, published(date(2017, 4, 20)), PAST).interval == (date(2017, 4, 1), date(2017, 4, 20))
    assert resolve(expression, published(date(2017, 4, 20)), FUTURE).interval == (date(2017, 4, 20), date(2017, 4, 30))


def test_some_days_ago_has_only_an_upper_bound() -> None:
    (expression,) = parted("التقت قادة قبل أيام")[2]
    time = resolve(expression, published(date(2020, 9, 23)), PAST)
    assert time.interval == (None, date(2020, 9, 23))
    assert time.precision is Precision.BEFORE


def test_a_weekday_conflict_is_a_reason_and_no_repair() -> None:
    (expression,) = parted("أمس الجمعة")[2]
    time = resolve(expression, published(date(2020, 9, 23)), PAST)
    assert time.interval.earliest == date(2020, 9, 22)
    assert "weekday_conflict" in time.reasons
    agreeing = resolve(expression, published(date(2020, 9, 26)), PAST)
    assert "weekday_conflict" not in agreeing.reasons


def test_explicit_and_relative() -> None:
    assert [each.basis for each in parted("في 12 أيار")[2]] == [Basis.EXPLICIT]
    assert [each.basis for each in parted("في 12 الشهر الجاري")[2]] == [Basis.RELATIVE]


def test_the_calendar_has_edges() -> None:
    assert found("قبل 200 سنة", "0100-01-01") == [("قبل 200 سنة", "", "", "ago")]
    assert found("غدا", "9999-12-31") == [("غدا", "", "", "relative")]
    assert found("في 30 شباط 2020", None) == [("شباط 2020", "2020-02-01", "2020-02-29", "month")]
