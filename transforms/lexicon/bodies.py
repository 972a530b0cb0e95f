"""Bodies: those known by name, and the words from which a text composes others.

A known body has one id under all its names. A composed one (head noun + portfolio + adjective of nationality or
country) gets its id from `composed_id`, so that the same ministry is one thing in every article; a known body that
could be composed carries the composed id. Forms that mean a body only where the article has named it in full are hits
of their own (`BODY_SHORT`), resolved by whoever reads on: `Body.shorts` holds them, folded.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from transforms.base.codes import MentionForm
from transforms.lexicon.building import surface_entry
from transforms.lexicon.entries import Category, Entry, Glue
from transforms.lexicon.files import Row, code_of
from transforms.lexicon.geography import country_code, flagged
from transforms.text.normalise import fold


class BodyKind(StrEnum):
    """What a body is."""

    INTERNATIONAL = "international"
    COURT = "court"
    GOVERNMENT = "government"
    PRESIDENCY = "presidency"
    MINISTRY = "ministry"
    PARLIAMENT = "parliament"
    ARMY = "army"
    PARTY = "party"
    MOVEMENT = "movement"
    COALITION = "coalition"
    COMMITTEE = "committee"
    COUNCIL = "council"
    MISSION = "mission"
    LOCAL = "local"
    RELIGIOUS = "religious"
    NGO = "ngo"
    COMPANY = "company"
    UNIVERSITY = "university"
    MEDIA = "media"


class Body(NamedTuple):
    """A known body by one of its names. International bodies have no country.

    `form` tells a letter word from a name; an `ambiguous` surface has another common sense. `shorts` are the folded
    short forms that may stand for it once it was named.
    """

    id: str
    name: str
    name_en: str
    country: str | None
    kind: BodyKind
    form: MentionForm
    ambiguous: bool
    external_ids: tuple[str, ...]
    shorts: frozenset[str]


class Takes(StrEnum):
    """What may follow the head noun of a composed body: also free words that name it, or nothing at all."""

    PORTFOLIO = "portfolio"
    NATIONALITY = "nationality"
    COUNTRY = "country"
    NAME = "name"
    ALONE = "alone"


class BodyHead(NamedTuple):
    """The head noun of a composed body. `name_en` is a pattern over {portfolio} and {country}."""

    id: str
    kind: BodyKind
    takes: frozenset[Takes]
    name_en: str


class Portfolio(NamedTuple):
    """A ministry's field. `definite` forms follow the head noun directly, others stand before a country's name; a
    form that stands `alone` is the ministry itself when an adjective of nationality follows.
    """

    id: str
    name_en: str
    definite: bool
    alone: bool


def body_entries(row: Row) -> Iterator[Entry]:
    """A row of a file of known bodies: names, letter words, short forms."""
    row.only(*BODY_FIELDS)
    row.text("note")
    names = (row.text("name"), *row.texts("variants"))
    acronyms, shorts = row.texts("acronyms"), tuple(fold(short).folded for short in row.texts("shorts"))
    ambiguous = flagged(row, (*names, *acronyms))
    full = _body(row, frozenset(shorts))
    for surface in (*names, *acronyms):
        form = MentionForm.ACRONYM if surface in acronyms else MentionForm.FULL
        payload = full._replace(form=form, ambiguous=fold(surface).folded in ambiguous)
        yield surface_entry(row, surface, Category.BODY, full.id, payload, glue=Glue.NAME)
    for short in shorts:
        yield surface_entry(row, short, Category.BODY_SHORT, short, short, glue=Glue.NAME)


BODY_FIELDS = (
    "id",
    "name",
    "name_en",
    "country",
    "kind",
    "variants",
    "acronyms",
    "shorts",
    "ambiguous",
    "wikidata",
    "note",
)


def _body(row: Row, shorts: frozenset[str]) -> Body:
    wikidata = row.text("wikidata", "")
    if wikidata and not (wikidata[0] == "Q" and wikidata[1:].isdigit()):
        raise row.fault(f"field 'wikidata' must be Q and digits, not {wikidata!r}")
    return Body(
        id=row.text("id"),
        name=row.text("name"),
        name_en=row.text("name_en"),
        country=country_code(row) if row.text("country", "") else None,
        kind=code_of(row, "kind", BodyKind),
        form=MentionForm.FULL,
        ambiguous=False,
        external_ids=(f"wikidata:{wikidata}",) if wikidata else (),
        shorts=shorts,
    )


def head_entries(row: Row) -> Iterator[Entry]:
    """A row of `body_heads.csv`."""
    row.only("id", "kind", "takes", "name_en", "surfaces", "note")
    row.text("note")
    try:
        takes = frozenset(Takes(text) for text in row.texts("takes"))
    except ValueError:
        raise row.fault(f"field 'takes' may name {', '.join(Takes)}") from None
    if not takes:
        raise row.fault("field 'takes' is missing or empty")
    payload = BodyHead(row.text("id"), code_of(row, "kind", BodyKind), takes, row.text("name_en"))
    for surface in row.texts("surfaces"):
        yield surface_entry(row, surface, Category.BODY_HEAD, payload.id, payload, glue=Glue.NOUN)


def portfolio_entries(row: Row) -> Iterator[Entry]:
    """A row of `portfolios.csv`."""
    row.only("id", "name_en", "definite", "bare", "alone", "note")
    row.text("note")
    definite, bare = row.texts("definite"), row.texts("bare")
    alone = flagged(row, definite, "alone")
    for surface in (*definite, *bare):
        payload = Portfolio(row.text("id"), row.text("name_en"), surface in definite, fold(surface).folded in alone)
        yield surface_entry(row, surface, Category.PORTFOLIO, payload.id, payload, glue=Glue.NAME)


def composed_id(head: BodyHead, portfolio: Portfolio | None, country: str | None) -> str:
    """The id of a body that a text composes: `TUR.ministry.foreign_affairs`, `LBY.government`."""
    parts = (country or "", head.id, portfolio.id if portfolio else "")
    return ".".join(part for part in parts if part)


def composed_name(head: BodyHead, portfolio: Portfolio | None, country_en: str | None) -> str:
    """Its English name; what is not known is left out with its "of"."""
    name = head.name_en
    for slot, value in (("{portfolio}", portfolio.name_en if portfolio else None), ("{country}", country_en)):
        name = name.replace(slot, value) if value else name.replace(f" of {slot}", "")
    return name
