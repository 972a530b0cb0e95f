"""The codebook: the declarations as a page for people, in Markdown. The same declarations give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from transforms.schema.catalog import RELEASE_TABLES
from transforms.schema.declare import Column, ColumnType, ForeignKey, Table
from transforms.schema.meanings import meaning
from transforms.schema.prose import INTRODUCTION, LOADING, RULES

TYPE_NAMES: dict[ColumnType, str] = {
    ColumnType.STRING: "text",
    ColumnType.INTEGER: "integer",
    ColumnType.BIG_INTEGER: "integer (64 bit)",
    ColumnType.NUMBER: "number",
    ColumnType.BOOLEAN: "true or false",
    ColumnType.DATE: "date",
    ColumnType.STRING_LIST: "list of texts",
}


def codebook(version: str) -> str:
    """The codebook of a release made by that version of the engine."""
    parts = [
        f"# Codebook\n\nVersion {version}. Generated from the declaration of the tables.",
        INTRODUCTION,
        _overview(RELEASE_TABLES),
        "## What the data mean\n\n" + "\n".join(f"- {rule}" for rule in RULES),
        LOADING,
        "## Tables",
        *(_table(table) for table in RELEASE_TABLES),
        "## Codes",
        *(_vocabulary(vocabulary) for vocabulary in _vocabularies(RELEASE_TABLES)),
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def _grid(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = list(head)
    return "\n".join([_row(head), _row("---" for _ in head), *(_row(row) for row in rows)])


def _overview(tables: Iterable[Table]) -> str:
    return _grid(
        ("table", "what it holds", "key"),
        ((f"[{table.name}](#{table.name})", table.description, ", ".join(table.key)) for table in tables),
    )


def _table(table: Table) -> str:
    facts = [f"Key: {_names(table.key)}."]
    facts += [_reference(reference) for reference in table.foreign_keys]
    facts += [
        f"`text[{span.start}:{span.end}]` in `texts` is exactly `{span.surface}`, in every row." for span in table.spans
    ]
    facts += [f"Where both are known, `{order.low}` is not after or above `{order.high}`." for order in table.orders]
    grid = _grid(
        ("column", "type", "meaning", "when null", "values"),
        (
            (f"`{column.name}`", TYPE_NAMES[column.type], column.description, _null(column), _values(column))
            for column in table.columns
        ),
    )
    listed = "\n".join(f"- {fact}" for fact in facts)
    return f"### {table.name}\n\n{table.description}\n\n{listed}\n\n{grid}"


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _reference(reference: ForeignKey) -> str:
    return f"{_names(reference.columns)} stands in [{reference.table}](#{reference.table}), where not null."


def _null(column: Column) -> str:
    if column.type is ColumnType.STRING_LIST:
        return "never; empty when there is nothing to list"
    return column.null_means or "never"


def _values(column: Column) -> str:
    said = []
    if column.values is not None:
        said.append(f"see [{_title(column.values)}](#{_anchor(column.values)})")
    if column.pattern is not None:
        said.append(f"`{column.pattern}`")
    if column.minimum is not None and column.maximum is not None:
        said.append(f"{column.minimum:g} to {column.maximum:g}")
    elif column.minimum is not None:
        said.append(f"{column.minimum:g} or more")
    elif column.maximum is not None:
        said.append(f"at most {column.maximum:g}")
    if column.unit is not None:
        said.append(f"in {column.unit}")
    return "; ".join(said)


def _title(vocabulary: type[StrEnum]) -> str:
    """`PublishedBasis` is read as "published basis"."""
    name = vocabulary.__name__
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()


def _anchor(vocabulary: type[StrEnum]) -> str:
    return "codes-" + _title(vocabulary).replace(" ", "-")


def _vocabularies(tables: Iterable[Table]) -> list[type[StrEnum]]:
    """Every vocabulary once, in the order in which the tables use them."""
    used = (column.values for table in tables for column in table.columns if column.values is not None)
    return list(dict.fromkeys(used))


def _vocabulary(vocabulary: type[StrEnum]) -> str:
    used = [
        f"`{table.name}.{column.name}`"
        for table in RELEASE_TABLES
        for column in table.columns
        if column.values is vocabulary
    ]
    grid = _grid(("code", "meaning"), ((f"`{code}`", meaning(code)) for code in vocabulary))
    return f"### Codes: {_title(vocabulary)}\n\nUsed by {', '.join(used)}.\n\n{grid}"
