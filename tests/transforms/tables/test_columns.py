import pytest

from transforms.base.errors import SpanError
from transforms.schema.arrow import part_schema
from transforms.schema.catalog import PART_TABLES
from transforms.schema.documents import TEXTS
from transforms.schema.mentions import MENTIONS
from transforms.schema.reports import REPORTS
from transforms.tables.columns import RowError, _check_span, part

TEXT = "التقى أحمد علي"
ROW = {
    "reading_id": ["rdg_1"],
    "doc_id": ["doc_1"],
    "mention_no": [0],
    "entity_id": ["per_1"],
    "entity_type": ["person"],
    "surface": ["أحمد"],
    "form": ["partial"],
    "zone": ["body"],
    "start": [6],
    "end": [10],
}


def test_a_verbatim_row_becomes_a_part():
    rows = part(MENTIONS, ROW, {"doc_1": TEXT})
    assert rows.schema.equals(part_schema(MENTIONS), check_metadata=True)
    assert rows["surface"].to_pylist() == ["أحمد"]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"surface": ["احمد"]}, id="other-letters"),
        pytest.param({"start": [5]}, id="shifted"),
        pytest.param({"start": [-8], "end": [-4]}, id="negative"),
        pytest.param({"surface": [""], "end": [6]}, id="empty"),
        pytest.param({"surface": [TEXT[6:]], "end": [99]}, id="beyond-the-end"),
    ],
)
def test_a_surface_that_is_not_the_text_raises(changes):
    with pytest.raises(SpanError, match="doc_1"):
        part(MENTIONS, ROW | changes, {"doc_1": TEXT})


@pytest.mark.parametrize(
    ("columns", "table", "complaint"),
    [
        pytest.param({"doc_id": ["doc_1"], "text": ["x"]}, TEXTS, "reading_id", id="column-missing"),
        pytest.param(ROW | {"more": [1]}, MENTIONS, "more", id="column-not-declared"),
        pytest.param(ROW | {"surface": [None]}, MENTIONS, "without its offsets", id="span-half-there"),
        pytest.param(ROW | {"entity_id": [None]}, MENTIONS, "entity_id has 1 absent", id="required-value-absent"),
    ],
)
def test_columns_that_are_not_those_declared_raise(columns, table, complaint):
    with pytest.raises(RowError, match=complaint):
        part(table, columns, {"doc_1": TEXT})


@pytest.mark.parametrize("table", [table for table in PART_TABLES if table.spans], ids=lambda table: table.name)
def test_every_declared_span_is_held_against_the_text(table):
    for span in table.spans:
        columns = {"doc_id": ["doc_1"], span.start: [0], span.end: [5], span.surface: ["لقاء."]}
        with pytest.raises(SpanError):
            _check_span(table.name, columns, span, {"doc_1": TEXT})


def test_words_of_date_that_are_not_there_are_no_span():
    dates = REPORTS.spans[0]
    _check_span(
        "reports", {"doc_id": ["d"], dates.start: [None], dates.end: [None], dates.surface: [None]}, dates, {"d": TEXT}
    )
    with pytest.raises(RowError, match="date_text"):
        _check_span(
            "reports", {"doc_id": ["d"], dates.start: [0], dates.end: [5], dates.surface: [None]}, dates, {"d": TEXT}
        )
