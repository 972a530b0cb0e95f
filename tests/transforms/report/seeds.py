"""The seeds as readings made by hand from their annotation, so that pages can be looked at without the engine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from tests.readings import assemble, body, candidate, mention, participant, person, publication, report
from transforms.base.codes import (
    Basis,
    CandidateReason,
    EntityType,
    Format,
    NameGround,
    Precision,
    PublishedBasis,
    Side,
    Status,
)
from transforms.base.ids import content_id
from transforms.base.records import (
    Actor,
    Candidate,
    Document,
    Interval,
    MeetingDate,
    Mention,
    Participant,
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
    reports = [_report(meeting, text, actors) for meeting in gold["meetings"]]
    regions = tuple(_regions(text, TITLE_LINES.get(path.stem[:3])))
    return assemble(
        Document(text, path.stem, f"seeds/{path.stem}.txt"),
        actors,
        _mentions(text, actors),
        reports,
        _candidates(text, reports),
        title=next((text[each.start : each.end] for each in regions if each.part == "title"), None),
        regions=regions,
        publication=publication(published, PublishedBasis(gold["published_basis"])),
        dates=tuple(_time(each.when) for each in reports if each.when.span),
    )


def _regions(text: str, title_line: int | None) -> Iterator[Region]:
    breaks = [-1, *(at for at, character in enumerate(text) if character == "\n"), len(text)]
    for number, (before, after) in enumerate(pairwise(breaks)):
        if text[before + 1 : after].strip():
            furniture = title_line is not None and number < title_line
            part = "title" if number == title_line else "furniture" if furniture else "text"
            yield Region(part, before + 1, after)


def _actors(gold: dict[str, Any]) -> list[Actor]:
    people: dict[str, str | None] = {each["name"]: None for each in gold["persons"]}
    bodies: dict[str, str | None] = {}
    for meeting in gold["meetings"]:
        for column, _ in SIDES:
            country = next(iter(meeting[column]["countries"]), None)
            people.update(dict.fromkeys(meeting[column]["persons"], country))
            bodies.update(dict.fromkeys(meeting[column]["orgs"], country))
    countries = {"SYR": ("سوريا", "Syria"), "FRA": ("فرنسا", "France"), "TUR": ("تركيا", "Türkiye")}
    return [
        *(person(name, country) for name, country in people.items()),
        *(body(name, country) for name, country in bodies.items()),
        *(
            Actor(content_id("cty", iso), EntityType.COUNTRY, arabic, english, iso, (), True)
            for iso, (arabic, english) in countries.items()
        ),
    ]


def _mentions(text: str, actors: list[Actor]) -> Iterator[Mention]:
    for number, actor in enumerate(actors):
        at = text.find(actor.name)
        while at >= 0:
            yield mention(number, actor, at, NameGround.SHAPE if actor.entity_type is EntityType.PERSON else None)
            at = text.find(actor.name, at + len(actor.name))


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


def _participants(meeting: dict[str, Any], text: str, actors: list[Actor]) -> Iterator[Participant]:
    """The persons of a side, the first of whom leads it, then its bodies."""
    known = {actor.name: (index, actor) for index, actor in enumerate(actors)}
    for column, side in SIDES:
        told = meeting[column]
        for name in (*told["persons"], *told["orgs"]):
            lead = name == next(iter(told["persons"]), None)
            yield participant(side, *known[name], text.index(name), "رئيس الوفد" if lead else None, lead)


def _report(meeting: dict[str, Any], text: str, actors: list[Actor]) -> Report:
    return report(
        list(_participants(meeting, text, actors)),
        _when(meeting, text),
        meeting["evidence"],
        text.index(meeting["evidence"]),
        is_main=meeting["main"],
        status=Status(meeting["status"]),
        format=Format(meeting["format"]),
        where=Venue(meeting["place_text"], None, meeting["place_country"]),
        side_a_countries=tuple(meeting["side_a"]["countries"]),
        side_b_countries=tuple(meeting["side_b"]["countries"]),
        rule_id="verb-with-counterpart",
        confidence=0.8,
    )


def _candidates(text: str, reports: list[Report]) -> Iterator[Candidate]:
    """Each report's first word, and the first statement of the text as something that is none."""
    for number, each in enumerate(reports):
        yield candidate(each.trigger, each.evidence_span.start, number, CandidateReason.NEW_OCCASION)
    at = text.find(STATEMENT)
    if at >= 0:
        yield candidate(STATEMENT, at, None, CandidateReason.NO_EVENT)
