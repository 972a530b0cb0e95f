"""Runs checks through Great Expectations and writes its documents. The only module, with `rules` and `showing`,
that imports it.

One suite per table, run batch by batch, and one suite of facts. The context lives in memory and leaves nothing
behind but the documents; the batches of one table share an asset, so that the engine forgets each batch when the
next one comes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any

import great_expectations as gx
import pandas as pd
from great_expectations.core.run_identifier import RunIdentifier
from great_expectations.data_context.types.base import (
    DataContextConfig,
    InMemoryStoreBackendDefaults,
    ProgressBarsConfig,
)
from great_expectations.execution_engine import pandas_execution_engine
from great_expectations.expectations.expectation import Expectation

from expectations import rules
from expectations.records import Check, Fact, Finding, Page, Severity, Verdict
from expectations.results import SHOWN, finding_of, verdict_of

SITE = "liqa"
SOURCE = "release"
GX_SEVERITY = {Severity.FAIL: "critical", Severity.WARN: "warning"}
WORST_FIRST = (Verdict.BROKEN, Verdict.FAILURE, Verdict.WARNING, Verdict.PASSED)


def _unhashed(frame: pd.DataFrame) -> str:
    """In place of a hash over every value of a batch, which took a quarter of an audit: nothing asks for it, since each
    batch is run once.
    """
    return f"{len(frame)} rows"


class Runner:
    """One audit's context. Call `run` for each batch, then `write` once."""

    def __init__(self, docs_dir: Path, title: str) -> None:
        stores = InMemoryStoreBackendDefaults(init_temp_docs_sites=False)
        bars = ProgressBarsConfig(globally=False, metric_calculations=False)
        config = DataContextConfig(store_backend_defaults=stores, progress_bars=bars)
        self.folder = docs_dir
        pandas_execution_engine.hash_pandas_dataframe = _unhashed
        self._context: Any = gx.get_context(mode="ephemeral", project_config=config)
        self._context.add_data_docs_site(SITE, _site(docs_dir, title))
        self._source = self._context.data_sources.add_pandas(SOURCE)
        self._suites: dict[str, Any] = {}
        self._pages: list[Page] = []
        self._findings: list[Finding] = []

    def suite(self, table: str, expectations: Sequence[Expectation]) -> None:
        """Declares the suite of a table; its batches come by `run`."""
        self._suites[table] = self._context.suites.add(gx.ExpectationSuite(table, expectations=list(expectations)))
        self._source.add_dataframe_asset(table)

    def run(self, table: str, batch: str, frame: pd.DataFrame, ids: Sequence[str]) -> None:
        """Runs the table's suite over one batch. `ids` are the columns that name a row for people."""
        data = self._source.get_asset(table).add_batch_definition_whole_dataframe(batch)
        definition = gx.ValidationDefinition(name=f"{table}-{batch}", data=data, suite=self._suites[table])
        known = [name for name in ids if name in frame.columns]
        result = self._context.validation_definitions.add(definition).run(
            batch_parameters={"dataframe": frame},
            run_id=RunIdentifier(run_name=batch, run_time=datetime.now(UTC)),
            result_format={
                "result_format": "SUMMARY",
                "partial_unexpected_count": SHOWN,
                "unexpected_index_column_names": known,
                "include_unexpected_rows": False,
            },
        )
        verdicts = {verdict_of(one) for one in result.results}
        worst = next((verdict for verdict in WORST_FIRST if verdict in verdicts), Verdict.PASSED)
        folder = f"validations/{table}/{batch}"
        self._pages.append(Page(table, batch, len(frame), len(result.results), worst, folder))
        found = (finding_of(one, folder) for one in result.results)
        self._findings += sorted((one for one in found if one is not None), key=lambda one: one.rule)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What did not hold so far, in the order of the runs."""
        return tuple(self._findings)

    def write(self) -> tuple[tuple[Page, ...], tuple[Finding, ...]]:
        """Writes the documents; answers the pages and the findings of all runs with their addresses."""
        self._context.build_data_docs(site_names=[SITE])
        # Below the folder of a run stand its time and its batch, as Great Expectations names them.
        paths = {page.path: self._address(page.path) for page in self._pages}
        pages = tuple(replace(page, path=paths[page.path]) for page in self._pages)
        return pages, tuple(replace(finding, page=paths[finding.page]) for finding in self._findings)

    def _address(self, folder: str) -> str:
        (page,) = (self.folder / folder).rglob("*.html")
        return page.relative_to(self.folder).as_posix()


def _site(docs_dir: Path, title: str) -> Any:
    backend = {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(docs_dir.resolve())}
    index = {"class_name": "DefaultSiteIndexBuilder", "show_cta_footer": False}
    return {
        "class_name": "SiteBuilder",
        "site_name": title,
        "show_how_to_buttons": False,
        "site_index_builder": index,
        "store_backend": backend,
    }


def expectations_of(checks: Iterable[Check]) -> list[Expectation]:
    """The checks as expectations."""
    return [_expectation(check.expectation, check, **check.arguments) for check in checks]


def fact_expectations(facts: Iterable[Fact]) -> list[Expectation]:
    """The facts as expectations on the facts frame."""
    return [_expectation("ExpectFact", fact, fact=fact.rule, least=fact.least, most=fact.most) for fact in facts]


def _expectation(name: str, rule: Check | Fact, **arguments: object) -> Expectation:
    kind: Any = getattr(rules, name)
    made: Expectation = kind(
        **arguments,
        # Great Expectations reads a description as a template and writes it into its pages as it is.
        description=escape(rule.description).replace("$", "$$"),
        severity=GX_SEVERITY[rule.severity],
        meta={
            "rule": rule.rule,
            "table": rule.table,
            "severity": rule.severity.value,
            "sentence": rule.description,
        },
    )
    return made
