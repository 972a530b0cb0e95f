"""Which names stand on a page: the grammar of Arabic, Kurdish, Turkish and foreign names over the tags of words.

The longest row of units (`transforms.actors.units`) is a name if there is enough of it for what stands before it: an
office needs one word, free text needs a given name with more behind it. A name that the lexicon knows needs nothing.
"""

from __future__ import annotations

from transforms.actors.endings import FIRST_NAMES, ends_clause, is_joined
from transforms.actors.units import Name, longest_row
from transforms.actors.view import PEOPLE_WORD, SPACE, View
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
    SAYING,
    SERVANT,
    SON,
    UNKNOWN,
    VERB,
)
from transforms.text.characters import ACCUSATIVE, ARTICLE, CONJUNCTIONS, FEMININE, FEMININE_BOUND, NISBA, PREPOSITIONS

BEGINNING = frozenset((GIVEN, EITHER, SERVANT, KUNYA))
#: Letters of words too short to be a family name by their shape.
SHORT_WORD = 2
#: Tags of units behind a first name of no list.
BEHIND_UNKNOWN = frozenset((UNKNOWN, GIVEN, FAMILY, PARTICLE))
#: Tags of words behind which a name may begin.
BEFORE_NAME = frozenset((FUNCTION, VERB, SAYING, PEOPLE_WORD))
#: Tags of a name that follows.
NAMED_NEXT = frozenset((GIVEN, EITHER, SERVANT, UNKNOWN))
#: Units that are enough behind an office.
ALONE_AT_OFFICE = frozenset(
    (GIVEN, FAMILY, EITHER, SERVANT, KUNYA, HOUSE, SON, CHILD, PARTICLE, UNKNOWN, DEFINITE_UNKNOWN)
)
SURE = frozenset((GIVEN, FAMILY, SERVANT, SON, KUNYA, HOUSE))


def read_name(view: View, first: int, ground: NameGround) -> Name | None:
    """The name that begins at a word, if what is there is enough for what it rests on: an office, a comma behind one,
    a list, a verb of saying, its shape alone.
    """
    name = longest_row(view, first, ground)
    known = view.persons.get(first)
    if known is not None:
        if name is None or ends_known(view, name, known.last):
            return _known(first, name, known.last)
        return name
    if name is None or not _enough(view, name, ground):
        return None
    return name


def lengthen(view: View, name: Name, *, addressed: bool) -> Name:
    """A first name alone behind an office or, `addressed`, behind a form of address, with the word behind it if that
    can be its family name.
    """
    word = name.last
    if name.shape not in (GIVEN, EITHER) or word >= len(view.tags) or view.gaps[word - 1] != SPACE:
        return name
    if not (_is_foreign(view, word) or _is_usual_family(view, word, addressed=addressed)):
        return name
    noun = name.shape == EITHER and view.book.is_usual(view.page.words[name.first])
    if noun and not addressed and not view.page.words[word].startswith(ARTICLE):
        return name
    return name._replace(last=word + 1, shape=name.shape + FAMILY_WORD, units=(*name.units, word))


def _is_foreign(view: View, word: int) -> bool:
    """Whether a word of no list only looks like a conjunction with another word, or like a verb, by its shape."""
    tag, text = view.tags[word], view.page.words[word]
    if text[-1] == FEMININE_BOUND or (tag != COMMON and text[-1] == FEMININE == view.page.text.bare[_end(view, word)]):
        # Rather the end of a verb, or a possessor.
        return False
    if tag == COMMON:
        listed = view.book.is_listed(text) or view.hit(word, Category.FORMULA) is not None
        return not listed and text[0] not in PREPOSITIONS and len(text) > SHORT_WORD
    return tag == UNKNOWN.lower() or (tag == GIVEN.lower() and text[0] == CONJUNCTIONS[-1])


def _end(view: View, word: int) -> int:
    """The offset of a word's last letter, which folding may have changed."""
    return view.page.ends[word] - 1


def _is_usual_family(view: View, word: int, *, addressed: bool) -> bool:
    """Whether a usual word can be the family name: an adjective of origin, one with the article that is in no list and
    only has a usual shape, a word that ends its clause, and behind a form of address one that has a particle behind it.
    """
    tag, text = view.tags[word], view.page.words[word]
    if tag not in (COMMON, DEFINITE_COMMON, FAMILY_WORD) or text[0] in PREPOSITIONS:
        return False
    if text[-1] == FEMININE and view.book.is_noun(text[:-1]):
        # A noun with its possessor (his saying), not a feminine one.
        return False
    if tag == DEFINITE_COMMON and (
        not view.book.is_listed(text) or (text.endswith(NISBA) and view.book.may_be_family(text))
    ):
        return True
    if is_joined(view, word) or (tag == DEFINITE_COMMON and view.book.usual.is_adjective(text.removeprefix(ARTICLE))):
        return False
    if addressed:
        office = view.offices.get(word + 1)
        return ends_clause(view, word) or (text[-1] != ACCUSATIVE and office is not None and not office.cut.suffix)
    return view.at_clause_end(word) and text[-1] != ACCUSATIVE


