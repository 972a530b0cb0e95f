"""Countries, cities and resolutions: what the lexicon's hits name, without those inside longer names.

A country counts by name and by adjective, an adjective inside an office too. A region or landmark that begins like a
country is no mention of it. A surface with another common meaning counts only where its vowel signs or the words
beside it say so.
"""

from __future__ import annotations

from functools import lru_cache

from transforms.actors.ledger import Ledger, entity_id
from transforms.actors.naming import Found
from transforms.actors.view import View
from transforms.base.codes import EntityType, MentionForm
from transforms.base.records import Actor
from transforms.lexicon.entries import Category, Hit
from transforms.lexicon.geography import City, Country
from transforms.lexicon.nationalities import Nationality

#: Countries and cities whose actors are remembered: all countries, and the cities that news names.
REMEMBERED_PLACES = 4096
COVERING = (Category.REGION, Category.LANDMARK, Category.DECOY)


def note_places(view: View, ledger: Ledger, found: list[Found]) -> dict[int, int]:
    """Note mentions of countries and cities; return the actor at each country hit's first word."""
    covered = bytearray(len(view.tags))
    for each in found:
        if each.name is not None:
            covered[each.name.first : each.name.last] = b"\x01" * (each.name.last - each.name.first)
    for category in COVERING:
        for hit in view.scan.of(category):
            covered[hit.first : hit.last] = b"\x01" * (hit.last - hit.first)
    actors = _note_countries(view, ledger, covered)
    _note_peoples(view, ledger, covered)
    for hit in view.scan.of(Category.CITY):
        payload = hit.entry.payload
        if isinstance(payload, City) and _counts(view, hit, covered, payload.ambiguous):
            actor = ledger.actor(_city(payload))
            ledger.mention(hit.start, hit.end, hit.first, actor, MentionForm.FULL)
    return actors


def _note_countries(view: View, ledger: Ledger, covered: bytearray) -> dict[int, int]:
    actors: dict[int, int] = {}
    for hit in view.scan.of(Category.COUNTRY):
        payload = hit.entry.payload
        if isinstance(payload, Country) and _counts(view, hit, covered, payload.ambiguous):
            actors[hit.first] = ledger.actor(_country(payload))
            ledger.mention(hit.start, hit.end, hit.first, actors[hit.first], MentionForm.FULL)
            covered[hit.first : hit.last] = b"\x01" * (hit.last - hit.first)
    return actors


def _note_peoples(view: View, ledger: Ledger, covered: bytearray) -> None:
    names = view.gazetteer.countries
    for hit in view.scan.of(Category.NATIONALITY):
        payload = hit.entry.payload
        if not isinstance(payload, Nationality) or not _counts(view, hit, covered, payload.ambiguous):
            continue
        country = names.get(payload.country) if payload.country else None
        if country is not None:
            actor = ledger.actor(_country(country))
            ledger.mention(hit.start, hit.end, hit.first, actor, MentionForm.ADJECTIVE)


def _counts(view: View, hit: Hit, covered: bytearray, ambiguous: bool) -> bool:
    return not ambiguous and view.zones[hit.first] is not None and 1 not in covered[hit.first : hit.last]


@lru_cache(maxsize=REMEMBERED_PLACES)
def _country(country: Country) -> Actor:
    code = country.country
    identity = entity_id(EntityType.COUNTRY, code)
    return Actor(identity, EntityType.COUNTRY, country.name, country.name_en, code, (), True)


@lru_cache(maxsize=REMEMBERED_PLACES)
def _city(city: City) -> Actor:
    identity = f"{city.country} {city.name}"
    return Actor(
        entity_id(EntityType.PLACE, identity), EntityType.PLACE, city.name, city.name_en, city.country, (), True
    )
