"""The participants of a report: persons, then bodies that are named themselves, then a country if nothing else is."""

from __future__ import annotations

from collections.abc import Iterable

from transforms.actors.records import Phrase
from transforms.base.codes import PartyKind, Side
from transforms.base.records import Participant
from transforms.meetings.sides import Roster


def participants(roster: Roster, sides: Iterable[tuple[Side, Iterable[Phrase]]]) -> tuple[Participant, ...]:
    """The participants of all sides: persons, then bodies that are named themselves, then a country where nothing
    else is.
    """
    found: list[Participant] = []
    for side, phrases in sides:
        found.extend(_side(roster, side, list(phrases), found))
    return tuple(found)


def _side(roster: Roster, side: Side, phrases: list[Phrase], before: list[Participant]) -> list[Participant]:
    taken = {each.actor for each in before}
    found: list[Participant] = []
    for phrase in phrases:
        if phrase.person is None or phrase.person in taken:
            continue
        taken.add(phrase.person)
        found.append(_person(roster, side, phrase, is_lead=not found))
    for phrase in phrases:
        body = phrase.body
        if body is None or body in taken or (phrase.person is not None):
            continue
        taken.add(body)
        found.append(_body(roster, side, phrase, body, is_lead=not found))
    for phrase in phrases:
        country = roster.country_of(phrase) or roster.home_of(phrase)
        index = roster.country_actor(country) if country else None
        if found or country is None or index is None or index in taken:
            continue
        taken.add(index)
        found.append(_country(roster, side, phrase, index, country))
    return found


def _person(roster: Roster, side: Side, phrase: Phrase, *, is_lead: bool) -> Participant:
    assert phrase.person is not None
    body = roster.body_of(phrase)
    start, end = roster.span_of(phrase)
    return Participant(
        side=side,
        kind=PartyKind.PERSON,
        actor=phrase.person,
        name=roster.cast.actors[phrase.person].name,
        surface="",
        role=roster.role_of(phrase),
        organization=roster.cast.actors[body].name if body is not None else None,
        country=roster.country_of(phrase),
        is_lead=is_lead,
        start=start,
        end=end,
    )


def _body(roster: Roster, side: Side, phrase: Phrase, body: int, *, is_lead: bool) -> Participant:
    actor = roster.cast.actors[body]
    return Participant(
        side=side,
        kind=PartyKind.ORGANIZATION,
        actor=body,
        name=actor.name,
        surface="",
        role=phrase.role,
        organization=None,
        country=phrase.country or actor.country,
        is_lead=is_lead,
        start=phrase.start,
        end=phrase.end,
    )


def _country(roster: Roster, side: Side, phrase: Phrase, index: int, country: str) -> Participant:
    return Participant(
        side=side,
        kind=PartyKind.COUNTRY,
        actor=index,
        name=roster.cast.actors[index].name,
        surface="",
        role=phrase.role,
        organization=None,
        country=country,
        is_lead=True,
        start=phrase.start,
        end=phrase.end,
    )


def lead_name(found: Iterable[Participant], side: Side) -> str | None:
    """Who led a side."""
    return next((each.name for each in found if each.side is side and each.is_lead), None)
