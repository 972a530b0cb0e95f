"""Reading lexicon files: rows with file and line, and what is refused."""

from __future__ import annotations

from enum import StrEnum

import pytest

from tests.transforms.lexicon.rows import row
from transforms.base.errors import LexiconError
from transforms.lexicon.files import code_of, read_rows


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def test_csv_rows_know_their_lines() -> None:
    rows = read_rows("a.csv", '# a comment\nname,note\nا,one\n\n"ب\nت",two\n')
    assert [(each.line, each.text("name"), each.text("note")) for each in rows] == [(3, "ا", "one"), (6, "ب\nت", "two")]


def test_yaml_rows_know_their_lines() -> None:
    rows = read_rows("a.yaml", "# a comment\n- name: ا\n  many: [ب, ت]\n- {name: ث, count: 3, yes: true}\n")
    assert [(each.line, each.text("name")) for each in rows] == [(2, "ا"), (4, "ث")]
    assert rows[0].texts("many") == ("ب", "ت")
    assert rows[1].text("count") == "3"


@pytest.mark.parametrize("content", ["", "# only a comment\n", "name,note\n"])
@pytest.mark.parametrize("path", ["a.csv"])
def test_empty_csv(path: str, content: str) -> None:
    assert read_rows(path, content) == ()


def test_empty_yaml() -> None:
    assert read_rows("a.yaml", "") == ()


@pytest.mark.parametrize(
    ("path", "content", "line", "detail"),
    [
        pytest.param("a.csv", "a,b\n1,2\n1,2,3\n", 3, "3 cells, the header has 2", id="cells"),
        pytest.param("a.yaml", "name: x\n", 1, "must be a list", id="mapping"),
        pytest.param("a.yaml", "- {a: 1}\n- x\n", 2, "must be a mapping", id="scalar entry"),
        pytest.param("a.yaml", "- a: [1\n- b: 2\n", 2, "not YAML", id="broken"),
    ],
)
def test_refused(path: str, content: str, line: int, detail: str) -> None:
    with pytest.raises(LexiconError, match=detail) as caught:
        read_rows(path, content)
    assert (caught.value.path, caught.value.line) == (path, line)


def test_texts_are_parted_by_bars_in_a_table() -> None:
    assert row(names="ا|  ب |").texts("names") == ("ا", "ب")
    assert row(names="").texts("names") == row().texts("names") == ()


@pytest.mark.parametrize("value", ["", None])
def test_a_field_that_must_be_there(value: object) -> None:
    with pytest.raises(LexiconError, match=r"file\.csv:7: field 'name' is missing or empty"):
        row(name=value).text("name")
    assert row(name=value).text("name", "other") == "other"


@pytest.mark.parametrize(("value", "flag"), [("yes", True), (True, True), ("", False), ("no", False), (False, False)])
def test_flags(value: object, flag: bool) -> None:
    assert row(here=value).flag("here") is flag


@pytest.mark.parametrize("value", ["maybe", "Yes", 2])
def test_a_flag_is_yes_or_no(value: object) -> None:
    with pytest.raises(LexiconError, match="must be yes or no"):
        row(here=value).flag("here")


def test_unknown_fields_are_refused() -> None:
    with pytest.raises(LexiconError, match="unknown field 'nmae'; known: name, note"):
        row(nmae="x").only("name", "note")


def test_codes() -> None:
    assert code_of(row(colour="red"), "colour", Colour) is Colour.RED
    with pytest.raises(LexiconError, match="field 'colour' must be one of red, blue, not 'green'"):
        code_of(row(colour="green"), "colour", Colour)
