"""Short quotations of a document."""

from __future__ import annotations

import pytest

from tests.transforms.report.parsed import Page
from tests.transforms.report.releases import seed_release
from transforms.report import evidence
from transforms.report.evidence import candidate_mark, context, quotation, report_marks
from transforms.report.marking import Role

LINE = " ".join(["كلمة"] * 60)
TEXT = f"سطر\n{LINE} لقاء {LINE}\nسطر"


def candidate(text: str) -> dict[str, object]:
    start = text.index("لقاء")
    return {
        "doc_id": "doc_1",
        "candidate_no": 2,
        "trigger": "لقاء",
        "start": start,
        "end": start + 4,
        "outcome": "discarded",
        "reason": "habitual",
    }


def test_a_candidate_stands_between_whole_words_of_its_line() -> None:
    page = Page(f"<p>{context(TEXT, candidate(TEXT))}</p>")
    around = page.one("p").text
    assert page.one("mark").text == "لقاء"
    assert set(around.split()) == {"كلمة", "لقاء"}
    assert len(around) <= 4 + 2 * evidence.CONTEXT_SHOWN


def test_a_short_line_is_quoted_whole() -> None:
    text = "قبل\nجرى لقاء أمس\nبعد"
    assert Page(f"<p>{context(text, candidate(text))}</p>").one("p").text == "جرى لقاء أمس"


def test_without_the_text_the_trigger_stands_alone() -> None:
    assert Page(context("", candidate(TEXT))).one("mark").text == "لقاء"


def test_what_became_of_a_candidate() -> None:
    mark = candidate_mark({**candidate(TEXT), "outcome": "merged", "reason": "same_occasion"})
    assert (mark.role, mark.note) == (Role.TRIGGER, "merged into a report: same occasion")
    assert candidate_mark(candidate(TEXT)).role is Role.DROPPED


def rows() -> tuple[dict[str, object], list[dict[str, object]]]:
    tables = seed_release()
    report = next(row for row in tables["reports"].to_pylist() if row["date_text"] == "يوم أمس")
    return report, [row for row in tables["participants"].to_pylist() if row["report_id"] == report["report_id"]]


def test_the_marks_of_a_row_stand_where_it_says() -> None:
    report, parties = rows()
    texts = {row["doc_id"]: row["text"] for row in seed_release()["texts"].to_pylist()}
    text = texts[report["doc_id"]]
    found = {(mark.role, text[mark.start : mark.end]) for mark in report_marks(report, parties)}
    assert (Role.MEETING_DATE, "يوم أمس") in found
    assert (Role.SIDE_A, "نصر الحريري") in found
    assert (Role.EVIDENCE, report["evidence"]) in found


def test_a_long_passage_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence, "EVIDENCE_SHOWN", 12)
    report, parties = rows()
    page = Page(quotation(report, parties))
    assert page.one("blockquote").text == f"{str(report['evidence'])[:12]}…"
    assert page.one("mark").text == "يوم أمس"
