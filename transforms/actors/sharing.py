"""One office of several: the persons who are told by their countries alone behind the first (the presidents, the
Egyptian X and the French Y), and the phrases into which an office of two countries falls.
"""

from __future__ import annotations

from collections.abc import Iterator

from transforms.actors.names import read_name
from transforms.actors.naming import AT_ONCE, Found, Share, name_post
from transforms.actors.offices import read_post
from transforms.actors.posts import Other, Post, has_article, head_at
from transforms.actors.records import Phrase
from transforms.actors.view import COMMA, View
from transforms.base.codes import NameGround
from transforms.lexicon.nationalities import Nationality

#: What may stand between a people's adjective and the name.
BEHIND_PEOPLE = AT_ONCE | {COMMA}


def read_fellow(view: View, position: int, group: list[Found]) -> Found | None:
    """Whoever holds the office of the first person of a group for another country: a conjunction, a people's adjective
    with the article, a name with or without a title.
    """
    office = next((post for each in group for post in each.posts if post.ranked and post.country), None)
    people = view.peoples.get(position)
    if office is None or people is None or not people.cut.conjunction or people.cut.preposition:
        return None
    nation, following = people.entry.payload, people.last
    if not has_article(people) or not isinstance(nation, Nationality) or following >= len(view.tags):
        return None
    if view.gaps[following - 1] not in BEHIND_PEOPLE:
        return None
    share = Share(office, nation.country, people.start)
    head = head_at(view, following)
    if head is not None:
        named = name_post(view, read_post(view, head))
        return named._replace(first=position, share=share) if named is not None else None
    name = read_name(view, following, NameGround.OFFICE)
    if name is None or (len(name.units) == 1 and following not in view.persons):
        return None
    return Found(position, name.last, name, share=share)


def with_shares(found: list[Found]) -> list[Found]:
    """The same, where names behind an office of several countries have each their own (the ministers of X and Y, A and
    B).
    """
    shared = list(found)
    for at, each in enumerate(found):
        office = next((post for post in each.posts if post.others), None)
        if office is None or each.name is None:
            continue
        for follower, other in enumerate(office.others, at + 1):
            if follower == len(found) or not _follows(found[follower - 1], found[follower]):
                break
            share = Share(office, other.country, None)
            shared[follower] = found[follower]._replace(share=share)
    return shared


def _follows(before: Found, each: Found) -> bool:
    return each.first == before.last and each.name is not None and not each.posts


def parted(view: View, phrase: Phrase, post: Post | None) -> Iterator[Phrase]:
    """An office without a name as one phrase for each country that it names."""
    if phrase.person is not None or post is None or not post.others:
        yield phrase
        return
    first = post.others[0].first
    one = phrase._replace(dual=False, plural=False)
    yield one._replace(last=first, end=view.page.ends[first - 1])
    for other in post.others:
        yield _of(view, one, other)


def _of(view: View, phrase: Phrase, other: Other) -> Phrase:
    end = view.page.ends[other.last - 1]
    return phrase._replace(
        first=other.first, last=other.last, start=other.start, end=end, head=other.first, country=other.country
    )
