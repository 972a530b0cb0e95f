"""Lists of names between commas: what stands between two commas beside a whole name is a whole name too.

A part of a list is taken whole if all its words can be of a name and the first can begin one, whatever the words mean
elsewhere. It must stand beside a part that is a name without doubt; so one name leads to the next.
"""

from __future__ import annotations

from transforms.actors.naming import Found
from transforms.actors.units import Name, longest_row
from transforms.actors.view import BREAK, COMMA, ELSE, JOINED, SPACE, STOP, View
from transforms.base.codes import NameGround
from transforms.lexicon.names import DEFINITE_COMMON
from transforms.text.characters import ARTICLE

#: What ends a part of a list, and what parts it from the next.
ENDS = frozenset((COMMA, STOP, BREAK, ELSE))
INSIDE = frozenset((SPACE, JOINED))
#: Tags of words that a part may begin with, and of those that it may hold.
OPENING = frozenset("GHUAK")
HOLDING = frozenset("GHUASJDEKBLF")
SHORTEST, LONGEST = 2, 6


def fill_lists(view: View, found: list[Found]) -> list[Found]:
    """The same names and offices, and the parts of lists beside whole names."""
    filled: dict[int, Found] = {}
    for each in found:
        if each.name is not None and not each.posts and each.behind is None and _is_whole(view, each):
            for forward in (True, False):
                _follow(view, each, filled, forward=forward)
    if not filled:
        return found
    taken = {word for each in filled.values() for word in range(each.first, each.last)}
    rest = [each for each in found if taken.isdisjoint(range(each.first, each.last))]
    return sorted((*rest, *filled.values()), key=_first)


def _first(found: Found) -> int:
    return found.first


def _is_whole(view: View, found: Found) -> bool:
    """Whether a name is all that stands between two marks, one of them a comma."""
    before = view.gaps[found.first - 1] if found.first else BREAK
    after = view.gaps[found.last - 1]
    several = found.name is not None and len(found.name.units) > 1
    return several and before in ENDS and after in ENDS and COMMA in (before, after)


def _follow(view: View, found: Found, filled: dict[int, Found], *, forward: bool) -> None:
    """Go from a whole name to the parts behind or before it, as long as they can be names."""
    first, last = found.first, found.last
    while True:
        comma = last - 1 if forward else first - 1
        if comma < 0 or view.gaps[comma] != COMMA:
            return
        first, last = _part(view, last, forward=True) if forward else _part(view, first, forward=False)
        if not _can_be_name(view, first, last) or first in filled:
            return
        name = longest_row(view, first, NameGround.LIST)
        if name is None or name.last != last:
            words = tuple(range(first, last))
            name = Name(first, last, "".join(view.tags[word] for word in words), words, NameGround.LIST)
        filled[first] = Found(first, last, name)


def _part(view: View, edge: int, *, forward: bool) -> tuple[int, int]:
    """The words between a comma at an edge and the next mark, at most one more than a name can have."""
    first = last = edge
    if forward:
        while last < len(view.tags) and last - first <= LONGEST and (last == first or view.gaps[last - 1] in INSIDE):
            last += 1
    else:
        while first > 0 and last - first <= LONGEST and (last == first or view.gaps[first - 1] in INSIDE):
            first -= 1
    return first, last


def _can_be_name(view: View, first: int, last: int) -> bool:
    if not SHORTEST <= last - first <= LONGEST or view.tags[first] not in OPENING or not _is_bounded(view, first, last):
        return False
    return all(_holds(view, word) for word in range(first, last))


def _is_bounded(view: View, first: int, last: int) -> bool:
    before = view.gaps[first - 1] if first else BREAK
    return before in ENDS and view.gaps[last - 1] in ENDS and view.zones[first] is not None


def _holds(view: View, word: int) -> bool:
    """Whether a word can be of a name in a list; a usual one only with the article."""
    tag = view.tags[word]
    return tag in HOLDING and (tag != DEFINITE_COMMON or view.page.words[word].startswith(ARTICLE))
