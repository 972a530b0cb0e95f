from hashlib import sha256

from tests.readings import Wish, interval, person, reading
from transforms.base.codes import RejectReason
from transforms.base.records import Reject
from transforms.tables.documents import document_columns, reading_id, reject_columns

A, B = person("أحمد علي", "SYR"), person("جان دوبون", "FRA")


def test_a_document_counts_what_was_found_in_it():
    one = reading(Wish(A, B), Wish(B, A), named=(person("سمير"),), published="2024-05-02", outlet="x")
    columns = {name: values[0] for name, values in document_columns([one], ["rdg_1"], "7").items()}
    text = one.document.text
    assert columns["sha256"] == sha256(text.encode()).hexdigest()
    assert (columns["n_meetings"], columns["n_mentions"], columns["outcome"]) == (2, 3, "meetings")
    assert (columns["n_chars"], columns["n_words"]) == (len(text), len(text.split()))
    assert (columns["published_on"], columns["not_before"]) == (interval("2024-05-02").earliest,) * 2
    assert (columns["published_basis"], columns["engine_version"], columns["language"]) == ("metadata", "7", "ar")


def test_a_document_without_meetings_says_so():
    assert document_columns([reading()], ["rdg_1"], "7")["outcome"] == ["no_meeting"]


def test_copies_share_the_document_and_differ_in_the_reading():
    first, copy = reading(source="file:///1"), reading(source="file:///2")
    assert first.doc_id == copy.doc_id
    assert reading_id(first) != reading_id(copy)
    assert reading_id(first) != reading_id(reading(source="file:///1", record_no=1))


def test_a_reject_keeps_all_that_is_known_of_it():
    columns = reject_columns([Reject("file:///x", 3, RejectReason.NO_TEXT, "no field text", "ab" * 32, 7)])
    assert {name: values[0] for name, values in columns.items()} == {
        "source_uri": "file:///x",
        "record_no": 3,
        "reason": "no_text",
        "detail": "no field text",
        "sha256": "ab" * 32,
        "n_bytes": 7,
    }
