"""The expectations that Liqa uses: Great Expectations' own where they serve, ours where they do not. Heavy to import.

Row rules see Arrow-backed pandas columns, so a missing value is `pd.NA` or None. Each class name is what a `Check` names.
"""

from __future__ import annotations

import re
from typing import Any, ClassVar

import great_expectations.expectations as gxe
import pandas as pd
from great_expectations.core.metric_domain_types import MetricDomainTypes
from great_expectations.execution_engine import ExecutionEngine, PandasExecutionEngine
from great_expectations.expectations.expectation import BatchExpectation, ColumnMapExpectation, MulticolumnMapExpectation
from great_expectations.expectations.metrics.map_metric_provider import (
    ColumnMapMetricProvider,
    MulticolumnMapMetricProvider,
    column_condition_partial,
    multicolumn_condition_partial,
)
from great_expectations.expectations.metrics.metric_provider import metric_value
from great_expectations.expectations.metrics.table_metric_provider import TableMetricProvider

from expectations.showing import Shown
from expectations.weekdays import agrees, folded_words

DOMAIN_KEYS = ("batch_id", "table", "column_list", "row_condition", "condition_parser", "ignore_row_if")


class ExpectColumnsInOrder(Shown, gxe.ExpectTableColumnsToMatchOrderedList):
    """The declared columns, all of them, in their order."""


class ExpectPresent(Shown, gxe.ExpectColumnValuesToNotBeNull):
    """No missing value."""


class ExpectAllowed(Shown, gxe.ExpectColumnValuesToBeInSet):
    """Only declared values."""


class ExpectPattern(Shown, gxe.ExpectColumnValuesToMatchRegex):
    """The declared form."""


class ExpectRange(Shown, gxe.ExpectColumnValuesToBeBetween):
    """Within the declared bounds."""


class ExpectOrdered(Shown, gxe.ExpectColumnPairValuesAToBeGreaterThanB):
    """Column A not before column B, where both are known."""


class ListItems(ColumnMapMetricProvider):
    """Every item of a list is allowed and of the right form."""

    condition_metric_name = "column_values.liqa_items"
    condition_value_keys = ("allowed", "pattern")

    @column_condition_partial(engine=PandasExecutionEngine)
    def _pandas(
        cls, column: pd.Series, allowed: list[str] | None = None, pattern: str | None = None, **_: Any
    ) -> pd.Series:
        form = re.compile(pattern or "", re.DOTALL)
        values = None if allowed is None else frozenset(allowed)

        def good(item: str | None) -> bool:
            if item is None or (values is not None and item not in values):
                return False
            return pattern is None or form.search(item) is not None

        return column.map(lambda items: all(good(item) for item in items)).astype(bool)


class ExpectItems(Shown, ColumnMapExpectation):
    """Every item of a list column is present, allowed and of the declared form."""

    map_metric: ClassVar[str] = "column_values.liqa_items"
    args_keys: ClassVar[tuple[str, ...]] = ("column", "allowed", "pattern")
    success_keys: ClassVar[tuple[str, ...]] = ("mostly", "allowed", "pattern")
    allowed: list[str] | None = None
    pattern: str | None = None


class KnownTogether(MulticolumnMapMetricProvider):
    """All columns known, or none."""

    condition_metric_name = "multicolumn_values.liqa_known_together"
    condition_domain_keys = DOMAIN_KEYS
    condition_value_keys = ()

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column_list: pd.DataFrame, **_: Any) -> pd.Series:
        known = column_list.notna()
        return known.all(axis=1) | ~known.any(axis=1)


class ExpectKnownTogether(Shown, MulticolumnMapExpectation):
    """The columns are all known or all missing."""

    map_metric: ClassVar[str] = "multicolumn_values.liqa_known_together"
    args_keys: ClassVar[tuple[str, ...]] = ("column_list",)


class FirstKnown(MulticolumnMapMetricProvider):
    """The first column equals the first known value of the others; all missing counts as equal."""

    condition_metric_name = "multicolumn_values.liqa_first_known"
    condition_domain_keys = DOMAIN_KEYS
    condition_value_keys = ()

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column_list: pd.DataFrame, **_: Any) -> pd.Series:
        value, *sources = (column_list[name] for name in column_list.columns)
        first = sources[0]
        for source in sources[1:]:
            first = first.combine_first(source)
        return (value == first).fillna(False) | (value.isna() & first.isna())


class ExpectFirstKnown(Shown, MulticolumnMapExpectation):
    """The first column holds the first known value of the other columns."""

    map_metric: ClassVar[str] = "multicolumn_values.liqa_first_known"
    args_keys: ClassVar[tuple[str, ...]] = ("column_list",)


