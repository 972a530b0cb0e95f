"""Where a document speaks from: the city of its date line, the country of its agency."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.lexicon.bodies import Body, BodyKind
from transforms.lexicon.entries import Category
from transforms.lexicon.geography import City, Country
from transforms.lexicon.index import Scan
from transforms.text.layout import Layout, Part

#: Within how many words a text names the city from which it was sent.
DATELINE_WORDS = 2


@dataclass(frozen=True)
class Spot:
    """Where the document speaks from: the city of its dateline."""

    city: str | None = None
    country: str | None = None


def dateline(scan: Scan, before: int, home: str | None) -> Spot:
    """The city named first on the page before a word, else the country where the report was written."""
    for hit in scan.of(Category.CITY):
        payload = hit.entry.payload
        if hit.first >= before:
            break
        if isinstance(payload, City) and not payload.ambiguous:
            return Spot(payload.name, payload.country)
    return Spot(None, home)


def home_country(scan: Scan, layout: Layout) -> str | None:
    """The country of the city in the date line: in a header line, or as the first words of the text."""
    opening = next((line.first for line in layout.lines if line.part is Part.TEXT), None)
    spans = [(line.first, line.last) for line in layout.lines if line.part is Part.HEADER]
    if opening is not None:
        spans.append((opening, opening + DATELINE_WORDS))
    for low, high in spans:
        for word in range(low, high):
            hit = scan.here(word, Category.CITY) or scan.here(word, Category.COUNTRY)
            payload = hit.entry.payload if hit is not None else None
            common = isinstance(payload, City) and payload.ambiguous and word != low
            if hit is not None and isinstance(payload, City | Country) and not hit.cut.preposition and not common:
                return payload.country
    return _agency_country(scan, spans)


def _agency_country(scan: Scan, spans: list[tuple[int, int]]) -> str | None:
    """The country of the agency that opens the page."""
    for low, high in spans:
        for word in range(low, high):
            hit = scan.here(word, Category.BODY)
            payload = hit.entry.payload if hit is not None else None
            if isinstance(payload, Body) and payload.kind is BodyKind.MEDIA and payload.country:
                return payload.country
    return None
