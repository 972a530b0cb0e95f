"""`liqa dates`: only the date expressions of a text, as JSON lines. Loads the lexicon and the calendar, nothing else.

With records, one line comes out for each line in, in order: a line that is no record gives an empty list and says why.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from flows.inputs.single import STDIN, read_bytes, read_text
from transforms.base.errors import ArgumentError, InputError
from transforms.base.records import TimeExpression
from transforms.lexicon import Lexicon, load_lexicon
from transforms.temporal import read_dates


def print_dates(file: str | None, reference: date | None, jsonl: bool, lexicon: Path | None) -> int:
    """Print what was found. Gives the exit status."""
    if jsonl and reference is not None:
        raise ArgumentError("--reference and --jsonl: each record brings its own `reference`; give one of the two")
    if jsonl:
        content = read_bytes(file)
        lines = _of_records(content, file or STDIN, load_lexicon(lexicon))
    else:
        text = read_text(file)
        found = read_dates(text, load_lexicon(lexicon), reference)
        lines = (as_fields(expression) for expression in found)
    for fields in lines:
        print(json.dumps(fields, ensure_ascii=False))
    return 0


def as_fields(expression: TimeExpression) -> dict[str, Any]:
    """One expression as the contract has it."""
    earliest, latest = expression.interval
    return {
        "text": expression.surface,
        "start": expression.start,
        "end": expression.end,
        "earliest": earliest.isoformat() if earliest else None,
        "latest": latest.isoformat() if latest else None,
        "precision": expression.precision.value,
        "basis": expression.basis.value,
        "rule_id": expression.rule_id,
    }


def _of_records(content: bytes, name: str, lexicon: Lexicon) -> Iterator[dict[str, Any]]:
    """One answer for each line."""
    try:
        lines = content.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as fault:
        raise InputError(name, f"not UTF-8: {fault.reason} at byte {fault.start}") from fault
    for number, line in enumerate(lines[:-1] if lines[-1] == "" else lines, 1):
        try:
            text, reference = _record(line)
        except ValueError as fault:
            print(f"liqa: {name}:{number}: {fault}", file=sys.stderr)
            yield {"dates": [], "error": str(fault)}
            continue
        yield {"dates": [as_fields(expression) for expression in read_dates(text, lexicon, reference)]}


def _record(line: str) -> tuple[str, date | None]:
    """The text and the reference of one record. Raises ValueError, which a fault of JSON is too."""
    fields = json.loads(line)
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        raise ValueError("not a record with a string `text`")
    reference = fields.get("reference")
    if reference is None:
        return fields["text"], None
    if not isinstance(reference, str):
        raise ValueError("`reference` is no ISO date")
    return fields["text"], date.fromisoformat(reference)
