from dataclasses import replace

from tests.readings import Wish, day, interval, person, reading
from transforms.base.codes import Status
from transforms.tables.mentions import actor_columns, mention_columns, seen_on, tenure_columns

A, B, C = person("أحمد علي", "SYR"), person("جان دوبون", "FRA"), person("سمير")


def test_mentions_are_numbered_in_the_order_of_the_text():
    one = reading(named=(A, B, C))
    turned = replace(one, mentions=one.mentions[::-1])
    columns = mention_columns([turned], ["rdg_1"])
    assert columns["mention_no"] == [0, 1, 2]
    assert columns["surface"] == [A.name, B.name, C.name]
    assert columns["entity_id"] == [A.entity_id, B.entity_id, C.entity_id]
    assert columns == mention_columns([one], ["rdg_1"])


def test_rows_of_several_documents_keep_their_document():
    first, second, third = reading(named=(A, B), name="1"), reading(name="2"), reading(named=(C,), name="3")
    columns = mention_columns([first, second, third], ["rdg_1", "rdg_2", "rdg_3"])
    assert columns["reading_id"] == ["rdg_1", "rdg_1", "rdg_3"]
    assert columns["doc_id"] == [first.doc_id, first.doc_id, third.doc_id]
    assert columns["entity_id"] == [A.entity_id, B.entity_id, C.entity_id]
    assert columns["mention_no"] == [0, 1, 0]


def test_two_actors_of_one_entity_are_one_row():
    one = reading(named=(A,))
    doubled = replace(one, actors=(*one.actors, replace(A, name="أحمد")))
    assert actor_columns([doubled], ["rdg_1"])["name"] == [A.name]


def test_an_office_held_once_is_one_row_and_a_body_not_named_is_the_empty_text():
    one = reading(tenures=((A, "وزير", None), (A, "وزير", None), (A, "وزير", "الخارجية")), published="2024-05-02")
    columns = tenure_columns([one], ["rdg_1"])
    assert columns["organization"] == ["", "الخارجية"]
    assert columns["country"] == ["SYR", "SYR"]
    assert columns["seen_on"] == [day("2024-05-02")] * 2


def test_a_document_without_date_speaks_for_its_latest_held_meeting_of_known_day():
    known = Wish(A, B, interval("2024-05-01", "2024-05-01"))
    later = Wish(A, B, interval("2024-05-03", "2024-05-03"))
    planned = replace(later, on=interval("2024-06-01", "2024-06-01"), status=Status.PLANNED)
    vague = replace(later, on=interval("2024-05-01", "2024-05-31"))
    assert seen_on(reading(later, known, planned, vague)) == day("2024-05-03")
    assert seen_on(reading(planned, vague)) is None
    assert seen_on(reading(known, published="2024-07-01")) == day("2024-07-01")
