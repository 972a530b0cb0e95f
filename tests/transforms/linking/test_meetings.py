from dataclasses import replace

import pytest

from tests.readings import Wish, body, interval, person, reading
from tests.transforms.linking.linked import linked, rows
from transforms.base.codes import Format, Kind, Status
from transforms.base.ids import content_id

A, B, C = person("أحمد علي", "SYR"), person("جان دوبون", "FRA"), person("سمير خالد", "FRA")
M = body("الخارجية", "FRA")
DAY = interval("2024-05-01", "2024-05-01")
ONE = Wish(A, B, DAY)


def meetings(*wishes, **more):
    """The meetings of as many documents as wishes, as rows."""
    readings = [reading(wish, name=str(at), outlet=f"outlet {at}", **more) for at, wish in enumerate(wishes)]
    return linked(readings)["meetings"].to_pylist()


def merged(*wishes):
    (row,) = meetings(*wishes)
    return row


def test_two_outlets_one_meeting():
    row = merged(ONE, replace(ONE, a=B, b=A))
    assert (row["n_reports"], row["n_outlets"], row["disagreements"]) == (2, 2, [])
    assert (str(row["event_date"]), row["date_precision"]) == ("2024-05-01", "day")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(ONE, on=interval("2024-05-08", "2024-05-08")), id="a-week-apart"),
        pytest.param(replace(ONE, on=interval()), id="undated"),
        pytest.param(replace(ONE, on=interval(None, "2024-05-02")), id="some-day-before"),
        pytest.param(replace(ONE, b=C), id="another-counterpart"),
        pytest.param(replace(ONE, status=Status.DENIED), id="denied"),
    ],
)
def test_what_contradicts_stays_two(other):
    assert len(meetings(ONE, other)) == 2


def test_two_reports_of_one_document_are_two_meetings():
    release = linked([reading(ONE, ONE)])
    assert release["meetings"].num_rows == release["reports"].num_rows == 2


@pytest.mark.parametrize("first", ["1", "2"])
def test_the_id_is_made_from_the_report_published_first(first):
    readings = [reading(ONE, name=name, published=f"2024-05-0{2 if name == first else 3}") for name in "12"]
    both, alone = linked(readings), linked([readings[int(first) - 1]])
    (report_id,) = alone["reports"]["report_id"].to_pylist()
    assert both["meetings"]["meeting_id"].to_pylist() == [content_id("mtg", report_id)]
    assert alone["meetings"]["meeting_id"] == both["meetings"]["meeting_id"]


def test_reports_and_participants_lead_to_their_meeting():
    release = linked([reading(ONE, name="1"), reading(ONE, name="2"), reading(replace(ONE, b=C), name="3")])
    by_report = dict(rows(release["reports"], "report_id", "meeting_id"))
    assert len(set(by_report.values())) == 2
    assert set(by_report.values()) == set(release["meetings"]["meeting_id"].to_pylist())
    assert all(
        by_report[report] == meeting for report, meeting in rows(release["participants"], "report_id", "meeting_id")
    )
    assert sum(release["meetings"]["n_reports"].to_pylist()) == 3


def test_the_dates_are_what_all_reports_allow():
    row = merged(
        replace(ONE, on=interval("2024-05-01", "2024-05-06"), inferred=interval("2024-05-02")),
        replace(ONE, on=interval("2024-05-03", "2024-05-09"), inferred=interval("2024-05-03", "2024-05-05")),
    )
    assert [str(row[name]) for name in ("date_earliest", "date_latest", "event_date")] == [
        "2024-05-03",
        "2024-05-06",
        "2024-05-06",
    ]
    assert [str(row[name]) for name in ("inferred_earliest", "inferred_latest")] == ["2024-05-03", "2024-05-05"]
    assert row["date_precision"] == "range"
    assert row["disagreements"] == []


def test_days_inferred_that_exclude_each_other_are_those_of_the_most_precise_report():
    wide = replace(ONE, on=interval("2024-05-01", "2024-05-02"), inferred=interval("2024-05-01", "2024-05-01"))
    astray = replace(ONE, inferred=interval("2024-05-09", "2024-05-09"))
    row = merged(wide, astray)
    assert [str(row[name]) for name in ("inferred_earliest", "inferred_latest")] == ["2024-05-09", "2024-05-09"]
    assert str(row["date_latest"]) == "2024-05-01"


@pytest.mark.parametrize(
    ("other", "field", "expected"),
    [
        pytest.param(replace(ONE, status=Status.PLANNED, confidence=0.9), "status", "held", id="status"),
        pytest.param(replace(ONE, kind=Kind.MULTILATERAL, confidence=0.9), "kind", "multilateral", id="kind"),
        pytest.param(replace(ONE, place="TUR", confidence=0.9), "place_country", "TUR", id="place_country"),
    ],
)
def test_differing_reports_say_what_the_foremost_says_and_tell_so(other, field, expected):
    row = merged(replace(ONE, place="FRA"), replace(other, place=other.place or "FRA"))
    assert row[field] == expected
    assert row["disagreements"] == [field]


def test_channels_that_differ():
    row = merged(replace(ONE, format=Format.PHONE, confidence=0.9), replace(ONE, format=Format.VIRTUAL))
    assert (row["format"], row["disagreements"]) == ("phone", ["format"])


def test_what_one_report_does_not_tell_the_other_does():
    row = merged(replace(ONE, confidence=0.9), replace(ONE, format=Format.IN_PERSON, place="FRA"))
    assert (row["format"], row["place_country"], row["disagreements"]) == ("in_person", "FRA", [])


def test_the_most_precise_report_gives_the_sides():
    row = merged(replace(ONE, b=M, on=interval("2024-05-01", "2024-05-02"), confidence=0.9), ONE)
    assert (row["side_a_lead"], row["side_b_lead"]) == (A.name, B.name)
    assert row["disagreements"] == ["leads"]


def test_countries_that_differ():
    migrant = replace(ONE, b=replace(B, country="BEL"))
    assert merged(ONE, migrant)["disagreements"] == ["countries"]


def test_an_outlet_that_is_not_known_is_not_counted():
    release = linked([reading(ONE, name="1"), reading(ONE, name="2", outlet="x"), reading(ONE, name="3", outlet="x")])
    assert rows(release["meetings"], "n_reports", "n_outlets") == [(3, 1)]


@pytest.mark.parametrize(
    ("on", "precision"),
    [
        pytest.param(interval(), "unknown", id="unknown"),
        pytest.param(interval(None, "2024-05-01"), "before", id="before"),
        pytest.param(interval("2024-05-01"), "after", id="after"),
        pytest.param(interval("2024-05-01", "2024-05-02"), "range", id="range"),
        pytest.param(DAY, "day", id="day"),
    ],
)
def test_the_precision_is_that_of_the_bounds(on, precision):
    assert merged(replace(ONE, on=on))["date_precision"] == precision


def test_the_day_for_plotting_may_be_inferred():
    row = merged(replace(ONE, on=interval("2024-05-01"), inferred=interval(None, "2024-05-04")))
    assert (str(row["event_date"]), row["date_latest"]) == ("2024-05-04", None)
