"""The seeds as readings made by hand from their annotation, so that pages can be looked at without the engine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from transforms.base.codes import (
    Basis,
    CandidateOutcome,
    CandidateReason,
    EntityType,
    Format,
    Kind,
    MentionForm,
    NameGround,
    PartyKind,
    Precision,
    PublishedBasis,
    Side,
    Status,
    Zone,
)
from transforms.base.ids import content_id, text_digest
from transforms.base.records import (
    Actor,
    Candidate,
    Document,
    Interval,
    MeetingDate,
    Mention,
    Participant,
    Publication,
    Reading,
    Region,
    Report,
    Span,
    TimeExpression,
    Venue,
)

ROOT = Path(__file__).resolve().parents[3]
SIDES = (("side_a", Side.A), ("side_b", Side.B), ("others", Side.OTHER))
#: The line with which each seed's article begins to tell: what stands above is the site's.
TITLE_LINES = {"001": 0, "002": 4, "003": 0, "004": 3}
STATEMENT = "أكد"


def seed_readings() -> list[Reading]:
    """The five seeds in the order of their names."""
    return [_reading(path) for path in sorted((ROOT / "tests/golden/seeds").glob("*.json"))]


def _reading(path: Path) -> Reading:
    gold = json.loads(path.read_text("utf-8"))
    text = (ROOT / "seeds" / f"{path.stem}.txt").read_text("utf-8")
    published = date.fromisoformat(gold["published_on"]) if gold["published_on"] else None
    actors = _actors(gold)
    names = {actor.name: number for number, actor in enumerate(actors)}
    reports = tuple(_report(meeting, text, names) for meeting in gold["meetings"])
    regions = tuple(_regions(text, TITLE_LINES.get(path.stem[:3])))
    title = next((text[each.start : each.end] for each in regions if each.part == "title"), None)
    return Reading(
        doc_id=content_id("doc", text_digest(text)),
        document=Document(text, path.stem, f"seeds/{path.stem}.txt"),
        title=title,
        body=Span(0, len(text)),
        regions=regions,
        publication=Publication(
            published, PublishedBasis(gold["published_basis"]), Interval(published, published), None, ()
        ),
        dates=tuple(_time(report.when) for report in reports if report.when.span),
        actors=tuple(actors),
        mentions=tuple(_mentions(text, actors)),
        tenures=(),
        reports=reports,
        candidates=tuple(_candidates(text, reports)),
    )


def _regions(text: str, title_line: int | None) -> Iterator[Region]:
    breaks = [-1, *(at for at, character in enumerate(text) if character == "\n"), len(text)]
    for number, (before, after) in enumerate(pairwise(breaks)):
        if text[before + 1 : after].strip():
            furniture = title_line is not None and number < title_line
            part = "title" if number == title_line else "furniture" if furniture else "text"
            yield Region(part, before + 1, after)


def _actors(gold: dict[str, Any]) -> list[Actor]:
    people: dict[str, str | None] = {person["name"]: None for person in gold["persons"]}
    bodies: dict[str, str | None] = {}
    for meeting in gold["meetings"]:
        for column, _ in SIDES:
            country = next(iter(meeting[column]["countries"]), None)
            people.update(dict.fromkeys(meeting[column]["persons"], country))
            bodies.update(dict.fromkeys(meeting[column]["orgs"], country))
    countries = {"SYR": ("سوريا", "Syria"), "FRA": ("فرنسا", "France"), "TUR": ("تركيا", "Türkiye")}
    return [
        *(Actor(content_id("per", n), EntityType.PERSON, n, None, c, (), False) for n, c in people.items()),
        *(Actor(content_id("org", n), EntityType.ORGANIZATION, n, None, c, (), True) for n, c in bodies.items()),
        *(Actor(f"cty_{iso.lower():0>16}".replace("s", "5").replace("y", "1").replace("r", "2").replace("t", "3")
                .replace("u", "4"), EntityType.COUNTRY, ar, en, iso, (), True) for iso, (ar, en) in countries.items()),
    ]  # fmt: skip


def _mentions(text: str, actors: list[Actor]) -> Iterator[Mention]:
    for number, actor in enumerate(actors):
        at = text.find(actor.name)
        while at >= 0:
            end = at + len(actor.name)
            ground = NameGround.SHAPE if actor.entity_type is EntityType.PERSON else None
            yield Mention(at, end, actor.name, actor.entity_type, number, MentionForm.FULL, Zone.BODY, ground)
            at = text.find(actor.name, end)


def _time(when: MeetingDate) -> TimeExpression:
    assert when.span is not None
    assert when.surface is not None
    return TimeExpression(
        *when.span, when.surface, when.interval, when.precision, when.basis, "relative-day", when.reasons
    )


def _when(meeting: dict[str, Any], text: str) -> MeetingDate:
    words = meeting["date_text"]
    start = text.index(words) if words else 0
    latest = date.fromisoformat(meeting["date_end"]) if meeting["date_end"] else None
    window = [date.fromisoformat(each) for each in meeting["true_window"]]
    return MeetingDate(
        surface=words,
        span=Span(start, start + len(words)) if words else None,
        interval=Interval(None, latest),
        precision=Precision.BEFORE if latest else Precision.UNKNOWN,
        basis=Basis.PUBLICATION if latest else Basis.NONE,
        reasons=("publication-bound",) if latest else (),
        inferred=Interval(*window),
        inferred_reasons=("term-of-office",),
    )


def _participants(meeting: dict[str, Any], text: str, names: dict[str, int]) -> Iterator[Participant]:
    for column, side in SIDES:
        country = next(iter(meeting[column]["countries"]), None)
        for kind, key in ((PartyKind.PERSON, "persons"), (PartyKind.ORGANIZATION, "orgs")):
            for number, name in enumerate(meeting[column][key]):
                start = text.index(name)
                lead = kind is PartyKind.PERSON and not number
                role = "رئيس الوفد" if lead else None
                end = start + len(name)
                yield Participant(side, kind, names[name], name, name, role, None, country, lead, start, end)


def _report(meeting: dict[str, Any], text: str, names: dict[str, int]) -> Report:
    evidence = meeting["evidence"]
    start = text.index(evidence)
    side_a, side_b = meeting["side_a"], meeting["side_b"]
    return Report(
        is_main=meeting["main"],
        status=Status(meeting["status"]),
        kind=Kind.BILATERAL,
        format=Format(meeting["format"]),
        when=_when(meeting, text),
        where=Venue(meeting["place_text"], None, meeting["place_country"]),
        participants=tuple(_participants(meeting, text, names)),
        side_a_countries=tuple(side_a["countries"]),
        side_b_countries=tuple(side_b["countries"]),
        side_a_lead=next(iter(side_a["persons"]), None),
        side_b_lead=next(iter(side_b["persons"]), None),
        topics=(),
        trigger=evidence.split()[0],
        rule_id="verb-with-counterpart",
        evidence=evidence,
        evidence_span=Span(start, start + len(evidence)),
        plover_event="CONSULT",
        plover_mode=None,
        confidence=0.8,
    )


def _candidates(text: str, reports: tuple[Report, ...]) -> Iterator[Candidate]:
    """Each report's first word, and the first statement of the text as something that is none."""
    for number, report in enumerate(reports):
        start, end = report.evidence_span.start, report.evidence_span.start + len(report.trigger)
        yield Candidate(report.trigger, start, end, CandidateOutcome.REPORT, CandidateReason.NEW_OCCASION, number)
    at = text.find(STATEMENT)
    if at >= 0:
        end = at + len(STATEMENT)
        yield Candidate(STATEMENT, at, end, CandidateOutcome.DISCARDED, CandidateReason.NO_EVENT, None)
