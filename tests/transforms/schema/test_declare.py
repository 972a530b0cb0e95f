from enum import StrEnum

import pytest

from transforms.schema.declare import Column, ColumnType, Order, SchemaError, SpanColumns, Table


class Colour(StrEnum):
    RED = "red"


KEY = Column("id", ColumnType.STRING, "The key.")
NOTE = Column("note", ColumnType.STRING, "A note.", null_means="nobody wrote one")


def table(**changes):
    wanted = {"name": "t", "title": "T", "description": "A table.", "key": ("id",), "columns": (KEY, NOTE)} | changes
    return Table(**wanted)


def test_a_sound_table_stands():
    assert table().names == ("id", "note")
    assert table().column("note") is NOTE


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        pytest.param({"columns": (KEY, NOTE, NOTE)}, "twice", id="column-twice"),
        pytest.param({"part_only": (NOTE,)}, "twice", id="part-column-twice"),
        pytest.param({"key": ()}, "required", id="no-key"),
        pytest.param({"title": ""}, "required", id="no-title"),
        pytest.param({"description": ""}, "required", id="no-description"),
        pytest.param({"key": ("nothing",)}, "no column", id="key-without-column"),
        pytest.param({"linked": ("nothing",)}, "no column", id="linked-without-column"),
        pytest.param({"spans": (SpanColumns("id", "id", "nothing"),)}, "no column", id="span-without-column"),
        pytest.param({"orders": (Order("id", "nothing"),)}, "no column", id="order-without-column"),
        pytest.param({"key": ("note",)}, "may not be null", id="nullable-key"),
    ],
)
def test_a_table_that_cannot_stand_raises(changes, complaint):
    with pytest.raises(SchemaError, match=complaint):
        table(**changes)


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        pytest.param({"name": "Two Words"}, "lower-case", id="name"),
        pytest.param({"description": ""}, "sentence", id="no-description"),
        pytest.param({"description": "no stop"}, "sentence", id="no-full-stop"),
        pytest.param({"type": ColumnType.STRING_LIST, "null_means": "x"}, "never null", id="nullable-list"),
        pytest.param({"minimum": 2, "maximum": 1}, "above", id="bounds"),
    ],
)
def test_a_column_that_cannot_stand_raises(changes, complaint):
    wanted = {"name": "id", "type": ColumnType.STRING, "description": "The key."} | changes
    with pytest.raises(SchemaError, match=complaint):
        Column(**wanted)


def test_a_column_is_nullable_when_it_says_what_null_means():
    assert NOTE.nullable
    assert not KEY.nullable


def test_a_part_has_what_linking_needs_and_lacks_what_linking_fills():
    extra = Column("extra", ColumnType.STRING, "For linking.")
    declared = table(linked=("note",), part_only=(extra,))
    assert [column.name for column in declared.part_columns] == ["extra", "id"]
    assert declared.names == ("id", "note")
