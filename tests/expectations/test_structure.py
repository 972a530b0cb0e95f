"""Generated checks and table declarations say the same: no column, key, reference or span is without its check."""

from __future__ import annotations

from collections import Counter

import pytest

from expectations.checkpoint import release_facts
from expectations.groups import table_checks
from expectations.structure import structural_checks, structural_facts
from tests.expectations.conftest import WEEKDAYS
from transforms.schema.catalog import RELEASE_TABLES
from transforms.schema.declare import ColumnType, Table

ALL = pytest.mark.parametrize("table", RELEASE_TABLES, ids=lambda table: table.name)


def found(table: Table, expectation: str, *arguments: str) -> list[tuple[object, ...]]:
    """The arguments of one kind of check on a table, sorted."""
    checks = (check for check in structural_checks(table) if check.expectation == expectation)
    return sorted(tuple(check.arguments.get(name) for name in arguments) for check in checks)


@ALL
def test_columns_in_order(table: Table) -> None:
    assert found(table, "ExpectColumnsInOrder", "column_list") == [(list(table.names),)]


@ALL
def test_present_exactly_where_null_means_nothing(table: Table) -> None:
    assert found(table, "ExpectPresent", "column") == sorted(
        (column.name,) for column in table.columns if column.null_means is None
    )


@ALL
def test_allowed_values(table: Table) -> None:
    assert found(table, "ExpectAllowed", "column", "value_set") == sorted(
        (column.name, [str(value) for value in column.values])
        for column in table.columns
        if column.values is not None and column.type is not ColumnType.STRING_LIST
    )


@ALL
def test_patterns_hold_for_the_whole_value(table: Table) -> None:
    assert found(table, "ExpectPattern", "column", "regex") == sorted(
        (column.name, f"^(?:{column.pattern})$")
        for column in table.columns
        if column.pattern is not None and column.type is not ColumnType.STRING_LIST
    )


@ALL
def test_ranges(table: Table) -> None:
    assert found(table, "ExpectRange", "column", "least", "most") == sorted(
        (column.name, column.minimum, column.maximum)
        for column in table.columns
        if column.minimum is not None or column.maximum is not None
    )


@ALL
def test_items_of_every_list(table: Table) -> None:
    lists = [column for column in table.columns if column.type is ColumnType.STRING_LIST]
    assert found(table, "ExpectItems", "column") == sorted((column.name,) for column in lists)
    with_form = {
        str(check.arguments["column"]): check.arguments.get("pattern") or check.arguments.get("allowed")
        for check in structural_checks(table)
        if check.expectation == "ExpectItems"
    }
    for column in lists:
        assert bool(with_form[column.name]) == bool(column.pattern or column.values)


@ALL
def test_orders(table: Table) -> None:
    assert found(table, "ExpectOrdered", "column_B", "column_A") == sorted(
        (order.low, order.high) for order in table.orders
    )


@ALL
def test_facts_of_the_declaration(table: Table) -> None:
    rules = {fact.rule for fact in structural_facts(table)}
    references = {f"{'+'.join(one.columns)}.in_{one.table}" for one in table.foreign_keys}
    spans = {f"{span.surface}.verbatim" for span in table.spans}
    assert rules == {f"{table.name}.{rule}" for rule in {"types", "key"} | references | spans}


def test_rules_have_one_name_each_and_a_sentence() -> None:
    checks = [check for table in RELEASE_TABLES for check in table_checks(table, WEEKDAYS)]
    rules = [*checks, *release_facts()]
    assert [name for name, times in Counter(rule.rule for rule in rules).items() if times > 1] == []
    assert [rule.rule for rule in rules if not rule.description.endswith(".")] == []
    assert [rule.rule for rule in rules if not rule.rule.startswith(f"{rule.table}.")] == []


def test_rules_name_declared_tables_and_columns() -> None:
    tables = {table.name: set(table.names) for table in RELEASE_TABLES}
    for table in RELEASE_TABLES:
        for check in table_checks(table, WEEKDAYS):
            arguments = check.arguments
            named = [arguments.get(name) for name in ("column", "column_A", "column_B")]
            named += arguments.get("column_list", [])  # type: ignore[operator]
            assert {name for name in named if name} <= tables[table.name], check.rule
    for fact in release_facts():
        assert {fact.table, *fact.needs} <= tables.keys(), fact.rule
