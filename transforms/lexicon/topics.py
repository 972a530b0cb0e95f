"""Topics of meetings: phrases, each with a code."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.lexicon.building import surface_entry
from transforms.lexicon.entries import Category, Entry, Glue
from transforms.lexicon.files import Row


def topic_entries(row: Row) -> Iterator[Entry]:
    """A row of `topics.yaml`."""
    row.only("topic", "surfaces", "note")
    row.text("note")
    topic = row.text("topic")
    for surface in row.texts("surfaces"):
        yield surface_entry(row, surface, Category.TOPIC, topic, topic, glue=Glue.NOUN)
