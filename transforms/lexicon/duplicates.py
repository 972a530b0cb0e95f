"""One row for one thing: a person, a body or a country that stands in two rows is refused.

Ids come from these rows (a person's from the English name, a body's from its id), so a second row would change what
the first one means, or be lost without a word. An external id belongs to one thing too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from transforms.base.errors import LexiconError
from transforms.lexicon.bodies import Body
from transforms.lexicon.entries import Category, Entry
from transforms.lexicon.geography import Country
from transforms.lexicon.persons import Person


class _Place(NamedTuple):
    path: str
    line: int


def refuse_duplicates(entries: Iterable[Entry]) -> None:
    """Refuse a second row for one person, body or country. Raises `LexiconError` with file and line."""
    first: dict[tuple[Category, str], _Place] = {}
    read: dict[Category, _Place] = {}
    for entry in entries:
        place = _Place(entry.path, entry.line)
        if read.get(entry.category) == place:
            continue  # another surface of the row that was looked at last
        read[entry.category] = place
        for key in _identities(entry):
            rival = first.setdefault((entry.category, key), place)
            if rival != place:
                detail = f"{entry.category} {key!r} stands also in {rival.path}:{rival.line}; one row tells all of it"
                raise LexiconError(*place, detail)


def _identities(entry: Entry) -> Iterator[str]:
    payload = entry.payload
    if isinstance(payload, Person | Body):
        yield from payload.external_ids
    if isinstance(payload, Person | Body | Country):
        yield entry.key
