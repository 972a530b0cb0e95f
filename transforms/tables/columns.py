"""Lists of values to the Arrow table of a declaration, with the checks that every part passes.

In this order: the columns are those declared; every span's surface stands in the text; no required value is absent.
The checks run over whole columns, because this is on the way of every document.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

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

    Raises SpanError where a surface is not the text between its offsets, RowError where a column is missing or
    unknown, a required value is absent or a span is half there.
    """
    schema = part_schema(table)
    if set(columns) != set(schema.names):
        raise RowError(table.name, f"columns {sorted(set(columns) ^ set(schema.names))} are missing or not declared")
    for span in table.spans:
        _check_span(table.name, columns, span, texts)
    arrays = [pa.array(columns[field.name], field.type) for field in schema]
    for field, array in zip(schema, arrays, strict=True):
        if array.null_count and not field.nullable:
            raise RowError(table.name, f"column {field.name} has {array.null_count} absent values")
    return pa.Table.from_arrays(arrays, schema=schema)


def _check_span(table: str, columns: Columns, span: SpanColumns, texts: Mapping[str, str]) -> None:
    """Hold every row's surface against its text. A span whose three columns are all null is none."""
    starts = cast("Sequence[int | None]", columns[span.start])
    ends = cast("Sequence[int | None]", columns[span.end])
    surfaces = cast("Sequence[str | None]", columns[span.surface])
    doc_ids = cast("Sequence[str]", columns["doc_id"])
    for doc_id, start, end, surface in zip(doc_ids, starts, ends, surfaces, strict=True):
        if start is None or end is None or surface is None:
            if (start, end, surface) != (None, None, None):
                raise RowError(
                    table, f"document {doc_id}: {span.surface} stands without its offsets, or they without it"
                )
        # Python forgives negative offsets and ends beyond the text: the dataset's other readers do not.
        elif start < 0 or texts[doc_id][start:end] != surface or not 0 < end - start == len(surface):
            raise SpanError(doc_id, start, end, surface)
