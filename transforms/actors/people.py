"""Persons: from names found to actors, mentions, and the offices that the text gives them."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.actors.coreference import Person, find_alone, group_names
from transforms.actors.finding import Found
from transforms.actors.ledger import Ledger, entity_id
from transforms.actors.names import Name
from transforms.actors.view import View
from transforms.base.codes import EntityType, MentionForm
from transforms.base.records import Actor


@dataclass(frozen=True, slots=True)
class People:
    """The actor of each found name (by its first word), and of each family name standing alone."""

    by_name: dict[int, int]
    alone: tuple[tuple[int, int, int], ...]


def note_people(view: View, ledger: Ledger, found: list[Found], blocked: bytearray) -> People:
    """Note all mentions of persons."""
    names = [each.name for each in found if each.name is not None]
    people, owners = group_names(view, names)
    taken = bytearray(blocked)
    for name in names:
        taken[name.first : name.last] = b"\x01" * (name.last - name.first)
    alone = find_alone(view, people, taken)
    actors = [ledger.actor(_actor(view, person, names, owners, number)) for number, person in enumerate(people)]
    by_name: dict[int, int] = {}
    for name, owner in zip(names, owners, strict=True):
        by_name[name.first] = actors[owner]
        form = MentionForm.FULL if len(name.units) > 1 else MentionForm.PARTIAL
        ledger.mention(view.start_of(name.first), view.page.ends[name.last - 1], name.first, actors[owner], form)
    for first, last, owner in alone:
        ledger.mention(
            _start(view, first, people[owner]), view.page.ends[last - 1], first, actors[owner], MentionForm.PARTIAL
        )
    return People(by_name, tuple((first, last, actors[owner]) for first, last, owner in alone))


def _start(view: View, word: int, person: Person) -> int:
    """Where a family name alone begins: behind what is glued to it."""
    text = view.page.words[word]
    for units in person.names:
        for unit in units:
            if text.endswith(unit[0]):
                return view.page.ends[word] - len(unit[0])
    return view.page.starts[word]


def _actor(view: View, person: Person, names: list[Name], owners: list[int], number: int) -> Actor:
    own = [name for name, owner in zip(names, owners, strict=True) if owner == number]
    fullest = max(own, key=lambda name: (len(name.units), name.last - name.first, -name.first))
    start, end = view.start_of(fullest.first), view.page.ends[fullest.last - 1]
    spelt = view.page.text.bare[start:end]
    return Actor(entity_id(EntityType.PERSON, spelt), EntityType.PERSON, spelt, None, None, (), False)
