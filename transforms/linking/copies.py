"""Exact copies: of several readings of one text, one stands and the others are named beside it.

The reading with a date of publication in its metadata stands, because it dates the meetings best; then the one with
the smallest source and record number, so that the choice does not depend on the order of reading.
"""

from __future__ import annotations

from collections.abc import Iterable

import duckdb

from transforms.base.codes import PublishedBasis
from transforms.base.errors import LiqaError
from transforms.schema.columns import READING_ID
from transforms.schema.declare import Table

PART_PREFIX = "part_"  # what the caller registers
KEPT_PREFIX = "kept_"  # the same rows without those of copies
GROUP = "part_group"  # the column of `part_documents` that says in which group of shards a reading lies


class LinkError(LiqaError):
    """Parts that cannot be linked: a fault of whoever made or chose them."""


def find_copies(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables `link_dropped` (reading_id), the readings that do not stand, and `link_also_at` (doc_id,
    also_at), where they were read: both with the group of their rows.

    Raises LinkError when one record was read twice: its rows could not be told apart.
    """
    connection.execute(_RANKED)
    twice = connection.execute(
        "SELECT min(source_uri) FROM link_copies GROUP BY reading_id HAVING count(*) > 1 ORDER BY 1 LIMIT 1"
    ).fetchone()
    if twice is not None:
        raise LinkError(f"{twice[0]}: the same record stands in the parts twice")
    connection.execute(_DROPPED)
    connection.execute(_ALSO_AT)
    connection.execute("DROP TABLE link_copies")


def keep_one_copy(connection: duckdb.DuckDBPyConnection, tables: Iterable[Table]) -> None:
    """Make a view `kept_<table>` over `part_<table>` for each of the tables: its rows without those of the readings in
    `link_dropped`.
    """
    for table in tables:
        connection.execute(_view(table))


def _view(table: Table) -> str:
    part = f"SELECT * FROM {PART_PREFIX}{table.name}"
    if READING_ID in table.part_columns:
        part += " ANTI JOIN link_dropped USING (reading_id)"
    return f"CREATE OR REPLACE TEMP VIEW {KEPT_PREFIX}{table.name} AS {part}"


_RANKED = f"""
CREATE OR REPLACE TEMP TABLE link_copies AS
SELECT reading_id, doc_id, source_uri, record_no, {GROUP}, row_number() OVER (
    PARTITION BY doc_id ORDER BY published_basis = '{PublishedBasis.METADATA}' DESC, source_uri, record_no
) AS place
FROM {PART_PREFIX}documents
"""

_DROPPED = f"""
CREATE OR REPLACE TEMP TABLE link_dropped AS
SELECT reading_id, {GROUP} FROM link_copies WHERE place > 1 ORDER BY {GROUP}, reading_id
"""

_ALSO_AT = f"""
CREATE OR REPLACE TEMP TABLE link_also_at AS
SELECT doc_id, list(address ORDER BY address) FILTER (place > 1) AS also_at,
    any_value({GROUP}) FILTER (place = 1) AS {GROUP}
FROM (
    SELECT doc_id, source_uri || CASE WHEN record_no = 0 THEN '' ELSE '#' || record_no END AS address, place, {GROUP}
    FROM link_copies SEMI JOIN (SELECT doc_id FROM link_copies WHERE place > 1) USING (doc_id)
)
GROUP BY doc_id ORDER BY {GROUP}, doc_id
"""
