"""What the lexicon knows by id or code rather than by surface: countries, bodies, heads of composed bodies, bearers
of a family name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from transforms.lexicon.bodies import Body, BodyHead
from transforms.lexicon.entries import Entry
from transforms.lexicon.geography import Country
from transforms.lexicon.persons import Person


@dataclass(frozen=True)
class Gazetteer:
    """Built once from the entries."""

    countries: Mapping[str, Country]
    bodies: Mapping[str, Body]
    heads: Mapping[str, BodyHead]
    bearers: Mapping[str, tuple[Person, ...]]


def build_gazetteer(entries: Iterable[Entry]) -> Gazetteer:
    """Gather the payloads of all entries; of several surfaces with one id the first is kept."""
    countries: dict[str, Country] = {}
    bodies: dict[str, Body] = {}
    heads: dict[str, BodyHead] = {}
    persons: dict[str, Person] = {}
    for entry in entries:
        payload = entry.payload
        if isinstance(payload, Country):
            countries.setdefault(payload.country, payload)
        elif isinstance(payload, Body):
            bodies.setdefault(payload.id, payload)
        elif isinstance(payload, BodyHead):
            heads.setdefault(payload.id, payload)
        elif isinstance(payload, Person):
            persons.setdefault(payload.name_en, payload)
    bearers: dict[str, list[Person]] = defaultdict(list)
    for person in persons.values():
        for surname in person.surnames:
            bearers[surname].append(person)
    return Gazetteer(countries, bodies, heads, {surname: tuple(group) for surname, group in bearers.items()})
