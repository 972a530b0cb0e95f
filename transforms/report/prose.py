"""A marked text as HTML: one paragraph per line, right to left, marks as coloured stretches.

No mark may change a letter's width, weight or spacing: Arabic letters join across the borders of elements only as long
as the font stays the same. A line without a single right-to-left letter is set left to right.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from transforms.report.marking import Mark, Segment
from transforms.report.markup import Html, element, escape, together

_RIGHT_TO_LEFT = frozenset({"R", "AL"})


class Line(NamedTuple):
    """One line of the text that is not blank."""

    zone: str
    segments: tuple[Segment, ...]


def prose(segments: Sequence[Segment], zone_label: Callable[[str], str] | None = None) -> Html:
    """The text as paragraphs; with `zone_label`, lines of one zone stand together under its name."""
    lines = _lines(segments)
    seen: set[str] = set()
    if zone_label is None:
        return element("div", *(_paragraph(line, seen) for line in lines), class_="prose", lang="ar", dir="rtl")
    blocks = []
    for zone, group in groupby(lines, key=lambda line: line.zone):
        paragraphs = together(_paragraph(line, seen) for line in group)
        body = element("div", paragraphs, class_="prose", lang="ar", dir="rtl")
        label = element("p", zone_label(zone), class_="zone-label")
        blocks.append(element("div", label, body, class_=f"zone zone-{zone or 'none'}"))
    return element("div", *blocks, class_="zones")


def passage(segments: Iterable[Segment]) -> Html:
    """A marked stretch of text in one run, line breaks as spaces, without anchors."""
    return together(_stretch(segment._replace(text=" ".join(segment.text.splitlines())), None) for segment in segments)


def reads_right_to_left(text: str) -> bool:
    """Whether the text has a letter of a right-to-left script."""
    return any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text)


def _lines(segments: Iterable[Segment]) -> list[Line]:
    lines: list[list[Segment]] = [[]]
    for segment in segments:
        for number, text in enumerate(segment.text.split("\n")):
            if number:
                lines.append([])
            if text:
                lines[-1].append(segment._replace(text=text))
    return [Line(_zone(line), tuple(line)) for line in lines if any(segment.text.strip() for segment in line)]


def _zone(line: Sequence[Segment]) -> str:
    """A region may leave out the blanks around a line: the first zone that is named stands for the line."""
    return next((segment.zone for segment in line if segment.zone), "")


def _paragraph(line: Line, seen: set[str]) -> Html:
    rightward = reads_right_to_left("".join(segment.text for segment in line.segments))
    return element("p", *(_stretch(segment, seen) for segment in line.segments), dir=None if rightward else "ltr")


def _stretch(segment: Segment, seen: set[str] | None) -> Html:
    """`seen` holds the anchors set so far: a mark may go over several segments, and an id stands once in a page."""
    if not segment.marks:
        return escape(segment.text)
    classes = " ".join(segment.roles)
    title = "; ".join(dict.fromkeys(mark.note for mark in segment.marks if mark.note))
    content = element("mark", segment.text, class_=classes, title=title or None)
    for anchor in () if seen is None else _new_anchors(segment.marks, seen):
        content = element("span", content, id=anchor)
    return content


def _new_anchors(marks: Iterable[Mark], seen: set[str]) -> list[str]:
    fresh = [mark.anchor for mark in marks if mark.anchor and mark.anchor not in seen]
    seen.update(fresh)
    return fresh
