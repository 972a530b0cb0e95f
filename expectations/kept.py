"""What earlier audits found, kept by the content of the files it is about, and taken again where nothing changed.

Row checks are kept by table and file; facts by the files that they read, all of one group's in one place. Keys hold
`recipe`, which stands for all code and words behind the checks. Whoever keeps the files sees to it that they are whole.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

from expectations.facts import Measured
from expectations.groups import Checked
from expectations.records import Fact, Finding, Page, Verdict
from expectations.release import Release


class Keeper(Protocol):
    """Files kept by key: found as they were written, or not at all."""

    def find(self, key: str) -> Path | None:
        """A file that was kept and is whole."""

    def keep(self, key: str, make: Callable[[Path], None]) -> Path:
        """Make a file and keep it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Where findings are kept. `digests` has the hash of each table file, by its path below the release's folder."""

    keeper: Keeper
    recipe: str
    digests: Mapping[str, str]

    def checked(self, name: str, group: Release, table: str) -> Checked | None:
        """What came of the row checks of one table in one group, if that was seen before."""
        told = self._read(self._rows_key(name, group, table))
        return None if told is None else _checked(told)

    def keep_checked(self, name: str, group: Release, table: str, checked: Checked) -> None:
        """Keep what came of the row checks."""
        self._write(self._rows_key(name, group, table), asdict(checked))

    def facts(self, name: str, group: Release, facts: Iterable[Fact]) -> dict[str, Measured]:
        """What is known of these facts in one group, by rule."""
        told = self._read(self._key("facts", name)) or {}
        known = {fact.rule: told.get(self._fact_key(group, fact)) for fact in facts}
        return {rule: (float(one[0]), list(one[1]), "") for rule, one in known.items() if one is not None}

    def keep_facts(self, name: str, group: Release, facts: Iterable[Fact], found: Mapping[str, Measured]) -> None:
        """Keep these facts of one group, in place of what was kept of it, but for those that could not be measured."""
        values = {self._fact_key(group, fact): found[fact.rule][:2] for fact in facts if not found[fact.rule][2]}
        self._write(self._key("facts", name), values)

    def _rows_key(self, name: str, group: Release, table: str) -> str:
        return self._key("rows", name, table, self._files(group, [table]))

    def _fact_key(self, group: Release, fact: Fact) -> str:
        return self._key("fact", fact.rule, fact.sql, self._files(group, fact.needs))

    def _files(self, group: Release, tables: Iterable[str]) -> list[str]:
        parts = (part for table in tables for part in group.parts[table])
        return [self.digests[part.relative_to(group.folder).as_posix()] for part in parts]

    def _key(self, *marks: object) -> str:
        return sha256(json.dumps([self.recipe, *marks]).encode()).hexdigest()

    def _read(self, key: str) -> dict[str, Any] | None:
        path = self.keeper.find(key)
        told: dict[str, Any] | None = None if path is None else json.loads(path.read_text("utf-8"))
        return told

    def _write(self, key: str, value: Mapping[str, Any]) -> None:
        self.keeper.keep(key, lambda path: _write_json(path, value))


def _write_json(path: Path, value: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False), "utf-8")


def _checked(told: Mapping[str, Any]) -> Checked:
    """The records that were written as plain values."""
    pages = tuple(Page(**{**page, "verdict": Verdict(page["verdict"])}) for page in told["pages"])
    findings = tuple(
        Finding(**{**one, "verdict": Verdict(one["verdict"]), "examples": tuple(one["examples"])})
        for one in told["findings"]
    )
    return Checked(pages, tuple(told["html"]), findings)
