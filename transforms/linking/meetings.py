"""Reports to meetings: the ids, and the questions that build the table `meetings`, over all documents for the
meetings that several reports tell of and in one group of shards for the others.

The dates are what all reports of a meeting allow together, which is never nothing: reports whose dates exclude each
other are never one meeting. Where the reports differ, every other column is what the *foremost* says that says
anything: the one that dates the meeting most precisely, then the one that names both leads, then the surest, then by
id. What they differ in is listed in `disagreements`.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

import duckdb
import pyarrow as pa

from transforms.base.codes import Format, Precision, Status
from transforms.base.ids import ID_LENGTH
from transforms.linking.copies import GROUP
from transforms.linking.keys import report_keys
from transforms.linking.occasions import same_occasion
from transforms.schema.meetings import Disagreement

_BATCH = 50_000


def find_meetings(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables `link_members` and `link_merged`: of each report that shares its meeting with another the id of
    that meeting and its place among the reports, with the report's group; and the rows of the meetings whose reports
    lie in several groups, with the group of the report that names them.

    Meetings whose reports all lie in one group are made there, and `link_members` has no place for the others' reports.
    """
    connection.register("link_pairs", _pairs(same_occasion(report_keys(connection))))
    connection.execute(_SHARED)
    connection.unregister("link_pairs")
    connection.execute(_MEMBERS)
    connection.execute(_MERGED)
    connection.execute("DROP TABLE link_shared")


def _pairs(occasions: Iterable[tuple[str, ...]]) -> pa.Table:
    """One row per report that shares its occasion: the report, and the member that stands for the occasion so far."""
    rows = ((report_id, members[0]) for members in occasions for report_id in members)
    schema = pa.schema([("report_id", pa.string()), ("root", pa.string())])
    batches = []
    while some := list(islice(rows, _BATCH)):  # as Arrow they take a fifth of what they take as Python's strings
        columns = [pa.array(column, pa.string()) for column in zip(*some, strict=True)]
        batches.append(pa.RecordBatch.from_arrays(columns, schema=schema))
    return pa.Table.from_batches(batches, schema)


def _named(report_id: str) -> str:
    """The id of the meeting that this report names: `content_id("mtg", report_id)` in the database's words."""
    return f"'mtg_' || left(sha256({report_id}), {ID_LENGTH})"


# The id is made from the report published first, so that later reports of a meeting do not change it.
_SHARED = f"""
CREATE OR REPLACE TEMP TABLE link_shared AS
WITH rooted AS (
    SELECT report.report_id, pair.root, document.published_on, document.outlet, document.{GROUP},
        report.date_latest - report.date_earliest AS width,
        (report.side_a_lead IS NULL)::INTEGER + (report.side_b_lead IS NULL)::INTEGER AS unnamed,
        report.confidence
    FROM kept_reports AS report
    JOIN link_pairs AS pair USING (report_id)
    JOIN kept_documents AS document USING (doc_id)
),
named AS (
    SELECT *, first_value(report_id) OVER first AS earliest, first_value({GROUP}) OVER first AS home
    FROM rooted WINDOW first AS (PARTITION BY root ORDER BY published_on NULLS LAST, report_id)
)
SELECT report_id, outlet, {GROUP}, home, {_named("earliest")} AS meeting_id,
    min({GROUP}) OVER (PARTITION BY root) = max({GROUP}) OVER (PARTITION BY root) AS inside,
    row_number() OVER (
        PARTITION BY root ORDER BY width NULLS LAST, unnamed, confidence DESC, report_id
    ) AS place
FROM named
"""

_MEMBERS = f"""
CREATE OR REPLACE TEMP TABLE link_members AS
SELECT report_id, meeting_id, CASE WHEN inside THEN place END AS place, {GROUP}
FROM link_shared ORDER BY {GROUP}, report_id
"""


def _foremost(column: str, said: str = "true") -> str:
    """What the foremost report says in a column, of those that say anything."""
    return f"arg_min({column}, place) FILTER ({said})"


def _inferred(column: str, pick: str) -> str:
    """One bound of what all reports allow together, or the foremost report's where they exclude each other."""
    excluded = "max(inferred_earliest) > min(inferred_latest)"
    return f"CASE WHEN {excluded} THEN any_value({column}) FILTER (place = 1) ELSE {pick}({column}) END AS {column}"


def _differ(expression: str, said: str = "true") -> str:
    return f"count(DISTINCT {expression}) FILTER ({said}) > 1"


