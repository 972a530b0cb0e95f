"""Persons: from names found to actors and their mentions, known ones linked.

A name that the lexicon knows in full is that person's. A family name behind an office is a known person's if office
and country fit one bearer only. A family name alone needs a word that is told of its bearer alone. Whoever is not
known gets an id by his or her name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from transforms.actors.coreference import Person, find_alone, group_names, units_of
from transforms.actors.ledger import REMEMBERED_NAMES, Ledger, entity_id
from transforms.actors.names import ends_known
from transforms.actors.naming import Found
from transforms.actors.romanise import romanise
from transforms.actors.units import Name
from transforms.actors.view import SPACE, View
from transforms.base.codes import EntityType, MentionForm, NameGround
from transforms.base.records import Actor
from transforms.lexicon import persons
from transforms.lexicon.bodies import BodyKind
from transforms.lexicon.entries import Category
from transforms.lexicon.names import FUNCTION
from transforms.text.characters import ARTICLE
from transforms.text.words import splits

#: Quotes and brackets that a name's span may hold.
QUOTED = str.maketrans("\"'()", "    ")
#: Bodies that speak of their ruler when they are called after him.
CALLED_AFTER_RULER = (BodyKind.GOVERNMENT, BodyKind.ARMY)


@dataclass
class People:
    """Actor by the first word of a name; family names alone as (first word, last word, actor); where these begin;
    countries of known persons by actor.
    """

    by_name: dict[int, int] = field(default_factory=dict)
    alone: list[tuple[int, int, int]] = field(default_factory=list)
    starts: dict[int, int] = field(default_factory=dict)
    countries: dict[int, str] = field(default_factory=dict)

    def country_of(self, actor: int) -> str | None:
        """The country of a known person."""
        return self.countries.get(actor)


def note_people(view: View, ledger: Ledger, found: list[Found]) -> People:
    """Note all mentions of persons."""
    named = [each for each in found if each.name is not None]
    names = [each.name for each in named if each.name is not None]
    addressed = {each.name.first for each in named if each.name and any(post.first_name for post in each.posts)}
    people, owners = group_names(view, names, addressed)
    known = _known_people(view, named, people, owners)
    taken, named_in_full = _taken(view, names), len(people)
    _add_told(view, people, known, taken)
    alone = find_alone(view, people, taken)
    actors = [ledger.actor(_actor(view, person, known.get(number))) for number, person in enumerate(people)]
    noted = People(countries={actors[number]: each.country for number, each in known.items() if each.country})
    for name, owner in zip(names, owners, strict=True):
        noted.by_name[name.first] = actors[owner]
        form = MentionForm.FULL if len(name.units) > 1 else MentionForm.PARTIAL
        start, end = view.start_of(name.first), view.page.ends[name.last - 1]
        ledger.mention(start, end, name.first, actors[owner], form, name.ground)
    for word, last, owner, strip in alone:
        whole = not strip and _has_first_name(view, people[owner], word - 1, taken)
        first, form = (word - 1, MentionForm.FULL) if whole else (word, MentionForm.PARTIAL)
        noted.starts[first] = view.page.starts[first] + strip
        noted.alone.append((first, last, actors[owner]))
        ground = NameGround.PART if owner < named_in_full else NameGround.CUE
        ledger.mention(noted.starts[first], view.page.ends[last - 1], first, actors[owner], form, ground)
    return noted


def _has_first_name(view: View, person: Person, word: int, taken: bytearray) -> bool:
    """Whether a person's first name stands at a word, right before the family name."""
    if word < 0 or taken[word] or view.gaps[word] != SPACE or view.tags[word] == FUNCTION:
        return False
    return any(len(units) > 1 and units[0] == (view.page.words[word],) for units in person.names)


def _taken(view: View, names: list[Name]) -> bytearray:
    """The words that cannot hold a family name alone: names, and bodies other than a ruler's own."""
    taken = bytearray(len(view.tags))
    for span in view.bodies.values():
        if span.kind not in CALLED_AFTER_RULER:
            taken[span.first : span.last] = b"\x01" * (span.last - span.first)
    for word in view.carried:
        taken[word] = 1
    for name in names:
        taken[name.first : name.last] = b"\x01" * (name.last - name.first)
    return taken


def _known_people(view: View, named: list[Found], people: list[Person], owners: list[int]) -> dict[int, persons.Person]:
    """The known person that each group of names is, if any."""
    known: dict[int, persons.Person] = {}
    for each, owner in zip(named, owners, strict=True):
        hit = view.persons.get(each.name.first) if each.name else None
        if hit is not None and each.name and not ends_known(view, each.name, hit.last):
            continue
        if hit is not None and isinstance(hit.entry.payload, persons.Person):
            known.setdefault(owner, hit.entry.payload)
    for each, owner in zip(named, owners, strict=True):
        if each.posts and owner not in known and len(people[owner].keys) == 1:
            bearer = _bearer(view, each)
            if bearer is not None:
                known[owner] = bearer
    return known


def _bearer(view: View, found: Found) -> persons.Person | None:
    """The one known person whose office and country are those before a family name."""
    if found.name is None or not found.posts:
        return None
    surname = " ".join(" ".join(unit) for unit in units_of(view, found.name))
    words = {word for post in found.posts for hit in post.hits for word in hit.entry.words}
    words |= {word.removeprefix(ARTICLE) for word in words}
    country = next((post.country for post in found.posts if post.country), None)
    fits = [
        person
        for person in view.gazetteer.bearers.get(surname, ())
        if person.offices & words and (country is None or person.country == country)
    ]
    return fits[0] if len(fits) == 1 else None


def _add_told(view: View, people: list[Person], known: dict[int, persons.Person], taken: bytearray) -> None:
    """Add the known persons whose family names stand alone beside a word that tells them."""
    for hit in view.scan.of(Category.SURNAME):
        if view.zones[hit.first] is None or taken[hit.first] or hit.first == 0:
            continue
        before = {cut.stem for cut in splits(view.page.words[hit.first - 1])}
        told = [each for each in view.gazetteer.bearers.get(str(hit.entry.payload), ()) if each.cues & before]
        if len(told) != 1 or any(told[0] == each for each in known.values()):
            continue
        surname = tuple(hit.entry.words)
        if any((surname in names) or surname == names[-1] for person in people for names in person.names):
            continue
        known[len(people)] = told[0]
        people.append(
            Person(names=[(surname,)], fullest=(hit.first, hit.last), strip=hit.start - view.page.starts[hit.first])
        )


def _actor(view: View, person: Person, known: persons.Person | None) -> Actor:
    first, last = person.fullest
    spelt = view.page.text.bare[view.page.starts[first] + person.strip : view.page.ends[last - 1]]
    spelt = " ".join(spelt.translate(QUOTED).split())
    if known is not None:
        key = entity_id(EntityType.PERSON, known.name_en)
        return Actor(key, EntityType.PERSON, spelt, known.name_en, known.country, known.external_ids, True)
    return _unknown(spelt)


@lru_cache(maxsize=REMEMBERED_NAMES)
def _unknown(name: str) -> Actor:
    """The actor of a person whom the lexicon does not have."""
    return Actor(entity_id(EntityType.PERSON, name), EntityType.PERSON, name, romanise(name), None, (), False)
