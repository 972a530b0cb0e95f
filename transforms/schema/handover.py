"""Tables that a shard hands to linking and no release holds: `actors` and `tenures`."""

from __future__ import annotations

from transforms.schema.columns import DOC_ID, ENTITY_ID, ENTITY_TYPE, READING_ID, country, strings
from transforms.schema.declare import Column, ColumnType, Table

ACTORS = Table(
    name="actors",
    title="Entities as one document names them",
    description="One row per reading and entity: what linking needs to build `entities` and `mention_counts`.",
    key=("reading_id", "entity_id"),
    columns=(
        READING_ID,
        DOC_ID,
        ENTITY_ID,
        ENTITY_TYPE,
        Column("name", ColumnType.STRING, "The fullest form of the name in the document, without titles."),
        Column("name_en", ColumnType.STRING, "The English name, or a romanisation.", null_means="none is known"),
        country("country", "The country that the entity is or stands for.", "not known, or an international body"),
        strings("external_ids", "Ids of the entity in other registers."),
        Column("in_lexicon", ColumnType.BOOLEAN, "Whether the entity was known beforehand."),
    ),
    internal=True,
)

TENURES = Table(
    name="tenures",
    title="Offices as one document gives them",
    description="One row per reading, entity and office: what linking needs to build `roles`.",
    key=("reading_id", "entity_id", "role", "organization"),
    columns=(
        READING_ID,
        DOC_ID,
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
            "seen_on",
            ColumnType.DATE,
            "The day of publication; if that is not known, the last day of a held meeting of known day in the "
            "document.",
            null_means="neither is known",
        ),
    ),
    internal=True,
)
