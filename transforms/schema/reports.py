"""The tables of what the documents report: `reports` and their `participants`."""

from __future__ import annotations

from transforms.base.codes import PartyKind, Side
from transforms.schema.columns import (
    CHARACTER_COLUMNS,
    DATE_COLUMNS,
    DATE_ORDERS,
    DOC_ID,
    END,
    ENTITY_ID,
    MEETING_ID,
    READING_ID,
    REPORT_ID,
    SIDE_COLUMNS,
    SPAN_ORDER,
    START,
    SURFACE_SPAN,
    TO_DOCUMENT,
    TO_ENTITY,
    TO_MEETING,
    TO_REPORT,
    count,
    country,
    strings,
)
from transforms.schema.declare import Column, ColumnType, Order, SpanColumns, Table

_UNDATED = "no words of the text date the meeting"

_DATE_WORDS = (
    Column(
        "date_text",
        ColumnType.STRING,
        "The words that date the meeting, as they stand in the text.",
        null_means=_UNDATED,
    ),
    Column(
        "date_start",
        ColumnType.INTEGER,
        "Where `date_text` begins in the text.",
        null_means=_UNDATED,
        minimum=0,
        unit="characters",
    ),
    Column(
        "date_end",
        ColumnType.INTEGER,
        "Where `date_text` ends in the text.",
        null_means=_UNDATED,
        minimum=1,
        unit="characters",
    ),
)

_PLACE = (
    Column(
        "place_text",
        ColumnType.STRING,
        "The words of the text that tell where they met.",
        null_means="the text tells no place",
    ),
    Column(
        "place_city",
        ColumnType.STRING,
        "The city, by its usual Arabic name.",
        null_means="no city is told or can be told from the place",
    ),
)

_EVIDENCE = (
    strings("topics", "What was talked about, as topic codes, sorted."),
    Column("trigger", ColumnType.STRING, "The word that told the engine of a meeting."),
    Column("rule_id", ColumnType.STRING, "The rule that read the meeting."),
    Column("evidence", ColumnType.STRING, "The words of the text that tell of the meeting."),
    Column("evidence_start", ColumnType.INTEGER, "Where `evidence` begins in the text.", minimum=0, unit="characters"),
    Column("evidence_end", ColumnType.INTEGER, "Where `evidence` ends in the text.", minimum=1, unit="characters"),
    Column("plover_event", ColumnType.STRING, "The event's type in the PLOVER coding scheme for political events."),
    Column(
        "plover_mode", ColumnType.STRING, "The event's mode in PLOVER.", null_means="the type has no mode that fits"
    ),
    Column(
        "confidence",
        ColumnType.NUMBER,
        "How sure the rules are of the row. It orders rows; it is not a probability.",
        minimum=0,
        maximum=1,
    ),
)

REPORTS = Table(
    name="reports",
    title="Reports of meetings",
    description=(
        "One row per meeting as one document reports it, with the words that say so. One occasion is one "
        "row of a document, however often the document returns to it."
    ),
    key=("report_id",),
    columns=(
        REPORT_ID,
        DOC_ID,
        MEETING_ID,
        Column(
            "is_main",
            ColumnType.BOOLEAN,
            "Whether the meeting is the document's subject (true) or its background (false).",
        ),
        *CHARACTER_COLUMNS,
        *_DATE_WORDS,
        *DATE_COLUMNS,
        *_PLACE,
        *SIDE_COLUMNS,
        *_EVIDENCE,
    ),
    foreign_keys=(TO_DOCUMENT, TO_MEETING),
    spans=(
        SpanColumns("date_start", "date_end", "date_text"),
        SpanColumns("evidence_start", "evidence_end", "evidence"),
    ),
    orders=(*DATE_ORDERS, Order("date_start", "date_end"), Order("evidence_start", "evidence_end")),
    linked=("meeting_id",),
    part_only=(READING_ID,),
)

PARTICIPANTS = Table(
    name="participants",
    title="Participants",
    description="One row per report and named person, body or country that took part.",
    key=("report_id", "participant_no"),
    columns=(
        REPORT_ID,
        count(
            "participant_no",
            "The number of the participant inside the report, counted from 0 in the order of the text.",
        ),
        DOC_ID,
        MEETING_ID,
        Column("side", ColumnType.STRING, "On which side the participant was.", values=Side),
        Column("kind", ColumnType.STRING, "What the participant is.", values=PartyKind),
        ENTITY_ID,
        Column("name", ColumnType.STRING, "The fullest form of the name in the document, without titles."),
        Column("surface", ColumnType.STRING, "The name as it stands in the text where the participant takes part."),
        Column(
            "role",
            ColumnType.STRING,
            "The office that the text gives the participant.",
            null_means="the text gives none",
        ),
        Column(
            "organization", ColumnType.STRING, "The body in which the office is held.", null_means="the text names none"
        ),
        country(
            "country",
            "The country that the participant stands for, as an ISO 3166-1 alpha-3 code.",
            "not known, or an international body",
        ),
        Column("is_lead", ColumnType.BOOLEAN, "Whether the participant led its side."),
        START,
        END,
    ),
    foreign_keys=(TO_REPORT, TO_DOCUMENT, TO_MEETING, TO_ENTITY),
    spans=(SURFACE_SPAN,),
    orders=(SPAN_ORDER,),
    linked=("meeting_id",),
    part_only=(READING_ID,),
)
