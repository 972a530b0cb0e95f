"""The audit of a release: every check on every batch, every fact, the documents that tell of it, one verdict.

Steps, in this order: open the release; run each table's suite batch by batch; measure the facts and run theirs;
write the documents and make them readable offline; sum up. Great Expectations is imported here, inside `audit`,
because that takes seconds.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from expectations.accounts import CONSERVATION_FACTS, COUNT_FACTS, VOLUME_FACTS
from expectations.documents import write_documents
from expectations.facts import measured
from expectations.meaning import MEETING_FACTS, meaning_checks
from expectations.records import Audit, Check, Fact, Finding, Page, Verdict
from expectations.release import Release, batches, n_rows, open_release
from expectations.structure import structural_checks, structural_facts
from transforms.base.errors import ArgumentError
from transforms.schema.catalog import RELEASE_TABLES
from transforms.schema.declare import Table

if TYPE_CHECKING:
    from expectations.runner import Runner

FACTS_SUITE = "release"


def table_checks(table: Table, weekdays: Mapping[str, int]) -> tuple[Check, ...]:
    """Every row check of one table: generated ones first, then those written by hand."""
    meant = (check for check in meaning_checks(weekdays) if check.table == table.name)
    return (*structural_checks(table), *meant)


def release_facts() -> tuple[Fact, ...]:
    """Every fact: generated ones first, then those written by hand."""
    generated = (fact for table in RELEASE_TABLES for fact in structural_facts(table))
    return (*generated, *MEETING_FACTS, *COUNT_FACTS, *CONSERVATION_FACTS, *VOLUME_FACTS)


def audit(release_dir: Path, docs_dir: Path, *, weekdays: Mapping[str, int], title: str) -> Audit:
    """Audits a release and writes the documents, replacing what `docs_dir` held.

    `weekdays` maps the words for weekdays to ISO weekdays (1 is Monday), `title` names the release to people. Raises
    ReleaseError when a table is missing or unreadable, ArgumentError when the documents would replace the release;
    everything else is a finding.
    """
    from expectations.runner import Runner

    if release_dir.resolve().is_relative_to(docs_dir.resolve()):
        raise ArgumentError(f"{docs_dir} holds the release itself; give the documents a folder of their own")
    release = open_release(release_dir)
    shutil.rmtree(docs_dir, ignore_errors=True)
    docs_dir.mkdir(parents=True)
    runner = Runner(docs_dir, title)
    for table in release.tables:
        run_table(runner, release, table, weekdays)
    skipped = run_facts(runner, release, release_facts())
    pages, findings = runner.write()
    result = _summary(docs_dir, release, pages, findings, skipped)
    write_documents(docs_dir, title, result, pages)
    return result


def run_table(runner: Runner, release: Release, table: Table, weekdays: Mapping[str, int]) -> None:
    """Runs the suite of one table over its rows, batch by batch."""
    from expectations.runner import expectations_of

    runner.suite(table.name, expectations_of(table_checks(table, weekdays)))
    first = 1
    for batch in batches(release, table.name):
        frame = batch.to_pandas(types_mapper=pd.ArrowDtype)
        name = f"rows-{first}-{first + len(frame) - 1}" if len(frame) else "no-rows"
        runner.run(table.name, name, frame, table.key)
        first += len(frame)


def run_facts(runner: Runner, release: Release, facts: Sequence[Fact]) -> tuple[str, ...]:
    """Measures and runs the facts whose tables are there; answers the rules of the others."""
    from expectations.runner import fact_expectations

    askable = [fact for fact in facts if set(fact.needs) <= release.parts.keys()]
    runner.suite(FACTS_SUITE, fact_expectations(askable))
    runner.run(FACTS_SUITE, "facts", measured(release, askable, runner.folder), ["fact"])
    return tuple(fact.rule for fact in facts if fact not in askable)


def _summary(
    docs_dir: Path, release: Release, pages: Sequence[Page], findings: Sequence[Finding], skipped: tuple[str, ...]
) -> Audit:
    def of(verdict: Verdict) -> tuple[Finding, ...]:
        return tuple(finding for finding in findings if finding.verdict is verdict)

    failures, broken = of(Verdict.FAILURE), of(Verdict.BROKEN)
    return Audit(
        passed=not failures and not broken,
        failures=failures,
        warnings=of(Verdict.WARNING),
        broken=broken,
        n_checks=sum(page.n_checks for page in pages),
        index=docs_dir / "index.html",
        rows={table.name: n_rows(release, table.name) for table in release.tables},
        skipped=skipped,
    )
