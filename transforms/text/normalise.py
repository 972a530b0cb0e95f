"""Folding a text, with a way back to the original.

In order: presentation forms are spelt out, a lone tatweel becomes a dash, deletable marks go, then characters fold
one to one. The first and third change the length; `Folded.to_source` takes any span of the folded text back. A text
that needs neither pays for neither. The same folding serves lexicon surfaces and documents.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from transforms.base.records import Span
from transforms.text.characters import (
    ATTACHED_RUN,
    CHANGING,
    DELETABLE,
    FOLDS,
    LONE_TATWEEL,
    PRESENTATION,
    TATWEEL,
    letters_of,
)

_REPLACEMENTS = tuple((source, target) for target, sources in FOLDS.items() for source in sources)
_TABLE = str.maketrans(dict(_REPLACEMENTS))
#: Up to this length one pass with a table beats a pass per character; found by timing, the result is the same.
SHORT_TEXT = 24


@dataclass(frozen=True)
class Folded:
    """A folded text beside its source.

    `bare` has the original characters without deletable marks, position by position beside `folded` (for entries that
    need the unfolded letter). `breaks` and `shifts` are the sparse offset map: from `breaks[k]` on, a position lies
    `shifts[k]` further in the source.
    """

    source: str
    bare: str
    folded: str
    breaks: tuple[int, ...]
    shifts: tuple[int, ...]

    def origin(self, position: int) -> int:
        """The source offset of the character at `position` of the folded text."""
        if not self.breaks:
            return position
        index = bisect_right(self.breaks, position) - 1
        return position if index < 0 else position + self.shifts[index]

    def to_source(self, start: int, end: int) -> Span:
        """The source span of folded `[start, end)`. Marks that belong to the last letter are inside it."""
        first = self.origin(start)
        if not self.breaks or start >= end:
            return Span(first, first + max(end - start, 0))
        last, following = self.origin(end - 1) + 1, self.origin(end)
        if following <= last:
            return Span(first, last)
        marks = ATTACHED_RUN.match(self.source, last, following)
        return Span(first, marks.end() if marks else last)


def fold_characters(text: str) -> str:
    """Fold one to one; the length stays."""
    if len(text) <= SHORT_TEXT:
        return text.translate(_TABLE)
    for source, target in _REPLACEMENTS:
        text = text.replace(source, target)
    return text


def fold(source: str) -> Folded:
    """Fold a text and keep the way back."""
    text = source
    if TATWEEL in text:
        text = LONE_TATWEEL.sub(lambda run: "-" * len(run.group()), text)
    breaks: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()
    runs = [match.span() for match in CHANGING.finditer(text)]
    if runs and PRESENTATION.search("".join([text[start:end] for start, end in runs])):
        text, breaks, shifts = _spell_out(text)
    elif runs:
        text, breaks, shifts = _delete(text, runs)
    return Folded(source, text, fold_characters(text), breaks, shifts)


def _delete(text: str, runs: list[tuple[int, int]]) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """Delete runs of marks; return the text and its offset map."""
    pieces: list[str] = []
    breaks: list[int] = []
    shifts: list[int] = []
    shift = copied = 0
    for start, end in runs:
        pieces.append(text[copied:start])
        copied = end
        breaks.append(start - shift)
        shift += end - start
        shifts.append(shift)
    pieces.append(text[copied:])
    return "".join(pieces), tuple(breaks), tuple(shifts)


def _spell_out(text: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """Delete marks and spell out presentation forms; return the text and its offset map."""
    forms = [(match.start(), match.end(), letters_of(match.group())) for match in PRESENTATION.finditer(text)]
    edits = sorted([(match.start(), match.end(), "") for match in DELETABLE.finditer(text)] + forms)
    pieces, breaks, shifts = [], [], []
    copied = shift = length = 0
    for start, end, replacement in edits:
        pieces.append(text[copied:start])
        length += start - copied
        if replacement:
            # Every letter of an expansion points at the one character that it came from.
            for letter in range(1, len(replacement)):
                shift -= 1
                breaks.append(length + letter)
                shifts.append(shift)
            pieces.append(replacement)
            length += len(replacement)
        else:
            shift += end - start
            breaks.append(length)
            shifts.append(shift)
        copied = end
    pieces.append(text[copied:])
    return "".join(pieces), tuple(breaks), tuple(shifts)
