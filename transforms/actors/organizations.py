"""Mentions and actors of bodies."""

from __future__ import annotations

from transforms.actors.ledger import Ledger, entity_id
from transforms.actors.records import BodySpan
from transforms.actors.view import View
from transforms.base.codes import EntityType
from transforms.base.records import Actor
from transforms.lexicon.bodies import Body


def note_bodies(view: View, ledger: Ledger) -> dict[int, int]:
    """Note every body's mentions; return the actor of each by its first word."""
    actors: dict[int, int] = {}
    for word, span in sorted(view.bodies.items()):
        actors[word] = ledger.actor(_actor(view, span))
        ledger.mention(span.start, span.end, word, actors[word], span.form)
    return actors


def known_body(ledger: Ledger, body: Body) -> int:
    """The actor of a body that the text only hints at."""
    return ledger.actor(
        Actor(
            entity_id(EntityType.ORGANIZATION, body.id),
            EntityType.ORGANIZATION,
            body.name,
            body.name_en,
            body.country,
            body.external_ids,
            True,
        )
    )


def _actor(view: View, span: BodySpan) -> Actor:
    name = span.name or view.page.text.bare[span.start : span.end]
    return Actor(
        entity_id(EntityType.ORGANIZATION, span.id),
        EntityType.ORGANIZATION,
        name,
        span.name_en,
        span.country,
        span.external_ids,
        not span.composed,
    )