class PrecisionFits(MulticolumnMapMetricProvider):
    """The bounds that a precision promises are there: (precision, earliest, latest) of each row."""

    condition_metric_name = "multicolumn_values.liqa_precision_fits"
    condition_domain_keys = DOMAIN_KEYS
    condition_value_keys = ()

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column_list: pd.DataFrame, **_: Any) -> pd.Series:
        precision, earliest, latest = (column_list[name] for name in column_list.columns)
        fits = {
            "day": earliest.notna() & (earliest == latest).fillna(False),
            "range": earliest.notna() & latest.notna(),
            "before": latest.notna(),
            "after": earliest.notna(),
            "unknown": earliest.isna() & latest.isna(),
        }
        good = pd.Series(False, index=column_list.index)
        for name, fit in fits.items():
            good |= (precision == name).fillna(False).astype(bool) & fit.astype(bool)
        return good


class ExpectPrecisionFits(Shown, MulticolumnMapExpectation):
    """A precision and the bounds beside it say the same."""

    map_metric: ClassVar[str] = "multicolumn_values.liqa_precision_fits"
    args_keys: ClassVar[tuple[str, ...]] = ("column_list",)


class WeekdayAgrees(MulticolumnMapMetricProvider):
    """Days fall on the weekday that the words name: (words, earliest, latest, earliest, latest ...) of each row."""

    condition_metric_name = "multicolumn_values.liqa_weekday_agrees"
    condition_domain_keys = DOMAIN_KEYS
    condition_value_keys = ("weekdays",)

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column_list: pd.DataFrame, weekdays: dict[str, int] | None = None, **_: Any) -> pd.Series:
        words = folded_words(weekdays or {})
        plain = column_list.astype(object).where(column_list.notna(), None)
        good = [agrees(text, zip(bounds[::2], bounds[1::2], strict=True), words) for text, *bounds in plain.to_numpy()]
        return pd.Series(good, index=column_list.index, dtype=bool)


class ExpectWeekdayAgrees(Shown, MulticolumnMapExpectation):
    """A day agrees with the weekday word in the words that date it."""

    map_metric: ClassVar[str] = "multicolumn_values.liqa_weekday_agrees"
    args_keys: ClassVar[tuple[str, ...]] = ("column_list", "weekdays")
    success_keys: ClassVar[tuple[str, ...]] = ("mostly", "weekdays")
    weekdays: dict[str, int]


class FactOfRelease(TableMetricProvider):
    """One row of the facts frame. A fact that could not be measured raises, so that its rule counts as broken."""

    metric_name = "table.liqa_fact"
    value_keys = ("fact",)

    @metric_value(engine=PandasExecutionEngine)
    def _pandas(
        cls,
        execution_engine: PandasExecutionEngine,
        metric_domain_kwargs: dict[str, Any],
        metric_value_kwargs: dict[str, Any],
        metrics: dict[str, Any],
        runtime_configuration: dict[str, Any],
    ) -> dict[str, Any]:
        frame, _, _ = execution_engine.get_compute_domain(metric_domain_kwargs, domain_type=MetricDomainTypes.TABLE)
        name = metric_value_kwargs["fact"]
        rows = frame.loc[frame["fact"] == name].to_dict("records")
        if len(rows) != 1:
            raise ValueError(f"{len(rows)} measurements of {name}")
        if rows[0]["fault"]:
            raise ValueError(rows[0]["fault"])
        return dict(rows[0])


class ExpectFact(Shown, BatchExpectation):
    """A number measured over the whole release lies within its bounds."""

    metric_dependencies: ClassVar[tuple[str, ...]] = ("table.liqa_fact",)
    success_keys: ClassVar[tuple[str, ...]] = ("fact", "least", "most")
    args_keys: ClassVar[tuple[str, ...]] = ("fact", "least", "most")
    fact: str
    least: float | None = None
    most: float | None = None

    def _validate(
        self,
        metrics: dict[str, Any],
        runtime_configuration: dict[str, Any] | None = None,
        execution_engine: ExecutionEngine | None = None,
    ) -> dict[str, Any]:
        row = metrics["table.liqa_fact"]
        value = float(row["value"])
        good = (self.least is None or value >= self.least) and (self.most is None or value <= self.most)
        shown = [] if good else [{row["shows"]: example} for example in row["examples"]]
        return {
            "success": good,
            "result": {"observed_value": f"{value:g}", "partial_unexpected_index_list": shown},
        }
