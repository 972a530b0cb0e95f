"""Which words belong to a frame: its own clause, from the verb of meeting before it to the next one."""

from __future__ import annotations

from transforms.lexicon.cues import Does
from transforms.meetings.records import Frame, Item, What


def clause_anchor(frame: Frame) -> int:
    """The leftmost item of trigger and light verb."""
    return min(frame.item, frame.anchor)


def region(frame: Frame) -> range:
    """The items of the frame's own clause: from the verb of meeting before it to the next one."""
    items = frame.clause.items
    low = high = clause_anchor(frame)
    while low > 0 and not _parts(items[low - 1], backwards=True):
        low -= 1
    high = max(frame.item, frame.anchor) + 1
    while high < len(items) and not _parts(items[high], backwards=False):
        high += 1
    return range(low, high)


def _parts(item: Item, *, backwards: bool) -> bool:
    if item.what is What.TRIGGER:
        return not item.trigger.is_noun
    if item.what is What.LIGHT:
        return item.joined
    return item.what is What.CUE and Does.STATEMENT in item.does and not backwards
