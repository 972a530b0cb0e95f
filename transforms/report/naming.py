"""Who is named, and why: what the records of a reading tell of each actor, for a page and a terminal alike.

The grounds are those that the records hold: a row of the lexicon, an office that the text gives, the words that
compose a body, a resolution's number, the rules of the grammar of names that took a person's mentions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from enum import StrEnum
from typing import NamedTuple

from transforms.base.codes import EntityType, MentionForm, NameGround, Zone
from transforms.base.records import Actor, Mention, Reading, Tenure
from transforms.report.phrases import counted, words


class Ground(StrEnum):
    """Why an actor was taken."""

    LEXICON = "in the lexicon"
    OFFICE = "named with an office"
    COMPOSED = "composed of a head noun and what follows it"
    NUMBER = "a resolution's number"


class Named(NamedTuple):
    """One actor with its grounds in English, the offices seen (role, body, country: what the text gives), and its
    mentions.
    """

    actor: Actor
    grounds: tuple[str, ...]
    offices: tuple[tuple[str, ...], ...]
    mentions: tuple[Mention, ...]

    @property
    def counts(self) -> str:
        """How often and in which forms: 3 mentions: 1 full, 2 partial; 1 in the title."""
        forms = Counter(mention.form for mention in self.mentions)
        told = ", ".join(f"{forms[form]} {form}" for form in MentionForm if forms[form])
        in_title = sum(mention.zone is Zone.TITLE for mention in self.mentions)
        total = counted(len(self.mentions), "mention")
        return f"{total}{': ' if told else ''}{told}{f'; {in_title} in the title' if in_title else ''}"


def everyone_named(reading: Reading) -> tuple[Named, ...]:
    """All actors of a reading in its order."""
    mentions: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in reading.mentions:
        mentions[mention.actor].append(mention)
    tenures: defaultdict[int, list[Tenure]] = defaultdict(list)
    for tenure in reading.tenures:
        tenures[tenure.actor].append(tenure)
    return tuple(
        Named(
            actor,
            _grounds(actor, mentions[number], bool(tenures[number])),
            _offices(tenures[number]),
            tuple(mentions[number]),
        )
        for number, actor in enumerate(reading.actors)
    )


def _grounds(actor: Actor, mentions: list[Mention], has_office: bool) -> tuple[str, ...]:
    grounds = [Ground.LEXICON.value] * actor.in_lexicon + [Ground.OFFICE.value] * has_office
    if actor.entity_type is EntityType.RESOLUTION:
        grounds.append(Ground.NUMBER.value)
    if actor.entity_type is EntityType.ORGANIZATION and not grounds:
        grounds.append(Ground.COMPOSED.value)
    taken = {mention.ground for mention in mentions}
    return (*grounds, *(words(NameGround, ground) for ground in NameGround if ground in taken))


def _offices(tenures: list[Tenure]) -> tuple[tuple[str, ...], ...]:
    rows = (tuple(part for part in (each.role, each.organization, each.country) if part) for each in tenures)
    return tuple(dict.fromkeys(rows))
