"""A series of meetings told in one sentence ("on Saturday he held several meetings in X") before each is told by
itself: its day and place are theirs where their own sentences tell none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from transforms.base.codes import Status
from transforms.base.records import MeetingDate, Venue
from transforms.lexicon.triggers import Form
from transforms.meetings.records import Frame, Told

#: How many sentences behind the series, or behind the last one of it, the next may stand.
REACH = 2


@dataclass
class Series:
    """The series told last: in which sentence, whose, where and when."""

    number: int
    persons: frozenset[int]
    where: Venue
    when: MeetingDate

    def followed(self, told: Told) -> Told:
        """A meeting of the series without a day of its own, with the series' day and place; others as they are."""
        number = told.frame.clause.number
        mine = told.frame.inherited and told.a.persons == self.persons and told.status is Status.HELD
        if not mine or told.when.surface or not self.number < number <= self.number + REACH:
            return told
        self.number = number
        where = told.where if told.where.surface else self.where
        return replace(told, where=where, when=self.when)


def opens_series(frame: Frame, status: Status) -> bool:
    """Whether a frame tells of several meetings of somebody with nobody named."""
    return frame.trigger.form is Form.NOUNS and bool(frame.a) and not frame.b and status is Status.HELD
