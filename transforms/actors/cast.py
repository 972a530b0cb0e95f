"""The cast of one document: the fixed order in which everything else here is called.

View, people and offices, places, bodies, phrases. The result is frozen; offsets are those of the folded text.
"""

from __future__ import annotations

from transforms.actors.finding import find_people
from transforms.actors.ledger import Ledger
from transforms.actors.people import note_people
from transforms.actors.phrases import person_phrase
from transforms.actors.places import country_names, note_places
from transforms.actors.records import Cast, Phrase
from transforms.actors.view import open_view
from transforms.lexicon import Lexicon
from transforms.lexicon.index import Scan
from transforms.text.layout import Layout
from transforms.text.sentences import Sentence


def find_cast(scan: Scan, layout: Layout, sentences: tuple[Sentence, ...], lexicon: Lexicon) -> Cast:
    """Find who and what the article's own sentences name."""
    view = open_view(scan, sentences, lexicon.names)
    ledger = Ledger(view)
    found = find_people(view)
    blocked = bytearray(len(view.tags))
    people = note_people(view, ledger, found, blocked)
    taken = bytearray(len(view.tags))
    for each in found:
        if each.name:
            taken[each.name.first : each.name.last] = b"\x01" * (each.name.last - each.name.first)
    note_places(view, ledger, taken, country_names(view))
    phrases: list[Phrase] = []
    for each in found:
        person = people.by_name.get(each.name.first) if each.name else None
        phrases.append(person_phrase(view, each, person))
    return Cast(tuple(ledger.actors), ledger.mentions(), (), tuple(sorted(phrases, key=lambda phrase: phrase.first)))
