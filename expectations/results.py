"""What Great Expectations answered, read as findings. Works on its result objects without importing it.

A rule that crashed is answered as `success: false` with an empty result, exactly like bad data, and no exception is raised: the
only sign is inside `exception_info`, flat or nested under a metric's id. Here the two are told apart.
"""

from __future__ import annotations

from typing import Any

from expectations.records import Finding, Severity, Verdict

SHOWN = 20


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


def rows_of(result: Any) -> list[dict[str, Any]]:
    """The first rows that a failed rule complains of: ids and the values in question."""
    listed = (result.result or {}).get("partial_unexpected_index_list") or []
    return [dict(row) for row in listed[:SHOWN]]


def n_rows_of(result: Any) -> int:
    """How many rows a failed rule complains of; 1 for a rule on a table as a whole."""
    return int((result.result or {}).get("unexpected_count") or 1)


def finding_of(result: Any, page: str) -> Finding | None:
    """The finding of one expectation, None if it passed."""
    verdict = verdict_of(result)
    if verdict is Verdict.PASSED:
        return None
    meta = result.expectation_config.meta or {}
    rows = rows_of(result)
    observed = (result.result or {}).get("observed_value")
    broken = verdict is Verdict.BROKEN
    return Finding(
        rule=str(meta.get("rule")),
        table=str(meta.get("table")),
        verdict=verdict,
        description=str(result.expectation_config.description),
        detail=(fault_of(result) or "") if broken else "" if observed is None else f"observed: {observed}",
        n_rows=0 if broken else n_rows_of(result),
        examples=tuple(example_of(row) for row in rows),
        page=page,
    )


def example_of(row: dict[str, Any]) -> str:
    """One row as a line for people."""
    return ", ".join(f"{name}={value}" for name, value in row.items())
