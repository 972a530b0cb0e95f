"""Adjectives that stand for a body, and heads after which a name is that of a thing."""

from __future__ import annotations

import pytest

from tests.transforms.lexicon.rows import hits, row
from transforms.base.errors import LexiconError
from transforms.lexicon.body_words import (
    BodyAdjective,
    NamedAfter,
    When,
    adjective_entries,
    named_after_entries,
)
from transforms.lexicon.entries import Category
from transforms.lexicon.nationalities import Gender, Number


@pytest.mark.parametrize(
    ("text", "body", "when"),
    [
        ("الأممي", "un", When.ALWAYS),
        ("والأممية", "un", When.ALWAYS),
        ("الأوروبيين", "eu", When.ENVOY),
        ("العربي", "arab_league", When.ENVOY),
        ("الدولي", "un", When.ENVOY),
        ("الأطلسي", "nato", When.ALWAYS),
        ("الآسيوية", None, When.ENVOY),
    ],
)
def test_adjectives(text: str, body: str | None, when: When) -> None:
    payload = hits(text, Category.BODY_ADJECTIVE)[0].entry.payload
    assert isinstance(payload, BodyAdjective)
    assert (payload.body, payload.when) == (body, when)


def test_adjectives_inflect() -> None:
    payload = hits("الأوروبيتين", Category.BODY_ADJECTIVE)[0].entry.payload
    assert isinstance(payload, BodyAdjective)
    assert (payload.gender, payload.number) == (Gender.FEMININE, Number.DUAL)


@pytest.mark.parametrize(("text", "kind", "place"), [("مستشفى", "hospital", True), ("بجائزة", "prize", False)])
def test_heads_of_things_named_after_people(text: str, kind: str, place: bool) -> None:
    payload = hits(text, Category.NAMED_AFTER)[0].entry.payload
    assert payload == NamedAfter(kind, place)


@pytest.mark.parametrize(
    ("reader", "fields", "detail"),
    [
        pytest.param(
            adjective_entries, {"id": "x", "when": "never", "stems": "أممي"}, "'when' must be one of", id="when"
        ),
        pytest.param(adjective_entries, {"id": "x", "when": "envoy"}, "'stems' is missing", id="no stem"),
        pytest.param(named_after_entries, {"kind": "", "surfaces": "جسر"}, "'kind' is missing", id="no kind"),
        pytest.param(named_after_entries, {"kind": "x", "place": "so"}, "must be yes or no", id="place"),
    ],
)
def test_refused(reader: object, fields: dict[str, object], detail: str) -> None:
    assert callable(reader)
    with pytest.raises(LexiconError, match=detail):
        list(reader(row(**fields)))
