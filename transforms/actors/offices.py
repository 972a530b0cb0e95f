"""The phrase of an office: head words one upon another, and what follows them up to a name.

At each word its tag tells what may fit: a body, a modifier, a further office, a ministry's field, a nationality, a
place, a preposition with one of these, a noun of the office's field. The country to
which somebody is sent is the destination, never the office's country. Nouns of the field are tentative (`Post.sure`):
they belong to the phrase only if a name follows. An office inside another ("envoy of the president") gives its country
and body, never its holder.
"""

from __future__ import annotations

from transforms.actors.belonging import own_body, take_adjective, take_body, take_linked_place, take_people, take_place
from transforms.actors.posts import Post, country_of, has_article, head_at, place_at
from transforms.actors.view import BODY_WORD, JOINED, OFFICE_WORD, PEOPLE_WORD, QUOTE, SPACE, STOP, View
from transforms.lexicon.entries import Category, Hit
from transforms.lexicon.names import (
    COMMON,
    DEFINITE_COMMON,
    DEFINITE_UNKNOWN,
    FAMILY,
    FAMILY_WORD,
    FOR,
    FUNCTION,
    UNKNOWN,
)
from transforms.lexicon.offices import Count, Office, OfficeKind
from transforms.text.characters import ARTICLE, MERGED_ARTICLE, SWALLOWING

LONGEST_TAIL = 14
#: Tags of words that are no modifier; tags at which an office phrase ends; tags that a preposition may have.
NO_MODIFIER = frozenset("GUAXYZVQ")
NOTHING = frozenset("GAKLBFVQX")
LINKING = frozenset("POCE")
MATTER = frozenset((DEFINITE_COMMON, DEFINITE_UNKNOWN, FAMILY_WORD, PEOPLE_WORD, OFFICE_WORD))
COMPLEMENTS = frozenset((DEFINITE_UNKNOWN, FAMILY, FAMILY_WORD))
NAME_AHEAD = frozenset("GHA")


def read_post(view: View, head: Hit) -> Post:
    """The office phrase that begins with a head word."""
    post = Post(head.first, head.last, head.last)
    post.take_head(head)
    limit = min(len(view.tags), head.first + LONGEST_TAIL)
    while post.end < limit:
        if not _joined(view, post) or not _step(view, post):
            break
    return post


def _joined(view: View, post: Post) -> bool:
    """Whether the next word still can belong to the phrase: a stop only behind an abbreviated title."""
    gap = view.gaps[post.end - 1]
    if gap == STOP:
        last = post.hits[-1]
        return last.last == post.end and len(last.entry.words[0]) == 1
    return gap in (SPACE, JOINED, QUOTE)


def _step(view: View, post: Post) -> bool:
    """Take what stands at the end of the phrase so far; False if nothing fits. The word's tag tells what may fit."""
    word = post.end
    tag = view.tags[word]
    if tag in NOTHING:
        return False
    if tag == BODY_WORD:
        return take_body(view, post, word)
    if not view.scan.at.get(word):
        # No surface of the lexicon begins here: nothing else would find anything.
        return tag not in (FUNCTION, OFFICE_WORD) and _take_field(view, post, word)
    if tag == FUNCTION:
        return _take_modifier(view, post, word) or _take_link(view, post, word)
    if tag == OFFICE_WORD:
        return _take_modifier(view, post, word) or _take_head_again(view, post, word) or _take_link(view, post, word)
    return (
        (tag == DEFINITE_COMMON and _take_link(view, post, word))
        or take_adjective(view, post, word)
        or _take_modifier(view, post, word)
        or _take_head_again(view, post, word)
        or _take_portfolio(view, post, word)
        or take_people(view, post, word)
        or take_place(view, post, word)
        or _take_field(view, post, word)
    )


def _take_portfolio(view: View, post: Post, word: int) -> bool:
    """A ministry's field; it may look like an adjective of nationality (finance, of Mali)."""
    portfolio = view.portfolios.get(word) if post.open else None
    return portfolio is not None and not portfolio.cut.conjunction and post.settle(portfolio.last)


def _take_modifier(view: View, post: Post, word: int) -> bool:
    hit = view.hit(word, Category.MODIFIER) if view.tags[word] not in NO_MODIFIER else None
    if hit is None or not isinstance(hit.entry.payload, Office):
        return False
    kind = hit.entry.payload.kind
    if hit.cut.conjunction or (kind is not OfficeKind.ACTING and hit.cut.preposition):
        return False
    single = hit.last - hit.first == 1
    if kind is OfficeKind.MODIFIER and single and not has_article(hit) and has_article(post.hits[-1]):
        return False
    post.former = post.former or kind is OfficeKind.FORMER
    post.acting = post.acting or kind is OfficeKind.ACTING
    return post.settle(hit.last)


