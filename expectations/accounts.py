"""Checks on accounts, written by hand: counts equal what they count, nothing considered is lost, volumes are
plausible.

Too little refuses a release (no document at all; many documents without a single mention or report). Too much only
warns, because a real corpus may surprise us.
"""

from __future__ import annotations

from expectations.records import Fact, Severity
from expectations.sql import bad_rows, concat, measure, quoted

MANY_WITHOUT_MENTION = 20
MANY_WITHOUT_REPORT = 200
MOST_REPORTS = 40
MOST_MENTIONS_A_WORD = 0.5
MOST_REJECTS_A_DOCUMENT = 1.0


# Counts equal the rows that they count.
COUNT_FACTS: tuple[Fact, ...] = (
    *(
        bad_rows(
            f"documents.{column}",
            ("documents", table),
            f"{column} of a document is the number of its rows in {table}.",
            concat("d", ("doc_id", column, "n")),
            f"(SELECT d.doc_id, d.{column}, count(x.doc_id) AS n FROM documents d "
            f"LEFT JOIN {table} x USING (doc_id) GROUP BY ALL HAVING n IS DISTINCT FROM d.{column}) d",
        )
        for column, table in (("n_meetings", "reports"), ("n_mentions", "mentions"))
    ),
    bad_rows(
        "documents.outcome",
        ("documents",),
        "The outcome is `meetings` exactly for the documents that have one.",
        concat("d", ("doc_id", "outcome", "n_meetings")),
        "documents d WHERE (d.outcome = 'meetings') IS DISTINCT FROM (d.n_meetings > 0)",
    ),
    bad_rows(
        "documents.published_basis",
        ("documents",),
        "A document has a day of publication exactly when the basis of that day is told.",
        concat("d", ("doc_id", "published_on", "published_basis")),
        "documents d WHERE (d.published_on IS NULL) IS DISTINCT FROM (d.published_basis = 'none')",
    ),
    bad_rows(
        "documents.text",
        ("documents", "texts"),
        "Every document has its text, of the length and the hash that the document tells.",
        concat("d", ("doc_id", "n_chars", "sha256")),
        # Measured before the join, which would otherwise hold every text in memory.
        "documents d LEFT JOIN (SELECT doc_id, length(text) AS n, sha256(text) AS hash FROM texts) t USING (doc_id) "
        "WHERE (t.n, t.hash) IS DISTINCT FROM (d.n_chars, d.sha256)",
    ),
    bad_rows(
        "mention_counts.counts",
        ("mention_counts", "mentions"),
        "The counts of an entity in a document are those of its rows in mentions.",
        concat("c", ("doc_id", "entity_id", "n_mentions", "n_full", "n_partial", "n_adjective", "first_start")),
        "mention_counts c LEFT JOIN (SELECT doc_id, entity_id, count(*) AS n, "
        "count(*) FILTER (form = 'full') AS n_full, count(*) FILTER (form = 'partial') AS n_partial, "
        "count(*) FILTER (form = 'adjective') AS n_adjective, min(\"start\") AS first_start "
        "FROM mentions GROUP BY ALL) m USING (doc_id, entity_id) "
        "WHERE (c.n_mentions, c.n_full, c.n_partial, c.n_adjective, c.first_start) IS DISTINCT FROM "
        "(m.n, m.n_full, m.n_partial, m.n_adjective, m.first_start)",
    ),
    bad_rows(
        "entities.counts",
        ("entities", "mention_counts"),
        "n_mentions of an entity is the number of its rows in mentions, in no more documents than n_documents.",
        concat("e", ("entity_id", "name_ar", "n_mentions", "n_documents")),
        # Counted by document already, which `mention_counts.counts` holds against the mentions themselves.
        "entities e LEFT JOIN (SELECT entity_id, sum(n_mentions) AS n, count(*) AS docs FROM mention_counts "
        "GROUP BY ALL) m USING (entity_id) "
        "WHERE coalesce(m.n, 0) <> e.n_mentions OR coalesce(m.docs, 0) > e.n_documents",
        across=True,
    ),
    bad_rows(
        "meetings.counts",
        ("meetings", "reports", "documents"),
        "n_reports and n_outlets of a meeting are those of its reports.",
        concat("m", ("meeting_id", "n_reports", "n_outlets")),
        "meetings m LEFT JOIN (SELECT r.meeting_id, count(*) AS n, count(DISTINCT d.outlet) AS outlets "
        "FROM reports r LEFT JOIN documents d USING (doc_id) GROUP BY ALL) x USING (meeting_id) "
        "WHERE (m.n_reports, m.n_outlets) IS DISTINCT FROM (x.n, x.outlets)",
        across=True,
    ),
)


