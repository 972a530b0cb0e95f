"""Which names mean one person, and where a person is named by a part of the name alone.

In order: names of two units and more are grouped (one contains the other, or both differ in spelling only), then
single names join the group whose family name they are, then the article is searched for family names standing alone,
and for first names that somebody of the article says something by.
Two persons with one family name stay two; a family name alone then means the one named last before it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from transforms.actors.units import Name
from transforms.actors.view import JOINED, OFFICE_WORD, PLACE_WORD, SPACE, View
from transforms.lexicon.names import CHILD, DEFINITE_COMMON, FAMILY_WORD, GIVEN, SAYING, NameBook
from transforms.text.characters import ARTICLE, CONJUNCTIONS, MERGED_ARTICLE, PREPOSITIONS

Units = tuple[tuple[str, ...], ...]

#: What may be glued before a name, with its length; before a name with the article the article's own forms too.
GLUED = {each: len(each) for each in (one + two for one in CONJUNCTIONS for two in ("", *PREPOSITIONS))}
GLUED_ARTICLE = {each + ARTICLE: size for each, size in GLUED.items()}
GLUED_ARTICLE |= {each + MERGED_ARTICLE: len(each) for each in CONJUNCTIONS}
#: Tags of words that are names even if they stand alone.
TELLING = frozenset("GSUDLgsudlAKBFakfY")
#: Tags before which a name that is a usual word too is taken for the name: verbs of saying, verbs, offices.
#: Tags of words that an adjective with the article may modify.
MODIFIED = frozenset("END")
BEFORE_NAME = frozenset("QVO")


@dataclass
class Person:
    """A person of the article: the names by which he or she goes, where the fullest stands, and what is glued before
    it.
    """

    names: list[Units] = field(default_factory=list)
    mentions: list[int] = field(default_factory=list)
    fullest: tuple[int, int] = (0, 0)
    strip: int = 0
    #: The units of the longest name, each as one word.
    keys: tuple[str, ...] = ()


def units_of(view: View, name: Name) -> Units:
    """The words of a name by units, without what is glued to the first."""
    words = view.page.words
    strip = view.start_of(name.first) - view.page.starts[name.first]
    units = [tuple(words[start:end]) for start, end in pairwise((*name.units, name.last))]
    if strip:
        units[0] = (units[0][0][strip:], *units[0][1:])
    return tuple(units)


def group_names(view: View, names: Iterable[Name], addressed: Set[int]) -> tuple[list[Person], list[int]]:
    """The persons of the article, and for each name the index of its person. Longer names come first. `addressed` are
    the first words of names behind a title of those who are called by their first name.
    """
    rows = [(name, units_of(view, name), index) for index, name in enumerate(names)]
    people: list[Person] = []
    exact: dict[Units, int] = {}
    owner: dict[int, int] = {}
    for name, units, index in sorted(rows, key=lambda row: (-min(len(row[1]), 4), row[2])):
        who = exact.get(units)
        if who is None:
            keys = tuple(["".join(unit) for unit in units])
            who = exact[units] = _owner(people, keys, addressed=name.first in addressed)
            if who == len(people):
                strip = view.start_of(name.first) - view.page.starts[name.first]
                people.append(Person(fullest=(name.first, name.last), strip=strip, keys=keys))
        people[who].names.append(units)
        people[who].mentions.append(name.first)
        owner[index] = who
    return people, [owner[index] for _, _, index in rows]


def _owner(people: list[Person], keys: tuple[str, ...], *, addressed: bool) -> int:
    """The first person who goes by a name, the only one whose first name it is, or the number of the next one."""
    for number, person in enumerate(people):
        if _same(person.keys, keys):
            return number
    if addressed and len(keys) == 1:
        called = [number for number, person in enumerate(people) if person.keys[0] == keys[0]]
        if len(called) == 1:
            return called[0]
    return len(people)


def _same(full: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Whether a name is a longer one in part, or is parted into words differently."""
    if full == part:
        return True
    if len(part) == 1:
        return part[0] in (full[-1], "".join(full[-2:]))
    if full[0] != part[0] and full[-1] != part[-1]:
        return False
    return (full[0] == part[0] and full[-1] == part[-1]) or set(part) <= set(full)


class Form(NamedTuple):
    """A family name that may stand alone at a word: how many words it has, whose it is, letters glued before it."""

    size: int
    person: int
    strip: int


def find_alone(view: View, people: list[Person], taken: bytearray) -> list[tuple[int, int, int, int]]:
    """Family names standing alone: (first word, last word, person, letters glued before), in order."""
    forms = _forms(view, people, taken)
    if not forms:
        return []
    found: list[tuple[int, int, int, int]] = []
    seen = sorted((first, number) for number, person in enumerate(people) for first in person.mentions)
    turn = 0
    last_seen: dict[int, int] = {}
    for position in sorted(forms):
        while turn < len(seen) and seen[turn][0] < position:
            last_seen[seen[turn][1]] = seen[turn][0]
            turn += 1
        fits = [form for form in forms[position] if 1 not in taken[position : position + form.size]]
        if fits:
            size, number, strip = fits[0] if len(fits) == 1 else _likeliest(view, people, position, fits, last_seen)
            last_seen[number] = position
            taken[position : position + size] = b"\x01" * size
            found.append((position, position + size, number, strip))
    return found


