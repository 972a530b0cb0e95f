"""The index of all surfaces and the scan of a page with it.

A word-level automaton: one node per word of a surface, entered through a table of first words. A word of the page is
cut into its possible prefixes, stem and suffix once and remembered, since a language repeats its words; the scan then
costs one table look-up for most words. Boundaries and clitics are right by construction, which a character automaton
must check hit by hit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from transforms.lexicon.entries import Category, Entry, Hit, admits
from transforms.text.page import Page
from transforms.text.words import Cut, splits, with_suffix

#: Distinct words remembered before the memory is emptied: bounds it at roughly 100 MB on endless text.
REMEMBERED_WORDS = 400_000
#: What may stand between the words of one surface.
JOINTS = frozenset({" ", "  ", "-", ' "', '" ', "_"})


@dataclass(slots=True)
class Node:
    """The entries whose surface ends here, and the nodes that follow."""

    entries: list[Entry] = field(default_factory=list)
    following: dict[str, Node] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scan:
    """All hits on a page: in order, by the word where they start, and by category."""

    page: Page
    hits: tuple[Hit, ...]
    at: dict[int, tuple[Hit, ...]]
    by: dict[Category, tuple[Hit, ...]]

    def of(self, category: Category) -> tuple[Hit, ...]:
        """The hits of one category, in order."""
        return self.by.get(category, ())

    def here(self, word: int, category: Category) -> Hit | None:
        """The longest hit of a category that starts at a word."""
        for hit in self.at.get(word, ()):
            if hit.entry.category is category:
                return hit
        return None


class Index:
    """The surfaces of a lexicon. Built once; only its memory of words grows."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._root: dict[str, Node] = {}
        self._known: dict[str, tuple[tuple[Cut, Node, tuple[Entry, ...]], ...]] = {}
        for entry in entries:
            node = self._root.setdefault(entry.words[0], Node())
            for word in entry.words[1:]:
                node = node.following.setdefault(word, Node())
            node.entries.append(entry)

    def scan(self, page: Page) -> Scan:
        """Find all entries on a page; of one category only the longest that starts at a word is kept."""
        known = self._known
        hits: list[Hit] = []
        at: dict[int, tuple[Hit, ...]] = {}
        for position, word in enumerate(page.words):
            readings = known.get(word)
            if readings is None:
                readings = self._read(word)
            if readings:
                found = self._hits(page, position, readings)
                if found:
                    at[position] = found
                    hits.extend(found)
        by: dict[Category, list[Hit]] = defaultdict(list)
        for hit in hits:
            by[hit.entry.category].append(hit)
        return Scan(page, tuple(hits), at, {category: tuple(group) for category, group in by.items()})

    def look_up(self, word: str) -> tuple[tuple[Cut, Entry], ...]:
        """The one-word entries that a folded word alone may be, with the cut for each."""
        readings = self._known.get(word)
        if readings is None:
            readings = self._read(word)
        return tuple((cut, entry) for cut, _, entries in readings for entry in entries)

    def longest(self, page: Page, position: int, category: Category) -> Hit | None:
        """The longest hit of a category that starts at one word of a page, without scanning the page."""
        readings = self._known.get(page.words[position])
        if readings is None:
            readings = self._read(page.words[position])
        for hit in self._hits(page, position, readings):
            if hit.entry.category is category:
                return hit
        return None

    def may_start(self, word: str) -> bool:
        """Whether any entry may start with this word, however it is glued."""
        readings = self._known.get(word)
        return bool(self._read(word) if readings is None else readings)

    def _read(self, word: str) -> tuple[tuple[Cut, Node, tuple[Entry, ...]], ...]:
        """All (cut, node) readings of a word, with the one-word entries that each admits; remembered."""
        readings = []
        for plain in splits(word):
            for cut in (plain, *with_suffix(plain)):
                node = self._root.get(cut.stem)
                if node is None:
                    continue
                entries = tuple(entry for entry in node.entries if admits(entry, cut))
                if entries or (node.following and not cut.suffix):
                    readings.append((cut, node, entries))
        if len(self._known) >= REMEMBERED_WORDS:
            self._known.clear()
        self._known[word] = tuple(readings)
        return self._known[word]

    def _hits(
        self, page: Page, position: int, readings: tuple[tuple[Cut, Node, tuple[Entry, ...]], ...]
    ) -> tuple[Hit, ...]:
        best: dict[Category, Hit] = {}
        for cut, node, entries in readings:
            for entry in entries:
                _keep(best, page, position, position + 1, entry, cut)
            if node.following and not cut.suffix:
                self._follow(best, page, position, cut, node)
        return tuple(best.values())

    def _follow(self, best: dict[Category, Hit], page: Page, position: int, cut: Cut, node: Node) -> None:
        last = position + 1
        while last < len(page.words) and page.gap(last - 1) in JOINTS:
            following = node.following.get(page.words[last])
            if following is None:
                return
            node, last = following, last + 1
            for entry in node.entries:
                if admits(entry, cut):
                    _keep(best, page, position, last, entry, cut)


def _keep(best: dict[Category, Hit], page: Page, first: int, last: int, entry: Entry, cut: Cut) -> None:
    start = page.starts[first] + cut.strip
    end = page.ends[last - 1] - len(cut.suffix)
    if entry.exact and page.text.bare[start:end] != entry.exact:
        return
    rival = best.get(entry.category)
    if rival is None or _rank(last, cut, entry) > _rank(rival.last, rival.cut, rival.entry):
        best[entry.category] = Hit(first, last, start, end, entry, cut)


def _rank(last: int, cut: Cut, entry: Entry) -> tuple[int, int, int, bool]:
    """The longer hit wins, then the one with less glued to it, then the one that asked for the exact spelling."""
    return (last, -len(cut.suffix), -cut.strip, bool(entry.exact))
