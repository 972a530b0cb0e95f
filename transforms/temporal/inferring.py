"""What may be inferred about the days of an article and its meeting, kept apart from what they say.

The publication is narrowed by the bounds that the document gives (clock, stamps, fetching), by dated references that
must lie in the past, by the terms of the office-holders named, and by weekday words ("yesterday, Friday": the article
is of a Saturday). A meeting dated by a relative word moves with it, an undated held one lies before it; the terms hold
for the meeting too. Nothing is guessed: where the bounds exclude each other or what the text says, nothing is inferred
beyond the text, and the reasons say so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from transforms.base.codes import Status
from transforms.base.records import Interval, MeetingDate, Publication
from transforms.lexicon.calendar_terms import Term
from transforms.lexicon.timekeeping import Calendar
from transforms.temporal.records import Expression, Leaning, Relative, Vague
from transforms.temporal.references import past_references
from transforms.temporal.resolution import WEEKDAY_CONFLICT
from transforms.temporal.resolving import days_of
from transforms.temporal.terms import terms_of
from transforms.text.layout import Part

ARTICLE = frozenset({Part.TITLE, Part.TEXT})
DAY = timedelta(days=1)


def infer(
    publication: Publication,
    expressions: tuple[Expression, ...],
    facts: Iterable[tuple[str, str, str]],
    calendar: Calendar,
    own: Expression | None = None,
    leaning: Leaning = Leaning.PAST,
) -> tuple[Interval, tuple[str, ...]]:
    """The inferred days of a meeting and why.

    `facts` are (name, office, body) of persons in office, `own` is the expression that dates the meeting, if any.
    """
    reasons: list[str] = []
    terms = terms_of(facts, calendar)
    article = _article(publication, expressions, terms, reasons)
    meeting = _meeting(article, own, leaning, reasons)
    meeting = _within_terms(meeting, terms)
    reasons.extend(_term_reasons(meeting, terms))
    if meeting.earliest and meeting.latest and meeting.earliest > meeting.latest:
        reasons.append("empty_intersection")
    return meeting, tuple(dict.fromkeys(reasons))


def with_inference(
    when: MeetingDate,
    status: Status,
    publication: Publication,
    expressions: tuple[Expression, ...],
    facts: Iterable[tuple[str, str, str]],
    calendar: Calendar,
) -> MeetingDate:
    """A meeting's date (spans in the folded text) with what may be inferred beside it."""
    start = when.span.start if when.span is not None else None
    own = next((each for each in expressions if each.start == start), None)
    if WEEKDAY_CONFLICT in when.reasons:
        # Words that contradict each other tighten nothing.
        own = None
    leaning = Leaning.FUTURE if status in (Status.PLANNED, Status.CANCELLED) else Leaning.PAST
    interval, reasons = infer(publication, expressions, facts, calendar, own, leaning)
    both = _cut(interval, *when.interval)
    if both.earliest and both.latest and both.earliest > both.latest:
        both, reasons = when.interval, (*reasons, "empty_intersection")
    return replace(when, inferred=both, inferred_reasons=tuple(dict.fromkeys(reasons)))


def _article(
    publication: Publication,
    expressions: tuple[Expression, ...],
    terms: tuple[tuple[Term, ...], ...],
    reasons: list[str],
) -> Interval:
    """The days on which the article may have appeared."""
    if publication.day is not None:
        reasons.append("publication")
        return Interval(publication.day, publication.day)
    low, high = publication.bounds
    if high is not None:
        reasons.extend(reason for reason in publication.reasons if reason in ("page_clock", "update_stamp", "fetched"))
    references = [days.earliest for _, days in past_references(expressions) if days.earliest is not None]
    below = [day for day in references if high is None or day <= high]
    if below:
        low = max(below)
        reasons.append(f"dated_reference:{low.isoformat()}")
    bounds = _within_terms(Interval(low, high), terms)
    return _to_weekday(bounds, expressions, reasons)


def _within_terms(bounds: Interval, terms: tuple[tuple[Term, ...], ...]) -> Interval:
    """Bounds cut to the terms. Twice, since one term may rule out an earlier one of another person."""
    for group in (*terms, *terms):
        touching = [term for term in group if _touches(bounds, term)]
        if touching:
            ends = [term.end for term in touching]
            last = None if any(end is None for end in ends) else max(end for end in ends if end is not None)
            bounds = _cut(bounds, min(term.start for term in touching), last)
    return bounds


def _term_reasons(bounds: Interval, terms: tuple[tuple[Term, ...], ...]) -> list[str]:
    reasons: list[str] = []
    for group in terms:
        touching = [term for term in group if _touches(bounds, term)]
        reasons.extend(f"term:{term.term_id}" for term in touching)
        reasons.extend(f"term_excluded:{term.term_id}" for term in (() if touching else group))
    return reasons


def _touches(bounds: Interval, term: Term) -> bool:
    after = bounds.latest is not None and term.start > bounds.latest
    before = bounds.earliest is not None and term.end is not None and term.end < bounds.earliest
    return not (after or before)


def _cut(bounds: Interval, low: date | None, high: date | None) -> Interval:
    lows = [day for day in (bounds.earliest, low) if day is not None]
    highs = [day for day in (bounds.latest, high) if day is not None]
    return Interval(max(lows, default=None), min(highs, default=None))


def _to_weekday(bounds: Interval, expressions: tuple[Expression, ...], reasons: list[str]) -> Interval:
    """Move both bounds inward to the weekday that a relative word tells of the article."""
    told = {
        (each.meaning.weekday - each.meaning.days - 1) % 7 + 1
        for each in expressions
        if isinstance(each.meaning, Relative) and each.meaning.weekday and each.part in ARTICLE
    }
    if len(told) > 1:
        reasons.append(WEEKDAY_CONFLICT)
    if len(told) != 1:
        return bounds
    weekday = told.pop()
    reasons.append(f"weekday:{weekday}")
    low, high = bounds
    if low is not None:
        low += timedelta(days=(weekday - low.isoweekday()) % 7)
    if high is not None:
        high -= timedelta(days=(high.isoweekday() - weekday) % 7)
    return Interval(low, high)


def _meeting(article: Interval, own: Expression | None, leaning: Leaning, reasons: list[str]) -> Interval:
    """The meeting's days when the article's are known so far."""
    if own is None or isinstance(own.meaning, Vague):
        return Interval(None, article.latest) if leaning is Leaning.PAST else Interval(article.earliest, None)
    reasons.append(f"expression:{own.rule_id}")
    fixed = days_of(own.meaning, None, leaning)
    if fixed.earliest is not None:
        return fixed
    low = days_of(own.meaning, article.earliest, leaning).earliest if article.earliest else None
    high = days_of(own.meaning, article.latest, leaning).latest if article.latest else None
    if leaning is Leaning.PAST and high is not None and article.latest is not None:
        high = min(high, article.latest)
    return Interval(low, high)
