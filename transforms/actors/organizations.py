"""Mentions and actors of bodies."""

from __future__ import annotations

from functools import lru_cache

from transforms.actors.ledger import REMEMBERED_NAMES, Ledger, entity_id
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
    return ledger.actor(_organization(body.id, body.name, body.name_en, body.country, body.external_ids, True))


def _actor(view: View, span: BodySpan) -> Actor:
    name = span.name or view.page.text.bare[span.start : span.end]
    return _organization(span.id, name, span.name_en, span.country, span.external_ids, not span.composed)


@lru_cache(maxsize=REMEMBERED_NAMES)
def _organization(
    key: str, name: str, name_en: str, country: str | None, external_ids: tuple[str, ...], known: bool
) -> Actor:
    """The actor of a body; remembered, since news names the same bodies over and over."""
    identity = entity_id(EntityType.ORGANIZATION, key)
    return Actor(identity, EntityType.ORGANIZATION, name, name_en, country, external_ids, known)
