"""Phrases that no reading of offices and names gave: mentions that stand alone, nationalities behind "the side"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from transforms.actors.records import Cast, Phrase, PhraseKind
from transforms.base.codes import EntityType, MentionForm
from transforms.base.records import Mention
from transforms.lexicon.entries import Hit
from transforms.text.characters import ARTICLE
from transforms.text.page import Page

MENTION_KINDS = {
    EntityType.PERSON: PhraseKind.PERSON,
    EntityType.ORGANIZATION: PhraseKind.BODY,
    EntityType.COUNTRY: PhraseKind.COUNTRY,
}


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


def national(hit: Hit, country: str) -> Phrase:
    return bare_phrase(hit.first, hit.last, hit.start, hit.end, PhraseKind.DELEGATION)._replace(country=country)


def bare_phrase(first: int, last: int, start: int, end: int, kind: PhraseKind) -> Phrase:
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


def adjectives(page: Page, cast: Cast) -> dict[int, Phrase]:
    """Bodies mentioned by an adjective only, by word."""
    found: dict[int, Phrase] = {}
    for mention in cast.mentions:
        if mention.form is MentionForm.ADJECTIVE and mention.entity_type is EntityType.ORGANIZATION:
            first = bisect_right(page.starts, mention.start) - 1
            found[first] = _phrase_of(page, cast, mention, PhraseKind.BODY, first)
    return found


def _phrase_of(page: Page, cast: Cast, mention: Mention, kind: PhraseKind, first: int) -> Phrase:
    last = max(bisect_left(page.starts, mention.end), first + 1)
    bare = bare_phrase(first, last, mention.start, mention.end, kind)
    country = cast.actors[mention.actor].country
    if kind is PhraseKind.PERSON:
        return bare._replace(person=mention.actor, name_first=first, name_last=last, country=country)
    return bare._replace(body=mention.actor if kind is PhraseKind.BODY else None, country=country)


def bare_word(word: str) -> str:
    """A word without the article."""
    return word[len(ARTICLE) :] if word.startswith(ARTICLE) and len(word) > len(ARTICLE) + 1 else word
