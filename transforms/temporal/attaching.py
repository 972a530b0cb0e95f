"""Which date expression belongs to which meeting."""

from __future__ import annotations

from transforms.temporal.records import Expression
from transforms.text.sentences import Sentence


def attach(expressions: tuple[Expression, ...], sentence: Sentence, trigger: int) -> Expression | None:
    """The expression of a sentence that dates the trigger at word `trigger`, or None."""
    inside = [each for each in expressions if sentence.first <= each.first < sentence.last]
    return min(inside, key=lambda each: abs(each.first - trigger), default=None)
