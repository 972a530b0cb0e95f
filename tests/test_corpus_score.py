"""The annotated corpus through engine, tables and linking: no figure may fall below what has been reached."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.score.claims import load_claims
from flows.score.gold import load_gold
from flows.score.scoring import score
from tests.loaded import engine
from tests.releases import CORPUS, readings, write_tables
from transforms.base.records import Document


@pytest.fixture(scope="module")
def fields(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    release = tmp_path_factory.mktemp("release")
    write_tables(CORPUS, release)
    golds = load_gold(str(CORPUS))
    return score(golds, load_claims(release, [gold.record_id for gold in golds])).as_fields()


FLOORS = [
    pytest.param("meetings", "f1", 0.92, id="meetings"),
    pytest.param("participants", "f1", 0.88, id="participants"),
    pytest.param("person counts", "f1", 0.95, id="person counts"),
    pytest.param("date", "ratio", 0.95, id="dates of matched meetings"),
    pytest.param("published_on", "ratio", 1.0, id="publication dates"),
    pytest.param("sides not swapped", "ratio", 0.98, id="sides"),
    pytest.param("status", "ratio", 0.95, id="status"),
    pytest.param("quiet on articles without a meeting", "ratio", 1.0, id="quiet"),
]


@pytest.mark.parametrize(("figure", "measure", "floor"), FLOORS)
def test_figure(fields: dict[str, dict[str, float]], figure: str, measure: str, floor: float) -> None:
    assert fields[figure][measure] >= floor


def test_no_line_end_changes_what_is_read(tmp_path: Path) -> None:
    """A file saved with Windows line ends has the same reports."""
    for of in readings(CORPUS)[:20]:
        other = engine().read(Document(of.document.text.replace("\n", "\r\n"), of.document.record_id, "windows"))
        assert [report.status for report in other.reports] == [report.status for report in of.reports]
        assert other.publication.day == of.publication.day
