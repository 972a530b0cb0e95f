"""The tables of what was read: `documents` and `texts`."""

from __future__ import annotations

from transforms.base.codes import Outcome, PublishedBasis
from transforms.schema.columns import DOC_ID, READING_ID, SHA256_PATTERN, TO_DOCUMENT, count, id_pattern, strings
from transforms.schema.declare import Column, ColumnType, ForeignKey, Order, Table

_PROVENANCE = (
    Column(
        "record_id",
        ColumnType.STRING,
        "The record's own `id` in the input, or the name of its file without the ending.",
    ),
    Column("source_uri", ColumnType.STRING, "The file or address that the document was read from."),
    count("record_no", "The number of the record inside its source, counted from 0."),
    strings(
        "also_at",
        "Where exact copies of the text were read: the source, with `#` and the record's number unless that is "
        "0. One entry a copy, sorted.",
    ),
    Column(
        "near_copy_of",
        ColumnType.STRING,
        "The earliest document whose text this one nearly repeats, by day of publication and then by id: about seven "
        "tenths of the sequences of four words or more are the same.",
        null_means="no earlier document is nearly the same, or the text is too short to tell",
        pattern=id_pattern("doc"),
    ),
    Column("sha256", ColumnType.STRING, "The SHA-256 of the text in UTF-8.", pattern=SHA256_PATTERN),
    Column(
        "url", ColumnType.STRING, "The address where the article was published.", null_means="the record gives none"
    ),
    Column(
        "outlet",
        ColumnType.STRING,
        "Who published the article, as the record has it.",
        null_means="the record gives none",
    ),
    Column(
        "title",
        ColumnType.STRING,
        "The headline, from the record or from the text.",
        null_means="no headline was found",
    ),
    Column(
        "language", ColumnType.STRING, "The language that the text was read as, an ISO 639 code.", pattern="[a-z]{2,3}"
    ),
)

_PUBLICATION = (
    Column(
        "published_on",
        ColumnType.DATE,
        "The day of publication. It bounds the meetings; it is never itself the date of one.",
        null_means="not known",
    ),
    Column("published_basis", ColumnType.STRING, "Where the day of publication was read.", values=PublishedBasis),
    Column(
        "not_before",
        ColumnType.DATE,
        "The first day on which the document can have been published.",
        null_means="not known",
    ),
    Column(
        "not_after",
        ColumnType.DATE,
        "The last day on which the document can have been published.",
        null_means="not known",
    ),
)

_SIZE = (
    Column("n_chars", ColumnType.INTEGER, "The length of the text.", minimum=0, unit="characters"),
    Column(
        "n_words",
        ColumnType.INTEGER,
        "The number of words of the text, parted at white space.",
        minimum=0,
        unit="words",
    ),
    Column(
        "body_start",
        ColumnType.INTEGER,
        "Where the article's own text begins, after the site's furniture.",
        minimum=0,
        unit="characters",
    ),
    Column("body_end", ColumnType.INTEGER, "Where the article's own text ends.", minimum=0, unit="characters"),
)

_SIGNATURE = Column(
    "signature",
    ColumnType.STRING,
    "What near copies are found by: the least hashes of the text's word sequences.",
    null_means="the text is too short",
    pattern="[0-9a-f]{256}",
)

DOCUMENTS = Table(
    name="documents",
    title="Documents",
    description="One row per distinct document that was read, also when nothing was found in it.",
    key=("doc_id",),
    columns=(
        DOC_ID,
        *_PROVENANCE,
        *_PUBLICATION,
        *_SIZE,
        count("n_meetings", "The number of rows of the document in `reports`."),
        count("n_mentions", "The number of rows of the document in `mentions`."),
        Column("outcome", ColumnType.STRING, "What became of the document.", values=Outcome),
        Column("engine_version", ColumnType.STRING, "The version of the engine that read the document."),
    ),
    orders=(Order("not_before", "not_after"), Order("body_start", "body_end"), Order("body_end", "n_chars")),
    foreign_keys=(ForeignKey(("near_copy_of",), "documents", ("doc_id",)),),
    linked=("also_at", "near_copy_of"),
    part_only=(READING_ID, _SIGNATURE),
)

TEXTS = Table(
    name="texts",
    title="Texts",
    description="The text of every document, exactly as read. Kept apart so that the dataset can be shared without it.",
    key=("doc_id",),
    columns=(DOC_ID, Column("text", ColumnType.STRING, "The text that every offset of the dataset counts in.")),
    foreign_keys=(TO_DOCUMENT,),
    part_only=(READING_ID,),
)
