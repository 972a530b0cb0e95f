"""One page as the actors' grammar sees it: per word one tag and the gap behind it, and the hits of the lexicon.

Tags are those of `transforms.lexicon.names`; words that the lexicon knows as something else (an office, a country, a
body, a city) get a tag of their own, unless they are given names too. Words outside the article's own sentences are
blanked, so that furniture cannot name anybody.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from transforms.actors.records import BodySpan
from transforms.base.codes import Zone
from transforms.lexicon import Lexicon
from transforms.lexicon.entries import Category, Hit
from transforms.lexicon.gazetteer import Gazetteer
from transforms.lexicon.index import Scan
from transforms.lexicon.names import FUNCTION, GIVEN, HOUSE, SPELT, NameBook
from transforms.text.page import Page
from transforms.text.sentences import Sentence

BLANK = "X"
#: So many words told by spelling, all of them as a name is spelt, mean that the site does not tell them apart.
CARELESS = 4
NAME_BEHIND = (["U"], ["S"], ["D"], ["F"], ["G"])
NAMELIKE = frozenset("GHSAOQ")
#: Tags of words that the lexicon's categories claim.
OFFICE_WORD, PLACE_WORD, BODY_WORD, PEOPLE_WORD = "O", "Z", "Y", "N"
#: Tags that a category may take away: words that are no sure part of a name.
CLAIMABLE = {
    Category.TITLE: (OFFICE_WORD, frozenset("CEUDudPVT")),
    Category.OFFICE: (OFFICE_WORD, frozenset("CEUDudPVTQ")),
    Category.NATIONALITY: (PEOPLE_WORD, frozenset("CEUDudPVT")),
    Category.CITY: (PLACE_WORD, frozenset("CEUDudPVTS")),
    Category.REGION: (PLACE_WORD, frozenset("CEUDudPVTSGH")),
    Category.COUNTRY: (PLACE_WORD, frozenset("CEUDudPVTSGHgh")),
}
PLACE_CATEGORIES = frozenset((Category.COUNTRY, Category.CITY, Category.REGION))
#: Categories whose hits of several words are surely what they say.
WHOLE = frozenset((Category.TITLE, Category.OFFICE))
#: What stands between two words, as one sign: space, joined, comma, quote, bracket, dash, stop, line's end, other.
SPACE, JOINED, COMMA, QUOTE, BRACKET, DASH, STOP, BREAK, ELSE = " ", "-", ",", "q", "(", "d", ".", "n", "o"
SPELT_TAG = re.compile(re.escape(SPELT))
CLAUSE_ENDS = frozenset((STOP, BREAK, COMMA, QUOTE, ELSE, BRACKET))
#: Distinct gaps whose sign is remembered; most of them are a space or a stop and a space.
REMEMBERED_GAPS = 4096


@dataclass
class View:
    """A page's words with their tags, gaps and zones. `gaps[i]` stands behind word i."""

    scan: Scan
    page: Page
    book: NameBook
    tags: list[str]
    gaps: list[str]
    zones: list[Zone | None]
    sentences: tuple[Sentence, ...]
    gazetteer: Gazetteer
    #: Second halves of compound names.
    complements: frozenset[str]
    bodies: dict[int, BodySpan] = field(default_factory=dict)
    #: Words of names that something else carries (a hospital, a stadium).
    carried: set[int] = field(default_factory=set)
    #: Hits by their first word, of the categories that are asked for at every turn.
    offices: dict[int, Hit] = field(default_factory=dict)
    titles: dict[int, Hit] = field(default_factory=dict)
    persons: dict[int, Hit] = field(default_factory=dict)
    openers: dict[int, Hit] = field(default_factory=dict)
    peoples: dict[int, Hit] = field(default_factory=dict)
    portfolios: dict[int, Hit] = field(default_factory=dict)
    adjectives: dict[int, Hit] = field(default_factory=dict)
    countries: dict[int, Hit] = field(default_factory=dict)
    cities: dict[int, Hit] = field(default_factory=dict)
    regions: dict[int, Hit] = field(default_factory=dict)

    def hit(self, word: int, category: Category) -> Hit | None:
        """The longest hit at a word, of a category that has no table here."""
        return self.scan.here(word, category)

    def at_clause_end(self, word: int) -> bool:
        """Whether a stop, comma, line's end or quote follows a word."""
        return self.gaps[word] in CLAUSE_ENDS

    def paragraph(self, word: int) -> int:
        """The paragraph of a word that stands in a sentence."""
        return self.sentences[bisect_right(self.sentences, word, key=_first_word) - 1].paragraph

    def start_of(self, word: int) -> int:
        """Where a name that begins at a word begins, behind what is glued to it."""
        known = self.persons.get(word)
        if known is not None:
            return known.start
        strip = self.book.read(self.page.words[word]).strip if self.tags[word].islower() else 0
        return self.page.starts[word] + strip


