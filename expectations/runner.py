"""Runs checks through Great Expectations and writes its documents. The only module, with `rules` and `showing`,
that imports it.

One suite per table, run batch by batch, and one suite of facts. The context lives in memory and leaves nothing
behind but its documents; the batches of one table share an asset, so that the engine forgets each batch when the
next one comes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
from expectations.documents import address_of, localized, result_page
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
    """A context of Great Expectations. Call `run` for each batch, then `write` once; `folder` is for its own use."""

    def __init__(self, folder: Path, title: str) -> None:
        stores = InMemoryStoreBackendDefaults(init_temp_docs_sites=False)
        bars = ProgressBarsConfig(globally=False, metric_calculations=False)
        config = DataContextConfig(store_backend_defaults=stores, progress_bars=bars)
        self._folder, self._title = folder, title
        pandas_execution_engine.hash_pandas_dataframe = _unhashed
        self._context: Any = gx.get_context(mode="ephemeral", project_config=config)
        self._context.add_data_docs_site(SITE, _site(folder, title))
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
        page = Page(table, batch, len(frame), len(result.results), worst, address_of(table, batch))
        self._pages.append(page)
        found = (finding_of(one, page.path) for one in result.results)
        self._findings += sorted((one for one in found if one is not None), key=lambda one: one.rule)

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages of results so far, in the order of the runs."""
        return tuple(self._pages)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What did not hold so far, in the order of the runs."""
        return tuple(self._findings)

    def write(self) -> Iterator[tuple[str, str]]:
        """Makes the documents; answers the address and the HTML of each: pages of results, pages of suites."""
        self._context.build_data_docs(site_names=[SITE])
        for page in self._pages:
            # Below the folder of a run stand its time and its batch, as Great Expectations names them.
            (made,) = (self._folder / page.path.removesuffix(".html")).rglob("*.html")
            yield page.path, result_page(made.read_text(encoding="utf-8"), self._title, page.verdict)
        for suite in sorted(self._suites):
            path = f"expectations/{suite}.html"
            yield path, localized((self._folder / path).read_text(encoding="utf-8"), "..", self._title)


def _site(folder: Path, title: str) -> Any:
    backend = {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(folder.resolve())}
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
