"""What an office phrase is while it is read, and the look-ups that reading it needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from transforms.actors.records import BodySpan
from transforms.actors.view import View
from transforms.lexicon.entries import Category, Hit
from transforms.lexicon.geography import City, Country, Region
from transforms.lexicon.offices import Count, Office, OfficeKind
from transforms.text.characters import ARTICLE

#: Tags of words that are names: no place, whatever their letters could be.
NAMES = frozenset("GHAK")


class Other(NamedTuple):
    """A further country of an office that several hold, at words `[first, last)`; `start` is behind what is glued to
    it.
    """

    first: int
    last: int
    start: int
    country: str | None


@dataclass
class Post:
    """An office phrase as it is read. `sure` is the end of what certainly belongs to it, `end` how far reading went."""

    first: int
    sure: int
    end: int
    hits: list[Hit] = field(default_factory=list)
    #: The first head word that is an office and not a mere title.
    ranked: Hit | None = None
    #: What that head word is, or else the first one.
    kind: OfficeKind = OfficeKind.OFFICE
    #: Of how many persons the first head word speaks.
    number: Count = Count.ONE
    #: Whether whoever holds it is sent somewhere; whether the first head word is an adjective too; whether a first
    #: name alone may follow one of them.
    sent: bool = False
    adjectival: bool = False
    first_name: bool = False
    country: str | None = None
    destination: str | None = None
    body: BodySpan | None = None
    #: The id of the body that an adjective stands for.
    adjective: str | None = None
    former: bool = False
    acting: bool = False
    #: Whether the last noun still waits for its complement.
    open: bool = False
    #: Whether the country comes from an adjective that may belong to the field, not to the office.
    weak: bool = False
    #: Further countries of an office of two or many (the ministers of X and Y).
    others: list[Other] = field(default_factory=list)

    @property
    def definite(self) -> bool:
        """Whether the head word is definite by itself or by what completes it."""
        head = self.hits[0]
        return not self.open and (is_complete(head) or self.sure > head.last)

    @property
    def told(self) -> bool:
        """Whether the text says whose office it is."""
        return self.country is not None or self.body is not None or self.adjective is not None

    @property
    def asks_for_name(self) -> bool:
        """Whether one word of no list behind it is a name: behind a country or body, or a head that asks for one."""
        last = self.hits[-1].entry.payload
        asks = isinstance(last, Office) and last.asks and self.sure == self.hits[-1].last
        told = self.told and (self.country is not None or self.body is None or not self.body.composed)
        return asks or (told and self.ranked is not None and self.number is Count.ONE)

    def take_head(self, hit: Hit) -> None:
        """Go on to the end of a head word."""
        payload, ranks = hit.entry.payload, hit.entry.category is Category.OFFICE
        if isinstance(payload, Office):
            if not self.hits:
                self.number, self.adjectival = payload.number, payload.adjectival
            if not self.hits or (ranks and self.ranked is None):
                self.kind = payload.kind
            self.sent = self.sent or payload.sent
            self.first_name = self.first_name or payload.first_name
        if ranks and self.ranked is None:
            self.ranked = hit
        self.hits.append(hit)
        self.open = ranks and not (hit.cut.suffix or is_complete(hit))
        self.sure = self.end = hit.last

    def settle(self, end: int) -> bool:
        """Go on to `end`; what stands there is sure unless something tentative stands before it. Behind many
        or a group no name can follow: what completes them is theirs.
        """
        if self.end == self.sure or self.number is Count.MANY or self.kind is OfficeKind.GROUP:
            self.sure = end
        self.end = end
        self.open = False
        return True

    def share(self, hit: Hit, country: str | None) -> bool:
        """Take in a further country of an office that several hold."""
        self.others.append(Other(hit.first, hit.last, hit.start, country))
        return self.settle(hit.last)

    def extend(self, end: int, *, waits: bool) -> bool:
        """Go on to `end` tentatively."""
        self.end = end
        self.open = waits
        return True


def has_article(hit: Hit) -> bool:
    """Whether a hit's first word has the article."""
    return hit.cut.article or hit.entry.words[0].startswith(ARTICLE)


def is_complete(hit: Hit) -> bool:
    """Whether a head word needs no complement: it has the article, or its last word has."""
    return has_article(hit) or hit.entry.words[hit.last - hit.first - 1].startswith(ARTICLE)


def head_at(view: View, word: int) -> Hit | None:
    """The office or title at a word: the longer one, the office where both are as long."""
    office, title = view.offices.get(word), view.titles.get(word)
    if office is None:
        return title
    if office.cut.suffix and (office.cut.article or view.hit(word, Category.NAMED_AFTER)):
        return title
    if title is not None and title.last > office.last:
        return title
    for inner in range(office.first + 1, office.last):
        body = view.bodies.get(inner)
        if body is not None and body.last >= office.last:
            # "Head of the interim government": the body that begins inside the office's surface is the longer reading.
            end = view.page.ends[inner - 1]
            return Hit(office.first, inner, office.start, end, office.entry, office.cut)
    return office


def place_at(view: View, word: int) -> Hit | None:
    """The longest country, city or region at a word."""
    if view.tags[word] in NAMES:
        return None
    longest = view.countries.get(word)
    for other in (view.cities.get(word), view.regions.get(word)):
        if other is not None and (longest is None or other.last > longest.last):
            longest = other
    return longest


def country_of(hit: Hit) -> str | None:
    """The country of a place's hit."""
    payload = hit.entry.payload
    return payload.country if isinstance(payload, Country | City | Region) else None
