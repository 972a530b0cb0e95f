"""The tables of who is named: `mentions`, `mention_counts`, `entities`, `roles`."""

from __future__ import annotations

from transforms.base.codes import MentionForm, Zone
from transforms.schema.columns import (
    DOC_ID,
    END,
    ENTITY_ID,
    ENTITY_TYPE,
    READING_ID,
    SPAN_ORDER,
    START,
    SURFACE_SPAN,
    TO_DOCUMENT,
    TO_ENTITY,
    count,
    country,
    strings,
)
from transforms.schema.declare import Column, ColumnType, ForeignKey, Order, Table

MENTIONS = Table(
    name="mentions",
    title="Mentions",
    description=(
        "One row per place where a document names a person, body, country, place or resolution. A title "
        "or a pronoun alone is no mention of a person; the site's furniture is not counted."
    ),
    key=("doc_id", "mention_no"),
    columns=(
        DOC_ID,
        count("mention_no", "The number of the mention inside the document, counted from 0 in the order of the text."),
        ENTITY_ID,
        ENTITY_TYPE,
        Column("surface", ColumnType.STRING, "The name as it stands in the text."),
        Column("form", ColumnType.STRING, "How much of the name the mention gives.", values=MentionForm),
        Column("zone", ColumnType.STRING, "Which part of the article the mention stands in.", values=Zone),
        START,
        END,
    ),
    foreign_keys=(
        TO_DOCUMENT,
        TO_ENTITY,
        ForeignKey(("doc_id", "entity_id"), "mention_counts", ("doc_id", "entity_id"), beside=True),
    ),
    spans=(SURFACE_SPAN,),
    orders=(SPAN_ORDER,),
    part_only=(READING_ID,),
)

MENTION_COUNTS = Table(
    name="mention_counts",
    title="Mentions counted",
    description="One row per document and entity named in it: how often, and in which forms.",
    key=("doc_id", "entity_id"),
    columns=(
        DOC_ID,
        ENTITY_ID,
        ENTITY_TYPE,
        Column("name", ColumnType.STRING, "The fullest form of the name in the document, without titles."),
        count("n_mentions", "The number of mentions of the entity in the document.", minimum=1),
        count("n_full", "How many of them give the full name."),
        count("n_partial", "How many of them give part of the name, such as the family name."),
        count("n_adjective", "How many of them are adjectives, such as a nationality."),
        Column(
            "first_start",
            ColumnType.INTEGER,
            "Where the first of them begins in the text.",
            minimum=0,
            unit="characters",
        ),
    ),
    foreign_keys=(TO_DOCUMENT, TO_ENTITY),
    orders=(Order("n_full", "n_mentions"), Order("n_partial", "n_mentions"), Order("n_adjective", "n_mentions")),
    derived=True,
)

ENTITIES = Table(
    name="entities",
    title="Entities",
    description="One row per person, body, country, place or resolution that any document names.",
    key=("entity_id",),
    columns=(
        ENTITY_ID,
        ENTITY_TYPE,
        Column(
            "name_ar",
            ColumnType.STRING,
            "The Arabic name that most documents use; of names used equally often the fullest.",
        ),
        Column(
            "name_en",
            ColumnType.STRING,
            "The English name, or a romanisation of the Arabic one.",
            null_means="none is known",
        ),
        country(
            "country",
            "The country that the entity is or stands for, as an ISO 3166-1 alpha-3 code.",
            "not known, or an international body",
        ),
        strings("external_ids", "Ids of the entity in other registers, such as Wikidata, sorted."),
        Column(
            "in_lexicon",
            ColumnType.BOOLEAN,
            "Whether the entity was known beforehand (true) or found by the grammar of its context (false).",
        ),
        Column("n_documents", ColumnType.BIG_INTEGER, "The number of documents that name the entity.", minimum=1),
        Column("n_mentions", ColumnType.BIG_INTEGER, "The number of rows of the entity in `mentions`.", minimum=0),
    ),
    derived=True,
    whole=True,
)

ROLES = Table(
    name="roles",
    title="Roles",
    description="One row per office that documents saw an entity hold.",
    key=("entity_id", "role", "organization"),
    columns=(
        ENTITY_ID,
        Column("role", ColumnType.STRING, "The office, as the lexicon or the text has it."),
        Column(
            "organization", ColumnType.STRING, "The body in which the office is held; the empty text if none is named."
        ),
        country(
            "country",
            "The country of the office, as an ISO 3166-1 alpha-3 code.",
            "not known, or an international body",
        ),
        Column(
            "first_seen",
            ColumnType.DATE,
            "The earliest day of a document that gives the entity this office.",
            null_means="no such document is dated",
        ),
        Column(
            "last_seen",
            ColumnType.DATE,
            "The latest day of a document that gives the entity this office.",
            null_means="no such document is dated",
        ),
        Column(
            "n_documents",
            ColumnType.BIG_INTEGER,
            "The number of documents that give the entity this office.",
            minimum=1,
        ),
    ),
    foreign_keys=(TO_ENTITY,),
    orders=(Order("first_seen", "last_seen"),),
    derived=True,
    whole=True,
)
