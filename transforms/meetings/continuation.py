"""Verbless continuations: "then the two deputies X and Y" goes on with the verb of the sentence before."""

from __future__ import annotations

from transforms.actors.records import PhraseKind
from transforms.lexicon.cues import Does
from transforms.lexicon.entries import Hit
from transforms.lexicon.triggers import Sort
from transforms.meetings.arguments import collect
from transforms.meetings.records import Clause, Frame, Link, Told, What

GUESTS = frozenset({PhraseKind.PERSON, PhraseKind.OFFICE, PhraseKind.DELEGATION})


def continued_frame(clause: Clause, before: Told) -> Frame | None:
    """The frame of a sentence that begins with "then" and a party, with the verb and the host told before it."""
    trigger = before.frame.trigger
    if not _opens(clause):
        return None
    bare = [each for each in collect(clause, 0, frozenset()) if each.link is Link.BARE]
    if not bare:
        return None
    opener, hit = clause.items[0], before.frame.hit
    at = opener.hit or hit
    mark = Hit(opener.first, opener.last, at.start, at.end, hit.entry, hit.cut)
    verb = opener._replace(what=What.TRIGGER, hit=mark, does=frozenset())
    items = (verb, *clause.items[1:])
    return Frame(
        0,
        0,
        Clause(clause.number, clause.sentence, items),
        f"{trigger.id}.then",
        a=before.frame.a,
        b=bare[0].phrases,
        last=bare[0].phrases[-1].last,
        parts=bare[0].parts,
    )


def is_open(told: Told) -> bool:
    """Whether a frame's verb may take another object in the next sentence."""
    trigger = told.frame.trigger
    return not trigger.is_noun and trigger.object and trigger.sort in (Sort.RECEIVE, Sort.MEET)


def _opens(clause: Clause) -> bool:
    """Whether a sentence begins with "then" and a party, and has no verb of meeting of its own."""
    if len(clause.items) < 2 or any(item.what is What.TRIGGER for item in clause.items):
        return False
    opener, party = clause.items[0], clause.items[1]
    starts = opener.first == clause.sentence.first and Does.THEN in opener.does
    near = party.phrase is not None and party.first - opener.last <= 1 and party.link is None
    return starts and near and party.phrase is not None and party.phrase.kind in GUESTS
