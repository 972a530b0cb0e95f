"""Where: venue, city and country.

Only the words of the frame's own clause count: from the verb before it to the next one. A venue without a city
stands in the city told before it, in the dateline's, or in the host's country.
"""

from __future__ import annotations

from collections.abc import Iterator

from transforms.actors.records import Phrase, PhraseKind
from transforms.base.records import Venue
from transforms.lexicon.cues import Does
from transforms.lexicon.entries import Category, Hit
from transforms.lexicon.geography import City, Landmark, Region
from transforms.lexicon.index import Scan
from transforms.lexicon.triggers import Role, Sort
from transforms.meetings.datelines import Spot
from transforms.meetings.records import Frame, Item, Link, What
from transforms.meetings.regions import clause_anchor, region
from transforms.text.characters import PREPOSITIONS

#: How many unknown words a venue's name may have.
VENUE_WORDS = 5
#: How many words may name the event on whose margins they met.
MARGIN_WORDS = 2
#: How many words (whose visit, what kind of visit) may stand between a visit and where it goes.
GOAL_WORDS = 4
#: The trigger that names a house by its visitors.
VISITORS = "zuwwar"


def place(scan: Scan, frame: Frame, spot: Spot) -> Venue:
    """The place that the frame's clause tells: behind the trigger first, then before it."""
    span = region(frame)
    anchor = clause_anchor(frame)
    stop = next((at for at in range(anchor + 1, span.stop) if _ends(frame, at)), span.stop)
    before = range(anchor - 1, _after(frame, anchor) - 1, -1) if span.start == 0 else range(0)
    for order in (range(anchor + 1, stop), before):
        found = next(_places(scan, frame, order, spot), None)
        if found is not None:
            return found if found.country is not None else _with_party_city(scan, frame, found)
    return next(_visited(scan, frame, span), None) or _of_visitors(scan, frame) or _seat(scan, frame)


def _of_visitors(scan: Scan, frame: Frame) -> Venue | None:
    """The house that the word for its visitors names."""
    told = (each for each in frame.clause.items[: frame.item + 1] if each.what is What.TRIGGER)
    visitors = next((each for each in told if each.trigger.id == VISITORS), None)
    if visitors is None:
        return None
    for word in range(visitors.first + 1, visitors.last):
        house = scan.here(word, Category.LANDMARK) or scan.here(word, Category.CITY)
        if house is not None:
            return Venue(scan.page.surface(house.start, house.end), *place_of(house))
    return None


def _visited(scan: Scan, frame: Frame, span: range) -> Iterator[Venue]:
    """Where a party is on a visit: who visits X at present; in the course of his visit to X."""
    items = frame.clause.items
    for at in span:
        place = items[at]
        country = place.phrase is not None and place.phrase.kind is PhraseKind.COUNTRY
        if not (place.what is What.PLACE or country) or not _is_visit(items, at):
            continue
        if place.phrase is not None:
            yield _capital(scan, place.phrase)
        elif place.hit is not None:
            yield Venue(scan.page.surface(place.hit.start, place.hit.end), *place_of(place.hit))


def _is_visit(items: tuple[Item, ...], at: int) -> bool:
    for verb in range(at - 1, 0, -1):
        if items[at].first - items[verb].last > GOAL_WORDS:
            return False
        if Does.VISIT in items[verb].does:
            opener = items[verb - 1].does
            return Does.DURING in opener or (Does.RELATIVE in opener and items[verb].does == {Does.VISIT})
    return False


def _after(frame: Frame, anchor: int) -> int:
    """The first item that may tell a place before the verb: not what happened after the meeting, nor where it was
    told."""
    items = frame.clause.items
    for at in range(anchor - 1, -1, -1):
        told = Does.CLAUSE in items[at].does and any(Does.STATEMENT in each.does for each in items[:at])
        if told or Does.AFTER in items[at].does:
            return at + 1
    return 0


def _with_party_city(scan: Scan, frame: Frame, venue: Venue) -> Venue:
    """A venue without a city stands where one of the parties has its seat (the consul in Istanbul)."""
    for phrase in (*frame.b, *frame.a):
        found = _city_in(scan, phrase)
        if found is not None and found[0] is not None:
            return Venue(venue.surface, *found)
    return venue


def _seat(scan: Scan, frame: Frame) -> Venue:
    """The city at the end of an office without a name: met the envoy in Paris."""
    phrase = frame.b[-1] if frame.b else None
    if phrase is None or phrase.kind is not PhraseKind.OFFICE or phrase.name_first is not None:
        return Venue()
    for word in range(phrase.first + 1, phrase.last):
        hit = scan.here(word, Category.CITY) or scan.here(word, Category.LANDMARK)
        if hit is not None and hit.last == phrase.last:
            city, country = place_of(hit)
            return Venue(scan.page.surface(hit.start, hit.end), city, country)
    return Venue()


def _ends(frame: Frame, at: int) -> bool:
    """Behind the topic no place is the meeting's."""
    item = frame.clause.items[at]
    return (
        item.what is What.CUE and Does.BARRIER in item.does and Does.THAT not in item.does and item.first >= frame.last
    )


def _places(scan: Scan, frame: Frame, order: range, spot: Spot) -> Iterator[Venue]:
    for at in order:
        item = frame.clause.items[at]
        if not _stands(frame, at) or _inside_party(frame, at) or _is_of_party(frame, at):
            continue
        if item.what is What.CUE and Does.VENUE in item.does:
            yield _venue(scan, frame, at, spot)
        elif item.what is What.PLACE and item.hit is not None:
            name, country = place_of(item.hit)
            yield Venue(scan.page.surface(item.hit.start, item.hit.end), name, country)
        elif item.phrase is not None and item.phrase.kind is PhraseKind.COUNTRY:
            yield _capital(scan, item.phrase)
        elif item.phrase is not None and item.phrase.kind is PhraseKind.BODY and _is_where(frame, at):
            country = item.phrase.country or spot.country
            city = spot.city if country == spot.country else None
            yield Venue(scan.page.surface(item.phrase.start, item.phrase.end), city, country)


