"""Checks on sense, written by hand: what must hold of meetings, dates and counts beyond the shape of the tables.

Row checks concern one row; facts join tables over the whole release (`accounts` has those on counts, conservation
and volume). Facts assume that references are met (structure says so when they are not), so that one fault raises
one finding. The words for weekdays come from the caller.
"""

from __future__ import annotations

from collections.abc import Mapping

from expectations.records import Check, Fact, Severity
from expectations.sql import bad_rows, concat
from expectations.structure import ordered

REPORT = concat("r", ("report_id", "doc_id"))


def meaning_checks(weekdays: Mapping[str, int]) -> tuple[Check, ...]:
    """The row checks. `weekdays` maps words to ISO weekdays (1 is Monday); without words nothing is compared."""
    dated = ("date_earliest", "date_latest", "inferred_earliest", "inferred_latest")
    return (
        *_dates_of("reports", Severity.FAIL),
        *_dates_of("meetings", Severity.WARN),
        Check(
            "reports.weekday",
            "reports",
            "ExpectWeekdayAgrees",
            {"column_list": ["date_text", *dated], "weekdays": dict(weekdays)},
            "A day falls on the weekday that the words dating it name.",
        ),
        *(
            Check(
                f"documents.published_on-{bound}",
                "documents",
                "ExpectOrdered",
                ordered(*pair),
                f"The day of publication is within its own bounds ({bound}).",
            )
            for bound, pair in {
                "not_before": ("not_before", "published_on"),
                "not_after": ("published_on", "not_after"),
            }.items()
        ),
    )


def _dates_of(table: str, inferred: Severity) -> tuple[Check, ...]:
    """The dates of one row among themselves.

    A merged meeting may keep inferred days of reports that contradict each other.
    """
    return (
        Check(
            f"{table}.precision",
            table,
            "ExpectPrecisionFits",
            {"column_list": ["date_precision", "date_earliest", "date_latest"]},
            "The bounds that date_precision promises are there: a day has both and they are equal, unknown has none.",
        ),
        Check(
            f"{table}.event_date",
            table,
            "ExpectFirstKnown",
            {"column_list": ["event_date", "date_latest", "inferred_latest"]},
            "event_date is date_latest, else inferred_latest, else missing.",
        ),
        *(
            Check(
                f"{table}.{low}-{high}.tightened",
                table,
                "ExpectOrdered",
                ordered(low, high),
                f"What is inferred only tightens what is stated: {low} is not after {high}.",
                inferred,
            )
            for low, high in (("date_earliest", "inferred_earliest"), ("inferred_latest", "date_latest"))
        ),
    )


# What must hold between a report, its participants and its document.
MEETING_FACTS: tuple[Fact, ...] = (
    bad_rows(
        "reports.two_parties",
        ("reports", "participants"),
        "A bilateral or multilateral meeting has at least two different parties.",
        concat("r", ("report_id", "doc_id", "kind", "n")),
        "(SELECT r.report_id, r.doc_id, r.kind, count(DISTINCT p.entity_id) AS n FROM reports r "
        "LEFT JOIN participants p USING (report_id) WHERE r.kind IN ('bilateral', 'multilateral') "
        "GROUP BY ALL HAVING n < 2) r",
    ),
    bad_rows(
        "reports.both_sides",
        ("reports", "participants"),
        "A bilateral meeting has someone on side a and someone on side b.",
        REPORT,
        "(SELECT r.report_id, r.doc_id FROM reports r JOIN participants p USING (report_id) "
        "WHERE r.kind = 'bilateral' GROUP BY ALL "
        "HAVING count(DISTINCT CASE WHEN p.side IN ('a', 'b') THEN p.side END) < 2) r",
        severity=Severity.WARN,
    ),
    bad_rows(
        "reports.after_publication",
        ("reports", "documents"),
        "No held meeting lies after the publication of its article; a planned one may.",
        concat("r", ("report_id", "doc_id", "event_date", "date_earliest", "bound")),
        "(SELECT r.*, coalesce(d.published_on, d.not_after) AS bound "
        "FROM reports r JOIN documents d USING (doc_id)) r "
        "WHERE r.status = 'held' AND (r.date_earliest > r.bound OR r.event_date > r.bound)",
    ),
    bad_rows(
        "reports.one_per_document",
        ("reports",),
        "One meeting is one report in each document.",
        concat("r", ("doc_id", "meeting_id")),
        "(SELECT doc_id, meeting_id FROM reports GROUP BY ALL HAVING count(*) > 1) r",
    ),
    bad_rows(
        "reports.leads",
        ("reports", "participants"),
        "The lead of a side is among the side's participants.",
        concat("r", ("report_id", "doc_id", "side", "lead_name")),
        "(SELECT report_id, doc_id, unnest(['a', 'b']) AS side, unnest([side_a_lead, side_b_lead]) AS lead_name "
        "FROM reports) r ANTI JOIN participants p ON r.report_id = p.report_id AND r.side = p.side "
        "AND r.lead_name = p.name WHERE r.lead_name IS NOT NULL",
        severity=Severity.WARN,
    ),
    bad_rows(
        "participants.report",
        ("participants", "reports"),
        "A participant has the document and the meeting of its report.",
        concat("p", ("report_id", "participant_no", "doc_id", "meeting_id")),
        "participants p JOIN reports r USING (report_id) "
        "WHERE p.doc_id IS DISTINCT FROM r.doc_id OR p.meeting_id IS DISTINCT FROM r.meeting_id",
    ),
)
