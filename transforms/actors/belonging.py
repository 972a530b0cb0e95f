"""Whose an office is: the body, people or place that follows its head.

A country as complement is the office's own; the country to which somebody is sent is the destination, never the
office's. An office that several hold may have several countries.
"""

from __future__ import annotations

from transforms.actors.posts import Post, country_of, has_article, place_at
from transforms.actors.view import View
from transforms.lexicon.body_words import BodyAdjective, When
from transforms.lexicon.entries import Hit
from transforms.lexicon.geography import Country, Region
from transforms.lexicon.names import GIVEN, SERVANT, SON
from transforms.lexicon.nationalities import Nationality
from transforms.lexicon.offices import Count, OfficeKind
from transforms.text.characters import SWALLOWING


def take_body(view: View, post: Post, word: int) -> bool:
    body = view.bodies.get(word)
    if body is None or body.conjunction:
        return False
    if post.body is None or post.open:
        post.body = body
        post.country = body.country or post.country
    return post.settle(body.last)


def take_adjective(view: View, post: Post, word: int) -> bool:
    """An adjective that stands for a body: beside an office that it sends."""
    hit = view.adjectives.get(word)
    if hit is None or hit.cut.preposition or hit.cut.conjunction or not isinstance(hit.entry.payload, BodyAdjective):
        return False
    adjective = hit.entry.payload
    if adjective.body and not post.told and (adjective.when is When.ALWAYS or post.sent):
        post.adjective = adjective.body
    return post.settle(hit.last)


def take_people(view: View, post: Post, word: int) -> bool:
    """A nationality: the office's, but weakly so behind a noun of the field, which it may modify instead."""
    hit = view.peoples.get(word) if view.tags[word] not in (GIVEN, SERVANT) else None
    if hit is None or hit.cut.preposition or not isinstance(hit.entry.payload, Nationality):
        return False
    if view.tags[hit.last : hit.last + 1] == [SON]:
        return False
    if hit.cut.conjunction:
        if post.country is None:
            return False
        if post.number is not Count.ONE and has_article(hit):
            return post.share(hit, hit.entry.payload.country)
    if has_article(post.hits[-1]) and post.sure == post.hits[-1].last and not has_article(hit):
        return False
    if post.country is None and not hit.cut.conjunction:
        post.country = hit.entry.payload.country
        post.weak = post.end > post.sure
    return post.settle(hit.last)


def take_place(view: View, post: Post, word: int) -> bool:
    """A country as complement is the office's own, a province's country its governor's; behind a preposition it is
    where somebody is sent.
    """
    hit = place_at(view, word)
    if hit is None:
        return False
    if hit.cut.conjunction:
        return _take_further_place(post, hit)
    own = isinstance(hit.entry.payload, Country) and hit.cut.preposition in ("", SWALLOWING)
    within = post.kind is OfficeKind.GROUP or (isinstance(hit.entry.payload, Region) and not post.sent)
    own = own or (within and not hit.cut.preposition)
    if own and post.country is None:
        post.country = country_of(hit)
    elif post.sent and post.destination is None:
        post.destination = country_of(hit)
    elif hit.cut.preposition:
        return False
    return post.settle(hit.last)


def _take_further_place(post: Post, hit: Hit) -> bool:
    """A country behind a conjunction: another one of an office that several hold, or where an envoy is sent too."""
    if not isinstance(hit.entry.payload, Country) or hit.cut.preposition:
        return False
    if post.number is not Count.ONE:
        return post.country is not None and post.share(hit, country_of(hit))
    return post.destination is not None and post.extend(hit.last, waits=False)


def take_linked_place(post: Post, country: str | None, last: int, *, from_whom: bool) -> bool:
    """A place behind a preposition: where an envoy is sent, where a delegation comes from."""
    if from_whom:
        post.country = post.country or country
    elif not post.sent:
        return False
    else:
        post.destination = post.destination or country
    return post.settle(last)


def own_body(view: View, post: Post, word: int) -> None:
    """Make a body behind a preposition the office's own if it has none; it overrules a weak country."""
    body = view.bodies[word]
    if post.body is None and (post.country is None or post.weak):
        post.body, post.country, post.weak = body, body.country or post.country, False
