"""How often reports of each band of confidence are right, on annotated articles and on news read by hand.

    python benchmarks/reliability.py [GOLD_DIR ...] [--only PREFIX] [--verdicts FILE --news FILE]

A gold folder holds articles and annotations as `tests/corpus` does (default: `tests/corpus` and `tests/blind`).
`benchmarks/verdicts.csv` holds what a reader said of single reports of real news: reading (the seed by which they were
drawn), record_id, evidence_start, parties (a hash of the names on both sides as the reader saw them), meeting and
right. The news itself is no part of the project: without `--news` (records with `id`, `text`, `title`, one a line)
those rows are left out, as are rows whose parties the engine reads otherwise by now.

Right means: a meeting, with the right persons on the right sides and nobody else.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from flows.score.claims import Claim, ClaimedDocument, Named
from flows.score.gold import GoldDocument, GoldMeeting, load_gold
from flows.score.matching import match, touches
from flows.score.scoring import score
from transforms.base.codes import PartyKind, Side
from transforms.base.records import Document, Reading, Report
from transforms.engine import Engine
from transforms.lexicon import load_lexicon

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = (ROOT / "tests" / "corpus", ROOT / "tests" / "blind")
VERDICTS = Path(__file__).with_name("verdicts.csv")
BANDS = (0.0, 0.4, 0.6, 0.7, 0.8, 0.9, 1.01)


class Judged(NamedTuple):
    """One report: its confidence, whether it is a meeting, whether it is right."""

    confidence: float
    meeting: bool
    right: bool


def of_folder(engine: Engine, folder: Path, only: str) -> Iterator[Judged]:
    """The reports of annotated articles; what may be about an optional meeting counts neither way."""
    for gold in load_gold(str(folder)):
        path = folder / f"{gold.record_id}.txt"
        if gold.record_id.startswith(only) and path.is_file():
            yield from _of_article(gold, engine.read(Document(path.read_text("utf-8"), gold.record_id, str(path))))


def _of_article(gold: GoldDocument, reading: Reading) -> Iterator[Judged]:
    required = [meeting for meeting in gold.meetings if not meeting.optional]
    optional = [meeting for meeting in gold.meetings if meeting.optional]
    claims = [_claim(number, report) for number, report in enumerate(reading.reports)]
    found = {pair.claim: required[pair.gold] for pair in match(required, claims)}
    for claim, report in zip(claims, reading.reports, strict=True):
        meeting = found.get(int(claim.report_id))
        if meeting is None and any(touches(each, claim) for each in optional):
            continue
        yield Judged(report.confidence, meeting is not None, meeting is not None and _is_right(gold, meeting, claim))


def _is_right(gold: GoldDocument, meeting: GoldMeeting, claim: Claim) -> bool:
    alone = replace(gold, meetings=(meeting,))
    shares = score([alone], {gold.record_id: ClaimedDocument(None, (claim,), ())}).as_fields()
    return bool(shares["persons"]["right"] and shares["sides not swapped"]["right"])


def _claim(number: int, report: Report) -> Claim:
    people = [each for each in report.participants if each.kind is PartyKind.PERSON]
    others = [each for each in report.participants if each.kind is not PartyKind.PERSON]
    homes = [Named(each.organization, each.side) for each in report.participants if each.organization]
    earliest, latest = report.when.interval
    return Claim(
        report_id=str(number),
        status=report.status,
        format=report.format,
        earliest=earliest.isoformat() if earliest else None,
        latest=latest.isoformat() if latest else None,
        inferred_earliest=None,
        inferred_latest=None,
        precision=report.when.precision,
        place_country=report.where.country,
        people=tuple(Named(each.name, each.side) for each in people),
        bodies=(*(Named(each.name, each.side) for each in others), *homes),
        countries={Side.A: frozenset(report.side_a_countries), Side.B: frozenset(report.side_b_countries)},
        evidence=report.evidence,
    )


def parties_of(report: Report) -> str:
    """A short hash of the names on both sides: whether a reader saw the same parties."""
    names = sorted(f"{each.side}:{each.name}" for each in report.participants if each.side is not Side.OTHER)
    return hashlib.sha256("|".join(names).encode()).hexdigest()[:10]


def of_news(engine: Engine, news: Path, verdicts: Path) -> dict[str, list[Judged]]:
    """The reports that somebody judged, by reading."""
    with verdicts.open(encoding="utf-8", newline="") as lines:
        rows = {(row["record_id"], int(row["evidence_start"]), row["parties"]): row for row in csv.DictReader(lines)}
    wanted = {record for record, _, _ in rows}
    found: dict[str, list[Judged]] = {}
    for record in _records(news):
        if record["id"] not in wanted:
            continue
        reading = engine.read(Document(record["text"], record["id"], record["id"], title=record.get("title")))
        for report in reading.reports:
            row = rows.pop((record["id"], report.evidence_span.start, parties_of(report)), None)
            if row is not None:
                judged = Judged(report.confidence, row["meeting"] == "1", row["right"] == "1")
                found.setdefault(row["reading"], []).append(judged)
    return found


def _records(path: Path) -> Iterator[dict[str, str]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def table(name: str, rows: Iterable[Judged]) -> Iterator[str]:
    """The rows of the result for one set, band by band and whole."""
    judged = list(rows)
    for low, high in pairwise(BANDS):
        band = [each for each in judged if low <= each.confidence < high]
        if band:
            yield _line(name, f"{low:.1f} to {min(high, 1.0):.1f}", band)
    if judged:
        yield _line(name, "all", judged)


def _line(name: str, band: str, rows: list[Judged]) -> str:
    mean = sum(each.confidence for each in rows) / len(rows)
    right = sum(each.right for each in rows) / len(rows)
    meeting = sum(each.meeting for each in rows) / len(rows)
    return f"| {name} | {band} | {len(rows)} | {mean:.2f} | {right:.2f} | {meeting:.2f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=list(FOLDERS))
    parser.add_argument("--only", default="", help="only records whose id begins so")
    parser.add_argument("--verdicts", type=Path, default=VERDICTS)
    parser.add_argument("--news", type=Path, help="the records that the verdicts are about")
    asked = parser.parse_args()
    engine = Engine(load_lexicon())
    print("| set | confidence | reports | mean confidence | right | meetings |\n|---|---|--:|--:|--:|--:|")
    for folder in asked.folders:
        for line in table(folder.name, of_folder(engine, folder, asked.only)):
            print(line)
    for reading, rows in sorted((of_news(engine, asked.news, asked.verdicts) if asked.news else {}).items()):
        for line in table(f"news, reading {reading}", rows):
            print(line)


if __name__ == "__main__":
    main()
