"""The tables that account for everything: `candidates` (what was considered) and `rejects` (what could not be read)."""

from __future__ import annotations

from transforms.base.codes import CandidateOutcome, CandidateReason, RejectReason
from transforms.schema.columns import (
    DOC_ID,
    READING_ID,
    REPORT_ID,
    SHA256_PATTERN,
    SPAN_ORDER,
    TO_DOCUMENT,
    TO_REPORT,
    count,
)
from transforms.schema.declare import Column, ColumnType, SpanColumns, Table

CANDIDATES = Table(
    name="candidates",
    title="Candidates",
    description=(
        "One row per place where the engine considered a meeting, and what became of it: those that were "
        "found are those kept, merged and discarded."
    ),
    key=("doc_id", "candidate_no"),
    columns=(
        DOC_ID,
        count("candidate_no", "The number of the candidate inside the document, counted from 0."),
        Column("trigger", ColumnType.STRING, "The word that raised the question, as it stands in the text."),
        Column("start", ColumnType.INTEGER, "Where `trigger` begins in the text.", minimum=0, unit="characters"),
        Column("end", ColumnType.INTEGER, "Where `trigger` ends in the text.", minimum=1, unit="characters"),
        Column("outcome", ColumnType.STRING, "What became of the candidate.", values=CandidateOutcome),
        Column(
            REPORT_ID.name,
            ColumnType.STRING,
            "The report that the candidate became or was merged into.",
            null_means="the candidate was discarded",
            pattern=REPORT_ID.pattern,
        ),
        Column("reason", ColumnType.STRING, "Why it ended so.", values=CandidateReason),
    ),
    foreign_keys=(TO_DOCUMENT, TO_REPORT),
    spans=(SpanColumns("start", "end", "trigger"),),
    orders=(SPAN_ORDER,),
    part_only=(READING_ID,),
)

REJECTS = Table(
    name="rejects",
    title="Rejects",
    description=(
        "One row per input record that became no document, and why. Nothing that was read is lost without a row."
    ),
    key=("source_uri", "record_no"),
    columns=(
        Column("source_uri", ColumnType.STRING, "The file or address that was read."),
        count("record_no", "The number of the record inside its source, counted from 0."),
        Column("reason", ColumnType.STRING, "Why the record became no document.", values=RejectReason),
        Column("detail", ColumnType.STRING, "What exactly was wrong, for a person who wants to mend it."),
        Column(
            "sha256",
            ColumnType.STRING,
            "The SHA-256 of the bytes that were read.",
            null_means="nothing could be read",
            pattern=SHA256_PATTERN,
        ),
        Column(
            "n_bytes",
            ColumnType.BIG_INTEGER,
            "The number of bytes that were read.",
            null_means="nothing could be read",
            minimum=0,
            unit="bytes",
        ),
    ),
)
