"""Items that belong together: a delegation and the body behind it, an office and the country on which it hangs."""

from __future__ import annotations

from transforms.actors.records import Phrase, PhraseKind
from transforms.lexicon.cues import Does
from transforms.meetings.records import Item, Link, What
from transforms.text.characters import ARTICLE, NISBA
from transforms.text.page import Page

#: What stands between a dateline and the text that it opens.
SEPARATORS = frozenset("/-)")
#: How many words of an office (foreign minister of X) may be unknown.
OFFICE_GAP = 1
#: How many words the full name of a state has at least, and a house of its government (council of ministers) at most.
STATE_WORDS = 2
#: A delegation, "from" and "in"; how many words the part between these two may have.
PARTS, PART_WORDS = 3, 4


def with_bodies(items: list[Item]) -> list[Item]:
    """Items in which a delegation and the body behind it (a delegation from X, representatives of X) are one
    phrase.
    """
    joined: list[Item] = []
    for item in items:
        if len(joined) >= 2 and _stands_for(joined[-2], joined[-1], item):
            joined[-2:] = [_joined(joined[-2], item)]
        elif len(joined) >= 2 and _is_part_of(joined[-2], joined[-1], item):
            joined[-2:] = [_within(joined[-2], item)]
        else:
            joined.append(item)
    return joined


def with_adjectives(phrases: tuple[Phrase, ...], page: Page) -> tuple[Phrase, ...]:
    """Phrases in which a delegation and the adjective behind it that could be an office are one (the Turkish diplomatic
    delegation).
    """
    if not any(phrase.kind is PhraseKind.DELEGATION for phrase in phrases):
        return phrases
    joined: list[Phrase] = []
    for phrase in phrases:
        if joined and _tells_of_group(joined[-1], phrase, page):
            joined[-1] = _with_owner(joined[-1], phrase)
        else:
            joined.append(phrase)
    return tuple(joined)


def _tells_of_group(group: Phrase, right: Phrase, page: Page) -> bool:
    """Whether a phrase is the adjective of the delegation right before it."""
    if group.kind is not PhraseKind.DELEGATION or right.kind is not PhraseKind.OFFICE or group.last != right.first:
        return False
    bare = group.body is None and group.country is None and right.person is None and not right.plural
    return bare and page.words[right.head].endswith(NISBA) and page.gap(group.last - 1).isspace()


def _with_owner(left: Phrase, right: Phrase) -> Phrase:
    return left._replace(
        last=right.last, end=right.end, body=right.body, country=left.country or right.country, definite=right.definite
    )


def _stands_for(group: Item, link: Item, body: Item) -> bool:
    if group.phrase is None or body.phrase is None or link.what is not What.CUE:
        return False
    if not link.does & {Does.FROM, Does.BEHALF} or group.last != link.first or link.last != body.first:
        return False
    phrase = group.phrase
    several = phrase.plural or phrase.dual
    open_group = phrase.kind is PhraseKind.DELEGATION or (phrase.kind is PhraseKind.OFFICE and several)
    return open_group and phrase.body is None and body.phrase.person is None


def _is_part_of(part: Item, link: Item, whole: Item) -> bool:
    """Whether "in" leads from a body of no country to that of which it is a part: the committee in the parliament of
    X."""
    inner, outer = part.phrase, whole.phrase
    if inner is None or outer is None or inner.body is None or inner.country is not None or inner.person is not None:
        return False
    if part.last != link.first or link.last != whole.first or not _is_inside(link):
        return False
    return outer.kind is PhraseKind.BODY and outer.country is not None


def _within(part: Item, whole: Item) -> Item:
    inner, outer = part.phrase, whole.phrase
    assert inner is not None
    assert outer is not None
    return part._replace(last=whole.last, phrase=inner._replace(last=outer.last, end=outer.end, country=outer.country))


def _joined(group: Item, body: Item) -> Item:
    left, right = group.phrase, body.phrase
    assert left is not None
    assert right is not None
    return group._replace(last=body.last, phrase=_with_owner(left, right))


def without_dateline(items: list[Item], page: Page) -> list[Item]:
    """Items without the places, agency and day that open a report before its first sentence (Amman (Petra) - ...)."""
    end = 0
    for at, item in enumerate(items):
        if not _is_of_dateline(item):
            break
        if item.last < len(page.words) and SEPARATORS & set(page.gap(item.last - 1)):
            end = at + 1
    return items[end:] if end else items


def _is_of_dateline(item: Item) -> bool:
    if item.phrase is not None:
        return item.phrase.person is None and item.phrase.kind in (PhraseKind.BODY, PhraseKind.COUNTRY)
    return item.what in (What.PLACE, What.TIME) or (item.what is What.CUE and Does.LOCATIVE in item.does)


