"""Tenures: which offices the text sees its persons hold."""

from __future__ import annotations

from transforms.actors.ledger import Ledger
from transforms.actors.records import Phrase
from transforms.base.records import Tenure


def find_tenures(ledger: Ledger, phrases: tuple[Phrase, ...]) -> tuple[Tenure, ...]:
    """One row per person, role, body and country, in the order of the text. An office no longer held is none."""
    rows: dict[Tenure, None] = {}
    for phrase in phrases:
        if phrase.person is None or phrase.role is None or phrase.former or phrase.name_first is None:
            continue
        body = ledger.actors[phrase.body].name if phrase.body is not None else None
        rows.setdefault(Tenure(phrase.person, phrase.role, body, phrase.country))
    return tuple(rows)
