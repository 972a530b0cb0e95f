"""What a page says of itself: headline, address, outlet, day of publication.

Only places made for it are read, in a fixed order: JSON-LD, then `meta`, then marked-up elements. A day counts only
when it is written as a whole ISO day, is not after the day the page was fetched, and stands where pages state their
publication: the year beside a copyright sign, a clock of the site or the day of the last change is none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from flows.inputs.days import iso_day

FIRST_DAY = date(1995, 1, 1)  # no news page is older: an earlier day is a default value of a publishing system
MAX_LENGTH = 500
MAX_LINKED_DATA = 200_000
MAX_DEPTH = 8

DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "publish_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "date",
)
TITLE_NAMES = ("og:title", "twitter:title")
OUTLET_NAMES = ("og:site_name", "application-name")
SEPARATOR = re.compile(r"\s+[|\-\u2013\u2014\u00bb:]\s+")
BLANKS = re.compile(r"\s+")


class PageFacts(NamedTuple):
    """What a page says of itself, None where it says nothing that can be believed."""

    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: date | None = None


def page_facts(tree: Any, fetched: date | None) -> PageFacts:
    """The facts of a parsed page."""
    linked = list(_linked_data(tree))
    meta = _meta(tree)
    outlet = _first(_named(meta, OUTLET_NAMES)) or _first(_publishers(linked))
    return PageFacts(
        title=_title(tree, linked, meta, outlet),
        url=_address(tree, meta),
        outlet=outlet,
        published=_day(_dates(tree, linked, meta), fetched),
    )


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """Every object of the page's JSON-LD, outer before inner."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        content = script.text or ""
        if len(content) > MAX_LINKED_DATA:
            continue
        try:
            yield from _objects(json.loads(content, strict=False), MAX_DEPTH)
        except (ValueError, RecursionError):
            continue  # broken JSON-LD is common, and nothing depends on it


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth == 0:
        return
    if isinstance(value, dict):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inner:
        yield from _objects(each, depth - 1)


def _meta(tree: Any) -> dict[str, str]:
    """`meta` by name or property, in lower case; the first of several."""
    found: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        found.setdefault(name.strip().lower(), element.get("content"))
    return found


def _named(meta: dict[str, str], names: Iterable[str]) -> Iterator[str]:
    return (meta[name] for name in names if name in meta)


def _publishers(linked: Iterable[dict[str, Any]]) -> Iterator[str]:
    for each in linked:
        publisher = each.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            yield publisher["name"]


def _first(values: Iterable[str]) -> str | None:
    """The first that is neither blank nor absurdly long, in one line."""
    for value in values:
        line = BLANKS.sub(" ", value).strip()
        if 0 < len(line) <= MAX_LENGTH:
            return line
    return None


def _title(tree: Any, linked: Iterable[dict[str, Any]], meta: dict[str, str], outlet: str | None) -> str | None:
    """The headline, without the site's name behind it."""
    headlines = (each["headline"] for each in linked if isinstance(each.get("headline"), str))
    heads = tree.xpath("//h1")
    own = [heads[0].text_content()] if len(heads) == 1 else []
    title = _first((*headlines, *_named(meta, TITLE_NAMES), *own, *(each.text or "" for each in tree.xpath("//title"))))
    if title is None or outlet is None:
        return title
    *before, last = SEPARATOR.split(title)
    return title[: title.rindex(last)].rstrip(" |-\u2013\u2014\u00bb:") if before and last == outlet else title


def _address(tree: Any, meta: dict[str, str]) -> str | None:
    """The page's own whole address."""
    canonical = [each.get("href") or "" for each in tree.xpath("//link[@rel='canonical']")]
    for address in (*canonical, *_named(meta, ("og:url",))):
        try:
            parts = urlsplit(address.strip())
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.netloc and len(address) <= MAX_LENGTH * 4:
            return address.strip()
    return None


def _dates(tree: Any, linked: Iterable[dict[str, Any]], meta: dict[str, str]) -> Iterator[str]:
    """Where pages state their publication, surest first."""
    yield from (each["datePublished"] for each in linked if isinstance(each.get("datePublished"), str))
    yield from _named(meta, DATE_NAMES)
    for element in tree.xpath("//*[@itemprop='datePublished'] | //time[@pubdate]"):
        yield element.get("content") or element.get("datetime") or ""


def _day(values: Iterable[str], fetched: date | None) -> date | None:
    """The first that is a believable day. A page may be fetched the evening before its own zone's day."""
    last = fetched + timedelta(days=1) if fetched else date.max
    for value in values:
        day = iso_day(value.strip())
        if day is not None and FIRST_DAY <= day <= last:
            return day
    return None
