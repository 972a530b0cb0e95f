"""Words of a folded text, and what can be glued to them.

A word is a run of letters or a run of digits; nothing else separates digits from letters. Prefixes (conjunction,
preposition, article, future sign) and pronoun suffixes are not cut here: `splits` lists the ways in which a word may
be cut, and the lexicon decides which of them is one of its entries.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator
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


class Prefix(NamedTuple):
    """One thing that can be glued before a word: its letters, what it says, and the letters that it swallowed."""

    text: str
    cut: Cut
    restored: str
    least: int


def splits(word: str, stems: Container[str] | None = None, bound: Collection[str] = ()) -> tuple[Cut, ...]:
    """The cuts of a word into conjunction, preposition or future sign, article and stem; the whole word comes first.

    A stem keeps an article that is its own (the cut with `article=False` leaves it), also where the preposition has
    swallowed the alef: that cut restores the article and strips only the conjunction. With `stems`, only cuts whose
    stem is one of them are made, and those with a suffix whose stem is in `bound`: a lexicon asks for few of many.
    """
    cuts: list[Cut] = []
    size = len(word)
    for text, cut, restored, least in _PREFIXES.get(word[:1], _WHOLE):
        if size < least or not word.startswith(text):
            continue
        stem = restored + word[len(text) :]
        if stems is None or stem in stems:
            cuts.append(_on(cut, stem))
        if bound and stem.endswith(_SUFFIXES):
            cuts.extend(_with_suffix(cut, stem, bound))
    return tuple(cuts)


def _on(cut: Cut, stem: str, suffix: str = "") -> Cut:
    """The cut of a prefix on a stem; thousands are made, and a replaced record takes three times as long."""
    return Cut(stem, cut.conjunction, cut.preposition, cut.article, cut.future, suffix, cut.strip)


def _with_suffix(cut: Cut, whole: str, stems: Container[str]) -> Iterator[Cut]:
    """The cuts of a stem that ends in a pronoun or in the alef of an indefinite accusative, for known stems."""
    for suffix in _SUFFIXES:
        if not whole.endswith(suffix) or len(whole) < len(suffix) + SHORTEST_STEM:
            continue
        stem = whole[: -len(suffix)]
        if stem in stems:
            yield _on(cut, stem, suffix)
        if suffix != ACCUSATIVE and stem.endswith(FEMININE_BOUND):
            feminine = stem[: -len(FEMININE_BOUND)] + FEMININE
            if feminine in stems:
                yield _on(cut, feminine, suffix)


def _prefixes() -> Iterator[Prefix]:
    """All that can be glued before a word, those with one conjunction together."""
    for conjunction in CONJUNCTIONS:
        base = Cut("", conjunction=conjunction, strip=len(conjunction))
        yield _prefix(conjunction, base, shortest=1)
        yield _prefix(conjunction + ARTICLE, base._replace(article=True))
        yield _prefix(conjunction + FUTURE, base._replace(future=True))
        for preposition in PREPOSITIONS:
            joined = base._replace(preposition=preposition, strip=base.strip + len(preposition))
            yield _prefix(conjunction + preposition, joined)
            yield _prefix(conjunction + preposition + ARTICLE, joined._replace(article=True))
        merged = base._replace(preposition=SWALLOWING)
        yield _prefix(conjunction + MERGED_ARTICLE, merged, restored=ARTICLE)
        yield _prefix(conjunction + MERGED_ARTICLE, merged._replace(article=True))


def _prefix(text: str, cut: Cut, restored: str = "", shortest: int = SHORTEST_STEM) -> Prefix:
    return Prefix(text, cut, restored, len(text) + shortest)


def _by_letter() -> dict[str, tuple[Prefix, ...]]:
    """The prefixes that a word with a certain first letter may have; nothing glued is always one of them."""
    prefixes = tuple(_prefixes())
    letters = {prefix.text[0] for prefix in prefixes if prefix.text}
    return {
        letter: tuple(prefix for prefix in prefixes if prefix.text[:1] in ("", letter)) for letter in sorted(letters)
    }


_SUFFIXES = (*PRONOUNS, ACCUSATIVE)
_PREFIXES = _by_letter()
_WHOLE = (_prefix("", Cut(""), shortest=1),)