def with_countries(items: list[Item], page: Page) -> list[Item]:
    """Items in which an office and the country right behind it (minister of X, minister of trade in X) are one."""
    joined: list[Item] = []
    for position, item in enumerate(items):
        country = item.phrase if item.phrase is not None and item.phrase.kind is PhraseKind.COUNTRY else None
        if _is_from_part_of(joined, item):
            joined[-3:] = [_joined(joined[-3], item)]
            continue
        if joined and _holds_body(joined[-1], item, page):
            joined[-1] = _joined(joined[-1], item)
            continue
        if country is None or item.comma or item.joined or not joined:
            joined.append(item)
            continue
        inside = _is_inside(joined[-1]) and joined[-1].last == item.first
        at = len(joined) - (2 if inside and len(joined) > 1 else 1)
        place, following = inside or item.link is Link.PLACE, items[position + 1 : position + 2]
        if _is_venue(joined[-1]) and item.first - joined[-1].last <= OFFICE_GAP and len(joined) > 1:
            at = len(joined) - 2
        known = place and (_are_of_several(joined[at], following) or _waits_for_holder(joined[at], item, following))
        known = known or _is_of_embassy(joined[at], joined[-1], item)
        if known or _is_office_of(joined[at], item, page, inside=place):
            owner = joined[at].phrase
            assert owner is not None
            joined[at:] = [joined[at]._replace(last=item.last, phrase=_of_country(owner, country))]
        else:
            joined.append(item)
    return joined


def _is_from_part_of(before: list[Item], whole: Item) -> bool:
    """Whether a delegation is from an unknown part of a country's body: of the committee in the parliament of X."""
    if len(before) < PARTS or whole.phrase is None or whole.comma or whole.joined:
        return False
    group, source, inside = before[-PARTS:]
    phrase = group.phrase
    if (
        phrase is None
        or phrase.kind is not PhraseKind.DELEGATION
        or phrase.body is not None
        or phrase.country is not None
    ):
        return False
    near = source.first == group.last and inside.last == whole.first and inside.first - source.last <= PART_WORDS
    linked = source.what is What.CUE and Does.FROM in source.does and _is_inside(inside)
    return near and linked and whole.phrase.kind is PhraseKind.BODY and whole.phrase.country is not None


def _is_venue(item: Item) -> bool:
    return item.what is What.CUE and Does.VENUE in item.does


def _is_of_embassy(owner: Item, house: Item, country: Item) -> bool:
    """Whether an office ends in the house of a country: charge d'affaires of the embassy of X."""
    office = owner.phrase
    if office is None or office.kind is not PhraseKind.OFFICE or office.country is not None or house.hit is None:
        return False
    return _is_venue(house) and owner.last == house.first and not house.hit.cut.preposition and country.link is None


def _waits_for_holder(owner: Item, country: Item, following: list[Item]) -> bool:
    """Whether a country's full name ends an office whose holder's name stands right behind it (minister of the interior
    in the state of X, the sheikh Y)."""
    office = owner.phrase
    if (
        office is None
        or office.kind is not PhraseKind.OFFICE
        or office.person is not None
        or office.country is not None
    ):
        return False
    if country.last - country.first < STATE_WORDS or country.first - owner.last > STATE_WORDS:
        return False
    name = following[0].phrase if following else None
    bare = name is not None and name.kind is PhraseKind.PERSON and name.country is None and name.name_last == name.last
    return bare and following[0].first == country.last and following[0].link is None and not following[0].joined


def _are_of_several(owner: Item, following: list[Item]) -> bool:
    """Whether office holders are those of several countries (the ministers in A and B): no place is two countries."""
    group = owner.phrase
    if group is None or not group.plural or group.kind is not PhraseKind.OFFICE or group.country is not None:
        return False
    return any(each.joined and each.phrase is not None and each.phrase.kind is PhraseKind.COUNTRY for each in following)


def _holds_body(owner: Item, item: Item, page: Page) -> bool:
    """Whether several office holders belong to the body right behind them (the ministers of the states of X)."""
    group, body = owner.phrase, item.phrase
    if group is None or body is None or body.kind is not PhraseKind.BODY or item.comma or item.joined or item.link:
        return False
    several = group.kind is PhraseKind.OFFICE and group.plural and group.body is None and group.country is None
    open_end = not page.words[owner.last - 1].startswith(ARTICLE)
    return several and group.person is None and open_end and item.first - owner.last <= OFFICE_GAP


def _is_inside(item: Item) -> bool:
    return item.what is What.CUE and Does.LOCATIVE in item.does and Does.TOWARD not in item.does


def _is_office_of(owner: Item, item: Item, page: Page, *, inside: bool) -> bool:
    """Whether a phrase ends in an office that the country behind it completes."""
    phrase = owner.phrase
    if phrase is None or phrase.country is not None or phrase.kind not in (PhraseKind.OFFICE, PhraseKind.PERSON):
        return False
    ends_in_office = phrase.name_last is None or phrase.name_last < phrase.last
    if inside:
        return ends_in_office and phrase.name_first is not None and item.first - owner.last <= 1
    bare = not page.words[owner.last - 1].startswith(ARTICLE)
    return ends_in_office and bare and item.link is None and item.first - owner.last <= OFFICE_GAP


def _of_country(owner: Phrase, country: Phrase) -> Phrase:
    return owner._replace(last=country.last, end=country.end, country=country.country)
