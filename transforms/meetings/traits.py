"""What the words of a phrase say by themselves: a group, an envoy, an office of a town, a mediator, a quotation."""

from __future__ import annotations

from collections.abc import Iterable

from transforms.actors.records import Phrase
from transforms.lexicon.cues import Does, Steer
from transforms.lexicon.entries import Category
from transforms.lexicon.index import Scan
from transforms.lexicon.offices import Office, OfficeKind
from transforms.meetings.homelands import TITLE_WORDS
from transforms.meetings.mentions import bare_word
from transforms.text.sentences import Sentence

#: Within how many words from its start a phrase names its office; titles may stand before it.
OFFICE_WORDS = 4
#: What all quotation marks fold onto.
QUOTE = '"'


class Traits:
    """Looks at the words of phrases of one document."""

    def __init__(self, scan: Scan) -> None:
        self._scan, self._page = scan, scan.page

    def _opens_with(self, phrase: Phrase, head: str) -> bool:
        """Whether a phrase opens with an office of this head word."""
        opening = self._page.words[phrase.first : min(phrase.last, phrase.first + OFFICE_WORDS)]
        return any(bare_word(word) == head for word in opening)

    def names(self, phrases: Iterable[Phrase], words: range) -> bool:
        """Whether one of some words stands in one of some phrases."""
        told = {bare_word(word) for each in phrases for word in self._page.words[each.first : each.last]}
        return any(bare_word(self._page.words[word]) in told for word in words)

    def is_group(self, word: int) -> bool:
        """Whether a word is a delegation or another group of persons."""
        hit = self._scan.here(word, Category.OFFICE)
        payload = hit.entry.payload if hit is not None else None
        return isinstance(payload, Office) and payload.kind is OfficeKind.GROUP

    def is_sent(self, phrase: Phrase) -> bool:
        """Whether a phrase is an envoy or ambassador: he sits where he was sent."""
        hits = (self._scan.here(word, Category.OFFICE) for word in range(phrase.first, phrase.last))
        return any(hit is not None and isinstance(hit.entry.payload, Office) and hit.entry.payload.sent for hit in hits)

    def is_quoted(self, sentence: Sentence, word: int) -> bool:
        """Whether a word stands in what somebody is quoted with: behind a quotation mark that is not yet closed."""
        return self._page.text.folded.count(QUOTE, sentence.start, self._page.starts[word]) % 2 == 1

    def is_local(self, phrase: Phrase) -> bool:
        """Whether a phrase opens with an office of a town or region."""
        opening = range(phrase.first, min(phrase.last, phrase.first + OFFICE_WORDS))
        return any(Does.LOCAL in self._does(word) for word in opening)

    def is_mediator(self, phrase: Phrase) -> bool:
        """Whether a phrase, or the title right before it, speaks of mediating or observing."""
        opening = max(phrase.first - TITLE_WORDS, 0)
        return any(Does.MEDIATOR in self._does(word) for word in range(opening, phrase.last))

    def _does(self, word: int) -> frozenset[Does]:
        hit = self._scan.here(word, Category.CUE)
        steer = hit.entry.payload if hit is not None else None
        return steer.does if isinstance(steer, Steer) else frozenset()
