"""How every expectation of ours appears in the documents: its mark, its rows, its fault. Imports Great
Expectations.

Four marks: passed, failed, warned, broken. A failed row rule shows at most `SHOWN` rows with their ids; what came
from the data is escaped, because Great Expectations writes cells as they are.
"""

from __future__ import annotations

from html import escape
from typing import Any

from great_expectations.core.expectation_validation_result import ExpectationValidationResult
from great_expectations.expectations.expectation_configuration import ExpectationConfiguration
from great_expectations.render.components import (
    CollapseContent,
    LegacyDiagnosticRendererType,
    RenderedStringTemplateContent,
    RenderedTableContent,
)
from great_expectations.render.renderer.renderer import renderer

from expectations.records import Verdict
from expectations.results import rows_of, verdict_of

MARKS = {
    Verdict.PASSED: ["fa-check-circle", "text-success"],
    Verdict.FAILURE: ["fa-times", "text-danger"],
    Verdict.WARNING: ["fa-exclamation-triangle", "text-warning"],
    Verdict.BROKEN: ["fa-wrench", "text-danger"],
}
HIDDEN_BY_FILTER = {"parent": {"classes": ["hide-succeeded-validation-target-child"]}}


class Shown:
    """Mixed into every expectation before Great Expectations' class, so that these renderers are the ones
    registered.
    """

    def _get_domain_kwargs(self: Any) -> dict[str, Any]:
        """As inherited, but the configuration is made once and not for every key: a quarter of an audit's time."""
        given = self.configuration.kwargs
        return {key: given.get(key, self._get_default_value(key)) for key in self.domain_keys}

    def _get_success_kwargs(self: Any) -> dict[str, Any]:
        given = self.configuration.kwargs
        named = {key: given.get(key, self._get_default_value(key)) for key in self.success_keys}
        return {**named, **{key: given.get(key, self._get_default_value(key)) for key in self.domain_keys}}

    @classmethod
    @renderer(renderer_type=LegacyDiagnosticRendererType.STATUS_ICON)
    def _diagnostic_status_icon_renderer(
        cls,
        configuration: ExpectationConfiguration | None = None,
        result: ExpectationValidationResult | None = None,
        runtime_configuration: dict[str, Any] | None = None,
    ) -> RenderedStringTemplateContent:
        verdict = verdict_of(result)
        mark = {"tag": "i", "classes": ["fas", *MARKS[verdict]], "attributes": {"title": verdict.value}}
        return RenderedStringTemplateContent(
            content_block_type="string_template",
            string_template={"template": "$icon", "params": {"icon": ""}, "styling": {"params": {"icon": mark}}},
            styling=HIDDEN_BY_FILTER if verdict is Verdict.PASSED else None,
        )

    @classmethod
    @renderer(renderer_type=LegacyDiagnosticRendererType.UNEXPECTED_TABLE)
    def _diagnostic_unexpected_table_renderer(
        cls,
        configuration: ExpectationConfiguration | None = None,
        result: ExpectationValidationResult | None = None,
        runtime_configuration: dict[str, Any] | None = None,
    ) -> list[RenderedTableContent | CollapseContent] | None:
        rows = rows_of(result)
        if not rows:
            return None
        header = list(rows[0])
        table = [[escape(value) for value in row.values()] for row in rows]
        styling = {"body": {"classes": ["table-bordered", "table-sm", "mt-3", "liqa-rows"]}}
        return [RenderedTableContent(content_block_type="table", table=table, header_row=header, styling=styling)]
