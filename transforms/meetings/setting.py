"""Where and by which channel: venue, city and country, and whether the text shows that they sat in one place.

Only the words of the frame's own clause count: from the verb before it to the next one. A venue without a city
stands in the city told before it, in the dateline's, or in the host's country.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from transforms.base.codes import Format
from transforms.base.records import Venue
from transforms.lexicon.cues import Does
from transforms.lexicon.entries import Category, Hit
from transforms.lexicon.geography import City, Landmark, Region
from transforms.lexicon.index import Scan
from transforms.meetings.records import Clause, Frame, What
from transforms.meetings.regions import clause_anchor, region
from transforms.text.layout import Layout, Part
from transforms.text.page import Page

#: How many unknown words a venue's name may have.
VENUE_WORDS = 3
#: Within how many words a text names the city from which it was sent.
DATELINE_WORDS = 2
#: A channel told before the verb stands close to it.
NEAR_BEFORE = 6


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the document speaks from: the city of its dateline."""

    city: str | None = None
    country: str | None = None


def dateline(scan: Scan, before: int) -> Spot:
    """The city named first on the page before a word."""
    for hit in scan.of(Category.CITY):
        payload = hit.entry.payload
        if hit.first >= before:
            break
        if isinstance(payload, City) and not payload.ambiguous:
            return Spot(payload.name, payload.country)
    return Spot()


def home_country(scan: Scan, layout: Layout) -> str | None:
    """The country of the city in the date line: in a header line, or as the first words of the text."""
    opening = next((line.first for line in layout.lines if line.part is Part.TEXT), None)
    spans = [(line.first, line.last) for line in layout.lines if line.part is Part.HEADER]
    if opening is not None:
        spans.append((opening, opening + DATELINE_WORDS))
    for hit in scan.of(Category.CITY):
        payload = hit.entry.payload
        plain = isinstance(payload, City) and not payload.ambiguous and not hit.cut.preposition
        if plain and isinstance(payload, City) and any(low <= hit.first < high for low, high in spans):
            return payload.country
    return None


def channel(frame: Frame, where: Venue) -> Format:
    """How they spoke. A place or a word of presence shows one place, unless the clause tells of phone or video."""
    anchor = clause_anchor(frame)
    start = frame.clause.items[anchor].first
    items = [frame.clause.items[at] for at in region(frame)]
    cues = [each for each in items if each.what is What.CUE and start - each.last <= NEAR_BEFORE]
    does = frozenset(each for item in cues for each in item.does)
    told = frame.trigger.channel
    if Does.VIDEO in does or told == Format.VIRTUAL:
        return Format.VIRTUAL
    if told == Format.PHONE or Does.PHONE in does:
        return Format.PHONE
    if where.surface or where.city or frame.trigger.presence or Does.PRESENCE in does:
        return Format.IN_PERSON
    return Format.UNSPECIFIED


def place(page: Page, frame: Frame, spot: Spot) -> Venue:
    """The place that the frame's clause tells: behind the trigger first, then before it."""
    span = region(frame)
    anchor = clause_anchor(frame)
    before = range(anchor) if span.start == 0 else range(0)
    for order in (range(anchor + 1, span.stop), before):
        found = next(_places(page, frame.clause, order, spot), None)
        if found is not None:
            return found
    return Venue()


def _places(page: Page, clause: Clause, order: range, spot: Spot) -> Iterator[Venue]:
    for at in order:
        item = clause.items[at]
        if item.what is What.CUE and Does.VENUE in item.does and _stands(page, clause, at):
            yield _venue(page, clause, at, spot)
        elif item.what is What.PLACE and _stands(page, clause, at):
            yield _city(page, clause, at)
        elif item.phrase is not None and item.link is not None and item.link.value == "place":
            yield Venue(page.surface(item.phrase.start, item.phrase.end), None, item.phrase.country)


def _stands(page: Page, clause: Clause, at: int) -> bool:
    """Whether an item is told as a place: glued to a preposition, or behind a locative word or a word or two of
    it.
    """
    item = clause.items[at]
    if item.hit is not None and item.hit.cut.preposition:
        return True
    before = clause.items[at - 1] if at else None
    if before is None or before.what is not What.CUE or item.first - before.last > 1:
        return False
    return bool(before.does & {Does.LOCATIVE, Does.VENUE})


def _city(page: Page, clause: Clause, at: int) -> Venue:
    item = clause.items[at]
    assert item.hit is not None
    start = item.hit.start
    name, country = place_of(item.hit)
    return Venue(page.surface(start, item.hit.end), name, country)


def place_of(hit: Hit) -> tuple[str | None, str | None]:
    """City and country of a place's hit."""
    payload = hit.entry.payload
    if isinstance(payload, City):
        return payload.name, payload.country
    if isinstance(payload, Landmark):
        return payload.city or None, payload.country
    return None, payload.country if isinstance(payload, Region) else None


def _venue(page: Page, clause: Clause, at: int, spot: Spot) -> Venue:
    """A venue with the name, owner and city behind it."""
    venue = clause.items[at]
    assert venue.hit is not None
    end, cursor = venue.hit.end, venue.last
    city: str | None = None
    country: str | None = None
    for item in clause.items[at + 1 :]:
        gap = item.first - cursor
        if gap > VENUE_WORDS or item.comma or item.joined:
            break
        if item.what is What.PLACE and item.hit is not None:
            city, country = place_of(item.hit)
            end = item.hit.end
            break
        if item.phrase is not None:
            end = item.phrase.end
        elif item.what is not What.CUE or not item.does & {Does.LOCATIVE, Does.VENUE}:
            break
        cursor = item.last
    if country is None and (spot.city or spot.country):
        city, country = spot.city, spot.country
    return Venue(page.surface(venue.hit.start, end), city, country)
