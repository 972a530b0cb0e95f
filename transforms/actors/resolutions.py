"""Resolutions of the Security Council, named by their numbers.

A number counts behind the word for resolution with nothing between but the council and adjectives, and so does each
further number of a list; once a number is known as a resolution's, it counts wherever the article repeats it. The
article must name the United Nations.
"""

from __future__ import annotations

from transforms.actors.ledger import Ledger, entity_id
from transforms.actors.view import BREAK, STOP, View
from transforms.base.codes import EntityType, MentionForm
from transforms.base.records import Actor
from transforms.lexicon.entries import Category

NUMBERS = range(100, 3000)
#: Numbers that cannot be a year count also without the word for resolution, once they are known.
NO_YEAR = 2100
LONGEST_GAP = 8
#: Tags of what may stand between the word for resolution and its number.
BETWEEN = frozenset("CENYOeUD")
AUTHORITY = "un"


def note_resolutions(view: View, ledger: Ledger) -> None:
    """Note the mentions of all resolutions."""
    numbers = _behind_word(view)
    if not numbers or not _named_authority(view):
        return
    known = {view.page.words[word] for word in numbers}
    for word, text in enumerate(view.page.words):
        if text in known and view.zones[word] is not None and (word in numbers or int(text) > NO_YEAR):
            name_en = f"United Nations Security Council Resolution {text}"
            identity = entity_id(EntityType.RESOLUTION, text)
            actor = ledger.actor(Actor(identity, EntityType.RESOLUTION, text, name_en, None, (), False))
            ledger.mention(view.page.starts[word], view.page.ends[word], word, actor, MentionForm.FULL)


def _behind_word(view: View) -> set[int]:
    """The words that are numbers of resolutions by what stands before them."""
    found: set[int] = set()
    for hit in view.scan.of(Category.RESOLUTION):
        if view.zones[hit.first] is None:
            continue
        word = hit.last
        while word < len(view.tags) and word - hit.last < LONGEST_GAP and view.gaps[word - 1] not in (STOP, BREAK):
            text = view.page.words[word]
            if _is_number(text):
                found.add(word)
            elif found and word - 1 in found and len(text) == 1:
                pass
            elif view.tags[word] not in BETWEEN:
                break
            word += 1
    return found


def _is_number(text: str) -> bool:
    return text.isdigit() and len(text) <= 4 and int(text) in NUMBERS


def _named_authority(view: View) -> bool:
    if any(span.id.split(".")[0] == AUTHORITY for span in view.bodies.values()):
        return True
    return any(hit.entry.key == AUTHORITY for hit in view.scan.of(Category.BODY_ADJECTIVE))
