"""Rows and scans for the tests of the lexicon."""

from __future__ import annotations

from tests.loaded import lexicon
from transforms.lexicon.entries import Category, Hit
from transforms.lexicon.files import Row
from transforms.text.page import open_page


def row(**fields: object) -> Row:
    """A row as if it stood at line 7 of a file."""
    return Row("file.csv", 7, {"note": "why", **fields})


def hits(text: str, category: Category) -> tuple[Hit, ...]:
    """What the package's lexicon finds in a text."""
    return lexicon().index.scan(open_page(text)).of(category)


def keys(text: str, category: Category) -> list[str]:
    """The keys of these hits."""
    return [hit.entry.key for hit in hits(text, category)]