def open_view(scan: Scan, sentences: tuple[Sentence, ...], lexicon: Lexicon) -> View:
    """Tag the words of the article's own sentences."""
    page, book = scan.page, lexicon.names
    count = len(page.words)
    tags: list[str] = [BLANK] * count
    zones: list[Zone | None] = [None] * count
    for first, last, zone in _runs(sentences):
        tags[first:last] = book.tags(page.words[first:last], scan.known[first:last])
        zones[first:last] = [zone] * (last - first)
    _settle_spelling(page, book, tags)
    _claim(scan, tags)
    return View(
        scan=scan,
        page=page,
        book=book,
        tags=tags,
        gaps=list(map(_SIGNS.__getitem__, page.gaps)),
        zones=zones,
        sentences=sentences,
        gazetteer=lexicon.gazetteer,
        complements=book.usual.complements,
        offices=_table(scan, Category.OFFICE),
        titles=_table(scan, Category.TITLE),
        persons=_table(scan, Category.PERSON),
        openers=_table(scan, Category.OPENER),
        peoples=_table(scan, Category.NATIONALITY),
        portfolios=_table(scan, Category.PORTFOLIO),
        adjectives=_table(scan, Category.BODY_ADJECTIVE),
        countries=_table(scan, Category.COUNTRY),
        cities=_table(scan, Category.CITY),
        regions=_table(scan, Category.REGION),
    )


def _first_word(sentence: Sentence) -> int:
    return sentence.first


def _runs(sentences: tuple[Sentence, ...]) -> Iterator[tuple[int, int, Zone]]:
    """Words `[first, last)` of neighbouring sentences of one zone: most articles are a title and one run."""
    if not sentences:
        return
    first, last, zone = sentences[0].first, sentences[0].last, sentences[0].zone
    for sentence in sentences:
        if sentence.first > last or sentence.zone is not zone:
            yield first, last, zone
            first, zone = sentence.first, sentence.zone
        last = sentence.last
    yield first, last, zone


def _table(scan: Scan, category: Category) -> dict[int, Hit]:
    return {hit.first: hit for hit in scan.of(category)}


def _settle_spelling(page: Page, book: NameBook, tags: list[str]) -> None:
    """Decide the words that only their spelling tells from another."""
    spelt = [match.start() for match in SPELT_TAG.finditer("".join(tags))]
    for position in spelt:
        tags[position] = _by_spelling(page, book, position)
    if len(spelt) >= CARELESS and all(tags[position] != FUNCTION for position in spelt):
        # A site that spells the preposition like the name: only behind a name or office is it one.
        for position in spelt:
            if tags[position] != HOUSE and (position == 0 or tags[position - 1] not in NAMELIKE):
                tags[position] = FUNCTION


def _by_spelling(page: Page, book: NameBook, word: int) -> str:
    """A name that folding has made equal to another word: its own letters decide."""
    text = page.words[word]
    strip = book.read(text).strip
    name = text[strip:]
    if page.text.bare[page.starts[word] + strip : page.ends[word]] not in book.spelt[name]:
        return FUNCTION
    tag = GIVEN if len(name) > 2 else HOUSE
    return tag.lower() if strip else tag


def add_bodies(view: View, bodies: dict[int, BodySpan]) -> None:
    """Take the words of bodies away from names."""
    for word, span in bodies.items():
        if span.last - word == 1 and view.tags[word] == GIVEN and view.tags[word + 1 : word + 2] in NAME_BEHIND:
            continue
        view.bodies[word] = span
        view.tags[span.first : span.last] = BODY_WORD * (span.last - span.first)


def _claim(scan: Scan, tags: list[str]) -> None:
    """Retag the words of hits that are no names."""
    for category, (claim, claimable) in CLAIMABLE.items():
        whole, place = category in WHOLE, category in PLACE_CATEGORIES
        for hit in scan.of(category):
            cut = hit.cut
            # A surface with another common sense, or an article and a possessive at once, claims nothing.
            if (cut.suffix and (place or cut.article)) or getattr(hit.entry.payload, "ambiguous", False):
                continue
            several = whole and hit.last - hit.first > 1
            for word in range(hit.first, hit.last):
                # A given name that could also be a prefix and something else is the name.
                if several or (tags[word] in claimable and not (tags[word] in "GH" and cut.strip)):
                    tags[word] = claim


class Signs(dict[str, str]):
    """The sign of each gap that was seen: a whole page is looked up in one call."""

    def __missing__(self, gap: str) -> str:
        sign = _sign(gap)
        if len(self) < REMEMBERED_GAPS:
            self[gap] = sign
        return sign


_SIGNS = Signs({"": ELSE, "-": JOINED})


def _sign(gap: str) -> str:
    """The sign of a gap: the strongest mark in it."""
    if "\n" in gap:
        return BREAK
    for marks, sign in ((".!?…", STOP), (",", COMMA), (";:/|*", ELSE), ("()[]", BRACKET), ('"', QUOTE), ("-", DASH)):
        if any(mark in gap for mark in marks):
            return sign
    return SPACE if not gap.strip() else ELSE
