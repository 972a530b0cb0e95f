"""Which report stands for which annotated meeting, and which day claims are right.

A report may stand for a meeting if it names a party of each side that names any. Of all such pairs the most alike are
matched first; among equals the later in their lists, so that the figures do not depend on chance.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from flows.score.claims import Claim
from flows.score.gold import GoldMeeting, GoldSide
from flows.score.names import same_body, same_person, shared_words

PERSON, BODY, COUNTRY = 3, 2, 1
SAME_DAY, SAME_WORDS = 2, 3
ENOUGH_WORDS = 0.4
RANGE_TOLERANCE = timedelta(days=7)


class Pair(NamedTuple):
    """Indexes of a meeting and of the report that stands for it."""

    gold: int
    claim: int


def side_hits(gold: GoldSide, claim: Claim, side: str | None = None) -> int:
    """How much of an annotated side a report names: on the given side of the report, or anywhere."""
    people = [name for name, where in claim.people if side in (None, where)]
    bodies = [name for name, where in claim.bodies if side in (None, where)]
    countries = frozenset().union(*(codes for where, codes in claim.countries.items() if side in (None, where)))
    return (
        PERSON * sum(any(same_person(wanted, name) for name in people) for wanted in gold.persons)
        + BODY * sum(any(same_body(wanted, name) for name in bodies) for wanted in gold.bodies)
        + COUNTRY * len(gold.countries & countries)
    )


def alike(gold: GoldMeeting, claim: Claim) -> float:
    """How alike a meeting and a report are; 0 if they cannot be the same."""
    hits_a, hits_b = side_hits(gold.a, claim), side_hits(gold.b, claim)
    missed = (not gold.a.empty and not hits_a) or (not gold.b.empty and not hits_b)
    if missed or not hits_a + hits_b:
        return 0
    bonus = SAME_WORDS * shared_words(gold.evidence, claim.evidence)
    bonus += SAME_DAY if gold.date_start and gold.date_start == claim.earliest else 0
    bonus += (gold.status == claim.status) + (gold.format == claim.format)
    return hits_a + hits_b + bonus


def touches(gold: GoldMeeting, claim: Claim) -> bool:
    """Whether a report may be about an optional meeting: any party of it, or much of its sentence."""
    if shared_words(gold.evidence, claim.evidence) >= ENOUGH_WORDS:
        return True
    named = (GoldSide(side.persons, side.bodies) for side in (gold.a, gold.b, gold.others))
    return any(side_hits(side, claim) for side in named)


def match(golds: list[GoldMeeting], claims: list[Claim]) -> list[Pair]:
    """One report for one meeting, the most alike first."""
    scored = sorted(
        ((alike(gold, claim), Pair(i, j)) for i, gold in enumerate(golds) for j, claim in enumerate(claims)),
        reverse=True,
    )
    pairs: list[Pair] = []
    for likeness, pair in scored:
        taken = any(pair.gold == other.gold or pair.claim == other.claim for other in pairs)
        if likeness > 0 and not taken:
            pairs.append(pair)
    return pairs


def date_right(gold: GoldMeeting, claim: Claim) -> bool:
    """Whether a report's dates say what the annotation says, each kind of date by its own measure."""
    start, end = gold.date_start, gold.date_end
    if gold.date_kind == "day":
        return (claim.earliest, claim.latest) == (start, end)
    if gold.date_kind == "range":
        return _near(claim.earliest, start) and _near(claim.latest, end)
    if gold.date_kind == "publication":
        return claim.earliest is None and claim.latest == end
    if gold.window and _excludes(claim, gold.window):
        return False
    if start or end:
        return (claim.earliest, claim.latest) == (start, end)
    return claim.earliest is None or claim.earliest != claim.latest


def _near(left: str | None, right: str | None) -> bool:
    """Within a week: conventions for the third of a month or a week differ by some days."""
    if not left or not right:
        return False
    return abs(date.fromisoformat(left) - date.fromisoformat(right)) <= RANGE_TOLERANCE


def _excludes(claim: Claim, window: tuple[str, str]) -> bool:
    """Whether what a report infers leaves out all days on which the meeting can have been."""
    low, high = claim.inferred_earliest or claim.earliest, claim.inferred_latest or claim.latest
    return bool((low and low > window[1]) or (high and high < window[0]))
