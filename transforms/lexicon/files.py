"""Reading lexicon files: CSV tables and YAML lists, every row with its file and line.

A CSV file has a header row; a YAML file is a list of mappings. Both give `Row`s of strings (YAML: strings, numbers,
booleans, lists), so that each category's module checks its own fields and can name the line of a fault.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple, TypeVar

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


def _csv_rows(path: str, content: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(content))
    header: list[str] | None = None
    for cells in reader:
        if not cells or cells[0].startswith("#"):
            continue
        if header is None:
            header = [cell.strip() for cell in cells]
            continue
        if len(cells) != len(header):
            raise LexiconError(path, reader.line_num, f"{len(cells)} cells, the header has {len(header)}")
        yield Row(path, reader.line_num, dict(zip(header, cells, strict=True)))


def _yaml_rows(path: str, content: str) -> Iterator[Row]:
    loader = yaml.CSafeLoader(content) if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader(content)
    try:
        node = loader.get_single_node()
        if node is None:
            return
        if not isinstance(node, yaml.SequenceNode):
            raise LexiconError(path, node.start_mark.line + 1, "the file must be a list of entries")
        for item in node.value:
            line = item.start_mark.line + 1
            fields = loader.construct_document(item)
            if not isinstance(fields, dict):
                raise LexiconError(path, line, "an entry must be a mapping of fields")
            yield Row(path, line, fields)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise LexiconError(path, line, f"not YAML: {error.problem}") from error
    finally:
        loader.dispose()
