"""Near copies in a release: who is named, and that neither shards nor order matter."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pyarrow as pa

from tests.readings import reading
from tests.transforms.linking.linked import linked, rows
from transforms.base.ids import content_id, text_digest
from transforms.base.records import Reading

WORDS = [f"كلمة{number}" for number in range(200)]


def told(words: list[str], source: str, published: str | None) -> Reading:
    """A reading of these words and nothing else."""
    bare = reading(source=source, published=published)
    text = bare.document.text + " ".join(words)
    return replace(bare, document=replace(bare.document, text=text), doc_id=content_id("doc", text_digest(text)))


FIRST = told(WORDS, "a", "2024-05-01")
SECOND = told([*WORDS[:150], "غير", *WORDS[151:]], "b", "2024-05-03")
UNDATED = told(WORDS[15:], "c", None)
OTHER = told(WORDS[:40] + [f"سواها{number}" for number in range(160)], "d", "2024-05-02")
SHORT = told(WORDS[:3], "e", "2024-05-02")
ALL = [FIRST, SECOND, UNDATED, OTHER, SHORT]


def marked(*shards: list[Reading]) -> dict[str, str | None]:
    table: pa.Table = linked(*shards)["documents"]
    return dict(rows(table, "source_uri", "near_copy_of"))  # type: ignore[arg-type]  # pairs of strings


def test_the_later_is_a_near_copy_of_the_earlier() -> None:
    assert marked(ALL) == {"a": None, "b": FIRST.doc_id, "c": FIRST.doc_id, "d": None, "e": None}


def test_neither_shards_nor_order_matter() -> None:
    expected = marked(ALL)
    for seed in range(5):
        turned = [*ALL]
        Random(seed).shuffle(turned)
        cut = seed % len(ALL)
        assert marked(turned[:cut], turned[cut:]) == expected


def test_exact_copies_are_no_near_copies() -> None:
    copy = replace(FIRST, document=replace(FIRST.document, source_uri="z"))
    assert marked([FIRST, copy]) == {"a": None}
