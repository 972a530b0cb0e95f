"""What a release claims of the annotated articles, read as records. Only their rows are loaded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from transforms.base.codes import EntityType, PartyKind, Side
from transforms.base.errors import ReleaseError

Row = dict[str, Any]


class Named(NamedTuple):
    """A name with the side it stands on."""

    name: str
    side: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One report. `bodies` are bodies and countries that took part, and those that participants belong to."""

    report_id: str
    status: str
    format: str
    earliest: str | None
    latest: str | None
    inferred_earliest: str | None
    inferred_latest: str | None
    precision: str
    place_country: str | None
    people: tuple[Named, ...]
    bodies: tuple[Named, ...]
    countries: Mapping[str, frozenset[str]]
    evidence: str


@dataclass(frozen=True, slots=True)
class ClaimedDocument:
    """One document: when it was published, its reports, how often each person is named."""

    published_on: str | None
    claims: tuple[Claim, ...]
    persons: tuple[tuple[str, int], ...]


def load_claims(release: Path, record_ids: Iterable[str]) -> dict[str, ClaimedDocument]:
    """The documents of these records, by record."""
    documents = _rows(release, "documents", "record_id", list(record_ids))
    ids = [row["doc_id"] for row in documents]
    reports = _by(_rows(release, "reports", "doc_id", ids), "doc_id")
    parties = _by(_rows(release, "participants", "doc_id", ids), "report_id")
    counts = _by(_rows(release, "mention_counts", "doc_id", ids), "doc_id")
    return {
        row["record_id"]: ClaimedDocument(
            published_on=_day(row["published_on"]),
            claims=tuple(_claim(report, parties[report["report_id"]]) for report in reports[row["doc_id"]]),
            persons=tuple(
                (count["name"], count["n_mentions"])
                for count in counts[row["doc_id"]]
                if count["entity_type"] == EntityType.PERSON
            ),
        )
        for row in documents
    }


def _rows(release: Path, table: str, column: str, values: list[str]) -> list[Row]:
    """The rows of a table in which a column has one of these values."""
    try:
        found: list[Row] = (
            pq.read_table(release / table, filters=[(column, "in", values)]).to_pylist() if values else []
        )
    except (OSError, pa.ArrowException) as fault:
        raise ReleaseError(str(release), f"the table {table} cannot be read: {fault}") from fault
    return found


def _by(rows: Iterable[Row], column: str) -> Mapping[str, list[Row]]:
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row[column]].append(row)
    return grouped


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _claim(report: Row, parties: list[Row]) -> Claim:
    people = [party for party in parties if party["kind"] == PartyKind.PERSON]
    others = [party for party in parties if party["kind"] != PartyKind.PERSON]
    homes = [Named(party["organization"], party["side"]) for party in parties if party["organization"]]
    return Claim(
        report_id=report["report_id"],
        status=report["status"],
        format=report["format"],
        earliest=_day(report["date_earliest"]),
        latest=_day(report["date_latest"]),
        inferred_earliest=_day(report["inferred_earliest"]),
        inferred_latest=_day(report["inferred_latest"]),
        precision=report["date_precision"],
        place_country=report["place_country"],
        people=tuple(Named(party["name"], party["side"]) for party in people),
        bodies=(*(Named(party["name"], party["side"]) for party in others), *homes),
        countries={
            Side.A: frozenset(report["side_a_countries"] or ()),
            Side.B: frozenset(report["side_b_countries"] or ()),
        },
        evidence=report["evidence"],
    )
