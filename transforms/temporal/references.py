"""Dated references in an article that must lie before its publication.

Only a day or a month with its year counts, and only where nothing near it speaks of the future: an article of 2015
may well name a plan for 2030.
"""

from __future__ import annotations

from collections.abc import Iterator

from transforms.base.records import Interval
from transforms.temporal.records import Expression, Leaning, Point, Stretch
from transforms.temporal.resolving import days_of
from transforms.text.layout import Part

ARTICLE = frozenset({Part.TITLE, Part.TEXT})


def past_references(expressions: tuple[Expression, ...]) -> Iterator[tuple[Expression, Interval]]:
    """The references of the article with the days that they name."""
    for expression in expressions:
        meaning = expression.meaning
        if expression.part not in ARTICLE or expression.ahead:
            continue
        if isinstance(meaning, Stretch):
            meaning = meaning.low
        if isinstance(meaning, Point) and meaning.year is not None and meaning.month is not None:
            yield expression, days_of(meaning, None, Leaning.PAST)
