"""Near copies: documents whose texts share most of their word sequences, found by their signatures.

Signatures are compared band by band: documents that agree in a band of four boxes are likely to be alike, and each is
held against the earliest of them alone, so that a phrase which thousands of documents share costs thousands of
comparisons and not millions. A document is a near copy of the earliest document with which at least `LEAST_EQUAL` of
the 64 boxes agree. Earliest is by day of publication and then by id: nothing depends on shards or on the order of
reading.
"""

from __future__ import annotations

import duckdb

from transforms.linking.copies import GROUP
from transforms.tables.signatures import BOXES, DIGITS

LEAST_EQUAL = 45  # seven tenths of the word sequences, give or take an eighth
BAND_BOXES = 4
BANDS = BOXES // BAND_BOXES


def mark_near_copies(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the table `link_near` (doc_id, near_copy_of) with the group of each row; it has near copies alone."""
    connection.execute(_SIGNED)
    connection.execute("CREATE OR REPLACE TEMP TABLE link_alike (place INTEGER, first INTEGER)")
    for band in range(BANDS):  # one at a time, so that memory holds one
        connection.execute(_band(band))
    connection.execute(_NEAR)
    for table in ("link_signed", "link_alike"):
        connection.execute(f"DROP TABLE {table}")


_SIGNED = f"""
CREATE OR REPLACE TEMP TABLE link_signed AS
SELECT row_number() OVER (ORDER BY published_on NULLS LAST, doc_id)::INTEGER AS place, doc_id, signature, {GROUP}
FROM kept_documents WHERE signature IS NOT NULL
"""


def _band(number: int) -> str:
    width = BAND_BOXES * DIGITS
    band = f"('0x' || substr(signature, {number * width + 1}, {width}))::UBIGINT"
    return f"""
    INSERT INTO link_alike
    WITH banded AS (SELECT place, {band} AS band FROM link_signed),
    firsts AS (SELECT band, min(place) AS first FROM banded GROUP BY band HAVING count(*) > 1)
    SELECT place, first FROM banded JOIN firsts USING (band) WHERE place > first
    """


def _equal(number: int) -> str:
    at = number * DIGITS + 1
    return f"(substr(later.signature, {at}, {DIGITS}) = substr(earlier.signature, {at}, {DIGITS}))::INTEGER"


_NEAR = f"""
CREATE OR REPLACE TEMP TABLE link_near AS
SELECT later.doc_id, arg_min(earlier.doc_id, first) AS near_copy_of, any_value(later.{GROUP}) AS {GROUP}
FROM (SELECT DISTINCT place, first FROM link_alike) AS pair
JOIN link_signed AS later ON later.place = pair.place
JOIN link_signed AS earlier ON earlier.place = pair.first
WHERE {" + ".join(_equal(number) for number in range(BOXES))} >= {LEAST_EQUAL}
GROUP BY later.doc_id ORDER BY {GROUP}, later.doc_id
"""
