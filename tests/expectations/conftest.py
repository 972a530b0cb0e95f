"""A small release made by hand: three documents, two meetings (one held, one planned), written through the
declarations.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from expectations.structure import structural_checks
from transforms.base.ids import content_id, text_digest
from transforms.schema.arrow import release_schema
from transforms.schema.catalog import RELEASE_TABLES

Row = dict[str, Any]

WEEKDAYS = {"الاثنين": 1, "الثلاثاء": 2, "الأربعاء": 3, "الخميس": 4, "الجمعة": 5, "السبت": 6, "الأحد": 7}
PERSONS = {"نصر الحريري": "SYR", "فرانسوا سينيمو": "FRA", "سلجوق أونال": "TUR"}
HELD = "التقى نصر الحريري يوم الجمعة الماضي فرانسوا سينيمو في إسطنبول. وقال الحريري إن اللقاء كان مثمراً."
PLANNED = "يلتقي نصر الحريري غداً سلجوق أونال."
QUIET = "تحدث سلجوق أونال عن الطقس."


@dataclass
class Rows:
    """The rows of a release, by table, before they are written. Tests change them."""

    tables: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))

    def __getitem__(self, table: str) -> list[Row]:
        return self.tables[table]

    def write(self, folder: Path, without: tuple[str, ...] = ()) -> Path:
        """Writes each table as one part. Nullability is not enforced, so that a test can break it."""
        for table in RELEASE_TABLES:
            if table.name in without:
                continue
            fields = [one.with_nullable(True) for one in release_schema(table)]
            schema = pa.schema(fields, metadata=release_schema(table).metadata)
            part = folder / table.name / "part-00000.parquet"
            part.parent.mkdir(parents=True)
            pq.write_table(pa.Table.from_pylist(self[table.name], schema=schema), part)
        return folder


def entity_id(name: str) -> str:
    return content_id("per", name)


def doc_id(text: str) -> str:
    return content_id("doc", text)


def add_document(rows: Rows, record: str, text: str, published: date | None, n_meetings: int) -> None:
    rows["documents"].append(
        {
            "doc_id": doc_id(text),
            "record_id": record,
            "source_uri": f"seeds/{record}.txt",
            "record_no": 0,
            "also_at": [],
            "sha256": text_digest(text),
            "url": None,
            "outlet": "وكالة" if published else None,
            "title": None,
            "language": "ar",
            "published_on": published,
            "published_basis": "dateline" if published else "none",
            "not_before": published,
            "not_after": published,
            "n_chars": len(text),
            "n_words": len(text.split()),
            "body_start": 0,
            "body_end": len(text),
            "n_meetings": n_meetings,
            "n_mentions": 0,
            "outcome": "meetings" if n_meetings else "no_meeting",
            "engine_version": "0.1.0",
        }
    )
    rows["texts"].append({"doc_id": doc_id(text), "text": text})


def add_mention(rows: Rows, text: str, name: str, surface: str, form: str = "full", after: int = 0) -> None:
    document = next(row for row in rows["documents"] if row["doc_id"] == doc_id(text))
    start = text.index(surface, after)
    rows["mentions"].append(
        {
            "doc_id": doc_id(text),
            "mention_no": document["n_mentions"],
            "entity_id": entity_id(name),
            "entity_type": "person",
            "surface": surface,
            "form": form,
            "zone": "body",
            "start": start,
            "end": start + len(surface),
        }
    )
    document["n_mentions"] += 1
    counts = next(
        (row for row in rows["mention_counts"] if (row["doc_id"], row["name"]) == (doc_id(text), name)),
        None,
    )
    if counts is None:
        counts = dict.fromkeys(("n_mentions", "n_full", "n_partial", "n_adjective"), 0)
        counts |= {"doc_id": doc_id(text), "entity_id": entity_id(name), "entity_type": "person", "name": name}
        rows["mention_counts"].append(counts | {"first_start": start})
        counts = rows["mention_counts"][-1]
    counts["n_mentions"] += 1
    counts[f"n_{form}"] += 1


def add_entities(rows: Rows) -> None:
    for name, country in PERSONS.items():
        mine = [row for row in rows["mentions"] if row["entity_id"] == entity_id(name)]
        rows["entities"].append(
            {
                "entity_id": entity_id(name),
                "entity_type": "person",
                "name_ar": name,
                "name_en": None,
                "country": country,
                "external_ids": [],
                "in_lexicon": True,
                "n_documents": len({row["doc_id"] for row in mine}),
                "n_mentions": len(mine),
            }
        )


def dates(day: date, words: str | None, text: str) -> Row:
    start = None if words is None else text.index(words)
    return {
        "date_text": words,
        "date_start": start,
        "date_end": None if words is None or start is None else start + len(words),
        "date_earliest": day,
        "date_latest": day,
        "date_precision": "day",
        "date_basis": "relative",
        "date_reasons": ["test.rule"],
        "inferred_earliest": None,
        "inferred_latest": None,
        "inferred_reasons": [],
        "event_date": day,
    }


def add_meeting(rows: Rows, text: str, status: str, dated: Row, other: str) -> None:
    report, meeting = content_id("rep", text), content_id("mtg", text)
    character = {"status": status, "kind": "bilateral", "format": "unspecified"}
    sides = {
        "place_country": None,
        "side_a_countries": ["SYR"],
        "side_b_countries": [PERSONS[other]],
        "side_a_lead": "نصر الحريري",
        "side_b_lead": other,
    }
    trigger, evidence = text.split(maxsplit=1)[0], text.partition(".")[0]
    rows["reports"].append(
        {"report_id": report, "doc_id": doc_id(text), "meeting_id": meeting, "is_main": True}
        | character
        | dated
        | sides
        | {"place_text": None, "place_city": None, "topics": [], "trigger": trigger, "rule_id": "test.rule"}
        | {"evidence": evidence, "evidence_start": 0, "evidence_end": len(evidence)}
        | {"plover_event": "CONSULT", "plover_mode": None, "confidence": 0.9}
    )
    day = {name: value for name, value in dated.items() if name not in ("date_text", "date_start", "date_end")}
    rows["meetings"].append(
        {"meeting_id": meeting, "n_reports": 1, "n_outlets": 1, "disagreements": []} | character | day | sides
    )
    for number, (side, name) in enumerate((("a", "نصر الحريري"), ("b", other))):
        start = text.index(name)
        rows["participants"].append(
            {"report_id": report, "participant_no": number, "doc_id": doc_id(text), "meeting_id": meeting}
            | {"side": side, "kind": "person", "entity_id": entity_id(name), "name": name, "surface": name}
            | {"role": None, "organization": None, "country": PERSONS[name], "is_lead": True}
            | {"start": start, "end": start + len(name)}
        )
    add_candidate(rows, text, trigger, "report", report, "new_occasion")


def add_candidate(rows: Rows, text: str, trigger: str, outcome: str, report: str | None, reason: str) -> None:
    number = sum(row["doc_id"] == doc_id(text) for row in rows["candidates"])
    start = text.index(trigger)
    rows["candidates"].append(
        {"doc_id": doc_id(text), "candidate_no": number, "trigger": trigger, "start": start}
        | {"end": start + len(trigger), "outcome": outcome, "report_id": report, "reason": reason}
    )


@pytest.fixture
def rows() -> Rows:
    """A release that passes: a held meeting, a planned one, a document without any, one reject."""
    made = Rows()
    add_document(made, "held", HELD, date(2024, 5, 6), n_meetings=1)
    add_document(made, "planned", PLANNED, date(2024, 5, 6), n_meetings=1)
    add_document(made, "quiet", QUIET, None, n_meetings=0)
    for text, name in ((HELD, "نصر الحريري"), (HELD, "فرانسوا سينيمو"), (PLANNED, "نصر الحريري")):
        add_mention(made, text, name, name)
    add_mention(made, HELD, "نصر الحريري", "الحريري", "partial", after=HELD.index("وقال"))
    for text in (PLANNED, QUIET):
        add_mention(made, text, "سلجوق أونال", "سلجوق أونال")
    add_entities(made)
    add_candidate(made, HELD, "اللقاء", "merged", content_id("rep", HELD), "same_occasion")
    add_meeting(made, HELD, "held", dates(date(2024, 5, 3), "يوم الجمعة الماضي", HELD), "فرانسوا سينيمو")
    add_meeting(made, PLANNED, "planned", dates(date(2024, 5, 7), "غداً", PLANNED), "سلجوق أونال")
    add_candidate(made, QUIET, "تحدث", "discarded", None, "no_counterpart")
    office = {"role": "رئيس", "organization": "", "country": "SYR", "n_documents": 1}
    days = {"first_seen": date(2024, 5, 6), "last_seen": date(2024, 5, 6)}
    made["roles"].append({"entity_id": entity_id("نصر الحريري")} | office | days)
    made["rejects"].append(
        {"source_uri": "seeds/empty.txt", "record_no": 0, "reason": "empty", "detail": "no text"}
        | {"sha256": None, "n_bytes": 0}
    )
    return made


@pytest.fixture
def audited(rows: Rows, tmp_path: Path) -> Callable[..., Any]:
    """Writes the rows and audits them."""

    def run(**options: Any) -> Any:
        from expectations import audit

        folder = rows.write(tmp_path / "release", **options)
        return audit(folder, tmp_path / "docs", weekdays=WEEKDAYS, title="لقاء — release 2024")

    return run


@pytest.fixture
def few_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    """One check on the rows of each table, for tests that are not about rows: running all takes seconds."""
    for module in ("checkpoint", "groups"):
        monkeypatch.setattr(f"expectations.{module}.table_checks", lambda table, _: structural_checks(table)[:1])
