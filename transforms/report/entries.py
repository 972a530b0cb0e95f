"""The entries of the report's list of meetings: when, who met whom, where and how, and the words that say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from transforms.base.codes import Format, Kind, PartyKind, Precision, Side, Status
from transforms.base.records import Interval
from transforms.report.evidence import quotation
from transforms.report.marking import SIDE_ROLES
from transforms.report.markup import NOTHING, Html, element, together
from transforms.report.phrases import counted, interval, words
from transforms.report.pieces import arabic, code, listed, on, unknown_script
from transforms.report.selection import PARTICIPANTS_OF_A_REPORT, Selection
from transforms.report.source import Row
from transforms.schema.meetings import Disagreement

_SIDE_COLUMNS = {Side.A: "side_a", Side.B: "side_b"}


def meeting_entry(meeting: Row, selection: Selection, pages: Mapping[str, str]) -> Html:
    """One meeting with its reports. `pages` holds the page of each document, by its id."""
    reports = selection.reports.get(meeting["meeting_id"], ())
    parties = _parties(reports, selection)
    sides = (_side(side, meeting, parties, selection) for side in Side)
    hidden = meeting["n_reports"] - len(reports)
    more = element("p", f"{counted(hidden, 'further report')} not shown.", class_="quiet") if hidden > 0 else NOTHING
    body = element(
        "div",
        element("h3", heading(meeting, selection)),
        _traits(meeting, reports, selection),
        element("div", *sides, class_="sides"),
        *(_quoted(report, selection, pages) for report in reports),
        more,
    )
    return element("article", _when(meeting, reports), body, class_="meeting", id=meeting["meeting_id"])


def heading(meeting: Row, selection: Selection) -> Html:
    """Who met whom, in countries; a side without a country by its lead's name."""
    sides = [_side_name(meeting, column, selection) for column in _SIDE_COLUMNS.values()]
    return listed(sides, " \u2013 ") or Html("A meeting whose sides are not known")


def _side_name(meeting: Row, column: str, selection: Selection) -> Html | None:
    countries = meeting[f"{column}_countries"]
    if countries:
        return together((country(each, selection) for each in countries), ", ")
    lead = meeting[f"{column}_lead"]
    return arabic(lead) if lead else None


def country(iso: str, selection: Selection) -> Html:
    """A country by its English name, or by its code where the release has no name for it."""
    name = selection.countries.get(iso)
    return element("abbr", iso) if name is None else element("span", name, title=iso)


def _when(meeting: Row, reports: Iterable[Row]) -> Html:
    dated_by = dict.fromkeys(report["date_text"] for report in reports if report["date_text"])
    notes = []
    if dated_by:
        notes.append(element("small", "Dated by ", together((arabic(each) for each in dated_by), ", ")))
    told = Interval(meeting["date_earliest"], meeting["date_latest"])
    inferred = Interval(meeting["inferred_earliest"], meeting["inferred_latest"])
    if any(inferred) and inferred != told:
        notes.append(element("small", f"Inferred: {interval(*inferred)}"))
    return element("div", date_of(meeting), *notes, class_="when")


def date_of(row: Row) -> Html:
    """The date of a meeting or report as far as it is known."""
    bounds = Interval(row["date_earliest"], row["date_latest"])
    if row["date_precision"] == Precision.DAY and bounds.latest is not None:
        return on(bounds.latest)
    told = interval(*bounds)
    return Html("Date not known") if told is None else element("span", told[0].upper() + told[1:])


def _traits(meeting: Row, reports: Iterable[Row], selection: Selection) -> Html:
    places = dict.fromkeys(report["place_text"] or report["place_city"] for report in reports)
    place = [arabic(each) for each in places if each]
    if meeting["place_country"]:
        place.append(country(meeting["place_country"], selection))
    differs = [words(Disagreement, each) for each in meeting["disagreements"]]
    line = listed(
        (
            element("span", words(Status, meeting["status"]).capitalize(), class_=f"status-{meeting['status']}"),
            words(Kind, meeting["kind"]),
            words(Format, meeting["format"]),
            together(place, ", "),
            counted(meeting["n_reports"], "report"),
            f"reports differ on {', '.join(differs)}" if differs else None,
        )
    )
    return element("p", line, class_="traits label")


def _parties(reports: Iterable[Row], selection: Selection) -> list[Row]:
    """Everyone whom any report names, each once for a side; the better report speaks for a participant."""
    found: dict[tuple[str, str], Row] = {}
    for report in reports:
        for party in selection.participants.get(report["report_id"], ()):
            found.setdefault((party["side"], party["entity_id"]), party)
    return sorted(found.values(), key=lambda party: not party["is_lead"])


def _side(side: Side, meeting: Row, parties: Iterable[Row], selection: Selection) -> Html:
    own = [party for party in parties if party["side"] == side]
    column = _SIDE_COLUMNS.get(side)
    countries = meeting[f"{column}_countries"] if column else []
    if not own and not countries:
        return NOTHING
    named = together((country(each, selection) for each in countries), ", ")
    shown = own[:PARTICIPANTS_OF_A_REPORT]
    items = [_participant(party, countries, selection) for party in shown]
    if len(own) > len(shown):
        items.append(element("li", f"and {len(own) - len(shown):,} more", class_="quiet"))
    title = element("h4", listed((words(Side, side), named)))
    listing = element("ul", *items, class_="side-list") if items else element("p", "Nobody named", class_="quiet")
    return element("div", title, listing, class_=SIDE_ROLES[side])


def _participant(party: Row, countries: Iterable[str], selection: Selection) -> Html:
    office = [party[column] for column in ("role", "organization") if party[column]]
    if len(office) > 1 and office[1] in office[0]:
        office.pop()
    english = selection.names.get(party["entity_id"])
    notes = [english]
    if party["kind"] != PartyKind.PERSON:
        notes.append(words(PartyKind, party["kind"]))
    if party["country"] and party["country"] not in countries:
        notes.append(country(party["country"], selection))
    aside = listed(notes)
    return element(
        "li",
        arabic(party["name"], "name"),
        element("span", aside, class_="quiet") if aside else NOTHING,
        element("span", listed(map(arabic, office)), class_="office", lang="ar", dir="rtl") if office else NOTHING,
    )


def _quoted(report: Row, selection: Selection, pages: Mapping[str, str]) -> Html:
    """The evidence with date and participants marked, and the document that it stands in."""
    doc_id = report["doc_id"]
    quote = quotation(report, selection.participants.get(report["report_id"], ()))
    document = selection.documents.get(doc_id, {})
    title = document.get("title")
    outlet = document.get("outlet")
    published = document.get("published_on")
    place = f"{pages[doc_id]}#{report['report_id']}" if doc_id in pages else None
    line = listed(
        (
            unknown_script(title) if title else code(document.get("record_id") or doc_id),
            unknown_script(outlet) if outlet else None,
            together(("published ", on(published))) if published else "day of publication not known",
            f"confidence {report['confidence']:.2f}",
            None if report["is_main"] else "background of the article",
            element("a", "read in the article", href=place) if place else None,
        )
    )
    return element("figure", quote, element("figcaption", line))
