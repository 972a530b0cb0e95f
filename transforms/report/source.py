"""Where the rows of a report come from: a function that the caller gives, so that nothing here reads a file.

Tables may be of any size, so a source is asked for the columns and rows that are needed, and answers in batches. Of the
rows that pass, only as many are kept as a page will show.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

import pyarrow as pa
import pyarrow.compute as pc

#: A column and "ascending" or "descending".
SortKey = tuple[str, str]
#: One row of a release's table, by column.
Row = Mapping[str, Any]


class Where(NamedTuple):
    """Only the rows whose `column` holds one of `values`."""

    column: str
    values: Sequence[str]


class Source(Protocol):
    """Reads a table of the release in batches: these columns of all rows, or of those that `where` names.

    A table that the release does not hold (`texts`, where it was shared without) has no batches.
    """

    def __call__(self, table: str, columns: Sequence[str], where: Where | None = None) -> Iterable[pa.RecordBatch]:
        """The batches, in any order."""


def in_memory(tables: Mapping[str, pa.Table]) -> Source:
    """A source over tables that are loaded already."""

    def read(table: str, columns: Sequence[str], where: Where | None = None) -> Iterable[pa.RecordBatch]:
        if table not in tables:
            return []
        rows = tables[table]
        if where is not None:
            rows = rows.filter(pc.is_in(rows.column(where.column), pa.array(where.values, pa.string())))
        return list(rows.select(list(columns)).to_batches())

    return read


def rows_of(source: Source, table: str, columns: Sequence[str], where: Where | None = None) -> Iterator[Row]:
    """The rows one by one. Where no value is asked for, the source is not asked either."""
    if where is not None and not where.values:
        return
    for batch in source(table, columns, where):
        yield from batch.to_pylist()


def first_of_each(
    rows: Iterable[Row], group: str, order: Callable[[Row], tuple[Any, ...]], limit: int
) -> dict[str, tuple[Row, ...]]:
    """The first `limit` rows of every group in this order, whatever order they come in; never more than twice as many
    are held.
    """
    held: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        own = held[row[group]]
        own.append(row)
        if len(own) >= 2 * limit:
            own.sort(key=order)
            del own[limit:]
    return {key: tuple(sorted(own, key=order)[:limit]) for key, own in held.items()}


def first_rows(
    source: Source, table: str, columns: Sequence[str], order: Sequence[SortKey], limit: int, where: Where | None = None
) -> tuple[Row, ...]:
    """The first `limit` rows of a table of any size, nulls last. `columns` hold those of `order`."""
    held: pa.Table | None = None
    for batch in source(table, columns, where):
        held = _first(held, pa.Table.from_batches([batch]), order, limit)
    return () if held is None else tuple(held.to_pylist())


def first_rows_of_each(
    source: Source,
    table: str,
    columns: Sequence[str],
    group: str,
    order: Sequence[SortKey],
    limit: int,
    where: Where | None = None,
) -> dict[str, tuple[Row, ...]]:
    """The first `limit` rows of every group, in one pass over the table, by group in alphabetical order."""
    held: dict[str, pa.Table] = {}
    for batch in source(table, columns, where):
        rows = pa.Table.from_batches([batch])
        for value in rows[group].unique().to_pylist():
            held[value] = _first(held.get(value), rows.filter(pc.equal(rows[group], value)), order, limit)
    return {value: tuple(held[value].to_pylist()) for value in sorted(held)}


def _first(held: pa.Table | None, rows: pa.Table, order: Sequence[SortKey], limit: int) -> pa.Table:
    """The first of what is held and what comes."""
    rows = rows if held is None else pa.concat_tables([held, rows])
    indices = pc.sort_indices(rows, sort_keys=[(*key, "at_end") for key in order])
    return rows.take(indices.slice(0, limit))
