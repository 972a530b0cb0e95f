"""The calendar of a lexicon: its words with an index of their own, its date rules, and the terms of office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from transforms.lexicon.calendar import CalendarWord, joins_only
from transforms.lexicon.calendar_rules import DateRule, compile_rules, symbols_of
from transforms.lexicon.calendar_terms import Term
from transforms.lexicon.entries import Category, Entry, Hit
from transforms.lexicon.files import Row
from transforms.lexicon.index import Index
from transforms.text.characters import CONJUNCTIONS
from transforms.text.page import Page

#: Words and shapes remembered before the memory is emptied, so that endless text does not fill it.
REMEMBERED = 200_000


#: What a page needs that is read for its dates alone.
DATED_PAGE = frozenset({Category.CALENDAR, Category.FURNITURE})


#: A future verb has its sign, its prefix and three letters of its own at least.
FUTURE_LETTERS = 5


class Calendar:
    """Words, rules and terms. Built once; only its memories grow."""

    def __init__(self, entries: Sequence[Entry], rule_rows: Sequence[Row], terms: Sequence[Term]) -> None:
        own = [entry for entry in entries if entry.category is Category.CALENDAR]
        kinds = [entry.payload.kind for entry in own if isinstance(entry.payload, CalendarWord)]
        self.symbols: Mapping[str, str] = symbols_of(kinds)
        self.rules: tuple[DateRule, ...] = compile_rules(rule_rows, self.symbols)
        self.terms: tuple[Term, ...] = tuple(terms)
        #: Every word of a holder's name, and every name written as one word: most persons share none of them.
        self.holder_words = frozenset(
            word for term in terms for known in term.holders for word in (*known, "".join(known))
        )
        beside = [entry for entry in entries if entry.category is Category.BESIDE_DATE]
        self._future = tuple(entry.words[0] for entry in beside if _kind(entry) == "future_prefix")
        self._no_future = tuple(entry.words[0] for entry in beside if _kind(entry) == "no_future")
        self._index, self._beside = Index(own), Index(beside)
        #: The index of pages that are read for their dates alone: anchors, and what parts a page.
        self.pages = Index(entry for entry in entries if not joins_only(entry) and entry.category in DATED_PAGE)
        #: Kinds that no rule reads alone.
        self.barren = frozenset(
            kind for kind, symbol in self.symbols.items() if not any(rule.pattern.match(symbol) for rule in self.rules)
        )
        self._inner = frozenset(word for entry in own for word in entry.words[1:])
        self._known: dict[str, bool] = {}
        #: What the rules found in a string of symbols: filled by `transforms.temporal.grammar`.
        self.memory: dict[str, object] = {}

    def knows(self, word: str) -> bool:
        """Whether a word of a page may be part of a date: a calendar word however it is glued, or a short number."""
        known = self._known.get(word)
        if known is None:
            known = self._decide(word)
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            self._known[word] = known
        return known

    def at(self, page: Page, position: int) -> Hit | None:
        """The longest calendar word at a word of a page."""
        return self._index.longest(page, position, Category.CALENDAR)

    def looks_ahead(self, word: str) -> bool:
        """Whether a word has the shape of a future verb, after a conjunction at most."""
        bare = word[1:] if word[:1] in CONJUNCTIONS else word
        return len(bare) >= FUTURE_LETTERS and bare.startswith(self._future) and not bare.startswith(self._no_future)

    def beside(self, page: Page, position: int) -> str:
        """The kind of the word at a word of a page that says something of an expression behind it, "" if none does."""
        if not self._beside.may_start(page.words[position]):
            return ""
        hit = self._beside.longest(page, position, Category.BESIDE_DATE)
        return _kind(hit.entry) if hit is not None else ""

    def _decide(self, word: str) -> bool:
        if word[0].isdecimal():
            return len(word) <= 4
        return word in self._inner or self._index.may_start(word)


def _kind(entry: Entry) -> str:
    return entry.payload.kind if isinstance(entry.payload, CalendarWord) else ""
