"""What this layer hands to meetings and tables.

A `Phrase` is a noun phrase of one sentence that can take part in something: a person with office and body, an office
without a name, a body, a delegation, a country. A `Cast` holds a document's entities, their mentions and all phrases.
Word indices and offsets are those of the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from transforms.base.codes import MentionForm
from transforms.base.records import Actor, Mention, Tenure
from transforms.lexicon.bodies import BodyKind


class PhraseKind(StrEnum):
    """What stands at the head of a phrase."""

    PERSON = "person"
    """A named person, with or without office: the head of the coalition X; X; the minister, X."""
    OFFICE = "office"
    """An office or title without a name: the French ambassador; his Turkish counterpart; officials in the ministry."""
    BODY = "body"
    """An organisation: the coalition, the foreign ministry, the United Nations."""
    DELEGATION = "delegation"
    """A delegation or group that stands for somebody: a delegation of the coalition, representatives of friendly
    states.
    """
    COUNTRY = "country"
    """A country, or a capital used for its government."""


class Phrase(NamedTuple):
    """Words `[first, last)` at folded offsets `[start, end)`, titles, office and modifiers included.

    `head` is the word index of the head noun or of the name. `person`, `body` index `Cast.actors` (None if there is
    none): the named person, and the body that the phrase is or that the person or office belongs to. `country` is
    whom the phrase stands for (alpha-3, None for international bodies or if unknown); a country to which an envoy is
    sent is in `destination`, never here. `former` marks an office no longer held, `plural` more than one person or
    body, `counterpart` a word such as "his counterpart", `acting` a deputy in charge. `role` is the office's surface
    without the body and country. `holder` is the person whom the article names as holding the office of a phrase
    without a name.
    """

    first: int
    last: int
    start: int
    end: int
    kind: PhraseKind
    head: int
    name_first: int | None
    name_last: int | None
    person: int | None
    body: int | None
    country: str | None
    destination: str | None = None
    role: str | None = None
    former: bool = False
    acting: bool = False
    plural: bool = False
    dual: bool = False
    counterpart: bool = False
    definite: bool = True
    holder: int | None = None


class BodySpan(NamedTuple):
    """A body named at words `[first, last)`. `id` is the lexicon's or the composed one;
    `name` the canonical name, None if composed.
    """

    first: int
    last: int
    start: int
    end: int
    id: str
    name: str | None
    name_en: str
    country: str | None
    kind: BodyKind
    form: MentionForm
    external_ids: tuple[str, ...]
    preposition: str
    conjunction: str
    composed: bool


@dataclass(frozen=True)
class Cast:
    """One document's actors, their mentions in order (offsets into the folded text) and its phrases in order."""

    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    tenures: tuple[Tenure, ...]
    phrases: tuple[Phrase, ...]
