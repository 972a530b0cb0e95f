"""The whole of linking: schemas, order, conservation, and that shards and orders leave no trace."""

import io
from dataclasses import replace

import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.readings import Wish, body, interval, person, reading
from tests.transforms.linking.linked import connect, group_of, grouped, linked, over_all, parts_of, release_of
from transforms.base.codes import CandidateOutcome, CandidateReason, Format, RejectReason, Status
from transforms.base.records import Reject
from transforms.linking.entities import TALLIES
from transforms.linking.release import GROUP_TABLES, TIES, TIES_OF, group_tables, tie, ties_of
from transforms.schema.arrow import release_schema
from transforms.schema.catalog import RELEASE_TABLES

A, B, C = person("أحمد علي", "SYR"), person("جان دوبون", "FRA"), person("سمير خالد", "SYR")
M = body("الخارجية", "FRA")
DAY = interval("2024-05-01", "2024-05-01")
REJECTS = [Reject("file:///x", number, RejectReason.EMPTY, "no bytes", None, None) for number in (2, 10, 1)]


def assert_sound(release):
    """Schemas, keys, order and references as declared."""
    assert list(release) == [table.name for table in RELEASE_TABLES]
    for table in RELEASE_TABLES:
        rows = release[table.name]
        assert rows.schema.equals(release_schema(table), check_metadata=True)
        rows.validate(full=True)
        assert not any(rows[column.name].null_count for column in table.columns if not column.nullable)
        keys = list(zip(*(rows[name].to_pylist() for name in table.key), strict=True))
        assert keys == sorted(set(keys))
        for reference in table.foreign_keys:
            own = zip(*(rows[name].to_pylist() for name in reference.columns), strict=True)
            there = zip(*(release[reference.table][name].to_pylist() for name in reference.references), strict=True)
            assert {values for values in own if None not in values} <= set(there)


@pytest.mark.parametrize(
    ("shards", "rejects", "documents"),
    [
        pytest.param([], [], 0, id="nothing"),
        pytest.param([[]], REJECTS, 0, id="only-rejects"),
        pytest.param([[reading()]], [], 1, id="document-without-mentions"),
        pytest.param([[reading(named=(A,))], []], REJECTS, 1, id="document-without-meeting"),
    ],
)
def test_what_is_not_there_is_a_table_without_rows(shards, rejects, documents):
    release = linked(*shards, rejects=rejects)
    assert_sound(release)
    assert release["documents"].num_rows == release["texts"].num_rows == documents
    assert release["rejects"]["record_no"].to_pylist() == sorted(reject.record_no for reject in rejects)
    assert release["meetings"].num_rows == 0


def test_what_was_considered_is_accounted_for():
    one = reading(Wish(A, B, DAY), Wish(A, C, DAY))
    again = replace(one.candidates[1], outcome=CandidateOutcome.MERGED, reason=CandidateReason.SAME_OCCASION)
    release = linked([replace(one, candidates=(*one.candidates, again))], [reading(Wish(A, B, DAY), name="2")])
    assert_sound(release)
    candidates = release["candidates"].to_pylist()
    reports = set(release["reports"]["report_id"].to_pylist())
    assert {row["report_id"] for row in candidates if row["outcome"] == "report"} == reports
    assert all((row["report_id"] in reports) == (row["outcome"] != "discarded") for row in candidates)
    assert len(candidates) == 3 + 2 + 1


def test_texts_come_through_unchanged():
    texts = ["\ufeffسطر\r\n\x00 ـ \u200f 𞸁", "x" * 100_000, "'; DROP TABLE part_texts; --"]
    readings = [
        replace(
            reading(), doc_id=f"doc_{at}", document=replace(reading().document, text=text, record_no=at), candidates=()
        )
        for at, text in enumerate(texts)
    ]
    assert linked(readings)["texts"]["text"].to_pylist() == texts


