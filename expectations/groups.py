"""The audit of one group of documents: the suites of its tables and what can be measured without the other groups.

What comes of it depends on the group's own files, on the checks and on nothing else: neither the release's name nor
the time is in it. So it can be done in any process, and kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pandas as pd

from expectations.facts import Measured, measured
from expectations.meaning import meaning_checks
from expectations.records import Check, Fact, Finding, Page
from expectations.release import Release, batches
from expectations.structure import structural_checks
from transforms.schema.catalog import TABLES
from transforms.schema.declare import Table

if TYPE_CHECKING:
    from expectations.runner import Runner

TITLE = "Liqa"
SCRATCH = ".scratch-"
MEMORY = "400MB"


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of the suite of one table over one group: its pages with their HTML, and what did not hold."""

    pages: tuple[Page, ...]
    html: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What to do for one group: the tables whose rows to check, and the facts to measure. What needs room for a while
    finds it below `scratch`.
    """

    name: str
    group: Release
    tables: tuple[str, ...]
    facts: tuple[Fact, ...]
    weekdays: Mapping[str, int]
    scratch: Path


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of it, by table and by fact."""

    checked: Mapping[str, Checked]
    facts: Mapping[str, Measured]


def audit_group(asked: Asked) -> Answered:
    """Checks the rows and measures the facts."""
    with TemporaryDirectory(prefix=SCRATCH, dir=asked.scratch) as scratch:
        checked = _checked(asked, Path(scratch)) if asked.tables else {}
        facts = measured(asked.group, asked.facts, Path(scratch), MEMORY, threads=1) if asked.facts else {}
    return Answered(checked, facts)


def _checked(asked: Asked, scratch: Path) -> dict[str, Checked]:
    from expectations.runner import Runner

    runner = Runner(scratch, TITLE)
    for name in asked.tables:
        run_table(runner, asked.group, TABLES[name], asked.weekdays, asked.name)
    html = dict(runner.write())
    found = {}
    for name in asked.tables:
        pages = tuple(page for page in runner.pages if page.suite == name)
        findings = tuple(finding for finding in runner.findings if finding.table == name)
        found[name] = Checked(pages, tuple(html[page.path] for page in pages), findings)
    return found


def table_checks(table: Table, weekdays: Mapping[str, int]) -> tuple[Check, ...]:
    """Every row check of one table: generated ones first, then those written by hand."""
    meant = (check for check in meaning_checks(weekdays) if check.table == table.name)
    return (*structural_checks(table), *meant)


def run_table(runner: Runner, release: Release, table: Table, weekdays: Mapping[str, int], name: str = "") -> None:
    """Runs the suite of one table over its rows, batch by batch. `name` is the group's."""
    from expectations.runner import expectations_of

    runner.suite(table.name, expectations_of(table_checks(table, weekdays)))
    prefix = f"{name}-" if name else ""
    first = 1
    for batch in batches(release, table.name):
        frame = batch.to_pandas(types_mapper=pd.ArrowDtype)
        rows = f"rows-{first}-{first + len(frame) - 1}" if len(frame) else "no-rows"
        runner.run(table.name, f"{prefix}{rows}", frame, table.key)
        first += len(frame)
