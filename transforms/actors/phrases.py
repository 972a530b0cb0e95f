"""Phrases: what meetings can take for a party, in the order of the text.

Persons with their offices, offices without a name, delegations, family names standing alone, bodies and countries. A
phrase inside another one is left out. An office without a name that one named person of the article holds has that
person as `holder`. A capital counts as a country where the text uses it for its government: not behind a preposition
of place.
"""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter

from transforms.actors.ledger import Ledger
from transforms.actors.naming import Found
from transforms.actors.organizations import known_body
from transforms.actors.people import People
from transforms.actors.posts import Post
from transforms.actors.records import Phrase, PhraseKind
from transforms.actors.sharing import parted
from transforms.actors.view import BREAK, DASH, ELSE, View
from transforms.lexicon.entries import Category, Hit
from transforms.lexicon.geography import City
from transforms.lexicon.offices import Count, OfficeKind
from transforms.text.characters import ARTICLE

#: Roles are few, and repeated in every article.
REMEMBERED_ROLES = 16_384
#: Tags of words behind which a capital is no government: nouns, prepositions, places, other names.
NOUNS_BEFORE = frozenset("CEPTZXNYO")


def find_phrases(
    view: View, ledger: Ledger, found: list[Found], people: People, bodies: dict[int, int], countries: dict[int, int]
) -> tuple[Phrase, ...]:
    """All phrases, without overlap."""
    phrases: list[Phrase] = []
    for each in found:
        phrases.extend(parted(view, _person(view, ledger, each, people, bodies), _lead(each.posts)))
    covered = bytearray(len(view.tags) + 1)
    for phrase in phrases:
        covered[phrase.first : phrase.last] = b"\x01" * (phrase.last - phrase.first)
    _add_alone(view, people, covered, phrases)
    for first, actor in bodies.items():
        if not covered[first]:
            span = view.bodies[first]
            phrases.append(_plain(view, PhraseKind.BODY, first, span.last, span.start, span.country, body=actor))
            covered[first : span.last] = b"\x01" * (span.last - first)
    for first, actor in countries.items():
        hit = view.countries.get(first)
        if hit is not None and not covered[first]:
            code = ledger.actors[actor].country
            phrases.append(_plain(view, PhraseKind.COUNTRY, first, hit.last, hit.start, code))
    phrases.extend(_capital(view, hit) for hit in view.scan.of(Category.CITY) if _governs(view, hit, covered))
    return _with_holders(_with_countries(sorted(phrases, key=attrgetter("first"))))


def _add_alone(view: View, people: People, covered: bytearray, phrases: list[Phrase]) -> None:
    """Family names standing alone, outside bodies, each with the first country that its person has."""
    if not people.alone:
        return
    countries = {phrase.person: phrase.country for phrase in reversed(phrases) if phrase.country}
    named: set[int] = set()
    for span in view.bodies.values():
        named.update(range(span.first, span.last))
    for first, last, actor in people.alone:
        if not covered[first] and first not in named:
            start, country = people.starts[first], countries.get(actor)
            phrases.append(_plain(view, PhraseKind.PERSON, first, last, start, country, person=actor))


def _person(view: View, ledger: Ledger, found: Found, people: People, bodies: dict[int, int]) -> Phrase:
    """The phrase of a person or office."""
    posts = found.posts if found.behind is None else (*found.posts, found.behind)
    lead = found.share.office if found.share is not None else _lead(posts)
    number = lead.number if lead else Count.ONE
    name = found.name
    person = people.by_name.get(name.first) if name else None
    country, destination, acting, counterpart = _told(posts)
    if found.share is not None:
        country = found.share.country
    return Phrase(
        first=found.first,
        last=found.last,
        start=_start(view, found),
        end=view.page.ends[found.last - 1],
        kind=PhraseKind.PERSON if name else _kind(lead),
        head=name.first if name else found.first,
        name_first=name.first if name else None,
        name_last=name.last if name else None,
        person=person,
        body=_body(view, ledger, posts, bodies),
        country=country or (people.country_of(person) if person is not None else None),
        destination=destination,
        role=_role(view, lead),
        former=bool(lead and lead.former),
        acting=acting,
        plural=number is Count.MANY and name is None,
        dual=number is Count.TWO and name is None,
        counterpart=counterpart,
        definite=name is not None or bool(lead and lead.definite),
    )


def _start(view: View, found: Found) -> int:
    """Where a phrase begins, behind what is glued to it."""
    if found.share is not None and found.share.start is not None:
        return found.share.start
    return found.posts[0].hits[0].start if found.posts else view.start_of(found.first)


