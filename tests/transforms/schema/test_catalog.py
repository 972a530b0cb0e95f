"""The declarations of the dataset: what the contract promises, and what every declaration must have."""

import inspect
import re
from dataclasses import replace

import pytest

from transforms.base import codes
from transforms.schema.catalog import PART_TABLES, RELEASE_TABLES, TABLES, catalogue
from transforms.schema.declare import Column, ColumnType, SchemaError
from transforms.schema.documents import DOCUMENTS, TEXTS
from transforms.schema.meetings import Disagreement

# The contract's tables and keys. Its columns are held by the lists below: they may grow, never lose one.
KEYS = {
    "documents": ("doc_id",),
    "texts": ("doc_id",),
    "reports": ("report_id",),
    "participants": ("report_id", "participant_no"),
    "meetings": ("meeting_id",),
    "mentions": ("doc_id", "mention_no"),
    "mention_counts": ("doc_id", "entity_id"),
    "entities": ("entity_id",),
    "roles": ("entity_id", "role", "organization"),
    "candidates": ("doc_id", "candidate_no"),
    "rejects": ("source_uri", "record_no"),
}
PROMISED = {
    "documents": "doc_id record_id source_uri also_at sha256 url outlet title language published_on published_basis "
    "not_before not_after n_chars n_words body_start body_end n_meetings n_mentions outcome engine_version",
    "texts": "doc_id text",
    "reports": "report_id doc_id meeting_id is_main status kind format date_text date_start date_end date_earliest "
    "date_latest date_precision date_basis date_reasons inferred_earliest inferred_latest inferred_reasons event_date "
    "place_text place_city place_country side_a_countries side_b_countries side_a_lead side_b_lead topics trigger "
    "rule_id evidence evidence_start evidence_end plover_event plover_mode confidence",
    "participants": "report_id participant_no doc_id meeting_id side kind entity_id name surface role organization "
    "country is_lead start end",
    "meetings": "meeting_id status kind format date_earliest date_latest date_precision date_basis inferred_earliest "
    "inferred_latest event_date place_country side_a_countries side_b_countries side_a_lead side_b_lead n_reports "
    "n_outlets disagreements",
    "mentions": "doc_id mention_no entity_id entity_type surface form zone start end",
    "mention_counts": "doc_id entity_id entity_type name n_mentions n_full n_partial n_adjective first_start",
    "entities": "entity_id entity_type name_ar name_en country external_ids in_lexicon n_documents n_mentions",
    "roles": "entity_id role organization country first_seen last_seen n_documents",
    "candidates": "doc_id candidate_no trigger start end outcome report_id reason",
    "rejects": "source_uri record_no reason detail sha256 n_bytes",
}
COLUMNS = [
    pytest.param(table, column, id=f"{table.name}.{column.name}")
    for table in TABLES.values()
    for column in table.columns
]


def test_the_tables_of_a_release_are_those_of_the_contract():
    assert {table.name: table.key for table in RELEASE_TABLES} == KEYS


@pytest.mark.parametrize("name", PROMISED)
def test_a_table_holds_every_column_that_the_contract_names(name):
    assert set(PROMISED[name].split()) <= set(TABLES[name].names)


def test_a_table_is_in_a_part_or_in_a_release():
    assert {table.name for table in (*PART_TABLES, *RELEASE_TABLES)} == set(TABLES)
    assert {table.name for table in PART_TABLES if table.internal} == {"actors", "tenures"}
    assert not any(table.internal and table.derived for table in TABLES.values())


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_column_tells_a_reader_something(table, column):
    assert len(column.description.split()) >= 3
    assert column.description[0].isupper()
    assert column.null_means is None or column.null_means.strip()


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_column_of_one_name_has_one_type(table, column):
    types = {other.column(column.name).type for other in TABLES.values() if column.name in other.names}
    # A count over the corpus may need more bits than the same count over a document.
    assert types in ({column.type}, {ColumnType.INTEGER, ColumnType.BIG_INTEGER})


@pytest.mark.parametrize(("table", "column"), [case for case in COLUMNS if case.values[1].pattern])
def test_a_pattern_is_a_regular_expression(table, column):
    re.compile(column.pattern)


def test_every_vocabulary_is_used_by_a_column():
    declared = {each for _, each in inspect.getmembers(codes, inspect.isclass) if each.__module__ == codes.__name__}
    used = {column.values for table in TABLES.values() for column in table.columns if column.values}
    # Why a name was taken for a person's is told by `liqa explain` alone.
    assert used == declared - {codes.NameGround} | {Disagreement}


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_only_text_and_lists_have_a_vocabulary_or_pattern(table):
    for column in table.columns:
        if column.values or column.pattern:
            assert column.type in (ColumnType.STRING, ColumnType.STRING_LIST)


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_offsets_are_declared_as_spans(table):
    spans = {name for span in table.spans for name in (span.start, span.end)}
    offsets = {name for name in table.names if re.search(r"(^|_)(start|end)$", name)}
    # The body is a stretch without a column that repeats it; first_start points to a mention.
    assert offsets - spans <= {"body_start", "body_end", "first_start"}


def test_a_name_declared_twice_raises():
    with pytest.raises(SchemaError, match="twice"):
        catalogue([DOCUMENTS, DOCUMENTS])


def test_a_reference_to_no_table_raises():
    with pytest.raises(SchemaError, match="references no key"):
        catalogue([TEXTS])


def test_a_reference_to_a_column_that_is_no_key_raises():
    columns = (Column("other", ColumnType.STRING, "Another key."), *DOCUMENTS.columns)
    with pytest.raises(SchemaError, match="references no key"):
        catalogue([replace(DOCUMENTS, key=("other",), columns=columns), TEXTS])


def test_a_reference_between_types_raises():
    columns = (Column("doc_id", ColumnType.INTEGER, "A number as a key."), *DOCUMENTS.columns[1:])
    with pytest.raises(SchemaError, match="differ in type"):
        catalogue([replace(DOCUMENTS, columns=columns), TEXTS])
