"""The index of all surfaces and the scan of a page with it.

A word-level automaton: one node per word of a surface, entered through a table of first words. A word of the page is
cut into its possible prefixes, stem and suffix once and remembered, since a language repeats its words; the scan then
costs one table look-up for most words. Boundaries and clitics are right by construction, which a character automaton
must check hit by hit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from transforms.lexicon.entries import Category, Entry, Hit, admits
from transforms.text.page import Page
from transforms.text.words import Cut, splits

#: Distinct words remembered before the memory is emptied: bounds it at roughly 100 MB on endless text.
REMEMBERED_WORDS = 400_000
#: Categories of words that steer the reading of other hits. They are frequent, and most of them stand beside nothing.
CONTEXT = frozenset(
    {
        Category.CUE,
        Category.LINK,
        Category.LIGHT_VERB,
        Category.MODIFIER,
        Category.FORMULA,
        Category.NAMED_AFTER,
    }
)
#: What may stand between the words of one surface.
JOINTS = frozenset({" ", "  ", "-", ' "', '" ', "_"})


class Alone(NamedTuple):
    """An entry that a word alone may be: how it is cut, and how many characters come off at both ends."""

    entry: Entry
    cut: Cut
    strip: int
    trim: int


class Surfaces(NamedTuple):
    """What a word may begin: the best one-word entry of each category, and where longer surfaces go on.

    `exact` says that one of them asks for its spelling, so that the page must be looked at; `next_words` are the words
    with which any longer surface goes on.
    """

    alone: tuple[Alone, ...]
    branches: tuple[tuple[Cut, Node], ...]
    next_words: Collection[str]
    exact: bool


class Known:
    """All that is known of a word: what it may begin among the leading entries and among those of the context, and
    its tag as part of a name (empty until the names are asked for it).
    """

    __slots__ = ("context", "leading", "tag")

    def __init__(self, leading: Surfaces | None, context: Surfaces | None) -> None:
        self.leading = leading
        self.context = context
        self.tag = ""


class Vocabulary(dict[str, Known]):
    """Words and what is known of them: read when first asked for, so that a whole page is looked up in one call."""

    def __init__(self, read: Callable[[str], Known]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, word: str) -> Known:
        if len(self) >= REMEMBERED_WORDS:
            self.clear()
        known = self[word] = self._read(word)
        return known


@dataclass
class Node:
    """The entries whose surface ends here, and the nodes that follow."""

    entries: list[Entry] = field(default_factory=list)
    following: dict[str, Node] = field(default_factory=dict)


class Starting:
    """The hits that start at a word: those of the scan, and those of the context categories, found when asked for."""

    __slots__ = ("_context", "_known", "_page", "_together", "scanned")

    def __init__(self, page: Page, known: list[Known], scanned: dict[int, tuple[Hit, ...]], context: Automaton) -> None:
        self.scanned = scanned
        self._page = page
        self._context = context
        self._known = known
        self._together: dict[int, tuple[Hit, ...]] = {}

    def get(self, word: int, default: tuple[Hit, ...] = ()) -> tuple[Hit, ...]:
        """All hits that start at a word, of a category only the longest."""
        hits = self._together.get(word)
        if hits is None:
            if not 0 <= word < len(self._known):
                return default
            hits = self.scanned.get(word, ())
            reading = self._known[word].context
            if reading is not None:
                hits += self._context.hits(self._page, word, reading)
            self._together[word] = hits
        return hits or default


class Scan:
    """All hits on a page, by the word where they start and by category; `known` says what is known of each word.

    Categories that only matter beside other hits (`CONTEXT`) are looked up where somebody asks, not over the page.
    """

    __slots__ = ("_by", "_context", "at", "known", "page")

    def __init__(self, page: Page, known: list[Known], scanned: dict[int, tuple[Hit, ...]], context: Automaton) -> None:
        self.page = page
        self.known = known
        self.at = Starting(page, known, scanned, context)
        self._context = context
        self._by = _by_category(scanned)

    def of(self, category: Category) -> tuple[Hit, ...]:
        """The hits of one category, in order."""
        if category in CONTEXT and category not in self._by:
            late = _by_category(self._context.scan(self.page, [each.context for each in self.known]))
            self._by.update({each: late.get(each, ()) for each in CONTEXT})
        return self._by.get(category, ())

    def here(self, word: int, category: Category) -> Hit | None:
        """The longest hit of a category that starts at a word."""
        hits = self.at.get(word) if category in CONTEXT else self.at.scanned.get(word, ())
        for hit in hits:
            if hit.entry.category is category:
                return hit
        return None


class Index:
    """The surfaces of a lexicon. Built once; only its memory of words grows."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        everything = tuple(entries)
        self._leading = Automaton(entry for entry in everything if entry.category not in CONTEXT)
        self._context = Automaton(entry for entry in everything if entry.category in CONTEXT)
        self._stems = self._leading.stems | self._context.stems
        self._bound = self._leading.bound | self._context.bound
        self._vocabulary = Vocabulary(self._read)

    def scan(self, page: Page) -> Scan:
        """Find all entries on a page."""
        known = list(map(self._vocabulary.__getitem__, page.words))
        return Scan(page, known, self._leading.scan(page, [each.leading for each in known]), self._context)

    def longest(self, page: Page, position: int, category: Category) -> Hit | None:
        """The longest hit of a category that starts at one word of a page, without scanning the page."""
        known = self._vocabulary[page.words[position]]
        automaton, reading = (self._context, known.context) if category in CONTEXT else (self._leading, known.leading)
        for hit in automaton.hits(page, position, reading) if reading is not None else ():
            if hit.entry.category is category:
                return hit
        return None

    def may_start(self, word: str) -> bool:
        """Whether any entry may start with this word, however it is glued."""
        known = self._vocabulary[word]
        return known.leading is not None or known.context is not None

    def _read(self, word: str) -> Known:
        """Read a word for the first time: cut once for all entries."""
        cuts = splits(word, self._stems, self._bound)
        return Known(self._leading.read(cuts), self._context.read(cuts)) if cuts else Known(None, None)


