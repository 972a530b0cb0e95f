"""All tables together, in the order in which a reader meets them, and the check that their references meet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from transforms.schema.declare import SchemaError, Table
from transforms.schema.documents import DOCUMENTS, TEXTS
from transforms.schema.handover import ACTORS, TENURES
from transforms.schema.ledger import CANDIDATES, REJECTS
from transforms.schema.meetings import MEETINGS
from transforms.schema.mentions import ENTITIES, MENTION_COUNTS, MENTIONS, ROLES
from transforms.schema.reports import PARTICIPANTS, REPORTS


def catalogue(tables: Iterable[Table]) -> Mapping[str, Table]:
    """The tables by name, in the order given. Raises SchemaError on a name declared twice or a reference that meets no
    key.
    """
    by_name: dict[str, Table] = {}
    for table in tables:
        if table.name in by_name:
            raise SchemaError(f"table {table.name}: declared twice")
        by_name[table.name] = table
    for table in by_name.values():
        for reference in table.foreign_keys:
            target = by_name.get(reference.table)
            if target is None or target.key != reference.references:
                raise SchemaError(f"table {table.name}: {reference.columns} references no key of {reference.table}")
            if [table.column(name).type for name in reference.columns] != [
                target.column(name).type for name in target.key
            ]:
                raise SchemaError(
                    f"table {table.name}: {reference.columns} and the key of {reference.table} differ in type"
                )
    return MappingProxyType(by_name)


TABLES: Mapping[str, Table] = catalogue(
    (
        MEETINGS,
        REPORTS,
        PARTICIPANTS,
        DOCUMENTS,
        TEXTS,
        MENTIONS,
        MENTION_COUNTS,
        ENTITIES,
        ROLES,
        CANDIDATES,
        REJECTS,
        ACTORS,
        TENURES,
    )
)
RELEASE_TABLES: tuple[Table, ...] = tuple(table for table in TABLES.values() if not table.internal)
PART_TABLES: tuple[Table, ...] = tuple(table for table in TABLES.values() if not table.derived)
