"""What a report shows is bounded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.readings import Wish, interval, person, reading
from tests.transforms.linking.linked import linked
from tests.transforms.report.releases import release_of, seed_release
from transforms.report import selection
from transforms.report.selection import REPORTS_OF_A_MEETING, select
from transforms.report.source import in_memory


def test_the_newest_meetings_come_first_and_no_more_than_asked_for() -> None:
    found = select(in_memory(release_of(40)), 5)
    days = [row["event_date"].isoformat() for row in found.meetings]
    assert days == ["2020-02-12", "2020-02-11", "2020-02-10", "2020-02-09", "2020-02-08"]
    assert set(found.reports) == {row["meeting_id"] for row in found.meetings}
    shown = {report["doc_id"] for reports in found.reports.values() for report in reports}
    dropped = {row["doc_id"] for rows in found.dropped.values() for row in rows}
    assert set(found.documents) == set(found.texts) == shown | dropped
    assert next(iter(found.documents)) == found.reports[found.meetings[0]["meeting_id"]][0]["doc_id"]


def test_meetings_without_a_day_come_last() -> None:
    a, b = person("زيد", "SYR"), person("عمرو", "FRA")
    tables = linked(
        [reading(Wish(a, b), name="1"), reading(Wish(a, b, interval("2019-01-01", "2019-01-01")), name="2")]
    )
    assert [row["event_date"] is None for row in select(in_memory(tables), 9).meetings] == [False, True]


def test_the_best_reports_of_a_meeting_are_chosen() -> None:
    a, b = person("زيد بن علي", "SYR"), person("عمرو بن سعد", "FRA")
    day = interval("2020-05-01", "2020-05-01")
    told = [
        reading(Wish(a, b, day, confidence=n / 10), name=f"خبر {n}", published="2020-05-02", outlet=str(n))
        for n in range(1, 7)
    ]
    background = replace(told[5], reports=(replace(told[5].reports[0], is_main=False),))
    found = select(in_memory(linked([*told[:5], background])), 9)
    (meeting,) = found.meetings
    assert meeting["n_reports"] == 6
    assert [report["confidence"] for report in found.reports[meeting["meeting_id"]]] == [0.5, 0.4, 0.3]
    assert len(found.documents) >= REPORTS_OF_A_MEETING


def test_long_texts_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selection, "TEXT_SHOWN", 10)
    assert {len(text) for text in select(in_memory(seed_release()), 9).texts.values()} == {10}


def test_a_release_without_texts() -> None:
    tables = {name: rows for name, rows in seed_release().items() if name != "texts"}
    found = select(in_memory(tables), 9)
    assert found.texts == {}
    assert len(found.documents) == 5


def test_english_names() -> None:
    found = select(in_memory(seed_release()), 9)
    assert found.countries["SYR"] == "Syria"
    assert all(found.names.values())
