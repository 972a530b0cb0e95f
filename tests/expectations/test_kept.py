"""Audits that take what earlier ones found: the same documents and verdict, whatever is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from expectations import Audit, audit
from expectations.groups import Asked, audit_group
from expectations.kept import Kept
from expectations.release import open_release
from flows.store.kept import KeptFiles
from tests.expectations.conftest import WEEKDAYS, Rows, add_document, add_entities, add_mention

pytestmark = pytest.mark.usefixtures("few_checks")

FAR = "وصل سلجوق أونال إلى أنقرة."


@pytest.fixture
def release(rows: Rows, tmp_path: Path) -> Path:
    """The release of three documents with a fourth in a group of its own."""
    folder = rows.write(tmp_path / "release")
    far = Rows()
    add_document(far, "far", FAR, date(2024, 5, 6), n_meetings=0)
    add_mention(far, FAR, "سلجوق أونال", "سلجوق أونال")
    other = far.write(tmp_path / "far")
    for table in open_release(folder).tables:
        if not table.whole:
            (other / table.name / "part-00000.parquet").rename(folder / table.name / "part-00001.parquet")
    both = Rows()
    both.tables["mentions"] = rows["mentions"] + far["mentions"]
    add_entities(both)
    entities = pq.read_table(folder / "entities/part-00000.parquet")
    pq.write_table(
        entities.from_pylist(both["entities"], schema=entities.schema), folder / "entities/part-00000.parquet"
    )
    return folder


class Auditor:
    """Audits of one release after another, with what is kept in between."""

    def __init__(self, tmp_path: Path) -> None:
        self.tmp_path = tmp_path
        self.keeper = KeptFiles(tmp_path / "kept", ".audited")
        self.asked: list[Asked] = []

    def __call__(self, release: Path, name: str, recipe: str = "code") -> Audit:
        digests = {
            path.relative_to(release).as_posix(): sha256(path.read_bytes()).hexdigest()
            for path in release.glob("*/part-*.parquet")
        }
        self.asked.clear()
        kept = Kept(self.keeper, recipe, digests)
        found = audit(release, self.tmp_path / name, weekdays=WEEKDAYS, title="x", kept=kept, each=self._each)
        return replace(found, index=Path())

    def _each(self, work: Callable[..., object], items: Iterator[Asked]) -> Iterator[object]:
        for asked in items:
            self.asked.append(asked)
            yield audit_group(asked)


@pytest.fixture
def auditor(tmp_path: Path) -> Auditor:
    return Auditor(tmp_path)


def pages(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_two_groups_are_audited_each_for_itself(release: Path, auditor: Auditor) -> None:
    assert set(open_release(release).groups) == {"00000", "00001"}
    found = auditor(release, "docs")
    assert found.passed, (found.failures, found.broken)
    assert [asked.name for asked in auditor.asked] == ["00000", "00001"]


def test_warm_cold_and_partial_give_the_same_documents(release: Path, auditor: Auditor, tmp_path: Path) -> None:
    cold = auditor(release, "cold")
    assert auditor(release, "warm") == cold
    assert auditor.asked == []
    for number, path in enumerate(sorted(auditor.keeper.root.glob("??/*.audited"))):
        if number % 3 == 0:
            path.unlink()
    assert auditor(release, "partial") == cold
    assert auditor.asked
    assert pages(tmp_path / "warm") == pages(tmp_path / "cold") == pages(tmp_path / "partial")


def test_what_is_kept_is_not_taken_for_other_files_or_by_other_code(release: Path, auditor: Auditor) -> None:
    """A row is tampered with: its table is checked again, and every fact that reads it; other code asks for all."""
    auditor(release, "before")
    part = release / "texts/part-00001.parquet"
    texts = pq.read_table(part)
    (row,) = texts.to_pylist()
    pq.write_table(texts.from_pylist([row | {"text": f" {row['text']}"}], schema=texts.schema), part)
    found = auditor(release, "after")
    assert {finding.rule for finding in found.failures} == {"documents.text", "mentions.surface.verbatim"}
    (asked,) = auditor.asked
    assert (asked.name, asked.tables) == ("00001", ("texts",))
    assert all("texts" in fact.needs for fact in asked.facts)
    assert not auditor(release, "again").passed
    auditor(release, "other", recipe="other code")
    assert [len(asked.tables) for asked in auditor.asked] == [9, 9]


def test_tampered_findings_are_noticed(release: Path, auditor: Auditor) -> None:
    before = auditor(release, "before")
    for path in auditor.keeper.root.glob("??/*.audited"):
        path.write_text(path.read_text("utf-8").replace("passed", "broken").replace("[0.0", "[9.0"), "utf-8")
    assert auditor(release, "after") == before
    assert len(auditor.asked) == 2


def test_a_row_among_another_groups_documents_is_found(release: Path, auditor: Auditor) -> None:
    """What each group alone holds true holds for the release, because a row cannot hide in another group."""
    mentions = [pq.read_table(release / f"mentions/part-{number:05}.parquet") for number in range(2)]
    moved = mentions[0].slice(0, 1)
    pq.write_table(mentions[0].slice(1), release / "mentions/part-00000.parquet")
    pq.write_table(
        mentions[1].from_batches([*mentions[1].to_batches(), *moved.to_batches()]),
        release / "mentions/part-00001.parquet",
    )
    failed = {finding.rule for finding in auditor(release, "docs").failures}
    assert {"mentions.doc_id.in_documents", "documents.n_mentions", "mention_counts.counts"} <= failed
