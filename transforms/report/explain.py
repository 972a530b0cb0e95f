"""One document's way through the engine as a page: its zones, its marks, and what became of every candidate.

The marked text is `marking.marked_segments`, the same that a terminal shows.
"""

from __future__ import annotations

from collections.abc import Iterable

from transforms.base.codes import (
    Basis,
    CandidateOutcome,
    CandidateReason,
    EntityType,
    Format,
    Kind,
    PartyKind,
    Precision,
    PublishedBasis,
    Side,
    Status,
)
from transforms.base.records import Candidate, MeetingDate, Reading, Report, TimeExpression
from transforms.report.marking import Role, marked_segments
from transforms.report.markup import NOTHING, Html, element, together
from transforms.report.naming import Named, everyone_named
from transforms.report.phrases import counted, interval, words
from transforms.report.pieces import (
    Column,
    arabic,
    code,
    facts,
    headline,
    legend,
    listed,
    on,
    origin,
    page,
    section,
    table,
    unknown_script,
)
from transforms.report.prose import prose

LEGEND = {
    Role.EVIDENCE: "tells of a meeting",
    Role.TRIGGER: "word that became a report",
    Role.DROPPED: "such a word, dropped",
    Role.DATE: "date",
    Role.MEETING_DATE: "dates a meeting",
    Role.PERSON: "person",
    Role.ORGANIZATION: "organization",
    Role.COUNTRY: "country",
    Role.PLACE: "place or resolution",
    Role.SIDE_A: "took part on side A",
    Role.SIDE_B: "on side B",
    Role.SIDE_OTHER: "on neither",
}
_NUMBER = "number"


def explain_page(reading: Reading) -> str:
    """The page of one reading; it needs no other file, and equal readings give equal pages."""
    found = (
        counted(len(reading.reports), "report"),
        counted(len(reading.candidates), "candidate"),
        counted(len(reading.dates), "date"),
        counted(len(reading.mentions), "mention"),
    )
    header = element(
        "header",
        element("p", "One document\u2019s way through the engine", class_="kicker"),
        headline(reading.title, reading.document.record_id, "h1"),
        element("p", listed(found), class_="lede"),
        _document(reading),
    )
    body = (
        section("text", "Text", legend(LEGEND), prose(marked_segments(reading), _zone_name)),
        section("candidates", "Candidates", _candidates(reading)),
        section("reports", "Reports", *_reports(reading)),
        section("dates", "Dates", _dates(reading.dates)),
        section("names", "Names", _actors(reading)),
    )
    return page(f"Explained: {reading.title or reading.document.record_id}", header, element("main", *body))


def _document(reading: Reading) -> Html:
    document, publication = reading.document, reading.publication
    bounds = interval(*publication.bounds)
    published = on(publication.day) if publication.day else "not known"
    return facts(
        (
            (
                "Published",
                listed((published, words(PublishedBasis, publication.basis), *map(code, publication.reasons))),
            ),
            ("Bounds", None if publication.day else bounds),
            ("Page\u2019s own date", on(publication.page_date) if publication.page_date else None),
            ("Outlet", unknown_script(document.outlet) if document.outlet else None),
            ("Address", code(document.url) if document.url else None),
            ("Read from", origin(document.source_uri, document.record_no)),
            ("Id", code(reading.doc_id)),
        )
    )


def _zone_name(zone: str) -> str:
    return zone or "between"


def _candidates(reading: Reading) -> Html:
    if not reading.candidates:
        return element("p", "No word of the text raised the question of a meeting.")
    columns = (Column("No", _NUMBER), Column("Word", arabic=True), Column("Became"), Column("Reason"), Column("Report"))
    rows = (_candidate(number, candidate) for number, candidate in enumerate(reading.candidates))
    return table("Every place where a meeting was considered", columns, rows)


def _candidate(number: int, candidate: Candidate) -> tuple[str, ...]:
    report = candidate.report
    return (
        str(number),
        element("a", candidate.trigger, href=f"#candidate-{number}"),
        words(CandidateOutcome, candidate.outcome),
        words(CandidateReason, candidate.reason),
        "" if report is None else element("a", f"Report {report}", href=f"#report-{report}"),
    )


