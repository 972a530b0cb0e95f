"""Lists of values to the Arrow table of a declaration, with the checks that every part passes.

In this order: the columns are those declared; every span's surface stands in the text; no required value is absent.
The checks run over whole columns, because this is on the way of every document.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyarrow as pa

from transforms.base.errors import LiqaError, SpanError
from transforms.schema.arrow import part_schema
from transforms.schema.declare import SpanColumns, Table

Columns = dict[str, Sequence[object]]


class RowError(LiqaError):
    """Rows that do not hold what their table declares: a fault of the engine, never of the data."""

    def __init__(self, table: str, detail: str) -> None:
        super().__init__(f"table {table}: {detail}")
        self.table = table


def part(table: Table, columns: Columns, texts: Mapping[str, str]) -> pa.Table:
    """The part of `table` that holds `columns`, one list of equal length each; `texts` holds the text by doc_id.

    Raises SpanError where a surface is not the text between its offsets, RowError where a column is missing or unknown
    or a required value is absent.
    """
    schema = part_schema(table)
    if set(columns) != set(schema.names):
        raise RowError(table.name, f"columns {sorted(set(columns) ^ set(schema.names))} are missing or not declared")
    for span in table.spans:
        _check_span(columns, span, texts)
    arrays = [pa.array(columns[field.name], field.type) for field in schema]
    for field, array in zip(schema, arrays, strict=True):
        if array.null_count and not field.nullable:
            raise RowError(table.name, f"column {field.name} has {array.null_count} absent values")
    return pa.Table.from_arrays(arrays, schema=schema)


def _check_span(columns: Columns, span: SpanColumns, texts: Mapping[str, str]) -> None:
    """Hold every row's surface against its text. A span whose three columns are all null is none."""
    rows = zip(columns["doc_id"], columns[span.start], columns[span.end], columns[span.surface], strict=True)
    for doc_id, start, end, surface in rows:
        if start is end is surface is None:
            continue
        # Negative offsets count from the end in Python: equal by chance, and wrong in every other language.
        if not 0 <= start < end or texts[doc_id][start:end] != surface:  # type: ignore[operator,index]
            raise SpanError(str(doc_id), start, end, str(surface))  # type: ignore[arg-type]
