"""Dating the document itself, before anything in it is resolved.

The day comes, in this order, from metadata, a labelled date, a date line or what brackets say of "today", an address
(the document's own, or one printed above the text), a date above the title (which may be the site's own clock), a
closing line that is nothing but a date. The page's clock, update stamps and the day of fetching are bounds only; dated
references in the text bound an undated document from below. What lies after such a bound cannot be the publication.
Where sources disagree the order decides, and the disagreement is recorded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import IntEnum
from typing import NamedTuple

from transforms.base.codes import PublishedBasis
from transforms.base.records import Document, Interval, Publication
from transforms.lexicon.entries import Category
from transforms.lexicon.index import Scan
from transforms.temporal.records import Expression, Leaning, Point, Relative
from transforms.temporal.references import past_references
from transforms.temporal.resolution import WEEKDAY_CONFLICT, conflicts
from transforms.temporal.resolving import days_of
from transforms.text.layout import Effect, Layout, Line, Part

#: A date in an address: /2021/02/24/ or /20210224/ or -2021-02-24.
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s\"']+")
ADDRESS_DAY = re.compile(r"[/_-](20[0-4]\d)(?:[/_-](\d\d?)[/_-](\d\d?)|(\d\d)(\d\d))(?=\D|$)")
BARE_YEAR = re.compile(r"(?<!\d)(20[0-4]\d|19[5-9]\d)(?!\d)")
#: What stands behind a date line that opens a paragraph: (agency) - or a dash or colon.
BEHIND_DATELINE = re.compile(r"[^\w\n]{0,3}[(/:\-]")
#: Between place or agency and a date that is a sentence of its own (place - agency. date. text).
BEFORE_OWN_DATE = (".", ",", "-", "/", ":", "|", ")")
BEHIND_OWN_DATE = re.compile(r"\s*\.\s")
DATELINE_WORDS = 5
MENU_WORDS = 10
#: A line with so few words beside its date is a line of its own.
OWN_LINE_WORDS = 4
OPENING_LINES, CLOSING_LINES = 10, 3
#: A page may be stamped on the next day elsewhere on the globe.
SLACK = timedelta(days=1)


class Source(IntEnum):
    """Where a day was read, best first."""

    METADATA = 0
    LABEL = 1
    DATE_LINE = 2
    ADDRESS = 3
    TOP_LINE = 4
    CLOSING_LINE = 5


class Stamp(NamedTuple):
    """A day that may be the publication's."""

    source: Source
    day: date
    conflict: bool = False


def date_document(scan: Scan, layout: Layout, expressions: tuple[Expression, ...], document: Document) -> Publication:
    """When a document was published."""
    clock = _latest(_days(expressions, layout, {Part.CLOCK}, None))
    updated = _latest(_days(expressions, layout, {Part.HEADER, Part.FURNITURE}, Effect.UPDATED))
    bound = min((day for day in (clock, updated, document.fetched) if day is not None), default=None)
    stamps = sorted(_stamps(scan, layout, expressions, document), key=lambda stamp: stamp.source)
    possible = [stamp for stamp in stamps if bound is None or stamp.day <= bound + SLACK]
    reasons = _bound_reasons(clock, updated, document.fetched)
    if len(possible) < len(stamps):
        reasons.append("after_bound")
    if possible:
        chosen = possible[0]
        named = [f"published:{chosen.source.name.lower()}", *_conflicts(chosen, possible[1:]), *reasons]
        return Publication(chosen.day, _basis(chosen), Interval(chosen.day, chosen.day), clock, tuple(named))
    if _yearless(expressions, layout):
        reasons.append("date_line_without_year")
    past = [days.earliest for _, days in past_references(expressions) if days.earliest]
    low = max((day for day in past if bound is None or day <= bound), default=None)
    if low is not None:
        reasons.append("dated_reference")
    return Publication(None, PublishedBasis.NONE, Interval(low, bound), clock, tuple(reasons))


def _basis(stamp: Stamp) -> PublishedBasis:
    if stamp.source is Source.METADATA:
        return PublishedBasis.METADATA
    return PublishedBasis.URL if stamp.source is Source.ADDRESS else PublishedBasis.DATELINE


def _bound_reasons(clock: date | None, updated: date | None, fetched: date | None) -> list[str]:
    named = (("page_clock", clock), ("update_stamp", updated), ("fetched", fetched))
    return [name for name, day in named if day is not None]


def _conflicts(chosen: Stamp, others: Iterable[Stamp]) -> list[str]:
    found = [f"conflict:{other.source.name.lower()}" for other in others if other.day != chosen.day]
    return list(dict.fromkeys([*([WEEKDAY_CONFLICT] if chosen.conflict else []), *found]))


