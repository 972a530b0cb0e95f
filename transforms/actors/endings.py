"""What may end a name: a usual word behind given names, a word that rather belongs to what follows.

Only words that the lists do not settle are asked about. What stands behind them decides: a clause's end, a verb, a
particle, an office.
"""

from __future__ import annotations

from transforms.actors.view import JOINED, OFFICE_WORD, PEOPLE_WORD, PLACE_WORD, SPACE, STOP, View
from transforms.lexicon.names import (
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
    PARTICLE,
    SAYING,
    SERVANT,
    SON,
    UNKNOWN,
    VERB,
)
from transforms.text.characters import ACCUSATIVE, ARTICLE, CONJUNCTIONS, FEMININE, NISBA, PREPOSITIONS

#: Tags of units that a family name still may follow.
FIRST_NAMES = frozenset((GIVEN, EITHER, SERVANT, SON))
#: Tags of family names: those that may be another word too, and those that are none.
ENDING = frozenset((FAMILY, FAMILY_WORD, DEFINITE_UNKNOWN))
SURELY_ENDING = frozenset((FAMILY, DEFINITE_UNKNOWN))
#: Tags of words behind which no name goes on: particles, verbs, offices.
CLOSING = frozenset((FUNCTION, VERB, SAYING, OFFICE_WORD))
#: Tags of words that the lexicon claims, and that may be family names all the same.
CLAIMED = frozenset((OFFICE_WORD, PEOPLE_WORD))


def may_close(view: View, shape: str, word: int, tag: str) -> bool:
    """Whether a usual word behind given names can be the family name that ends the name."""
    if not shape or any(unit not in FIRST_NAMES and unit != HOUSE for unit in shape):
        return False
    if shape == EITHER and view.book.is_usual(view.page.words[word - 1]):
        return False
    if tag in CLAIMED:
        return _is_claimed_surname(view, word, tag)
    if tag == COMMON and view.page.words[word].endswith(NISBA) and shape == GIVEN and closes(view, word):
        return not is_joined(view, word)
    if tag in (COMMON, VERB):
        text = view.page.words[word]
        known = (
            text[0] in CONJUNCTIONS
            or text[-1] in (FEMININE, ACCUSATIVE)
            or (text[0] in PREPOSITIONS and view.book.is_usual_noun(text[1:]))
            or (len(text) == 1 and view.gaps[word] != STOP)
            or view.book.is_usual(text)
        )
        ends = view.at_clause_end(word) if tag == VERB else ends_clause(view, word)
        return not known and not view.at_clause_end(word - 1) and ends
    text = view.page.words[word]
    if tag == DEFINITE_COMMON and not (text.startswith(ARTICLE) and _may_be_family(view, word)):
        return False
    if tag == PLACE_WORD:
        city = view.cities.get(word)
        bare = city is not None and not city.cut.preposition and not text.startswith(ARTICLE)
        return bare and closes(view, word)
    return tag == DEFINITE_COMMON and closes(view, word)


def is_word(view: View, shape: str, word: int, tag: str) -> bool:
    """Behind two units and more: whether a given name that is a usual word too is just that word, and whether a word
    of no list rather begins with a preposition.
    """
    text = view.page.words[word]
    if tag == UNKNOWN and shape[-1] != PARTICLE:
        return text[0] in PREPOSITIONS and not closes(view, word) and view.tags[word + 1] != FUNCTION
    return (
        tag == EITHER and view.book.is_usual(text) and not (view.book.usual.is_adjective(text) and closes(view, word))
    )


def is_complete(view: View, shape: str, word: int, tag: str) -> bool:
    """Whether a name that has its family name ends before a word of no list, or before the next given name."""
    if tag == UNKNOWN and shape == FAMILY:
        return True
    if len(shape) == 1:
        return False
    if tag == GIVEN:
        return shape[-1] in SURELY_ENDING and not view.page.words[word].startswith(ARTICLE)
    return shape[-1] in ENDING and tag in (UNKNOWN, EITHER)


def ends_clause(view: View, word: int) -> bool:
    """Whether a clause ends behind a word, or a particle follows."""
    return _is_last(view, word) or view.tags[word + 1] == FUNCTION


def _is_last(view: View, word: int) -> bool:
    """Whether a word is the last of its clause or of the page."""
    return view.at_clause_end(word) or word + 1 == len(view.tags)


def closes(view: View, word: int) -> bool:
    """Whether a usual word can be the family name that ends a name: a clause, a verb or a preposition follows."""
    following = word + 1
    if following >= len(view.tags) or view.gaps[word] not in (SPACE, JOINED):
        return True
    tag, text = view.tags[following], view.page.words[following]
    glued = tag in (COMMON, FOR) and (text[0] in PREPOSITIONS or is_joined(view, following))
    return glued or tag in CLOSING or tag.islower()


def is_joined(view: View, word: int) -> bool:
    """Whether a usual word stands behind the conjunction that is glued to it."""
    text = view.page.words[word]
    return text[0] in CONJUNCTIONS and view.book.is_listed(text[1:])


def _is_claimed_surname(view: View, word: int, tag: str) -> bool:
    """Whether the word of an office or people is a family name (al-Wakil, al-Masri): a usual one, behind which no name
    goes on; that of an office begins no longer office.
    """
    text = view.page.words[word]
    if tag == PEOPLE_WORD and not text.startswith(ARTICLE):
        return text.endswith(NISBA) and closes(view, word)
    if not view.book.is_claimed_surname(text) or view.gaps[word - 1] != SPACE:
        return False
    if tag == PEOPLE_WORD:
        return closes(view, word)
    if any(hit is not None and hit.last > word + 1 for hit in (view.offices.get(word), view.titles.get(word))):
        return False
    return _is_last(view, word) or view.tags[word + 1] in CLOSING


def _may_be_family(view: View, word: int) -> bool:
    """Whether a usual word with the article has the shape of a family name, or is in no list and ends a clause."""
    text = view.page.words[word]
    return view.book.may_be_family(text) or (view.at_clause_end(word) and not view.book.is_listed(text))
