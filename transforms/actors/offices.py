"""The phrase of an office: head words one upon another, and what follows them up to a name.

In order at each word: a modifier (former, acting, special), a nationality, a body, a country or city with or without a preposition,
a further office, and nouns with the article that tell the office's field. The country to which somebody is sent is the destination,
not the office's country. Nouns of the field are only tentative: they belong to the phrase if something sure follows them (`sure`).
An office inside another ("envoy of the president") gives its country and body, never its holder.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from transforms.actors.records import BodySpan
from transforms.actors.view import BODY_WORD, JOINED, OFFICE_WORD, QUOTE, SPACE, STOP, View
from transforms.lexicon.body_words import BodyAdjective, When
from transforms.lexicon.entries import Category, Hit
from transforms.lexicon.geography import City, Country, Region
from transforms.lexicon.names import COMMON, DEFINITE_COMMON, DEFINITE_UNKNOWN, FOR, FUNCTION, GIVEN, SERVANT, UNKNOWN
from transforms.lexicon.nationalities import Nationality
from transforms.lexicon.offices import Count, Office, OfficeKind
from transforms.text.characters import ARTICLE, SWALLOWING

LONGEST_TAIL = 14
#: Tags of words that are no modifier; tags that a preposition may have.
NO_MODIFIER = frozenset("GSUAXYZVQ")
NOTHING = frozenset("GAKLBFVQX")
LINKING = frozenset("POC")
PLACES = (Category.COUNTRY, Category.CITY, Category.REGION)


@dataclass(slots=True)
class Post:
    """An office phrase as it is read. `sure` is the end of what certainly belongs to it, `end` how far reading went."""

    first: int
    head: int
    sure: int
    end: int
    hits: list[Hit] = field(default_factory=list)
    country: str | None = None
    destination: str | None = None
    body: BodySpan | None = None
    #: The id of the body that an adjective stands for.
    adjective: str | None = None
    former: bool = False
    acting: bool = False
    #: Whether the last noun still waits for its complement.
    open: bool = False

    @property
    def offices(self) -> list[Office]:
        """The payloads of the head words."""
        return [hit.entry.payload for hit in self.hits if isinstance(hit.entry.payload, Office)]

    @property
    def ranked(self) -> Hit | None:
        """The first head word that is an office and not a mere title."""
        for hit in self.hits:
            if hit.entry.category is Category.OFFICE:
                return hit
        return None

    @property
    def definite(self) -> bool:
        """Whether the head word is definite by itself or by what completes it."""
        return not self.open and (has_article(self.hits[0]) or self.sure > self.hits[0].last)

    @property
    def asks_for_name(self) -> bool:
        """Whether one word of no list behind it is a name: behind a country or body, or a head that asks for one."""
        told = self.country is not None or self.body is not None or self.adjective is not None
        last = self.hits[-1].entry.payload
        asks = isinstance(last, Office) and last.asks and self.sure == self.hits[-1].last
        return asks or (told and self.ranked is not None and self.number is Count.ONE)

    @property
    def number(self) -> Count:
        """Of how many persons the head word speaks."""
        return self.offices[0].number

    @property
    def kind(self) -> OfficeKind:
        """What the head word is."""
        ranked = self.ranked or self.hits[0]
        payload = ranked.entry.payload
        return payload.kind if isinstance(payload, Office) else OfficeKind.OFFICE


def has_article(hit: Hit) -> bool:
    """Whether a hit's first word has the article."""
    return hit.cut.article or hit.entry.words[0].startswith(ARTICLE)


def head_at(view: View, word: int) -> Hit | None:
    """The office or title at a word: the longer one, the office where both are as long."""
    office, title = view.hit(word, Category.OFFICE), view.hit(word, Category.TITLE)
    if office is not None and office.cut.suffix and (office.cut.article or view.hit(word, Category.NAMED_AFTER)):
        office = None
    if office is None or title is None:
        return office or title
    return title if title.last > office.last else office


def read_post(view: View, word: int) -> Post | None:
    """The office phrase that begins at a word."""
    hit = head_at(view, word)
    if hit is None:
        return None
    post = Post(word, word, hit.last, hit.last)
    _take_head(post, hit)
    while post.end < len(view.tags) and post.end - post.first < LONGEST_TAIL:
        if not _joined(view, post):
            break
        if not _step(view, post):
            break
    return post


def _joined(view: View, post: Post) -> bool:
    """Whether the next word still can belong to the phrase: a stop only behind an abbreviated title."""
    gap = view.gaps[post.end - 1]
    if gap == STOP:
        last = post.hits[-1]
        return last.last == post.end and len(last.entry.words[0]) == 1
    return gap in (SPACE, JOINED, QUOTE)


def _take_head(post: Post, hit: Hit) -> None:
    post.hits.append(hit)
    post.open = not has_article(hit) and hit.entry.category is Category.OFFICE and not hit.cut.suffix
    post.sure = post.end = hit.last


def _step(view: View, post: Post) -> bool:
    """Take what stands at the end of the phrase so far; False if nothing fits. The word's tag tells what may fit."""
    word = post.end
    tag = view.tags[word]
    if tag in NOTHING:
        return False
    if tag == BODY_WORD:
        return _take_body(view, post, word)
    if tag == FUNCTION:
        return _take_link(view, post, word) or _take_modifier(view, post, word)
    if tag == OFFICE_WORD:
        return _take_modifier(view, post, word) or _take_head_again(view, post, word) or _take_link(view, post, word)
    return (
        _take_adjective(view, post, word)
        or _take_modifier(view, post, word)
        or _take_head_again(view, post, word)
        or _take_portfolio(view, post, word)
        or _take_people(view, post, word)
        or _take_place(view, post, word)
        or _take_field(view, post, word)
    )