def _stamps(scan: Scan, layout: Layout, expressions: tuple[Expression, ...], document: Document) -> Iterator[Stamp]:
    if document.published is not None:
        yield Stamp(Source.METADATA, document.published)
    for before, expression in zip((None, *expressions), expressions, strict=False):
        line = layout.lines[expression.line]
        explained = before is not None and _explains(scan.page.text.folded, before, expression)
        source = Source.DATE_LINE if explained else _source(scan, layout, expression, line)
        day = _day(scan.page.text.folded, expression, line) if source is not None else None
        if source is not None and day is not None:
            yield Stamp(source, day, conflicts(expression.meaning, Interval(day, day)))
    yield from _addresses(scan.page.text.folded, layout, document.url)


def _explains(text: str, today: Expression, day: Expression) -> bool:
    """Whether a day in brackets says which day "today" is: today, Tuesday (10 January 2023)."""
    now = today.part is Part.TEXT and isinstance(today.meaning, Relative) and today.meaning.days == 0
    return now and text[today.end : day.start].strip() == "("


def _source(scan: Scan, layout: Layout, expression: Expression, line: Line) -> Source | None:
    """What kind of date line an expression stands in, None for a date inside the article or its furniture."""
    if line.effect is Effect.UPDATED or line.part in (Part.CLOCK, Part.TITLE):
        return None
    if line.effect is Effect.PUBLISHED:
        return Source.LABEL
    if line.part is Part.HEADER:
        above = layout.title is not None and line.start < layout.title.start
        return Source.TOP_LINE if above else Source.DATE_LINE
    own = (
        line.last - line.first - (expression.last - expression.first) <= OWN_LINE_WORDS and line.last - line.first < 12
    )
    if line.part is Part.TEXT:
        if own and expression.line < OPENING_LINES and not _stopped(scan, line):
            return Source.DATE_LINE
        if _opens(scan, layout, expression, line):
            return Source.DATE_LINE
    closing = expression.line >= len(layout.lines) - CLOSING_LINES
    return Source.CLOSING_LINE if own and closing and line.effect in (None, Effect.SOURCE) else None


def _stopped(scan: Scan, line: Line) -> bool:
    return scan.page.text.folded[line.start : line.end].rstrip().endswith((".", "?", "!", "…"))


def _opens(scan: Scan, layout: Layout, expression: Expression, line: Line) -> bool:
    """A date line that opens the first paragraph (place, date, agency, dash), or stands behind a menu on one line."""
    first = next((each for each in layout.lines if each.part is Part.TEXT), None)
    if line is not first:
        return False
    distance, text = expression.first - line.first, scan.page.text.folded
    if distance <= DATELINE_WORDS:
        before = text[line.start : expression.start].rstrip()
        if BEHIND_DATELINE.match(text, expression.end):
            return True
        if before.endswith(BEFORE_OWN_DATE) and BEHIND_OWN_DATE.match(text, expression.end):
            return True
    return distance <= MENU_WORDS and scan.here(line.first, Category.FURNITURE) is not None


def _day(text: str, expression: Expression, line: Line) -> date | None:
    """The day of an expression alone; a day and month may find their year elsewhere on their line."""
    meaning = expression.meaning
    if isinstance(meaning, Point) and meaning.year is None and meaning.month and meaning.day and meaning.turn is None:
        rest = text[line.start : expression.start] + " " + text[expression.end : line.end]
        years = BARE_YEAR.findall(rest)
        if len(years) != 1:
            return None
        meaning = meaning._replace(year=int(years[0]), year_turn=None)
    days = days_of(meaning, None, Leaning.PAST)
    return days.earliest if days.earliest == days.latest else None


def _yearless(expressions: tuple[Expression, ...], layout: Layout) -> bool:
    return any(
        layout.lines[each.line].part is Part.HEADER
        and isinstance(each.meaning, Point)
        and each.meaning.year is None
        and each.meaning.day is not None
        for each in expressions
    )


def _days(
    expressions: tuple[Expression, ...], layout: Layout, parts: set[Part], effect: Effect | None
) -> Iterator[date]:
    for expression in expressions:
        line = layout.lines[expression.line]
        if line.part in parts and (effect is None or line.effect is effect):
            days = days_of(expression.meaning, None, Leaning.PAST)
            if days.earliest is not None and days.earliest == days.latest:
                yield days.earliest


def _latest(days: Iterator[date]) -> date | None:
    return max(days, default=None)


def _addresses(text: str, layout: Layout, url: str | None) -> Iterator[Stamp]:
    """The day in the document's address, or in an address printed above its text."""
    places = [url] if url else []
    if "http" in text or "www." in text:
        head = min((line.start for line in layout.lines if line.part is Part.TEXT), default=len(text))
        places += ADDRESS.findall(text, 0, head)
    for place in places:
        for match in ADDRESS_DAY.finditer(place):
            year, *parts = match.groups()
            month, day = (int(part) for part in parts if part is not None)
            try:
                yield Stamp(Source.ADDRESS, date(int(year), month, day))
            except ValueError:
                continue