def _reports(reading: Reading) -> Iterable[Html]:
    if not reading.reports:
        yield element("p", "The document tells of no meeting.")
    for number, report in enumerate(reading.reports):
        yield element(
            "article",
            element("h3", f"Report {number}"),
            element("blockquote", report.evidence, lang="ar", dir="rtl"),
            _fields(number, report),
            _participants(report),
            id=f"report-{number}",
            class_="report",
        )


def _fields(number: int, report: Report) -> Html:
    where = [arabic(each) for each in dict.fromkeys((report.where.surface, report.where.city)) if each]
    triggers = listed((arabic(report.trigger), element("a", "in the text", href=f"#evidence-{number}")))
    return facts(
        (
            ("Status", words(Status, report.status)),
            ("Parties", words(Kind, report.kind)),
            ("Channel", words(Format, report.format)),
            ("Subject", "the document\u2019s subject" if report.is_main else "background"),
            *_when(report.when),
            ("Place", listed((*where, report.where.country))),
            ("Side A", _side(report.side_a_countries, report.side_a_lead)),
            ("Side B", _side(report.side_b_countries, report.side_b_lead)),
            ("Topics", listed(report.topics, ", ")),
            ("Word", triggers),
            ("Rule", code(report.rule_id)),
            ("PLOVER", listed((report.plover_event, report.plover_mode))),
            ("Confidence", f"{report.confidence:.2f}"),
        )
    )


def _when(when: MeetingDate) -> Iterable[tuple[str, str | None]]:
    yield "Date", interval(*when.interval)
    yield "Date known", words(Precision, when.precision)
    yield "Date rests on", words(Basis, when.basis)
    yield "Dated by", arabic(when.surface) if when.surface else None
    yield "Date rules", listed(map(code, when.reasons), ", ")
    yield "Inferred", interval(*when.inferred)
    yield "Inferred from", listed(map(code, when.inferred_reasons), ", ")


def _side(countries: Iterable[str], lead: str | None) -> Html:
    return listed((*countries, None if lead is None else together(("led by ", arabic(lead)))))


def _participants(report: Report) -> Html:
    columns = (
        Column("Side"),
        Column("Name", arabic=True),
        Column("Office", arabic=True),
        Column("Body", arabic=True),
        Column("Country"),
        Column("What"),
    )
    rows = (
        (
            words(Side, party.side) + (" (lead)" if party.is_lead else ""),
            party.name,
            party.role or "",
            party.organization or "",
            party.country or "",
            words(PartyKind, party.kind),
        )
        for party in report.participants
    )
    return table("Participants", columns, rows) if report.participants else NOTHING


def _dates(dates: Iterable[TimeExpression]) -> Html:
    columns = (Column("Words", arabic=True), Column("Days"), Column("Precision"), Column("Rests on"), Column("Rules"))
    rows = [
        (
            each.surface,
            interval(*each.interval) or "not known",
            words(Precision, each.precision),
            words(Basis, each.basis),
            listed(map(code, dict.fromkeys((each.rule_id, *each.reasons))), ", "),
        )
        for each in dates
    ]
    return table("Every expression of date", columns, rows) if rows else element("p", "The text holds no date.")


def _actors(reading: Reading) -> Html:
    if not reading.actors:
        return element("p", "The text names nobody.")
    columns = (
        Column("Name", arabic=True),
        Column("In English"),
        Column("What"),
        Column("Country"),
        Column("Why"),
        Column("Offices seen"),
        Column("How often"),
    )
    return table("Who is named, and why", columns, map(_actor, everyone_named(reading)))


def _actor(named: Named) -> tuple[str, ...]:
    actor = named.actor
    return (
        actor.name,
        actor.name_en or "",
        words(EntityType, actor.entity_type),
        actor.country or "",
        listed((*named.grounds, *map(code, actor.external_ids))),
        listed(listed(map(unknown_script, office), ", ") for office in named.offices),
        named.counts,
    )
