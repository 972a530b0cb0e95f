"""Where a name begins and ends: the grammar of Arabic, Kurdish, Turkish and foreign names over the tags of words.

A name is a row of units with nothing but spaces or hyphens between them: a given name, a servant name (two words),
kunya, descent, house, child or particle with what belongs to it, a family name, a word of no list. How much must be
there depends on what stands before the name (`Cue`): an office needs one word, free text needs a given name with more
behind it.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from transforms.actors.view import BLANK, BRACKET, JOINED, OFFICE_WORD, PEOPLE_WORD, PLACE_WORD, SPACE, View
from transforms.lexicon.names import (
    CHILD,
    COMMON,
    DEFINITE_COMMON,
    DEFINITE_UNKNOWN,
    EITHER,
    FAMILY,
    FAMILY_WORD,
    FOR,
    FUNCTION,
    GIVEN,
    HOUSE,
    KUNYA,
    PARTICLE,
    SAYING,
    SERVANT,
    SON,
    UNKNOWN,
    VERB,
)
from transforms.text.characters import ACCUSATIVE, ARTICLE, CONJUNCTIONS, FEMININE, NISBA, PREPOSITIONS

LONGEST_NAME = 9
LONGEST_UNITS = 6
PLAIN = frozenset((GIVEN, EITHER, FAMILY, FAMILY_WORD, UNKNOWN, DEFINITE_UNKNOWN))
BEGINNING = frozenset((GIVEN, EITHER, SERVANT, KUNYA))
LEADING = frozenset((SERVANT, KUNYA, HOUSE, CHILD))
#: Tags that a name may begin with; tags of words that the second half of a compound name makes a unit.
OPENING = PLAIN | LEADING | frozenset((SON, PARTICLE))
COMPLETED = PLAIN | frozenset((COMMON, FUNCTION))
#: What may stand between the words of a name.
JOINING = frozenset((SPACE, JOINED))
#: What cannot complete a servant name, a kunya or a house.
NO_COMPLEMENT = frozenset((FUNCTION, VERB, BLANK))
#: Tags of units that a family name still may follow.
FIRST_NAMES = frozenset((GIVEN, EITHER, SERVANT, SON))
SURE = frozenset((GIVEN, FAMILY, SERVANT, SON, KUNYA, HOUSE))


class Cue(Enum):
    """What stands before a name."""

    OFFICE = "office"
    """An office or title, with nothing between."""
    COMMA = "comma"
    """An office and a comma."""
    LIST = "list"
    """Another name and a conjunction."""
    SAYING = "saying"
    """A verb of saying."""
    FREE = "free"
    """Nothing."""


class Name(NamedTuple):
    """Words `[first, last)` and the tag of each unit's head, in capitals. `units` are the first words of the units."""

    first: int
    last: int
    shape: str
    units: tuple[int, ...]


def read_name(view: View, first: int, cue: Cue) -> Name | None:
    """The name that begins at a word, if what is there is enough for the cue."""
    name = _span(view, first)
    known = view.persons.get(first)
    if known is not None:
        if name is None or ends_known(view, name, known.last):
            return _known(first, name, known.last)
        return name
    if name is None or not _enough(view, name, cue):
        return None
    return name


def lengthen(view: View, name: Name) -> Name:
    """A first name alone, with the usual word behind it as its family name if a clause or a particle follows."""
    word = name.last
    if name.shape not in (GIVEN, EITHER) or word >= len(view.tags) or view.gaps[word - 1] != SPACE:
        return name
    text = view.page.words[word]
    family = view.tags[word] in (COMMON, DEFINITE_COMMON, FAMILY_WORD) and text[0] not in PREPOSITIONS
    if not family or not ends_clause(view, word):
        return name
    return Name(name.first, word + 1, name.shape + FAMILY_WORD, (*name.units, word))


def ends_known(view: View, name: Name, last: int) -> bool:
    """Whether a name that begins like a known one is that person's: no family name follows given names alone."""
    if name.last <= last:
        return True
    following = name.shape[len([unit for unit in name.units if unit < last]) :]
    return following[:1] not in (DEFINITE_UNKNOWN, FAMILY, FAMILY_WORD) or view.tags[last - 1] not in FIRST_NAMES


