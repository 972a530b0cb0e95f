"""Which names mean one person, and where a person is named by a part of the name alone.

In order: names of two units and more are grouped (one contains the other, or they are spelling variants), then single names join the
group whose family name they are, then the article is searched for family names standing alone. Two persons with one family name
stay two; a family name alone then means the one named last before it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from transforms.actors.names import Name
from transforms.actors.view import View
from transforms.text.characters import ARTICLE, CONJUNCTIONS, MERGED_ARTICLE, PREPOSITIONS

#: Tags of words that are names even if they stand alone.
TELLING = frozenset("GSUDLgsudlAKBFakf")
BEFORE_NAME = frozenset("QVO")


@dataclass(slots=True)
class Person:
    """A person of the article: the names by which he or she goes, as rows of units."""

    names: list[tuple[tuple[str, ...], ...]] = field(default_factory=list)
    mentions: list[tuple[int, int]] = field(default_factory=list)
    fullest: tuple[int, int] = (0, 0)

    @property
    def full(self) -> tuple[tuple[str, ...], ...]:
        """The name with the most units."""
        return max(self.names, key=len)


def units_of(view: View, name: Name) -> tuple[tuple[str, ...], ...]:
    """The words of a name by units, without what is glued to the first."""
    words = view.page.words
    strip = view.start_of(name.first) - view.page.starts[name.first]
    bounds = (*name.units, name.last)
    units = [tuple(words[start:end]) for start, end in zip(bounds, bounds[1:], strict=False)]
    units[0] = (units[0][0][strip:], *units[0][1:])
    return tuple(units)


def group_names(view: View, names: Iterable[Name]) -> tuple[list[Person], list[int]]:
    """The persons of the article, and for each name the index of its person."""
    rows = [(index, name, units_of(view, name)) for index, name in enumerate(names)]
    people: list[Person] = []
    owner: dict[int, int] = {}
    for index, name, units in sorted(rows, key=lambda row: (-len(row[2]) > -2, -len(row[2]) if len(row[2]) > 1 else 0)):
        who = next((number for number, person in enumerate(people) if _same(person.full, units)), None)
        if who is None:
            who = len(people)
            people.append(Person(fullest=(name.first, name.last)))
        people[who].names.append(units)
        people[who].mentions.append((name.first, name.last))
        owner[index] = who
    return people, [owner[index] for index, _, _ in rows]


def _same(full: tuple[tuple[str, ...], ...], units: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a name is a known one in full or in part."""
    if full == units:
        return True
    left, right = [_key(unit) for unit in full], [_key(unit) for unit in units]
    if len(right) == 1:
        return right[0] == left[-1] or (len(left) > 1 and right[0] == left[-2] + left[-1])
    if left[-1] != right[-1]:
        return False
    return left[0] == right[0] or set(right) <= set(left)


def _key(unit: tuple[str, ...]) -> str:
    """A unit without what spelling varies: one word, no article."""
    return "".join(unit)


def find_alone(view: View, people: list[Person], taken: bytearray) -> list[tuple[int, int, int]]:
    """Family names standing alone: (first word, last word, person), in order."""
    forms: dict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
    for number, person in enumerate(people):
        for words in sorted(_alone(person), key=len, reverse=True):
            for word in _glued(words[0]):
                forms[word].append(((word, *words[1:]), number))
    found: list[tuple[int, int, int]] = []
    last_seen: dict[int, int] = {}
    starts = sorted((first, number) for number, person in enumerate(people) for first, _ in person.mentions)
    for position, word in enumerate(view.page.words):
        while starts and starts[0][0] <= position:
            first, owner = starts.pop(0)
            last_seen[owner] = first
        if word not in forms or taken[position] or view.zones[position] is None:
            continue
        fits = [(len(form), number) for form, number in forms[word] if _fits(view, position, form, taken)]
        if not fits:
            continue
        longest = max(size for size, _ in fits)
        number = max((n for size, n in fits if size == longest), key=lambda n: last_seen.get(n, -1))
        last_seen[number] = position
        found.append((position, position + longest, number))
    return found


def _alone(person: Person) -> set[tuple[str, ...]]:
    """The parts of a person's names that may stand alone."""
    parts: set[tuple[str, ...]] = set()
    for units in person.names:
        if len(units) == 1:
            parts.add(units[0])
            continue
        parts.add(units[-1])
        if len(units) > 2:
            parts.add(units[-2] + units[-1])
        if len(units[-1]) > 1 and units[-1][0] not in ():
            parts.add(units[-1])
    return parts


def _glued(word: str) -> set[str]:
    """A word with the prefixes that may stand before a name."""
    forms = {conjunction + preposition + word for conjunction in CONJUNCTIONS for preposition in ("", *PREPOSITIONS)}
    if word.startswith(ARTICLE):
        forms |= {conjunction + MERGED_ARTICLE + word[len(ARTICLE) :] for conjunction in CONJUNCTIONS}
    return forms


def _fits(view: View, position: int, form: tuple[str, ...], taken: bytearray) -> bool:
    end = position + len(form)
    if tuple(view.page.words[position:end]) != form or any(taken[position:end]):
        return False
    if any(gap not in " -" for gap in view.gaps[position : end - 1]):
        return False
    tag = view.tags[position]
    if len(form) > 1 or tag in TELLING:
        return True
    return position > 0 and view.tags[position - 1] in BEFORE_NAME
