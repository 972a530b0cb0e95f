from dataclasses import replace
from datetime import date

import pytest

from tests.readings import Wish, body, interval, person, reading
from tests.transforms.linking.linked import connected
from transforms.base.codes import Format, Status
from transforms.linking.copies import find_copies, keep_one_copy
from transforms.linking.keys import report_keys
from transforms.linking.occasions import MAX_DAYS, Party
from transforms.linking.release import TIED_PARTS
from transforms.schema.catalog import TABLES

A, B, M = person("أحمد علي", "SYR"), person("جان دوبون", "FRA"), body("الخارجية", "EGY")
NUMBER = (date(2024, 5, 1) - date(1970, 1, 1)).days


def keys(*readings):
    connection = connected([readings])
    find_copies(connection)
    keep_one_copy(connection, (TABLES[name] for name in TIED_PARTS))
    return list(report_keys(connection))


def test_a_key_holds_what_tells_occasions_apart():
    wish = Wish(A, M, interval("2024-05-01", "2024-05-02"), status=Status.PLANNED, format=Format.PHONE, place="EGY")
    one = reading(wish)
    (found,) = keys(one)
    assert found.doc_id == one.doc_id
    assert found[2:] == (
        Status.PLANNED,
        Format.PHONE,
        "EGY",
        NUMBER,
        NUMBER + 1,
        Party((A.entity_id,), (), ("SYR",)),
        Party((), (M.entity_id,), ("EGY",)),
    )


@pytest.mark.parametrize(
    ("said", "inferred", "days"),
    [
        pytest.param(("2024-05-01", "2024-05-01"), (), (0, 0), id="day"),
        pytest.param((None, "2024-05-09"), ("2024-05-01", "2024-05-03"), (0, 2), id="inferred"),
        pytest.param(("2024-05-01", "2024-05-09"), (None, "2024-05-03"), (0, 2), id="tightened"),
        pytest.param(("2024-05-01", "2024-05-02"), ("2024-06-01", "2024-06-02"), (0, 1), id="contradictory"),
        pytest.param(("2024-05-01", "2024-05-11"), (), (0, MAX_DAYS - 1), id="longest"),
        pytest.param(("2024-05-01", "2024-05-12"), (), None, id="too-long"),
        pytest.param((None, "2024-05-01"), (), None, id="no-first-day"),
        pytest.param(("2024-05-01", None), (), None, id="no-last-day"),
        pytest.param((), (), None, id="undated"),
    ],
)
def test_the_days_of_a_report(said, inferred, days):
    found = [
        (key.first - NUMBER, key.last - NUMBER)
        for key in keys(reading(Wish(A, B, interval(*said), interval(*inferred))))
    ]
    assert found == ([] if days is None else [days])


def test_the_order_is_by_last_day_then_by_how_much_is_known():
    told = {
        "late": reading(Wish(A, B, interval("2024-05-03", "2024-05-03")), name="1"),
        "wide": reading(Wish(A, B, interval("2024-05-01", "2024-05-02")), name="2"),
        "bodies": reading(Wish(M, M, interval("2024-05-02", "2024-05-02")), name="3"),
        "one person": reading(Wish(A, M, interval("2024-05-02", "2024-05-02")), name="4"),
        "persons": reading(Wish(A, B, interval("2024-05-02", "2024-05-02")), name="5"),
    }
    names = {one.doc_id: name for name, one in told.items()}
    assert [names[key.doc_id] for key in keys(*told.values())] == ["persons", "one person", "bodies", "wide", "late"]


def test_those_who_lead_come_first_then_by_id():
    crowd = [person(f"عضو {number}") for number in range(20)]
    one = reading(Wish(A, B, interval("2024-05-01", "2024-05-01")), named=tuple(crowd))
    (report,) = one.reports
    lead = report.participants[0]
    more = tuple(
        replace(lead, actor=mention.actor, surface=mention.surface, start=mention.start, end=mention.end, is_lead=False)
        for mention in one.mentions[2:]
    )
    (found,) = keys(replace(one, reports=(replace(report, participants=(*more, *report.participants)),)))
    assert found.a.persons == (A.entity_id, *sorted(member.entity_id for member in crowd))
