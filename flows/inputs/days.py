"""Days as inputs write them: whole ISO days and nothing else."""

from __future__ import annotations

import re
from datetime import date, datetime

ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?=$|[T ])", re.ASCII)


def iso_day(value: str) -> date | None:
    """An ISO date, or the date of an ISO timestamp as it is written there; None for anything else."""
    try:
        return datetime.fromisoformat(value).date() if ISO_DATE.match(value) else None
    except ValueError:
        return None
