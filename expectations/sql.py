"""Small pieces of SQL for facts: quoting, one line per bad row, and the two shapes of answer (violations, measure)."""

from __future__ import annotations

from collections.abc import Iterable

from expectations.records import Fact, Severity
from expectations.results import SHOWN


def quoted(name: str) -> str:
    """An identifier, also where it is a word of SQL (start, end, text)."""
    return '"' + name.replace('"', '""') + '"'


def concat(alias: str, names: Iterable[str]) -> str:
    """An expression that names a row for people: `doc_id=..., start=...`. Missing values appear as null."""
    prefix = f"{alias}." if alias else ""
    parts = [f"'{name}=', coalesce({prefix}{quoted(name)}::VARCHAR, 'null')" for name in names]
    return "concat(" + ", ', ', ".join(parts) + ")"


def violations(example: str, source: str) -> str:
    """How many rows the source has, and the first of them in order.

    `source` is what follows FROM; it holds bad rows only.
    """
    return f"SELECT count(*), min(example, {SHOWN}) FROM (SELECT {example} AS example FROM {source})"


def measure(value: str, source: str) -> str:
    """One number over the source, without examples."""
    return f"SELECT {value}, [] FROM {source}"


def bad_rows(
    rule: str,
    needs: tuple[str, ...],
    sentence: str,
    shown: str,
    source: str,
    severity: Severity = Severity.FAIL,
    across: bool = False,
) -> Fact:
    """A fact that holds when `source` (what follows FROM) has no row. The rule's first word is its table."""
    table = rule.split(".", maxsplit=1)[0]
    return Fact(rule, table, needs, violations(shown, source), sentence, most=0, severity=severity, across=across)
