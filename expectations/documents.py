"""Makes the documents of an audit readable without a network, and writes the index.

Great Expectations' pages load their styles and scripts from six hosts, and their index is empty without them. Each
page gets the vendored files instead, loses what is remote, and shows every cell in its own direction; the index is
ours, plain HTML without script.
"""

from __future__ import annotations

import os
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


def write_documents(docs_dir: Path, title: str, audit: Audit, pages: Sequence[Page]) -> None:
    """Writes the index and makes every page local. Runs once, after Great Expectations has written its pages."""
    shutil.rmtree(docs_dir / "static", ignore_errors=True)
    with as_file(files("expectations") / ASSETS) as assets:
        shutil.copytree(assets, docs_dir / ASSETS)
    verdicts = {page.path: page.verdict for page in pages}
    for path in sorted(docs_dir.rglob("*.html")):
        relative = path.relative_to(docs_dir).as_posix()
        root = os.path.relpath(docs_dir, path.parent)
        html = localized(path.read_text(encoding="utf-8"), root, title)
        if verdicts.get(relative) is Verdict.WARNING:
            html = FAILED.sub(WARNED, html)
        path.write_text(html, encoding="utf-8")
    audit.index.write_text(index_page(title, audit, pages), encoding="utf-8")


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
