"""Makes the documents of an audit readable without a network, and writes the index.

Great Expectations' pages load their styles and scripts from six hosts, and their index is empty without them. Each
page gets the vendored files instead, loses what is remote and the time of the run, and shows every cell in its own
direction; the index is ours, plain HTML without script.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from html import escape
from importlib.resources import as_file, files
from pathlib import Path

from expectations.index import index_page
from expectations.records import Audit, Page, Verdict

ASSETS = "assets"
STYLES = ("bootstrap.min.css", "liqa.css")
SCRIPTS = ("jquery.min.js", "bootstrap.bundle.min.js")

REMOTE = re.compile(
    r'<link\b[^>]*href="https?://[^>]*>|<script\b[^>]*src="https?://[^>]*>\s*</script>|<link rel="shortcut icon"[^>]*>'
)
LOGO = re.compile(r"<img\b[^>]*>", re.DOTALL)
FOOTER = re.compile(r"<footer\b.*?</footer>", re.DOTALL)
TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
NO_ASSET = re.compile(r"\s*Data asset: None<br>")
CELL = re.compile(r"<td(?=[\s>])")
FAILED = re.compile(r'<i class="fas fa-times text-danger"[^>]*>\s*</i>\s*Failed')
WARNED = '<i class="fas fa-exclamation-triangle text-warning"></i> Warning'
DEEP, SHALLOW = "../../../../", "../../"
TIMES = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        r"(ge_load_time</span>(?:(?!</tr>).)*?>)\d{8}T\d{6}\.\d{6}Z(<)",
        r"(Run Time</div></td>(?:(?!</tr>).)*?>)[^<>]*Z(</div>)",
        r"( / [^<>]*?) / \d{4}-\d\d-\d\dT[\d:.]*Z(</li>)",
    )
)
MADE_UP = re.compile(r"(?<=-collapse-body-)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def write_documents(docs_dir: Path, title: str, audit: Audit, pages: Sequence[Page]) -> None:
    """Writes the index and what all pages need beside them. The pages themselves come by `write_page`."""
    with as_file(files("expectations") / ASSETS) as assets:
        shutil.copytree(assets, docs_dir / ASSETS)
    audit.index.write_text(index_page(title, audit, pages), encoding="utf-8")


def write_page(docs_dir: Path, path: str, html: str) -> None:
    """One page that was made local, at its address."""
    place = docs_dir / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(html, encoding="utf-8")


def result_page(html: str, title: str, verdict: Verdict) -> str:
    """A page of results, at the address that `address_of` gives, which is two folders less deep than where Great
    Expectations put it. Without its times and the ids that it made up: the same rows give the same page.
    """
    html = localized(html.replace(DEEP, SHALLOW), SHALLOW.rstrip("/"), title)
    for time in TIMES:
        html = time.sub(r"\1\2", html)
    for number, made_up in enumerate(dict.fromkeys(MADE_UP.findall(html))):
        html = html.replace(made_up, str(number))
    return FAILED.sub(WARNED, html) if verdict is Verdict.WARNING else html


def address_of(suite: str, batch: str) -> str:
    """Where the page of results of one batch is."""
    return f"validations/{suite}/{batch}.html"


def localized(html: str, root: str, title: str) -> str:
    """One page of Great Expectations with vendored assets. `root` leads from the page to the documents' folder."""
    head = head_links(root) + "".join(f'<script src="{root}/{ASSETS}/{name}"></script>' for name in SCRIPTS)
    for unwanted in (REMOTE, FOOTER, FONT_FACE, NO_ASSET, TITLE):
        html = unwanted.sub("", html)
    html = LOGO.sub(f'<span class="liqa-home liqa-plain" dir="auto">{_literal(escape(title))}</span>', html)
    html = CELL.sub('<td dir="auto"', html)
    return html.replace("<head>", f"<head><title>{escape(title)}</title>", 1).replace("</head>", f"{head}</head>", 1)


def head_links(root: str) -> str:
    """The links to the vendored styles."""
    return "".join(f'<link rel="stylesheet" href="{root}/{ASSETS}/{name}">' for name in STYLES)


def _literal(text: str) -> str:
    return text.replace("\\", "\\\\")
