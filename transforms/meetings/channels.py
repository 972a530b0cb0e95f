"""By which channel they spoke, and whether the text shows that they sat in one place.

Only the words of the frame's own clause count, those near to it.
"""

from __future__ import annotations

from transforms.base.codes import Format
from transforms.base.records import Venue
from transforms.lexicon.cues import Does
from transforms.meetings.records import Frame, What
from transforms.meetings.regions import clause_anchor, region

#: A channel told before the verb stands close to it.
NEAR_BEFORE = 6
#: Far behind the parties another meeting's channel may be told.
NEAR_BEHIND = 15


def channel(frame: Frame, where: Venue) -> Format:
    """How they spoke. A place or a word of presence shows one place, unless the clause tells of phone or video."""
    anchor = clause_anchor(frame)
    start = frame.clause.items[anchor].first
    items = [frame.clause.items[at] for at in region(frame) if not _is_of_other(frame, at)]
    near = [each for each in items if start - each.last <= NEAR_BEFORE and each.first - frame.last <= NEAR_BEHIND]
    cues = [each for each in near if each.what is What.CUE]
    does = frozenset(each for item in cues for each in item.does)
    told = frame.trigger.channel
    if Does.VIDEO in does or told == Format.VIRTUAL:
        return Format.VIRTUAL
    if told == Format.PHONE or Does.PHONE in does:
        return Format.PHONE
    if where.surface or where.city or frame.trigger.presence or Does.PRESENCE in does:
        return Format.IN_PERSON
    return Format.UNSPECIFIED


def _is_of_other(frame: Frame, at: int) -> bool:
    """Whether an item stands right behind another noun of meeting: "by telephone" is said of that one."""
    before = frame.clause.items[at - 1] if at else None
    if before is None or before.what is not What.TRIGGER or at - 1 == frame.item or not before.trigger.is_noun:
        return False
    return before.first >= frame.last and before.last == frame.clause.items[at].first