def _lead(posts: tuple[Post, ...]) -> Post | None:
    """The office that a phrase speaks of: the first that is no mere title, else the first."""
    for post in posts:
        if post.ranked is not None:
            return post
    return posts[0] if posts else None


def _told(posts: tuple[Post, ...]) -> tuple[str | None, str | None, bool, bool]:
    """Country and destination of the first office that has one; whether any is acting, or a counterpart's."""
    country = destination = None
    acting = counterpart = False
    for post in posts:
        country, destination = country or post.country, destination or post.destination
        acting = acting or post.acting
        counterpart = counterpart or post.kind is OfficeKind.COUNTERPART
    return country, destination, acting, counterpart


def _body(view: View, ledger: Ledger, posts: tuple[Post, ...], bodies: dict[int, int]) -> int | None:
    """The body of the first office that has one, also one that only an adjective gives."""
    for post in posts:
        if post.body is not None:
            return bodies.get(post.body.first)
        known = view.gazetteer.bodies.get(post.adjective) if post.adjective else None
        if known is not None:
            return known_body(ledger, known)
    return None


def _kind(post: Post | None) -> PhraseKind:
    return PhraseKind.DELEGATION if post and post.kind is OfficeKind.GROUP else PhraseKind.OFFICE


def _role(view: View, post: Post | None) -> str | None:
    """The office as written, without body and country: the head words that stand together."""
    if post is None or post.ranked is None or post.kind is OfficeKind.GROUP:
        return None
    first = post.ranked
    end = first.last
    for hit in post.hits:
        if hit.first == end:
            end = hit.last
    return view.page.text.bare[first.start : view.page.ends[end - 1]]


def _plain(
    view: View,
    kind: PhraseKind,
    first: int,
    last: int,
    start: int,
    country: str | None,
    *,
    person: int | None = None,
    body: int | None = None,
) -> Phrase:
    """A phrase of nothing but a name."""
    begins, ends = (None, None) if person is None else (first, last)
    return Phrase(first, last, start, view.page.ends[last - 1], kind, first, begins, ends, person, body, country)


def _capital(view: View, hit: Hit) -> Phrase:
    payload = hit.entry.payload
    country = payload.country if isinstance(payload, City) else None
    return _plain(view, PhraseKind.COUNTRY, hit.first, hit.last, hit.start, country)


def _governs(view: View, hit: Hit, covered: bytearray) -> bool:
    """Whether a capital stands for its government: no preposition of place, town or other noun before it."""
    payload = hit.entry.payload
    if not isinstance(payload, City) or not payload.capital or payload.ambiguous or covered[hit.first]:
        return False
    if view.zones[hit.first] is None or hit.cut.preposition or hit.first == 0:
        return False
    if view.gaps[hit.last - 1] in (DASH, ELSE) and view.gaps[hit.first - 1] == BREAK:
        return False
    before = hit.first - 1
    return view.tags[before] not in NOUNS_BEFORE and view.hit(before, Category.LINK) is None


def _with_countries(phrases: list[Phrase]) -> list[Phrase]:
    """Give a person who is named without an office the country that another phrase of the article gives."""
    countries = {
        phrase.person: phrase.country for phrase in reversed(phrases) if phrase.country and phrase.person is not None
    }
    for index, phrase in enumerate(phrases):
        if phrase.person in countries and phrase.country is None and phrase.body is None:
            phrases[index] = phrase._replace(country=countries[phrase.person])
    return phrases


def _with_holders(phrases: list[Phrase]) -> tuple[Phrase, ...]:
    """Name the holder of each office that stands without a name, where one person of the article holds just that
    office.
    """
    holders: dict[tuple[str, int | None, str | None], set[int]] = {}
    for phrase in phrases:
        if phrase.person is not None and phrase.role and not phrase.former:
            holders.setdefault((_bare(phrase.role), phrase.body, phrase.country), set()).add(phrase.person)
    return tuple([_with_holder(phrase, holders) for phrase in phrases] if holders else phrases)


def _with_holder(phrase: Phrase, holders: dict[tuple[str, int | None, str | None], set[int]]) -> Phrase:
    if not phrase.role or phrase.person is not None or phrase.plural or phrase.dual or not phrase.definite:
        return phrase
    people = holders.get((_bare(phrase.role), phrase.body, phrase.country), set())
    return phrase._replace(holder=next(iter(people))) if len(people) == 1 else phrase


@lru_cache(maxsize=REMEMBERED_ROLES)
def _bare(role: str) -> str:
    """A role without article, so that the same office compares equal."""
    return " ".join(word.removeprefix(ARTICLE) for word in role.split())
