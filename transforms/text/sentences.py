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

STOP = re.compile(r"[.!?…]+")
#: What may follow a digit and a point without making it a stop: a digit, or the month of a date such as 12.month.2020.
GOES_ON = re.compile(r"\d|[^\W\d_]+\.\d")
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
        last = line.first
        for start, end in _cut(page.text.folded, line.start, line.end):
            first, last = last, page.word_at(end)
            if last > first:
                found.append(Sentence(first, last, start, end, zone, paragraph))
    return tuple(found)


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    for stop in STOP.finditer(text, start, end):
        if stop.start() < start or not _ends(text, *stop.span()):
            continue
        closers = CLOSERS.match(text, stop.end(), end)
        cut = closers.end() if closers else stop.end()
        pieces.append((start, cut))
        start = cut
    pieces.append((start, end))
    return pieces


def _ends(text: str, start: int, end: int) -> bool:
    """Whether a run of stops ends a sentence; only a single point may be something else."""
    if end - start > 1 or text[start] != "." or start == 0:
        return True
    before, after = text[start - 1], text[end : end + 1]
    if before.isdigit():
        return not GOES_ON.match(text, end)
    if not before.isalpha():
        return True
    initial = start < 2 or not text[start - 2].isalnum()
    in_latin_word = before.isascii() and after.isascii() and after.isalpha()
    return not (initial or in_latin_word or (after.isdigit() and _closes_month(text, start)))


def _closes_month(text: str, point: int) -> bool:
    """Whether the word before a point is the month of a date such as 12.month.2020."""
    first = text.rfind(".", 0, point)
    return first > 0 and text[first - 1].isdigit() and text[first + 1 : point].isalpha()
