"""The words in which a table is declared: `Column`, `ForeignKey`, `SpanColumns`, `Order`, `Table`.

A declaration checks itself when it is made: a duplicate, a key without its column or a column without a description
raises `SchemaError`. References between tables are checked in `catalog`, which knows them all.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from transforms.base.errors import LiqaError


class SchemaError(LiqaError):
    """A declaration that cannot stand: names the table or column."""


class ColumnType(StrEnum):
    """The types a column may have. `BIG_INTEGER` is for what may pass 2^31 (bytes, counts over the corpus)."""

    STRING = "string"
    INTEGER = "int32"
    BIG_INTEGER = "int64"
    NUMBER = "float64"
    BOOLEAN = "bool"
    DATE = "date32"
    STRING_LIST = "list<string>"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `null_means` says what an absent value says about the world; a column without it is never null.

    `values` is the closed vocabulary, `pattern` a regular expression that the whole value matches, `minimum` and
    `maximum` inclusive bounds; on a list they hold for each element. A list is never null: nothing known is the empty
    list.
    """

    name: str
    type: ColumnType
    description: str
    null_means: str | None = None
    values: builtins.type[StrEnum] | None = None
    pattern: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    unit: str | None = None

    def __post_init__(self) -> None:
        if not self.name.isidentifier() or self.name != self.name.lower():
            raise SchemaError(f"column {self.name!r}: not a lower-case name")
        if not self.description.endswith("."):
            raise SchemaError(f"column {self.name}: the description is a sentence and ends with a full stop")
        if self.type is ColumnType.STRING_LIST and self.nullable:
            raise SchemaError(f"column {self.name}: a list is empty, never null")
        if self.minimum is not None and self.maximum is not None and self.minimum > self.maximum:
            raise SchemaError(f"column {self.name}: minimum above maximum")

    @property
    def nullable(self) -> bool:
        """Whether a value may be absent."""
        return self.null_means is not None


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Columns whose values, where none is null, stand in `references` of `table`, that table's key. With `beside`, the
    row referred to lies in the same group of documents.
    """

    columns: tuple[str, ...]
    table: str
    references: tuple[str, ...]
    beside: bool = False


@dataclass(frozen=True, slots=True)
class SpanColumns:
    """Columns that hold half-open character offsets into `texts.text`, and the column that repeats those characters."""

    start: str
    end: str
    surface: str


@dataclass(frozen=True, slots=True)
class Order:
    """Two columns of one row: where both are known, `low` is not above `high`."""

    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table.

    `columns` are what a release holds. A shard's part holds the same without `linked` (known only over all documents)
    and with `part_only` (what linking needs to know and a reader does not). An `internal` table exists in parts
    alone, a `derived` one in releases alone. A `whole` one is made over all documents at once; of the others each group
    of documents has its own part, so that the rows of a document lie in parts of one name.
    """

    name: str
    title: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()
    spans: tuple[SpanColumns, ...] = ()
    orders: tuple[Order, ...] = ()
    linked: tuple[str, ...] = ()
    part_only: tuple[Column, ...] = ()
    internal: bool = False
    derived: bool = False
    whole: bool = False
    names: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", tuple(column.name for column in self.columns))
        every = [*self.names, *(column.name for column in self.part_only)]
        if len(set(every)) != len(every):
            raise SchemaError(f"table {self.name}: a column is declared twice")
        if not self.key or not self.title or not self.description.endswith("."):
            raise SchemaError(f"table {self.name}: key, title and description are required")
        for name in self._named():
            if name not in self.names:
                raise SchemaError(f"table {self.name}: no column {name!r}")
        for name in self.key:
            if self.column(name).nullable:
                raise SchemaError(f"table {self.name}: key column {name} may not be null")

    def _named(self) -> Iterable[str]:
        yield from self.key
        yield from self.linked
        for reference in self.foreign_keys:
            yield from reference.columns
        for span in self.spans:
            yield from (span.start, span.end, span.surface)
        for order in self.orders:
            yield from (order.low, order.high)

    def column(self, name: str) -> Column:
        """The declared column of a release. Raises SchemaError when there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise SchemaError(f"table {self.name}: no column {name!r}")

    @property
    def part_columns(self) -> tuple[Column, ...]:
        """What a shard's part holds, in order: the columns that only linking needs first."""
        return (*self.part_only, *(column for column in self.columns if column.name not in self.linked))

    @property
    def sort_order(self) -> tuple[str, ...]:
        """The order of rows in a release: by the key, so that the bytes do not depend on the shards."""
        return self.key
