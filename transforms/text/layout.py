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
from typing import NamedTuple

from transforms.text.page import Page

TITLE_WORDS = range(4, 31)
HEADER_WORDS = 9
DATED_HEADER_WORDS = 14
MENU_BARS = 3
FURNITURE_WORDS = 12
PARAGRAPH_WORDS = 12
LINE = re.compile(r"[^\n]+")
STOPPED = re.compile(r"[.!?…:;][\"'»)\]]*\s*$")
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


@dataclass(frozen=True, slots=True)
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
    queue = list(cues)
    for match in LINE.finditer(page.text.folded):
        start, end = match.span()
        first, last = page.word_at(start), page.word_at(end)
        if first == last:
            continue
        effect = Effect.LINE if page.text.folded.count("|", start, end) >= MENU_BARS else None
        while queue and queue[0].start < end:
            cue = queue.pop(0)
            if effect is None and _decides(page, cue, first, last):
                effect = cue.effect
        lines.append(Line(Part.TEXT, start, end, first, last, effect))
    return lines


def _decides(page: Page, cue: Cue, first: int, last: int) -> bool:
    """A cue speaks for its line when it opens it; a comment form or label may also follow a word or two."""
    return page.word_at(cue.start) - first <= 1 and (last - first <= FURNITURE_WORDS or cue.effect is Effect.PUBLISHED)


def _title_index(page: Page, lines: list[Line], title: str | None) -> int | None:
    if title:
        for index, line in enumerate(lines[:12]):
            if page.text.folded[line.start : line.end].strip() == title.strip():
                return index
    for index, line in enumerate(lines[:-1]):
        size = line.last - line.first
        stopped = STOPPED.search(page.text.folded[line.start : line.end])
        if line.effect is None and size in TITLE_WORDS and not stopped and not _is_numeric(page, line):
            return index
        if size >= PARAGRAPH_WORDS and line.effect is None:
            return None
    return None


def _is_numeric(page: Page, line: Line) -> bool:
    """A line with a number and few other words is a date line, a counter or a clock, not a title."""
    words = page.words[line.first : line.last]
    digits = sum(word.isdigit() for word in words)
    return digits > 0 and len(words) - digits <= 5


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
    words = page.words[line.first : line.last]
    limit = DATED_HEADER_WORDS if sum(word.isdigit() for word in words) > 1 else HEADER_WORDS
    return len(words) <= limit and not STOPPED.search(page.text.folded[line.start : line.end])


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
    parted: list[Line] = []
    related = closed = False
    for line in lines:
        if line.part is not Part.TEXT:
            parted.append(line)
            continue
        size = line.last - line.first
        stopped = bool(STOPPED.search(page.text.folded[line.start : line.end]))
        closed = closed or line.effect is Effect.CLOSING
        if line.effect is Effect.RELATED:
            related = True
        elif related and size >= PARAGRAPH_WORDS and stopped and line.effect is None:
            related = False
        own = line.effect in (None, Effect.SUMMARY)
        parted.append(line if own and not (related or closed) else line._replace(part=Part.FURNITURE))
    return parted
