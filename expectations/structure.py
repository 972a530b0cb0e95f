"""Checks generated from the table declarations: there is no second list of columns, so they cannot drift from the
tables.

From each table come row checks (columns in order, nothing missing, allowed values, patterns, ranges, order of
bounds, spans known together) and facts over the whole release (types, key unique, references met, surfaces
verbatim).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from expectations.records import Check, Fact
from expectations.sql import concat, quoted, violations
from transforms.schema.declare import Column, ColumnType, ForeignKey, SpanColumns, Table


def structural_checks(table: Table) -> tuple[Check, ...]:
    """The row checks of one table, in the order of its columns."""
    return (
        _columns(table),
        *(check for column in table.columns for check in _column_checks(table, column)),
        *_orders(table),
        *_known_together(table),
    )


def structural_facts(table: Table) -> tuple[Fact, ...]:
    """The facts over the whole release that one table's declaration promises."""
    return (
        _types(table),
        _key(table),
        *(_reference(table, reference) for reference in table.foreign_keys),
        *(_verbatim(table, span) for span in table.spans),
    )


def _columns(table: Table) -> Check:
    return Check(
        f"{table.name}.columns",
        table.name,
        "ExpectColumnsInOrder",
        {"column_list": list(table.names)},
        f"The table {table.name} has its {len(table.names)} declared columns, in their order.",
    )


def _column_checks(table: Table, column: Column) -> Iterator[Check]:
    def check(kind: str, expectation: str, sentence: str, **arguments: object) -> Check:
        return Check(f"{table.name}.{column.name}.{kind}", table.name, expectation, arguments, sentence)

    name = column.name
    if not column.nullable:
        yield check("present", "ExpectPresent", f"{name} is never missing. {column.description}", column=name)
    if column.type is ColumnType.STRING_LIST:
        yield from _item_checks(table, column)
        return
    if column.values is not None:
        values = [str(value) for value in column.values]
        yield check(
            "allowed", "ExpectAllowed", f"{name} is one of: {', '.join(values)}.", column=name, value_set=values
        )
    if column.pattern is not None:
        sentence = f"{name} has the form {column.pattern}."
        yield check("pattern", "ExpectPattern", sentence, column=name, regex=whole(column.pattern))
    if column.minimum is not None or column.maximum is not None:
        sentence = f"{name} is {_bounds(column)}."
        bounds = {"least": column.minimum, "most": column.maximum}
        yield check("range", "ExpectRange", sentence, column=name, **bounds)


def _item_checks(table: Table, column: Column) -> Iterator[Check]:
    arguments: dict[str, object] = {"column": column.name}
    sentence = f"Every item of {column.name} is present"
    if column.values is not None:
        arguments["allowed"] = [str(value) for value in column.values]
        sentence += f" and one of: {', '.join(column.values)}"
    if column.pattern is not None:
        arguments["pattern"] = whole(column.pattern)
        sentence += f" and has the form {column.pattern}"
    yield Check(f"{table.name}.{column.name}.items", table.name, "ExpectItems", arguments, f"{sentence}.")


def _orders(table: Table) -> Iterator[Check]:
    for order in table.orders:
        yield Check(
            f"{table.name}.{order.low}-{order.high}.ordered",
            table.name,
            "ExpectOrdered",
            ordered(order.low, order.high),
            f"{order.low} is not above {order.high}, where both are known.",
        )


def _known_together(table: Table) -> Iterator[Check]:
    for span in table.spans:
        columns = [span.start, span.end, span.surface]
        if any(table.column(name).nullable for name in columns):
            yield Check(
                f"{table.name}.{span.surface}.together",
                table.name,
                "ExpectKnownTogether",
                {"column_list": columns},
                f"{', '.join(columns)} are all known or all missing.",
            )


def _types(table: Table) -> Fact:
    sentence = f"Every part of {table.name} has the declared columns in the declared types."
    return Fact(f"{table.name}.types", table.name, (table.name,), None, sentence, most=0, across=table.whole)


def _key(table: Table) -> Fact:
    keys = [quoted(name) for name in table.key]
    source = f"(SELECT {', '.join(keys)} FROM {quoted(table.name)} GROUP BY ALL HAVING count(*) > 1)"
    sentence = f"The key of {table.name} ({', '.join(table.key)}) is unique over all parts."
    sql = violations(concat("", table.key), source)
    # A key that begins with what lies beside it is unique everywhere if that is and the key is unique in its group.
    across = not any(reference.beside and table.key[0] in reference.columns for reference in table.foreign_keys)
    return Fact(f"{table.name}.key", table.name, (table.name,), sql, sentence, most=0, across=across)


def _reference(table: Table, reference: ForeignKey) -> Fact:
    pairs = list(zip(reference.columns, reference.references, strict=True))
    matched = " AND ".join(f"a.{quoted(own)} = b.{quoted(other)}" for own, other in pairs)
    known = " AND ".join(f"a.{quoted(own)} IS NOT NULL" for own, _ in pairs)
    source = f"{quoted(table.name)} AS a ANTI JOIN {quoted(reference.table)} AS b ON {matched} WHERE {known}"
    shown = unique((*table.key, *reference.columns))
    own_names = "+".join(reference.columns)
    return Fact(
        f"{table.name}.{own_names}.in_{reference.table}",
        table.name,
        (table.name, reference.table),
        violations(concat("a", shown), source),
        f"Every {', '.join(reference.columns)} of {table.name} stands in {reference.table}.",
        most=0,
        across=not reference.beside,
    )


def _verbatim(table: Table, span: SpanColumns) -> Fact:
    start, end, surface = (f"a.{quoted(name)}" for name in (span.start, span.end, span.surface))
    # A negative start would count from the text's end, so it is no match whatever the words.
    cut = f"substring(b.text, {start}::BIGINT + 1, {end}::BIGINT - {start}::BIGINT)"
    source = (
        f"{quoted(table.name)} AS a JOIN texts AS b USING (doc_id) "
        f"WHERE {start} IS NOT NULL AND ({start} < 0 OR {cut} IS DISTINCT FROM {surface})"
    )
    shown = concat("a", unique((*table.key, "doc_id", span.start, span.end, span.surface)))
    return Fact(
        f"{table.name}.{span.surface}.verbatim",
        table.name,
        (table.name, "texts"),
        violations(f"concat({shown}, ', found=', {cut})", source),
        f"text[{span.start}:{span.end}] of every row of {table.name} is exactly its {span.surface}.",
        most=0,
    )


def _bounds(column: Column) -> str:
    if column.maximum is None:
        return f"{column.minimum:g} or more"
    if column.minimum is None:
        return f"{column.maximum:g} or less"
    return f"between {column.minimum:g} and {column.maximum:g}"


def whole(pattern: str) -> str:
    """The pattern for the whole value, in the syntax that both Python's and Arrow's engine read."""
    return f"^(?:{pattern})$"


def ordered(low: str, high: str) -> dict[str, object]:
    """The arguments of `ExpectOrdered` for two columns."""
    return {"column_A": high, "column_B": low, "or_equal": True, "ignore_row_if": "either_value_is_missing"}


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """The names in order, each once."""
    return tuple(dict.fromkeys(names))
