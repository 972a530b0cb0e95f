"""The actors and mentions of one document as they are gathered: one actor per entity id, mentions in the order of the
text.
"""

from __future__ import annotations

from functools import lru_cache

from transforms.actors.view import View
from transforms.base.codes import EntityType, MentionForm, NameGround, Zone
from transforms.base.ids import content_id
from transforms.base.records import Actor, Mention
from transforms.text.normalise import fold

#: News names the same few over and over: their ids are not hashed again.
REMEMBERED_NAMES = 50_000


@lru_cache(maxsize=REMEMBERED_NAMES)
def entity_id(entity_type: EntityType, identity: str) -> str:
    """The id of an entity: a hash of its type and its lexicon key or folded name."""
    return content_id("ent", entity_type.value, fold(identity).folded)


class Ledger:
    """Collects actors by entity id and mentions without overlap inside one type."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.actors: list[Actor] = []
        self._index: dict[str, int] = {}
        self._mentions: dict[tuple[int, int, str], Mention] = {}

    def actor(self, actor: Actor) -> int:
        """The index of an actor; a first one with its id is kept."""
        index = self._index.get(actor.entity_id)
        if index is None:
            index = self._index[actor.entity_id] = len(self.actors)
            self.actors.append(actor)
        return index

    def mention(
        self, start: int, end: int, word: int, actor: int, form: MentionForm, ground: NameGround | None = None
    ) -> None:
        """Note a mention at folded offsets; `word` tells the zone, `ground` why a person's name was taken."""
        kind = self.actors[actor].entity_type
        zone = self.view.zones[word] or Zone.BODY
        surface = self.view.page.text.folded[start:end]
        # Keyed by the type's text, whose hash is no Python code; it sorts like the type.
        mention = Mention(start, end, surface, kind, actor, form, zone, ground)
        self._mentions.setdefault((start, end, str(kind)), mention)

    def mentions(self) -> tuple[Mention, ...]:
        """All mentions in order."""
        return tuple([self._mentions[key] for key in sorted(self._mentions)])
