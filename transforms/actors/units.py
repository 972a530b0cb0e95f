"""The longest row of units that a name can be.

A unit is a given name, a family name, a word of no list, or what needs a complement: a servant name (two words),
kunya, descent, house, child, particle. Units stand beside each other with nothing but spaces or hyphens between; a
usual word ends the row where `transforms.actors.endings` lets it.
"""

from __future__ import annotations

from typing import NamedTuple

from transforms.actors.endings import is_complete, is_word, may_close
from transforms.actors.view import BLANK, BRACKET, JOINED, PEOPLE_WORD, SPACE, View
from transforms.base.codes import NameGround
from transforms.lexicon.entries import Category
from transforms.lexicon.names import (
    CHILD,
    COMMON,
    DEFINITE_COMMON,
    DEFINITE_UNKNOWN,
    EITHER,
    FAMILY,
    FAMILY_WORD,
    FUNCTION,
    GIVEN,
    HOUSE,
    KUNYA,
    PARTICLE,
    SERVANT,
    SON,
    UNKNOWN,
    VERB,
)
from transforms.text.characters import CONJUNCTIONS, NISBA

LONGEST_NAME = 9
LONGEST_UNITS = 6
PLAIN = frozenset((GIVEN, EITHER, FAMILY, FAMILY_WORD, UNKNOWN, DEFINITE_UNKNOWN))
LEADING = frozenset((SERVANT, KUNYA, HOUSE, CHILD))
#: Tags that a name may begin with; tags of words that the second half of a compound name makes a unit.
OPENING = PLAIN | LEADING | frozenset((SON, PARTICLE))
COMPLETED = PLAIN | frozenset((COMMON, FUNCTION))
#: What may stand between the words of a name.
JOINING = frozenset((SPACE, JOINED))
#: Letters of the word for son between two names.
SHORT_SON = 2
CLOSING_BRACKET = ")"
#: What cannot complete a servant name, a kunya or a house.
NO_COMPLEMENT = frozenset((FUNCTION, VERB, BLANK))


class Name(NamedTuple):
    """Words `[first, last)` and the tag of each unit's head, in capitals. `units` are the first words of the units;
    `ground` is why it was taken for a name.
    """

    first: int
    last: int
    shape: str
    units: tuple[int, ...]
    ground: NameGround


def longest_row(view: View, first: int, ground: NameGround) -> Name | None:
    """The longest row of units that begins at a word, to be taken on some ground."""
    tags, gaps = view.tags, view.gaps
    tag = tags[first].upper()
    if tag == UNKNOWN and _before_descent(view, first):
        tag = GIVEN
    if tag not in OPENING:
        if tag not in (COMMON, DEFINITE_COMMON, VERB, PEOPLE_WORD) or not _before_descent(view, first):
            return None
        tag = GIVEN
    position, shape = first, ""
    units: list[int] = []
    limit = min(len(tags), first + LONGEST_NAME)
    while True:
        end = _unit(view, position, tag)
        if not end and may_close(view, shape, position, tag):
            end, tag = position + 1, FAMILY_WORD
        if not end or _ends(view, shape, position, tag):
            break
        shape += tag
        units.append(position)
        position = end
        if position >= limit or len(units) == LONGEST_UNITS:
            break
        if gaps[position - 1] not in JOINING and not _in_brackets(view, first, position):
            break
        tag = _tag_inside(view, shape, position)
    return Name(first, position, shape, tuple(units), ground) if units else None


def _tag_inside(view: View, shape: str, word: int) -> str:
    """The tag of a word behind the first unit: the second conjunction behind a first name is a letter of the name."""
    tag = view.tags[word]
    letter = shape in (GIVEN, UNKNOWN) and tag.islower() and view.page.words[word][0] == CONJUNCTIONS[-1]
    return UNKNOWN if letter else tag


def _ends(view: View, shape: str, word: int, tag: str) -> bool:
    """Whether the units so far are a whole name, or the next word is no part of one behind them."""
    return bool(shape) and (is_complete(view, shape, word, tag) or (len(shape) > 1 and is_word(view, shape, word, tag)))


def _before_descent(view: View, word: int) -> bool:
    """Whether "son of" follows: the word before it is a name, whatever else it means."""
    following = word + 1
    if following >= len(view.tags) or view.gaps[word] != SPACE or view.tags[following] != SON:
        return False
    # The long form of "son" opens names of its own (the book of Ibn X): it makes no name of the word before it.
    return len(view.page.words[following]) == SHORT_SON


def _in_brackets(view: View, first: int, position: int) -> bool:
    """Whether the first name stands in brackets, alone or behind its office, and the family name behind them."""
    gaps = view.gaps
    if position != first + 1 or first == 0 or gaps[first] != BRACKET:
        return False
    return gaps[first - 1] == BRACKET or view.page.gap(first).strip() == CLOSING_BRACKET


def _unit(view: View, word: int, tag: str) -> int:
    """The end of the unit that begins at a word, 0 if none does."""
    if tag in COMPLETED and _is_completed(view, word):
        # A wish behind a name holds the same second half.
        return word + 2 if view.hit(word, Category.FORMULA) is None else 0
    if tag in PLAIN:
        return 0 if tag == FAMILY_WORD and _begins_office(view, word) else word + 1
    following = word + 1
    joined = following < len(view.tags) and view.gaps[word] in (SPACE, JOINED)
    if not joined or (tag not in LEADING and tag not in (SON, PARTICLE)):
        return 0
    after = view.tags[following]
    if tag in LEADING:
        return 0 if after in NO_COMPLEMENT and not (tag == KUNYA and after == VERB) else following + 1
    foreign = after == PEOPLE_WORD or (after == COMMON and not view.book.is_listed(view.page.words[following]))
    usual = (tag == SON and after in (DEFINITE_COMMON, COMMON)) or (tag == PARTICLE and foreign)
    if usual:
        return following + 1
    named = after in PLAIN or after in LEADING or after in (SON, PARTICLE)
    return _unit(view, following, after) if named else 0


def _begins_office(view: View, word: int) -> bool:
    """Whether an office of several words begins at a word, or one that an adjective follows."""
    hit = view.offices.get(word) or view.titles.get(word)
    if hit is None:
        return False
    following = hit.last
    if following > word + 1 or following == len(view.tags) or view.gaps[word] != SPACE:
        return following > word + 1
    adjective = view.tags[following] == DEFINITE_COMMON and view.page.words[following].endswith(NISBA)
    return adjective or view.hit(following, Category.MODIFIER) is not None


def _is_completed(view: View, word: int) -> bool:
    """Whether the next word is the second half of a compound name."""
    if word + 1 >= len(view.tags) or view.gaps[word] != SPACE:
        return False
    return view.page.words[word + 1] in view.complements
