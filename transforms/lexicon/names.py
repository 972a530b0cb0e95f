"""What single words can be in a name: given names, parts of compound names, family names, usual words.

A word of the page gets one tag, remembered, from the lists and from what may be glued to it; a small letter says that
a conjunction or preposition is glued before the name. In order: the lists of names, usual words with their affixes,
names behind a prefix, shapes. Which tags make up a name where is the grammar of `transforms.actors`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from transforms.lexicon.files import Row
from transforms.text.normalise import fold

GIVEN, EITHER, FAMILY, FAMILY_WORD = "G", "H", "S", "J"
SERVANT, SON, KUNYA, HOUSE, CHILD, PARTICLE = "A", "B", "K", "L", "W", "F"
UNKNOWN, DEFINITE_UNKNOWN = "U", "D"
COMMON, DEFINITE_COMMON, FUNCTION, VERB, OTHER = "C", "E", "P", "V", "X"
SAYING, FOR, SPELT = "Q", "T", "?"

#: Kinds of `names.csv` and the tag that each gives.
NAME_KINDS: Mapping[str, str] = {
    "given": GIVEN,
    "homograph": EITHER,
    "surname": FAMILY,
    "surname_word": FAMILY_WORD,
    "servant": SERVANT,
    "son": SON,
    "kunya": KUNYA,
    "house": HOUSE,
    "child": CHILD,
    "particle": PARTICLE,
    "never": COMMON,
    "spelt": SPELT,
}
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
        "future",
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
REMEMBERED = 400_000
LONGEST_SUFFIX = 4
#: A shorter noun behind a preposition is more likely another word.
SHORTEST_BEHIND_PREFIX = 4


class Word(NamedTuple):
    """How a word reads as part of a name: its tag, how many letters are glued before the name, and whether the first
    of them is a conjunction.
    """

    tag: str
    strip: int
    conjunction: bool = False


class NameBook:
    """The lists of names and usual words. Built once; only its memory of words grows."""

    def __init__(self, names: Sequence[Row], words: Sequence[Row]) -> None:
        self._names = _name_tags(names)
        kinds = _word_kinds(words)
        self._past, self._present = frozenset(kinds["verb_past"]), frozenset(kinds["verb_present"])
        self._particles, self._saying = frozenset(kinds["particle"]), frozenset(kinds["saying"])
        self._nominal = frozenset().union(*(kinds[kind] for kind in NOMINAL_KINDS))
        self._calendar = frozenset(kinds["calendar"])
        self._starts = tuple(kinds["name_start"])
        self._conjunctions, self._prepositions = tuple(kinds["conjunction"]), tuple(kinds["preposition"])
        self._articles, self._future = tuple(kinds["article"]), tuple(kinds["future"])
        self._ambiguous = frozenset(kinds["name_letter"])
        self._shapes = tuple(re.compile(shape) for shape in kinds["shape"])
        self._definite_shapes = tuple(re.compile(shape) for shape in kinds["shape_definite"])
        self._complements = frozenset(kinds["complement"])
        self._presents = frozenset(kinds["present_prefix"])
        self._verb_suffixes = frozenset(kinds["verb_suffix"])
        self._past_suffixes = frozenset(kinds["past_suffix"])
        self._noun_suffixes = frozenset(kinds["noun_suffix"])
        self._feminine = next(iter(kinds["noun_suffix"]), "")
        #: Folded word -> the spelling in which it is a name.
        self.spelt = _spellings(names)
        self._known: dict[str, Word] = {}
        self._tags: dict[str, str] = {}

    def tags(self, words: list[str]) -> list[str]:
        """The tag of each word."""
        found = list(map(self._tags.get, words))
        if None in found:
            found = [tag if tag is not None else self.read(word).tag for tag, word in zip(found, words, strict=True)]
        return found  # type: ignore[return-value]

    def read(self, word: str) -> Word:
        """How a folded word reads; remembered."""
        reading = self._known.get(word)
        if reading is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
                self._tags.clear()
            reading = self._known[word] = self._read(word)
            self._tags[word] = reading.tag
        return reading

    def completes(self, word: str) -> bool:
        """Whether a folded word is the second half of a compound name."""
        return word in self._complements

    def is_noun(self, word: str) -> bool:
        """Whether a folded word without any affix is a usual noun or adjective."""
        return word in self._nominal

    def is_listed(self, word: str) -> bool:
        """Whether a folded word is known as a usual one, also with its affixes seen through."""
        return self._usual(word) is not None

    def is_given(self, word: str) -> bool:
        """Whether a folded word is a given name, also one that is a usual word too."""
        return self._names.get(word) in (GIVEN, EITHER)

    def _read(self, word: str) -> Word:
        if word.isdigit() or word.isascii():
            return Word(OTHER, 0)
        if word in self._saying:
            return Word(SAYING, 0)
        tag = self._names.get(word)
        if tag is not None:
            return Word(EITHER if tag == GIVEN and self._is_stem(word) else tag, 0)
        if not self._is_stem(word):
            joined = self._behind_prefix(word, conjunction=True)
            if joined is not None:
                return joined
        usual = self._usual(word)
        if usual:
            bears = usual == DEFINITE_COMMON and self._bears_article(word, EITHER) and not self._is_date(word)
            return Word(FAMILY_WORD if bears else usual, 0)
        return self._behind_prefix(word, conjunction=False) or self._unknown(word)

    def is_usual(self, word: str) -> bool:
        """Whether a folded word, or it behind a conjunction, is a usual one as it stands."""
        return self._is_stem(word) or (word[:1] in self._conjunctions and self._is_stem(word[1:]))

    def _is_stem(self, word: str) -> bool:
        """Whether a word without any affix is a usual one."""
        return word in self._particles or word in self._nominal or word in self._past or word in self._saying

    def _bears_article(self, word: str, *tags: str) -> bool:
        """Whether a word is the article and a given name: a usual family name."""
        article = self._articles[0]
        return word.startswith(article) and self._names.get(word[len(article) :]) in tags

    def _is_date(self, word: str) -> bool:
        """Whether a word with the article is a weekday, a month or the like."""
        return word[len(self._articles[0]) :] in self._calendar

    def _behind_prefix(self, word: str, *, conjunction: bool) -> Word | None:
        """A name with a conjunction, or with any prefix, glued before it."""
        for strip, rest in self._rests(word):
            if (conjunction and word[:strip] not in self._conjunctions) or rest in self._saying:
                continue
            if strip and word[strip - 1] == self._prepositions[-1]:
                continue
            tag = self._names.get(rest)
            if tag == SPELT and word[strip:] != rest:
                continue
            if tag is None and self._bears_article(rest, GIVEN, EITHER):
                tag = FAMILY if self._bears_article(rest, GIVEN) else FAMILY_WORD
            if tag is not None and tag != COMMON:
                return self._word(word, tag, strip)
        return None

    def _word(self, word: str, tag: str, strip: int) -> Word:
        return Word(tag.lower() if strip else tag, strip, strip > 0 and word[0] in self._conjunctions)

    def _rests(self, word: str) -> list[tuple[int, str]]:
        """The word behind each run of prefixes; a preposition that has swallowed the article gives it back."""
        rests = [(0, word)]
        rests += [(len(each), word[len(each) :]) for each in self._conjunctions if word.startswith(each)]
        article, merged = self._articles
        for strip, rest in tuple(rests):
            if rest.startswith(merged):
                rests.append((strip + 1, article + rest[len(merged) :]))
            rests += [(strip + 1, rest[1:]) for each in self._prepositions if rest.startswith(each)]
        return [(strip, rest) for strip, rest in rests if len(rest) > 1]

    def _unknown(self, word: str) -> Word:
        """A word of no list: with an article it can only be a family name."""
        article = self._articles[0]
        for strip, rest in self._rests(word):
            glued = word[:strip]
            if rest.startswith(article) and len(rest) > len(article) + 1 and not self._begins_name(glued):
                if any(shape.search(rest[len(article) :]) for shape in self._definite_shapes):
                    return Word(COMMON if strip else DEFINITE_COMMON, 0)
                return self._word(word, DEFINITE_UNKNOWN, strip)
        if len(word) <= 2 or self._unlikely(word):
            return Word(COMMON, 0)
        if word[0] == self._conjunctions[0] and len(word) > 3 and not word.startswith(self._starts):
            return self._word(word, UNKNOWN, 1)
        return Word(UNKNOWN, 0)

    def _begins_name(self, glued: str) -> bool:
        """Whether letters before what looks like an article are more likely a name's own (as in Valkenburg, Calhoun)."""
        return glued in self._ambiguous

    def _unlikely(self, word: str) -> bool:
        """Whether a word of no list has the shape of a verb or of a usual noun."""
        return any(shape.search(word) for shape in self._shapes)

    def _usual(self, word: str) -> str | None:
        """The tag of a usual word, its affixes seen through; None if it is none."""
        rests = [word]
        rests += [word[len(each) :] for each in self._conjunctions if word.startswith(each) and len(word) > 2]
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
        if word.startswith(self._articles[0]):
            return False
        for each in ("", *self._future):
            rest = word[len(each) :]
            if (
                word.startswith(each)
                and rest[:1] in self._presents
                and self._with_suffix(rest[1:], self._present, self._verb_suffixes)
            ):
                return True
        return False

    def _nominal_tag(self, word: str) -> str | None:
        article, merged = self._articles
        for each in ("", *self._prepositions):
            if not word.startswith(each):
                continue
            rest = word[len(each) :]
            if each == self._prepositions[-1] and len(rest) < SHORTEST_BEHIND_PREFIX:
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
            if stem in stems or (feminine and len(stem) > 2 and stem + feminine in stems):
                return True
        return False


