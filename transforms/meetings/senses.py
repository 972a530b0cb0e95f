"""When a word of meeting means something else: an interview, a match."""

from __future__ import annotations

from transforms.base.codes import CandidateReason
from transforms.lexicon.cues import Does
from transforms.lexicon.entries import Category
from transforms.lexicon.index import Scan
from transforms.meetings.records import Clause, What

#: How many words behind a noun an adjective of the press may stand.
BEHIND = 3
SPORT_WORDS = 4
SPORT_HERE = 2


def other_sense(clause: Clause, position: int) -> CandidateReason | None:
    """Why the trigger at an item is no meeting by its sense, or None."""
    item = clause.items[position]
    for other in clause.items[position + 1 :]:
        if other.first - item.last > BEHIND:
            break
        if other.what is What.CUE and Does.INTERVIEW in other.does and item.trigger.is_noun:
            return CandidateReason.INTERVIEW
    sport = {other.hit.entry.words for other in clause.items if other.hit is not None and Does.SPORT in other.does}
    return CandidateReason.SPORT if len(sport) >= SPORT_HERE else None


def is_sports_page(scan: Scan) -> bool:
    """Whether the page speaks of sport: several different words of it."""
    return len({hit.entry.words for hit in scan.of(Category.SPORT)}) >= SPORT_WORDS
