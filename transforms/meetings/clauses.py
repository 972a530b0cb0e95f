"""A sentence as items: phrases, triggers, light verbs, cues, times and places, in order, each with its link.

Phrases come first: a hit inside one is part of its name. Times hide the cues in their words. The link of a phrase
is told by what is glued to it; what stands before it is judged where arguments are collected.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence

from transforms.actors.records import Cast, Phrase, PhraseKind
from transforms.base.codes import EntityType, MentionForm
from transforms.base.records import Mention
from transforms.lexicon.cues import Does, Steer
from transforms.lexicon.entries import Category, Hit
from transforms.lexicon.geography import City
from transforms.lexicon.index import Scan
from transforms.lexicon.nationalities import Nationality
from transforms.lexicon.triggers import Sort, Trigger
from transforms.meetings.records import Clause, Item, Link, What
from transforms.text.characters import ARTICLE, CONJUNCTIONS, PREPOSITIONS
from transforms.text.page import Page
from transforms.text.sentences import Sentence

AND = CONJUNCTIONS[1]
BY, TO = PREPOSITIONS[0], PREPOSITIONS[1]
NOTHING: frozenset[Does] = frozenset()
OPENING = frozenset({Does.GATHER, Does.COMPRISE})
MENTION_KINDS = {
    EntityType.PERSON: PhraseKind.PERSON,
    EntityType.ORGANIZATION: PhraseKind.BODY,
    EntityType.COUNTRY: PhraseKind.COUNTRY,
}
PLACES = frozenset({Category.CITY, Category.LANDMARK, Category.REGION})


class Reader:
    """Cuts the sentences of one document into items."""

    def __init__(
        self, scan: Scan, cast: Cast, times: Iterable[tuple[int, int]], holder: Callable[[Phrase], int | None]
    ) -> None:
        self._scan = scan
        self._phrases = tuple(_held(phrase, holder) for phrase in with_mentions(scan.page, cast))
        self._firsts = [phrase.first for phrase in self._phrases]
        self._times = dict(times)
        self._mentioned = _adjectives(scan.page, cast)

    def clause(self, number: int, sentence: Sentence) -> Clause:
        """The items of one sentence."""
        return Clause(number, sentence, tuple(with_bodies(self._items(sentence))))

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
        steers = [hit.entry.payload.does for hit in hits if isinstance(hit.entry.payload, Steer)]
        led = any(Does.LEAD in does for does in steers)
        taken = max((hit.last for hit in hits if _is_live(hit)), default=0)
        for hit in hits:
            category, payload = hit.entry.category, hit.entry.payload
            if category is Category.TRIGGER:
                covered = max(covered, hit.last)
                if _is_live(hit):
                    items.append(self._item(What.TRIGGER, hit, NOTHING))
            elif category is Category.LIGHT_VERB and not led:
                items.append(self._item(What.LIGHT, hit, NOTHING))
            elif category is Category.CUE and isinstance(payload, Steer) and hit.last > taken:
                covered = self._cue(items, hit, payload, covered)
            elif category in PLACES and self._is_place(hit):
                covered = max(covered, hit.last)
                items.append(self._item(What.PLACE, hit, NOTHING))
        return covered

    def _cue(self, items: list[Item], hit: Hit, steer: Steer, covered: int) -> int:
        items.append(self._item(What.CUE, hit, steer.does))
        covered = max(covered, hit.last)
        if Does.CAPITAL in steer.does:
            return self._capital(items, hit, covered)
        return self._national_side(items, hit, covered) if Does.SIDE in steer.does else covered

    def _capital(self, items: list[Item], hit: Hit, covered: int) -> int:
        """ "The Tunisian capital" is a place of that country; before a city's own name the word says nothing more."""
        items.pop()
        nation = self._scan.here(hit.last, Category.NATIONALITY)
        payload = nation.entry.payload if nation is not None else None
        if nation is None or not isinstance(payload, Nationality) or payload.country is None:
            return hit.first
        named = any(each.entry.category in PLACES for each in self._scan.at.get(nation.last, ()))
        if named:
            return hit.first
        phrase = _bare_phrase(hit.first, nation.last, hit.start, nation.end, PhraseKind.COUNTRY)
        items.append(self._phrase(phrase._replace(country=payload.country)))
        return max(covered, nation.last)

    def _national_side(self, items: list[Item], hit: Hit, covered: int) -> int:
        """The nationality behind "the side" stands for a delegation of that country."""
        nation = self._scan.here(hit.last, Category.NATIONALITY)
        payload = nation.entry.payload if nation is not None else None
        if nation is not None and isinstance(payload, Nationality) and payload.country is not None:
            items.append(self._phrase(_national(nation, payload.country)))
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
        last, behind = phrase.last, False
        if last < len(page.words) and page.words[last].startswith(ARTICLE):
            behind = page.gap(last - 1).isspace()
        comma = _comma(page, phrase.first)
        return Item(What.PHRASE, phrase.first, last, None, phrase, NOTHING, link, joined, comma, behind)


