"""Usual words of Arabic, their affixes seen through: what a name mostly is not.

A word is tried whole, then behind a conjunction, as a verb of saying, a particle, a verb, a noun or adjective. Stems
and affixes are the rows of `words.csv`; which affixes a stem takes follows from its kind. Shapes (patterns over folded
letters) tell verbs and verbal nouns that no list has.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from transforms.lexicon.files import Row
from transforms.text.normalise import fold

COMMON, DEFINITE_COMMON, FUNCTION, VERB, SAYING, FOR = "C", "E", "P", "V", "Q", "T"

#: Kinds of `words.csv` that are nouns or adjectives, and all others.
NOMINAL_KINDS = frozenset({"noun", "adjective", "number", "calendar", "participle", "other"})
WORD_KINDS = NOMINAL_KINDS | frozenset(
    {
        "particle",
        "saying",
        "verb_past",
        "verb_present",
        "conjunction",
        "preposition",
        "article",
        "present_prefix",
        "verb_suffix",
        "past_suffix",
        "noun_suffix",
        "name_letter",
        "name_start",
        "shape",
        "shape_definite",
        "complement",
    }
)
LONGEST_SUFFIX = 4
#: A shorter noun behind a preposition is more likely another word.
SHORTEST_BEHIND_PREFIX = 4


class UsualWords:
    """The stems and affixes of usual words."""

    def __init__(self, rows: Sequence[Row]) -> None:
        kinds = word_kinds(rows)
        self._past, self._present = frozenset(kinds["verb_past"]), frozenset(kinds["verb_present"])
        self._particles, self._saying = frozenset(kinds["particle"]), frozenset(kinds["saying"])
        self._nominal = frozenset().union(*(kinds[kind] for kind in NOMINAL_KINDS))
        self._adjectives = frozenset().union(kinds["adjective"], kinds["participle"])
        self._calendar = frozenset(kinds["calendar"])
        self.conjunctions, self.prepositions = tuple(kinds["conjunction"]), tuple(kinds["preposition"])
        self.articles = tuple(kinds["article"])
        self._shapes = tuple(re.compile(shape) for shape in kinds["shape"])
        self._definite_shapes = tuple(re.compile(shape) for shape in kinds["shape_definite"])
        self._presents = tuple(kinds["present_prefix"])
        self._verb_suffixes = frozenset(kinds["verb_suffix"])
        self._past_suffixes = frozenset(kinds["past_suffix"])
        self._noun_suffixes = frozenset(kinds["noun_suffix"])
        self._feminine = next(iter(kinds["noun_suffix"]), "")
        self.complements = frozenset(kinds["complement"])
        self.name_letters, self.name_starts = frozenset(kinds["name_letter"]), tuple(kinds["name_start"])

    def is_saying(self, word: str) -> bool:
        """Whether a folded word is a verb of saying as it stands."""
        return word in self._saying

    def is_noun(self, word: str) -> bool:
        """Whether a folded word without any affix is a noun or adjective."""
        return word in self._nominal

    def is_adjective(self, word: str) -> bool:
        """Whether a folded word without any affix is an adjective or participle."""
        return word in self._adjectives

    def is_stem(self, word: str) -> bool:
        """Whether a folded word without any affix is a usual one."""
        return word in self._particles or word in self._nominal or word in self._past or word in self._saying

    def is_usual(self, word: str) -> bool:
        """Whether a folded word, or it behind a conjunction, is a usual one as it stands."""
        return self.is_stem(word) or (word[:1] in self.conjunctions and self.is_stem(word[1:]))

    def is_past(self, word: str) -> bool:
        """Whether a folded word, or it behind a conjunction, is a verb of the past, whatever else it is."""
        return word in self._past or (word[:1] in self.conjunctions and word[1:] in self._past)

    def is_date(self, word: str) -> bool:
        """Whether a word with the article is a weekday, a month or the like."""
        return word[len(self.articles[0]) :] in self._calendar

    def is_unlikely(self, word: str) -> bool:
        """Whether a word of no list has the shape of a verb or of a usual noun."""
        return any(shape.search(word) for shape in self._shapes)

    def is_unlikely_behind_article(self, word: str) -> bool:
        """Whether what stands behind an article has the shape of a usual noun or adjective."""
        return any(shape.search(word) for shape in self._definite_shapes)

    def tag(self, word: str) -> str | None:
        """The tag of a usual word, its affixes seen through; None if it is none."""
        rests = [word]
        rests += [word[len(each) :] for each in self.conjunctions if word.startswith(each) and len(word) > 2]
        for index, rest in enumerate(rests):
            if rest in self._saying:
                return SAYING
            if rest in self._particles:
                return FUNCTION
            if self._is_verb(rest):
                return VERB
            tag = self._nominal_tag(rest)
            if tag:
                return tag.lower() if index and tag == DEFINITE_COMMON else tag
        return None

    def _is_verb(self, word: str) -> bool:
        if self._with_suffix(word, self._past, self._past_suffixes):
            return True
        if word.startswith(self.articles[0]):
            return False
        return any(
            word.startswith(each) and self._with_suffix(word[len(each) :], self._present, self._verb_suffixes)
            for each in self._presents
        )

    def _nominal_tag(self, word: str) -> str | None:
        article, merged = self.articles
        for each in ("", *self.prepositions):
            if not word.startswith(each):
                continue
            rest = word[len(each) :]
            if each == self.prepositions[-1] and len(rest) < SHORTEST_BEHIND_PREFIX:
                continue
            if self._with_suffix(rest, self._nominal, self._noun_suffixes, self._feminine):
                return FOR if each == merged[:1] else COMMON
            if rest.startswith(article) and self._with_suffix(
                rest[len(article) :], self._nominal, self._noun_suffixes, self._feminine
            ):
                return COMMON if each else DEFINITE_COMMON
        if word.startswith(merged) and self._with_suffix(
            word[len(merged) :], self._nominal, self._noun_suffixes, self._feminine
        ):
            return FOR
        return None

    @staticmethod
    def _with_suffix(word: str, stems: frozenset[str], suffixes: frozenset[str], feminine: str = "") -> bool:
        """Whether a word is one of the stems, with one of the suffixes or none."""
        if word in stems:
            return True
        for size in range(1, min(LONGEST_SUFFIX, len(word) - 2) + 1):
            stem = word[:-size]
            if word[-size:] not in suffixes:
                continue
            if stem in stems:
                return True
            # A feminine noun shows its ending as another letter before a suffix; short stems only before that letter.
            shortest = 1 if len(word[-size:]) > 1 else 2
            if feminine and len(stem) > shortest and stem + feminine in stems:
                return True
        return False


def word_kinds(rows: Iterable[Row]) -> dict[str, list[str]]:
    """The words of all rows by kind. The article and its merged form are one row, which nobody may add to."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        row.only("kind", "note", "words")
        row.text("note")
        kind = row.text("kind")
        if kind not in WORD_KINDS:
            raise row.fault(f"kind must be one of {', '.join(sorted(WORD_KINDS))}, not {kind!r}")
        if kind == "article" and kinds[kind]:
            raise row.fault("the article stands in the lexicon already")
        kinds[kind].extend(fold(row.text("words")).folded.split())
    return kinds
