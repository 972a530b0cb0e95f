import random
from dataclasses import replace

import pytest

from tests.readings import Wish, interval, person, reading
from transforms.base.codes import RejectReason
from transforms.base.errors import SpanError
from transforms.base.records import Reject
from transforms.schema.arrow import part_schema
from transforms.schema.catalog import PART_TABLES
from transforms.tables.shard import shard_tables

A, B = person("أحمد علي", "SYR"), person("جان دوبون", "FRA")
READINGS = [
    reading(Wish(A, B, interval("2024-05-01", "2024-05-01"), words="يوم أمس"), name="1", tenures=((A, "وزير", None),)),
    reading(name="2"),
    reading(name="2", source="file:///copy"),
    reading(Wish(A, B), Wish(B, A), name="3"),
]
REJECTS = [Reject("file:///x", number, RejectReason.EMPTY, "no bytes", None, None) for number in (1, 0)]


def assert_schemas(parts):
    assert list(parts) == [table.name for table in PART_TABLES]
    for table in PART_TABLES:
        assert parts[table.name].schema.equals(part_schema(table), check_metadata=True)
        parts[table.name].validate(full=True)


def test_a_shard_has_a_part_of_every_table():
    parts = shard_tables(READINGS, REJECTS, "1")
    assert_schemas(parts)
    assert {name: rows.num_rows for name, rows in parts.items()} == {
        "reports": 3,
        "participants": 6,
        "documents": 4,
        "texts": 4,
        "mentions": 4,
        "candidates": 7,
        "rejects": 2,
        "actors": 4,
        "tenures": 1,
    }


@pytest.mark.parametrize(
    ("readings", "rejects"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([], REJECTS, id="only-rejects"),
        pytest.param([reading()], [], id="document-without-mentions"),
    ],
)
def test_what_is_not_there_is_a_table_without_rows(readings, rejects):
    parts = shard_tables(readings, rejects, "1")
    assert_schemas(parts)
    assert (parts["documents"].num_rows, parts["rejects"].num_rows) == (len(readings), len(rejects))
    assert parts["mentions"].num_rows == parts["reports"].num_rows == 0


def test_the_order_of_reading_does_not_matter():
    expected = shard_tables(READINGS, REJECTS, "1")
    for seed in range(5):
        readings = random.Random(seed).sample(READINGS, len(READINGS))
        assert shard_tables(readings, REJECTS[::-1], "1") == expected


@pytest.mark.parametrize("where", ["mention", "participant", "evidence", "date", "candidate"])
def test_a_tampered_surface_raises(where):
    one = READINGS[0]
    (report,) = one.reports
    changes = {
        "mention": {"mentions": (one.mentions[0]._replace(surface="غيره"),)},
        "participant": {"reports": (replace(report, participants=(replace(report.participants[0], surface="غيره"),)),)},
        "evidence": {"reports": (replace(report, evidence="غيره"),)},
        "date": {"reports": (replace(report, when=replace(report.when, surface="غيره")),)},
        "candidate": {"candidates": (replace(one.candidates[0], trigger="غيره"),)},
    }
    with pytest.raises(SpanError, match=one.doc_id):
        shard_tables([replace(one, **changes[where])], [], "1")
