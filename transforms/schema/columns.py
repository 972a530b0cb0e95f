"""Columns that several tables share, each written once."""

from __future__ import annotations

from transforms.base.codes import Basis, EntityType, Format, Kind, Precision, Status
from transforms.schema.declare import Column, ColumnType, ForeignKey, Order, SpanColumns

COUNTRY_PATTERN = "[A-Z]{3}"
SHA256_PATTERN = "[0-9a-f]{64}"


def id_pattern(prefix: str) -> str:
    """The pattern of a content id with that prefix."""
    return f"{prefix}_[0-9a-f]{{16}}"


DOC_ID = Column(
    "doc_id",
    ColumnType.STRING,
    "The document: an id made from its text, the same in every run and on every machine.",
    pattern=id_pattern("doc"),
)
REPORT_ID = Column(
    "report_id",
    ColumnType.STRING,
    "One meeting as one document reports it: an id made from the document, the words that tell of the meeting "
    "and its parties.",
    pattern=id_pattern("rep"),
)
MEETING_ID = Column(
    "meeting_id",
    ColumnType.STRING,
    "The real-world meeting that the report tells of, merged over documents.",
    pattern=id_pattern("mtg"),
)
ENTITY_ID = Column(
    "entity_id",
    ColumnType.STRING,
    "The person, body, country, place or resolution: an id that is the same in every document that means the "
    "same thing.",
    pattern=id_pattern("[a-z]+"),
)
ENTITY_TYPE = Column("entity_type", ColumnType.STRING, "What the entity is.", values=EntityType)
READING_ID = Column(
    "reading_id",
    ColumnType.STRING,
    "One reading of one record: tells exact copies of a document apart until linking has chosen one.",
    pattern=id_pattern("rdg"),
)

TO_DOCUMENT = ForeignKey(("doc_id",), "documents", ("doc_id",), beside=True)
TO_ENTITY = ForeignKey(("entity_id",), "entities", ("entity_id",))
TO_REPORT = ForeignKey(("report_id",), "reports", ("report_id",), beside=True)
TO_MEETING = ForeignKey(("meeting_id",), "meetings", ("meeting_id",))

START = Column(
    "start",
    ColumnType.INTEGER,
    "Where `surface` begins in the text, counted in characters from 0.",
    minimum=0,
    unit="characters",
)
END = Column(
    "end",
    ColumnType.INTEGER,
    "Where `surface` ends in the text (the first character after it).",
    minimum=1,
    unit="characters",
)
SURFACE_SPAN = SpanColumns("start", "end", "surface")
SPAN_ORDER = Order("start", "end")


def country(name: str, description: str, null_means: str) -> Column:
    """A column with one country's ISO 3166-1 alpha-3 code."""
    return Column(name, ColumnType.STRING, description, null_means=null_means, pattern=COUNTRY_PATTERN)


def count(name: str, description: str, minimum: int = 0) -> Column:
    """A column that counts within one document."""
    return Column(name, ColumnType.INTEGER, description, minimum=minimum)


def strings(name: str, description: str) -> Column:
    """A column with a list of texts, empty when there is nothing to list."""
    return Column(name, ColumnType.STRING_LIST, description)


def _date(name: str, description: str, null_means: str) -> Column:
    return Column(name, ColumnType.DATE, description, null_means=null_means)


CHARACTER_COLUMNS = (
    Column("status", ColumnType.STRING, "Whether the meeting took place.", values=Status),
    Column("kind", ColumnType.STRING, "How many sides met.", values=Kind),
    Column("format", ColumnType.STRING, "By which channel they met.", values=Format),
)

DATE_COLUMNS = (
    _date(
        "date_earliest",
        "The first day on which the meeting can have taken place, from the text and its metadata alone.",
        "not known",
    ),
    _date(
        "date_latest",
        "The last day on which the meeting can have taken place, from the text and its metadata alone.",
        "not known",
    ),
    Column("date_precision", ColumnType.STRING, "How much of the date is known.", values=Precision),
    Column("date_basis", ColumnType.STRING, "What the date rests on.", values=Basis),
    Column(
        "date_reasons",
        ColumnType.STRING_LIST,
        "The ids of the rules that gave the date, in the order in which they were applied.",
    ),
    _date(
        "inferred_earliest",
        "The first possible day when weekday words, dated references and terms of office are drawn on as well.",
        "nothing could be inferred beyond the date columns",
    ),
    _date(
        "inferred_latest",
        "The last possible day when these are drawn on as well.",
        "nothing could be inferred beyond the date columns",
    ),
    Column("inferred_reasons", ColumnType.STRING_LIST, "The ids of the rules behind the inferred days, in order."),
    _date(
        "event_date",
        "One day for sorting and plotting, not a claim: the day if it is known, else date_latest, else "
        "inferred_latest.",
        "no last day is known, stated or inferred",
    ),
)
DATE_ORDERS = (Order("date_earliest", "date_latest"), Order("inferred_earliest", "inferred_latest"))

SIDE_COLUMNS = (
    country(
        "place_country",
        "The country where they met, as an ISO 3166-1 alpha-3 code.",
        "the place is not told, or is in no country's territory",
    ),
    Column(
        "side_a_countries",
        ColumnType.STRING_LIST,
        "The countries of side a (ISO 3166-1 alpha-3), sorted.",
        pattern=COUNTRY_PATTERN,
    ),
    Column(
        "side_b_countries",
        ColumnType.STRING_LIST,
        "The countries of side b (ISO 3166-1 alpha-3), sorted.",
        pattern=COUNTRY_PATTERN,
    ),
    Column(
        "side_a_lead", ColumnType.STRING, "Who led side a, by name.", null_means="no person or body of side a is named"
    ),
    Column(
        "side_b_lead", ColumnType.STRING, "Who led side b, by name.", null_means="no person or body of side b is named"
    ),
)
