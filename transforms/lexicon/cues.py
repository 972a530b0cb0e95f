"""Words that steer the reading of a meeting: links to parties, attendees, modality, channel, venue, other senses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from transforms.lexicon.building import surface_entry
from transforms.lexicon.entries import Category, Entry, Glue
from transforms.lexicon.files import Row


class Does(StrEnum):
    """What a cue does; each value is explained by its row in `cues.yaml`."""

    WITH = "with"
    BETWEEN = "between"
    FROM = "from"
    EACH = "each"
    LEAD = "lead"
    HEADING = "heading"
    COMPRISE = "comprise"
    GATHER = "gather"
    ATTEND = "attend"
    PRESENCE_OF = "presence_of"
    ACCOMPANY = "accompany"
    REPRESENT = "represent"
    JOINED = "joined"
    CHAIRED = "chaired"
    SIDE = "side"
    BOTH = "both"
    PATRON = "patron"
    STATEMENT = "statement"
    BARRIER = "barrier"
    RELATIVE = "relative"
    DURING = "during"
    DEMAND = "demand"
    READY = "ready"
    HYPOTHETICAL = "hypothetical"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    SUPPOSED = "supposed"
    POSTPONED = "postponed"
    DENIED = "denied"
    NEGATION = "negation"
    HABITUAL = "habitual"
    BACKGROUND = "background"
    FURTHER = "further"
    SEPARATELY = "separately"
    THEN = "then"
    SAME = "same"
    INTERVIEW = "interview"
    SPORT = "sport"
    MESSAGE = "message"
    PHONE = "phone"
    VIDEO = "video"
    VENUE = "venue"
    PRESENCE = "presence"
    VISIT = "visit"
    FILLER = "filler"
    LOCATIVE = "locative"
    BOUND = "bound"
    BEHALF = "behalf"
    STATE = "state"
    TOWARD = "toward"
    CAPITAL = "capital"
    LOCAL = "local"
    WITHIN = "within"
    CLAUSE = "clause"
    MEDIATOR = "mediator"
    THAT = "that"
    AGENT = "agent"
    NEXT = "next"
    DEVOTED = "devoted"
    AFTER = "after"
    SEQUEL = "sequel"
    WHERE = "where"
    RESPECT = "respect"
    INFORMED = "informed"
    QUOTED = "quoted"
    WORLD = "world"
    PURPOSE = "purpose"


#: What is looked for over the whole page, before any sentence is read: verbs of attending, words of sport, "with".
SOUGHT: Mapping[Category, frozenset[Does]] = MappingProxyType(
    {
        Category.ATTENDING: frozenset(
            {
                Does.ATTEND,
                Does.ACCOMPANY,
                Does.COMPRISE,
                Does.REPRESENT,
                Does.JOINED,
                Does.CHAIRED,
                Does.PRESENCE_OF,
                Does.PATRON,
            }
        ),
        Category.SPORT: frozenset({Does.SPORT}),
        Category.TOGETHER: frozenset({Does.WITH}),
    }
)


class Steer(NamedTuple):
    """What a surface does; a word may do several things."""

    does: frozenset[Does]


def cue_entries(row: Row) -> Iterator[Entry]:
    """A row of `cues.yaml`: what it does (one or several), how it is glued, its surfaces."""
    row.only("cue", "glue", "suffixes", "surfaces", "example", "note")
    row.text("note")
    row.text("example")
    try:
        steer = Steer(frozenset(Does(name) for name in row.texts("cue")))
        glue = Glue(row.text("glue"))
    except ValueError as error:
        raise row.fault(f"unknown cue or glue: {error}") from None
    suffixes = bool(row.fields.get("suffixes", False))
    key = "+".join(sorted(steer.does))
    for surface in row.texts("surfaces"):
        yield surface_entry(row, surface, Category.CUE, key, steer, glue=glue, suffixes=suffixes)
        for category, does in SOUGHT.items():
            if steer.does & does:
                yield surface_entry(row, surface, category, key, steer, glue=glue, suffixes=suffixes)
