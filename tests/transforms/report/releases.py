"""Releases for the tests of the report: the seeds by hand, any number of small meetings, and hostile words."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pyarrow as pa

from tests.readings import Wish, interval, person, reading
from tests.transforms.linking.linked import linked
from tests.transforms.report.seeds import seed_readings
from transforms.base.codes import RejectReason
from transforms.base.records import Reading, Reject

HOSTILE = '<script>alert("1")</script><img src="https://example.org/x.png">\u202e'


@cache
def seed_release() -> dict[str, pa.Table]:
    """The release of the seeds."""
    return linked(seed_readings(), rejects=[reject(0)])


def reject(number: int) -> Reject:
    """A record that could not be read."""
    return Reject("file:///broken.jsonl", number, RejectReason.NO_TEXT, "no field `text`", None, None)


@cache
def release_of(number: int) -> dict[str, pa.Table]:
    """A release of so many meetings, one a day and document, the last of them on the last day."""
    return linked([_dated(at) for at in range(number)])


def _dated(at: int) -> Reading:
    day = f"2020-{1 + at // 28:02}-{1 + at % 28:02}"
    parties = (person(f"زيد {at}", "SYR"), person(f"عمرو {at}", "FRA" if at % 2 else "TUR"))
    return reading(Wish(*parties, interval(day, day)), name=f"رقم {at}", published=day)


@cache
def hostile_release() -> dict[str, pa.Table]:
    """A release in which every free text that an article or a person can give is an attack on the page."""
    one = _with_hostile_words()
    return linked([one], rejects=[Reject(HOSTILE, 0, RejectReason.UNREADABLE, HOSTILE, None, None)])


def hostile_reading() -> Reading:
    """The reading behind it."""
    return _with_hostile_words()


def _with_hostile_words() -> Reading:
    parties = (person(f"زيد {HOSTILE}", "SYR", HOSTILE), person(f"عمرو {HOSTILE}", "FRA"))
    wish = Wish(*parties, interval("2020-05-01", "2020-05-01"), words=HOSTILE)
    one = reading(wish, name=HOSTILE, outlet=HOSTILE, published="2020-05-02")
    party = replace(one.reports[0].participants[0], role=HOSTILE, organization=f"x{HOSTILE}")
    place = replace(one.reports[0].where, surface=HOSTILE)
    report = replace(one.reports[0], participants=(party, *one.reports[0].participants[1:]), where=place)
    document = replace(one.document, url=f'javascript:alert("{HOSTILE}")', record_id=HOSTILE)
    return replace(one, title=HOSTILE, reports=(report,), document=document)
