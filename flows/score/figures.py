"""Figures with their denominators: precision and recall of found things, shares of right things."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Found:
    """True positives, false positives, false negatives."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was claimed that is right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """The share of what is there that was claimed."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def as_fields(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
            "tp": self.right,
            "fp": self.wrong,
            "fn": self.missed,
        }


@dataclass(slots=True)
class Share:
    """How many of how many."""

    right: int = 0
    of: int = 0

    def add(self, right: bool) -> None:
        """Count one more."""
        self.right += right
        self.of += 1

    def as_fields(self) -> dict[str, Any]:
        """For JSON."""
        return {"ratio": self.right / self.of if self.of else None, "right": self.right, "of": self.of}


@dataclass(slots=True)
class Figures:
    """All figures of one scoring, and a line for each difference."""

    documents: int = 0
    missing: int = 0
    meetings: Found = field(default_factory=Found)
    participants: Found = field(default_factory=Found)
    counts: Found = field(default_factory=Found)
    shares: dict[str, Share] = field(default_factory=dict)
    differences: list[str] = field(default_factory=list)

    def share(self, name: str, right: bool) -> None:
        """Count one judgement under a name."""
        self.shares.setdefault(name, Share()).add(right)

    def as_fields(self) -> dict[str, Any]:
        """For JSON, in a fixed order."""
        return {
            "documents": self.documents,
            "documents missing": self.missing,
            "meetings": self.meetings.as_fields(),
            "participants": self.participants.as_fields(),
            "person counts": self.counts.as_fields(),
            **{name: self.shares[name].as_fields() for name in sorted(self.shares)},
        }
