"""Who is named to a meeting later: companions, members of a delegation, those who attended, heads of the two sides.

A sentence of attendees is known by its verb. The side is told, in this order, by the words themselves (from the
side of X, the French delegation comprised, accompanied Y), by nationality and body, and else by the host's side.
Who belongs to neither side stands beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from transforms.actors.records import Phrase, PhraseKind
from transforms.base.codes import Side
from transforms.lexicon.cues import SOUGHT, Does
from transforms.lexicon.entries import Category
from transforms.meetings.records import Clause, Item, Link, Occasion, What
from transforms.meetings.sides import Roster

OPENERS = SOUGHT[Category.ATTENDING]
ENDS = frozenset({Does.STATEMENT, Does.BARRIER})
#: Behind these a name is a place or a topic, not an attendee.
AWAY = frozenset({Does.LOCATIVE, Does.VENUE})
#: How far a list may run over unknown words between two names.
LIST_GAP = 4


def named_later(clause: Clause, occasion: Occasion, roster: Roster) -> Iterator[tuple[Side, Phrase]]:
    """The attendees that a sentence names, each with its side."""
    positions = [at for at, item in enumerate(clause.items) if item.what is What.CUE and item.does & OPENERS]
    for at, stop in pairwise((*positions, len(clause.items))):
        if _is_about_meeting(clause, at) and not roster.is_quoted(clause.sentence, clause.items[at].first):
            yield from _from_opener(clause, at, stop, occasion, roster)


def _is_about_meeting(clause: Clause, at: int) -> bool:
    """Whether a verb of attending is about the meeting: its noun stands by, or a pronoun or a side for it."""
    opener = clause.items[at]
    if opener.does & {Does.COMPRISE, Does.CHAIRED, Does.ACCOMPANY}:
        return True
    if opener.does & {Does.PRESENCE_OF, Does.PATRON}:
        return any(each.what is What.TRIGGER for each in clause.items[:at])
    if opener.does & {Does.REPRESENT}:
        return any(each.what is What.TRIGGER and each.trigger.is_noun for each in clause.items[at:])
    behind = clause.items[at + 1 : at + 4]
    near = any(each.what is What.TRIGGER and each.trigger.is_noun for each in behind)
    sided = any(each.what is What.CUE and Does.SIDE in each.does for each in behind)
    return near or sided or (opener.hit is not None and _has_pronoun(opener))


def _has_pronoun(opener: Item) -> bool:
    assert opener.hit is not None
    return bool(opener.hit.cut.suffix) or Does.BOUND in opener.does


def _from_opener(
    clause: Clause, at: int, stop: int, occasion: Occasion, roster: Roster
) -> Iterator[tuple[Side, Phrase]]:
    opener = clause.items[at]
    if Does.COMPRISE in opener.does or Does.CHAIRED in opener.does:
        yield from _of_delegation(clause, at, stop, occasion, roster)
    elif Does.ACCOMPANY in opener.does:
        yield from _companions(clause, at, stop, occasion, roster)
    elif Does.REPRESENT in opener.does:
        yield from _representatives(clause, at, stop, occasion, roster)
    elif Does.PATRON in opener.does:
        for phrase in _names(clause.items[at + 1 : stop]):
            yield Side.OTHER, phrase
    else:
        yield from _attendees(clause, at, stop, occasion, roster)


def _of_delegation(
    clause: Clause, at: int, stop: int, occasion: Occasion, roster: Roster
) -> Iterator[tuple[Side, Phrase]]:
    """The members of a delegation, or its head: the delegation or side named right behind the verb tells the side."""
    if at + 1 >= stop:
        return
    side, start = _delegation_before(clause, at, occasion, roster), at + 1
    if side is None:
        side, start = _told_side(clause, at + 1, occasion, roster)
    if side is None:
        return
    for phrase in _names(clause.items[start:stop]):
        if phrase.kind is not PhraseKind.COUNTRY:
            yield side, phrase


def _delegation_before(clause: Clause, at: int, occasion: Occasion, roster: Roster) -> Side | None:
    """The side of a delegation right before the verb (he headed a delegation that comprised): its own, or its
    head's.
    """
    group = clause.items[at - 1] if at else None
    if group is None or group.phrase is None or group.phrase.kind is not PhraseKind.DELEGATION:
        return None
    if group.last != clause.items[at].first:
        return None
    for item in reversed(clause.items[:at]):
        side = side_of(item.phrase, occasion, roster) if item.phrase is not None else None
        if side in (Side.A, Side.B):
            return side
    return None


def _told_side(clause: Clause, at: int, occasion: Occasion, roster: Roster) -> tuple[Side | None, int]:
    """The side that "the French side" or "the delegation" means, and where the names begin."""
    item = clause.items[at]
    if item.what is What.CUE and Does.SIDE in item.does and at + 1 < len(clause.items):
        following = clause.items[at + 1]
        if following.phrase is not None:
            return side_of(following.phrase, occasion, roster), at + (1 if following.phrase.person is not None else 2)
        return None, at + 1
    phrase = item.phrase
    if phrase is None:
        return None, at
    if phrase.person is not None:
        return _member_side(phrase, occasion, roster), at
    if phrase.kind is not PhraseKind.DELEGATION:
        return None, at
    side = side_of(phrase, occasion, roster)
    if side is None or side is Side.OTHER:
        side = side if phrase.country else _named_side(clause, at, occasion, roster) or _delegation_side(occasion)
    return side, at + 1


def _named_side(clause: Clause, at: int, occasion: Occasion, roster: Roster) -> Side | None:
    """The side that a word behind "the delegation of" names: the government, the movement."""
    start = clause.items[at].last
    stop = clause.items[at + 1].first if at + 1 < len(clause.items) else clause.sentence.last
    words = range(start, min(stop, start + 2))
    in_a, in_b = roster.names(occasion.a, words), roster.names(occasion.b, words)
    if in_a == in_b:
        return None
    return Side.A if in_a else Side.B


def _member_side(phrase: Phrase, occasion: Occasion, roster: Roster) -> Side | None:
    """The side of a member whose phrase begins with the delegation itself."""
    if not roster.is_group(phrase.first):
        return None
    side = side_of(phrase, occasion, roster)
    return side if side in (Side.A, Side.B) else _delegation_side(occasion)


def _delegation_side(occasion: Occasion) -> Side | None:
    for side, phrases in ((Side.B, occasion.b), (Side.A, occasion.a)):
        if any(phrase.kind is PhraseKind.DELEGATION for phrase in phrases):
            return side
    return None


def _companions(
    clause: Clause, at: int, stop: int, occasion: Occasion, roster: Roster
) -> Iterator[tuple[Side, Phrase]]:
    """Companions of the person who stands first, or of the one that the pronoun means: the subject's side."""
    opener = clause.items[at]
    assert opener.hit is not None
    items = clause.items[at + 1 : stop]
    names = list(_names(items))
    if not names:
        return
    if opener.hit.cut.suffix:
        side: Side | None = Side.A
        found = names
    else:
        side, found = side_of(names[0], occasion, roster), names[1:]
        if side not in (Side.A, Side.B):
            return
    for phrase in found:
        yield side or Side.A, phrase