_SAID_FORMAT = f"format <> '{Format.UNSPECIFIED}'"
_DISAGREEMENTS = {
    Disagreement.COUNTRIES: _differ(
        "list_sort([array_to_string(side_a_countries, ','), array_to_string(side_b_countries, ',')])"
    ),
    Disagreement.FORMAT: _differ("format", _SAID_FORMAT),
    Disagreement.KIND: _differ("kind"),
    Disagreement.LEADS: _differ("leads", "leads IS NOT NULL"),
    Disagreement.PLACE_COUNTRY: _differ("place_country", "place_country IS NOT NULL"),
    Disagreement.STATUS: _differ("status"),
}


def _rows_of(members: str) -> str:
    """The meetings of these reports: `members` has report_id, outlet, meeting_id and `place`, 1 for the foremost."""
    return f"""
    WITH leads AS (
        SELECT report_id, string_agg(entity_id, ',' ORDER BY entity_id) AS leads
        FROM kept_participants SEMI JOIN {members} USING (report_id) WHERE is_lead GROUP BY report_id
    ),
    merged AS (
        SELECT meeting_id, {_COLUMNS}
        FROM kept_reports JOIN {members} USING (report_id) LEFT JOIN leads USING (report_id)
        GROUP BY meeting_id
    )
    SELECT *, {_PRECISION} AS date_precision, coalesce(date_latest, inferred_latest) AS event_date FROM merged
    """


_COLUMNS = f"""
    CASE WHEN bool_or(status = '{Status.HELD}') THEN '{Status.HELD}' ELSE {_foremost("status")} END AS status,
    {_foremost("kind")} AS kind,
    coalesce({_foremost("format", _SAID_FORMAT)}, '{Format.UNSPECIFIED}') AS format,
    max(date_earliest) AS date_earliest,
    min(date_latest) AS date_latest,
    {_foremost("date_basis")} AS date_basis,
    {_foremost("date_reasons")} AS date_reasons,
    {_inferred("inferred_earliest", "max")},
    {_inferred("inferred_latest", "min")},
    {_foremost("inferred_reasons")} AS inferred_reasons,
    {_foremost("place_country", "place_country IS NOT NULL")} AS place_country,
    {_foremost("side_a_countries")} AS side_a_countries,
    {_foremost("side_b_countries")} AS side_b_countries,
    any_value(side_a_lead) FILTER (place = 1) AS side_a_lead,
    any_value(side_b_lead) FILTER (place = 1) AS side_b_lead,
    count(*)::INTEGER AS n_reports,
    count(DISTINCT outlet)::INTEGER AS n_outlets,
    [word FOR word IN [
        {", ".join(f"CASE WHEN {differ} THEN '{name}' END" for name, differ in sorted(_DISAGREEMENTS.items()))}
    ] IF word IS NOT NULL] AS disagreements
"""

_PRECISION = f"""
    CASE
        WHEN date_earliest IS NULL AND date_latest IS NULL THEN '{Precision.UNKNOWN}'
        WHEN date_earliest IS NULL THEN '{Precision.BEFORE}'
        WHEN date_latest IS NULL THEN '{Precision.AFTER}'
        WHEN date_earliest = date_latest THEN '{Precision.DAY}'
        ELSE '{Precision.RANGE}'
    END"""

_MERGED = f"""
CREATE OR REPLACE TEMP TABLE link_merged AS
SELECT merged.*, home AS {GROUP}
FROM ({_rows_of("(SELECT * FROM link_shared WHERE NOT inside)")}) AS merged
JOIN (SELECT meeting_id, home FROM link_shared WHERE place = 1) USING (meeting_id)
ORDER BY home, meeting_id
"""

# Asked in a group's own connection, where `link_members` and `link_merged` hold what concerns the group.
_INSIDE = f"""(
    SELECT report_id, outlet, coalesce(meeting_id, {_named("report_id")}) AS meeting_id, coalesce(place, 1) AS place
    FROM kept_reports LEFT JOIN link_members USING (report_id) JOIN kept_documents USING (doc_id)
    WHERE meeting_id IS NULL OR place IS NOT NULL
)"""
MEETINGS_QUERY = f"{_rows_of(_INSIDE)} UNION ALL BY NAME SELECT * FROM link_merged"
REPORTS_QUERY = f"""
SELECT kept_reports.*, coalesce(members.meeting_id, {_named("report_id")}) AS meeting_id
FROM kept_reports LEFT JOIN link_members AS members USING (report_id)
"""
PARTICIPANTS_QUERY = f"""
SELECT kept_participants.*, coalesce(members.meeting_id, {_named("report_id")}) AS meeting_id
FROM kept_participants LEFT JOIN link_members AS members USING (report_id)
"""