def _numbered(table: str, parent: str, number: str) -> Fact:
    shown = concat("x", (parent, "n", "low", "high"))
    column = quoted(number)
    grouped = (
        f"(SELECT {parent}, count(DISTINCT {column}) AS n, min({column}) AS low, max({column}) AS high "
        f"FROM {table} GROUP BY ALL) x"
    )
    sentence = f"No row of {table} is lost: {number} runs from 0 without a gap in every {parent}."
    return bad_rows(f"{table}.numbered", (table,), sentence, shown, f"{grouped} WHERE x.low <> 0 OR x.high <> x.n - 1")


# What was found is what was kept, merged and discarded: numbers have no gap, outcomes lead where they say.
CONSERVATION_FACTS: tuple[Fact, ...] = (
    _numbered("candidates", "doc_id", "candidate_no"),
    _numbered("mentions", "doc_id", "mention_no"),
    _numbered("participants", "report_id", "participant_no"),
    bad_rows(
        "candidates.kept",
        ("candidates", "reports"),
        "Every report has at least one candidate that became it.",
        concat("r", ("report_id", "doc_id")),
        "reports r ANTI JOIN (SELECT * FROM candidates WHERE outcome = 'report') c "
        "ON r.report_id = c.report_id AND r.doc_id = c.doc_id",
    ),
    bad_rows(
        "candidates.fate",
        ("candidates",),
        "A candidate names its report exactly when it was kept or merged.",
        concat("c", ("doc_id", "candidate_no", "outcome", "report_id")),
        "candidates c WHERE (c.outcome = 'discarded') IS DISTINCT FROM (c.report_id IS NULL)",
    ),
    bad_rows(
        "candidates.document",
        ("candidates", "reports"),
        "A candidate stands in the document of its report.",
        concat("c", ("doc_id", "candidate_no", "report_id")),
        "candidates c JOIN reports r USING (report_id) WHERE c.doc_id IS DISTINCT FROM r.doc_id",
    ),
)


# Enough to be a result, and not more than news can hold.
VOLUME = "(SELECT count(*) AS docs, (SELECT count(*) FROM {0}) AS rows_found FROM documents) v"
VOLUME_FACTS: tuple[Fact, ...] = (
    Fact(
        "documents.volume",
        "documents",
        ("documents",),
        measure("count(*)", "documents"),
        "The release has at least one document.",
        least=1,
        across=True,
    ),
    *(
        bad_rows(
            f"{table}.volume",
            ("documents", table),
            f"More than {many} documents have at least one row in {table}.",
            concat("v", ("docs", "rows_found")),
            f"{VOLUME.format(table)} WHERE v.docs > {many} AND v.rows_found = 0",
            across=True,
        )
        for table, many in (("mentions", MANY_WITHOUT_MENTION), ("reports", MANY_WITHOUT_REPORT))
    ),
    bad_rows(
        "documents.many_reports",
        ("documents",),
        f"No document reports more than {MOST_REPORTS} meetings.",
        concat("d", ("doc_id", "n_meetings")),
        f"documents d WHERE d.n_meetings > {MOST_REPORTS}",
        severity=Severity.WARN,
    ),
    bad_rows(
        "documents.many_mentions",
        ("documents",),
        f"No document has more than {MOST_MENTIONS_A_WORD:g} mentions a word.",
        concat("d", ("doc_id", "n_mentions", "n_words")),
        f"documents d WHERE d.n_mentions > {MOST_MENTIONS_A_WORD} * d.n_words",
        severity=Severity.WARN,
    ),
    bad_rows(
        "rejects.volume",
        ("documents", "rejects"),
        "No more records were rejected than became documents.",
        concat("v", ("docs", "rows_found")),
        f"{VOLUME.format('rejects')} WHERE v.rows_found > {MOST_REJECTS_A_DOCUMENT} * v.docs",
        severity=Severity.WARN,
        across=True,
    ),
)
