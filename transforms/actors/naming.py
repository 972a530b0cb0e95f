"""The name behind an office: at once, in quotes, behind a comma, or behind a further office that has it.

What is there must be enough for the office: one word of no list only behind an office that tells its country or body,
or behind a form of address.
"""

from __future__ import annotations

from typing import NamedTuple

from transforms.actors.endings import CLOSING, closes, ends_clause, is_joined
from transforms.actors.names import BEGINNING, SURE, lengthen, read_name
from transforms.actors.offices import read_post
from transforms.actors.posts import Post, has_article, head_at
from transforms.actors.units import Name
from transforms.actors.view import BRACKET, COMMA, DASH, JOINED, QUOTE, SPACE, STOP, View
from transforms.base.codes import NameGround
from transforms.lexicon.entries import Category
from transforms.lexicon.names import COMMON, EITHER, FUNCTION, UNKNOWN
from transforms.lexicon.offices import Count, Office, OfficeKind
from transforms.text.characters import ACCUSATIVE, ARTICLE, FEMININE, MERGED_ARTICLE, PREPOSITIONS

AT_ONCE = frozenset((SPACE, QUOTE, JOINED, BRACKET, DASH))


class Share(NamedTuple):
    """The office of somebody told before that a person holds for another country. `start` is where the phrase begins
    if a people's adjective opens it.
    """

    office: Post
    country: str | None
    start: int | None


class Found(NamedTuple):
    """A name, an office, or both, at words `[first, last)`. `posts` stand before the name, `behind` in apposition to
    it; `share` is an office told before that is this person's too.
    """

    first: int
    last: int
    name: Name | None
    posts: tuple[Post, ...] = ()
    behind: Post | None = None
    share: Share | None = None


def name_post(view: View, post: Post) -> Found | None:
    """The office with the name behind it, or with a further office behind a comma that has one."""
    if post.kind is OfficeKind.GROUP or _names_a_thing(view, post):
        return None
    for position in (post.end, post.sure) if post.end != post.sure else (post.end,):
        if position >= len(view.tags):
            continue
        gap = view.gaps[position - 1]
        if view.tags[position].islower():
            continue
        if gap in AT_ONCE or (gap == STOP and position == post.hits[-1].last):
            name = read_name(view, position, NameGround.OFFICE) or _usual_first(view, post, position)
            if name is None or _is_called_after(view, post, name):
                continue
            name = name if post.first_name else lengthen(view, name, addressed=_is_address(post))
            if _plausible(view, post, name):
                return Found(post.first, name.last, name, (post,))
        elif gap == COMMA:
            name = read_name(view, position, NameGround.COMMA)
            if name is not None:
                return Found(post.first, name.last, name, (post,))
            return _stacked(view, post, position)
    return None


def _names_a_thing(view: View, post: Post) -> bool:
    """Whether the title before the name belongs to something called after somebody (director of the airport King X)."""
    last = post.hits[-1]
    if len(post.hits) == 1 or last.first == post.hits[-2].last:
        return False
    thing = view.hit(last.first - 1, Category.NAMED_AFTER)
    return thing is not None and not has_article(thing) and post.body is None


def _is_called_after(view: View, post: Post, name: Name) -> bool:
    """Whether the noun right before the name is a thing called after somebody (director of the hospital X)."""
    before = name.first - 1
    if before < post.hits[-1].last:
        return False
    thing, text = view.hit(before, Category.NAMED_AFTER), view.page.words[before]
    if thing is None or has_article(thing) or view.bodies.get(before) is not None:
        return False
    # "His office" is spelt like "library".
    return not (text[-1] == FEMININE and view.book.is_noun(text[:-1]))