def _known(first: int, name: Name | None, last: int) -> Name:
    """A name that the lexicon knows, with what makes it fuller: descent and house, not a word of no list."""
    if name is None or last not in (*name.units, name.last):
        words = range(first, last)
        return Name(first, last, GIVEN * len(words), tuple(words))
    shape = "".join(tag for tag, unit in zip(name.shape, name.units, strict=True) if unit < last)
    units = tuple(unit for unit in name.units if unit < last)
    more = [(tag, unit) for tag, unit in zip(name.shape, name.units, strict=True) if unit >= last]
    if more and all(tag in SURE for tag, _ in more):
        return name
    return Name(first, last, shape, units)


def _span(view: View, first: int) -> Name | None:
    """The longest row of units."""
    tags, gaps = view.tags, view.gaps
    tag = tags[first].upper()
    if tag not in OPENING:
        if tag not in (COMMON, DEFINITE_COMMON, VERB, PEOPLE_WORD) or not _before_descent(view, first):
            return None
        tag = GIVEN
    position, shape = first, ""
    units: list[int] = []
    limit = min(len(tags), first + LONGEST_NAME)
    while True:
        end = _unit(view, position, tag)
        if not end and _may_close(view, shape, position, tag):
            end, tag = position + 1, FAMILY_WORD
        if not end or (len(shape) > 1 and (_is_complete(shape, tag) or _is_word(view, shape, position, tag))):
            break
        shape += tag
        units.append(position)
        position = end
        if position >= limit or len(units) == LONGEST_UNITS:
            break
        if gaps[position - 1] not in JOINING and not _in_brackets(view, first, position):
            break
        tag = tags[position]
    return Name(first, position, shape, tuple(units)) if units else None


def _before_descent(view: View, word: int) -> bool:
    """Whether "son of" follows: the word before it is a name, whatever else it means."""
    return word + 1 < len(view.tags) and view.gaps[word] == SPACE and view.tags[word + 1] == SON


def _in_brackets(view: View, first: int, position: int) -> bool:
    """Whether the first name alone stands in brackets, and the family name behind them."""
    gaps = view.gaps
    return position == first + 1 and first > 0 and gaps[first - 1] == gaps[first] == BRACKET


def _may_close(view: View, shape: str, word: int, tag: str) -> bool:
    """Whether a usual word behind given names can be the family name that ends the name."""
    if not shape or any(unit not in FIRST_NAMES for unit in shape):
        return False
    if shape == EITHER and view.book.is_usual(view.page.words[word - 1]):
        return False
    if tag == COMMON and view.page.words[word].endswith(NISBA) and shape == GIVEN and _closes(view, word):
        return True
    if tag in (COMMON, VERB):
        text = view.page.words[word]
        known = (
            text[0] in CONJUNCTIONS
            or text[-1] in (FEMININE, ACCUSATIVE)
            or (text[0] in PREPOSITIONS and view.book.is_noun(text[1:]))
            or view.book.is_usual(text)
        )
        ends = view.at_clause_end(word) if tag == VERB else ends_clause(view, word)
        return not known and not view.at_clause_end(word - 1) and ends
    text = view.page.words[word]
    if tag == DEFINITE_COMMON and not (text.startswith(ARTICLE) and _may_be_family(view, word)):
        return False
    if tag == PLACE_WORD:
        city = view.cities.get(word)
        return city is not None and not city.cut.preposition and _closes(view, word)
    if tag == PEOPLE_WORD and not text.endswith(NISBA):
        return False
    return tag in (DEFINITE_COMMON, PEOPLE_WORD) and _closes(view, word)


def _may_be_family(view: View, word: int) -> bool:
    """Whether a usual word with the article has the shape of a family name, or is in no list and ends a clause."""
    text = view.page.words[word]
    return view.book.may_be_family(text) or (view.at_clause_end(word) and not view.book.is_listed(text))


def ends_clause(view: View, word: int) -> bool:
    """Whether a clause ends behind a word, or a particle follows."""
    return view.at_clause_end(word) or view.tags[word + 1] == FUNCTION


def _is_word(view: View, shape: str, word: int, tag: str) -> bool:
    """Behind two units and more: whether a given name that is a usual word too is just that word, and whether a word
    of no list rather begins with a preposition.
    """
    text = view.page.words[word]
    if tag == UNKNOWN and shape[-1] != PARTICLE:
        return text[0] in PREPOSITIONS and not _closes(view, word) and view.tags[word + 1] != FUNCTION
    return tag == EITHER and view.book.is_usual(text)


