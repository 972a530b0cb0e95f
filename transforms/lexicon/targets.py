"""What one entry says of another must be there: the country of a city, a body or a person, the body of an
adjective.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from transforms.base.errors import LexiconError
from transforms.lexicon.bodies import Body
from transforms.lexicon.body_words import BodyAdjective
from transforms.lexicon.entries import Category, Entry
from transforms.lexicon.geography import City, Landmark, Region
from transforms.lexicon.nationalities import Nationality
from transforms.lexicon.persons import Person


def refuse_dangling(entries: Iterable[Entry]) -> None:
    """Refuse an entry that names a country or body which no entry defines. Raises `LexiconError` with file and line."""
    entries = tuple(entries)
    known = {
        category: {entry.key for entry in entries if entry.category is category}
        for category in (Category.COUNTRY, Category.BODY)
    }
    for entry in entries:
        for category, target in _targets(entry.payload):
            if target not in known[category]:
                raise LexiconError(entry.path, entry.line, f"no {category} {target!r} in the lexicon")


def _targets(payload: object) -> Iterator[tuple[Category, str]]:
    if isinstance(payload, Nationality):
        countries: tuple[str | None, ...] = (payload.country, *payload.also)
    elif isinstance(payload, City | Region | Landmark | Body | Person):
        countries = (payload.country,)
    else:
        countries = ()
    yield from ((Category.COUNTRY, country) for country in countries if country is not None)
    if isinstance(payload, BodyAdjective) and payload.body is not None:
        yield Category.BODY, payload.body
