"""Names settled by the other names of the article, where the words beside them leave a doubt.

A verb that is a given name too loses its place before the family name of somebody whom the article names in full
(promised X). A name that stops before a usual word goes on to it where another name of the article has that family
name behind the same first name.
"""

from __future__ import annotations

from transforms.actors.coreference import units_of
from transforms.actors.naming import Found
from transforms.actors.units import Name
from transforms.actors.view import SPACE, View
from transforms.base.codes import NameGround
from transforms.lexicon.names import EITHER, FAMILY_WORD, FUNCTION, VERB

#: Units of a first and a family name.
PAIR = 2
SHORTEST_FAMILY = 3
#: Tags of words that are no family name, whatever their letters.
NO_FAMILY = frozenset((FUNCTION, VERB))


def settle(view: View, found: list[Found]) -> list[Found]:
    """The same names and offices, each name as far as the others tell it."""
    firsts = _first_names(view, found)
    return [_settled(view, each, each.name, firsts) if each.name is not None else each for each in found]


def _first_names(view: View, found: list[Found]) -> dict[str, set[str]]:
    """Family name of one word -> first names that stand before it in names of the article."""
    firsts: dict[str, set[str]] = {}
    for each in found:
        if each.name is not None and len(each.name.units) > 1:
            units = units_of(view, each.name)
            firsts.setdefault(" ".join(units[-1]), set()).add(units[0][0])
    return firsts


def _settled(view: View, found: Found, name: Name, firsts: dict[str, set[str]]) -> Found:
    if _is_verb(view, found, name, firsts):
        short = Name(name.units[1], name.last, name.shape[1:], name.units[1:], NameGround.PART)
        return found._replace(first=short.first, name=short)
    if found.last == name.last and _goes_on(view, name, firsts):
        word = name.last
        longer = name._replace(last=word + 1, shape=name.shape + FAMILY_WORD, units=(*name.units, word))
        return found._replace(last=longer.last, name=longer)
    return found


def _is_verb(view: View, found: Found, name: Name, firsts: dict[str, set[str]]) -> bool:
    """Whether the first of two units is a verb that opens its clause: somebody else bears the family name."""
    opens = name.first == 0 or view.at_clause_end(name.first - 1) or view.tags[name.first].islower()
    if not opens or len(name.units) != PAIR or name.shape[0] != EITHER or found.posts:
        return False
    first, family = view.page.words[name.first], " ".join(units_of(view, name)[1])
    return len(firsts.get(family, ())) > 1 and view.book.usual.is_past(first)


def _goes_on(view: View, name: Name, firsts: dict[str, set[str]]) -> bool:
    """Whether the word behind a name is the family name of whoever has this first name."""
    if name.last >= len(view.tags) or view.gaps[name.last - 1] != SPACE or view.tags[name.last] in NO_FAMILY:
        return False
    word = view.page.words[name.last]
    return len(word) >= SHORTEST_FAMILY and units_of(view, name)[0][0] in firsts.get(word, ())