def _is_complete(shape: str, tag: str) -> bool:
    """Whether a name of a given name and a family name ends before a word of no list."""
    return shape[-1] in (FAMILY, FAMILY_WORD, DEFINITE_UNKNOWN) and tag in (UNKNOWN, EITHER)


def _unit(view: View, word: int, tag: str) -> int:
    """The end of the unit that begins at a word, 0 if none does."""
    if tag in COMPLETED and _is_completed(view, word):
        return word + 2
    if tag in PLAIN:
        return word + 1
    following = word + 1
    joined = following < len(view.tags) and view.gaps[word] in (SPACE, JOINED)
    if not joined or (tag not in LEADING and tag not in (SON, PARTICLE)):
        return 0
    after = view.tags[following]
    if tag in LEADING:
        return 0 if after in NO_COMPLEMENT and not (tag == KUNYA and after == VERB) else following + 1
    usual = (tag == SON and after in (DEFINITE_COMMON, COMMON)) or (tag == PARTICLE and after == PEOPLE_WORD)
    if usual:
        return following + 1
    named = after in PLAIN or after in LEADING or after in (SON, PARTICLE)
    return _unit(view, following, after) if named else 0


def _is_completed(view: View, word: int) -> bool:
    """Whether the next word is the second half of a compound name."""
    if word + 1 >= len(view.tags) or view.gaps[word] != SPACE:
        return False
    return view.page.words[word + 1] in view.complements


def _closes(view: View, word: int) -> bool:
    """Whether a usual word can be the family name that ends a name: a clause, a verb or a preposition follows."""
    following = word + 1
    if following >= len(view.tags) or view.gaps[word] not in (SPACE, JOINED):
        return True
    tag = view.tags[following]
    glued = tag in (COMMON, FOR) and view.page.words[following][0] in PREPOSITIONS
    return glued or tag in (FUNCTION, VERB, SAYING, OFFICE_WORD) or tag.islower()


def _enough(view: View, name: Name, cue: Cue) -> bool:
    shape, size = name.shape, len(name.units)
    sure = sum(tag in SURE for tag in shape)
    if cue is Cue.OFFICE:
        return _enough_after_office(view, name)
    if cue is Cue.COMMA or cue is Cue.LIST:
        if shape[0] == FAMILY and GIVEN in shape:
            return False
        usual = shape[0] == EITHER and view.book.is_usual(view.page.words[name.first]) and sure == 0
        return (
            sure > 0
            if size == 1
            else shape[0] not in (DEFINITE_UNKNOWN, FAMILY_WORD) and (not usual or view.at_clause_end(name.last - 1))
        )
    if cue is Cue.SAYING:
        return size > 1 and (shape[0] in BEGINNING or (shape[0] == UNKNOWN and shape[1] in (UNKNOWN, FAMILY, PARTICLE)))
    return _enough_alone(view, name)


def _enough_after_office(view: View, name: Name) -> bool:
    """One word will do, if it is no word that merely is in no list."""
    if len(name.units) > 1:
        return name.shape[0] not in (FAMILY_WORD, DEFINITE_UNKNOWN)
    return name.shape in (GIVEN, FAMILY, EITHER, SERVANT, KUNYA, HOUSE, SON, CHILD, PARTICLE) or name.shape in (
        UNKNOWN,
        DEFINITE_UNKNOWN,
    )


def _enough_alone(view: View, name: Name) -> bool:
    """A given name and more; a given name that is a usual word too needs a sure one behind it, or a clause that it
    opens, and so does a family name that is a usual adjective.
    """
    shape, first = name.shape, name.first
    if len(shape) < 2 or shape[0] not in (GIVEN, SERVANT, EITHER):
        return False
    opens = first == 0 or view.gaps[first - 1] != SPACE or view.tags[first - 1] in (FUNCTION, VERB, SAYING)
    if shape == GIVEN + FAMILY_WORD:
        return opens or not view.book.is_noun(view.page.words[name.units[1]].removeprefix(ARTICLE))
    if shape[0] != EITHER or shape[1] in (FAMILY, SON, HOUSE):
        return True
    opens = opens or view.at_clause_end(name.last - 1)
    usual = view.book.is_usual(view.page.words[first])
    usual = usual and not (len(shape) > 2 and GIVEN in shape)
    return opens and not usual and shape[1] in (SERVANT, GIVEN, DEFINITE_UNKNOWN, FAMILY_WORD)
