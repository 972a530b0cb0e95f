"""A sentence as items: phrases, triggers, light verbs, cues, times and places, in order, each with its link.

Phrases come first: a hit inside one is part of its name. Times hide the cues in their words. The link of a phrase
is told by what is glued to it; what stands before it is judged where arguments are collected.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable

from transforms.actors.records import Cast, Phrase, PhraseKind
from transforms.lexicon.cues import Does, Steer
from transforms.lexicon.entries import Category, Hit
from transforms.lexicon.geography import City
from transforms.lexicon.index import Scan
from transforms.lexicon.nationalities import Nationality
from transforms.lexicon.triggers import Sort, Trigger
from transforms.meetings.joining import with_adjectives, with_bodies, with_countries, without_dateline
from transforms.meetings.mentions import adjectives, bare_phrase, bare_word, national, with_mentions
from transforms.meetings.records import Clause, Item, Link, What
from transforms.meetings.respect import honoured
from transforms.text.characters import ACCUSATIVE, ARTICLE, CONJUNCTIONS, PREPOSITIONS
from transforms.text.page import Page
from transforms.text.sentences import Sentence

BY, TO = PREPOSITIONS[0], PREPOSITIONS[1]
NOTHING: frozenset[Does] = frozenset()
OPENING = frozenset({Does.GATHER, Does.COMPRISE})
PLACES = frozenset({Category.CITY, Category.LANDMARK, Category.REGION})


class Reader:
    """Cuts the sentences of one document into items."""

    def __init__(
        self, scan: Scan, cast: Cast, times: Iterable[tuple[int, int]], holder: Callable[[Phrase], int | None]
    ) -> None:
        self._scan = scan
        self._phrases = tuple(
            _held(phrase, holder) for phrase in with_adjectives(with_mentions(scan.page, cast), scan.page)
        )
        self._firsts = [phrase.first for phrase in self._phrases]
        self._times = dict(times)
        self._clauses: dict[int, Clause] = {}
        self._mentioned = adjectives(scan.page, cast)

    def clause(self, number: int, sentence: Sentence) -> Clause:
        """The items of one sentence; a sentence is read once."""
        known = self._clauses.get(number)
        if known is None:
            known = self._clauses[number] = Clause(number, sentence, tuple(self._joined(self._items(sentence))))
        return known

    def _joined(self, items: list[Item]) -> list[Item]:
        page = self._scan.page
        return with_countries(with_bodies(without_dateline(items, page)), page)

    def _items(self, sentence: Sentence) -> list[Item]:
        phrases, at = self._within(sentence), self._scan.at
        items: list[Item] = []
        word, covered = sentence.first, sentence.first
        while word < sentence.last:
            phrase = phrases.get(word)
            time = self._times.get(word)
            opener = self._opener(word) if phrase is not None else None
            if phrase is not None and opener is not None:
                phrases[opener.last] = _without_opener(self._scan.page, phrase, opener)
                phrase = None
            if phrase is not None and phrase.last > covered:
                items.append(self._phrase(phrase))
                covered = word = max(phrase.last, word + 1)
                continue
            if time is not None:
                items.append(
                    Item(What.TIME, word, time, None, None, NOTHING, None, False, _comma(self._scan.page, word))
                )
                covered = word = max(time, word + 1)
                continue
            if word >= covered and (hits := at.get(word)):
                covered = self._hits(items, hits, covered)
            word += 1
        return items

    def _opener(self, word: int) -> Hit | None:
        """A verb of gathering at a word: it opens its parties and is no part of a name."""
        hit = self._scan.here(word, Category.CUE)
        steer = hit.entry.payload if hit is not None else None
        return hit if isinstance(steer, Steer) and steer.does & OPENING else None

    def begins(self, sentence: Sentence, does: Does) -> bool:
        """Whether a sentence begins with a cue of one kind."""
        hit = self._scan.here(sentence.first, Category.CUE)
        return hit is not None and does in _does(hit)

    def has(self, sentence: Sentence, does: Does) -> bool:
        """Whether a cue of one kind stands in a sentence."""
        hits = (self._scan.here(word, Category.CUE) for word in range(sentence.first, sentence.last))
        return any(hit is not None and does in _does(hit) for hit in hits)

    def group_before(self, bare: Phrase) -> Phrase | None:
        """The group that "the delegation" or "the mission" means: the last one told before with its body."""
        word = bare_word(self._scan.page.words[bare.head])
        for phrase in reversed(self._phrases[: bisect_left(self._firsts, bare.first)]):
            if phrase.body is None and phrase.country is None:
                continue
            if phrase.kind is PhraseKind.DELEGATION:
                return phrase
            named = phrase.body is not None and phrase.kind in (PhraseKind.PERSON, PhraseKind.OFFICE)
            if named and word in self._scan.page.words[phrase.first : phrase.last]:
                return phrase._replace(kind=PhraseKind.DELEGATION, person=None, name_first=None, name_last=None)
        return None

    def count(self, sentence: Sentence) -> int:
        """How many phrases begin in a sentence."""
        return bisect_left(self._firsts, sentence.last) - bisect_left(self._firsts, sentence.first)

    def _within(self, sentence: Sentence) -> dict[int, Phrase]:
        low = bisect_left(self._firsts, sentence.first)
        high = bisect_left(self._firsts, sentence.last)
        longest: dict[int, Phrase] = {}
        for phrase in self._phrases[low:high]:
            rival = longest.get(phrase.first)
            if rival is None or phrase.last > rival.last:
                longest[phrase.first] = phrase
        return longest

    def _hits(self, items: list[Item], hits: tuple[Hit, ...], covered: int) -> int:
        """Add the items of the hits that start at one word; return up to where words are taken. A cue that tells the
        head of a delegation is no light verb, and a cue shorter than a trigger says nothing more."""
        if len(hits) == 1:
            return self._hit(items, hits[0], covered)
        led = any(isinstance(hit.entry.payload, Steer) and Does.LEAD in hit.entry.payload.does for hit in hits)
        taken = max((hit.last for hit in hits if _is_live(hit)), default=0)
        for hit in hits:
            category = hit.entry.category
            hidden = category is Category.CUE and hit.last <= taken
            if not hidden and not (led and category is Category.LIGHT_VERB):
                covered = self._hit(items, hit, covered)
        return covered

    def _hit(self, items: list[Item], hit: Hit, covered: int) -> int:
        category, payload = hit.entry.category, hit.entry.payload
        if category is Category.CUE and isinstance(payload, Steer):
            return self._cue(items, hit, payload, covered)
        if category is Category.TRIGGER:
            if _is_live(hit):
                items.append(self._item(What.TRIGGER, hit, NOTHING))
            return max(covered, hit.last)
        if category is Category.LIGHT_VERB:
            items.append(self._item(What.LIGHT, hit, NOTHING))
        elif category in PLACES and self._is_place(hit):
            items.append(self._item(What.PLACE, hit, NOTHING))
            return max(covered, hit.last)
        return covered

    def _cue(self, items: list[Item], hit: Hit, steer: Steer, covered: int) -> int:
        items.append(self._item(What.CUE, hit, steer.does))
        covered = max(covered, hit.last)
        if Does.RESPECT in steer.does:
            who = honoured(self._scan.page, self._phrases, hit.entry.words[0], hit.first, hit.start)
            items[-1:] = [self._phrase(who)] if who is not None else items[-1:]
        if Does.CAPITAL in steer.does:
            return self._capital(items, hit, covered)
        return self._national_side(items, hit, covered) if Does.SIDE in steer.does else covered

    def _capital(self, items: list[Item], hit: Hit, covered: int) -> int:
        """ "The Tunisian capital" is a place of that country; before a city's own name the word says nothing more."""
        cue = items.pop()
        nation = self._scan.here(hit.last, Category.NATIONALITY)
        payload = nation.entry.payload if nation is not None else None
        last = nation.last if nation is not None else hit.last
        if any(each.entry.category in PLACES for each in self._scan.at.get(last, ())):
            return _before_city(items, cue._replace(last=last))
        if nation is None or not isinstance(payload, Nationality) or payload.country is None:
            return hit.first
        phrase = bare_phrase(hit.first, nation.last, hit.start, nation.end, PhraseKind.COUNTRY)
        items.append(self._phrase(phrase._replace(country=payload.country)))
        return max(covered, nation.last)

    def _national_side(self, items: list[Item], hit: Hit, covered: int) -> int:
        """The nationality behind "the side" stands for a delegation of that country."""
        nation = self._scan.here(hit.last, Category.NATIONALITY)
        payload = nation.entry.payload if nation is not None else None
        if nation is not None and isinstance(payload, Nationality) and payload.country is not None:
            items.append(self._phrase(national(nation, payload.country)))
            return nation.last
        body = self._mentioned.get(hit.last)
        if body is None:
            return covered
        items.append(self._phrase(body))
        return body.last

    def _is_place(self, hit: Hit) -> bool:
        """A city with the letters of another word counts only behind a preposition."""
        payload = hit.entry.payload
        if not isinstance(payload, City) or not payload.ambiguous or hit.cut.preposition:
            return True
        before = self._scan.here(hit.first - 1, Category.CUE)
        steer = before.entry.payload if before is not None else None
        return isinstance(steer, Steer) and Does.LOCATIVE in steer.does

    def _item(self, what: What, hit: Hit, does: frozenset[Does]) -> Item:
        comma = _comma(self._scan.page, hit.first)
        return Item(what, hit.first, hit.last, hit, None, does, None, bool(hit.cut.conjunction), comma)

    def _elliptic(self, phrase: Phrase) -> Phrase | None:
        """The name behind "and the Egyptian": its office was told with the name before (the presidents X and Y)."""
        if phrase.kind is not PhraseKind.PERSON or phrase.name_first != phrase.first or not phrase.first:
            return None
        nation = self._scan.here(phrase.first - 1, Category.NATIONALITY)
        payload = nation.entry.payload if nation is not None else None
        if nation is None or not isinstance(payload, Nationality) or not nation.cut.conjunction:
            return None
        if nation.last != phrase.first or not self._scan.page.gap(nation.first).isspace():
            return None
        return phrase._replace(first=nation.first, start=nation.start, country=phrase.country or payload.country)

    def _phrase(self, phrase: Phrase) -> Item:
        page = self._scan.page
        phrase = self._elliptic(phrase) or phrase
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
        last, behind = phrase.last, False
        if last < len(page.words) and page.words[last].startswith(ARTICLE):
            behind = page.gap(last - 1).isspace()
        comma = _comma(page, phrase.first)
        word = page.words[phrase.first]
        group = phrase.kind is PhraseKind.DELEGATION and not phrase.definite
        accusative = group and word.endswith(ACCUSATIVE)
        before = page.words[phrase.first - 1] if phrase.first else ""
        item = Item(What.PHRASE, phrase.first, last, None, phrase, NOTHING, link, joined, comma, behind, accusative)
        definite = ARTICLE in before[: len(ARTICLE) + 1]
        return item._replace(definite_before=definite, governed=before.startswith(BY))


