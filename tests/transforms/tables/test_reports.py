from dataclasses import replace

import pytest

from tests.readings import Wish, day, interval, person, reading
from transforms.base.codes import CandidateOutcome
from transforms.tables.columns import RowError
from transforms.tables.reports import candidate_columns, event_date, participant_columns, report_columns, tell

A, B, C = person("أحمد علي", "SYR"), person("جان دوبون", "FRA"), person("سمير خالد", "TUR")
ONE = reading(Wish(A, B), Wish(A, C), Wish(A, B, words="يوم أمس"))


def ids(one):
    return tell(one, "rdg_1").report_ids


def test_ids_are_unique_in_a_document_and_stable():
    assert len(set(ids(ONE))) == 3
    assert ids(ONE) == ids(reading(Wish(A, B), Wish(A, C), Wish(A, B, words="يوم أمس")))
    # Fixed: an id that changes breaks every join with an earlier release.
    assert ids(ONE)[0] == "rep_b8c490c06748e3e0"


def test_ids_do_not_depend_on_the_order_of_reports_or_parties():
    turned = replace(
        ONE, reports=tuple(replace(report, participants=report.participants[::-1]) for report in ONE.reports[::-1])
    )
    assert ids(turned) == ids(ONE)[::-1]


def test_ids_do_not_depend_on_the_date_that_was_made_of_the_words():
    assert ids(reading(Wish(A, B, on=interval("2024-05-01", "2024-05-01")))) == ids(reading(Wish(A, B)))


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(reading(Wish(A, B), name="b"), id="document"),
        pytest.param(reading(Wish(B, A)), id="sides"),
        pytest.param(reading(Wish(A, B, words="أمس")), id="words"),
    ],
)
def test_ids_tell_apart_what_differs_in(other):
    assert ids(other) != ids(reading(Wish(A, B)))


def test_reports_that_agree_in_all_have_ids_of_their_own():
    twice = replace(ONE, reports=(ONE.reports[0], ONE.reports[0]))
    assert len(set(ids(twice))) == 2
    assert ids(twice)[0] == ids(ONE)[0]


@pytest.mark.parametrize(
    ("said", "inferred", "expected"),
    [
        pytest.param(interval("2024-05-01", "2024-05-01"), interval(), "2024-05-01", id="day"),
        pytest.param(
            interval("2024-05-01", "2024-05-09"), interval("2024-05-03", "2024-05-03"), "2024-05-09", id="range"
        ),
        pytest.param(interval(None, "2024-05-09"), interval(), "2024-05-09", id="before"),
        pytest.param(interval("2024-05-01"), interval(None, "2024-05-04"), "2024-05-04", id="inferred"),
        pytest.param(interval("2024-05-01"), interval("2024-05-02"), None, id="no-last-day"),
        pytest.param(interval(), interval(), None, id="unknown"),
    ],
)
def test_the_day_for_plotting(said, inferred, expected):
    (report,) = reading(Wish(A, B, on=said, inferred=inferred)).reports
    assert event_date(report.when) == day(expected)


def test_words_of_date_have_their_place_and_their_absence():
    columns = report_columns([tell(ONE, "rdg_1")])
    assert columns["date_text"] == [None, None, "يوم أمس"]
    assert columns["date_start"][:2] == [None, None]
    assert ONE.document.text[columns["date_start"][2] : columns["date_end"][2]] == "يوم أمس"


def test_participants_are_numbered_in_the_order_of_the_text():
    turned = replace(ONE, reports=tuple(replace(each, participants=each.participants[::-1]) for each in ONE.reports))
    columns = participant_columns([tell(turned, "rdg_1")])
    assert columns["participant_no"] == [0, 1] * 3
    assert columns["name"] == [A.name, B.name, A.name, C.name, A.name, B.name]
    assert columns["side"] == ["a", "b"] * 3
    assert columns["report_id"] == [rid for rid in ids(ONE) for _ in "ab"]


def test_candidates_point_to_their_reports_whatever_their_order():
    turned = replace(ONE, candidates=ONE.candidates[::-1])
    columns = candidate_columns([tell(turned, "rdg_1")])
    assert columns["candidate_no"] == [0, 1, 2, 3]
    assert columns["report_id"] == [None, *ids(ONE)]


@pytest.mark.parametrize(
    ("outcome", "report"),
    [
        pytest.param(CandidateOutcome.REPORT, None, id="kept-without-report"),
        pytest.param(CandidateOutcome.MERGED, None, id="merged-without-report"),
        pytest.param(CandidateOutcome.DISCARDED, 0, id="discarded-with-report"),
        pytest.param(CandidateOutcome.REPORT, 3, id="report-that-is-not-there"),
        pytest.param(CandidateOutcome.REPORT, -1, id="negative-index"),
    ],
)
def test_a_candidate_that_breaks_the_account_raises(outcome, report):
    broken = replace(ONE, candidates=(replace(ONE.candidates[0], outcome=outcome, report=report),))
    with pytest.raises(RowError, match="candidates"):
        candidate_columns([tell(broken, "rdg_1")])
