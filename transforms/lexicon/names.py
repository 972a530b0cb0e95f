"""What single words can be in a name: given names, parts of compound names, family names, usual words.

A word of the page gets one tag, remembered, from the lists and from what may be glued to it; a small letter says that
a conjunction or preposition is glued before the name. In order: the lists of names, usual words with their affixes,
names behind a prefix, shapes. Which tags make up a name where is the grammar of `transforms.actors`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from transforms.lexicon.files import Row
from transforms.lexicon.index import Known
from transforms.lexicon.usual import COMMON, DEFINITE_COMMON, FOR, FUNCTION, SAYING, VERB, UsualWords
from transforms.text.characters import FEMININE, NISBA
from transforms.text.normalise import fold

#: Tags of usual words, defined where these are read.
__all__ = ["COMMON", "DEFINITE_COMMON", "FOR", "FUNCTION", "SAYING", "VERB"]

GIVEN, EITHER, FAMILY, FAMILY_WORD = "G", "H", "S", "J"
SERVANT, SON, KUNYA, HOUSE, CHILD, PARTICLE = "A", "B", "K", "L", "W", "F"
UNKNOWN, DEFINITE_UNKNOWN = "U", "D"
OTHER, SPELT = "X", "?"

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
#: The kind of words of offices and peoples that are family names too; they keep the tag that these give them.
CLAIMED_SURNAME = "claimed_surname"
REMEMBERED = 400_000


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
        self.usual = UsualWords(words)
        #: Folded word -> the spellings in which it is a name.
        self.spelt = _spellings(names)
        self._claimed_surnames = _claimed_surnames(names)
        self._known: dict[str, Word] = {}

    def tags(self, words: Sequence[str], known: Sequence[Known]) -> list[str]:
        """The tag of each word; `known` is what the index knows of it, and remembers the tag."""
        return [each.tag or self._note(each, word) for each, word in zip(known, words, strict=True)]

    def read(self, word: str) -> Word:
        """How a folded word reads; remembered."""
        reading = self._known.get(word)
        if reading is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            reading = self._known[word] = self._read(word)
        return reading

    def is_noun(self, word: str) -> bool:
        """Whether a folded word without any affix is a usual noun or adjective."""
        return self.usual.is_noun(word)

    def is_usual_noun(self, word: str) -> bool:
        """Whether a folded word is a usual noun as it stands, or with the article and any ending."""
        return self.usual.is_noun(word) or (
            word.startswith(self.usual.articles[0]) and self.usual.tag(word) == DEFINITE_COMMON
        )

    def may_be_family(self, word: str) -> bool:
        """Whether a usual word with the article can be a family name: an adjective of origin, or no noun as it stands
        and without a plural's or a verbal noun's shape.
        """
        stem = word[len(self.usual.articles[0]) :]
        if word[-1:] == NISBA:
            return True
        if word[-1:] == FEMININE and self.usual.is_adjective(stem[:-1]):
            return False
        return not self.usual.is_noun(stem) and not self.usual.is_unlikely_behind_article(stem)

    def is_listed(self, word: str) -> bool:
        """Whether a folded word is known as a usual one, also with its affixes seen through."""
        return self.usual.tag(word) is not None

    def is_usual(self, word: str) -> bool:
        """Whether a folded word, or it behind a conjunction, is a usual one as it stands."""
        return self.usual.is_usual(word)

    def is_given(self, word: str) -> bool:
        """Whether a folded word is a given name, also one that is a usual word too."""
        return self._names.get(word) in (GIVEN, EITHER)

    def is_claimed_surname(self, word: str) -> bool:
        """Whether a folded word is that of an office or a people and a usual family name."""
        return word in self._claimed_surnames

    def _note(self, known: Known, word: str) -> str:
        known.tag = self.read(word).tag
        return known.tag

    def _read(self, word: str) -> Word:
        if word.isdigit() or word.isascii():
            return Word(OTHER, 0)
        if self.usual.is_saying(word):
            return Word(SAYING, 0)
        tag = self._names.get(word)
        if tag == COMMON:
            return Word(self.usual.tag(word) or COMMON, 0)
        if tag is not None:
            return Word(EITHER if tag == GIVEN and self.usual.is_stem(word) else tag, 0)
        if not self.usual.is_stem(word):
            joined = self._behind_prefix(word, conjunction=True)
            if joined is not None:
                return joined
        usual = self.usual.tag(word)
        if usual:
            bears = usual == DEFINITE_COMMON and self._bears_article(word, EITHER) and not self.usual.is_date(word)
            return Word(FAMILY_WORD if bears else usual, 0)
        return self._behind_prefix(word, conjunction=False) or self._unknown(word)

    def _bears_article(self, word: str, *tags: str) -> bool:
        """Whether a word is the article and a given name: a usual family name."""
        article = self.usual.articles[0]
        return word.startswith(article) and self._names.get(word[len(article) :]) in tags

    def _behind_prefix(self, word: str, *, conjunction: bool) -> Word | None:
        """A name with a conjunction, or with any prefix, glued before it."""
        for strip, rest in self._rests(word):
            if (conjunction and word[:strip] not in self.usual.conjunctions) or self.usual.is_saying(rest):
                continue
            if strip and word[strip - 1] == self.usual.prepositions[-1]:
                continue
            tag = self._names.get(rest)
            if tag == SPELT and word[strip:] != rest:
                continue
            if tag is None and self._bears_article(rest, GIVEN, EITHER):
                tag = FAMILY if self._bears_article(rest, GIVEN) else FAMILY_WORD
            if tag == GIVEN and self.usual.is_stem(rest):
                tag = EITHER
            if tag is not None and tag != COMMON:
                return self._word(word, tag, strip)
        return None

    def _word(self, word: str, tag: str, strip: int) -> Word:
        return Word(tag.lower() if strip else tag, strip, strip > 0 and word[0] in self.usual.conjunctions)

    def _rests(self, word: str) -> list[tuple[int, str]]:
        """The word behind each run of prefixes; a preposition that has swallowed the article gives it back."""
        rests = [(0, word)]
        rests += [(len(each), word[len(each) :]) for each in self.usual.conjunctions if word.startswith(each)]
        article, merged = self.usual.articles
        for strip, rest in tuple(rests):
            if rest.startswith(merged):
                rests.append((strip + 1, article + rest[len(merged) :]))
            rests += [(strip + 1, rest[1:]) for each in self.usual.prepositions if rest.startswith(each)]
        return [(strip, rest) for strip, rest in rests if len(rest) > 1]

    def _unknown(self, word: str) -> Word:
        """A word of no list: with an article it can only be a family name."""
        article = self.usual.articles[0]
        for strip, rest in self._rests(word):
            glued = word[:strip]
            if rest.startswith(article) and len(rest) > len(article) + 1 and glued not in self.usual.name_letters:
                if self.usual.is_unlikely_behind_article(rest[len(article) :]):
                    return Word(COMMON if strip else DEFINITE_COMMON, 0)
                return self._word(word, DEFINITE_UNKNOWN, strip)
        if len(word) <= 2 or self.usual.is_unlikely(word):
            return Word(COMMON, 0)
        if word[0] == self.usual.conjunctions[0] and len(word) > 3 and not word.startswith(self.usual.name_starts):
            return self._word(word, UNKNOWN, 1)
        return Word(UNKNOWN, 0)


def _name_tags(rows: Iterable[Row]) -> dict[str, str]:
    tags: dict[str, str] = {}
    for row in rows:
        row.only("kind", "note", "words")
        row.text("note")
        kind = row.text("kind")
        if kind == CLAIMED_SURNAME:
            continue
        if kind not in NAME_KINDS:
            raise row.fault(f"kind must be one of {', '.join((*NAME_KINDS, CLAIMED_SURNAME))}, not {kind!r}")
        for word in fold(row.text("words")).folded.split():
            # A later row may narrow a given name (it is a usual word too, it is never a name), not widen it.
            if word not in tags or NAME_KINDS[kind] in (EITHER, COMMON, SPELT):
                tags[word] = NAME_KINDS[kind]
    return tags


def _claimed_surnames(rows: Iterable[Row]) -> frozenset[str]:
    """The words of offices and peoples that are family names too."""
    return frozenset(
        word for row in rows if row.text("kind") == CLAIMED_SURNAME for word in fold(row.text("words")).folded.split()
    )


def _spellings(rows: Iterable[Row]) -> dict[str, list[str]]:
    """The words that only their unfolded spellings tell from another word."""
    spellings: dict[str, list[str]] = {}
    for row in rows:
        if row.text("kind") == "spelt":
            for word in row.text("words").split():
                spellings.setdefault(fold(word).folded, []).append(word)
    return spellings