def _does(hit: Hit) -> frozenset[Does]:
    steer = hit.entry.payload
    return steer.does if isinstance(steer, Steer) else NOTHING


def _is_live(hit: Hit) -> bool:
    payload = hit.entry.payload
    return isinstance(payload, Trigger) and hit.entry.category is Category.TRIGGER and payload.sort is not Sort.NONE


def _held(phrase: Phrase, holder: Callable[[Phrase], int | None]) -> Phrase:
    """An office without a name stands for the person who holds it in the article."""
    if phrase.person is not None or phrase.kind is not PhraseKind.OFFICE or phrase.plural:
        return phrase
    person = phrase.holder if phrase.holder is not None else holder(phrase)
    return phrase if person is None else phrase._replace(person=person)


def _before_city(items: list[Item], capital: Item) -> int:
    """ "In" reaches over "the Italian capital" to the city's name behind it; return up to where words are taken."""
    before = items[-1] if items else None
    if capital.hit is not None and capital.hit.cut.preposition == BY:
        items.append(capital._replace(does=frozenset({Does.LOCATIVE})))
    elif before is not None and Does.LOCATIVE in before.does and before.last == capital.first:
        items[-1] = before._replace(last=capital.last)
    else:
        return capital.first
    return capital.last


def _without_opener(page: Page, phrase: Phrase, opener: Hit) -> Phrase:
    first = opener.last
    name_first = phrase.name_first if phrase.name_first is None else max(phrase.name_first, first)
    return phrase._replace(first=first, start=page.starts[first], head=max(phrase.head, first), name_first=name_first)


def _comma(page: Page, word: int) -> bool:
    gap = page.gap(word - 1) if word else ""
    return "," in gap or ";" in gap or "-" in gap or "(" in gap or ":" in gap
