"""The report's pages of documents: the text right to left with what was read in it, a bounded number to a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from transforms.base.codes import CandidateOutcome, CandidateReason, Format, PublishedBasis, Status
from transforms.report.entries import date_of, heading
from transforms.report.evidence import candidate_anchor, candidate_mark, report_marks
from transforms.report.marking import Role, segments
from transforms.report.markup import NOTHING, Html, element, together
from transforms.report.phrases import interval, words
from transforms.report.pieces import (
    Column,
    code,
    facts,
    headline,
    legend,
    listed,
    on,
    origin,
    page,
    table,
    unknown_script,
)
from transforms.report.prose import prose
from transforms.report.selection import TEXT_SHOWN, Selection
from transforms.report.source import Row

DOCUMENTS_ON_A_PAGE = 20
LEGEND = {
    Role.EVIDENCE: "tells of a meeting",
    Role.MEETING_DATE: "dates it",
    Role.SIDE_A: "side A",
    Role.SIDE_B: "side B",
    Role.SIDE_OTHER: "others present",
    Role.TRIGGER: "word that raised the question",
    Role.DROPPED: "such a word, dropped",
}


def pages_of_documents(selection: Selection) -> dict[str, str]:
    """The page of each document that is shown, by its id, as a path from the report's first page."""
    return {doc_id: _path(number // DOCUMENTS_ON_A_PAGE) for number, doc_id in enumerate(selection.documents)}


def document_pages(selection: Selection, title: str) -> dict[str, str]:
    """The pages by path."""
    shown = defaultdict(list)
    for report in chain.from_iterable(selection.reports.values()):
        shown[report["doc_id"]].append(report)
    documents = list(selection.documents.values())
    pages = {}
    for number, start in enumerate(range(0, len(documents), DOCUMENTS_ON_A_PAGE)):
        own = documents[start : start + DOCUMENTS_ON_A_PAGE]
        articles = (_article(each, shown[each["doc_id"]], selection) for each in own)
        numbers = f"{start + 1}\u2013{start + len(own)}"
        header = element(
            "header",
            element("p", element("a", title, href="../index.html"), class_="kicker"),
            element("h1", "Documents ", element("span", numbers, class_="whole"), f" of {len(documents)} shown"),
            legend(LEGEND),
        )
        pages[_path(number)] = page(f"Documents \u2013 {title}", header, element("main", *articles))
    return pages


def _path(number: int) -> str:
    return f"documents/{number + 1:03}.html"


def _article(document: Row, reports: Sequence[Row], selection: Selection) -> Html:
    doc_id = document["doc_id"]
    candidates = selection.candidates.get(doc_id, ())
    return element(
        "article",
        headline(document["title"], document["record_id"], "h2"),
        _provenance(document),
        _text(document, reports, candidates, selection),
        _reports(reports, selection)
        if reports
        else element("p", "No meeting of this document is shown.", class_="quiet"),
        _candidates(candidates, doc_id in selection.texts),
        class_="document",
        id=doc_id,
    )


def _provenance(document: Row) -> Html:
    if document["published_on"]:
        basis = words(PublishedBasis, document["published_basis"])
        published: str = listed((on(document["published_on"]), basis))
    else:
        published = listed(("not known", interval(document["not_before"], document["not_after"])))
    return facts(
        (
            ("Published", published),
            ("Outlet", unknown_script(document["outlet"]) if document["outlet"] else None),
            ("Address", code(document["url"]) if document["url"] else None),
            ("Read from", origin(document["source_uri"], document["record_no"])),
            ("Record", code(document["record_id"])),
            ("Id", code(document["doc_id"])),
        )
    )


def _text(document: Row, reports: Iterable[Row], candidates: Iterable[Row], selection: Selection) -> Html:
    text = selection.texts.get(document["doc_id"])
    if text is None:
        return element("p", "The release was shared without its texts.", class_="quiet")
    marks = [candidate_mark(candidate) for candidate in candidates]
    for report in reports:
        marks.extend(report_marks(report, selection.participants.get(report["report_id"], ())))
    cut = NOTHING
    if document["n_chars"] > TEXT_SHOWN:
        told = f"The first {TEXT_SHOWN:,} of {document['n_chars']:,} characters."
        cut = element("p", told, class_="quiet")
    return together((prose(segments(text, marks)), cut))


def _reports(reports: Iterable[Row], selection: Selection) -> Html:
    columns = (Column("Meeting"), Column("Date"), Column("Status"), Column("Channel"), Column("Rule"))
    rows = (
        (
            element("a", heading(report, selection), href=f"../index.html#{report['meeting_id']}"),
            date_of(report),
            words(Status, report["status"]),
            words(Format, report["format"]),
            code(report["rule_id"]),
        )
        for report in reports
    )
    return table("Meetings", columns, rows)


def _candidates(candidates: Sequence[Row], linked: bool) -> Html:
    if not candidates:
        return NOTHING
    columns = (Column("Word", arabic=True), Column("Became"), Column("Reason"))
    rows = (
        (
            element("a", row["trigger"], href=f"#{candidate_anchor(row)}") if linked else row["trigger"],
            words(CandidateOutcome, row["outcome"]),
            words(CandidateReason, row["reason"]),
        )
        for row in candidates
    )
    return table("Candidates considered", columns, rows)
