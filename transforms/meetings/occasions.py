"""One occasion, one report: which frames tell of the same meeting.

Two frames are one occasion if both sides agree (straight or crossed), the channel does not forbid it, their days do
not differ and the text does not part them. Persons decide before bodies, bodies before countries; a side that
nobody identifies agrees with any.
"""

from __future__ import annotations

from transforms.base.codes import Format, Status, Zone
from transforms.base.records import Interval
from transforms.meetings.records import Occasion, Parties, Told

REMOTE = frozenset({Format.PHONE, Format.VIRTUAL})


def agree(left: Parties, right: Parties) -> bool | None:
    """Whether two sides may be the same: True by a shared party, None if nothing speaks for or against it."""
    if left.persons and right.persons:
        return bool(left.persons & right.persons)
    if left.bodies & right.bodies:
        return True
    apart = bool(left.bodies and right.bodies)
    if left.countries and right.countries:
        return None if apart and left.countries & right.countries else bool(left.countries & right.countries)
    if apart:
        return False
    return False if _is_foreign(left, right) or _is_foreign(right, left) else None


def _is_foreign(body: Parties, other: Parties) -> bool:
    """Whether one side is an international body and the other stands for a country."""
    return bool(body.bodies) and not body.countries and bool(other.countries) and not other.bodies


def same_sides(sides: tuple[Parties, Parties], other: Told) -> bool:
    """Whether the sides of two frames agree, straight or crossed, at least one of them by a shared party."""
    one_a, one_b = sides
    for pairs in (((one_a, other.a), (one_b, other.b)), ((one_a, other.b), (one_b, other.a))):
        verdicts = [agree(left, right) for left, right in pairs]
        if False not in verdicts and True in verdicts:
            return True
    return False


def is_same(occasion: Occasion, everybody: tuple[Parties, Parties], told: Told) -> bool:
    """Whether a frame tells of an occasion again; `everybody` are its sides with all who were named to them."""
    if not same_sides(everybody, told) or _is_other(occasion, everybody, told) or _is_sibling(occasion, told):
        return False
    return (
        _channels(occasion, told)
        and _places(occasion, told)
        and _days(occasion, told)
        and _status(occasion, told)
        and not _parted(occasion, told)
    )


def _is_sibling(occasion: Occasion, told: Told) -> bool:
    """Whether the text parts both with one verb: he met X, then Y."""
    mine = (told.frame.clause.number, told.frame.item)
    return any((each.frame.clause.number, each.frame.item) == mine for each in occasion.told)


def _is_other(occasion: Occasion, everybody: tuple[Parties, Parties], told: Told) -> bool:
    """Whether the text itself, not a headline, names another counterpart: one side is shared, and nobody of the other
    is."""
    frame = told.frame
    told_again = frame.shared or frame.anaphoric or frame.trigger.is_noun or not told.further
    if told_again or any(each.frame.clause.sentence.zone is Zone.TITLE for each in (*occasion.told, told)):
        return False
    straight = [agree(everybody[0], told.a), agree(everybody[1], told.b)]
    return straight.count(True) == 1 and None in straight and told.a.known and told.b.known


def is_crossed(sides: tuple[Parties, Parties], told: Told) -> bool:
    """Whether a frame of an occasion has its sides the other way round."""
    straight = [agree(sides[0], told.a), agree(sides[1], told.b)]
    crossed = [agree(sides[0], told.b), agree(sides[1], told.a)]
    if False in straight:
        return False not in crossed
    return False not in crossed and crossed.count(True) > straight.count(True)


def summarises(summary: tuple[Parties, Parties], body: tuple[Parties, Parties]) -> bool:
    """Whether a summary's meeting is one of the body told with fewer words: one side agrees by a shared party, and
    the other names no person whom the body's does not name.
    """
    for left, right in ((0, 1), (1, 0)):
        for mine, theirs in ((0, 1), (1, 0)):
            shared = agree(summary[left], body[mine]) is True
            if shared and summary[right].persons <= body[theirs].persons:
                return True
    return False


def _channels(occasion: Occasion, told: Told) -> bool:
    known = {each.channel for each in occasion.told if each.channel is not Format.UNSPECIFIED}
    if told.channel is Format.UNSPECIFIED or not known:
        return True
    if told.channel in REMOTE or known & REMOTE:
        return told.channel in known
    return True


def _places(occasion: Occasion, told: Told) -> bool:
    """Whether the places told leave one country."""
    mine = told.where
    if not mine.surface or mine.country is None:
        return True
    others = {each.where.country for each in occasion.told if each.where.surface and each.where.country}
    return not others or mine.country in others


def _days(occasion: Occasion, told: Told) -> bool:
    mine = told.when
    if mine.surface is None:
        return True
    for each in occasion.told:
        other = each.when
        if other.surface is None:
            continue
        if _apart(mine.interval, other.interval):
            return False
        unresolved = mine.interval.earliest is None and other.interval.earliest is None
        if unresolved and mine.surface != other.surface and each.frame.clause.sentence.zone is Zone.BODY:
            return False
    return True


def _apart(left: Interval, right: Interval) -> bool:
    """Whether two intervals share no day."""
    if left.latest is not None and right.earliest is not None and left.latest < right.earliest:
        return True
    return right.latest is not None and left.earliest is not None and right.latest < left.earliest


def _status(occasion: Occasion, told: Told) -> bool:
    """A headline's report and the body's appointment may be one; a held and a planned meeting of the body are two."""
    if told.status is occasion.status:
        return True
    summaries = any(each.frame.clause.sentence.zone is Zone.TITLE for each in (*occasion.told, told))
    if {told.status, occasion.status} == {Status.HELD, Status.PLANNED}:
        return summaries or speaks_of_planned(occasion, told)
    return summaries or told.frame.shared


def speaks_of_planned(occasion: Occasion, told: Told) -> bool:
    """Whether "during his meeting with him" speaks of the meeting that is to come: it has no day of its own."""
    return occasion.status is Status.PLANNED and told.frame.rule.endswith(".possessor") and told.when.surface is None


def _parted(occasion: Occasion, told: Told) -> bool:
    """Whether the text says that this is another meeting of the same parties."""
    return (
        told.background
        and told.when.surface is not None
        and not occasion.lead.background
        and bool(occasion.lead.when.surface)
        and told.when.interval != occasion.lead.when.interval
    )
