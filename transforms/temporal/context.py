"""What the words around an expression say of it: that it lies ahead, or dates something else than a meeting.

Looks back from the expression over a few words of its sentence; the first word that decides wins.
"""

from __future__ import annotations

from transforms.base.codes import Basis
from transforms.lexicon.cues import Does, Steer
from transforms.lexicon.entries import Category, Hit
from transforms.lexicon.index import Scan
from transforms.lexicon.timekeeping import Calendar
from transforms.temporal.records import Ago, Days, Expression, Meaning, Period, Relative, Same, Vague
from transforms.text.layout import Layout, Part
from transforms.text.page import Page

#: How far back, in words, the future is looked for; another event; the verb of a statement.
AHEAD_WORDS, EVENT_WORDS, TOLD_WORDS = 12, 4, 14
DURING_WORDS = 3
SENTENCE_ENDS = frozenset(".!?;\n")
FUTURE, EVENT = "future_cue", "other_event"
SAYING = frozenset({Does.STATEMENT, Does.DENIED, Does.CANCELLED})
MEETINGS = (Category.TRIGGER, Category.LIGHT_VERB)


def mark(scan: Scan, calendar: Calendar, expression: Expression, layout: Layout, *, alone: bool) -> Expression:
    """The expression with what stands around it. Lines that are no article stay as they are."""
    if expression.part not in (Part.TEXT, Part.TITLE):
        return expression
    first = max(layout.lines[expression.line].first, expression.first - TOLD_WORDS)
    first = _sentence_start(scan.page, first, expression.first)
    return expression._replace(
        ahead=_is_open(expression.meaning)
        and _ahead(scan.page, calendar, max(first, expression.first - AHEAD_WORDS), expression.first),
        elsewhere=not alone
        and expression.basis is Basis.EXPLICIT
        and _kind_before(scan.page, calendar, max(first, expression.first - EVENT_WORDS), expression.first, EVENT),
        told=not alone and _told(scan, first, expression),
    )


def _is_open(meaning: Meaning) -> bool:
    """Whether the future matters to a meaning: not where the words themselves say on which side it lies."""
    if isinstance(meaning, Ago):
        return meaning.distance > 0
    return not isinstance(meaning, Relative | Period | Vague | Days | Same)


def looks_only_ahead(meaning: Meaning) -> bool:
    """Whether a meaning makes a date only where the text speaks of the future: "after two days" is else narration."""
    return isinstance(meaning, Ago) and meaning.distance > 0


def _sentence_start(page: Page, first: int, until: int) -> int:
    for word in range(until - 1, first - 1, -1):
        gap = page.gap(word)
        if len(gap) > 1 and not SENTENCE_ENDS.isdisjoint(gap):
            return word + 1
    return first


def _ahead(page: Page, calendar: Calendar, first: int, until: int) -> bool:
    return _kind_before(page, calendar, first, until, FUTURE) or any(map(calendar.looks_ahead, page.words[first:until]))


def _kind_before(page: Page, calendar: Calendar, first: int, until: int, kind: str) -> bool:
    return any(calendar.beside(page, word) == kind for word in range(first, until))


def _told(scan: Scan, first: int, expression: Expression) -> bool:
    """Whether the nearest verb before the expression is one of saying, and no meeting follows at once."""
    for word in range(expression.first - 1, first - 1, -1):
        for hit in scan.at.get(word, ()):
            if hit.entry.category in MEETINGS:
                return False
            does = _does(hit)
            if does & SAYING:
                return not _during(scan, expression.last)
            if Does.BARRIER in does:
                return False
    return False


def _during(scan: Scan, word: int) -> bool:
    places = range(word, word + DURING_WORDS)
    return any(Does.DURING in _does(hit) for place in places for hit in scan.at.get(place, ()))


def _does(hit: Hit) -> frozenset[Does]:
    return hit.entry.payload.does if isinstance(hit.entry.payload, Steer) else frozenset()
