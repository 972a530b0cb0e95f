"""Who is named where: offices with the names that belong to them, lists of names, and names that stand alone.

The page is walked once, from one possible beginning to the next: an office or title, a given name, a verb of saying,
a known person. Behind an office the name follows at once, in quotes, or behind a comma; behind a name its wishes, and
an office in apposition that has no name of its own. Names in a list need no office. What carries somebody's name (a
hospital, a stadium) is passed over.
"""

from __future__ import annotations

import re

from transforms.actors.names import read_name
from transforms.actors.naming import AT_ONCE, Found, name_post
from transforms.actors.offices import read_post
from transforms.actors.posts import Post, has_article, head_at
from transforms.actors.sharing import read_fellow
from transforms.actors.view import (
    BLANK,
    BODY_WORD,
    BRACKET,
    BREAK,
    COMMA,
    DASH,
    ELSE,
    OFFICE_WORD,
    PLACE_WORD,
    QUOTE,
    SPACE,
    View,
)
from transforms.base.codes import NameGround
from transforms.lexicon.body_words import NamedAfter
from transforms.lexicon.entries import Category, Hit
from transforms.lexicon.names import GIVEN, SAYING
from transforms.lexicon.offices import Count, OfficeKind

#: Tags at which a name may begin without an office, before tags that do not end it; a verb of saying may have a name
#: behind it.
BEGINNINGS = re.compile("[GAHgah](?=[^PQXZY])|Q(?=[GHAKULFSB])|U(?=B[GAHSUDK])")
#: Tags of nouns that may be called after somebody.
NAMEABLE = frozenset("CETOHU")
#: Gaps between words that open a list and the first name.
BEHIND_OPENER = AT_ONCE | {ELSE}
#: Things called after a person that speak of the person all the same: a regime, a family.
RULERS = "family"
#: Tags of words that an adjective may modify.
MODIFIED = frozenset("EYJN")
#: Tags at which a name behind a verb of saying may begin; tags that end a name before it is one.
SAID = frozenset("GHAKULFSB")
NO_NAME = frozenset("PQXZY")
#: Words of a line of names, parted by slashes, and tags of words that it does not hold.
LONGEST_BYLINE = 12
SLASH = "/"
NO_BYLINE = frozenset("PVQO")
NO_WISH = frozenset("OYZNGSAQX")


def find_people(view: View) -> list[Found]:
    """All names and offices of the article, in order, without overlap."""
    starts = {match.start() for match in BEGINNINGS.finditer("".join(view.tags))}
    starts.update(view.offices, view.titles, view.persons, view.openers)
    found: list[Found] = []
    position = 0
    for start in sorted(starts):
        if start < position or view.zones[start] is None:
            continue
        group = _read(view, start)
        if not group:
            continue
        position = group[-1].last
        carried = _carries_name(view, start) and not any(post.told for post in group[0].posts)
        if not carried and not _is_byline(view, group[0]):
            found.extend(group)
        else:
            view.carried.update(word for each in group for word in range(each.first, each.last))
    return found


def _read(view: View, start: int) -> list[Found]:
    """What stands at one beginning: a person or office, and the names listed behind."""
    one = _one(view, start)
    if one is None:
        return []
    group = [one]
    while group[-1].name is not None:
        following = _listed(view, group[-1].last) or read_fellow(view, group[-1].last, group)
        if following is None:
            break
        group.append(following)
    return group


def _one(view: View, start: int) -> Found | None:
    opener = view.openers.get(start)
    if opener is not None:
        return _at_opener(view, opener.last)
    tag, head = view.tags[start], head_at(view, start)
    if head is not None and not (tag in "GH" and _is_name_itself(view, start)):
        return _at_office(view, head)
    following = view.tags[start + 1] if start + 1 < len(view.tags) else BLANK
    if tag == SAYING:
        begins = following in SAID and view.gaps[start] in AT_ONCE and start + 1 not in view.offices
        name = read_name(view, start + 1, NameGround.SAYING) if begins else None
    elif following in NO_NAME and start not in view.persons:
        return None
    else:
        name = read_name(view, start, NameGround.SHAPE)
    return _complete(view, Found(name.first, name.last, name)) if name else None


def _is_name_itself(view: View, start: int) -> bool:
    """Whether a word that is a title too begins a name: no given name stands behind it, which it would address."""
    addresses = start in view.titles and view.tags[start + 1 : start + 2] == [GIVEN]
    return not addresses and read_name(view, start, NameGround.SHAPE) is not None


def _carries_name(view: View, start: int) -> bool:
    """Whether the word before is something called after a person."""
    if start == 0 or view.tags[start - 1] not in NAMEABLE or view.gaps[start - 1] not in (SPACE, QUOTE):
        return False
    hit = view.hit(start - 1, Category.NAMED_AFTER)
    if hit is None or has_article(hit) or not isinstance(hit.entry.payload, NamedAfter):
        return False
    if start > 1 and _is_way(view, start):
        return False
    return hit.entry.payload.kind != RULERS


