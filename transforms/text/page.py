"""A page: a folded text with its words, the one view from which every later step works.

Words are held as three parallel lists (text, start, end), because a document has hundreds of them and most are only
looked at once. Offsets are into the folded text; `Page.source_span` leads back.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate

from transforms.base.records import Span
from transforms.text.normalise import Folded, fold
from transforms.text.words import PARTING


@dataclass(frozen=True)
class Page:
    """A folded text and its words: `words[i]` stands at `text.folded[starts[i]:ends[i]]`, `gaps[i]` follows it."""

    text: Folded
    words: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]

    def gap(self, word: int) -> str:
        """What stands between word `word` and the next one (to the text's end after the last)."""
        return self.gaps[word]

    def word_at(self, offset: int) -> int:
        """The index of the first word that starts at or after a folded offset."""
        return bisect_left(self.starts, offset)

    def slice(self, first: int, last: int) -> str:
        """The folded text of words `[first, last)`, as it stands between them too."""
        return self.text.folded[self.starts[first] : self.ends[last - 1]] if last > first else ""

    def surface(self, start: int, end: int) -> str:
        """The original characters of a folded span, marks included."""
        span = self.text.to_source(start, end)
        return self.text.source[span.start : span.end]

    def source_span(self, start: int, end: int) -> Span:
        """The span in the original text of a folded span."""
        return self.text.to_source(start, end)


def open_page(source: str) -> Page:
    """Fold a text and find its words."""
    text = fold(source)
    # One pass of the parting pattern gives gap, word, gap, word, ..., gap; their running lengths are the offsets.
    pieces = PARTING.split(text.folded)
    offsets = list(accumulate(map(len, pieces)))
    return Page(text, pieces[1::2], offsets[0:-1:2], offsets[1::2], pieces[2::2])
