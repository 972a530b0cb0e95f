"""How far the free words behind the head noun of a body go: a genitive, its adjectives, the country that one of them
tells.

What belongs to it: a definite noun, bare nouns that lead to one, adjectives with the article, nationalities, a place
at the end. What ends it: a verb, a preposition, a mark, an office, a name, a day. A second definite word must look like
an adjective or close its clause, since it could be the next party of the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from transforms.actors.endings import ends_clause
from transforms.actors.view import OFFICE_WORD, PEOPLE_WORD, PLACE_WORD, SPACE, View
from transforms.lexicon.entries import Category
from transforms.lexicon.geography import City, Country, Region
from transforms.lexicon.names import COMMON, DEFINITE_COMMON, DEFINITE_UNKNOWN, FAMILY, FAMILY_WORD, FOR, FUNCTION
from transforms.lexicon.nationalities import Nationality
from transforms.text.characters import ARTICLE, CONJUNCTIONS, MERGED_ARTICLE, NISBA

LONGEST_CHAIN = 7
#: Tags of words with the article that a body's name may hold; an office only as the genitive of the head.
DEFINITE = frozenset((DEFINITE_COMMON, DEFINITE_UNKNOWN, FAMILY_WORD, PEOPLE_WORD))
GENITIVE = DEFINITE | {OFFICE_WORD, COMMON}
#: Tags of a name that follows; tags of a noun that a conjunction joins to the one before.
NAMED = (["G"], ["H"], ["S"], ["A"], ["U"])
#: Tags of a nationality, which may be a family name too.
NATIONAL = frozenset((PEOPLE_WORD, FAMILY, FAMILY_WORD))
JOINED_NOUN = frozenset((COMMON, DEFINITE_COMMON.lower()))


@dataclass
class Chain:
    """Free words as they are read. `sure` is where the name ends as far as it is known, `end` how far reading went;
    `free` tells whether it holds more than a nationality or country.
    """

    end: int
    sure: int
    #: Whether the last noun waits for its genitive.
    open: bool
    #: Whether the head has the article.
    headed: bool
    country: str | None = None
    free: bool = False
    closed: bool = False

    def take(self, last: int, *, sure: bool, opens: bool = False) -> bool:
        """Go on to `last`."""
        self.end, self.open = last, opens
        if sure:
            self.sure = last
        return True


def read_chain(view: View, first: int, *, definite: bool) -> Chain:
    """The free words that begin at a word, behind a head with or without the article."""
    chain = Chain(first, first, not definite, definite)
    limit = min(len(view.tags), first + LONGEST_CHAIN)
    while chain.end < limit and not chain.closed and view.gaps[chain.end - 1] == SPACE:
        if not _step(view, chain, first):
            break
    return chain


def _step(view: View, chain: Chain, first: int) -> bool:
    word = chain.end
    if view.tags[word] == FUNCTION:
        return False
    if word in view.peoples and _take_people(view, chain):
        return True
    if view.tags[word] == PLACE_WORD:
        return _take_place(view, chain)
    text = view.page.words[word]
    if text.startswith(ARTICLE):
        return _take_definite(view, chain, first)
    if text.startswith(MERGED_ARTICLE):
        return view.tags[word] == FOR and chain.headed and chain.sure > first and _take_free(chain, sure=True)
    return _take_bare(view, chain, first)


def _take_free(chain: Chain, *, sure: bool, opens: bool = False) -> bool:
    chain.free = True
    return chain.take(chain.end + 1, sure=sure, opens=opens)


def _take_people(view: View, chain: Chain) -> bool:
    """A nationality: with the article, or bare behind a bare noun."""
    hit = view.peoples[chain.end]
    nation = hit.entry.payload
    if not isinstance(nation, Nationality) or hit.cut.preposition or hit.cut.conjunction:
        return False
    definite = hit.cut.article or hit.entry.words[0].startswith(ARTICLE)
    if view.tags[chain.end] not in NATIONAL or not (definite or chain.end > chain.sure):
        return False
    chain.country = chain.country or nation.country
    return chain.take(hit.last, sure=True)


def _take_place(view: View, chain: Chain) -> bool:
    """A place ends the name of a body whose last noun waits for it."""
    word = chain.end
    hits = [hit for hit in (view.countries.get(word), view.cities.get(word), view.regions.get(word)) if hit is not None]
    if not hits or not chain.open:
        return False
    hit = max(hits, key=lambda each: each.last)
    payload = hit.entry.payload
    if hit.cut.preposition or hit.cut.conjunction or not isinstance(payload, Country | City | Region):
        return False
    chain.country, chain.closed = chain.country or payload.country, True
    chain.free = chain.free or not isinstance(payload, Country)
    return chain.take(hit.last, sure=True)


def _take_definite(view: View, chain: Chain, first: int) -> bool:
    word = chain.end
    tag, text = view.tags[word], view.page.words[word]
    if view.book.usual.is_date(text):
        return False
    if chain.open:
        return tag in GENITIVE and not _is_bearer(view, word) and _take_free(chain, sure=True)
    modifies = _is_adjective(view, word) or (chain.country is None and word > first and ends_clause(view, word))
    return tag in DEFINITE and modifies and _take_free(chain, sure=True)


def _is_bearer(view: View, word: int) -> bool:
    """Whether an office has its holder's name behind it: the body is called after him."""
    return (word in view.offices or word in view.titles) and view.tags[word + 1 : word + 2] in NAMED


def _is_adjective(view: View, word: int) -> bool:
    """Whether a word with the article is an adjective: by its ending, or as the lexicon has it."""
    return NISBA in view.page.words[word][-2:] or view.hit(word, Category.MODIFIER) is not None


def _take_bare(view: View, chain: Chain, first: int) -> bool:
    """A bare noun that leads to a definite one or a place, or one that a conjunction joins to the last."""
    word = chain.end
    text, tag = view.page.words[word], view.tags[word]
    if word + 1 >= len(view.tags) or view.gaps[word] != SPACE:
        return False
    if text[0] in CONJUNCTIONS and tag in JOINED_NOUN:
        if word == first or word in view.offices or not _leads(view, word + 1):
            return False
        return _take_free(chain, sure=False, opens=not text[1:].startswith(ARTICLE))
    return tag == COMMON and chain.open and word == first and _take_free(chain, sure=False, opens=True)


def _leads(view: View, word: int) -> bool:
    """Whether a nationality, an adjective with the article or a place stands at a word."""
    tag, text = view.tags[word], view.page.words[word]
    return tag in (PEOPLE_WORD, PLACE_WORD) or (tag in DEFINITE and text.startswith(ARTICLE) and NISBA in text[-2:])
