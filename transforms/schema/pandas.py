"""A declared table as a pandas frame, there and back without loss.

A plain `pd.read_parquet` gives dates as objects and integers with gaps as floats. `to_frame` gives every column the
type that its declaration asks for; `from_frame` gives the Arrow table with the declared schema, so that a frame
written again has the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

from transforms.schema.arrow import release_schema
from transforms.schema.declare import Column, ColumnType, SchemaError, Table

if TYPE_CHECKING:  # pandas takes half a second to import: whoever makes a frame pays for it
    import pandas as pd

PANDAS_TYPES: dict[ColumnType, str] = {
    ColumnType.STRING: "str",
    ColumnType.INTEGER: "int32",
    ColumnType.BIG_INTEGER: "int64",
    ColumnType.NUMBER: "float64",
    ColumnType.BOOLEAN: "bool",
    ColumnType.DATE: "datetime64[ms]",  # an unknown day is NaT
    ColumnType.STRING_LIST: "object",  # an array of texts
}
_WITH_GAPS: dict[ColumnType, str] = {
    ColumnType.INTEGER: "Int32",
    ColumnType.BIG_INTEGER: "Int64",
    ColumnType.BOOLEAN: "boolean",
}


def pandas_type(column: Column) -> str:
    """The name of the pandas type that holds the column's values, those absent included."""
    gaps = _WITH_GAPS.get(column.type) if column.nullable else None
    return gaps or PANDAS_TYPES[column.type]


def pandas_types(table: Table) -> dict[str, str]:
    """The pandas type of every column, for `DataFrame.astype`."""
    return {column.name: pandas_type(column) for column in table.columns}


def to_frame(rows: pa.Table, table: Table) -> pd.DataFrame:
    """The rows of a table as a frame with the declared types. Raises SchemaError where a column is missing."""
    missing = set(table.names) - set(rows.column_names)
    if missing:
        raise SchemaError(f"table {table.name}: columns {sorted(missing)} are missing")
    frame: pd.DataFrame = rows.select(list(table.names)).to_pandas(types_mapper=_with_gaps, date_as_object=False)
    return frame.astype(pandas_types(table))


def _with_gaps(arrow_type: pa.DataType) -> pd.api.extensions.ExtensionDtype | None:
    """The pandas type that holds gaps, for types that would else pass through floats, which lose whole numbers."""
    import pandas as pd

    types = {pa.int32(): pd.Int32Dtype(), pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype()}
    return types.get(arrow_type)


def from_frame(frame: pd.DataFrame, table: Table) -> pa.Table:
    """The rows of a frame under the declared schema, without pandas' own metadata.

    Raises ValueError where a required value is absent, and Arrow's own errors where a value does not fit its type.
    """
    schema = release_schema(table)
    return pa.Table.from_pandas(frame, schema=schema, preserve_index=False).replace_schema_metadata(schema.metadata)
