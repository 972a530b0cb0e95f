"""A value that changes is noticed: every number of the rules and of the calendar's words is changed in turn, and a case
must then fail. A word whose number no rule reads is taken away instead.

The lexicon is not loaded anew for each change: the words are changed where a page asks the calendar for them, and only
the cases that asked for the word are read again.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from functools import cache
from typing import NamedTuple

import pytest

from tests.loaded import lexicon
from tests.transforms.temporal.calendar_cases import REFERENCE, cases
from tests.transforms.temporal.reading import bounds, parted
from transforms.base.errors import LexiconError
from transforms.lexicon.calendar import CalendarWord
from transforms.lexicon.calendar_rules import DateRule
from transforms.lexicon.entries import Category, Entry, Hit
from transforms.lexicon.loading import refuse_clashes
from transforms.lexicon.timekeeping import Calendar
from transforms.temporal import Leaning
from transforms.temporal.records import Expression
from transforms.temporal.resolution import resolve_on
from transforms.text.page import Page

Place = tuple[str, int]
RULES = {rule.rule_id: rule for rule in lexicon().calendar.rules}
#: Settings that count by being there, whatever their number.
MARKS = ("cue", "month_first", "this_month", "this_year")
#: Groups of patterns that only say that a word is there: the rule's settings hold its number.
PRESENT = ("adverb", "tomorrow", "yesterday", "easter")
#: Rules that read the month first say so; no example has room for it.
MONTH_FIRST = {"numeric_month_first", "numeric_month_then_day"}


class Question(NamedTuple):
    """A text and its right answer. `rule` is None where the whole answer counts, not one rule's share."""

    text: str
    reference: str
    rule: str | None
    answer: frozenset[tuple[str, ...]]


class Change(NamedTuple):
    """What is done to one row's word: another number, or (None) the word is taken away."""

    place: Place
    value: int | None


@cache
def questions() -> tuple[Question, ...]:
    """The rules' own examples, and the calendar's cases."""
    examples = (
        Question(each.text, each.reference, rule_id, frozenset({(each.surface, each.earliest, each.latest)}))
        for rule_id, rule in RULES.items()
        for each in rule.examples
    )
    days = (
        Question(each.text, REFERENCE.isoformat(), None, frozenset({(each.earliest, each.latest or "")}))
        if each.earliest is not None
        else Question(each.text, REFERENCE.isoformat(), None, frozenset())
        for each in cases()
    )
    return (*examples, *days)


def answered(question: Question) -> bool:
    """Whether a question is answered rightly."""
    reference = type(REFERENCE).fromisoformat(question.reference) if question.reference else None
    scan, _, expressions = parted(question.text)
    found = set()
    for each in expressions:
        time = resolve_on(each, reference, Leaning.FUTURE if each.ahead else Leaning.PAST)
        said = () if question.rule is None else (scan.page.surface(time.start, time.end),)
        if question.rule in (None, time.rule_id) and _marked(each):
            found.add((*said, *bounds(time)))
    return found == question.answer if question.rule is None else found >= question.answer


def _marked(expression: Expression) -> bool:
    return ("month_first" in expression.reasons) == (expression.rule_id in MONTH_FIRST)


@contextmanager
def watching(asked: set[Place], change: Change | None = None) -> Iterator[None]:
    """Note the rows that a page asks the calendar for, one of them changed."""
    plain = Calendar.at

    def at(self: Calendar, page: Page, position: int) -> Hit | None:
        hit = plain(self, page, position)
        if hit is None:
            return None
        place = (hit.entry.path, hit.entry.line)
        asked.add(place)
        if change is None or place != change.place:
            return hit
        word = hit.entry.payload
        assert isinstance(word, CalendarWord)
        if change.value is None:
            return None
        entry, changed = copy(hit.entry), copy(hit)
        entry.payload = word._replace(value=change.value)
        changed.entry = entry
        return changed

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Calendar, "at", at)
        yield


