"""Offices, titles, groups and the words that modify them: their surfaces, number and kind.

A surface stands without its prefixes and, mostly, without its article; a definite surface is listed where the
indefinite one means something else. Words that follow an office (former, acting, special) and wishes behind a name are
kinds too.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from transforms.lexicon.building import surface_entry
from transforms.lexicon.entries import Category, Entry, Glue
from transforms.lexicon.files import Row
from transforms.text.normalise import fold


class OfficeKind(StrEnum):
    """What an office word does in its phrase."""

    OFFICE = "office"
    TITLE = "title"
    GROUP = "group"
    COUNTERPART = "counterpart"
    FORMER = "former"
    ACTING = "acting"
    MODIFIER = "modifier"
    FORMULA = "formula"
    LINK = "link"
    ORIGIN = "origin"
    OPENER = "opener"
    RESOLUTION = "resolution"


class Count(StrEnum):
    """How many persons a surface speaks of."""

    ONE = "singular"
    TWO = "dual"
    MANY = "plural"


class Office(NamedTuple):
    """An office word: what it does, of how many it speaks, its surface as the file has it, and whether whoever holds
    it is sent by somebody (an envoy), whether it asks for a name behind it, and whether it is an adjective as well,
    so that without a name it is no office;
    `portfolio` tells that a ministry's field completes it,
    `first_name` that a first name alone may follow it.
    """

    kind: OfficeKind
    number: Count
    surface: str
    sent: bool
    asks: bool
    adjectival: bool
    portfolio: bool
    first_name: bool


CATEGORIES = {
    OfficeKind.OFFICE: Category.OFFICE,
    OfficeKind.TITLE: Category.TITLE,
    OfficeKind.GROUP: Category.OFFICE,
    OfficeKind.COUNTERPART: Category.OFFICE,
    OfficeKind.FORMER: Category.MODIFIER,
    OfficeKind.ACTING: Category.MODIFIER,
    OfficeKind.MODIFIER: Category.MODIFIER,
    OfficeKind.FORMULA: Category.FORMULA,
    OfficeKind.LINK: Category.LINK,
    OfficeKind.ORIGIN: Category.LINK,
    OfficeKind.OPENER: Category.OPENER,
    OfficeKind.RESOLUTION: Category.RESOLUTION,
}


def office_entries(row: Row) -> Iterator[Entry]:
    """A row of `offices.yaml`: kind, note, whether sent, surfaces by number."""
    row.only("kind", "note", "sent", "asks", "adjectival", "portfolio", "first_name", *Count)
    row.text("note")
    try:
        kind = OfficeKind(row.text("kind"))
    except ValueError:
        raise row.fault(f"kind must be one of {', '.join(OfficeKind)}") from None
    for count in Count:
        for surface in row.texts(count.value):
            payload = Office(
                kind,
                count,
                surface,
                row.flag("sent"),
                row.flag("asks"),
                row.flag("adjectival"),
                row.flag("portfolio"),
                row.flag("first_name"),
            )
            suffixes = kind in (OfficeKind.OFFICE, OfficeKind.COUNTERPART) and " " not in surface
            key = f"{CATEGORIES[kind]} {fold(surface).folded}"
            yield surface_entry(row, surface, CATEGORIES[kind], key, payload, glue=Glue.NOUN, suffixes=suffixes)
