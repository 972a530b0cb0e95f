"""Which lines of a page are the article: title, header lines, text, and what the site put around it.

Works on lines and on cues that the lexicon found in them (`Cue`): a heading such as "related articles" opens
furniture until a real paragraph follows, a comment form closes the article for good, a menu word or share counter
makes a short line furniture. In order: lines, cues, title, head, tail. What a date line means is not decided here:
header lines are handed on to the dating of the document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from transforms.text.page import Page

TITLE_WORDS = range(4, 31)
HEADER_WORDS = 9
DATED_HEADER_WORDS = 14
BAR = "|"
MENU_BARS = 3
PARAGRAPH_WORDS = 12
LINE = re.compile(r"[^\n]+")
STOPS = frozenset(".!?…:;")
AFTER_STOP = " \"')]"
THERMOMETER = re.compile(r"^\W*-?\d{1,2}(?:\.\d+)?\s*°?\s*[CFcf]\b")


class Part(StrEnum):
    """What a line is. Title and text are the article; header lines stand between or before them and may date it."""

    TITLE = "title"
    TEXT = "text"
    HEADER = "header"
    CLOCK = "clock"
    FURNITURE = "furniture"


class Effect(StrEnum):
    """What a cue of the lexicon says of its line."""

    RELATED = "related"
    CLOSING = "closing"
    LINE = "line"
    BYLINE = "byline"
    SOURCE = "source"
    SUMMARY = "summary"
    PUBLISHED = "published"
    UPDATED = "updated"


#: How many words may follow a cue on its line; with more the line is a sentence that happens to begin with these words.
FOLLOWING_WORDS = MappingProxyType(
    {
        Effect.RELATED: 2,
        Effect.CLOSING: 7,
        Effect.LINE: 5,
        Effect.BYLINE: 6,
        Effect.SOURCE: 6,
        Effect.SUMMARY: 1,
        Effect.PUBLISHED: 12,
        Effect.UPDATED: 12,
    }
)


class Cue(NamedTuple):
    """A furniture phrase at folded offsets."""

    start: int
    end: int
    effect: Effect


class Line(NamedTuple):
    """One line: its part, folded offsets and words `[first, last)`. `effect` is that of the cue which opens it."""

    part: Part
    start: int
    end: int
    first: int
    last: int
    effect: Effect | None


@dataclass(frozen=True)
class Layout:
    """The lines of a page in order."""

    lines: tuple[Line, ...]

    def of(self, *parts: Part) -> tuple[Line, ...]:
        """The lines of these parts."""
        return tuple(line for line in self.lines if line.part in parts)

    @property
    def title(self) -> Line | None:
        """The title's line, if the page has one."""
        return next((line for line in self.lines if line.part is Part.TITLE), None)

    @property
    def body(self) -> tuple[int, int]:
        """Folded offsets from the first line of text to the end of the last; (0, 0) if there is none."""
        text = self.of(Part.TEXT)
        return (text[0].start, text[-1].end) if text else (0, 0)


def lay_out(page: Page, cues: tuple[Cue, ...], title: str | None = None) -> Layout:
    """Part the page's lines. `title` is the folded title that came as metadata, if any."""
    lines = _lines(page, cues)
    head = _title_index(page, lines, title)
    return Layout(tuple(_tail(page, _head(page, lines, head))))


def _lines(page: Page, cues: tuple[Cue, ...]) -> list[Line]:
    lines: list[Line] = []
    text = page.text.folded
    barred = BAR in text
    last = cue = 0
    for match in LINE.finditer(text):
        start, end = match.span()
        first, last = last, page.word_at(end)
        if first == last:
            continue
        effect = Effect.LINE if barred and text.count(BAR, start, end) >= MENU_BARS else None
        while cue < len(cues) and cues[cue].start < end:
            if effect is None and _decides(page, cues[cue], first, last, end):
                effect = cues[cue].effect
            cue += 1
        lines.append(Line(Part.TEXT, start, end, first, last, effect))
    return lines


