"""What may be inferred about an undated meeting's days, kept apart from what the text says."""

from __future__ import annotations

from collections.abc import Iterable

from transforms.base.records import Interval, Publication
from transforms.lexicon.timekeeping import Calendar
from transforms.temporal.records import Expression


def infer(
    publication: Publication,
    expressions: tuple[Expression, ...],
    offices: Iterable[tuple[str, str]],
    calendar: Calendar,
) -> tuple[Interval, tuple[str, ...]]:
    """The interval of publication and its reasons."""
    return Interval(None, publication.day or publication.page_date), ()
