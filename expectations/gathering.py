"""The audit of all groups of a release: what was found before is taken, the rest is done now, pages are written on the
way. Holds the pages of few groups at a time.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from expectations.documents import write_page
from expectations.facts import Measured, together
from expectations.groups import Answered, Asked, Checked, audit_group
from expectations.kept import Kept
from expectations.records import Fact, Finding, Page
from expectations.release import Release
from transforms.schema.catalog import TABLES


class Each(Protocol):
    """The builtin `map`, or what does the same in several processes."""

    def __call__(self, work: Callable[[Asked], Answered], items: Iterable[Asked], /) -> Iterator[Answered]:
        """The answers, one at a time, in the order of the items."""


@dataclass(slots=True)
class Gathering:
    """What the groups' audits came to, all together. Call `audit` once."""

    release: Release
    facts: Sequence[Fact]
    docs_dir: Path
    weekdays: Mapping[str, int]
    kept: Kept | None
    _pages: list[Page] = field(default_factory=list)
    _findings: list[Finding] = field(default_factory=list)
    _measured: dict[str, list[Measured]] = field(default_factory=dict)
    _waiting: deque[tuple[Asked, Answered]] = field(default_factory=deque)

    def audit(self, each: Each) -> None:
        """Every group, those that are not known by `each`."""
        for answered in each(audit_group, self._unknown()):
            asked, known = self._waiting.popleft()
            self._keep(asked, known, answered)
            self._take(known)
            self._take(answered)

    @property
    def pages(self) -> list[Page]:
        """The pages of results, table by table."""
        order = list(TABLES)
        return sorted(self._pages, key=lambda page: order.index(page.suite))

    @property
    def findings(self) -> list[Finding]:
        """What did not hold, in the order of the groups."""
        return self._findings

    @property
    def measured(self) -> dict[str, Measured]:
        """The facts over all groups, by rule."""
        return {rule: together(groups) for rule, groups in self._measured.items()}

    def _unknown(self) -> Iterator[Asked]:
        """What must be done now; what is known is taken on the way."""
        for name, group in self.release.groups.items():
            tables = [table.name for table in group.tables]
            checked: dict[str, Checked] = {}
            facts: dict[str, Measured] = {}
            if self.kept is not None:
                found = {table: self.kept.checked(name, group, table) for table in tables}
                checked = {table: one for table, one in found.items() if one is not None}
                facts = self.kept.facts(name, group, self.facts)
            missing = tuple(fact for fact in self.facts if fact.rule not in facts)
            asked = Asked(
                name, group, tuple(t for t in tables if t not in checked), missing, self.weekdays, self.docs_dir
            )
            known = Answered(checked, facts)
            if asked.tables or asked.facts:
                self._waiting.append((asked, known))
                yield asked
            else:
                self._take(known)

    def _keep(self, asked: Asked, known: Answered, new: Answered) -> None:
        if self.kept is None:
            return
        for table, checked in new.checked.items():
            self.kept.keep_checked(asked.name, asked.group, table, checked)
        if new.facts:
            self.kept.keep_facts(asked.name, asked.group, self.facts, {**known.facts, **new.facts})

    def _take(self, answered: Answered) -> None:
        for checked in answered.checked.values():
            self._pages += checked.pages
            self._findings += checked.findings
            for page, html in zip(checked.pages, checked.html, strict=True):
                write_page(self.docs_dir, page.path, html)
        for rule, measured in answered.facts.items():
            self._measured.setdefault(rule, []).append(measured)
