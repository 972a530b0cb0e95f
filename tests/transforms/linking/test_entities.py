from dataclasses import replace

from tests.readings import body, person, reading
from tests.transforms.linking.linked import linked, rows
from transforms.base.codes import MentionForm

A, B, M = person("أحمد علي", "SYR", "Ahmad Ali"), person("جان دوبون"), body("الخارجية", "FRA")


def called(actor, name, **more):
    """The same entity under another name."""
    return replace(actor, name=name, **more)


def test_an_entity_has_the_name_that_most_documents_use_and_of_those_the_fullest():
    short, full = called(A, "أحمد", name_en=None), called(A, "أحمد علي حسن", country=None)
    release = linked(
        [reading(named=(short,), name="1"), reading(named=(short,), name="2"), reading(named=(full,), name="3")]
    )
    assert rows(release["entities"], "name_ar", "name_en", "country", "n_documents", "n_mentions") == [
        ("أحمد", "Ahmad Ali", "SYR", 3, 3)
    ]
    release = linked([reading(named=(short,), name="1"), reading(named=(full,), name="2")])
    assert release["entities"]["name_ar"].to_pylist() == ["أحمد علي حسن"]


def test_ids_in_registers_are_gathered():
    others = [replace(M, external_ids=(f"Q{number}", "Q1"), in_lexicon=False) for number in range(40, 2, -1)]
    known = [reading(named=(other,), name=str(number)) for number, other in enumerate(others)]
    release = linked([*known, reading(named=(M, B), name="last")])
    gathered = dict(rows(release["entities"], "entity_id", "external_ids"))
    assert gathered == {M.entity_id: sorted({"Q1", *(f"Q{number}" for number in range(3, 41))}), B.entity_id: []}
    assert dict(rows(release["entities"], "entity_id", "in_lexicon")) == {M.entity_id: True, B.entity_id: False}


def test_an_entity_that_no_mention_names_is_there_with_none():
    one = reading(named=(A,))
    release = linked([replace(one, mentions=())])
    assert rows(release["entities"], "n_documents", "n_mentions") == [(1, 0)]
    assert release["mention_counts"].num_rows == 0


def test_mentions_are_counted_by_form():
    one = reading(named=(A, B))
    first, other = one.mentions
    word = one.document.text[:3]
    more = [first._replace(start=0, end=3, surface=word, form=form) for form in MentionForm]
    release = linked([replace(one, mentions=(other, *more, more[1]))])
    counts = release["mention_counts"].to_pylist()
    mine = next(row for row in counts if row["entity_id"] == A.entity_id)
    assert (mine["n_mentions"], mine["n_full"], mine["n_partial"], mine["n_adjective"]) == (5, 1, 2, 1)
    assert (mine["first_start"], mine["name"], mine["entity_type"]) == (0, A.name, "person")
    assert sum(row["n_mentions"] for row in counts) == release["mentions"].num_rows


def test_an_office_is_seen_from_the_first_document_to_the_last():
    held = ((A, "وزير", "الخارجية"),)
    release = linked(
        [reading(tenures=held, name="1", published="2024-05-02"), reading(tenures=held, name="2")],
        [reading(tenures=held, name="3", published="2023-01-01"), reading(tenures=((A, "وزير", None),), name="4")],
    )
    offices = rows(release["roles"], "organization", "country", "first_seen", "last_seen", "n_documents")
    assert [tuple(str(cell) for cell in office) for office in offices] == [
        ("", "SYR", "None", "None", "1"),
        ("الخارجية", "SYR", "2023-01-01", "2024-05-02", "3"),
    ]