def test_batches_are_cut_at_the_same_rows_whatever_the_database_gives():
    readings = [reading(named=(A, B, C), name=str(number)) for number in range(2_000)]
    (part,) = parts_of([readings])
    sizes = {}
    with over_all([part]) as everything, connect() as connection:
        tie(everything)
        for name, rows in part.items():
            connection.register(f"part_{name}", rows)
        for name, reader in group_tables(connection, ties_of(everything, 0), GROUP_TABLES, rows_per_batch=2_500):
            sizes[name] = [batch.num_rows for batch in reader]
    assert sizes["mentions"] == [2_500, 2_500, 1_000]
    assert sizes["documents"] == [2_000]
    assert sizes["meetings"] == []


def parquet(release):
    """The bytes of every table, as a release writes them."""
    written = {}
    for name, rows in release.items():
        file = io.BytesIO()
        pq.write_table(rows, file, compression="zstd", row_group_size=1_000)
        written[name] = file.getvalue()
    return written


wishes = st.builds(
    Wish,
    a=st.sampled_from([A, C, M]),
    b=st.sampled_from([B, M]),
    on=st.sampled_from(
        [DAY, interval("2024-05-03", "2024-05-03"), interval("2024-04-28", "2024-05-05"), interval(None, "2024-05-02")]
    ),
    inferred=st.sampled_from([interval(), interval("2024-05-01", "2024-05-02")]),
    status=st.sampled_from([Status.HELD, Status.PLANNED, Status.DENIED]),
    format=st.sampled_from(Format),
    place=st.sampled_from([None, "SYR", "FRA"]),
    confidence=st.sampled_from([0.5, 0.9]),
)
documents = st.builds(
    lambda told, name, published, outlet: (told, {"name": name, "published": published, "outlet": outlet}),
    st.lists(wishes, max_size=2),
    st.sampled_from("ab"),
    st.sampled_from([None, "2024-05-02", "2024-05-04"]),
    st.sampled_from([None, "x", "y"]),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(documents, max_size=8), st.data())
def test_shards_and_orders_leave_no_trace(drawn, data):
    readings = [
        reading(*told, source=f"file:///{at}", tenures=((A, "وزير", None),), **more)
        for at, (told, more) in enumerate(drawn)
    ]
    release = linked(readings, rejects=REJECTS)
    assert_sound(release)
    shuffled = data.draw(st.permutations(readings))
    cut = data.draw(st.integers(0, len(readings)))
    again = linked(shuffled[:cut], shuffled[cut:], rejects=REJECTS[::-1])  # one of them may be empty
    assert parquet(again) == parquet(release)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(documents, min_size=2, max_size=8), documents, st.data())
def test_a_table_of_a_group_depends_on_nothing_but_its_parts_and_the_ties_told(drawn, other, data):
    """What is kept of a group under its parts and ties is what it would be again."""
    cut = data.draw(st.integers(1, len(drawn) - 1))
    changed = [*drawn[:cut], other, *drawn[cut + 1 :]]
    before, after = (Groups(told, cut) for told in (drawn, changed))
    for name in (*GROUP_TABLES, *TALLIES):
        if all(before.ties[tie] == after.ties[tie] for tie in TIES_OF[name]):
            assert before.tables[name].equals(after.tables[name]), name
    assert set(TIES) == {tie for ties in TIES_OF.values() for tie in ties}


class Groups:
    """The first group of two, and what all documents together tell of it."""

    def __init__(self, drawn, cut):
        readings = [
            reading(*told, source=f"file:///{at}", tenures=((A, "وزير", None),), **more)
            for at, (told, more) in enumerate(drawn)
        ]
        parts = parts_of([readings[:cut], readings[cut:]])
        with over_all(parts) as everything:
            tie(everything)
            ties = ties_of(everything, 0)
        self.tables = group_of(parts[0], ties)
        self.ties = {name: rows.to_pylist() for name, rows in ties.items()}


def test_groups_hold_what_concerns_their_documents_alone():
    shards = [[reading(Wish(A, B, DAY), name=name, source=name)] for name in "abc"]
    groups = grouped(parts_of(shards))
    for group in groups:
        documents = set(group["documents"]["doc_id"].to_pylist())
        assert all(set(group[name]["doc_id"].to_pylist()) <= documents for name in ("texts", "reports", "mentions"))
    assert [group["meetings"].num_rows for group in groups].count(1) == 1
    assert release_of(groups)["meetings"]["n_reports"].to_pylist() == [3]
