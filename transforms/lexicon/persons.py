"""Persons of public life: they confirm and link what the text names, they never add to it.

A full name is its person's. A family name alone, which many may bear, is a person's only beside one of his or her
offices with the right country, or beside a word that is told of nobody else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from transforms.lexicon.building import surface_entry
from transforms.lexicon.entries import Category, Entry, Glue
from transforms.lexicon.files import Row
from transforms.lexicon.geography import country_code
from transforms.text.normalise import fold


class Person(NamedTuple):
    """A known person. `offices` and `cues` are folded words; `surnames` are the family names that may stand alone."""

    name: str
    name_en: str
    country: str | None
    surnames: tuple[str, ...]
    offices: frozenset[str]
    cues: frozenset[str]
    external_ids: tuple[str, ...]


def person_entries(row: Row) -> Iterator[Entry]:
    """A row of `persons.csv`."""
    row.only("name", "name_en", "country", "variants", "surnames", "offices", "cues", "wikidata", "note")
    row.text("note")
    wikidata = row.text("wikidata", "")
    if wikidata and not (wikidata[0] == "Q" and wikidata[1:].isdigit()):
        raise row.fault(f"field 'wikidata' must be Q and digits, not {wikidata!r}")
    person = Person(
        name=row.text("name"),
        name_en=row.text("name_en"),
        country=country_code(row) if row.text("country", "") else None,
        surnames=tuple(fold(surname).folded for surname in row.texts("surnames")),
        offices=_folded(row, "offices"),
        cues=_folded(row, "cues"),
        external_ids=(f"wikidata:{wikidata}",) if wikidata else (),
    )
    for surface in dict.fromkeys(fold(name).folded for name in (person.name, *row.texts("variants"))):
        yield surface_entry(row, surface, Category.PERSON, person.name_en, person, glue=Glue.NAME)
    for surname in dict.fromkeys(person.surnames):
        # Several persons may bear it: the surface is its own key, the persons are told apart where it is read.
        yield surface_entry(row, surname, Category.SURNAME, surname, surname, glue=Glue.NAME)


def _folded(row: Row, name: str) -> frozenset[str]:
    return frozenset(fold(word).folded for word in row.texts(name))