def _name_tags(rows: Iterable[Row]) -> dict[str, str]:
    tags: dict[str, str] = {}
    for row in rows:
        row.only("kind", "note", "words")
        row.text("note")
        kind = row.text("kind")
        if kind not in NAME_KINDS:
            raise row.fault(f"kind must be one of {', '.join(NAME_KINDS)}, not {kind!r}")
        for word in fold(row.text("words")).folded.split():
            # A later row may narrow a given name (it is a usual word too, it is never a name), not widen it.
            if word not in tags or NAME_KINDS[kind] in (EITHER, COMMON, SPELT):
                tags[word] = NAME_KINDS[kind]
    return tags


def _spellings(rows: Iterable[Row]) -> dict[str, str]:
    """The words that only their unfolded spelling tells from another word."""
    words = [word for row in rows if row.text("kind") == "spelt" for word in row.text("words").split()]
    return {fold(word).folded: word for word in words}


def _word_kinds(rows: Iterable[Row]) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        row.only("kind", "note", "words")
        row.text("note")
        kind = row.text("kind")
        if kind not in WORD_KINDS:
            raise row.fault(f"kind must be one of {', '.join(sorted(WORD_KINDS))}, not {kind!r}")
        kinds[kind].extend(fold(row.text("words")).folded.split())
    return kinds
