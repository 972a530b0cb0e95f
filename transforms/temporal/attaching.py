"""Which date expression belongs to which meeting.

Of the expressions in the meeting's own stretch of the sentence: not the one that dates a resolution, an agreement or
another event, not the one behind a verb of saying, no bare year or decade; of the others the nearest to the trigger,
a named day before a mere part of the day.
"""

from __future__ import annotations

from transforms.temporal.records import Days, Expression, Period, Point, Stretch, Unit
from transforms.text.sentences import Sentence

#: Farther from the trigger an expression dates something else.
REACH = 45
PART_OF_DAY = "part_of_day"


def attach(expressions: tuple[Expression, ...], sentence: Sentence, trigger: int) -> Expression | None:
    """The expression between `sentence.first` and `sentence.last` that dates the trigger at word `trigger`, or None."""
    inside = [
        each
        for each in expressions
        if sentence.first <= each.first < sentence.last and not (each.elsewhere or each.told or _is_era(each))
    ]
    near = [each for each in inside if _distance(each, trigger) <= REACH]
    return min(near, key=lambda each: (each.rule_id == PART_OF_DAY, _distance(each, trigger)), default=None)


def _distance(expression: Expression, trigger: int) -> int:
    return expression.first - trigger if expression.first >= trigger else trigger - expression.last + 1


def _is_era(expression: Expression) -> bool:
    """A year or more: the background of a meeting, not its date, unless it is counted from today."""
    meaning = expression.meaning
    if isinstance(meaning, Stretch):
        meaning = meaning.low
    if isinstance(meaning, Point):
        return meaning.year is not None and meaning.month is None and meaning.third is None
    return isinstance(meaning, Days) or (isinstance(meaning, Period) and meaning.unit is Unit.DECADE)
