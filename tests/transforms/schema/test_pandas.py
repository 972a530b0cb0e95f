from datetime import date

import pandas as pd
import pyarrow as pa
import pytest

from tests.readings import Wish, body, interval, person, reading
from tests.transforms.linking.linked import linked
from transforms.base.codes import RejectReason
from transforms.base.records import Reject
from transforms.schema.arrow import empty_table, release_schema
from transforms.schema.catalog import RELEASE_TABLES, TABLES
from transforms.schema.declare import SchemaError
from transforms.schema.pandas import from_frame, pandas_types, to_frame

BEYOND_FLOATS = 2**53 + 1  # the first whole number that a float cannot hold


@pytest.fixture(scope="module")
def release():
    minister, ministry = person("أحمد علي", "SYR"), body("وزارة الخارجية", "FRA")
    dated = Wish(minister, ministry, interval("2024-05-01", "2024-05-01"), words="يوم أمس", place="FRA")
    readings = [
        reading(dated, name="1", outlet="x", published="2024-05-02", tenures=((minister, "وزير", None),)),
        reading(Wish(minister, ministry), name="2", source="file:///2"),
        reading(Wish(minister, ministry), name="2", source="file:///3"),
    ]
    rejects = [
        Reject("file:///4", at, RejectReason.EMPTY, "x", None, size) for at, size in enumerate((None, BEYOND_FLOATS))
    ]
    return linked(readings, rejects=rejects)


@pytest.mark.parametrize("table", RELEASE_TABLES, ids=lambda table: table.name)
def test_there_and_back_without_loss(table, release):
    rows = release[table.name]
    assert rows.num_rows
    again = from_frame(to_frame(rows, table), table)
    assert again.equals(rows)
    assert again.schema.equals(release_schema(table), check_metadata=True)


@pytest.mark.parametrize("table", RELEASE_TABLES, ids=lambda table: table.name)
def test_an_empty_table_has_the_same_types(table):
    frame = to_frame(empty_table(table), table)
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == pandas_types(table)
    assert from_frame(frame, table).equals(empty_table(table))


def test_integers_with_gaps_stay_integers(release):
    frame = to_frame(release["reports"], TABLES["reports"])
    assert str(frame.date_start.dtype) == "Int32"
    assert frame.date_start.isna().sum() == 1
    assert int(to_frame(release["rejects"], TABLES["rejects"]).n_bytes[1]) == BEYOND_FLOATS


def test_days_are_times_that_pandas_can_count_with(release):
    frame = to_frame(release["documents"], TABLES["documents"])
    assert frame.published_on.max() == pd.Timestamp(date(2024, 5, 2))


def test_a_missing_column_raises():
    with pytest.raises(SchemaError, match="published_on"):
        to_frame(empty_table(TABLES["documents"]).drop_columns(["published_on"]), TABLES["documents"])


def test_an_absent_value_that_is_required_raises():
    frame = to_frame(pa.table({"doc_id": ["doc_1"], "text": ["x"]}), TABLES["texts"])
    frame.loc[0, "text"] = None
    with pytest.raises(ValueError, match="text"):
        from_frame(frame, TABLES["texts"])