def _take_portfolio(view: View, post: Post, word: int) -> bool:
    """A ministry's field; it may look like an adjective of nationality (finance, of Mali)."""
    portfolio = view.hit(word, Category.PORTFOLIO) if post.open else None
    return portfolio is not None and not portfolio.cut.conjunction and _settle(post, portfolio.last)


def _settle(post: Post, end: int) -> bool:
    """Go on to `end`: everything up to there belongs to the phrase."""
    post.sure = post.end = end
    post.open = False
    return True


def _take_modifier(view: View, post: Post, word: int) -> bool:
    hit = view.hit(word, Category.MODIFIER) if view.tags[word] not in NO_MODIFIER else None
    if hit is None or not isinstance(hit.entry.payload, Office):
        return False
    kind = hit.entry.payload.kind
    if hit.cut.conjunction or (kind is not OfficeKind.ACTING and hit.cut.preposition):
        return False
    if kind is OfficeKind.MODIFIER and not has_article(hit) and has_article(post.hits[-1]):
        return False
    post.former = post.former or kind is OfficeKind.FORMER
    post.acting = post.acting or kind is OfficeKind.ACTING
    return _settle(post, hit.last)


def _take_head_again(view: View, post: Post, word: int) -> bool:
    """A further office or title: stacked upon the first, or the office that the first one serves."""
    hit = head_at(view, word)
    if hit is None or hit.cut.conjunction or view.tags[word] in "GH":
        return False
    if hit.cut.preposition and post.open:
        return False
    _take_head(post, hit)
    return True


def _take_body(view: View, post: Post, word: int) -> bool:
    body = view.bodies.get(word)
    if body is None or body.conjunction:
        return False
    if post.body is None or post.open:
        post.body = body
        post.country = body.country or post.country
    return _settle(post, body.last)


def _take_adjective(view: View, post: Post, word: int) -> bool:
    """An adjective that stands for a body: beside an office that it sends."""
    hit = view.hit(word, Category.BODY_ADJECTIVE)
    if hit is None or hit.cut.preposition or hit.cut.conjunction or not isinstance(hit.entry.payload, BodyAdjective):
        return False
    adjective = hit.entry.payload
    sent = any(office.sent for office in post.offices)
    if adjective.body and post.body is None and post.country is None and (adjective.when is When.ALWAYS or sent):
        post.adjective = adjective.body
    return _settle(post, hit.last)


def _take_people(view: View, post: Post, word: int) -> bool:
    hit = view.hit(word, Category.NATIONALITY)
    if view.tags[word] in (GIVEN, SERVANT):
        return False
    if hit is None or hit.cut.preposition or not isinstance(hit.entry.payload, Nationality):
        return False
    if hit.cut.conjunction and not post.country:
        return False
    if has_article(post.hits[-1]) and post.sure == post.hits[-1].last and not has_article(hit):
        return False
    if post.country is None and not hit.cut.conjunction:
        post.country = hit.entry.payload.country
    return _settle(post, hit.last)


def _take_place(view: View, post: Post, word: int) -> bool:
    """A country as complement is the office's own; behind a preposition it is where somebody is sent."""
    hit = place_at(view, word)
    if hit is None or hit.cut.conjunction:
        return False
    code = country_of(hit)
    own = isinstance(hit.entry.payload, Country) and hit.cut.preposition in ("", SWALLOWING)
    if own and post.country is None:
        post.country = code
    elif post.destination is None:
        post.destination = code
    return _settle(post, hit.last)


def _take_link(view: View, post: Post, word: int) -> bool:
    """A preposition with the body, place or matter behind it."""
    link = view.hit(word, Category.LINK) if view.tags[word] in LINKING else None
    following = link.last if link else word
    if link is None or link.cut.conjunction or following >= len(view.tags) or view.gaps[following - 1] != SPACE:
        return False
    body, place = view.bodies.get(following), place_at(view, following)
    if body is not None and not body.conjunction:
        if post.body is None and not post.country:
            post.body = body
            post.country = body.country
        return _settle(post, body.last)
    if place is not None and not place.cut.conjunction:
        post.destination = post.destination or country_of(place)
        return _settle(post, place.last)
    if view.tags[following] in (DEFINITE_COMMON, DEFINITE_UNKNOWN):
        post.end = following + 1
        post.open = False
        return True
    return False


def _take_field(view: View, post: Post, word: int) -> bool:
    """A noun of the office's field: with the article, or waiting for its complement like the head before it."""
    tag = view.tags[word]
    if tag == DEFINITE_COMMON or (post.open and (tag == DEFINITE_UNKNOWN or _is_complement(view, post, word))):
        post.open = False
    elif tag == DEFINITE_COMMON.lower() and not post.open and view.tags[word - 1] == DEFINITE_COMMON:
        pass
    elif tag == FOR or (tag == COMMON and post.open):
        post.open = True
    else:
        return False
    post.end = word + 1
    return True


def _is_complement(view: View, post: Post, word: int) -> bool:
    """Whether a word of no list completes the noun before it, since the name begins behind it."""
    if view.tags[word] != UNKNOWN or word <= post.hits[-1].last or word + 1 >= len(view.tags):
        return False
    return view.gaps[word] == SPACE and view.tags[word + 1] in "GHA"


def place_at(view: View, word: int) -> Hit | None:
    """The longest country, city or region at a word."""
    if view.tags[word] in "GHAK":
        return None
    hits = [hit for category in PLACES if (hit := view.hit(word, category)) is not None]
    return max(hits, key=lambda hit: hit.last, default=None)


def country_of(hit: Hit) -> str | None:
    """The country of a place's hit."""
    payload = hit.entry.payload
    return payload.country if isinstance(payload, Country | City | Region) else None
