"""Dating the document itself, before anything in it is resolved.

In order: metadata, a labelled or plain date line, the address. The page's clock, update stamps and the day of fetching
are bounds only. Where sources disagree the order decides, and the disagreement is recorded.
"""

from __future__ import annotations

from datetime import date

from transforms.base.codes import PublishedBasis
from transforms.base.records import Document, Interval, Publication
from transforms.lexicon.index import Scan
from transforms.temporal.records import Expression, Leaning
from transforms.temporal.resolving import days_of
from transforms.text.layout import Effect, Layout, Part


def date_document(
    scan: Scan, layout: Layout, expressions: tuple[Expression, ...], document: Document
) -> Publication:
    """When a document was published."""
    if document.published is not None:
        return Publication(document.published, PublishedBasis.METADATA, Interval(), None, ("metadata",))
    for expression in expressions:
        line = layout.lines[expression.line]
        if line.part is Part.HEADER and line.effect is not Effect.UPDATED:
            day = _day(expression)
            if day is not None:
                return Publication(day, PublishedBasis.DATELINE, Interval(), None, ("date_line",))
    return Publication(None, PublishedBasis.NONE, Interval(), None, ())


def _day(expression: Expression) -> date | None:
    days = days_of(expression.meaning, None, Leaning.PAST)
    return days.earliest if days.earliest == days.latest else None
