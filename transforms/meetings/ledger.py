"""The candidates of one document and what became of each: found = reported + merged + discarded."""

from __future__ import annotations

from dataclasses import dataclass, field

from transforms.base.codes import CandidateOutcome, CandidateReason
from transforms.base.records import Candidate
from transforms.lexicon.entries import Hit
from transforms.meetings.records import Occasion
from transforms.text.page import Page

Entry = tuple[Hit, CandidateReason, Occasion | None]


@dataclass
class Ledger:
    """The candidates in order; those of an occasion wait for its number."""

    entries: list[Entry] = field(default_factory=list)

    def drop(self, hit: Hit, reason: CandidateReason) -> None:
        self.entries.append((hit, reason, None))

    def hand_over(self, occasion: Occasion, body: Occasion) -> None:
        """Give the candidates of one occasion to another."""
        self.entries = [
            (hit, CandidateReason.SAME_OCCASION, body) if each is occasion else (hit, reason, each)
            for hit, reason, each in self.entries
        ]

    def give_up(self, occasion: Occasion) -> None:
        """Discard the candidates of an occasion after all: its parties turned out to be one."""
        self.entries = [
            (hit, CandidateReason.NO_COUNTERPART, None) if each is occasion else (hit, reason, each)
            for hit, reason, each in self.entries
        ]

    def keep(self, hit: Hit, occasion: Occasion, *, is_new: bool) -> None:
        reason = CandidateReason.NEW_OCCASION if is_new else CandidateReason.SAME_OCCASION
        self.entries.append((hit, reason, occasion))

    def rows(self, page: Page, numbers: dict[int, int]) -> tuple[Candidate, ...]:
        """The candidates in the order of the text; `numbers` are the reports' by the identity of their occasion."""
        ordered = sorted(self.entries, key=lambda entry: (entry[0].start, entry[0].end))
        return tuple(_row(page, entry, numbers) for entry in ordered)


def _row(page: Page, entry: Entry, numbers: dict[int, int]) -> Candidate:
    hit, reason, occasion = entry
    outcome = CandidateOutcome.DISCARDED
    if occasion is not None:
        new = reason is CandidateReason.NEW_OCCASION
        outcome = CandidateOutcome.REPORT if new else CandidateOutcome.MERGED
    return Candidate(
        trigger=page.surface(hit.start, hit.end),
        start=hit.start,
        end=hit.end,
        outcome=outcome,
        reason=reason,
        report=numbers[id(occasion)] if occasion is not None else None,
    )
