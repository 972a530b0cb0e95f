"""One tampering per rule: exactly that rule must find it, and a release that nobody touched must pass.

What a tampering leaves alone is not run again, be it a table or a column: it is the same as in the release that passed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from datetime import date
from pathlib import Path

import pytest

from expectations.checkpoint import release_facts, run_facts
from expectations.groups import run_table, table_checks
from expectations.records import Check, Severity, Verdict
from expectations.release import open_release
from expectations.structure import structural_checks, structural_facts
from tests.expectations.conftest import WEEKDAYS, Row, Rows
from transforms.schema.catalog import RELEASE_TABLES
from transforms.schema.declare import Table

Findings = set[tuple[str, Verdict]]
Tamper = Callable[[Rows], object]


def verdicts(folder: Path, docs: Path, touched: set[str]) -> Findings:
    """The rules that did not hold, over the touched tables and the facts that read them."""
    from expectations.runner import Runner

    release, runner = open_release(folder), Runner(docs, "test")
    for table in release.tables:
        if table.name in touched:
            run_table(runner, release, table, WEEKDAYS)
    run_facts(runner, release, [fact for fact in release_facts() if touched & set(fact.needs)], docs, {})
    return {(finding.rule, finding.verdict) for finding in runner.findings}


def changed(before: list[Row], after: list[Row]) -> set[str]:
    """The columns of a table that a tampering changed: all of them where rows came or went."""
    if len(before) != len(after):
        return {name for row in (*before, *after) for name in row}
    return {name for old, new in zip(before, after, strict=True) for name in new if old[name] != new[name]}


def columns_read(check: Check) -> set[str]:
    """The columns that a row check looks at, as its arguments name them."""
    alone = {str(value) for name, value in check.arguments.items() if name in ("column", "column_A", "column_B")}
    together = check.arguments.get("column_list", [])
    assert isinstance(together, list)
    assert alone or together, f"{check.rule} names no column"
    return alone | set(together)


def change(table: str, number: int, **values: object) -> Tamper:
    return lambda rows: rows[table][number].update(values)


def both(*tampers: Tamper) -> Tamper:
    return lambda rows: [tamper(rows) for tamper in tampers]


def drop(table: str, number: int) -> Tamper:
    return lambda rows: rows[table].pop(number)


def repeat(table: str, number: int) -> Tamper:
    return lambda rows: rows[table].append(dict(rows[table][number]))


def shift(table: str, number: int, start: str, end: str) -> Tamper:
    def tamper(rows: Rows) -> None:
        rows[table][number][start] += 1
        rows[table][number][end] += 1

    return tamper


def on_day(number: int, day: date) -> Tamper:
    return change("reports", number, date_earliest=day, date_latest=day, event_date=day)


def same_party(rows: Rows) -> None:
    first, second = (row for row in rows["participants"] if row["report_id"] == rows["reports"][0]["report_id"])
    second["entity_id"] = first["entity_id"]


def twin(rows: Rows) -> None:
    """The held meeting's document reports it a second time."""
    report = deepcopy(rows["reports"][0]) | {"report_id": "rep_00000000000000aa"}
    rows["reports"].append(report)
    mine = [row for row in rows["participants"] if row["report_id"] == rows["reports"][0]["report_id"]]
    rows["participants"].extend(dict(row) | {"report_id": report["report_id"]} for row in mine)
    kept = dict(rows["candidates"][1]) | {"candidate_no": 2, "report_id": report["report_id"]}
    rows["candidates"].append(kept)
    rows["documents"][0]["n_meetings"] = 2
    rows["meetings"][0]["n_reports"] = 2


def many_documents(rows: Rows) -> None:
    """A corpus in which nobody is named and nobody meets."""
    document = rows["documents"][2] | {"n_mentions": 0}
    text = dict(rows["texts"][2])
    for table in rows.tables:
        rows[table].clear()
    for number in range(201):
        key = {"doc_id": f"doc_{number:016x}"}
        rows["documents"].append(document | key)
        rows["texts"].append(text | key)


def empty(rows: Rows) -> None:
    for table in rows.tables:
        rows[table].clear()


SATURDAY, AFTER = date(2024, 5, 4), date(2024, 5, 10)
HELD_ON, UNKNOWN = date(2024, 5, 3), "0" * 16