def _representatives(
    clause: Clause, at: int, stop: int, occasion: Occasion, roster: Roster
) -> Iterator[tuple[Side, Phrase]]:
    """Who stood for a country or body: the side of what was represented."""
    side: Side | None = _named_side(clause, at, occasion, roster)
    for phrase in _names(clause.items[at + 1 : stop]):
        if phrase.person is None and side is None:
            side = side_of(phrase, occasion, roster)
        elif phrase.person is not None:
            yield side_of(phrase, occasion, roster) or side or Side.OTHER, phrase


def _attendees(clause: Clause, at: int, stop: int, occasion: Occasion, roster: Roster) -> Iterator[tuple[Side, Phrase]]:
    """A list of those who were there; "from the side of X" gives the side to what follows it."""
    side: Side | None = None
    position = at + 1
    while position < stop:
        item = clause.items[position]
        if _ends_list(clause, position, stop):
            return
        if item.what is What.CUE and Does.SIDE in item.does:
            side, start = _told_side(clause, position, occasion, roster)
            position = max(start, position + 1)
            continue
        phrase = item.phrase
        if phrase is not None and _tells_side(clause, position - 1, stop):
            side = side_of(phrase, occasion, roster)
            if phrase.person is None:
                position += 1
                continue
        if phrase is not None and not _away(clause, position):
            yield _attendee_side(phrase, side, occasion, roster), phrase
        position += 1


