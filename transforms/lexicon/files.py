"""Reading lexicon files: CSV tables and YAML lists, every row with its file and line.

A CSV file has a header row; a YAML file is a list of mappings. Both give `Row`s of strings (YAML: strings, numbers,
booleans, lists), so that each category's module checks its own fields and can name the line of a fault.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple, Protocol, TypeVar

import yaml

from transforms.base.errors import LexiconError

LIST_SEPARATOR = "|"


class Row(NamedTuple):
    """One entry as it stands in a file."""

    path: str
    line: int
    fields: Mapping[str, object]

    def text(self, name: str, default: str | None = None) -> str:
        """A text field; without a default it must be there and not be empty."""
        value = self.fields.get(name)
        if value is None or value == "":
            if default is None:
                raise self.fault(f"field {name!r} is missing or empty")
            return default
        return str(value).strip()

    def texts(self, name: str) -> tuple[str, ...]:
        """A list field: a YAML list, or texts parted by `|`. Empty if absent."""
        value = self.fields.get(name)
        if value is None or value == "":
            return ()
        parts = value if isinstance(value, list) else str(value).split(LIST_SEPARATOR)
        return tuple(text for part in parts if (text := str(part).strip()))

    def flag(self, name: str) -> bool:
        """A yes-or-no field; absent is no."""
        value = self.fields.get(name, "")
        if value in (True, "yes", "true", "1", 1):
            return True
        if value in (False, None, "", "no", "false", "0", 0):
            return False
        raise self.fault(f"field {name!r} must be yes or no, not {value!r}")

    def fault(self, detail: str) -> LexiconError:
        """An error that names this row's file and line."""
        return LexiconError(self.path, self.line, detail)

    def only(self, *names: str) -> None:
        """Refuse fields that the file's form does not have."""
        unknown = sorted(set(self.fields) - set(names))
        if unknown:
            raise self.fault(f"unknown field {unknown[0]!r}; known: {', '.join(names)}")


Code = TypeVar("Code", bound=StrEnum)


def code_of(row: Row, name: str, codes: type[Code]) -> Code:
    """A field that must be one of a closed list of codes."""
    value = row.text(name)
    try:
        return codes(value)
    except ValueError:
        raise row.fault(f"field {name!r} must be one of {', '.join(codes)}, not {value!r}") from None


def read_rows(path: str, content: str) -> tuple[Row, ...]:
    """The rows of a file by its ending, `.csv` or `.yaml`."""
    if path.endswith(".csv"):
        return tuple(_csv_rows(path, content))
    return tuple(_yaml_rows(path, content))


class _Reader(Protocol):
    """What `csv.reader` gives: cells line by line, and the line reached."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...


def _csv_rows(path: str, content: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(content))
    try:
        yield from _rows_of(path, reader)
    except csv.Error as error:
        raise LexiconError(path, reader.line_num, f"not CSV: {error}") from error


def _rows_of(path: str, reader: _Reader) -> Iterator[Row]:
    header: list[str] | None = None
    for cells in reader:
        if not cells or cells[0].startswith("#"):
            continue
        if header is None:
            header = [cell.strip() for cell in cells]
            twice = sorted(name for name in set(header) if header.count(name) > 1)
            if twice:
                raise LexiconError(path, reader.line_num, f"column {twice[0]!r} stands twice")
            continue
        if len(cells) != len(header):
            raise LexiconError(path, reader.line_num, f"{len(cells)} cells, the header has {len(header)}")
        yield Row(path, reader.line_num, dict(zip(header, cells, strict=True)))


def _yaml_rows(path: str, content: str) -> Iterator[Row]:
    try:
        loader = yaml.CSafeLoader(content) if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader(content)
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        raise _not_yaml(path, error) from error
    except yaml.YAMLError as error:  # a character that YAML does not allow has no mark
        raise LexiconError(path, 1, f"not YAML: {error}") from error
    if node is None:
        return
    if not isinstance(node, yaml.SequenceNode):
        raise LexiconError(path, node.start_mark.line + 1, "the file must be a list of entries")
    for item in node.value:
        yield Row(path, item.start_mark.line + 1, _fields(path, loader, item))


def _fields(path: str, loader: yaml.SafeLoader | yaml.CSafeLoader, item: yaml.Node) -> dict[str, object]:
    line = item.start_mark.line + 1
    if not isinstance(item, yaml.MappingNode):
        raise LexiconError(path, line, "an entry must be a mapping of fields")
    seen: set[str] = set()
    for key, _ in item.value:
        if str(key.value) in seen:
            raise LexiconError(path, key.start_mark.line + 1, f"field {key.value!r} stands twice")
        seen.add(str(key.value))
    try:
        fields: dict[str, object] = loader.construct_document(item)
    except yaml.MarkedYAMLError as error:
        raise _not_yaml(path, error) from error
    except ValueError as error:  # what looks like a day and is none
        raise LexiconError(path, line, f"not YAML: {error}") from error
    return fields


def _not_yaml(path: str, error: yaml.MarkedYAMLError) -> LexiconError:
    line = error.problem_mark.line + 1 if error.problem_mark else 1
    return LexiconError(path, line, f"not YAML: {error.problem}")
