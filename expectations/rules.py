"""The expectations that Liqa uses: Great Expectations' own where they serve, ours where they do not. Heavy to
import.

Each class name is what a `Check` names. Ours bind the functions of `judgements` to Great Expectations' machinery: a
metric provider, which registers itself when its class is made, and the expectation on it.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any, ClassVar

import pandas as pd
from great_expectations.core.expectation_validation_result import ExpectationValidationResult
from great_expectations.core.metric_domain_types import MetricDomainTypes
from great_expectations.execution_engine.pandas_execution_engine import PandasExecutionEngine
from great_expectations.expectations.core.expect_column_pair_values_a_to_be_greater_than_b import (
    ExpectColumnPairValuesAToBeGreaterThanB,
)
from great_expectations.expectations.core.expect_column_values_to_be_in_set import ExpectColumnValuesToBeInSet
from great_expectations.expectations.core.expect_column_values_to_match_regex import ExpectColumnValuesToMatchRegex
from great_expectations.expectations.core.expect_column_values_to_not_be_null import ExpectColumnValuesToNotBeNull
from great_expectations.expectations.core.expect_table_columns_to_match_ordered_list import (
    ExpectTableColumnsToMatchOrderedList,
)
from great_expectations.expectations.expectation import (
    BatchExpectation,
    ColumnMapExpectation,
    MulticolumnMapExpectation,
)
from great_expectations.expectations.expectation_configuration import ExpectationConfiguration
from great_expectations.expectations.metrics.map_metric_provider.column_condition_partial import (
    column_condition_partial,
)
from great_expectations.expectations.metrics.map_metric_provider.column_map_metric_provider import (
    ColumnMapMetricProvider,
)
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_condition_partial import (
    multicolumn_condition_partial,
)
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_map_metric_provider import (
    MulticolumnMapMetricProvider,
)
from great_expectations.expectations.metrics.metric_provider import metric_value
from great_expectations.expectations.metrics.table_metric_provider import TableMetricProvider
from great_expectations.render.components import LegacyDiagnosticRendererType
from great_expectations.render.renderer.renderer import renderer

from expectations.judgements import first_known, items_good, known_together, precision_fits, weekday_agrees, within
from expectations.showing import Shown

Names = tuple[str, ...]


class ExpectColumnsInOrder(Shown, ExpectTableColumnsToMatchOrderedList):
    """The declared columns, all of them, in their order."""

    @classmethod
    @renderer(renderer_type=LegacyDiagnosticRendererType.OBSERVED_VALUE)
    def _diagnostic_observed_value_renderer(
        cls,
        configuration: ExpectationConfiguration | None = None,
        result: ExpectationValidationResult | None = None,
        runtime_configuration: dict[str, Any] | None = None,
    ) -> str:
        found = (result.result if result else {}).get("observed_value") or []
        return f"{len(found)} columns" if result and result.success else escape(", ".join(map(str, found)))


class ExpectPresent(Shown, ExpectColumnValuesToNotBeNull):
    """No missing value."""


class ExpectAllowed(Shown, ExpectColumnValuesToBeInSet):
    """Only declared values."""


class ExpectPattern(Shown, ExpectColumnValuesToMatchRegex):
    """The declared form."""


class ExpectOrdered(Shown, ExpectColumnPairValuesAToBeGreaterThanB):
    """Column A not before column B, where both are known."""


def on_pandas(partial: Any, judge: Callable[..., pd.Series], *names: str) -> Any:
    """A judgement as the method that a metric provider needs. `names` are the arguments that it takes from the rule."""

    def judged(_provider: object, columns: pd.Series | pd.DataFrame, **arguments: Any) -> pd.Series:
        return judge(columns, *(arguments[name] for name in names))

    return partial(engine=PandasExecutionEngine)(judged)


class WithinBounds(ColumnMapMetricProvider):
    """The metric of `ExpectRange`. Great Expectations' own asks value by value, which took half of an audit's time."""

    condition_metric_name = "column_values.liqa_within"
    condition_value_keys = ("least", "most")
    _pandas = on_pandas(column_condition_partial, within, "least", "most")


class ExpectRange(Shown, ColumnMapExpectation):
    """Within the declared bounds."""

    map_metric: ClassVar[str] = "column_values.liqa_within"
    args_keys: ClassVar[Names] = ("column", "least", "most")
    success_keys: ClassVar[Names] = ("mostly", "least", "most")
    least: float | None = None
    most: float | None = None


class ListItems(ColumnMapMetricProvider):
    """The metric of `ExpectItems`."""

    condition_metric_name = "column_values.liqa_items"
    condition_value_keys = ("allowed", "pattern")
    _pandas = on_pandas(column_condition_partial, items_good, "allowed", "pattern")


class ExpectItems(Shown, ColumnMapExpectation):
    """Every item of a list column is present, allowed and of the declared form."""

    map_metric: ClassVar[str] = "column_values.liqa_items"
    args_keys: ClassVar[Names] = ("column", "allowed", "pattern")
    success_keys: ClassVar[Names] = ("mostly", "allowed", "pattern")
    allowed: list[str] | None = None
    pattern: str | None = None


class RowMetric(MulticolumnMapMetricProvider):
    """What the metrics over several columns share."""

    condition_domain_keys = ("batch_id", "table", "column_list", "row_condition", "condition_parser", "ignore_row_if")
    condition_value_keys: Names = ()


class KnownTogether(RowMetric):
    """The metric of `ExpectKnownTogether`."""

    condition_metric_name = "multicolumn_values.liqa_known_together"
    _pandas = on_pandas(multicolumn_condition_partial, known_together)


class ExpectKnownTogether(Shown, MulticolumnMapExpectation):
    """The columns are all known or all missing."""

    map_metric: ClassVar[str] = "multicolumn_values.liqa_known_together"
    args_keys: ClassVar[Names] = ("column_list",)


class FirstKnown(RowMetric):
    """The metric of `ExpectFirstKnown`."""

    condition_metric_name = "multicolumn_values.liqa_first_known"
    _pandas = on_pandas(multicolumn_condition_partial, first_known)


class ExpectFirstKnown(Shown, MulticolumnMapExpectation):
    """The first column holds the first known value of the other columns."""

    map_metric: ClassVar[str] = "multicolumn_values.liqa_first_known"
    args_keys: ClassVar[Names] = ("column_list",)


class PrecisionFits(RowMetric):
    """The metric of `ExpectPrecisionFits`."""

    condition_metric_name = "multicolumn_values.liqa_precision_fits"
    _pandas = on_pandas(multicolumn_condition_partial, precision_fits)


class ExpectPrecisionFits(Shown, MulticolumnMapExpectation):
    """A precision and the bounds beside it say the same."""

    map_metric: ClassVar[str] = "multicolumn_values.liqa_precision_fits"
    args_keys: ClassVar[Names] = ("column_list",)


class WeekdayAgrees(RowMetric):
    """The metric of `ExpectWeekdayAgrees`."""

    condition_metric_name = "multicolumn_values.liqa_weekday_agrees"
    condition_value_keys = ("weekdays",)
    _pandas = on_pandas(multicolumn_condition_partial, weekday_agrees, "weekdays")


class ExpectWeekdayAgrees(Shown, MulticolumnMapExpectation):
    """A day agrees with the weekday word in the words that date it."""

    map_metric: ClassVar[str] = "multicolumn_values.liqa_weekday_agrees"
    args_keys: ClassVar[Names] = ("column_list", "weekdays")
    success_keys: ClassVar[Names] = ("mostly", "weekdays")
    weekdays: dict[str, int]


def fact_row(
    cls: object, execution_engine: Any, metric_domain_kwargs: Any, metric_value_kwargs: Any, **_: Any
) -> dict[str, Any]:
    """The row of one fact. A fact that could not be measured raises, so that its rule counts as broken."""
    frame, _, _ = execution_engine.get_compute_domain(metric_domain_kwargs, domain_type=MetricDomainTypes.TABLE)
    name = metric_value_kwargs["fact"]
    rows = frame.loc[frame["fact"] == name].to_dict("records")
    if len(rows) != 1:
        raise ValueError(f"{len(rows)} measurements of {name}")
    if rows[0]["fault"]:
        raise ValueError(rows[0]["fault"])
    return dict(rows[0])


class FactOfRelease(TableMetricProvider):
    """The metric of `ExpectFact`."""

    metric_name = "table.liqa_fact"
    value_keys = ("fact",)
    _pandas = metric_value(engine=PandasExecutionEngine)(fact_row)


class ExpectFact(Shown, BatchExpectation):
    """A number measured over the whole release lies within its bounds."""

    metric_dependencies: ClassVar[Names] = ("table.liqa_fact",)
    success_keys: ClassVar[Names] = ("fact", "least", "most")
    args_keys: ClassVar[Names] = ("fact", "least", "most")
    fact: str
    least: float | None = None
    most: float | None = None

    def _validate(
        self, metrics: dict[str, Any], runtime_configuration: Any = None, execution_engine: Any = None
    ) -> dict[str, Any]:
        row = metrics["table.liqa_fact"]
        value = float(row["value"])
        good = (self.least is None or value >= self.least) and (self.most is None or value <= self.most)
        shown = [] if good else [{"row": example} for example in row["examples"]]
        result = {"observed_value": f"{value:g}", "partial_unexpected_index_list": shown, "bad_rows": int(value)}
        return {"success": good, "result": result}
