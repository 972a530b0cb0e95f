"""The cast of one document: the fixed order in which everything else here is called.

View, bodies, people and offices, names of lists and names settled by each other,
places, phrases. The result is frozen; offsets are those
of the folded text.
"""

from __future__ import annotations

from transforms.actors.bodies import find_bodies
from transforms.actors.finding import find_people
from transforms.actors.ledger import Ledger
from transforms.actors.lists import fill_lists
from transforms.actors.organizations import note_bodies
from transforms.actors.people import note_people
from transforms.actors.phrases import find_phrases
from transforms.actors.places import note_places
from transforms.actors.records import Cast
from transforms.actors.resolutions import note_resolutions
from transforms.actors.settling import settle
from transforms.actors.sharing import with_shares
from transforms.actors.tenures import find_tenures
from transforms.actors.view import add_bodies, open_view
from transforms.lexicon import Lexicon
from transforms.lexicon.index import Scan
from transforms.text.layout import Layout
from transforms.text.sentences import Sentence


def find_cast(scan: Scan, layout: Layout, sentences: tuple[Sentence, ...], lexicon: Lexicon) -> Cast:
    """Find who and what the article's own sentences name."""
    view = open_view(scan, sentences, lexicon)
    add_bodies(view, find_bodies(view, lexicon.gazetteer))
    ledger = Ledger(view)
    found = with_shares(settle(view, fill_lists(view, find_people(view))))
    people = note_people(view, ledger, found)
    bodies = note_bodies(view, ledger)
    countries = note_places(view, ledger, found)
    note_resolutions(view, ledger)
    phrases = find_phrases(view, ledger, found, people, bodies, countries)
    return Cast(tuple(ledger.actors), ledger.mentions(), find_tenures(ledger, phrases), phrases)
