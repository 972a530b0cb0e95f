"""What Great Expectations answered, read as findings. Works on its result objects without importing it.

A rule that crashed is answered as `success: false` with an empty result, exactly like bad data, and no exception is
raised: the only sign is inside `exception_info`, flat or nested under a metric's id. Here the two are told apart.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from expectations.records import Finding, Severity, Verdict

SHOWN = 20
ROWS = "partial_unexpected_index_list"


def fault_of(result: Any) -> str | None:
    """The message of the exception that stopped a rule, None for a rule that was computed."""
    info = result.exception_info or {}
    for entry in [info, *info.values()]:
        if isinstance(entry, dict) and entry.get("raised_exception"):
            return str(entry.get("exception_message") or "no message")
    return None


def verdict_of(result: Any) -> Verdict:
    """What came of one expectation."""
    if fault_of(result) is not None:
        return Verdict.BROKEN
    if result.success:
        return Verdict.PASSED
    severity = (result.expectation_config.meta or {}).get("severity")
    return Verdict.WARNING if severity == Severity.WARN else Verdict.FAILURE


def rows_of(result: Any) -> list[dict[str, str]]:
    """The first rows that a failed rule complains of, as texts: the ids first, then the values in question."""
    answer = result.result or {}
    ids = answer.get("unexpected_index_column_names") or []
    rows = []
    for row in (answer.get(ROWS) or [])[:SHOWN]:
        names = [*(name for name in ids if name in row), *(name for name in row if name not in ids)]
        rows.append({name: _text(row[name]) for name in names})
    return rows


def _text(value: object) -> str:
    return "null" if value is None or value is pd.NA else str(value)


def n_rows_of(result: Any) -> int:
    """How many rows a failed rule complains of; 0 for a rule on a table as a whole."""
    answer = result.result or {}
    return int(answer.get("unexpected_count") or (answer.get("bad_rows") if answer.get(ROWS) else 0) or 0)


def finding_of(result: Any, page: str) -> Finding | None:
    """The finding of one expectation, None if it passed."""
    verdict = verdict_of(result)
    if verdict is Verdict.PASSED:
        return None
    meta = result.expectation_config.meta or {}
    rows = rows_of(result)
    observed = (result.result or {}).get("observed_value")
    fault = fault_of(result)
    return Finding(
        rule=str(meta.get("rule")),
        table=str(meta.get("table")),
        verdict=verdict,
        description=str(meta.get("sentence")),
        detail=fault or ("" if rows or observed is None else f"observed: {observed}"),
        n_rows=n_rows_of(result),
        examples=tuple(example_of(row) for row in rows),
        page=page,
    )


def example_of(row: dict[str, str]) -> str:
    """One row as a line for people. A fact's row is such a line already."""
    if set(row) == {"row"}:
        return row["row"]
    return ", ".join(f"{name}={value}" for name, value in row.items())