def _decides(page: Page, cue: Cue, first: int, last: int, end: int) -> bool:
    """A cue speaks for its line when it opens it (after a word at most), little else follows, and it is no sentence."""
    begins, ends = page.word_at(cue.start), page.word_at(cue.end)
    sentence = page.text.folded[end - 1] == "."
    return begins - first <= 1 and last - ends <= FOLLOWING_WORDS[cue.effect] and not sentence


def _title_index(page: Page, lines: list[Line], title: str | None) -> int | None:
    if title:
        for index, line in enumerate(lines[:12]):
            if page.text.folded[line.start : line.end].strip() == title.strip():
                return index
    for index, line in enumerate(lines[:-1]):
        size = line.last - line.first
        if line.effect is None and size in TITLE_WORDS and not _stopped(page, line) and not _is_no_title(page, line):
            return index
        if size >= PARAGRAPH_WORDS and line.effect is None:
            return None
    return None


def _stopped(page: Page, line: Line) -> bool:
    """Whether the line ends as a sentence does."""
    return page.text.folded[line.start : line.end].rstrip(AFTER_STOP)[-1:] in STOPS


def _is_no_title(page: Page, line: Line) -> bool:
    """A date line, counter or clock (numbers and few words), an address or a menu of languages (mostly Latin)."""
    words = page.words[line.first : line.last]
    digits = sum(word.isdigit() for word in words)
    foreign = sum(word.isascii() for word in words)
    others = len(words) - digits
    return (digits > 0 and others <= 5) or (digits > 1 and others <= 9) or foreign > len(words) // 2


def _head(page: Page, lines: list[Line], title: int | None) -> list[Line]:
    """Part the lines up to the first paragraph; those before the title are the site's, except date lines."""
    parted: list[Line] = []
    opened = False
    for index, line in enumerate(lines):
        if opened:
            parted.append(line)
            continue
        if index == title:
            parted.append(line._replace(part=Part.TITLE))
            continue
        before_title = title is not None and index < title
        if before_title or line.effect is not None or _is_short(page, line):
            clock = line.effect is None and _near_thermometer(page, lines, index)
            part = Part.CLOCK if clock else Part.HEADER
            parted.append(line._replace(part=part))
            opened = line.effect is Effect.SUMMARY
        else:
            opened = True
            parted.append(line)
    return _keep_short_articles(parted)


def _is_short(page: Page, line: Line) -> bool:
    """Too short for a paragraph; a line with two numbers (a date in one or two calendars) may be longer."""
    size = line.last - line.first
    if size > DATED_HEADER_WORDS or _stopped(page, line):
        return False
    return size <= HEADER_WORDS or sum(word.isdigit() for word in page.words[line.first : line.last]) > 1


def _keep_short_articles(parted: list[Line]) -> list[Line]:
    """A page of short lines only has no header: its last lines are its text."""
    if any(line.part is Part.TEXT for line in parted) or len(parted) < 2:
        return [line._replace(part=Part.TEXT) for line in parted] if len(parted) == 1 else parted
    last = parted[-1]
    return [*parted[:-1], last._replace(part=Part.TEXT) if last.part is Part.HEADER and last.effect is None else last]


def _near_thermometer(page: Page, lines: list[Line], index: int) -> bool:
    """The site's weather and clock stand in three or four neighbouring lines."""
    return any(
        THERMOMETER.match(page.text.folded[line.start : line.end]) for line in lines[max(index - 3, 0) : index + 1]
    )


def _tail(page: Page, lines: list[Line]) -> list[Line]:
    """Part what follows the first paragraph: related headlines, forms, counters, source lines."""
    if not any(line.effect for line in lines):
        return lines
    parted: list[Line] = []
    related = closed = False
    for line in lines:
        if line.part is not Part.TEXT:
            parted.append(line)
            continue
        size = line.last - line.first
        closed = closed or line.effect is Effect.CLOSING
        if line.effect is Effect.RELATED:
            related = True
        elif related and size >= PARAGRAPH_WORDS and line.effect is None and _stopped(page, line):
            related = False
        own = line.effect in (None, Effect.SUMMARY)
        parted.append(line if own and not (related or closed) else line._replace(part=Part.FURNITURE))
    return parted
