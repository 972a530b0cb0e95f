"""Marks over a text: a partition of the text, exact to the character."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.transforms.report.seeds import seed_readings
from transforms.base.codes import EntityType, Side
from transforms.base.records import Region
from transforms.report.marking import ENTITY_ROLES, SIDE_ROLES, Mark, Role, marked_segments, reading_marks, segments

TEXTS = st.text(st.sampled_from("abcd \n"), max_size=30)
MARKS = st.lists(
    st.builds(Mark, st.integers(0, 35), st.integers(0, 35), st.sampled_from(Role), st.sampled_from(["", "note"]))
)


@given(TEXTS, MARKS)
def test_the_segments_are_the_text(text: str, marks: list[Mark]) -> None:
    found = segments(text, marks)
    assert "".join(segment.text for segment in found) == text
    assert all(segment.text == text[segment.start : segment.end] for segment in found)
    assert all(segment.start < segment.end for segment in found)


@given(TEXTS, MARKS)
def test_every_character_has_the_roles_of_the_marks_over_it(text: str, marks: list[Mark]) -> None:
    roles = {at: set(segment.roles) for segment in segments(text, marks) for at in range(segment.start, segment.end)}
    assert roles == {at: {mark.role for mark in marks if mark.start <= at < mark.end} for at in range(len(text))}


def test_the_outer_mark_comes_first() -> None:
    found = segments("abcdef", [Mark(2, 3, Role.DATE), Mark(0, 6, Role.EVIDENCE)])
    assert [(each.text, each.roles) for each in found] == [
        ("ab", (Role.EVIDENCE,)),
        ("c", (Role.EVIDENCE, Role.DATE)),
        ("def", (Role.EVIDENCE,)),
    ]


def test_a_role_that_covers_twice_is_named_once() -> None:
    (found,) = segments("ab", [Mark(0, 2, Role.DATE, "one"), Mark(0, 2, Role.DATE, "two")])
    assert found.roles == (Role.DATE,)
    assert [mark.note for mark in found.marks] == ["one", "two"]


def test_zones_and_the_gaps_between_them() -> None:
    found = segments("head\nbody", [], [Region("title", 0, 4), Region("text", 5, 9)])
    assert [(each.text, each.zone) for each in found] == [("head", "title"), ("\n", ""), ("body", "text")]


def test_an_empty_text_has_no_segment() -> None:
    assert segments("", [Mark(0, 4, Role.DATE)]) == ()


def test_a_reading_gives_its_text_zones_and_marks() -> None:
    for reading in seed_readings():
        found = marked_segments(reading)
        assert "".join(segment.text for segment in found) == reading.document.text
        assert {segment.zone for segment in found} >= {region.part for region in reading.regions}
        expected = {mark.role for mark in reading_marks(reading)}
        assert expected == {role for segment in found for role in segment.roles}
        assert {Role.EVIDENCE, Role.PERSON, Role.TRIGGER} <= expected


def test_the_marks_of_a_reading_stand_where_its_records_say() -> None:
    reading = seed_readings()[0]
    text = reading.document.text
    dates = [mark for mark in reading_marks(reading) if mark.role is Role.MEETING_DATE]
    assert [text[mark.start : mark.end] for mark in dates] == ["يوم أمس"]
    sides = {text[mark.start : mark.end] for mark in reading_marks(reading) if mark.role is Role.SIDE_B}
    assert sides == {"فرانسوا سينيمو"}


def test_every_side_and_entity_has_a_role() -> None:
    assert set(SIDE_ROLES) == set(Side)
    assert set(ENTITY_ROLES) == set(EntityType)