def _is_where(frame: Frame, at: int) -> bool:
    """Whether an item is whereto they went and "where" they met: to the ministry, where he had a meeting."""
    behind = frame.clause.items[at + 1 : clause_anchor(frame)]
    verb = any(each.what is What.TRIGGER or Does.STATEMENT in each.does for each in behind)
    return bool(behind) and Does.WHERE in behind[0].does and not verb


def _is_of_party(frame: Frame, at: int) -> bool:
    """Whether a place stands in what the text tells of a party: the guest, who was born in X."""
    items = frame.clause.items
    for before in range(at - 1, frame.item, -1):
        if items[before].what is What.TRIGGER or Does.DURING in items[before].does or _is_party(frame, items[before]):
            return False
        if Does.RELATIVE not in items[before].does:
            continue
        close = items[before - 1].phrase is not None and items[before - 1].last == items[before].first
        return close and items[before + 1].first > items[before].last
    return False


def _inside_party(frame: Frame, at: int) -> bool:
    """Whether an item stands in the words of a party: an office and the name of its holder behind it."""
    word = frame.clause.items[at].first
    return any(each.first < word < each.last for each in (*frame.a, *frame.b, *frame.other))


def _stands(frame: Frame, at: int) -> bool:
    """Whether an item is told as the meeting's place: glued to a preposition, or behind a locative word, a venue or a
    verb of visiting. What a talk is about may be a place too: there the preposition must follow a party or a time."""
    items = frame.clause.items
    item, before = items[at], items[at - 1] if at else None
    light = items[frame.anchor]
    if light.what is What.LIGHT and light.trigger.role is Role.VENUE and frame.anchor < at < frame.item:
        return True
    glued = item.hit.cut.preposition if item.hit is not None else ""
    if item.link is Link.PLACE or glued == PREPOSITIONS[0] or (glued == PREPOSITIONS[1] and _is_goal(items, at)):
        return not _is_topic(frame, at)
    if before is not None and {Does.DURING, Does.PRESENCE} <= before.does:
        return item.first - before.last <= MARGIN_WORDS
    if before is None or before.what is not What.CUE or item.first - before.last > 1:
        return False
    if before.does & {Does.LOCATIVE, Does.VENUE} and Does.TOWARD not in before.does:
        return not _is_topic(frame, at - 1)
    return at < clause_anchor(frame) and bool(before.does & {Does.VISIT, Does.TOWARD})


def _is_goal(items: tuple[Item, ...], at: int) -> bool:
    """Whether "to" hangs on a visit that stands close before it."""
    near = [each for each in items[:at] if items[at].first - each.last <= GOAL_WORDS]
    return any(Does.VISIT in each.does for each in near)


def _is_topic(frame: Frame, at: int) -> bool:
    if frame.trigger.sort is not Sort.TALK or at <= frame.item:
        return False
    before = frame.clause.items[at - 1]
    unknown = frame.clause.items[at].first - before.last
    return frame.anaphoric or (unknown > 0 and not frame.clause.items[at].comma)


def _capital(scan: Scan, phrase: Phrase) -> Venue:
    """A country, or the capital that stands for its government, told as a place."""
    city = next((hit for word in range(phrase.first, phrase.last) if (hit := scan.here(word, Category.CITY))), None)
    name = place_of(city)[0] if city is not None else None
    return Venue(scan.page.surface(phrase.start, phrase.end), name, phrase.country)


def place_of(hit: Hit) -> tuple[str | None, str | None]:
    """City and country of a place's hit."""
    payload = hit.entry.payload
    if isinstance(payload, City):
        return payload.name, payload.country
    if isinstance(payload, Landmark):
        return payload.city or None, payload.country
    return None, payload.country if isinstance(payload, Region) else None


def _venue(scan: Scan, frame: Frame, at: int, spot: Spot) -> Venue:
    """A venue with the name, owner and city behind it."""
    items = frame.clause.items
    venue = items[at]
    assert venue.hit is not None
    end, cursor = scan.page.ends[venue.last - 1], venue.last
    city: str | None = None
    country: str | None = None
    for item in items[at + 1 :]:
        if item.first - cursor > VENUE_WORDS or item.comma or item.joined or _is_party(frame, item):
            break
        if item.what is What.PLACE and item.hit is not None:
            city, country = place_of(item.hit)
            end = item.hit.end
            break
        if item.phrase is not None:
            end = item.phrase.end
            city, country = _city_in(scan, item.phrase) or (city, country)
        elif item.what is not What.CUE or not item.does & {Does.LOCATIVE, Does.VENUE}:
            break
        cursor = item.last
    if country is None:
        city, country = spot.city, spot.country
    return Venue(scan.page.surface(venue.hit.start, end), city, country)


def _is_party(frame: Frame, item: Item) -> bool:
    """Whether an item begins one of the parties: no owner of the venue."""
    return item.phrase is not None and any(item.first <= each.first < item.last for each in (*frame.a, *frame.b))


def _city_in(scan: Scan, phrase: Phrase) -> tuple[str | None, str | None] | None:
    """The city in the words of a venue's owner."""
    for word in range(phrase.first, phrase.last):
        hit = scan.here(word, Category.CITY)
        if hit is not None and isinstance(hit.entry.payload, City) and not hit.entry.payload.ambiguous:
            return place_of(hit)
    return (None, phrase.country) if phrase.kind is PhraseKind.COUNTRY else None
