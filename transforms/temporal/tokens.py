"""Islands: runs of calendar words and numbers around an anchor, written as strings of symbols for the rules.

A page is never searched word by word: the scan's calendar hits and the numbers of date-like shape are anchors, and
from each the island grows to both sides while words belong to the calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from transforms.lexicon.calendar import CalendarWord
from transforms.lexicon.entries import Category, Hit
from transforms.lexicon.index import Scan
from transforms.lexicon.timekeeping import Calendar
from transforms.text.page import Page

#: How far an island may reach from its anchor, in words: longer runs are not dates but somebody's noise.
REACH_BACK = 12
REACH_ON = 30
#: A number that may be part of a date without any calendar word beside it. It begins with one plain set, for speed.
NUMERIC = re.compile(
    r"[0-9](?:[0-9]{0,3} ?[/.-] ?[0-9]{1,2} ?[/.-] ?[0-9]{1,4}|[0-9]?[/-][0-9]{1,4}|[0-9]{3}/[0-9]{1,2}"
    r"|(?:(?<=1)9|(?<=2)0)[0-9]{2})(?![0-9])"
)
#: What parts two words of one expression, and the symbol for it.
GAPS = {
    "": " ",
    "/": "/",
    "-": "-",
    ".": ".",
    ",": ",",
    "(": "(",
    ")": ")",
    "),": ")",
    ")-": ")",
    "\\": "/",
    ")/": ")",
    ":": " ",
    '"': " ",
}
UNKNOWN, SPACED_DASH = "\x00", "~"


class Token(NamedTuple):
    """Words `[first, last)` at folded offsets, of a kind and with a value."""

    first: int
    last: int
    start: int
    end: int
    kind: str
    value: int


class Island(NamedTuple):
    """Symbols, the token that each symbol belongs to (-1 for what stands between), and the tokens."""

    symbols: str
    owners: tuple[int, ...]
    tokens: tuple[Token, ...]


def find_islands(scan: Scan, calendar: Calendar) -> Iterator[Island]:
    """The islands of a page in order."""
    page, reached = scan.page, 0
    for anchor in _anchors(scan):
        if anchor < reached:
            continue
        first, last = _grow(page, calendar, anchor, reached)
        reached = last
        if last - first == 1 and _is_barren(scan, calendar, first):
            continue
        yield _write(page, calendar, first, last)


def _anchors(scan: Scan) -> list[int]:
    anchors = [hit.first for hit in scan.of(Category.CALENDAR)]
    page = scan.page
    for match in NUMERIC.finditer(page.text.folded):
        word = page.word_at(match.start())
        # A match that begins inside a longer number is none.
        if page.starts[word] == match.start():
            anchors.append(word)
    return sorted(set(anchors))


def _grow(page: Page, calendar: Calendar, anchor: int, reached: int) -> tuple[int, int]:
    words, knows, first, last = page.words, calendar.knows, anchor, anchor + 1
    while first > max(reached, anchor - REACH_BACK) and knows(words[first - 1]) and _joins(page, first - 1):
        first -= 1
    size = min(len(words), anchor + REACH_ON)
    while last < size and knows(words[last]) and _joins(page, last - 1):
        last += 1
    return first, last


def _is_barren(scan: Scan, calendar: Calendar, word: int) -> bool:
    """Whether a word that stands alone is of a kind that no rule reads alone (a unit without a number)."""
    hit = scan.here(word, Category.CALENDAR)
    if hit is None or _glued(hit):
        return False
    return _kind(hit) in calendar.barren


def _joins(page: Page, word: int) -> bool:
    gap = page.gap(word)
    return gap == " " or ("\n" not in gap and gap.strip() in GAPS)


def _write(page: Page, calendar: Calendar, first: int, last: int) -> Island:
    symbols: list[str] = []
    owners: list[int] = []
    tokens: list[Token] = []
    position = first
    while position < last:
        if position > first:
            gap = _gap_symbol(page, position - 1)
            symbols.append(gap)
            owners.extend([-1] * len(gap))
        token, glued = _token(page, calendar, position)
        for mark in glued:
            symbols.append(calendar.symbols[mark])
            owners.append(-1)
        symbols.append(calendar.symbols.get(token.kind, UNKNOWN))
        owners.append(len(tokens))
        tokens.append(token)
        position = token.last
    return Island("".join(symbols), tuple(owners), tuple(tokens))


def _gap_symbol(page: Page, word: int) -> str:
    gap = page.gap(word)
    if not gap:
        return ""
    bare = gap.strip()
    if bare == "." and gap != "." and not page.words[word].isdecimal():
        return UNKNOWN
    if bare == "-" and gap[0] == gap[-1] == " ":
        return SPACED_DASH
    symbol = GAPS.get(bare, UNKNOWN)
    return f"{symbol} " if symbol == ")" and gap[-1] == " " else symbol


def _token(page: Page, calendar: Calendar, position: int) -> tuple[Token, tuple[str, ...]]:
    word, start, end = page.words[position], page.starts[position], page.ends[position]
    if word[0].isdecimal():
        return Token(position, position + 1, start, end, _digit_kind(word), int(word[:9])), ()
    hit = calendar.at(page, position)
    if hit is None:
        return Token(position, position + 1, start, end, "", 0), ()
    return Token(hit.first, hit.last, hit.start, hit.end, _kind(hit), _word(hit).value), _glued(hit)


def _word(hit: Hit) -> CalendarWord:
    if not isinstance(hit.entry.payload, CalendarWord):
        raise TypeError(f"a calendar hit without a calendar word: {hit.entry.key}")
    return hit.entry.payload


def _kind(hit: Hit) -> str:
    return f"the_{_word(hit).kind}" if hit.cut.article else _word(hit).kind


def _glued(hit: Hit) -> tuple[str, ...]:
    marks = ("and",) if hit.cut.conjunction else ()
    return (*marks, "by") if hit.cut.preposition else marks


def _digit_kind(word: str) -> str:
    value = int(word[:9])
    if len(word) <= 2:
        if len(word) == 2 and 1 <= value <= 9:
            return "digit_padded"
        return "digit_month" if 1 <= value <= 12 else "digit_day" if 13 <= value <= 31 else "digit_short"
    if len(word) == 4:
        if 1300 <= value <= 1499:
            return "digit_hijri"
        if 1800 <= value <= 2199:
            return "digit_year"
    return "digit_count" if len(word) <= 3 else ""
