"""The audit of a release: every check on every batch, every fact, the documents that tell of it, one verdict.

Steps, in this order: open the release; audit its groups of documents, each for itself, as far as that was not done
before; run the suites of the tables that run through all groups; measure the facts that go across the groups, and run
all facts; write the documents; sum up. Great Expectations is imported inside `audit`, because that takes seconds.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from expectations.accounts import CONSERVATION_FACTS, COUNT_FACTS, VOLUME_FACTS
from expectations.documents import write_documents, write_page
from expectations.facts import Measured, facts_frame, measured
from expectations.gathering import Each, Gathering
from expectations.groups import SCRATCH, run_table, table_checks
from expectations.kept import Kept
from expectations.meaning import MEETING_FACTS
from expectations.records import Audit, Fact, Finding, Page, Verdict
from expectations.release import Release, n_rows, open_release
from expectations.results import SHOWN
from expectations.structure import structural_facts
from transforms.base.errors import ArgumentError
from transforms.schema.catalog import RELEASE_TABLES

if TYPE_CHECKING:
    from expectations.runner import Runner

FACTS_SUITE = "release"


def release_facts() -> tuple[Fact, ...]:
    """Every fact: generated ones first, then those written by hand."""
    generated = (fact for table in RELEASE_TABLES for fact in structural_facts(table))
    return (*generated, *MEETING_FACTS, *COUNT_FACTS, *CONSERVATION_FACTS, *VOLUME_FACTS)


def audit(
    release_dir: Path,
    docs_dir: Path,
    *,
    weekdays: Mapping[str, int],
    title: str,
    kept: Kept | None = None,
    each: Each = map,
) -> Audit:
    """Audits a release and writes the documents, replacing what `docs_dir` held.

    `weekdays` maps the words for weekdays to ISO weekdays (1 is Monday), `title` names the release to people; `kept` is
    where findings are kept from audit to audit, None to take none and keep none. Raises ReleaseError when a table is
    missing or unreadable, ArgumentError when the documents would replace the release; everything else is a finding.
    """
    if release_dir.resolve().is_relative_to(docs_dir.resolve()):
        raise ArgumentError(f"{docs_dir} holds the release itself; give the documents a folder of their own")
    release = open_release(release_dir)
    shutil.rmtree(docs_dir, ignore_errors=True)
    docs_dir.mkdir(parents=True)
    facts = release_facts()
    local = [fact for fact in askable(release, facts) if not fact.across]
    gathering = Gathering(release, local, docs_dir, weekdays, kept)
    gathering.audit(each)
    with TemporaryDirectory(prefix=SCRATCH, dir=docs_dir) as scratch:
        runner = _run_across(release, facts, gathering.measured, weekdays, Path(scratch), title)
        for path, html in runner.write():
            write_page(docs_dir, path, html)
    pages, findings = (*gathering.pages, *runner.pages), (*gathering.findings, *runner.findings)
    skipped = tuple(fact.rule for fact in facts if fact not in askable(release, facts))
    result = _summary(docs_dir, release, pages, findings, skipped)
    write_documents(docs_dir, title, result, pages)
    return result


def _run_across(
    release: Release,
    facts: Sequence[Fact],
    known: Mapping[str, Measured],
    weekdays: Mapping[str, int],
    scratch: Path,
    title: str,
) -> Runner:
    """Runs what concerns all groups. The suites of the groups' tables are declared as well: pages link to them."""
    from expectations.runner import Runner, expectations_of

    runner = Runner(scratch, title)
    for table in release.tables:
        if table.whole:
            run_table(runner, release, table, weekdays)
        else:
            runner.suite(table.name, expectations_of(table_checks(table, weekdays)))
    run_facts(runner, release, facts, scratch, known)
    return runner


def askable(release: Release, facts: Sequence[Fact]) -> list[Fact]:
    """The facts whose tables are there."""
    return [fact for fact in facts if set(fact.needs) <= release.parts.keys()]


def run_facts(
    runner: Runner, release: Release, facts: Sequence[Fact], scratch: Path, known: Mapping[str, Measured]
) -> None:
    """Runs the facts that can be asked, and measures those that are not known yet."""
    from expectations.runner import fact_expectations

    asked = askable(release, facts)
    runner.suite(FACTS_SUITE, fact_expectations(asked))
    found = {**known, **measured(release, [fact for fact in asked if fact.rule not in known], scratch)}
    runner.run(FACTS_SUITE, "facts", facts_frame({fact.rule: found[fact.rule] for fact in asked}), ["fact"])


def _summary(
    docs_dir: Path, release: Release, pages: Sequence[Page], findings: Sequence[Finding], skipped: tuple[str, ...]
) -> Audit:
    merged = _by_rule(findings)

    def of(verdict: Verdict) -> tuple[Finding, ...]:
        return tuple(finding for finding in merged if finding.verdict is verdict)

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


def _by_rule(findings: Sequence[Finding]) -> list[Finding]:
    """One finding per rule and verdict: the first, with the rows of all and the first examples."""
    merged: dict[tuple[str, Verdict], Finding] = {}
    for finding in findings:
        key = finding.rule, finding.verdict
        first = merged.get(key)
        merged[key] = finding if first is None else replace(
            first, n_rows=first.n_rows + finding.n_rows, examples=(*first.examples, *finding.examples)[:SHOWN]
        )  # fmt: skip
    return list(merged.values())
