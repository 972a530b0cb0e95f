"""`liqa explain`: one document's way through the engine, for a person at a terminal.

Shows what the engine took each line for, how the document was dated, the date expressions, who was found and where,
every place where a meeting was considered and what became of it, and the reports with the rules behind each value.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rich.console import Console, Group
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from flows.inputs.single import read_document
from transforms.base.codes import CandidateOutcome
from transforms.base.errors import ArgumentError
from transforms.base.records import Interval, Participant, Reading, Report
from transforms.engine import Engine
from transforms.lexicon import load_lexicon
from transforms.report.explain import explain_page
from transforms.report.marking import Role, marked_segments
from transforms.report.naming import everyone_named
from transforms.report.phrases import interval

CONTEXT = 40
COLOURS = {CandidateOutcome.REPORT: "green", CandidateOutcome.MERGED: "cyan", CandidateOutcome.DISCARDED: "yellow"}


#: How the marks look; what is outermost is drawn first.
STYLES = {
    Role.EVIDENCE: "italic",
    Role.TRIGGER: "bold green",
    Role.DROPPED: "yellow",
    Role.DATE: "magenta",
    Role.MEETING_DATE: "bold magenta",
    Role.SIDE_A: "underline",
    Role.SIDE_B: "underline",
    Role.SIDE_OTHER: "underline",
    Role.PERSON: "cyan",
    Role.ORGANIZATION: "blue",
    Role.COUNTRY: "blue",
    Role.PLACE: "blue",
    Role.RESOLUTION: "blue",
}
FURNITURE = "dim"
ARTICLE_PARTS = frozenset({"title", "text"})


def print_explanation(file: str, lexicon: Path | None, number: int, page: str | None) -> int:
    """Read the document and print its reading, or write it as a page. Gives the exit status."""
    document = read_document(file, number)
    reading = Engine(load_lexicon(lexicon)).read(document)
    if page is not None:
        _write(page, explain_page(reading))
        return 0
    console = Console(highlight=False)
    for part in explanation(reading):
        console.print(part)
        console.print()
    return 0


def _write(page: str, content: str) -> None:
    try:
        Path(page).expanduser().write_text(content, "utf-8")
    except OSError as fault:
        raise ArgumentError(f"--html {page}: cannot be written: {fault.strerror}; name a file") from fault
    print(page)


def explanation(reading: Reading) -> Iterable[Any]:
    """The parts of the explanation, in reading order."""
    yield _head(reading)
    yield _marked_text(reading)
    yield _dates(reading)
    yield _actors(reading)
    yield _candidates(reading)
    yield from (_report(reading, number, report) for number, report in enumerate(reading.reports))


def _bounds(value: Interval) -> str:
    return interval(*value) or "not known"


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", header_style="dim", expand=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _head(reading: Reading) -> Panel:
    published = reading.publication
    lines = [
        f"document   {reading.doc_id}   {reading.document.source_uri}",
        f"title      {reading.title or '(none)'}",
        f"published  {published.day or 'not known'}   by {published.basis}   bounds {_bounds(published.bounds)}",
        f"because    {', '.join(published.reasons) or '(nothing)'}   page clock {published.page_date or '(none)'}",
        f"found      {len(reading.reports)} reports of {len(reading.candidates)} candidates, "
        f"{len(reading.mentions)} mentions of {len(reading.actors)} entities, {len(reading.dates)} date expressions",
    ]
    return Panel(Text("\n".join(lines)), title="document", title_align="left")


def _marked_text(reading: Reading) -> Table:
    """The text line by line with what each line was taken for, and the marks laid over it."""
    table = _table("the text, with what each line was taken for", "part", "line")
    part, line = "", Text()
    for segment in marked_segments(reading):
        style = " ".join(STYLES[role] for role in segment.roles)
        if segment.zone not in ARTICLE_PARTS:
            style = f"{style} {FURNITURE}".strip()
        for piece in segment.text.splitlines(keepends=True):
            part = part or segment.zone
            line.append(piece.rstrip("\r\n"), style)
            if piece.endswith("\n"):
                _add_line(table, part, line)
                part, line = "", Text()
    _add_line(table, part, line)
    return table


def _add_line(table: Table, part: str, line: Text) -> None:
    if line.plain.strip():
        table.add_row(part, line)


def _dates(reading: Reading) -> Table:
    table = _table("date expressions", "at", "words", "says", "precision", "basis", "rule", "reasons")
    for found in reading.dates:
        says = _bounds(found.interval)
        reasons = ", ".join(found.reasons)
        table.add_row(str(found.start), Text(found.surface), says, found.precision, found.basis, found.rule_id, reasons)
    return table


def _actors(reading: Reading) -> Table:
    table = _table("who is named, and why", "type", "name", "in English", "country", "why", "mentions")
    for named in everyone_named(reading):
        actor = named.actor
        why = [*named.grounds, *(", ".join(office) for office in named.offices), *actor.external_ids]
        starts: dict[str, list[str]] = {}
        for mention in named.mentions:
            starts.setdefault(mention.surface, []).append(str(mention.start))
        places = (f"{surface} at {', '.join(at)}" for surface, at in starts.items())
        mentions = Text("\n".join((named.counts, *places)))
        english = Text(actor.name_en or "")
        table.add_row(actor.entity_type, Text(actor.name), english, actor.country or "", Text("\n".join(why)), mentions)
    return table


def _candidates(reading: Reading) -> Table:
    table = _table("where a meeting was considered", "at", "outcome", "reason", "report", "words around")
    for candidate in reading.candidates:
        outcome = Text(candidate.outcome, style=COLOURS[candidate.outcome])
        report = "" if candidate.report is None else str(candidate.report)
        around = _around(reading.document.text, candidate.start, candidate.end)
        table.add_row(str(candidate.start), outcome, candidate.reason, report, around)
    return table


def _around(text: str, start: int, end: int) -> Text:
    """The words of a span in bold, between what stands beside them."""
    before = text[max(start - CONTEXT, 0) : start].replace("\n", " ")
    after = text[end : end + CONTEXT].replace("\n", " ")
    return Text.assemble(before, (text[start:end], "bold"), after)


def _report(reading: Reading, number: int, report: Report) -> Panel:
    when = report.when
    facts = [
        f"{report.status}, {report.kind}, {report.format}, {'main' if report.is_main else 'background'}; "
        f"trigger {report.trigger}, rule {report.rule_id}, confidence {report.confidence:.2f}",
        f"date      {when.surface or '(no words)'}: {_bounds(when.interval)}, {when.precision}, {when.basis} "
        f"({', '.join(when.reasons)})",
        f"inferred  {_bounds(when.inferred)} ({', '.join(when.inferred_reasons)})",
        f"place     {report.where.surface or '(none)'}: {report.where.city or '?'}, {report.where.country or '?'}",
        f"countries a {', '.join(report.side_a_countries) or '?'}; b {', '.join(report.side_b_countries) or '?'}",
        f"evidence  {report.evidence}",
    ]
    title = f"report {number} of {len(reading.reports)}"
    return Panel(Group(Text("\n".join(facts)), _participants(report.participants)), title=title, title_align="left")


def _participants(participants: Iterable[Participant]) -> Table:
    table = _table("participants", "side", "kind", "name", "as", "role", "organization", "country", "lead")
    for each in participants:
        table.add_row(
            each.side,
            each.kind,
            Text(each.name),
            Text(each.surface),
            Text(each.role or ""),
            Text(each.organization or ""),
            each.country or "",
            "lead" if each.is_lead else "",
        )
    return table
