"""The frozen records of an audit: a check as it is declared, and what came of it. Imports no Great Expectations.

A check is data: the name of an expectation, its arguments, a sentence for people, a severity. The runner turns
checks into expectations only when an audit runs, so declaring, listing and comparing checks costs nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class Severity(StrEnum):
    """What a check that does not hold means for the release: `fail` refuses it, `warn` only says so."""

    FAIL = "fail"
    WARN = "warn"


class Verdict(StrEnum):
    """What came of a check. `broken` is a check that could not be computed: nothing is known about the data."""

    PASSED = "passed"
    FAILURE = "failure"
    WARNING = "warning"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Check:
    """One rule on the rows of one table.

    `expectation` names a class of `expectations.rules`, `arguments` are its own.
    """

    rule: str
    table: str
    expectation: str
    arguments: Mapping[str, object]
    description: str
    severity: Severity = Severity.FAIL


@dataclass(frozen=True, slots=True)
class Fact:
    """One rule that needs more than one batch: a number computed over the whole release, and the bounds it must
    keep.

    `sql` answers one row (value, examples); None is measured from the schemas of the parts. `needs` are the tables
    that it reads. One that does not go `across` holds for the release when it holds for each group of documents, and is
    measured group by group: it counts bad rows, and no group has rows of another's documents.
    """

    rule: str
    table: str
    needs: tuple[str, ...]
    sql: str | None
    description: str
    least: float | None = None
    most: float | None = None
    severity: Severity = Severity.FAIL
    across: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A check that did not hold, or could not be computed. `page` is relative to the documents' folder."""

    rule: str
    table: str
    verdict: Verdict
    description: str
    detail: str
    n_rows: int
    examples: tuple[str, ...]
    page: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page of results: a suite, named as its table, run over one batch of rows. `path` is relative as well."""

    suite: str
    batch: str
    n_rows: int
    n_checks: int
    verdict: Verdict
    path: str


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit of a release found. It passed when nothing failed and nothing broke; warnings do not refuse.

    `rows` counts the rows of each table, `skipped` names the rules that had nothing to run on (a release without
    texts).
    """

    passed: bool
    failures: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    broken: tuple[Finding, ...]
    n_checks: int
    index: Path
    rows: Mapping[str, int]
    skipped: tuple[str, ...] = field(default=())
