"""Hand annotations: one JSON file per article, in the form that tests/corpus/GUIDE.md describes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from transforms.base.errors import InputError


@dataclass(frozen=True, slots=True)
class GoldSide:
    """One side of an annotated meeting."""

    persons: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    countries: frozenset[str] = frozenset()

    @property
    def empty(self) -> bool:
        """Whether it names nobody."""
        return not (self.persons or self.bodies or self.countries)


@dataclass(frozen=True, slots=True)
class GoldMeeting:
    """One annotated meeting. Days are ISO strings; `window` holds the days between which it truly was."""

    optional: bool
    status: str
    format: str
    date_kind: str | None
    date_start: str | None
    date_end: str | None
    date_text: str | None
    window: tuple[str, str] | None
    place_country: str | None
    a: GoldSide
    b: GoldSide
    others: GoldSide
    evidence: str | None


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One annotated article. `persons` holds how often each is named."""

    record_id: str
    published_on: str | None
    published_basis: str | None
    persons: Mapping[str, int]
    meetings: tuple[GoldMeeting, ...]


def load_gold(folder: str) -> list[GoldDocument]:
    """The annotations of a folder, by file name. Files without meetings' annotations are something else."""
    path = Path(folder).expanduser()
    if not path.is_dir():
        raise InputError(folder, "is no folder; name a folder of annotations, one JSON file per article")
    found = [_document(fields) for fields in map(_fields, sorted(path.glob("*.json"))) if "meetings" in fields]
    if not found:
        raise InputError(folder, "holds no annotation: a JSON file with `id` and `meetings`")
    return found


def _fields(path: Path) -> dict[str, Any]:
    try:
        fields = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as fault:
        raise InputError(str(path), f"cannot be read as JSON: {fault}") from fault
    return fields if isinstance(fields, dict) else {}


def _document(fields: dict[str, Any]) -> GoldDocument:
    try:
        return GoldDocument(
            record_id=fields["id"],
            published_on=fields.get("published_on"),
            published_basis=fields.get("published_basis"),
            persons={person["name"]: person["mentions"] for person in fields.get("persons", [])},
            meetings=tuple(_meeting(meeting) for meeting in fields["meetings"]),
        )
    except (KeyError, TypeError) as fault:
        raise InputError(str(fields.get("id")), f"the annotation lacks or misuses {fault}") from fault


def _meeting(fields: dict[str, Any]) -> GoldMeeting:
    window = fields.get("true_window")
    return GoldMeeting(
        optional=fields["optional"],
        status=fields["status"],
        format=fields["format"],
        date_kind=fields.get("date_kind"),
        date_start=fields.get("date_start"),
        date_end=fields.get("date_end"),
        date_text=fields.get("date_text"),
        window=(window[0], window[1]) if window else None,
        place_country=fields.get("place_country"),
        a=_side(fields["side_a"]),
        b=_side(fields["side_b"]),
        others=_side(fields.get("others") or {}),
        evidence=fields.get("evidence"),
    )


def _side(fields: dict[str, Any]) -> GoldSide:
    return GoldSide(
        tuple(fields.get("persons", ())), tuple(fields.get("orgs", ())), frozenset(fields.get("countries", ()))
    )
