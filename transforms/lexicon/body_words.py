"""Words around bodies: adjectives that stand for one, and heads after which a person's name is the name of a thing."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from transforms.lexicon.building import surface_entry
from transforms.lexicon.entries import Category, Entry, Glue
from transforms.lexicon.files import Row, code_of
from transforms.lexicon.nationalities import Gender, Number, definite_and_bare, forms_of


class When(StrEnum):
    """When an adjective stands for its body: by itself, or only beside an office that the body gives (envoy,
    commissioner, observer).
    """

    ALWAYS = "always"
    ENVOY = "envoy"


class BodyAdjective(NamedTuple):
    """An adjective of a body or group of states; no country. `body` is the id of a known body, or None."""

    id: str
    body: str | None
    when: When
    gender: Gender
    number: Number


class NamedAfter(NamedTuple):
    """A head such as hospital or prize: a name that follows belongs to the thing. `place` tells whether the thing is
    a place.
    """

    kind: str
    place: bool


def adjective_entries(row: Row) -> Iterator[Entry]:
    """A row of `body_adjectives.csv`: all forms."""
    row.only("id", "body", "when", "stems", "broken", "note")
    row.text("note")
    key, body, when = row.text("id"), row.text("body", "") or None, code_of(row, "when", When)
    for form in forms_of(row):
        payload = BodyAdjective(key, body, when, form.gender, form.number)
        for surface, glue in definite_and_bare(form):
            yield surface_entry(row, surface, Category.BODY_ADJECTIVE, key, payload, glue=glue)


def named_after_entries(row: Row) -> Iterator[Entry]:
    """A row of `named_after.csv`."""
    row.only("kind", "place", "surfaces", "note")
    row.text("note")
    payload = NamedAfter(row.text("kind"), row.flag("place"))
    for surface in row.texts("surfaces"):
        yield surface_entry(row, surface, Category.NAMED_AFTER, payload.kind, payload, glue=Glue.NOUN)
