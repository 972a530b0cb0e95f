"""What all pages share: the page itself, Arabic and ids in English lines, days, tables, lists of facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from transforms.report.marking import Role
from transforms.report.markup import NOTHING, Html, element, escape, together
from transforms.report.phrases import day
from transforms.report.style import STYLE

#: Nothing is fetched and nothing runs, whatever an article brings along.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


class Column(NamedTuple):
    """A column of a table on a page. `kind` is the class of its cells; `arabic` cells run right to left."""

    name: str
    kind: str | None = None
    arabic: bool = False


def page(title: str, *content: str) -> str:
    """A whole page that needs no other file. It ends with a line break."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", title),
        element("style", Html(STYLE)),
    )
    document = element("html", head, element("body", *content), lang="en", dir="ltr")
    return f"<!DOCTYPE html>\n{document}\n"


def arabic(text: str, class_: str | None = None) -> Html:
    """Arabic inside an English line, kept apart from its neighbours' direction."""
    return element("bdi", text, lang="ar", dir="rtl", class_=class_)


def unknown_script(text: str, class_: str | None = None) -> Html:
    """A text that may run either way (a title, an outlet's name), kept apart from its neighbours' direction."""
    return element("bdi", text, dir="auto", class_=class_)


def code(text: str) -> Html:
    """An id, address or rule: left to right whatever stands beside it."""
    return element("bdi", text, dir="ltr", class_="code")


def on(value: date) -> Html:
    """A day, in words for people and in digits for machines."""
    return element("time", day(value), datetime=value.isoformat())


def section(anchor: str, heading: str, *content: str) -> Html:
    """A part of the page that the contents lead to."""
    return element("section", element("h2", heading), *content, id=anchor)


def table(caption: str | None, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> Html:
    """A table; the first cell of a row names it. Without a caption the first column's name says what the table is."""
    head = element("tr", *(element("th", column.name, scope="col", class_=_classes(column)) for column in columns))
    body = [
        element("tr", *(_cell(*each, number == 0) for number, each in enumerate(zip(columns, row, strict=True))))
        for row in rows
    ]
    drawn = element(
        "table", element("caption", caption) if caption else NOTHING, element("thead", head), element("tbody", *body)
    )
    return element("div", drawn, class_="scroll")


def _classes(column: Column) -> str | None:
    return "arabic" if column.arabic else column.kind


def _cell(column: Column, content: str, first: bool) -> Html:
    language, direction = ("ar", "rtl") if column.arabic else (None, None)
    tag, scope = ("th", "row") if first else ("td", None)
    return element(tag, content, scope=scope, class_=column.kind, lang=language, dir=direction)


def facts(pairs: Iterable[tuple[str, str | None]]) -> Html:
    """Names and values; a value that is None or empty is left out with its name."""
    known = [together((element("dt", name), element("dd", value))) for name, value in pairs if value]
    return element("dl", *known) if known else NOTHING


def legend(roles: Mapping[Role, str]) -> Html:
    """What the marks of a text mean: role to words."""
    items = (element("li", element("mark", words, class_=role)) for role, words in roles.items())
    return element("ul", *items, class_="legend", aria_label="Marks in the text")


def listed(parts: Iterable[str | None], separator: str = " \u00b7 ") -> Html:
    """The parts that are there, in one line."""
    return together((part for part in parts if part), escape(separator))


def headline(title: str | None, name: str, level: str) -> Html:
    """A document's title as a heading that runs and stands the way of its script; without a title its name."""
    if title is None:
        return element(level, code(name))
    return element(level, element("span", title, lang="ar"), dir="auto")


def origin(source_uri: str, record_no: int) -> Html:
    """Where a record was read: its source, with its number unless it is the first."""
    return code(f"{source_uri}#{record_no}" if record_no else source_uri)
