"""The few facts of each report that tell its occasion from others, drawn from the tables in the order of comparison."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb

from transforms.base.codes import Format, PartyKind, Side, Status
from transforms.linking.occasions import MAX_DAYS, Party, ReportKey

_BATCH = 10_000
_SEPARATOR = " "  # in no id and no code


def report_keys(connection: duckdb.DuckDBPyConnection) -> Iterator[ReportKey]:
    """The keys of all reports that are dated well enough to be compared.

    In order of the last possible day; inside it the most precise first, then those that name most persons, bodies and
    countries, then by id. No other query may run on the connection while this is read.
    """
    reader = connection.sql(_KEYS).to_arrow_reader(_BATCH)
    statuses = {status.value: status for status in Status}
    formats = {channel.value: channel for channel in Format}
    for batch in reader:
        # Column by column, and lists as texts: a third of the time of rows and lists.
        for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            report_id, doc_id, status, channel, place, first, last, *lists = row
            a_persons, b_persons, a_bodies, b_bodies, a_countries, b_countries = map(_parted, lists)
            yield ReportKey(
                report_id,
                doc_id,
                statuses[status],
                formats[channel],
                place,
                first,
                last,
                Party(a_persons, a_bodies, a_countries),
                Party(b_persons, b_bodies, b_countries),
            )


def _parted(joined: str | None) -> tuple[str, ...]:
    """The ids or codes of a list that the database joined."""
    return tuple(joined.split(_SEPARATOR)) if joined else ()


def _ids(side: Side, kind: PartyKind) -> str:
    return (
        "coalesce(list(entity_id ORDER BY is_lead DESC, entity_id) "
        f"FILTER (side = '{side}' AND kind = '{kind}'), []) AS {side}_{_PLURALS[kind]}"
    )


_PLURALS = {PartyKind.PERSON: "persons", PartyKind.ORGANIZATION: "bodies"}
_LISTS = ", ".join(_ids(side, kind) for kind in _PLURALS for side in (Side.A, Side.B))
_NAMES = [f"{side}_{plural}" for plural in _PLURALS.values() for side in (Side.A, Side.B)]
_LISTED = [*_NAMES, "side_a_countries", "side_b_countries"]

# greatest() and least() pass over null. What is inferred tightens what is said; where they contradict, what is said
# holds.
_KEYS = f"""
WITH bounds AS (
    SELECT *,
        greatest(date_earliest, inferred_earliest) AS lowest,
        least(date_latest, inferred_latest) AS highest
    FROM kept_reports
),
days AS (
    SELECT *,
        CASE WHEN lowest <= highest THEN lowest ELSE date_earliest END - DATE '1970-01-01' AS first,
        CASE WHEN lowest <= highest THEN highest ELSE date_latest END - DATE '1970-01-01' AS last
    FROM bounds
),
parties AS (SELECT report_id, {_LISTS} FROM kept_participants GROUP BY report_id)
SELECT report_id, doc_id, status, format, place_country, first, last,
    {", ".join(f"array_to_string({name}, '{_SEPARATOR}')" for name in _LISTED)}
FROM days LEFT JOIN parties USING (report_id)
WHERE last - first BETWEEN 0 AND {MAX_DAYS - 1}
ORDER BY last, last - first,
    {" + ".join(f"len(coalesce({name}, []))" for name in _NAMES if name.endswith("persons"))} DESC,
    {" + ".join(f"len(coalesce({name}, []))" for name in _NAMES if name.endswith("bodies"))} DESC,
    len(side_a_countries) + len(side_b_countries) DESC, report_id
"""