TAMPERINGS: dict[str, tuple[Tamper, set[str]]] = {
    # structure, row by row
    "illegal enum value": (change("reports", 0, format="telepathy"), {"reports.format.allowed"}),
    "null in non-null": (change("roles", 0, role=None), {"roles.role.present"}),
    "bad pattern": (change("entities", 0, country="Syria"), {"entities.country.pattern"}),
    "out of range": (change("reports", 0, confidence=1.5), {"reports.confidence.range"}),
    "bad list item": (change("reports", 0, side_a_countries=["SYR", "x"]), {"reports.side_a_countries.items"}),
    "swapped publication bounds": (
        change("documents", 2, not_before=AFTER, not_after=SATURDAY),
        {"documents.not_before-not_after.ordered"},
    ),
    "swapped office": (
        change("roles", 0, first_seen=AFTER, last_seen=SATURDAY),
        {"roles.first_seen-last_seen.ordered"},
    ),
    "half a span": (change("reports", 0, date_end=None), {"reports.date_text.together", "reports.date_text.verbatim"}),
    # structure, over the release
    "shifted date words": (shift("reports", 0, "date_start", "date_end"), {"reports.date_text.verbatim"}),
    "shifted evidence": (shift("reports", 0, "evidence_start", "evidence_end"), {"reports.evidence.verbatim"}),
    "shifted participant": (shift("participants", 0, "start", "end"), {"participants.surface.verbatim"}),
    "shifted mention": (shift("mentions", 3, "start", "end"), {"mentions.surface.verbatim"}),
    "shifted candidate": (shift("candidates", 0, "start", "end"), {"candidates.trigger.verbatim"}),
    "duplicate key": (repeat("rejects", 0), {"rejects.key"}),
    "duplicate compound key": (repeat("roles", 0), {"roles.key"}),
    "orphan entity": (
        change("participants", 0, entity_id=f"per_{UNKNOWN}"),
        {"participants.entity_id.in_entities"},
    ),
    "orphan office": (change("roles", 0, entity_id=f"per_{UNKNOWN}"), {"roles.entity_id.in_entities"}),
    "orphan text": (
        lambda rows: rows["texts"].append({"doc_id": f"doc_{UNKNOWN}", "text": "x"}),
        {"texts.doc_id.in_documents"},
    ),
    "orphan candidate": (
        change("candidates", 0, report_id=f"rep_{UNKNOWN}"),
        {"candidates.report_id.in_reports"},
    ),
    # meaning, row by row
    "swapped interval": (
        both(
            change("reports", 0, date_precision="range", date_earliest=HELD_ON),
            change("reports", 0, date_latest=date(2024, 5, 1), event_date=date(2024, 5, 1)),
        ),
        {"reports.date_earliest-date_latest.ordered"},
    ),
    "a day without its bounds": (change("reports", 0, date_earliest=None), {"reports.precision"}),
    "unknown with a bound": (change("reports", 0, date_precision="unknown"), {"reports.precision"}),
    "weekday disagrees": (on_day(0, SATURDAY), {"reports.weekday"}),
    "inferred weekday disagrees": (
        both(
            change("reports", 0, date_earliest=None, date_precision="before", date_latest=SATURDAY),
            change("reports", 0, inferred_earliest=SATURDAY, inferred_latest=SATURDAY, event_date=SATURDAY),
        ),
        {"reports.weekday"},
    ),
    "inferred outside stated": (
        change("reports", 1, inferred_earliest=SATURDAY),
        {"reports.date_earliest-inferred_earliest.tightened"},
    ),
    "wrong day to plot": (change("reports", 1, event_date=SATURDAY), {"reports.event_date"}),
    "published outside its bounds": (
        change("documents", 0, not_before=date(2024, 5, 7), not_after=date(2024, 5, 8)),
        {"documents.published_on-not_before"},
    ),
    # meaning, over the release
    "one party": (same_party, {"reports.two_parties"}),
    "held after published": (
        both(on_day(0, AFTER), change("reports", 0, date_text=None, date_start=None, date_end=None)),
        {"reports.after_publication"},
    ),
    "one meeting twice in a document": (twin, {"reports.one_per_document"}),
    "participant of another meeting": (
        lambda rows: rows["participants"][0].update(meeting_id=rows["meetings"][1]["meeting_id"]),
        {"participants.report"},
    ),
    # accounts
    "wrong number of meetings": (change("documents", 1, n_meetings=2), {"documents.n_meetings"}),
    "wrong number of mentions": (change("documents", 0, n_mentions=4), {"documents.n_mentions"}),
    "wrong outcome": (change("documents", 2, outcome="meetings"), {"documents.outcome"}),
    "basis without a day": (change("documents", 2, published_basis="url"), {"documents.published_basis"}),
    "another text's hash": (change("documents", 0, sha256="0" * 64), {"documents.text"}),
    "lost text": (
        both(drop("texts", 2), drop("candidates", 3)),
        {"documents.text"},
    ),
    "wrong count of forms": (change("mention_counts", 0, n_full=2), {"mention_counts.counts"}),
    "wrong count of an entity": (change("entities", 0, n_mentions=9), {"entities.counts"}),
    "wrong count of reports": (change("meetings", 0, n_reports=2), {"meetings.counts"}),
    "lost candidate": (drop("candidates", 0), {"candidates.numbered"}),
    "lost candidate of a report": (drop("candidates", 2), {"candidates.kept"}),
    "discarded into a report": (change("candidates", 0, outcome="discarded"), {"candidates.fate"}),
    "candidate of another document": (
        lambda rows: rows["candidates"][0].update(report_id=rows["reports"][1]["report_id"]),
        {"candidates.document"},
    ),
    "empty release": (empty, {"documents.volume"}),
    "no meeting and no mention in many": (
        many_documents,
        {"mentions.volume", "reports.volume"},
    ),
    # days of meetings, and what only warns
    "a merged day without its bounds": (change("meetings", 0, date_earliest=None), {"meetings.precision"}),
    "wrong day of a meeting to plot": (change("meetings", 1, event_date=SATURDAY), {"meetings.event_date"}),
    "merged days contradict": (
        change("meetings", 1, inferred_earliest=SATURDAY),
        {"meetings.date_earliest-inferred_earliest.tightened"},
    ),
    "merged last day too late": (
        change("meetings", 1, inferred_latest=AFTER),
        {"meetings.inferred_latest-date_latest.tightened"},
    ),
    "inferred last day too late": (
        change("reports", 1, inferred_latest=AFTER),
        {"reports.inferred_latest-date_latest.tightened"},
    ),
    "published after its last day": (
        change("documents", 0, not_before=SATURDAY, not_after=SATURDAY),
        {"documents.published_on-not_after"},
    ),
    "a side is missing": (
        change("participants", 1, side="other"),
        {"reports.both_sides", "reports.leads"},
    ),
    "unknown lead": (change("reports", 0, side_b_lead="someone else"), {"reports.leads"}),
    "too many meetings": (
        change("documents", 0, n_meetings=41),
        {"documents.many_reports", "documents.n_meetings"},
    ),
    "too many mentions": (
        change("documents", 0, n_mentions=400),
        {"documents.many_mentions", "documents.n_mentions"},
    ),
    "more rejected than read": (
        lambda rows: rows["rejects"].extend(dict(rows["rejects"][0]) | {"record_no": n} for n in range(1, 9)),
        {"rejects.volume"},
    ),
    "lost mention": (
        both(drop("mentions", 0), change("documents", 0, n_mentions=2)),
        {"mentions.numbered", "mention_counts.counts"},
    ),
    "lost participant": (
        drop("participants", 0),
        {"participants.numbered", "reports.two_parties", "reports.both_sides", "reports.leads"},
    ),
}

