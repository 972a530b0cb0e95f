"""Which names mean one person, and where a person is named by a part of the name alone.

In order: names of two units and more are grouped (one contains the other, or both differ in spelling only), then
single names join the group whose family name they are, then the article is searched for family names standing alone.
Two persons with one family name stay two; a family name alone then means the one named last before it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from transforms.actors.names import Name
from transforms.actors.view import JOINED, OFFICE_WORD, PLACE_WORD, SPACE, View
from transforms.lexicon.names import CHILD, DEFINITE_COMMON, FAMILY_WORD, SAYING, NameBook
from transforms.text.characters import ARTICLE, CONJUNCTIONS, MERGED_ARTICLE, PREPOSITIONS

Units = tuple[tuple[str, ...], ...]

#: Tags of words that are names even if they stand alone.
TELLING = frozenset("GSUDLgsudlAKBFakfY")
#: Tags before which a name that is a usual word too is taken for the name: verbs of saying, verbs, offices.
#: Tags of words that an adjective with the article may modify.
MODIFIED = frozenset("END")
BEFORE_NAME = frozenset("QVO")


@dataclass(slots=True)
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

    @property
    def full(self) -> Units:
        """The name with the most units."""
        return max(self.names, key=len)


def units_of(view: View, name: Name) -> Units:
    """The words of a name by units, without what is glued to the first."""
    words = view.page.words
    strip = view.start_of(name.first) - view.page.starts[name.first]
    bounds = (*name.units, name.last)
    units = [tuple(words[start:end]) for start, end in pairwise(bounds)]
    units[0] = (units[0][0][strip:], *units[0][1:])
    return tuple(units)


def group_names(view: View, names: Iterable[Name]) -> tuple[list[Person], list[int]]:
    """The persons of the article, and for each name the index of its person. Longer names come first."""
    rows = [(name, units_of(view, name), index) for index, name in enumerate(names)]
    people: list[Person] = []
    exact: dict[Units, int] = {}
    owner: dict[int, int] = {}
    for name, units, index in sorted(rows, key=lambda row: (-min(len(row[1]), 4), row[2])):
        keys = tuple("".join(unit) for unit in units)
        who = exact.get(units)
        if who is None:
            who = next((number for number, person in enumerate(people) if _same(person.keys, keys)), len(people))
        if who == len(people):
            strip = view.start_of(name.first) - view.page.starts[name.first]
            people.append(Person(fullest=(name.first, name.last), strip=strip, keys=keys))
        exact.setdefault(units, who)
        people[who].names.append(units)
        people[who].mentions.append(name.first)
        owner[index] = who
    return people, [owner[index] for _, _, index in rows]


def _same(full: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Whether a name is a longer one in part, or is parted into words differently."""
    if full == part:
        return True
    if len(part) == 1:
        return part[0] in (full[-1], "".join(full[-2:]))
    if full[0] != part[0] and full[-1] != part[-1]:
        return False
    return (full[0] == part[0] and full[-1] == part[-1]) or set(part) <= set(full)


def find_alone(view: View, people: list[Person], taken: bytearray) -> list[tuple[int, int, int, int]]:
    """Family names standing alone: (first word, last word, person, letters glued before), in order."""
    forms: dict[str, list[tuple[tuple[str, ...], int, int]]] = defaultdict(list)
    for number, person in enumerate(people):
        for words in sorted(_alone(person, view.book), key=len, reverse=True):
            for word, strip in _glued(words[0]):
                forms[word].append(((word, *words[1:]), number, strip))
    found: list[tuple[int, int, int, int]] = []
    seen = sorted((first, number) for number, person in enumerate(people) for first in person.mentions)
    last_seen: dict[int, int] = {}
    paragraphs = view.paragraphs

    def _near(number: int, paragraph: int) -> tuple[int, int]:
        """The person last named in the same paragraph, else the one whom the article named first."""
        last = last_seen.get(number, -1)
        same = last >= 0 and paragraphs[last] == paragraph
        return (last, 0) if same else (-1, -min(people[number].mentions, default=0))

    for position in [place for place, word in enumerate(view.page.words) if word in forms]:
        if taken[position] or view.zones[position] is None:
            continue
        while seen and seen[0][0] < position:
            first, owner = seen.pop(0)
            last_seen[owner] = first
        fits = [row for row in forms[view.page.words[position]] if _fits(view, position, row[0], taken)]
        if fits:
            here = paragraphs[position]
            words, number, strip = max(fits, key=lambda row: (len(row[0]), -row[2], *_near(row[1], here)))
            last_seen[number] = position
            taken[position : position + len(words)] = b"\x01" * len(words)
            found.append((position, position + len(words), number, strip))
    return found


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


def _glued(word: str) -> list[tuple[str, int]]:
    """A word with the prefixes that may stand before a name, and how many letters these are."""
    forms = {
        conjunction + preposition + word: len(conjunction + preposition)
        for conjunction in CONJUNCTIONS
        for preposition in ("", *PREPOSITIONS)
    }
    if word.startswith(ARTICLE):
        merged = MERGED_ARTICLE + word[len(ARTICLE) :]
        forms |= {conjunction + merged: len(conjunction) for conjunction in CONJUNCTIONS}
    return list(forms.items())


def _fits(view: View, position: int, form: tuple[str, ...], taken: bytearray) -> bool:
    end = position + len(form)
    if tuple(view.page.words[position:end]) != form or any(taken[position:end]):
        return False
    if any(gap not in (SPACE, JOINED) for gap in view.gaps[position : end - 1]):
        return False
    tag = view.tags[position]
    if tag == PLACE_WORD:
        return position > 0 and view.tags[position - 1] == SAYING
    if _modifies(view, position, form[0]):
        return False
    if len(form) > 1 or tag in TELLING or not view.book.is_usual(form[0]):
        return tag != OFFICE_WORD
    if position == 0 or view.gaps[position - 1] != SPACE or view.tags[position - 1] in BEFORE_NAME:
        return True
    # A family name with the article that is an adjective too: not behind a noun that it could modify.
    return tag in (FAMILY_WORD, DEFINITE_COMMON) and not view.peoples.get(position) and _ends(view, end)


def _modifies(view: View, position: int, word: str) -> bool:
    """Whether a family name is an adjective with the article too, and stands behind a noun that it can modify."""
    if position == 0 or not word.startswith(ARTICLE) or view.gaps[position - 1] != SPACE:
        return False
    adjective = view.book.is_noun(word.removeprefix(ARTICLE)) or position in view.peoples
    return adjective and view.tags[position - 1] in MODIFIED


def _ends(view: View, end: int) -> bool:
    """Whether a clause ends before a word."""
    return end >= len(view.tags) or view.gaps[end - 1] != SPACE or view.tags[end] in "PVQ"
