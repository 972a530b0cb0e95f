"""The parts of `mentions`, `actors` and `tenures`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from transforms.base.codes import Precision, Status
from transforms.base.records import Actor, Reading, Tenure
from transforms.tables.columns import Columns


def mention_columns(readings: Sequence[Reading], reading_ids: Sequence[str]) -> Columns:
    """One row per mention, numbered inside its document in the order of the text."""
    # Mentions are tuples that begin with their offsets: they sort by place.
    mentions = [sorted(reading.mentions) for reading in readings]
    flat = [mention for own in mentions for mention in own]
    return {
        "reading_id": [rid for rid, own in zip(reading_ids, mentions, strict=True) for _ in own],
        "doc_id": [reading.doc_id for reading in readings for _ in reading.mentions],
        "mention_no": [number for own in mentions for number in range(len(own))],
        "entity_id": [
            reading.actors[mention.actor].entity_id
            for reading, own in zip(readings, mentions, strict=True)
            for mention in own
        ],
        "entity_type": [mention.entity_type for mention in flat],
        "surface": [mention.surface for mention in flat],
        "form": [mention.form for mention in flat],
        "zone": [mention.zone for mention in flat],
        "start": [mention.start for mention in flat],
        "end": [mention.end for mention in flat],
    }


def actor_columns(readings: Sequence[Reading], reading_ids: Sequence[str]) -> Columns:
    """One row per entity of a reading; of two actors with one id the first stands."""
    rows: list[tuple[str, str, Actor]] = []
    for rid, reading in zip(reading_ids, readings, strict=True):
        first: dict[str, Actor] = {}
        for actor in reading.actors:
            first.setdefault(actor.entity_id, actor)
        rows.extend((rid, reading.doc_id, actor) for actor in first.values())
    actors = [actor for _, _, actor in rows]
    return {
        "reading_id": [rid for rid, _, _ in rows],
        "doc_id": [doc_id for _, doc_id, _ in rows],
        "entity_id": [actor.entity_id for actor in actors],
        "entity_type": [actor.entity_type for actor in actors],
        "name": [actor.name for actor in actors],
        "name_en": [actor.name_en for actor in actors],
        "country": [actor.country for actor in actors],
        "external_ids": [actor.external_ids for actor in actors],
        "in_lexicon": [actor.in_lexicon for actor in actors],
    }


def tenure_columns(readings: Sequence[Reading], reading_ids: Sequence[str]) -> Columns:
    """One row per entity and office of a reading; of two that differ in the country alone the first stands."""
    rows: list[tuple[str, Reading, str, Tenure]] = []
    for rid, reading in zip(reading_ids, readings, strict=True):
        first: dict[tuple[str, str, str | None], Tenure] = {}
        for tenure in reading.tenures:
            entity_id = reading.actors[tenure.actor].entity_id
            first.setdefault((entity_id, tenure.role, tenure.organization), tenure)
        rows.extend((rid, reading, entity_id, tenure) for (entity_id, _, _), tenure in first.items())
    seen = {rid: seen_on(reading) for rid, reading, _, _ in rows}
    return {
        "reading_id": [rid for rid, _, _, _ in rows],
        "doc_id": [reading.doc_id for _, reading, _, _ in rows],
        "entity_id": [entity_id for _, _, entity_id, _ in rows],
        "role": [tenure.role for _, _, _, tenure in rows],
        "organization": [tenure.organization or "" for _, _, _, tenure in rows],
        "country": [tenure.country for _, _, _, tenure in rows],
        "seen_on": [seen[rid] for rid, _, _, _ in rows],
    }


def seen_on(reading: Reading) -> date | None:
    """The day for which the document speaks: its publication, else its latest held meeting of known day, else None."""
    if reading.publication.day is not None:
        return reading.publication.day
    days = [
        report.when.interval.latest
        for report in reading.reports
        if report.status is Status.HELD and report.when.precision is Precision.DAY
    ]
    return max((day for day in days if day is not None), default=None)