def ends_known(view: View, name: Name, last: int) -> bool:
    """Whether a name that begins like a known one is that person's: no family name follows given names alone."""
    if name.last <= last:
        return True
    following = name.shape[len([unit for unit in name.units if unit < last]) :]
    return following[:1] not in (DEFINITE_UNKNOWN, FAMILY, FAMILY_WORD) or view.tags[last - 1] not in FIRST_NAMES


def _known(first: int, name: Name | None, last: int) -> Name:
    """A name that the lexicon knows, with what makes it fuller: descent and house, not a word of no list."""
    if name is None or (last != name.last and last not in name.units):
        words = range(first, last)
        return Name(first, last, GIVEN * len(words), tuple(words), NameGround.KNOWN)
    shape = "".join(tag for tag, unit in zip(name.shape, name.units, strict=True) if unit < last)
    units = tuple(unit for unit in name.units if unit < last)
    more = [(tag, unit) for tag, unit in zip(name.shape, name.units, strict=True) if unit >= last]
    if more and all(tag in SURE for tag, _ in more):
        return name._replace(ground=NameGround.KNOWN)
    return Name(first, last, shape, units, NameGround.KNOWN)


def _enough(view: View, name: Name, ground: NameGround) -> bool:
    shape, size = name.shape, len(name.units)
    if shape == FAMILY and _is_people(view, name):
        return False
    sure = sum(tag in SURE for tag in shape)
    if ground is NameGround.OFFICE:
        return _enough_after_office(view, name)
    if ground is NameGround.COMMA or ground is NameGround.LIST:
        return _enough_in_list(view, name, sure)
    if ground is NameGround.SAYING:
        return size > 1 and (shape[0] in BEGINNING or (shape[0] == UNKNOWN and shape[1] in BEHIND_UNKNOWN))
    return _enough_alone(view, name)


def _is_modifier(view: View, word: int) -> bool:
    """Whether a word with the article stands behind a noun with the article: it is its adjective (the Arab youth)."""
    if word == 0 or view.gaps[word - 1] != SPACE or not view.page.words[word].startswith(ARTICLE):
        return False
    return view.tags[word - 1] in (DEFINITE_COMMON, DEFINITE_UNKNOWN)


def _enough_in_list(view: View, name: Name, sure: int) -> bool:
    """A sure word alone; of several units the first must not be one that ends names, and a usual word or one of no list
    before a mere adjective must end its clause.
    """
    shape = name.shape
    if shape[0] == FAMILY and GIVEN in shape:
        return False
    if len(shape) == 1:
        return sure > 0
    if shape[0] in (DEFINITE_UNKNOWN, FAMILY_WORD):
        return False
    usual = shape[0] == EITHER and view.book.is_usual(view.page.words[name.first]) and sure == 0
    vague = shape[0] == UNKNOWN and shape[1] in (FAMILY_WORD, DEFINITE_UNKNOWN)
    doubtful = vague or (usual and shape[1] != DEFINITE_UNKNOWN)
    return not doubtful or view.at_clause_end(name.last - 1)


def _is_people(view: View, name: Name) -> bool:
    """Whether a family name that is a people's too rather says whence the person behind it comes."""
    if name.first not in view.peoples or name.last == len(view.tags):
        return False
    return view.gaps[name.last - 1] == SPACE and view.tags[name.last] in NAMED_NEXT


def _enough_after_office(view: View, name: Name) -> bool:
    """One word will do, if it is no word that merely is in no list."""
    if len(name.units) > 1:
        return name.shape[0] not in (FAMILY_WORD, DEFINITE_UNKNOWN)
    return name.shape in ALONE_AT_OFFICE


def _enough_alone(view: View, name: Name) -> bool:
    """A given name and more; a given name that is a usual word too needs a sure one behind it, or a clause that it
    opens, and so does a family name that is a usual adjective.
    """
    shape, first = name.shape, name.first
    if len(shape) < 2 or shape[0] not in (GIVEN, SERVANT, EITHER):
        return False
    if shape[0] == EITHER and _is_modifier(view, first):
        return False
    opens = first == 0 or view.gaps[first - 1] != SPACE or view.tags[first - 1] in BEFORE_NAME
    if shape == GIVEN + FAMILY_WORD:
        return opens or not view.book.is_noun(view.page.words[name.units[1]].removeprefix(ARTICLE))
    family = view.page.words[name.units[1]]
    if shape[0] == EITHER and family in view.gazetteer.bearers and not family.startswith(ARTICLE):
        # A verb or noun before somebody known (promised X): whoever bears the family name too has another first name.
        return not view.book.is_usual(view.page.words[first])
    if shape == EITHER + FAMILY and view.book.is_usual(view.page.words[first]) and view.book.is_noun(family):
        # A noun and its adjective (monthly wage).
        return False
    if shape[0] != EITHER or shape[1] in (FAMILY, SON, HOUSE):
        return True
    opens = opens or view.at_clause_end(name.last - 1)
    usual = view.book.is_usual(view.page.words[first])
    particle = view.book.usual.tag(view.page.words[first]) == FUNCTION
    usual = usual and (particle or not (len(shape) > 2 and (GIVEN in shape or shape[-1] == FAMILY)))
    return opens and not usual and shape[1] in (SERVANT, GIVEN, DEFINITE_UNKNOWN, FAMILY_WORD)
