"""The dates of a text alone: what `liqa dates` prints.

The leaning comes from the sentence: a sign of the future before the expression makes it look ahead, any other
sentence looks back, and an expression that stands alone stays in the reference's own year and week.
"""

from __future__ import annotations

from datetime import date

from transforms.base.records import Document, TimeExpression
from transforms.lexicon import Lexicon
from transforms.lexicon.furniture import furniture_cues
from transforms.temporal.dating import date_document
from transforms.temporal.expressions import find_expressions
from transforms.temporal.records import Expression, Leaning
from transforms.temporal.resolution import resolve_on
from transforms.text.layout import lay_out
from transforms.text.page import Page, open_page

#: Rules whose expressions name no date by themselves: they only help to date a meeting.
UNSAID = frozenset({"part_of_day"})
#: A text with so few words beside its expressions is no sentence.
ALONE_WORDS = 2


def read_dates(text: str, lexicon: Lexicon, reference: date | None = None) -> tuple[TimeExpression, ...]:
    """The date expressions of a text with offsets into it; without a reference the text may date itself."""
    page = open_page(text)
    scan = lexicon.calendar.pages.scan(page)
    layout = lay_out(page, furniture_cues(scan))
    found = find_expressions(scan, layout, lexicon.calendar, alone=True)
    expressions = tuple(each for each in found if each.rule_id not in UNSAID)
    if reference is None:
        reference = date_document(scan, layout, expressions, Document(text, "", "")).day
    dated = sum(expression.last - expression.first for expression in expressions)
    alone = len(page.words) - dated <= ALONE_WORDS
    return tuple(_read(page, expression, reference, alone) for expression in expressions)


def _read(page: Page, expression: Expression, reference: date | None, alone: bool) -> TimeExpression:
    leaning = Leaning.FUTURE if expression.ahead else Leaning.NONE if alone else Leaning.PAST
    time = resolve_on(expression, reference, leaning)
    span = page.source_span(time.start, time.end)
    return time._replace(start=span.start, end=span.end, surface=page.text.source[span.start : span.end])
