"""Sentences of the article's own lines.

A stop ends a sentence with or without a space behind it. A point inside a number or a numeric date, behind a single
letter (an initial, an abbreviated title) or inside a Latin word is no stop. A new line always ends a sentence.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from transforms.base.codes import Zone
from transforms.text.layout import Layout, Part
from transforms.text.page import Page

#: Not a stop: a point between digits, in a date such as 12.month.2020, behind a single letter, between Latin letters.
STOP = re.compile(
    r"""
    [!?…]+
    | (?<!\d)(?<!\b[^\W\d_])\.(?![a-zA-Z])
    | (?<=\d)\.(?!\d|[^\W\d_]+\.\d)
    """,
    re.VERBOSE,
)
CLOSERS = re.compile(r"[.!?…\"')\]]*")


class Sentence(NamedTuple):
    """Words `[first, last)` at folded offsets `[start, end)`. `paragraph` counts the article's lines from 0."""

    first: int
    last: int
    start: int
    end: int
    zone: Zone
    paragraph: int


def find_sentences(page: Page, layout: Layout) -> tuple[Sentence, ...]:
    """The sentences of title and text, in order. Sentences without a word are left out."""
    found: list[Sentence] = []
    for paragraph, line in enumerate(layout.of(Part.TITLE, Part.TEXT)):
        zone = Zone.TITLE if line.part is Part.TITLE else Zone.BODY
        for start, end in _cut(page.text.folded, line.start, line.end):
            first, last = page.word_at(start), page.word_at(end)
            if last > first:
                found.append(Sentence(first, last, start, end, zone, paragraph))
    return tuple(found)


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    for stop in STOP.finditer(text, start, end):
        closers = CLOSERS.match(text, stop.end(), end)
        cut = closers.end() if closers else stop.end()
        if cut > start:
            pieces.append((start, cut))
            start = cut
    pieces.append((start, end))
    return pieces
