"""Who is named where: offices with the names that belong to them, lists of names, and names that stand alone.

The page is walked once, from one possible beginning to the next: an office or title, a given name, a verb of saying, a known person.
Behind an office the name follows at once, in quotes, or behind a comma; behind a name its wishes, and an office in apposition that
has no name of its own. Names in a list need no office. What carries somebody's name (a hospital, a stadium) is passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from transforms.actors.names import BEGINNING, SURE, Cue, Name, read_name
from transforms.actors.offices import Post, has_article, head_at, read_post
from transforms.actors.view import BLANK, BRACKET, COMMA, DASH, JOINED, QUOTE, SPACE, STOP, View
from transforms.lexicon.body_words import NamedAfter
from transforms.lexicon.entries import Category
from transforms.lexicon.names import EITHER, SAYING
from transforms.lexicon.offices import Count, OfficeKind
from transforms.text.characters import PREPOSITIONS

#: Tags at which a name may begin without an office; a verb of saying may have one behind it.
BEGINNINGS = re.compile("[GAHKgahkQ]")
STARTING = (Category.OFFICE, Category.TITLE, Category.PERSON, Category.OPENER)
#: Tags of nouns that may be called after somebody.
NAMEABLE = frozenset("CETOHU")
#: Things called after a person that speak of the person all the same: a regime, a family.
RULERS = "family"
#: Tags at which a name behind a verb of saying may begin; tags that end a name before it is one.
SAID = frozenset("GHAKULFSB")
NO_NAME = frozenset("PQXOZY")
NO_WISH = frozenset("OYZNGSAQX")
AT_ONCE = frozenset((SPACE, QUOTE, JOINED, BRACKET, DASH))


@dataclass(frozen=True, slots=True)
class Found:
    """A name, an office, or both, at words `[first, last)`. `posts` stand before the name, `behind` in apposition to it."""

    first: int
    last: int
    name: Name | None
    posts: tuple[Post, ...] = ()
    behind: Post | None = None


def find_people(view: View) -> list[Found]:
    """All names and offices of the article, in order, without overlap."""
    starts = {hit.first for category in STARTING for hit in view.scan.of(category)}
    starts |= {match.start() for match in BEGINNINGS.finditer("".join(view.tags))}
    found: list[Found] = []
    position = 0
    for start in sorted(starts):
        if start < position or view.zones[start] is None:
            continue
        group = _read(view, start)
        position = group[-1].last if group else position
        if not _carries_name(view, start):
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
        following = _listed(view, group[-1].last)
        if following is None:
            break
        group.append(following)
    return group


def _one(view: View, start: int) -> Found | None:
    opener = view.hit(start, Category.OPENER)
    if opener is not None:
        return _at_opener(view, opener.last)
    tag = view.tags[start]
    if head_at(view, start) is not None and not (tag in "GH" and read_name(view, start, Cue.FREE)):
        return _at_office(view, start)
    following = view.tags[start + 1] if start + 1 < len(view.tags) else BLANK
    if tag == SAYING:
        begins = following in SAID and view.gaps[start] in AT_ONCE and view.hit(start + 1, Category.OFFICE) is None
        name = read_name(view, start + 1, Cue.SAYING) if begins else None
    elif following in NO_NAME and view.hit(start, Category.PERSON) is None:
        return None
    else:
        name = read_name(view, start, Cue.FREE)
    return _complete(view, Found(name.first, name.last, name)) if name else None


def _carries_name(view: View, start: int) -> bool:
    """Whether the word before is something called after a person."""
    if start == 0 or view.gaps[start - 1] not in (SPACE, QUOTE) or view.tags[start - 1] not in NAMEABLE:
        return False
    hit = view.hit(start - 1, Category.NAMED_AFTER)
    if hit is None or has_article(hit) or not isinstance(hit.entry.payload, NamedAfter):
        return False
    return hit.entry.payload.kind != RULERS


def _at_opener(view: View, start: int) -> Found | None:
    """A name behind words that open a list of persons or lead to one."""
    if start >= len(view.tags) or view.gaps[start - 1] not in AT_ONCE or view.tags[start].islower():
        return None
    if head_at(view, start) is not None:
        return None
    name = read_name(view, start, Cue.LIST)
    return _complete(view, Found(name.first, name.last, name)) if name else None


def _at_office(view: View, start: int) -> Found | None:
    post = read_post(view, start)
    if post is None:
        return None
    named = _named(view, post)
    if named is not None:
        return _complete(view, named)
    if post.ranked is None:
        return None
    return Found(post.first, post.sure, None, (post,))


def _named(view: View, post: Post) -> Found | None:
    """The office with the name behind it, or with a further office behind a comma that has one."""
    if post.number is Count.MANY and post.kind is OfficeKind.GROUP:
        return None
    for position in dict.fromkeys((post.end, post.sure)):
        if position >= len(view.tags):
            continue
        gap = view.gaps[position - 1]
        if view.tags[position].islower():
            continue
        if gap in AT_ONCE or (gap == STOP and position == post.hits[-1].last):
            name = read_name(view, position, Cue.OFFICE)
            if name is not None and _plausible(view, post, name):
                return Found(post.first, name.last, name, (post,))
        elif gap == COMMA:
            name = read_name(view, position, Cue.COMMA)
            if name is not None:
                return Found(post.first, name.last, name, (post,))
            return _stacked(view, post, position)
    return None


def _plausible(view: View, post: Post, name: Name) -> bool:
    """A single word of no list needs an office that asks for a name."""
    if post.number is Count.MANY and len(name.units) == 1:
        return False
    if name.shape == "D":
        return (
            post.hits[-1].last == name.first and post.asks_for_name and post.hits[-1].entry.category is Category.TITLE
        )
    if not (SURE | BEGINNING).intersection(name.shape) and (post.number is Count.MANY or post.sure < name.first):
        return False
    if name.shape == EITHER and _is_other(view, name.first):
        return False
    if name.shape == EITHER and view.book.is_usual(view.page.words[name.first]):
        return post.hits[-1].entry.category is Category.TITLE and view.hit(name.first, Category.OFFICE) is None
    if name.shape == "U":
        return post.definite and post.asks_for_name and _looks_named(view, name)
    return True


def _is_other(view: View, word: int) -> bool:
    """Whether a word is a preposition or begins a wish."""
    return view.hit(word, Category.LINK) is not None or view.hit(word, Category.FORMULA) is not None


def _looks_named(view: View, name: Name) -> bool:
    """Whether a word of no list may be a family name alone: a known one, or one that no preposition could open."""
    word = view.page.words[name.first]
    return word in view.gazetteer.bearers or word[0] not in PREPOSITIONS


def _stacked(view: View, post: Post, position: int) -> Found | None:
    hit = head_at(view, position)
    if hit is None or hit.cut.conjunction or hit.cut.preposition:
        return None
    further = read_post(view, position)
    inner = _named(view, further) if further is not None else None
    if inner is None or inner.name is None:
        return None
    return replace(inner, first=post.first, posts=(post, *inner.posts))


def _complete(view: View, found: Found) -> Found:
    """Take in the wishes behind a name and the office in apposition."""
    last = found.last
    while last < len(view.tags) and view.gaps[last - 1] in (SPACE, COMMA, DASH, BRACKET):
        wish = view.hit(last, Category.FORMULA) if view.tags[last] not in NO_WISH else None
        if wish is None:
            break
        last = wish.last
    found = replace(found, last=last)
    if last >= len(view.tags) or view.gaps[last - 1] not in (SPACE, COMMA, QUOTE, BRACKET):
        return found
    hit = view.hit(last, Category.OFFICE)
    if hit is None or hit.cut.conjunction or hit.cut.preposition:
        return found
    if view.gaps[last - 1] == SPACE and any(post.ranked for post in found.posts):
        return found
    post = read_post(view, last)
    if post is None or post.number is not Count.ONE or _named(view, post) is not None:
        return found
    return replace(found, last=post.sure, behind=post)


def _listed(view: View, position: int) -> Found | None:
    """A name that a conjunction joins to the one before."""
    if position >= len(view.tags) or view.gaps[position - 1] not in (SPACE, COMMA, QUOTE, BRACKET):
        return None
    if not view.tags[position].islower() or not view.book.read(view.page.words[position]).conjunction:
        return None
    if head_at(view, position) is not None:
        return None
    name = read_name(view, position, Cue.LIST)
    return _complete(view, Found(name.first, name.last, name)) if name else None
