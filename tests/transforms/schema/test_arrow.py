import io

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from transforms.schema.arrow import empty_table, part_schema, release_schema
from transforms.schema.catalog import PART_TABLES, RELEASE_TABLES, TABLES
from transforms.schema.documents import DOCUMENTS


@pytest.mark.parametrize("table", RELEASE_TABLES, ids=lambda table: table.name)
def test_the_schema_is_the_declaration(table):
    schema = release_schema(table)
    assert tuple(schema.names) == table.names
    assert [field.nullable for field in schema] == [column.nullable for column in table.columns]
    assert schema.metadata[b"description"].decode() == table.description
    for column in table.columns:
        assert schema.field(column.name).metadata[b"description"].decode() == column.description


@pytest.mark.parametrize("table", RELEASE_TABLES, ids=lambda table: table.name)
def test_schema_and_metadata_survive_a_parquet_file(table):
    file = io.BytesIO()
    pq.write_table(empty_table(table), file)
    assert pq.read_table(file).schema.equals(release_schema(table), check_metadata=True)


@pytest.mark.parametrize("table", PART_TABLES, ids=lambda table: table.name)
def test_a_part_has_the_columns_of_the_declaration(table):
    assert part_schema(table).names == [column.name for column in table.part_columns]


def test_what_the_metadata_say_of_a_column():
    basis = release_schema(DOCUMENTS).field("published_basis")
    assert basis.metadata[b"values"] == b"metadata|dateline|url|none"
    assert release_schema(DOCUMENTS).field("n_chars").metadata[b"unit"] == b"characters"
    assert release_schema(DOCUMENTS).field("published_on").metadata[b"null"] == b"not known"


def test_lists_hold_no_nulls():
    also_at = release_schema(TABLES["documents"]).field("also_at")
    assert also_at.type.value_type == pa.string()
    assert not also_at.type.value_field.nullable
