"""The index of an audit's documents: the verdict, what failed with its rows, and every page. Plain HTML, no script.

Everything that came from data or caller is escaped and shown in its own direction.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from expectations.records import Audit, Finding, Page, Verdict

MARKS = {
    Verdict.PASSED: ("fa-check-circle text-success", "passed"),
    Verdict.FAILURE: ("fa-times text-danger", "failed"),
    Verdict.WARNING: ("fa-exclamation-triangle text-warning", "warning"),
    Verdict.BROKEN: ("fa-wrench text-danger", "broken"),
}
SECTIONS = (
    ("Failures", "The data are not as promised. Any of these refuses the release.", "failures"),
    ("Broken checks", "These could not be computed, so nothing is known. Any of these refuses the release.", "broken"),
    ("Warnings", "Implausible, but not refused.", "warnings"),
)


def index_page(title: str, audit: Audit, pages: Sequence[Page]) -> str:
    """The whole page."""
    body = [_heading(title, audit)]
    for name, meaning, attribute in SECTIONS:
        found: Sequence[Finding] = getattr(audit, attribute)
        if found:
            body += [f"<h2 class='h4 mt-4'>{name}</h2><p class='text-muted'>{meaning}</p>", *map(_finding, found)]
    body.append(_pages(audit, pages))
    if audit.skipped:
        body.append(f"<h2 class='h4 mt-4'>Not asked</h2><p>{_list(audit.skipped)}</p>")
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="UTF-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title>"
        '<link rel="stylesheet" href="assets/bootstrap.min.css"><link rel="stylesheet" href="assets/liqa.css"></head>'
        f'<body><main class="container py-4">{"".join(body)}</main></body></html>\n'
    )


def mark(verdict: Verdict) -> str:
    """The mark of a verdict, with its word for those who do not see it."""
    classes, word = MARKS[verdict]
    return f'<i class="fas {classes}" role="img" title="{word}" aria-label="{word}"></i>'


def _heading(title: str, audit: Audit) -> str:
    kind, verdict, word = (
        ("success", Verdict.PASSED, "Passed") if audit.passed else ("danger", Verdict.FAILURE, "Refused")
    )
    counts = f"{audit.n_checks:,} checks, {len(audit.failures)} failed, {len(audit.broken)} broken, "
    return (
        f'<h1 class="h3 liqa-plain" dir="auto">{escape(title)}</h1>'
        f'<div class="alert alert-{kind} liqa-verdict"><span class="h4">{mark(verdict)} {word}</span>'
        f"<div>{counts}{len(audit.warnings)} warnings.</div></div>"
    )


def _finding(finding: Finding) -> str:
    rows = (
        f"{finding.n_rows:,} row{'' if finding.n_rows == 1 else 's'}: " if finding.n_rows and finding.examples else ""
    )
    items = "".join(f'<li dir="auto" class="liqa-example">{escape(example)}</li>' for example in finding.examples)
    detail = f'<div class="liqa-plain" dir="auto"><code>{escape(finding.detail)}</code></div>' if finding.detail else ""
    return (
        f'<section class="liqa-finding {finding.verdict.value}" id="{escape(finding.rule)}">'
        f'<div>{mark(finding.verdict)} <span class="liqa-plain" dir="auto">{escape(finding.description)}</span></div>'
        f'<div class="liqa-rule">{escape(finding.rule)} · <a href="{escape(finding.page)}">page</a></div>'
        f"{detail}{rows}<ul>{items}</ul></section>"
    )


def _pages(audit: Audit, pages: Sequence[Page]) -> str:
    header = "".join(f"<th>{name}</th>" for name in ("", "Suite", "Batch", "Rows", "Checks", "Rows of the table"))
    return (
        "<h2 class='h4 mt-4'>Validation results</h2>"
        f'<table class="table table-sm table-hover"><thead><tr>{header}</tr></thead>'
        f"<tbody>{''.join(_page_row(audit, page) for page in pages)}</tbody></table>"
    )


def _page_row(audit: Audit, page: Page) -> str:
    of_table = audit.rows.get(page.suite)
    cells = (
        mark(page.verdict),
        f'<a href="{escape(page.path)}">{escape(page.suite)}</a>',
        f'<a href="{escape(page.path)}">{escape(page.batch)}</a>',
        f"{page.n_rows:,}",
        f"{page.n_checks:,}",
        "" if of_table is None else f"{of_table:,}",
    )
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _list(names: Iterable[str]) -> str:
    return ", ".join(f'<span class="liqa-rule">{escape(name)}</span>' for name in names)
