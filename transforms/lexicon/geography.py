"""Countries, cities, regions and landmarks: their surfaces and what each tells.

A surface with another common meaning is flagged `ambiguous`: it counts only with a word of its field beside it. Where
the same letters name two places and only vowel signs part them, `marks` holds the signs that decide
(`told_by_marks`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from transforms.lexicon.building import surface_entry
from transforms.lexicon.entries import Category, Entry, Glue
from transforms.lexicon.files import Row
from transforms.text.characters import ATTACHED_MARKS
from transforms.text.normalise import fold

ALPHA3 = re.compile(r"[A-Z]{3}")
MARK = re.compile(f"[{ATTACHED_MARKS}]")


class Country(NamedTuple):
    """A country by one of its names. `marks` are the vowel signs that only this reading has."""

    country: str
    name: str
    name_en: str
    ambiguous: bool
    marks: str


class City(NamedTuple):
    """A city or town. A `capital` may stand for the government of `country`."""

    name: str
    name_en: str
    country: str
    capital: bool
    ambiguous: bool
    marks: str


class Region(NamedTuple):
    """A region: mostly a longer phrase that must not be read as the country inside it. `country` only where one state
    holds it.
    """

    name: str
    name_en: str
    country: str | None


class Landmark(NamedTuple):
    """A building or place of state, with the city that it stands in."""

    name: str
    country: str
    city: str


def told_by_marks(surface: str, place: Country | City) -> bool | None:
    """Whether the vowel signs of a surface (as the source spells it) say that it is this place; None if it has no
    such signs.
    """
    written = set(MARK.findall(surface))
    if not place.marks or not written:
        return None
    return bool(written & set(place.marks))


def country_code(row: Row, name: str = "country") -> str:
    """A field that must be an ISO 3166-1 alpha-3 code (or the user-assigned one of Kosovo)."""
    code = row.text(name)
    if not ALPHA3.fullmatch(code):
        raise row.fault(f"field {name!r} must be an alpha-3 code, not {code!r}")
    return code


def country_entries(row: Row) -> Iterator[Entry]:
    """A row of `countries.csv`: all names of one country."""
    row.only("code", "alpha2", "name", "name_en", "variants", "official", "ambiguous", "telling", "note")
    row.text("note")
    code, name, name_en = country_code(row, "code"), row.text("name"), row.text("name_en")
    shorts, longs = (name, *row.texts("variants")), row.texts("official")
    ambiguous = flagged(row, (*shorts, *longs))
    told = _marks(row, shorts)
    for surface in (*shorts, *longs):
        folded = fold(surface).folded
        payload = Country(code, name, name_en, folded in ambiguous, told.get(folded, ""))
        yield surface_entry(row, surface, Category.COUNTRY, code, payload, glue=Glue.NAME)


def city_entries(row: Row) -> Iterator[Entry]:
    """A row of `cities.csv`: all spellings of one city."""
    row.only("name", "name_en", "country", "capital", "variants", "ambiguous", "telling", "note")
    row.text("note")
    code, name, name_en = country_code(row), row.text("name"), row.text("name_en")
    capital = row.flag("capital")
    surfaces = (name, *row.texts("variants"))
    ambiguous, told = flagged(row, surfaces), _marks(row, surfaces)
    for surface in surfaces:
        folded = fold(surface).folded
        payload = City(name, name_en, code, capital, folded in ambiguous, told.get(folded, ""))
        yield surface_entry(row, surface, Category.CITY, f"{code} {name}", payload, glue=Glue.NAME)


def region_entries(row: Row) -> Iterator[Entry]:
    """A row of `regions.csv`."""
    row.only("name", "name_en", "country", "variants", "note")
    row.text("note")
    country = country_code(row) if row.text("country", "") else None
    payload = Region(row.text("name"), row.text("name_en"), country)
    for surface in (payload.name, *row.texts("variants")):
        yield surface_entry(row, surface, Category.REGION, payload.name, payload, glue=Glue.NAME)


def landmark_entries(row: Row) -> Iterator[Entry]:
    """A row of `landmarks.csv`."""
    row.only("name", "country", "city", "variants", "note")
    row.text("note")
    payload = Landmark(row.text("name"), country_code(row), row.text("city"))
    for surface in (payload.name, *row.texts("variants")):
        yield surface_entry(row, surface, Category.LANDMARK, payload.name, payload, glue=Glue.NAME)


def decoy_entries(row: Row) -> Iterator[Entry]:
    """A row of `decoys.csv`: a phrase that holds the name of a place and means none."""
    row.only("surfaces", "note")
    row.text("note")
    for surface in row.texts("surfaces"):
        yield surface_entry(row, surface, Category.DECOY, Category.DECOY, None, glue=Glue.NAME)


def flagged(row: Row, surfaces: tuple[str, ...], name: str = "ambiguous") -> frozenset[str]:
    """The folded surfaces that a list field flags; each must be one of the row's own."""
    chosen = frozenset(fold(surface).folded for surface in row.texts(name))
    own = {fold(surface).folded for surface in surfaces} if chosen else chosen
    if stray := sorted(chosen - own):
        raise row.fault(f"field {name!r} names {stray[0]!r}, which is no surface of this row")
    return chosen


def _marks(row: Row, surfaces: tuple[str, ...]) -> dict[str, str]:
    """Folded surface -> the vowel signs with which this row's place is spelt."""
    flagged(row, surfaces, "telling")
    marks: dict[str, str] = {}
    for spelling in row.texts("telling"):
        folded = fold(spelling).folded
        marks[folded] = marks.get(folded, "") + "".join(MARK.findall(spelling))
    return marks
