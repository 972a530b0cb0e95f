"""The report for people of a release: what it holds, the newest meetings with their evidence, and what was left out.

`release_report` gives every page by its path: `index.html` and `documents/NNN.html`. The caller says how tables are
read and writes the pages; nothing here touches a file, and equal tables give equal pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import chain

from transforms.base.codes import CandidateOutcome, CandidateReason, Format, Kind, Precision, RejectReason, Status
from transforms.report.articles import document_pages, pages_of_documents
from transforms.report.entries import country, meeting_entry
from transforms.report.evidence import candidate_anchor, context
from transforms.report.markup import Html, element, together
from transforms.report.phrases import counted, share, words
from transforms.report.pieces import Column, code, facts, on, page, section, table
from transforms.report.selection import Selection, select
from transforms.report.source import Row, Source
from transforms.report.summary import Summary, summarise
from transforms.schema.catalog import RELEASE_TABLES

MEETINGS_SHOWN = 200
PAIRS_SHOWN = 40
_SECTIONS = {
    "numbers": "In numbers",
    "meetings": "Meetings",
    "countries": "Who met whom",
    "candidates": "Considered and dropped",
    "rejects": "Not read",
    "tables": "Tables of the release",
}
_NUMBER = "number"


def release_report(
    source: Source,
    title: str,
    about: Mapping[str, str] | None = None,
    links: Mapping[str, str] | None = None,
    limit: int = MEETINGS_SHOWN,
) -> dict[str, str]:
    """The pages of the report by relative path.

    `source(table, columns, where)` reads the release in batches (see `source.Source`; `source.in_memory` serves loaded
    tables). Counts come from one pass over narrow columns; whole rows are held for the newest `limit` meetings and what
    belongs to them alone, so neither memory nor pages grow with the release. `about` are facts to print under the title
    (release id, versions), by name; `links` are neighbours of the report (Data Docs, codebook), words to relative path.
    """
    summary = summarise(source)
    selection = select(source, limit)
    pages = pages_of_documents(selection)
    parts = {
        "numbers": _numbers(summary),
        "meetings": _meetings(summary, selection, pages),
        "countries": _countries(summary, selection),
        "candidates": _candidates(summary, selection, pages),
        "rejects": _rejects(summary, selection),
        "tables": _tables(summary),
    }
    body = (section(anchor, heading, parts[anchor]) for anchor, heading in _SECTIONS.items())
    index = page(title, _header(title, summary, about or {}, links or {}), element("main", *body))
    return {"index.html": index, **document_pages(selection, title)}


def _header(title: str, summary: Summary, about: Mapping[str, str], links: Mapping[str, str]) -> Html:
    rows = summary.rows
    lede = (
        f"{counted(rows['meetings'], 'meeting')} in {counted(rows['reports'], 'report')}, "
        f"read in {counted(rows['documents'], 'document')}."
    )
    places = {
        **{f"#{anchor}": heading for anchor, heading in _SECTIONS.items()},
        **{to: name for name, to in links.items()},
    }
    contents = (element("li", element("a", name, href=place)) for place, name in places.items())
    return element(
        "header",
        element("p", "Diplomatic meetings in Arabic news", class_="kicker"),
        element("h1", title),
        element("p", lede, class_="lede"),
        facts((name, code(value)) for name, value in about.items()),
        element("nav", element("ul", *contents), aria_label="Contents"),
    )


def _numbers(summary: Summary) -> Html:
    tables = (
        _coded("How much of the date is known", Precision, "date_precision", summary),
        _coded("Status", Status, "status", summary),
        _coded("Channel", Format, "format", summary),
        _coded("Parties", Kind, "kind", summary),
    )
    inferred = counted(summary.n_narrowed, "meeting")
    told = f"{inferred} narrowed further by inference (weekday words, dated references, terms of office)."
    documents = summary.codes["documents", "outcome"]
    quiet = f"{counted(documents.get('no_meeting', 0), 'document')} of {summary.rows['documents']:,} without a meeting."
    return together((element("div", *tables, class_="columns"), element("p", f"{told} {quiet}", class_="quiet after")))


def _coded(caption: str, vocabulary: type[StrEnum], column: str, summary: Summary) -> Html:
    """A table of one vocabulary: every code, how many meetings and how many reports have it."""
    columns = (Column(caption), Column("Meetings", _NUMBER), Column("Share", _NUMBER), Column("Reports", _NUMBER))
    meetings, reports = summary.codes["meetings", column], summary.codes["reports", column]
    whole = summary.rows["meetings"]
    rows = (
        (
            words(vocabulary, code),
            f"{meetings.get(code, 0):,}",
            share(meetings.get(code, 0), whole),
            f"{reports.get(code, 0):,}",
        )
        for code in vocabulary
    )
    return table(None, columns, rows)


def _meetings(summary: Summary, selection: Selection, pages: Mapping[str, str]) -> Html:
    total, shown = summary.rows["meetings"], len(selection.meetings)
    if not total:
        return element("p", "The release holds no meeting.")
    told = "Newest first."
    if shown < total:
        told = f"The {shown:,} newest of {total:,}; {total - shown:,} are left out here and stand in the tables alone."
    items = (element("li", meeting_entry(meeting, selection, pages)) for meeting in selection.meetings)
    return together((element("p", told, class_="quiet"), element("ol", *items, class_="meetings")))


def _countries(summary: Summary, selection: Selection) -> Html:
    if not summary.pairs:
        return element("p", "The release holds no meeting.")
    columns = (
        Column("Between"),
        Column("And"),
        Column("Meetings", _NUMBER),
        Column("Held", _NUMBER),
        Column("First"),
        Column("Latest"),
    )
    rows = (
        (
            *(country(iso, selection) if iso else "no country" for iso in sorted(pair.countries, key=lambda c: not c)),
            f"{pair.n_meetings:,}",
            f"{pair.n_held:,}",
            *("\u2013" if each is None else on(each) for each in (pair.first, pair.latest)),
        )
        for pair in summary.pairs[:PAIRS_SHOWN]
    )
    note = (
        "A meeting of several countries counts for each pair of them across the sides. No country: an international "
        "body, or a side whose country is not known."
    )
    hidden = len(summary.pairs) - PAIRS_SHOWN
    if hidden > 0:
        note = f"{note} {counted(hidden, 'further pair')} not shown."
    return together((table("Pairs of countries", columns, rows), element("p", note, class_="quiet after")))


def _candidates(summary: Summary, selection: Selection, pages: Mapping[str, str]) -> Html:
    if not summary.rows["candidates"]:
        return element("p", "Nothing was considered.")
    outcomes, reasons = summary.codes["candidates", "outcome"], summary.codes["candidates", "reason"]
    counts = (Column("Candidates", _NUMBER), Column("Share", _NUMBER))
    whole = summary.rows["candidates"]
    tables = (
        table(
            "Every place where a meeting was considered",
            (Column("What became of it"), *counts),
            _shares(CandidateOutcome, outcomes, whole),
        ),
        table("Why", (Column("Reason"), *counts), _shares(CandidateReason, reasons, whole)),
    )
    examples = list(chain.from_iterable(selection.dropped.values()))
    parts = [element("div", *tables, class_="columns")]
    if examples:
        parts.append(_examples(examples, selection, pages))
    return together(parts)


def _shares(vocabulary: type[StrEnum], counts: Mapping[str, int], whole: int) -> Iterator[Sequence[str]]:
    """The codes that occur, commonest first."""
    for found in sorted(counts, key=lambda each: (-counts[each], each)):
        yield words(vocabulary, found), f"{counts[found]:,}", share(counts[found], whole)


def _examples(candidates: Iterable[Row], selection: Selection, pages: Mapping[str, str]) -> Html:
    columns = (Column("Dropped as"), Column("In the text", arabic=True), Column(""))
    rows = (
        (
            words(CandidateReason, row["reason"]),
            context(selection.texts.get(row["doc_id"], ""), row),
            element("a", "article", href=f"{pages[row['doc_id']]}#{candidate_anchor(row)}")
            if row["doc_id"] in pages
            else "",
        )
        for row in candidates
    )
    return table("Some of each reason", columns, rows)


def _rejects(summary: Summary, selection: Selection) -> Html:
    total = summary.rows["rejects"]
    if not total:
        return element("p", "Every record that was read became a document.")
    reasons = (Column("Reason"), Column("Records", _NUMBER), Column("Share", _NUMBER))
    columns = (Column("Source"), Column("Record", _NUMBER), Column("Reason"), Column("What was wrong"))
    rows = (
        (code(row["source_uri"]), f"{row['record_no']:,}", words(RejectReason, row["reason"]), row["detail"])
        for row in selection.rejects
    )
    shown = len(selection.rejects)
    caption = "The records" if shown == total else f"The first {shown:,} of {total:,} records"
    counts = table(
        "Records that became no document", reasons, _shares(RejectReason, summary.codes["rejects", "reason"], total)
    )
    return together((counts, table(caption, columns, rows)))


def _tables(summary: Summary) -> Html:
    columns = (Column("Table"), Column("Rows", _NUMBER), Column("What a row is"))
    rows = ((code(each.name), f"{summary.rows[each.name]:,}", each.description) for each in RELEASE_TABLES)
    return table("Folders of Parquet files", columns, rows)
