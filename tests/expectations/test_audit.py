"""The audit as a whole: its verdict, its documents without a network, and what could not be computed."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from expectations import audit
from expectations.checkpoint import run_facts
from expectations.groups import run_table
from expectations.records import Audit, Fact, Verdict
from expectations.release import open_release
from tests.expectations.conftest import WEEKDAYS, Rows
from transforms.base.errors import ArgumentError, ReleaseError
from transforms.schema.catalog import RELEASE_TABLES, TABLES

EXTERNAL = re.compile(r"""<(?:script|link|img)\b[^>]*(?:src|href)\s*=\s*["']?https?://""")
LOCAL = re.compile(r"""<(?:script|link|img|a)\b[^>]*?(?:src|href)="([^"#]+)""")


def pages(docs: Path) -> dict[str, str]:
    return {path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8") for path in docs.rglob("*.html")}


def test_untouched_release(audited: Callable[..., Audit], tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    result = audited()
    assert result.passed
    assert (result.failures, result.broken, result.warnings, result.skipped) == ((), (), (), ())
    assert result.rows["mentions"] == 6
    assert result.index == tmp_path / "docs" / "index.html"
    assert capfd.readouterr() == ("", "")
    html = pages(tmp_path / "docs")
    assert_offline(tmp_path / "docs", html)
    for table in RELEASE_TABLES:
        assert f">{table.name}</a>" in html["index.html"]
    assert html["index.html"].count("fa-check-circle") == len(RELEASE_TABLES) + 2
    assert "Refused" not in html["index.html"]


def assert_offline(docs: Path, html: dict[str, str]) -> None:
    """No page asks another host for anything, and every local address exists."""
    for name, text in html.items():
        assert not EXTERNAL.search(text), name
        assert "newsletter" not in text, name
        for address in LOCAL.findall(text):
            assert ((docs / name).parent / address).resolve().is_file(), (name, address)


def test_refused_release(rows: Rows, audited: Callable[..., Audit], tmp_path: Path) -> None:
    rows["reports"][0]["kind"] = "ثلاثي"
    rows["entities"][0]["country"] = "<script>alert(1)</script>$x"
    rows["mentions"][0] |= {"start": 0, "end": 3}
    rows["reports"][1]["side_b_lead"] = "<b>someone</b>"
    result = audited()
    assert not result.passed
    assert {finding.rule for finding in result.failures} == {
        "reports.kind.allowed",
        "entities.country.pattern",
        "mentions.surface.verbatim",
        "mention_counts.counts",
    }
    assert {finding.rule for finding in result.warnings} == {"reports.leads"}
    html = pages(tmp_path / "docs")
    assert_offline(tmp_path / "docs", html)
    for finding in (*result.failures, *result.warnings):
        assert finding.examples
        assert finding.page in html
    index = html["index.html"]
    assert "Refused" in index
    report = next(one for one in result.failures if one.table == "reports")
    for text in (index, html[report.page]):
        assert rows["reports"][0]["report_id"] in text
        assert "ثلاثي" in text
    assert not any("<script>alert" in text or "<b>someone" in text for text in html.values())
    mention = next(one for one in result.failures if one.table == "mentions")
    assert rows["mentions"][0]["doc_id"] in html[mention.page]
    assert 'dir="auto"' in html[mention.page]


def test_warning_alone_is_published(rows: Rows, audited: Callable[..., Audit], tmp_path: Path) -> None:
    rows["reports"][1]["side_b_lead"] = "someone"
    stale = tmp_path / "docs" / "stale.html"
    stale.parent.mkdir()
    stale.write_text("of an earlier audit", encoding="utf-8")
    result = audited()
    assert not stale.exists()
    assert result.passed
    (warning,) = result.warnings
    page = (tmp_path / "docs" / warning.page).read_text(encoding="utf-8")
    assert "fa-exclamation-triangle" in page
    assert "fa-times" not in page


@pytest.mark.usefixtures("few_checks")
def test_release_without_texts(audited: Callable[..., Audit]) -> None:
    result = audited(without=("texts",))
    assert result.passed
    assert "mentions.surface.verbatim" in result.skipped
    assert "texts" not in result.rows


def test_documents_never_replace_the_release(rows: Rows, tmp_path: Path) -> None:
    folder = rows.write(tmp_path / "release")
    for docs in (folder, tmp_path):
        with pytest.raises(ArgumentError, match="holds the release itself"):
            audit(folder, docs, weekdays=WEEKDAYS, title="test")
    assert open_release(folder).tables == RELEASE_TABLES


def test_missing_table(audited: Callable[..., Audit]) -> None:
    with pytest.raises(ReleaseError, match="roles"):
        audited(without=("roles",))


def test_missing_column_is_a_failure_and_breaks_what_reads_it(rows: Rows, tmp_path: Path) -> None:
    from expectations.runner import Runner

    folder = rows.write(tmp_path / "release")
    part = folder / "roles" / "part-00000.parquet"
    pq.write_table(pq.read_table(part).drop_columns(["role"]), part)
    runner = Runner(tmp_path / "docs", "test")
    run_table(runner, open_release(folder), TABLES["roles"], WEEKDAYS)
    found = {(finding.rule, finding.verdict) for finding in runner.findings}
    assert found == {("roles.columns", Verdict.FAILURE), ("roles.role.present", Verdict.BROKEN)}


def test_fact_that_cannot_be_computed_is_broken(rows: Rows, tmp_path: Path) -> None:
    from expectations.runner import Runner

    bad = Fact("roles.bad", "roles", ("roles",), "SELECT count(no_such_column) FROM roles", "A rule.", most=0)
    good = Fact("roles.good", "roles", ("roles",), "SELECT count(*), [] FROM roles", "A rule.", most=1)
    runner = Runner(tmp_path / "docs", "test")
    run_facts(runner, open_release(rows.write(tmp_path / "release")), [bad, good], tmp_path / "scratch", {})
    (finding,) = runner.findings
    assert (finding.rule, finding.verdict) == ("roles.bad", Verdict.BROKEN)
    assert "no_such_column" in finding.detail


@pytest.mark.usefixtures("few_checks")
def test_broken_rule_refuses(audited: Callable[..., Audit], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = Fact("roles.bad", "roles", ("roles",), "SELECT count(no_such_column) FROM roles", "A rule.", most=0)
    monkeypatch.setattr("expectations.checkpoint.release_facts", lambda: (bad,))
    result = audited()
    assert (result.passed, result.failures) == (False, ())
    assert [finding.rule for finding in result.broken] == ["roles.bad"]
    assert "fa-wrench" in result.index.read_text(encoding="utf-8")


def test_import_is_light() -> None:
    code = "import sys, expectations; print('great_expectations' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
