"""Words that tell of a meeting: verbs with all their forms, nouns, light verbs, and the words that only look like
one.

`Trigger` says how a word takes its parties; the reading of meetings works from these attributes and never from a
word itself. Forms are listed in the file, not built here: an irregular verb needs no code.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple, TypeVar

from transforms.lexicon.building import surface_entry
from transforms.lexicon.entries import Category, Entry, Glue
from transforms.lexicon.files import Row


class Sort(StrEnum):
    """What a word does."""

    MEET = "meet"
    RECEIVE = "receive"
    TALK = "talk"
    CALL = "call"
    EVENT = "event"
    RECEPTION = "reception"
    ACCREDIT = "accredit"
    LIGHT = "light"
    NONE = "none"


class Form(StrEnum):
    """Which form of the word a surface is: tense, number and person of a verb, number of a noun."""

    PAST = "past"
    PAST_TWO = "past_two"
    PAST_MANY = "past_many"
    PAST_ME = "past_me"
    PRESENT = "present"
    PRESENT_TWO = "present_two"
    PRESENT_MANY = "present_many"
    PRESENT_ME = "present_me"
    PRESENT_AIM = "present_aim"
    NOUN = "noun"
    NOUNS = "nouns"


class Role(StrEnum):
    """What a light verb makes of its meeting noun."""

    HOLD = "hold"
    RECEIVE = "receive"
    IMPERSONAL = "impersonal"
    CHAIR = "chair"
    JOIN = "join"
    VENUE = "venue"
    ACCEPT = "accept"


class Trigger(NamedTuple):
    """How a word tells of a meeting. `links` are the prepositions by which the counterpart may come, `object` that
    it may stand without one, `presence` that the word tells of one place, `weak` that it needs both parties beside
    it, `committee` that its sides are told by their heads, `channel` how they spoke ("" if the word does not tell),
    `remote` that another word must tell of that channel.
    """

    id: str
    sort: Sort
    form: Form
    object: bool
    links: frozenset[str]
    presence: bool
    weak: bool
    committee: bool
    channel: str
    remote: bool
    role: Role | None

    @property
    def is_noun(self) -> bool:
        """Whether the surface is a noun."""
        return self.form in (Form.NOUN, Form.NOUNS)

    @property
    def is_present(self) -> bool:
        """Whether the surface is a verb of the present."""
        return self.form.startswith("present")

    @property
    def is_first_person(self) -> bool:
        """Whether the speaker is the subject."""
        return self.form in (Form.PAST_ME, Form.PRESENT_ME)

    @property
    def is_plural(self) -> bool:
        """Whether the form has two or more subjects, or is a plural noun."""
        return self.form.endswith(("_two", "_many")) or self.form is Form.NOUNS


Choice = TypeVar("Choice", bound=StrEnum)

FIELDS = (
    "trigger",
    "sort",
    "object",
    "links",
    "presence",
    "weak",
    "committee",
    "channel",
    "remote",
    "role",
    "example",
    "note",
)


def trigger_entries(row: Row) -> Iterator[Entry]:
    """A row of `triggers.yaml`: one word with its forms."""
    row.only(*FIELDS, *Form)
    row.text("note")
    row.text("example")
    sort = _choice(row, Sort, "sort")
    role = _choice(row, Role, "role") if sort is Sort.LIGHT else None
    for form in Form:
        payload = Trigger(
            row.text("trigger"),
            sort,
            form,
            row.flag("object"),
            frozenset(row.texts("links")),
            row.flag("presence"),
            row.flag("weak"),
            row.flag("committee"),
            row.text("channel", ""),
            row.flag("remote"),
            role,
        )
        glue = Glue.NOUN if payload.is_noun else Glue.VERB
        category = Category.LIGHT_VERB if sort is Sort.LIGHT else Category.TRIGGER
        for surface in row.texts(form.value):
            yield surface_entry(row, surface, category, f"{payload.id}.{form}", payload, glue=glue, suffixes=True)


def _choice(row: Row, kind: type[Choice], name: str) -> Choice:
    try:
        return kind(row.text(name))
    except ValueError:
        raise row.fault(f"{name} must be one of {', '.join(kind)}") from None
