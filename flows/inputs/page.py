"""An HTML page to the text of its article and to what the page says of itself.

The text is trafilatura's; everything else is read by `flows.inputs.metadata`. No date is looked for in the page's
text or footer here: the engine dates a document from its words with better reasons. Works on the page alone, never
asks a network.
"""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

import trafilatura
from trafilatura.settings import use_config

from flows.inputs.metadata import PageFacts, page_facts
from flows.inputs.raw import RefusalError
from transforms.base.codes import RejectReason

MAX_HTML = 4_000_000  # characters: extraction is slower than linear, and an article's page has some hundred thousand


class Page(NamedTuple):
    """What a page gives: its article's text, and what its head says."""

    text: str
    title: str | None
    url: str | None
    outlet: str | None
    published: date | None


def read_page(html: str, fetched: date | None) -> Page:
    """The page's article, or `RefusalError`."""
    if len(html) > MAX_HTML:
        raise RefusalError(RejectReason.TOO_LARGE, f"a page of {len(html)} characters, at most {MAX_HTML} are read")
    tree = trafilatura.load_html(html)
    facts = page_facts(tree, fetched) if tree is not None else PageFacts()
    text = _text(tree)
    if not text:
        raise RefusalError(RejectReason.NO_TEXT, "no article in the page")
    return Page(text, facts.title, facts.url, facts.outlet, facts.published)


def _text(tree: Any | None) -> str | None:
    """The article, paragraph by paragraph."""
    if tree is None:
        return None
    found = trafilatura.extract(
        tree, output_format="txt", include_comments=False, include_tables=False, with_metadata=False, config=_CONFIG
    )
    return found.strip() if found else None


def _config() -> Any:
    """trafilatura's own settings, but for the least length: a short report is a report."""
    config = use_config()
    config.set("DEFAULT", "MIN_OUTPUT_SIZE", "20")
    config.set("DEFAULT", "MIN_FILE_SIZE", "1")
    return config


_CONFIG = _config()
