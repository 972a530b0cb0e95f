"""A declared table as an Arrow schema: types, nullability, and the descriptions as metadata that travel in the Parquet
file.
"""

from __future__ import annotations

from functools import cache

import pyarrow as pa

from transforms.schema.declare import Column, ColumnType, Table

ARROW_TYPES: dict[ColumnType, pa.DataType] = {
    ColumnType.STRING: pa.string(),
    ColumnType.INTEGER: pa.int32(),
    ColumnType.BIG_INTEGER: pa.int64(),
    ColumnType.NUMBER: pa.float64(),
    ColumnType.BOOLEAN: pa.bool_(),
    ColumnType.DATE: pa.date32(),
    # Parquet calls a list's inner field "element": any other name would not survive the way through a file.
    ColumnType.STRING_LIST: pa.list_(pa.field("element", pa.string(), nullable=False)),
}


def arrow_field(column: Column) -> pa.Field:
    """The column as an Arrow field; its metadata hold the description and, where declared, null meaning, values and
    unit.
    """
    metadata = {"description": column.description}
    if column.null_means is not None:
        metadata["null"] = column.null_means
    if column.values is not None:
        metadata["values"] = "|".join(column.values)
    if column.unit is not None:
        metadata["unit"] = column.unit
    return pa.field(column.name, ARROW_TYPES[column.type], nullable=column.nullable, metadata=metadata)


def _schema(table: Table, columns: tuple[Column, ...]) -> pa.Schema:
    metadata = {"title": table.title, "description": table.description, "key": ",".join(table.key)}
    return pa.schema([arrow_field(column) for column in columns], metadata=metadata)


@cache
def release_schema(table: Table) -> pa.Schema:
    """The schema of the table in a release."""
    return _schema(table, table.columns)


@cache
def part_schema(table: Table) -> pa.Schema:
    """The schema of the table in a shard's part: without what linking fills, with what only linking needs."""
    return _schema(table, table.part_columns)


def empty_table(table: Table) -> pa.Table:
    """The table of a release without rows."""
    return release_schema(table).empty_table()
