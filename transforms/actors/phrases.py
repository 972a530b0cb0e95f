"""Phrases: what meetings can take for a party, in the order of the text.

Persons with their offices, offices without a name, delegations, bodies and countries. A phrase inside another one is left out. An
office without a name that one named person of the article holds has that person as `holder`.
"""

from __future__ import annotations

from transforms.actors.finding import Found
from transforms.actors.offices import Post, has_article
from transforms.actors.records import Phrase, PhraseKind
from transforms.actors.view import View
from transforms.lexicon.offices import Count, OfficeKind


def person_phrase(view: View, found: Found, person: int | None) -> Phrase:
    """The phrase of a person or office."""
    posts = [*found.posts, *([found.behind] if found.behind else [])]
    first, last = found.first, found.last
    lead = next((post for post in posts if post.ranked), posts[0] if posts else None)
    kind = PhraseKind.PERSON if found.name else _kind(lead)
    counts = lead.number if lead else Count.ONE
    name = found.name
    return Phrase(
        first=first,
        last=last,
        start=_start(view, found),
        end=view.page.ends[last - 1],
        kind=kind,
        head=name.first if name else first,
        name_first=name.first if name else None,
        name_last=name.last if name else None,
        person=person,
        body=None,
        country=next((post.country for post in posts if post.country), None),
        destination=next((post.destination for post in posts if post.destination), None),
        role=_role(view, lead),
        former=bool(lead and lead.former),
        acting=any(post.acting for post in posts),
        plural=counts is Count.MANY and name is None,
        dual=counts is Count.TWO and name is None,
        counterpart=any(post.kind is OfficeKind.COUNTERPART for post in posts),
        definite=name is not None or bool(lead and lead.definite),
    )


def _start(view: View, found: Found) -> int:
    if found.posts:
        return found.posts[0].hits[0].start
    return view.start_of(found.first)


def _kind(post: Post | None) -> PhraseKind:
    return PhraseKind.DELEGATION if post and post.kind is OfficeKind.GROUP else PhraseKind.OFFICE


def _role(view: View, post: Post | None) -> str | None:
    """The office as written, without body and country: the head words that stand together."""
    if post is None or post.ranked is None:
        return None
    ranked = [hit for hit in post.hits if hit.first >= post.ranked.first]
    end = ranked[0].last
    for hit in ranked[1:]:
        if hit.first != end:
            break
        end = hit.last
    start = ranked[0].start
    return view.page.text.bare[start : view.page.ends[end - 1]]


__all__ = ["has_article", "person_phrase"]