def _is_way(view: View, start: int) -> bool:
    """Whether the road before a name is a way of speaking (by way of X)."""
    way = view.hit(start - 2, Category.NAMED_AFTER)
    if way is None or way.last != start or not isinstance(way.entry.payload, NamedAfter):
        return False
    return way.entry.payload.kind == RULERS


def _is_byline(view: View, found: Found) -> bool:
    """Whether a name opens a line and a dash parts it from what follows, or slashes part it from the other names of a
    line: whoever wrote the article.
    """
    if found.posts or found.behind:
        return False
    last = found.last
    if _is_slashed(view, found.first - 1) or _is_slashed(view, last - 1):
        return _holds_names_alone(view, found)
    if found.first > 0 and view.gaps[found.first - 1] != BREAK:
        return False
    return last < len(view.tags) and view.gaps[last - 1] == DASH and view.tags[last] != OFFICE_WORD


def _is_slashed(view: View, word: int) -> bool:
    return word >= 0 and view.gaps[word] == ELSE and view.page.gap(word).strip() == SLASH


def _holds_names_alone(view: View, found: Found) -> bool:
    """Whether the line of a name has no particle, verb or office, and a name, body, place or slash at its head."""
    first, last = found.first, found.last
    while first > 0 and view.gaps[first - 1] != BREAK:
        first -= 1
    while last < len(view.tags) and view.gaps[last - 1] != BREAK:
        last += 1
    opens = first == found.first or view.tags[first] in (BODY_WORD, PLACE_WORD) or _is_slashed(view, first)
    return opens and last - first <= LONGEST_BYLINE and NO_BYLINE.isdisjoint(view.tags[first:last])


def _at_opener(view: View, start: int) -> Found | None:
    """A name behind words that open a list of persons or lead to one."""
    if start >= len(view.tags) or view.gaps[start - 1] not in BEHIND_OPENER or view.tags[start].islower():
        return None
    name = read_name(view, start, NameGround.LIST)
    if head_at(view, start) is not None and (view.tags[start] not in "GH" or name is None or len(name.units) == 1):
        return None
    return _complete(view, Found(name.first, name.last, name)) if name else None


def _at_office(view: View, head: Hit) -> Found | None:
    post = read_post(view, head)
    named = name_post(view, post)
    if named is not None:
        return _complete(view, named)
    if post.ranked is None or _is_adjective(view, post):
        return None
    return Found(post.first, post.sure, None, (post,))


def _is_adjective(view: View, post: Post) -> bool:
    """Whether an office word without a name is an adjective or another noun: by itself, or behind a definite noun."""
    if post.adjectival:
        return not post.told or _modifies(view, post)
    return _modifies(view, post) and has_article(post.hits[0]) and not post.told


def _modifies(view: View, post: Post) -> bool:
    before = post.first - 1
    return before >= 0 and view.gaps[before] == SPACE and view.tags[before] in MODIFIED and not _is_glued(post)


def _is_glued(post: Post) -> bool:
    return bool(post.hits[0].cut.conjunction or post.hits[0].cut.preposition)


def _complete(view: View, found: Found) -> Found:
    """Take in the wishes behind a name and the office in apposition."""
    last = found.last
    while last < len(view.tags) and view.gaps[last - 1] in (SPACE, COMMA, DASH, BRACKET):
        wish = view.hit(last, Category.FORMULA) if view.tags[last] not in NO_WISH else None
        if wish is None:
            break
        last = wish.last
    if last > found.last:
        found = found._replace(last=last)
    if last >= len(view.tags) or view.gaps[last - 1] not in (SPACE, COMMA, QUOTE, BRACKET):
        return found
    hit = view.offices.get(last)
    if hit is None or hit.cut.conjunction or hit.cut.preposition:
        return found
    head = head_at(view, last)
    if head is None:
        return found
    post = read_post(view, head)
    if post.number is not Count.ONE or post.kind is not OfficeKind.OFFICE:
        return found
    if view.gaps[last - 1] == SPACE and not _may_follow(view, found, post):
        return found
    if name_post(view, post) is not None:
        return found
    return found._replace(last=post.sure, behind=post)


def _may_follow(view: View, found: Found, post: Post) -> bool:
    """Whether an office with nothing between is the name's own, not the next party of the sentence: none stands before
    the name, no verb of meeting has it for its subject, and it is no bare noun with the article.
    """
    if any(each.ranked for each in found.posts):
        return False
    before = found.first - 1
    if before >= 0 and view.hit(before, Category.TRIGGER) is not None:
        return False
    head = post.hits[0]
    return head.last - head.first > 1 or not has_article(head)


def _listed(view: View, position: int) -> Found | None:
    """A name that a conjunction joins to the one before."""
    if position >= len(view.tags) or view.gaps[position - 1] not in (SPACE, COMMA, QUOTE, BRACKET):
        return None
    if not view.tags[position].islower() or not view.book.read(view.page.words[position]).conjunction:
        return None
    if head_at(view, position) is not None:
        return None
    name = read_name(view, position, NameGround.LIST)
    return _complete(view, Found(name.first, name.last, name)) if name else None