def _ends_list(clause: Clause, at: int, stop: int) -> bool:
    item = clause.items[at]
    ends = item.what is What.CUE and bool(item.does & ENDS) and Does.SIDE not in item.does
    return ends and not _tells_side(clause, at, stop)


def _tells_side(clause: Clause, at: int, stop: int) -> bool:
    """Whether an item is a preposition right before a body or country: "on behalf of the foundation"."""
    item = clause.items[at]
    if item.what is not What.CUE or at + 1 >= stop or not item.does & {Does.BARRIER, Does.FROM}:
        return False
    following = clause.items[at + 1]
    return following.first == item.last and following.phrase is not None and following.phrase.person is None


def _attendee_side(phrase: Phrase, side: Side | None, occasion: Occasion, roster: Roster) -> Side:
    own = side_of(phrase, occasion, roster)
    if side is not None:
        return side
    if own is not None:
        return own
    return Side.A


def _away(clause: Clause, position: int) -> bool:
    item = clause.items[position]
    if item.link in (Link.PLACE, Link.BY, Link.TO):
        return True
    before = clause.items[position - 1] if position else None
    if before is None or before.what is not What.CUE or item.comma:
        return False
    return bool(before.does & AWAY) and before.last == item.first


def _names(items: Sequence[Item]) -> Iterator[Phrase]:
    """The phrases of a list, up to the verb that ends it."""
    cursor: int | None = None
    for at, item in enumerate(items):
        if item.what is What.TRIGGER and not item.trigger.is_noun:
            return
        if item.what is What.CUE and item.does & ENDS:
            return
        if item.phrase is None:
            continue
        if cursor is not None and item.first - cursor > LIST_GAP and not item.joined:
            return
        before = items[at - 1] if at else None
        if before is None or before.what is not What.CUE or not before.does & AWAY or before.last != item.first:
            yield item.phrase
            cursor = item.last


def side_of(phrase: Phrase, occasion: Occasion, roster: Roster) -> Side | None:
    """The side to which a phrase belongs by person, body and country; `other` if it stands for somebody else; None if
    nothing tells."""
    mine = roster.parties([phrase])
    side_a, side_b = roster.parties(occasion.a), roster.parties(occasion.b)
    for own, left, right in (
        (mine.persons, side_a.persons, side_b.persons),
        (mine.bodies, side_a.bodies, side_b.bodies),
        (mine.countries, side_a.countries, side_b.countries),
    ):
        if own & left and not own & right:
            return Side.A
        if own & right and not own & left:
            return Side.B
    if roster.is_mediator(phrase):
        return Side.OTHER
    if mine.countries & side_a.countries:
        return Side.A
    if mine.countries and side_a.countries and roster.is_open(side_b):
        return Side.B
    if mine.countries and (side_a.countries or side_b.countries):
        return Side.OTHER
    if mine.bodies and not mine.countries and (side_a.known and side_b.known):
        return None if roster.is_open(mine) else Side.OTHER
    return None
