"""Finding the date expressions of a page.

In order: islands around anchors, the rules on each island, a meaning from the longest reading that makes one, refusal
by the words beside it. Expressions do not overlap; they come in the order of the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from transforms.base.codes import Basis
from transforms.lexicon.index import Scan
from transforms.lexicon.timekeeping import Calendar
from transforms.temporal.builders import build
from transforms.temporal.context import looks_only_ahead, mark
from transforms.temporal.grammar import Match, readings
from transforms.temporal.records import Days, Expression, Hijri, Meaning, Point, Relative, Same, Stretch, Until, Weekday
from transforms.temporal.refusing import refused
from transforms.temporal.tokens import Island, Token, find_islands
from transforms.text.layout import Layout, Line

#: Joints that a pattern needs but that are no part of the expression's own words.
JOINTS = frozenset({"in", "of", "to", "ago", "since", "hence"})


def find_expressions(scan: Scan, layout: Layout, calendar: Calendar, *, alone: bool = False) -> tuple[Expression, ...]:
    """All date expressions of a page, in all its lines. `alone`: no meeting will ask which of them is its own."""
    starts = [line.start for line in layout.lines]
    found: list[Expression] = []
    antecedent: Meaning | None = None
    for island in find_islands(scan, calendar):
        for match, meaning in _read(island, calendar, scan.page.text.folded):
            antecedent = meaning if _is_day(meaning) else antecedent
            told = Same(antecedent) if isinstance(meaning, Same) else meaning
            tokens = _own_tokens(island.tokens[match.first : match.last], match)
            number = max(bisect_right(starts, tokens[0].start) - 1, 0)
            found.append(_expression(scan, tokens, match, told, layout.lines[number])._replace(line=number))
    marked = (mark(scan, calendar, expression, layout, alone=alone) for expression in found)
    return tuple(each for each in marked if each.ahead or not looks_only_ahead(each.meaning))


def _expression(scan: Scan, tokens: tuple[Token, ...], match: Match, meaning: Meaning, line: Line) -> Expression:
    start, end = tokens[0].start, tokens[-1].end
    return Expression(
        first=tokens[0].first,
        last=tokens[-1].last,
        start=start,
        end=_close(scan.page.text.folded, start, end),
        line=0,
        part=line.part,
        rule_id=match.rule.rule_id,
        meaning=meaning,
        basis=_basis(meaning),
        reasons=("month_first",) if "month_first" in match.rule.settings else (),
        ahead=False,
        elsewhere=False,
        told=False,
    )


def _is_day(meaning: Meaning) -> bool:
    """Whether "the same day" may point back at this."""
    return isinstance(meaning, Relative | Weekday) or (isinstance(meaning, Point | Hijri) and meaning.day is not None)


def _close(text: str, start: int, end: int) -> int:
    """A bracket that an expression opens belongs to it."""
    opened = text.count("(", start, end) > text.count(")", start, end)
    return end + 1 if opened and text[end : end + 1] == ")" else end


def _own_tokens(tokens: tuple[Token, ...], match: Match) -> tuple[Token, ...]:
    """A preposition that only showed that a month or year is meant stays outside the span."""
    return tokens[1:] if "cue" in match.rule.settings and tokens[0].kind in JOINTS else tokens


def _read(island: Island, calendar: Calendar, text: str) -> Iterator[tuple[Match, Meaning]]:
    reached = 0
    for matches in readings(island, calendar):
        if matches[0].first < reached:
            continue
        for match in matches:
            meaning = build(match.rule.gives, {**match.rule.settings, **match.values})
            if meaning is not None:
                if not refused(island, match, text):
                    yield match, meaning
                reached = match.last
                break


def _basis(meaning: Meaning) -> Basis:
    """Explicit is what names a month or a year itself, also where the year must be worked out."""
    if isinstance(meaning, Stretch | Until):
        meaning = meaning.high
    if isinstance(meaning, Point):
        return Basis.EXPLICIT if meaning.year is not None or meaning.month is not None else Basis.RELATIVE
    return Basis.EXPLICIT if isinstance(meaning, Days | Hijri) else Basis.RELATIVE
