"""Making entries from rows: one fold for lexicon and text, and the checks that hold for every category."""

from __future__ import annotations

from transforms.lexicon.entries import Category, Entry, Glue
from transforms.lexicon.files import Row
from transforms.text.normalise import fold
from transforms.text.words import WORD


def surface_entry(
    row: Row,
    surface: str,
    category: Category,
    key: str,
    payload: object,
    *,
    glue: Glue,
    suffixes: bool = False,
    exact: bool = False,
) -> Entry:
    """An entry for one surface of a row. `exact` asks for the unfolded letters of the surface (hamza, ta marbuta,
    alef maqsura)."""
    folded = fold(surface)
    words = tuple(WORD.findall(folded.folded))
    if not words:
        raise row.fault(f"surface {surface!r} has no word")
    return Entry(words, category, key, glue, suffixes, folded.bare if exact else "", payload, row.path, row.line)
