"""Furniture phrases: what a site puts around an article, and what each says of its line."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.lexicon.building import surface_entry
from transforms.lexicon.entries import Category, Entry, Glue
from transforms.lexicon.files import Row
from transforms.lexicon.index import Scan
from transforms.text.layout import Cue, Effect


def furniture_entries(row: Row) -> Iterator[Entry]:
    """A row of `furniture.yaml`: effect, surfaces, note."""
    row.only("effect", "surfaces", "note")
    try:
        effect = Effect(row.text("effect"))
    except ValueError:
        raise row.fault(f"effect must be one of {', '.join(Effect)}") from None
    row.text("note")
    for surface in row.texts("surfaces"):
        yield surface_entry(row, surface, Category.FURNITURE, effect.value, effect, glue=Glue.NAME)


def furniture_cues(scan: Scan) -> tuple[Cue, ...]:
    """The furniture phrases of a page, for its layout."""
    return tuple(
        Cue(hit.start, hit.end, hit.entry.payload)
        for hit in scan.of(Category.FURNITURE)
        if isinstance(hit.entry.payload, Effect)
    )