class Automaton:
    """The word-level automaton over some of the entries."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._root: dict[str, Node] = {}
        #: Stems that may carry a suffix.
        self.bound: set[str] = set()
        for entry in entries:
            node = self._root.setdefault(entry.words[0], Node())
            for word in entry.words[1:]:
                node = node.following.setdefault(word, Node())
            node.entries.append(entry)
            if entry.suffixes and len(entry.words) == 1:
                self.bound.add(entry.words[0])

    @property
    def stems(self) -> frozenset[str]:
        """The first words of all surfaces."""
        return frozenset(self._root)

    def scan(self, page: Page, readings: list[Surfaces | None]) -> dict[int, tuple[Hit, ...]]:
        """The hits by the word where they start; of one category only the longest that starts at a word is kept."""
        words, starts, ends = page.words, page.starts, page.ends
        at: dict[int, tuple[Hit, ...]] = {}
        end = len(words) - 1
        for position, reading in enumerate(readings):
            if reading is None:
                continue
            alone, next_words = reading.alone, reading.next_words
            if reading.exact or (next_words and position < end and words[position + 1] in next_words):
                found = self.hits(page, position, reading)
                if found:
                    at[position] = found
            elif alone:
                start, stop, last = starts[position], ends[position], position + 1
                at[position] = tuple(
                    [Hit(position, last, start + strip, stop - trim, entry, cut) for entry, cut, strip, trim in alone]
                )
        return at

    def read(self, cuts: tuple[Cut, ...]) -> Surfaces | None:
        """What a word with these cuts may begin."""
        best: dict[tuple[Category, str], tuple[Cut, Entry]] = {}
        branches: list[tuple[Cut, Node]] = []
        for cut in cuts:
            node = self._root.get(cut.stem)
            if node is None or (cut.suffix and cut.stem not in self.bound):
                continue
            for entry in node.entries:
                if admits(entry, cut):
                    # An entry that asks for its spelling stands beside its rival: the page decides.
                    slot = (entry.category, entry.exact)
                    rival = best.get(slot)
                    if rival is None or _rank(0, cut, entry) > _rank(0, *rival):
                        best[slot] = (cut, entry)
            if node.following and not cut.suffix:
                branches.append((cut, node))
        if not best and not branches:
            return None
        alone = tuple([Alone(entry, cut, cut.strip, len(cut.suffix)) for cut, entry in best.values()])
        # Most words begin longer surfaces in one way only: its table serves as it is.
        only = branches[0][1].following if len(branches) == 1 else None
        next_words = only or frozenset([word for _, node in branches for word in node.following])
        return Surfaces(alone, tuple(branches), next_words, any([exact for _, exact in best]))

    def hits(self, page: Page, position: int, reading: Surfaces) -> tuple[Hit, ...]:
        """The hits that start at a word which may begin these."""
        best: dict[Category, Hit] = {}
        start, stop, last = page.starts[position], page.ends[position], position + 1
        for entry, cut, strip, trim in reading.alone:
            hit = Hit(position, last, start + strip, stop - trim, entry, cut)
            if not reading.exact:
                best[entry.category] = hit
            else:
                _keep(best, page, hit)
        if last < len(page.words) and page.words[last] in reading.next_words:
            for cut, node in reading.branches:
                self._follow(best, page, position, cut, node)
        return tuple(best.values())

    def _follow(self, best: dict[Category, Hit], page: Page, position: int, cut: Cut, node: Node) -> None:
        words, gaps = page.words, page.gaps
        last = position + 1
        while last < len(words) and gaps[last - 1] in JOINTS:
            following = node.following.get(words[last])
            if following is None:
                return
            node, last = following, last + 1
            for entry in node.entries:
                if admits(entry, cut):
                    start = page.starts[position] + cut.strip
                    _keep(best, page, Hit(position, last, start, page.ends[last - 1], entry, cut))


def _by_category(scanned: dict[int, tuple[Hit, ...]]) -> dict[Category, tuple[Hit, ...]]:
    by: dict[Category, list[Hit]] = defaultdict(list)
    for hits in scanned.values():
        for hit in hits:
            by[hit.entry.category].append(hit)
    return {category: tuple(group) for category, group in by.items()}


def _keep(best: dict[Category, Hit], page: Page, hit: Hit) -> None:
    entry = hit.entry
    if entry.exact and page.text.bare[hit.start : hit.end] != entry.exact:
        return
    rival = best.get(entry.category)
    if rival is None or _rank(hit.last, hit.cut, entry) > _rank(rival.last, rival.cut, rival.entry):
        best[entry.category] = hit


def _rank(last: int, cut: Cut, entry: Entry) -> tuple[int, int, int, bool]:
    """The longer hit wins, then the one with less glued to it, then the one that asked for the exact spelling."""
    return (last, -len(cut.suffix), -cut.strip, bool(entry.exact))
