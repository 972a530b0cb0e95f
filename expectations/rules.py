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


def column_metric(judge: Callable[..., pd.Series], *names: str) -> str:
    """Registers a judgement of one column as a metric; answers the metric's name."""

    class Judged(ColumnMapMetricProvider):
        condition_metric_name = f"column_values.liqa_{judge.__name__}"
        condition_value_keys = names
        _pandas = on_pandas(column_condition_partial, judge, *names)

    return Judged.condition_metric_name


def row_metric(judge: Callable[..., pd.Series], *names: str) -> str:
    """Registers a judgement of several columns of a row as a metric; answers the metric's name."""

    class Judged(MulticolumnMapMetricProvider):
        condition_metric_name = f"multicolumn_values.liqa_{judge.__name__}"
        condition_domain_keys = (
            "batch_id", "table", "column_list", "row_condition", "condition_parser", "ignore_row_if"
        )  # fmt: skip
        condition_value_keys = names
        _pandas = on_pandas(multicolumn_condition_partial, judge, *names)

    return Judged.condition_metric_name


class ExpectRange(Shown, ColumnMapExpectation):
    """Within the declared bounds. Great Expectations' own asks value by value, which took half of an audit's time."""

    map_metric: ClassVar[str] = column_metric(within, "least", "most")
    args_keys: ClassVar[Names] = ("column", "least", "most")
    success_keys: ClassVar[Names] = ("mostly", "least", "most")
    least: float | None = None
    most: float | None = None


class ExpectItems(Shown, ColumnMapExpectation):
    """Every item of a list column is present, allowed and of the declared form."""

    map_metric: ClassVar[str] = column_metric(items_good, "allowed", "pattern")
    args_keys: ClassVar[Names] = ("column", "allowed", "pattern")
    success_keys: ClassVar[Names] = ("mostly", "allowed", "pattern")
    allowed: list[str] | None = None
    pattern: str | None = None


class OverColumns(Shown, MulticolumnMapExpectation):
    """What the expectations over several columns of a row share."""

    args_keys: ClassVar[Names] = ("column_list",)


class ExpectKnownTogether(OverColumns):
    """The columns are all known or all missing."""

    map_metric: ClassVar[str] = row_metric(known_together)


class ExpectFirstKnown(OverColumns):
    """The first column holds the first known value of the other columns."""

    map_metric: ClassVar[str] = row_metric(first_known)


class ExpectPrecisionFits(OverColumns):
    """A precision and the bounds beside it say the same."""

    map_metric: ClassVar[str] = row_metric(precision_fits)


class ExpectWeekdayAgrees(OverColumns):
    """A day agrees with the weekday word in the words that date it."""

    map_metric: ClassVar[str] = row_metric(weekday_agrees, "weekdays")
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