@cache
def asking() -> dict[Place, list[Question]]:
    """Row -> the questions whose reading asks for its word, short ones first."""
    rows: dict[Place, list[Question]] = {}
    for question in questions():
        asked: set[Place] = set()
        with watching(asked):
            assert answered(question), question
        for place in asked:
            rows.setdefault(place, []).append(question)
    return {place: sorted(known, key=lambda each: len(each.text)) for place, known in rows.items()}


def noticed(change: Change) -> bool:
    """Whether any question is answered wrongly after a change."""
    known = asking().get(change.place, ())
    with watching(set(), change):
        try:
            return not all(map(answered, known))
        except ValueError:  # a number that no unit or part of a month has
            return True


def words() -> dict[Place, Entry]:
    """The calendar's rows, each by its first surface."""
    own = (entry for entry in lexicon().entries if entry.category is Category.CALENDAR)
    return {(entry.path, entry.line): entry for entry in reversed([*own])}


def kinds_read() -> set[str]:
    """The kinds whose number a rule reads: those inside a named group."""
    calendar = lexicon().calendar
    inside: set[str] = set()
    for rule in calendar.rules:
        inside |= {symbol for group in _groups(rule.pattern.pattern) for symbol in group}
    return {kind.removeprefix("the_") for kind, symbol in calendar.symbols.items() if symbol in inside}


def _groups(pattern: str) -> Iterator[str]:
    """What stands in each named group of a pattern whose number counts."""
    start = pattern.find("(?P<")
    while start >= 0:
        depth, end = 1, start + 1
        while depth:
            bare = pattern[end - 1] != "\\"
            depth += bare * ((pattern[end] == "(") - (pattern[end] == ")"))
            end += 1
        if not pattern.startswith(PRESENT, start + len("(?P<")):
            yield pattern[start:end]
        start = pattern.find("(?P<", start + 1)


def test_every_question_is_answered() -> None:
    assert [question for question in questions() if not answered(question)] == []


def test_every_number_of_the_calendar_counts() -> None:
    """Each row's number one higher or lower: a month for the next, a distance for another."""
    read, unnoticed = kinds_read(), []
    for place, entry in words().items():
        word = entry.payload
        assert isinstance(word, CalendarWord)
        values = (word.value + 1, word.value - 1) if word.kind in read else (None,)
        if not any(noticed(Change(place, value)) for value in values) and not clashes(place):
            unnoticed.append((*place, word.kind, " ".join(entry.words)))
    assert unnoticed == []


def clashes(place: Place) -> bool:
    """Whether another number for a row is refused on loading: a second row has one of its surfaces."""
    own = [copy(entry) for entry in lexicon().entries if entry.category is Category.CALENDAR]
    for each in own:
        each.key = "other" if (each.path, each.line) == place else each.key
    try:
        refuse_clashes(own)
    except LexiconError:
        return True
    return False


def other_settings() -> list[tuple[str, str, int | None]]:
    """Every rule's every setting, with the number that it gets instead (None: it is taken away)."""
    return [
        (rule_id, name, None if name in MARKS else value + 1 if value >= 0 else -value)
        for rule_id, rule in RULES.items()
        for name, value in rule.settings.items()
    ]


@pytest.mark.parametrize(("rule_id", "name", "value"), other_settings())
def test_every_setting_of_a_rule_counts(rule_id: str, name: str, value: int | None) -> None:
    plain = RULES[rule_id]
    settings = {**plain.settings} | ({name: value} if value is not None else {})
    if value is None:
        del settings[name]
    with replaced(plain, plain._replace(settings=settings)):
        assert not all(answered(question) for question in questions() if question.rule == rule_id)


@contextmanager
def replaced(plain: DateRule, other: DateRule) -> Iterator[None]:
    """The calendar with one rule for another."""
    calendar = lexicon().calendar
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(calendar, "rules", tuple(other if rule is plain else rule for rule in calendar.rules))
        patch.setattr(calendar, "memory", {})
        yield
