"""The five seeds: what the engine reads in each, against its gold, field by field."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.loaded import engine
from tests.releases import ROOT, SEEDS, readings
from transforms.base.codes import CandidateOutcome, EntityType
from transforms.base.records import Reading, Report

GOLD = ROOT / "tests" / "golden" / "seeds"
CASES = [pytest.param(path.stem, id=path.stem[:3]) for path in sorted(GOLD.glob("*.json"))]


def gold(record: str) -> dict[str, Any]:
    fields: dict[str, Any] = json.loads((GOLD / f"{record}.json").read_text("utf-8"))
    return fields


def reading(record: str) -> Reading:
    return next(each for each in readings(SEEDS) if each.document.record_id == record)


def counts(of: Reading, entity_type: EntityType) -> dict[str, int]:
    found = Counter(mention.actor for mention in of.mentions if mention.entity_type is entity_type)
    return {of.actors[actor].name: number for actor, number in found.items()}


def persons(report: Report, side: str) -> list[str]:
    return sorted(each.name for each in report.participants if each.kind.value == "person" and each.side.value == side)


def iso(value: object) -> str | None:
    return None if value is None else str(value)


def test_every_seed_has_its_gold() -> None:
    assert [path.stem for path in sorted(SEEDS.iterdir())] == [path.stem for path in sorted(GOLD.glob("*.json"))]
    assert len(CASES) == 5


@pytest.mark.parametrize("record", CASES)
def test_persons_and_how_often_each_is_named(record: str) -> None:
    wanted = {person["name"]: person["mentions"] for person in gold(record)["persons"]}
    # The gold knows a president by his full name where the article gives the surname only: the name is the article's.
    found = {
        next((name for name in wanted if name.endswith(read)), read): number
        for read, number in counts(reading(record), EntityType.PERSON).items()
    }
    assert found == wanted


@pytest.mark.parametrize("record", CASES)
def test_resolutions(record: str) -> None:
    assert counts(reading(record), EntityType.RESOLUTION) == gold(record)["resolutions"]


@pytest.mark.parametrize("record", CASES)
def test_publication(record: str) -> None:
    publication = reading(record).publication
    assert iso(publication.day) == gold(record)["published_on"]
    assert publication.basis.value == gold(record)["published_basis"]


@pytest.mark.parametrize("record", CASES)
def test_meetings(record: str) -> None:
    wanted, found = gold(record)["meetings"], reading(record).reports
    assert len(found) == len(wanted)
    for meeting, report in zip(wanted, sorted(found, key=lambda each: each.evidence_span), strict=True):
        assert report.status.value == meeting["status"]
        assert list(report.side_a_countries) == meeting["side_a"]["countries"]
        assert list(report.side_b_countries) == meeting["side_b"]["countries"]
        assert persons(report, "b") == sorted(meeting["side_b"]["persons"])
        others = set(meeting["others"]["persons"])
        assert set(persons(report, "a")) - others == set(meeting["side_a"]["persons"])
        assert report.when.surface == meeting["date_text"]
        assert report.where.country == meeting["place_country"]
        if meeting["format"] in ("phone", "virtual"):
            assert report.format.value == meeting["format"]


@pytest.mark.parametrize("record", CASES)
def test_inferred_bounds_hold_the_truth_and_give_their_reasons(record: str) -> None:
    for meeting, report in zip(
        gold(record)["meetings"], sorted(reading(record).reports, key=lambda each: each.evidence_span), strict=True
    ):
        low, high = meeting["true_window"]
        bounds = report.when.inferred if report.when.inferred_reasons else report.when.interval
        assert bounds.earliest is None or iso(bounds.earliest) <= high  # type: ignore[operator]
        assert bounds.latest is None or iso(bounds.latest) >= low  # type: ignore[operator]
        assert report.when.inferred_reasons or report.when.interval.latest is not None


@pytest.mark.parametrize("record", CASES)
def test_every_surface_stands_at_its_offsets(record: str) -> None:
    of = reading(record)
    text = of.document.text
    spans = [(each.start, each.end, each.surface) for each in (*of.mentions, *of.dates)]
    spans += [(each.start, each.end, each.surface) for report in of.reports for each in report.participants]
    spans += [(*report.evidence_span, report.evidence) for report in of.reports]
    assert spans
    assert all(text[start:end] == surface for start, end, surface in spans)


@pytest.mark.parametrize("record", CASES)
def test_every_candidate_is_accounted_for(record: str) -> None:
    of = reading(record)
    kept = [each for each in of.candidates if each.outcome is not CandidateOutcome.DISCARDED]
    assert {each.report for each in kept} == set(range(len(of.reports)))
    assert all((each.report is None) == (each.outcome is CandidateOutcome.DISCARDED) for each in of.candidates)


def test_reading_twice_gives_the_same() -> None:
    for of in readings(SEEDS):
        assert engine().read(of.document) == of


def test_the_release_version_is_the_engines() -> None:
    from transforms.engine import ENGINE_VERSION

    assert f'version = "{ENGINE_VERSION}"' in Path(ROOT / "pyproject.toml").read_text("utf-8")