def _likeliest(view: View, people: list[Person], position: int, fits: list[Form], last_seen: dict[int, int]) -> Form:
    """The longest form with the least glued to it, of the person last named in the same paragraph, else of the one
    whom the article named first.
    """
    here = view.paragraph(position)

    def _rank(form: Form) -> tuple[int, int, int, int]:
        last = last_seen.get(form.person, -1)
        same = last >= 0 and view.paragraph(last) == here
        near = (last, 0) if same else (-1, -min(people[form.person].mentions, default=0))
        return (form.size, -form.strip, *near)

    return max(fits, key=_rank)


def _forms(view: View, people: list[Person], taken: bytearray) -> dict[int, list[Form]]:
    """The family names that may stand at each word that no name has taken."""
    forms: dict[int, list[Form]] = {}
    for number, person in enumerate(people):
        for words in sorted(_alone(person, view.book), key=len, reverse=True):
            for position, strip in _occurrences(view, words[0], taken):
                if view.zones[position] is not None and _fits(view, position, words):
                    forms.setdefault(position, []).append(Form(len(words), number, strip))
    _add_first_names(view, people, taken, forms)
    return forms


def _add_first_names(view: View, people: list[Person], taken: bytearray, forms: dict[int, list[Form]]) -> None:
    """Add the first names that one person of the article bears alone, where a verb of saying has them for subject."""
    firsts = [person.keys[0] if len(person.keys) > 1 else "" for person in people]
    for number, first in enumerate(firsts):
        if not first or firsts.count(first) > 1 or view.book.read(first).tag != GIVEN:
            continue
        for position, strip in _occurrences(view, first, taken):
            said = position > 0 and view.tags[position - 1] == SAYING and view.gaps[position - 1] == SPACE
            if said and not strip and _ends(view, position + 1):
                forms.setdefault(position, []).append(Form(1, number, 0))


def _occurrences(view: View, name: str, taken: bytearray) -> Iterator[tuple[int, int]]:
    """The words not taken that are a name with nothing but prefixes before it, and how many letters these are. The
    text is searched for the letters, which few words of it have.
    """
    text, starts, ends = view.page.text.folded, view.page.starts, view.page.ends
    glued, letters = GLUED, name
    if len(name) > len(ARTICLE) and name.startswith(ARTICLE):
        glued, letters = GLUED_ARTICLE, name[len(ARTICLE) :]
    offset = text.find(letters)
    while offset >= 0:
        word = bisect_right(starts, offset) - 1
        if not taken[word] and ends[word] == offset + len(letters):
            strip = glued.get(text[starts[word] : offset])
            if strip is not None:
                yield word, strip
        offset = text.find(letters, offset + 1)


def _alone(person: Person, book: NameBook) -> set[tuple[str, ...]]:
    """The parts of a person's names that may stand alone: a given name does not."""
    parts: set[tuple[str, ...]] = set()
    for units in person.names:
        if len(units) == 1 and book.is_given(units[0][0]):
            continue
        if len(units) < 3 or not (book.read(units[-2][0]).tag == CHILD and book.is_given(units[-1][0])):
            parts.add(units[-1])
        if len(units) > 2:
            parts.add(units[-2] + units[-1])
    return parts


def _fits(view: View, position: int, name: tuple[str, ...]) -> bool:
    """Whether a family name whose first word stands somewhere, glued or not, is there in full and means the person."""
    word, end = view.page.words[position], position + len(name)
    if len(name) > 1 and not _goes_on(view, position, name):
        return False
    tag = view.tags[position]
    if tag == PLACE_WORD:
        return position > 0 and view.tags[position - 1] == SAYING
    if _modifies(view, position, word):
        return False
    if len(name) > 1 or tag in TELLING or not view.book.is_usual(word):
        return tag != OFFICE_WORD
    if position == 0 or view.gaps[position - 1] != SPACE or view.tags[position - 1] in BEFORE_NAME:
        return True
    # A family name with the article that is an adjective too: not behind a noun that it could modify.
    return tag in (FAMILY_WORD, DEFINITE_COMMON) and not view.peoples.get(position) and _ends(view, end)


def _goes_on(view: View, position: int, name: tuple[str, ...]) -> bool:
    """Whether the further words of a name stand behind its first one."""
    end = position + len(name)
    if tuple(view.page.words[position + 1 : end]) != name[1:]:
        return False
    return all(gap in (SPACE, JOINED) for gap in view.gaps[position : end - 1])


def _modifies(view: View, position: int, word: str) -> bool:
    """Whether a family name is an adjective with the article too, and stands behind a noun that it can modify."""
    if position == 0 or not word.startswith(ARTICLE) or view.gaps[position - 1] != SPACE:
        return False
    adjective = view.book.is_noun(word.removeprefix(ARTICLE)) or position in view.peoples
    return adjective and view.tags[position - 1] in MODIFIED


def _ends(view: View, end: int) -> bool:
    """Whether a clause ends before a word."""
    return end >= len(view.tags) or view.gaps[end - 1] != SPACE or view.tags[end] in "PVQ"
