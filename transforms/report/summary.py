"""The release in counts: rows by table, by code, by pair of countries. Narrow columns only, batch by batch."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from types import MappingProxyType

import pyarrow as pa
import pyarrow.compute as pc

from transforms.base.codes import Status
from transforms.report.source import Source
from transforms.schema.catalog import RELEASE_TABLES

#: The coded columns that the report counts, by table.
COUNTED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "meetings": ("status", "kind", "format", "date_precision"),
        "reports": ("status", "kind", "format", "date_precision"),
        "documents": ("outcome", "published_basis"),
        "candidates": ("outcome", "reason"),
        "rejects": ("reason",),
    }
)
_SIDES = ("side_a_countries", "side_b_countries")
_BOUNDS = (("date_earliest", "inferred_earliest"), ("date_latest", "inferred_latest"))
_SEPARATOR = " "


@dataclass(frozen=True, slots=True)
class Pair:
    """Two countries that met, in the order of their codes; an empty code stands for a side without a country."""

    countries: tuple[str, str]
    n_meetings: int
    n_held: int
    first: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class Summary:
    """What is in a release: rows by table, codes by table and column, meetings that inference narrows, pairs of
    countries (most meetings first).
    """

    rows: Mapping[str, int]
    codes: Mapping[tuple[str, str], Mapping[str, int]]
    n_narrowed: int
    pairs: tuple[Pair, ...]


def summarise(source: Source) -> Summary:
    """Count the release."""
    rows = {table.name: 0 for table in RELEASE_TABLES}
    codes: dict[tuple[str, str], Counter[str]] = {}
    for table in RELEASE_TABLES:
        columns = COUNTED.get(table.name, ())
        codes.update({(table.name, column): Counter() for column in columns})
        for batch in source(table.name, columns or table.key[-1:]):  # of a key the last column is the narrowest
            rows[table.name] += batch.num_rows
            for column in columns:
                counts = batch.column(column).value_counts().to_pylist()
                codes[table.name, column].update({each["values"]: each["counts"] for each in counts})
    encounters, n_narrowed = _encounters(source)
    return Summary(rows, codes, n_narrowed, _ranked(encounters))


@dataclass(slots=True)
class _Encounters:
    """The running count of one pair."""

    total: int = 0
    held: int = 0
    days: list[date] = field(default_factory=list)

    def add(self, number: int, held: bool, days: Iterable[date | None]) -> None:
        self.total += number
        self.held += number if held else 0
        known = [*self.days, *(day for day in days if day is not None)]
        self.days = [min(known), max(known)] if known else []


def _encounters(source: Source) -> tuple[Mapping[tuple[str, str], _Encounters], int]:
    """The meetings by pair of countries, and how many of them inference narrows. A meeting of several countries counts
    for each pair of them across the sides.
    """
    pairs: defaultdict[tuple[str, str], _Encounters] = defaultdict(_Encounters)
    n_narrowed = 0
    for batch in source("meetings", (*_SIDES, "status", "event_date", *chain.from_iterable(_BOUNDS))):
        narrowed = pc.or_(*(_narrows(batch.column(told), batch.column(inferred)) for told, inferred in _BOUNDS))
        n_narrowed += pc.sum(narrowed).as_py() or 0
        for row in _grouped(batch).to_pylist():
            days = (row["event_date_min"], row["event_date_max"])
            for pair in _pairs(row["a"].split(_SEPARATOR), row["b"].split(_SEPARATOR)):
                pairs[pair].add(row["event_date_count"], row["status"] == Status.HELD, days)
    return pairs, n_narrowed


def _narrows(told: pa.Array, inferred: pa.Array) -> pa.Array:
    """Where inference knows a bound that the text does not, or another one."""
    return pc.and_(pc.is_valid(inferred), pc.fill_null(pc.not_equal(told, inferred), True))


def _grouped(batch: pa.RecordBatch) -> pa.Table:
    """The meetings of a batch by countries and status: far fewer rows than meetings."""
    # The join knows no list whose elements are declared never to be null.
    lists = [batch.column(name).cast(pa.list_(pa.string())) for name in _SIDES]
    joined = [pc.binary_join(each, _SEPARATOR) for each in lists]
    columns = [*joined, batch.column("status"), batch.column("event_date")]
    table = pa.table(columns, names=["a", "b", "status", "event_date"])
    every = pc.CountOptions(mode="all")
    return table.group_by(["a", "b", "status"]).aggregate(
        [("event_date", "min"), ("event_date", "max"), ("event_date", "count", every)]
    )


def _pairs(side_a: Iterable[str], side_b: Iterable[str]) -> set[tuple[str, str]]:
    """Each pair across the sides once, whichever side the grammar gave a country."""
    others = tuple(side_b)
    return {(min(one, other), max(one, other)) for one in side_a for other in others}


def _ranked(pairs: Mapping[tuple[str, str], _Encounters]) -> tuple[Pair, ...]:
    found = [Pair(countries, each.total, each.held, *(each.days or (None, None))) for countries, each in pairs.items()]
    return tuple(sorted(found, key=lambda pair: (-pair.n_meetings, pair.countries)))