RULES = {
    rule.rule: Verdict.FAILURE if rule.severity is Severity.FAIL else Verdict.WARNING
    for rule in (*(check for table in RELEASE_TABLES for check in table_checks(table, WEEKDAYS)), *release_facts())
}


@pytest.fixture
def tampered(rows: Rows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Tamper], Findings]:
    """Tampers with the rows and answers the rules that did not hold any more."""

    def run(tamper: Tamper) -> Findings:
        before = deepcopy(dict(rows.tables))
        tamper(rows)
        touched = {table: changed(before.get(table, []), rows[table]) for table in list(rows.tables)}
        touched = {table: columns for table, columns in touched.items() if columns}
        assert touched, "the tampering changed nothing"

        def concerned(table: Table, weekdays: Mapping[str, int]) -> tuple[Check, ...]:
            return tuple(each for each in table_checks(table, weekdays) if columns_read(each) & touched[table.name])

        monkeypatch.setattr("expectations.groups.table_checks", concerned)
        return verdicts(rows.write(tmp_path / "release"), tmp_path / "docs", set(touched))

    return run


def test_untouched_release_passes(rows: Rows, tmp_path: Path) -> None:
    assert verdicts(rows.write(tmp_path / "release"), tmp_path / "docs", set(rows.tables)) == set()


@pytest.mark.parametrize(("tamper", "rules"), TAMPERINGS.values(), ids=TAMPERINGS.keys())
def test_tampering(tampered: Callable[[Tamper], Findings], tamper: Tamper, rules: set[str]) -> None:
    assert tampered(tamper) == {(rule, RULES[rule]) for rule in rules}


def test_every_rule_written_by_hand_is_tampered_with() -> None:
    generated = {
        rule.rule for table in RELEASE_TABLES for rule in (*structural_checks(table), *structural_facts(table))
    }
    found = {rule for _, rules in TAMPERINGS.values() for rule in rules}
    assert RULES.keys() - generated - found == set()


def test_planned_after_publication_passes(rows: Rows, tampered: Callable[[Tamper], Findings]) -> None:
    assert rows["reports"][1]["status"] == "planned"
    assert tampered(on_day(1, AFTER)) == set()