def _is_live(hit: Hit) -> bool:
    payload = hit.entry.payload
    return isinstance(payload, Trigger) and hit.entry.category is Category.TRIGGER and payload.sort is not Sort.NONE


def with_mentions(page: Page, cast: Cast) -> tuple[Phrase, ...]:
    """The phrases, and one for each mention of a person, body or country that stands in none of them."""
    covered = [(phrase.first, phrase.last) for phrase in cast.phrases]
    firsts = [first for first, _ in covered]
    added: list[Phrase] = []
    for mention in cast.mentions:
        kind = MENTION_KINDS.get(mention.entity_type)
        if kind is None or mention.form is MentionForm.ADJECTIVE:
            continue
        first = bisect_right(page.starts, mention.start) - 1
        at = bisect_right(firsts, first) - 1
        if at >= 0 and first < covered[at][1]:
            continue
        added.append(_phrase_of(page, cast, mention, kind, first))
    return tuple(sorted((*cast.phrases, *added), key=lambda phrase: phrase.first)) if added else cast.phrases


def _held(phrase: Phrase, holder: Callable[[Phrase], int | None]) -> Phrase:
    """An office without a name stands for the person who holds it in the article."""
    if phrase.person is not None or phrase.kind is not PhraseKind.OFFICE or phrase.plural:
        return phrase
    person = phrase.holder if phrase.holder is not None else holder(phrase)
    return phrase if person is None else phrase._replace(person=person)


def with_bodies(items: list[Item]) -> list[Item]:
    """Items in which a delegation and the body behind it (a delegation from X, representatives of X) are one
    phrase.
    """
    joined: list[Item] = []
    for item in items:
        if len(joined) >= 2 and _stands_for(joined[-2], joined[-1], item):
            joined[-2:] = [_joined(joined[-2], item)]
        else:
            joined.append(item)
    return joined


def _stands_for(group: Item, link: Item, body: Item) -> bool:
    if group.phrase is None or body.phrase is None or link.what is not What.CUE:
        return False
    if not link.does & {Does.FROM, Does.BEHALF} or group.last != link.first or link.last != body.first:
        return False
    phrase = group.phrase
    open_group = phrase.kind is PhraseKind.DELEGATION or (phrase.kind is PhraseKind.OFFICE and phrase.plural)
    return open_group and phrase.body is None and body.phrase.person is None


def _joined(group: Item, body: Item) -> Item:
    left, right = group.phrase, body.phrase
    assert left is not None
    assert right is not None
    phrase = left._replace(
        last=right.last, end=right.end, body=right.body, country=left.country or right.country, definite=right.definite
    )
    return group._replace(last=body.last, phrase=phrase)


def _without_opener(page: Page, phrase: Phrase, opener: Hit) -> Phrase:
    first = opener.last
    name_first = phrase.name_first if phrase.name_first is None else max(phrase.name_first, first)
    return phrase._replace(first=first, start=page.starts[first], head=max(phrase.head, first), name_first=name_first)


def _national(hit: Hit, country: str) -> Phrase:
    return _bare_phrase(hit.first, hit.last, hit.start, hit.end, PhraseKind.DELEGATION)._replace(country=country)


def _bare_phrase(first: int, last: int, start: int, end: int, kind: PhraseKind) -> Phrase:
    return Phrase(
        first=first,
        last=last,
        start=start,
        end=end,
        kind=kind,
        head=first,
        name_first=None,
        name_last=None,
        person=None,
        body=None,
        country=None,
        destination=None,
        role=None,
        former=False,
        acting=False,
        plural=False,
        dual=False,
        counterpart=False,
        definite=True,
    )


def _adjectives(page: Page, cast: Cast) -> dict[int, Phrase]:
    """Bodies mentioned by an adjective only, by word."""
    found: dict[int, Phrase] = {}
    for mention in cast.mentions:
        if mention.form is MentionForm.ADJECTIVE and mention.entity_type is EntityType.ORGANIZATION:
            first = bisect_right(page.starts, mention.start) - 1
            found[first] = _phrase_of(page, cast, mention, PhraseKind.BODY, first)
    return found


def _phrase_of(page: Page, cast: Cast, mention: Mention, kind: PhraseKind, first: int) -> Phrase:
    last = max(bisect_left(page.starts, mention.end), first + 1)
    bare = _bare_phrase(first, last, mention.start, mention.end, kind)
    country = cast.actors[mention.actor].country
    if kind is PhraseKind.PERSON:
        return bare._replace(person=mention.actor, name_first=first, name_last=last, country=country)
    return bare._replace(body=mention.actor if kind is PhraseKind.BODY else None, country=country)


def _comma(page: Page, word: int) -> bool:
    gap = page.gap(word - 1) if word else ""
    return "," in gap or ";" in gap or "-" in gap or "(" in gap or ":" in gap


def plain_before(items: Sequence[Item], position: int) -> int:
    """How many words of no item stand between an item and the one before it."""
    return items[position].first - items[position - 1].last if position else 0
