"""Resolving expressions against a document's publication.

A relative word needs the publication's day; without it the interval stays empty. A past thing does not reach beyond
the publication, a coming one does not start before it. A weekday that disagrees with its date is a reason, no repair.
"""

from __future__ import annotations

from datetime import date

from transforms.base.codes import Precision
from transforms.base.records import Interval, Publication, TimeExpression
from transforms.temporal.records import Expression, Hijri, Leaning, Meaning, Point, Relative, Same
from transforms.temporal.resolving import days_of

WEEKDAY_CONFLICT = "weekday_conflict"
UNRESOLVED = "no_reference"
COMPUTED = "umm_al_qura"


def resolve(expression: Expression, publication: Publication, leaning: Leaning) -> TimeExpression:
    """The days of an expression, as a thing past (held) or coming (planned)."""
    days = resolve_on(expression, publication.day, leaning)
    return days._replace(interval=_clip(days.interval, publication.day, leaning))


def resolve_on(expression: Expression, reference: date | None, leaning: Leaning) -> TimeExpression:
    """The days of an expression at a reference day, not clipped."""
    interval = days_of(expression.meaning, reference, leaning)
    reasons = [expression.rule_id, *expression.reasons]
    if conflicts(expression.meaning, interval):
        reasons.append(WEEKDAY_CONFLICT)
    if isinstance(expression.meaning, Hijri):
        reasons.append(COMPUTED)
    if interval == Interval():
        reasons.append(UNRESOLVED)
    return TimeExpression(
        start=expression.start,
        end=expression.end,
        surface="",
        interval=interval,
        precision=precision_of(interval),
        basis=expression.basis,
        rule_id=expression.rule_id,
        reasons=tuple(reasons),
    )


def precision_of(interval: Interval) -> Precision:
    """How much an interval says."""
    if interval.earliest is None:
        return Precision.UNKNOWN if interval.latest is None else Precision.BEFORE
    if interval.latest is None:
        return Precision.AFTER
    return Precision.DAY if interval.earliest == interval.latest else Precision.RANGE


def weekday_of(meaning: Meaning) -> int | None:
    """The weekday that a meaning says beside its day."""
    if isinstance(meaning, Same):
        return None
    return meaning.weekday if isinstance(meaning, Point | Hijri | Relative) else None


def conflicts(meaning: Meaning, interval: Interval) -> bool:
    """Whether a day disagrees with the weekday that stands beside it."""
    weekday = weekday_of(meaning)
    return weekday is not None and interval.earliest is not None and interval.earliest.isoweekday() != weekday


def _clip(interval: Interval, reference: date | None, leaning: Leaning) -> Interval:
    earliest, latest = interval
    if reference is None or earliest is None or latest is None or not earliest <= reference <= latest:
        return interval
    if leaning is Leaning.PAST:
        return Interval(earliest, reference)
    return Interval(reference, latest) if leaning is Leaning.FUTURE else interval
