"""How good a release is, measured against annotated articles.

meetings        one report for one annotated meeting (`matching`); what is optional counts neither way
on the matched  status, format, date, the countries of each side, the persons with their sides, place, sides not swapped
whole rows      annotated meetings with all of that right; place is left out, since few articles name one
participants    named persons with their side; those of a missed meeting are missed
person counts   pairs of a person and the number of mentions, per document
published_on    the day of publication
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from flows.score.claims import Claim, ClaimedDocument
from flows.score.figures import Figures
from flows.score.gold import GoldDocument, GoldMeeting
from flows.score.matching import date_right, match, side_hits, touches
from flows.score.names import same_participant, same_person
from transforms.base.codes import Format, PublishedBasis, Side

REMOTE = frozenset({Format.PHONE.value, Format.VIRTUAL.value})
STRAIGHT = {Side.A: Side.A, Side.B: Side.B}
CROSSED = {Side.A: Side.B, Side.B: Side.A}
BASES = frozenset(basis.value for basis in PublishedBasis)


def score(golds: Iterable[GoldDocument], claimed: Mapping[str, ClaimedDocument]) -> Figures:
    """All figures over these articles."""
    figures = Figures()
    for gold in golds:
        figures.documents += 1
        found = claimed.get(gold.record_id)
        if found is None:
            figures.missing += 1
            figures.meetings.missed += sum(not meeting.optional for meeting in gold.meetings)
            figures.differences.append(f"{gold.record_id} is not in the release")
            continue
        _score_meetings(figures, gold, found.claims)
        _score_counts(figures, gold, found.persons)
        if gold.published_basis in BASES:
            figures.share("published_on", found.published_on == gold.published_on)
    return figures


def _score_meetings(figures: Figures, gold: GoldDocument, claims: Sequence[Claim]) -> None:
    """Match, then judge the matched and count the others."""
    required = [meeting for meeting in gold.meetings if not meeting.optional]
    optional = [meeting for meeting in gold.meetings if meeting.optional]
    pairs = match(required, list(claims))
    matched = {pair.claim for pair in pairs}
    spare = [claim for number, claim in enumerate(claims) if number not in matched]
    false = [claim for claim in spare if not any(touches(meeting, claim) for meeting in optional)]
    missed = [meeting for number, meeting in enumerate(required) if number not in {pair.gold for pair in pairs}]
    figures.meetings.right += len(pairs)
    figures.meetings.wrong += len(false)
    figures.meetings.missed += len(missed)
    if not gold.meetings:
        figures.share("quiet on articles without a meeting", not claims)
    for pair in pairs:
        _judge(figures, gold.record_id, required[pair.gold], claims[pair.claim])
    for meeting in missed:
        figures.share("whole rows right", False)
        figures.participants.missed += len(meeting.a.persons) + len(meeting.b.persons)
    figures.differences += [f"{gold.record_id} FALSE  {claim.status} {claim.evidence}" for claim in false]
    figures.differences += [f"{gold.record_id} MISSED {meeting.status} {meeting.evidence}" for meeting in missed]


def _judge(figures: Figures, record: str, gold: GoldMeeting, claim: Claim) -> None:
    """Everything that is judged on a matched pair."""
    straight = side_hits(gold.a, claim, Side.A) + side_hits(gold.b, claim, Side.B)
    crossed = side_hits(gold.a, claim, Side.B) + side_hits(gold.b, claim, Side.A)
    swapped = crossed > straight
    sides = CROSSED if swapped else STRAIGHT
    checks = {
        "status": gold.status == claim.status,
        "format": _channel(gold.format) == _channel(claim.format),
        "date": date_right(gold, claim),
        "countries of side a": gold.a.countries == claim.countries[sides[Side.A]],
        "countries of side b": gold.b.countries == claim.countries[sides[Side.B]],
        "persons": _score_participants(figures, gold, claim, sides),
    }
    figures.share("sides not swapped", not swapped)
    if gold.place_country:
        figures.share("place country", gold.place_country == claim.place_country)
    for name, right in checks.items():
        figures.share(name, right)
    figures.share("whole rows right", all(checks.values()) and not swapped)
    wrong = [name for name, right in checks.items() if not right] + ["sides swapped"] * swapped
    figures.differences += [_difference(record, name, gold, claim) for name in wrong]


def _channel(value: str) -> str:
    """Careful readers differ on the signs of presence: what is not remote is scored as one."""
    return value if value in REMOTE else "in person or unspecified"


def _score_participants(figures: Figures, gold: GoldMeeting, claim: Claim, sides: Mapping[Side, Side]) -> bool:
    """Annotated persons looked for on their side, each found once; gives whether all were found and nobody else."""
    wanted = [(name, sides[Side.A]) for name in gold.a.persons] + [(name, sides[Side.B]) for name in gold.b.persons]
    free = list(claim.people)
    hits = 0
    for name, side in wanted:
        found = next((one for one in free if one.side == side and same_participant(name, one.name)), None)
        if found is not None:
            free.remove(found)
            hits += 1
    extra = sum(not any(same_participant(other, one.name) for other in gold.others.persons) for one in free)
    figures.participants.right += hits
    figures.participants.missed += len(wanted) - hits
    figures.participants.wrong += extra
    return hits == len(wanted) and extra == 0


def _score_counts(figures: Figures, gold: GoldDocument, persons: Sequence[tuple[str, int]]) -> None:
    """Each annotated person against the first free one of the same name. A wrong number is wrong and missed."""
    free = list(persons)
    for name, wanted in gold.persons.items():
        found = next((one for one in free if same_person(name, one[0])), None)
        if found is None:
            figures.counts.missed += 1
            figures.differences.append(f"{gold.record_id} COUNT  {name}: {wanted} wanted, not found")
            continue
        free.remove(found)
        right = found[1] == wanted
        figures.counts.right += right
        figures.counts.wrong += not right
        figures.counts.missed += not right
        if not right:
            figures.differences.append(f"{gold.record_id} COUNT  {name}: {wanted} wanted, {found[1]} claimed")
    figures.counts.wrong += len(free)
    figures.differences += [f"{gold.record_id} COUNT  {name}: not wanted, {number} claimed" for name, number in free]


def _difference(record: str, name: str, gold: GoldMeeting, claim: Claim) -> str:
    """One line on what was wanted and what was claimed."""
    both = {
        "status": (gold.status, claim.status),
        "format": (gold.format, claim.format),
        "date": ((gold.date_kind, gold.date_start, gold.date_end, gold.date_text), (claim.earliest, claim.latest)),
        "countries of side a": (sorted(gold.a.countries), {str(k): sorted(v) for k, v in claim.countries.items()}),
        "countries of side b": (sorted(gold.b.countries), {str(k): sorted(v) for k, v in claim.countries.items()}),
        "persons": ((gold.a.persons, gold.b.persons), [tuple(one) for one in claim.people]),
    }
    wanted, found = both.get(name, ("", ""))
    return f"{record} {name.upper()}: {wanted} wanted, {found} claimed"
