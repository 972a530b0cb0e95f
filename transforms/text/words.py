"""Words of a folded text, and what can be glued to them.

A word is a run of letters or a run of digits; nothing else separates digits from letters. Prefixes (conjunction,
preposition, article, future sign) and pronoun suffixes are not cut here: `splits` lists the ways in which a word may
be cut, and the lexicon decides which of them is one of its entries.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from transforms.text.characters import (
    ACCUSATIVE,
    ARTICLE,
    CONJUNCTIONS,
    FEMININE,
    FEMININE_BOUND,
    FUTURE,
    MERGED_ARTICLE,
    PREPOSITIONS,
    PRONOUNS,
    SWALLOWING,
    USUAL_LETTERS,
)

#: The first two branches say nothing that the last two do not: they read the letters of most texts at twice the speed.
WORD = re.compile(rf"[{USUAL_LETTERS}]++(?![^\W\d_])|[0-9]++(?!\d)|[^\W\d_]+|\d+")
PARTING = re.compile(rf"({WORD.pattern})")
SHORTEST_STEM = 2


class Cut(NamedTuple):
    """One way to read a word: prefixes, stem, suffix. `strip` is how many characters come off before the surface
    begins."""

    stem: str
    conjunction: str = ""
    preposition: str = ""
    article: bool = False
    future: bool = False
    suffix: str = ""
    strip: int = 0


def splits(word: str) -> tuple[Cut, ...]:
    """All cuts of a word into conjunction, preposition or future sign, article and stem; the whole word comes first.

    A stem keeps an article that is its own (the cut with `article=False` leaves it), also where the preposition has
    swallowed the alef: that cut restores the article and strips only the conjunction.
    """
    cuts: list[Cut] = []
    for conjunction in CONJUNCTIONS:
        rest = word[len(conjunction) :]
        if not word.startswith(conjunction) or not rest:
            continue
        base = Cut(rest, conjunction=conjunction, strip=len(conjunction))
        cuts.append(base)
        cuts.extend(_without_article(base))
        if _leaves_stem(rest, FUTURE):
            cuts.append(base._replace(stem=rest[len(FUTURE) :], future=True))
        cuts.extend(_without_preposition(base))
    return tuple(cuts)


def with_suffix(cut: Cut) -> tuple[Cut, ...]:
    """The further cuts of a stem that ends in a pronoun or in the alef of an indefinite accusative."""
    cuts: list[Cut] = []
    for suffix in (*PRONOUNS, ACCUSATIVE):
        if cut.stem.endswith(suffix) and len(cut.stem) >= len(suffix) + SHORTEST_STEM:
            stem = cut.stem[: -len(suffix)]
            cuts.append(cut._replace(stem=stem, suffix=suffix))
            if suffix != ACCUSATIVE and stem.endswith(FEMININE_BOUND):
                cuts.append(cut._replace(stem=stem[: -len(FEMININE_BOUND)] + FEMININE, suffix=suffix))
    return tuple(cuts)


def _leaves_stem(text: str, prefix: str) -> bool:
    return text.startswith(prefix) and len(text) >= len(prefix) + SHORTEST_STEM


def _without_article(cut: Cut) -> list[Cut]:
    if not _leaves_stem(cut.stem, ARTICLE):
        return []
    return [cut._replace(stem=cut.stem[len(ARTICLE) :], article=True)]


def _without_preposition(base: Cut) -> list[Cut]:
    cuts: list[Cut] = []
    for preposition in PREPOSITIONS:
        if _leaves_stem(base.stem, preposition):
            cut = base._replace(
                stem=base.stem[len(preposition) :], preposition=preposition, strip=base.strip + len(preposition)
            )
            cuts.append(cut)
            cuts.extend(_without_article(cut))
    if _leaves_stem(base.stem, MERGED_ARTICLE):
        stem = base.stem[len(MERGED_ARTICLE) :]
        cuts.append(base._replace(stem=ARTICLE + stem, preposition=SWALLOWING))
        cuts.append(base._replace(stem=stem, preposition=SWALLOWING, article=True))
    return cuts
