"""A sentence as items: phrases, triggers, light verbs, cues, times and places, in order, each with its link.

Phrases come first: a hit inside one is part of its name. Times hide the cues in their words. The link of a phrase
is told by what is glued to it; what stands before it is judged where arguments are collected.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from transforms.actors.records import Cast, Phrase, PhraseKind
from transforms.lexicon.cues import Does, Steer
from transforms.lexicon.entries import Category, Hit
from transforms.lexicon.index import Scan
from transforms.lexicon.triggers import Sort, Trigger
from transforms.meetings.records import Clause, Item, Link, What
from transforms.text.characters import CONJUNCTIONS, PREPOSITIONS
from transforms.text.page import Page
from transforms.text.sentences import Sentence

AND = CONJUNCTIONS[1]
BY, TO = PREPOSITIONS[0], PREPOSITIONS[1]
NOTHING: frozenset[Does] = frozenset()
PLACES = frozenset({Category.CITY, Category.LANDMARK, Category.REGION})


class Reader:
    """Cuts the sentences of one document into items."""

    def __init__(self, scan: Scan, cast: Cast, times: Iterable[tuple[int, int]]) -> None:
        self._scan = scan
        self._phrases = cast.phrases
        self._firsts = [phrase.first for phrase in cast.phrases]
        self._times = dict(times)

    def clause(self, number: int, sentence: Sentence) -> Clause:
        """The items of one sentence."""
        return Clause(number, sentence, tuple(self._items(sentence)))

    def _items(self, sentence: Sentence) -> list[Item]:
        phrases = self._within(sentence)
        items: list[Item] = []
        word, covered = sentence.first, sentence.first
        while word < sentence.last:
            phrase = phrases.get(word)
            time = self._times.get(word)
            if phrase is not None and phrase.last > covered:
                items.append(self._phrase(phrase))
                covered = word = max(phrase.last, word + 1)
                continue
            if time is not None:
                items.append(self._item(What.TIME, word, time, None, NOTHING))
                covered = word = max(time, word + 1)
                continue
            covered = self._hits(items, word, covered)
            word += 1
        return items

    def _within(self, sentence: Sentence) -> dict[int, Phrase]:
        low = bisect_left(self._firsts, sentence.first)
        high = bisect_left(self._firsts, sentence.last)
        longest: dict[int, Phrase] = {}
        for phrase in self._phrases[low:high]:
            rival = longest.get(phrase.first)
            if rival is None or phrase.last > rival.last:
                longest[phrase.first] = phrase
        return longest

    def _hits(self, items: list[Item], word: int, covered: int) -> int:
        """Add the items of the hits that start at a word; return up to where words are taken."""
        if word < covered:
            return covered
        for hit in self._scan.at.get(word, ()):
            category = hit.entry.category
            payload = hit.entry.payload
            if category is Category.TRIGGER and isinstance(payload, Trigger):
                covered = max(covered, hit.last)
                if payload.sort is not Sort.NONE:
                    items.append(self._item(What.TRIGGER, hit.first, hit.last, hit, NOTHING))
            elif category is Category.LIGHT_VERB:
                items.append(self._item(What.LIGHT, hit.first, hit.last, hit, NOTHING))
            elif category is Category.CUE and isinstance(payload, Steer):
                covered = max(covered, hit.last)
                items.append(self._item(What.CUE, hit.first, hit.last, hit, payload.does))
            elif category in PLACES:
                covered = max(covered, hit.last)
                items.append(self._item(What.PLACE, hit.first, hit.last, hit, NOTHING))
        return covered

    def _item(self, what: What, first: int, last: int, hit: Hit | None, does: frozenset[Does]) -> Item:
        joined = hit is not None and bool(hit.cut.conjunction)
        return Item(what, first, last, hit, None, does, None, joined, _comma(self._scan.page, first))

    def _phrase(self, phrase: Phrase) -> Item:
        page = self._scan.page
        glued = page.text.folded[page.starts[phrase.first] : phrase.start]
        if not glued and phrase.first > 0 and len(page.words[phrase.first - 1]) == 1:
            glued = page.words[phrase.first - 1]
        joined = glued[:1] in CONJUNCTIONS[1:]
        rest = glued[1:] if joined else glued
        link = None
        if rest.startswith(BY):
            link = Link.PLACE if phrase.kind is PhraseKind.COUNTRY else Link.BY
        elif rest.startswith(TO):
            link = Link.TO
        return Item(
            What.PHRASE, phrase.first, phrase.last, None, phrase, NOTHING, link, joined, _comma(page, phrase.first)
        )


def _comma(page: Page, word: int) -> bool:
    gap = page.gap(word - 1) if word else ""
    return "," in gap or ";" in gap or "-" in gap or "(" in gap or ":" in gap


def plain_before(items: Sequence[Item], position: int) -> int:
    """How many words of no item stand between an item and the one before it."""
    return items[position].first - items[position - 1].last if position else 0
