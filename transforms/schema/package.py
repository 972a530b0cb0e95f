"""The data package descriptor: what `datapackage.json` says of a release, in the terms of Frictionless Data Packages.

A pure function of the declarations and of what its arguments tell; it reads no file and no clock. The caller writes
it as JSON with sorted keys or as it stands: the order of keys is fixed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from transforms.schema.catalog import RELEASE_TABLES
from transforms.schema.declare import Column, ColumnType, SchemaError, Table
from transforms.schema.meanings import meaning

Descriptor = dict[str, object]

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
TITLE = "Liqa: diplomatic meetings in Arabic news"
DESCRIPTION = (
    "Who met whom, when, where and by which channel, as Arabic news articles report it, each row with the words "
    "that say "
    "so. See codebook.md for what the columns mean."
)

FIELD_TYPES: dict[ColumnType, str] = {
    ColumnType.STRING: "string",
    ColumnType.INTEGER: "integer",
    ColumnType.BIG_INTEGER: "integer",
    ColumnType.NUMBER: "number",
    ColumnType.BOOLEAN: "boolean",
    ColumnType.DATE: "date",
    ColumnType.STRING_LIST: "list",
}


@dataclass(frozen=True, slots=True)
class PartFile:
    """One file of a table: its path below the release's folder, size in bytes, SHA-256 and number of rows."""

    path: str
    n_bytes: int
    sha256: str
    n_rows: int


@dataclass(frozen=True, slots=True)
class ReleaseFacts:
    """What the declarations cannot know of a release. `made` is an ISO time; `facts` holds anything else worth telling
    (host, versions, counts), JSON values only."""

    release_id: str
    version: str
    made: str
    facts: Mapping[str, object] = field(default_factory=dict)


def data_package(release: ReleaseFacts, files: Mapping[str, Sequence[PartFile]]) -> Descriptor:
    """The descriptor of a release whose tables lie in `files`, by table name.

    A table that is not in `files` is left out, and so are references to it (a release may be shared without its
    texts). Raises SchemaError for files of a table that is not declared for releases.
    """
    unknown = set(files) - {table.name for table in RELEASE_TABLES}
    if unknown:
        raise SchemaError(f"data package: {sorted(unknown)} are no tables of a release")
    present = [table for table in RELEASE_TABLES if table.name in files]
    return {
        "$schema": PROFILE,
        "name": "liqa",
        "id": release.release_id,
        "title": TITLE,
        "description": DESCRIPTION,
        "version": release.version,
        "created": release.made,
        "resources": [_resource(table, files[table.name], set(files)) for table in present],
        "liqa": dict(release.facts),
    }


def _resource(table: Table, files: Sequence[PartFile], present: set[str]) -> Descriptor:
    ordered = sorted(files, key=lambda each: each.path)
    return {
        "name": table.name,
        "title": table.title,
        "description": table.description,
        "path": [each.path for each in ordered],
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": sum(each.n_bytes for each in ordered),
        "rows": sum(each.n_rows for each in ordered),
        "files": [
            {"path": each.path, "bytes": each.n_bytes, "hash": f"sha256:{each.sha256}", "rows": each.n_rows}
            for each in ordered
        ],
        "schema": table_schema(table, present),
    }


def table_schema(table: Table, present: set[str]) -> Descriptor:
    """The Table Schema of a table; `present` are the tables that references may point to."""
    schema: Descriptor = {
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.key),
    }
    references = [
        {
            "fields": list(reference.columns),
            "reference": {"resource": reference.table, "fields": list(reference.references)},
        }
        for reference in table.foreign_keys
        if reference.table in present
    ]
    if references:
        schema["foreignKeys"] = references
    return schema


def _field(column: Column) -> Descriptor:
    described: Descriptor = {
        "name": column.name,
        "type": FIELD_TYPES[column.type],
        "description": column.description,
    }
    if column.type is ColumnType.STRING_LIST:
        described["itemType"] = "string"
    if column.null_means is not None:
        described["nullMeans"] = column.null_means
    if column.unit is not None:
        described["unit"] = column.unit
    if column.values is not None:
        described["categories"] = [{"value": str(code), "label": meaning(code)} for code in column.values]
    described["constraints"] = _constraints(column)
    return described


def _constraints(column: Column) -> Descriptor:
    """The constraints that hold for the value itself: Table Schema has none for the elements of a list."""
    constraints: Descriptor = {"required": not column.nullable}
    if column.type is ColumnType.STRING_LIST:
        return constraints
    if column.values is not None:
        constraints["enum"] = [str(code) for code in column.values]
    for name, bound in (("pattern", column.pattern), ("minimum", column.minimum), ("maximum", column.maximum)):
        if bound is not None:
            constraints[name] = bound
    return constraints