def _plausible(view: View, post: Post, name: Name) -> bool:
    """A single word of no list needs an office that asks for a name."""
    if len(name.units) == 1 and (post.number is Count.MANY or _completes(view, post, name)):
        return False
    if name.shape == "D":
        return (
            post.hits[-1].last == name.first and post.asks_for_name and post.hits[-1].entry.category is Category.TITLE
        )
    if not (SURE | BEGINNING).intersection(name.shape) and not _may_be_foreign(view, post, name):
        return False
    if name.shape == EITHER and _is_other(view, name.first):
        return False
    if name.shape == EITHER and view.book.is_usual(view.page.words[name.first]):
        if view.book.usual.tag(view.page.words[name.first]) == FUNCTION:
            return False
        titled = post.hits[-1].entry.category is Category.TITLE and view.offices.get(name.first) is None
        return titled and closes(view, name.first)
    if name.shape == UNKNOWN:
        return post.definite and post.asks_for_name and _may_stand_alone(view, name)
    return True


def _usual_first(view: View, post: Post, word: int) -> Name | None:
    """A usual word and one of no list that ends its clause, behind a title or the office of a country: a first name
    that means something, and a foreign family name.
    """
    family = word + 1
    title = post.hits[-1].entry.category is Category.TITLE and post.sure == post.hits[-1].last
    if family >= len(view.tags) or post.first_name or not (title or (post.country is not None and not post.weak)):
        return None
    first, last = view.tags[word], view.tags[family]
    if first != COMMON or last != UNKNOWN or view.gaps[word] != SPACE or view.page.words[family][0] in PREPOSITIONS:
        return None
    usual = view.page.words[word][-1] in (FEMININE, ACCUSATIVE) or post.number is not Count.ONE
    closed = view.at_clause_end(family) or family + 1 in view.offices or view.tags[family + 1] == FUNCTION
    if not closed or usual:
        return None
    return Name(word, family + 1, EITHER + UNKNOWN, (word, family), NameGround.OFFICE)


def _may_be_foreign(view: View, post: Post, name: Name) -> bool:
    """Whether words of no list are the name of whoever holds one office: behind what surely belongs to it, or behind
    one word with the article that completes it, where the name ends its clause.
    """
    if post.number is Count.MANY:
        return False
    if post.sure == name.first:
        return True
    single = post.hits[-1].last + 1 == name.first and view.page.words[name.first - 1].startswith(
        (ARTICLE, MERGED_ARTICLE)
    )
    return single and len(name.units) > 1 and (ends_clause(view, name.last - 1) or is_joined(view, name.last))


def _is_address(post: Post) -> bool:
    """Whether a form of address stands right before the name."""
    last = post.hits[-1]
    return last.entry.category is Category.TITLE and isinstance(last.entry.payload, Office)


def _completes(view: View, post: Post, name: Name) -> bool:
    """Whether a word with the article completes an office that waits for a noun (minister of fisheries)."""
    return post.open and view.page.words[name.first].startswith(ARTICLE)


def _is_other(view: View, word: int) -> bool:
    """Whether a word is a preposition or begins a wish."""
    return view.hit(word, Category.LINK) is not None or view.hit(word, Category.FORMULA) is not None


def _may_stand_alone(view: View, name: Name) -> bool:
    """Whether a word of no list may be a family name alone: a known one, or one that no preposition could open and
    behind which the clause ends, a particle or verb follows, or which the page has again.
    """
    word = view.page.words[name.first]
    if word in view.gazetteer.bearers:
        return True
    if word[0] in PREPOSITIONS:
        return False
    closed = name.last == len(view.tags) or view.at_clause_end(name.last - 1) or view.tags[name.last] in CLOSING
    return closed or view.page.words.count(word) > 1


def _stacked(view: View, post: Post, position: int) -> Found | None:
    hit = head_at(view, position)
    if hit is None or hit.cut.conjunction or hit.cut.preposition:
        return None
    inner = name_post(view, read_post(view, hit))
    if inner is None or inner.name is None:
        return None
    return inner._replace(first=post.first, posts=(post, *inner.posts))