def _take_head_again(view: View, post: Post, word: int) -> bool:
    """A further office or title: stacked upon the first, or the office that the first one serves."""
    hit = head_at(view, word)
    if hit is None or hit.cut.conjunction or view.tags[word] in NAME_AHEAD or post.kind is OfficeKind.GROUP:
        return False
    if hit.cut.preposition and (post.open or hit.cut.preposition != SWALLOWING):
        return False
    if not hit.cut.preposition and _is_another(view, post, hit):
        return False
    post.take_head(hit)
    return True


def _is_another(view: View, post: Post, hit: Hit) -> bool:
    """Whether a further head speaks of somebody else: of a delegation, of another number, or of the same office again
    behind the bare one with the article (the minister, the minister of X), and so an envoy.
    """
    office, last = hit.entry.payload, post.hits[-1]
    if not isinstance(office, Office) or not isinstance(last.entry.payload, Office) or post.open:
        return False
    if office.kind is OfficeKind.GROUP:
        return True
    if last.entry.category is not Category.OFFICE or hit.entry.category is not Category.OFFICE:
        return False
    if office.number is not post.number:
        return True
    if has_article(hit):
        return _has_own_people(view, hit) or (office.sent and not post.sent and not post.told and has_article(last))
    if not has_article(last) or post.told:
        return False
    same = hit.entry.words[0] == last.entry.words[0].removeprefix(ARTICLE)
    return post.end == last.last and (same or office.sent)


def _has_own_people(view: View, hit: Hit) -> bool:
    """Whether a people's adjective with the article follows a head of one word (the Egyptian minister, the French
    ambassador): it tells whose office this one is.
    """
    people = view.peoples.get(hit.last) if hit.last - hit.first == 1 and view.gaps[hit.last - 1] == SPACE else None
    return people is not None and has_article(people) and not people.cut.conjunction and not people.cut.preposition


def _take_link(view: View, post: Post, word: int) -> bool:
    """A preposition with the body, place or matter behind it."""
    link = view.hit(word, Category.LINK) if view.tags[word] in LINKING else None
    following = link.last if link else word
    if link is None or link.cut.conjunction or following >= len(view.tags) or view.gaps[following - 1] != SPACE:
        return False
    several = post.kind is OfficeKind.GROUP or post.number is Count.MANY
    from_whom = isinstance(link.entry.payload, Office) and link.entry.payload.kind is OfficeKind.ORIGIN
    if from_whom and not several:
        return False
    if from_whom and _take_members(view, post, following):
        return True
    body, place = view.bodies.get(following), place_at(view, following)
    if body is not None and not body.conjunction:
        own_body(view, post, following)
        return post.settle(body.last)
    if place is not None and not place.cut.conjunction:
        if not post.sent and not several and post.country is None and _names(view, place.last):
            post.country = country_of(place)
            return post.extend(place.last, waits=False)
        return take_linked_place(post, country_of(place), place.last, from_whom=from_whom)
    if (view.tags[following] in MATTER or _has_article(view, following)) and not from_whom:
        return post.extend(following + 1, waits=False)
    return False


def _take_members(view: View, post: Post, word: int) -> bool:
    """The members whom a delegation consists of (of leaders of the party X): their body and country are its own."""
    head = head_at(view, word)
    if head is None or head.cut.conjunction or not isinstance(head.entry.payload, Office):
        return False
    if post.kind is not OfficeKind.GROUP or head.entry.payload.number is not Count.MANY:
        return False
    members = read_post(view, head)
    post.body, post.country = post.body or members.body, post.country or members.country
    post.adjective = post.adjective or members.adjective
    return post.settle(members.sure)


def _names(view: View, word: int) -> bool:
    """Whether a given name stands at a word: what stands before it is its office still."""
    return word < len(view.tags) and view.tags[word] in NAME_AHEAD and view.gaps[word - 1] == SPACE


def _take_field(view: View, post: Post, word: int) -> bool:
    """A noun of the office's field: with the article, or waiting for its complement like the head before it."""
    tag = view.tags[word]
    if tag == FOR:
        if post.number is Count.MANY and not view.page.words[word].startswith(MERGED_ARTICLE):
            return False
        return post.extend(word + 1, waits=True)
    if tag == COMMON and post.open:
        return post.extend(word + 1, waits=True)
    going_on = post.open or post.end > post.sure or not post.told
    if (tag == DEFINITE_COMMON and going_on) or (post.open and (tag in COMPLEMENTS or _completes(view, post, word))):
        return post.extend(word + 1, waits=False)
    if tag == DEFINITE_COMMON.lower() and not post.open and _has_article(view, word - 1):
        return post.extend(word + 1, waits=False)
    return False


def _has_article(view: View, word: int) -> bool:
    return view.page.words[word].startswith(ARTICLE)


def _completes(view: View, post: Post, word: int) -> bool:
    """Whether a word of no list completes the noun before it, since the name begins behind it."""
    if view.tags[word] != UNKNOWN or word < post.hits[-1].last + (not post.open) or word + 1 >= len(view.tags):
        return False
    return view.gaps[word] == SPACE and view.tags[word + 1] in NAME_AHEAD
