"""Arabic names in Latin letters, letter by letter, for names that have no English form.

Every letter has the value that the character table gives it. Short vowels are not written in Arabic and not guessed; an
article is joined with a hyphen and every word capitalised. A reading aid, never a key.
"""

from __future__ import annotations

from functools import lru_cache

from transforms.text.characters import ARTICLE, ROMAN
from transforms.text.normalise import fold

ROMAN_ARTICLE = "al-"


@lru_cache(maxsize=65536)
def romanise(name: str) -> str:
    """A name in Latin letters; a letter without a value stays as it is."""
    return " ".join(_word(word) for word in fold(name).folded.split())


def _word(word: str) -> str:
    joined = word.startswith(ARTICLE) and len(word) > len(ARTICLE) + 1
    stem = word[len(ARTICLE) :] if joined else word
    letters = "".join(ROMAN.get(letter, letter) for letter in stem)
    return (ROMAN_ARTICLE if joined else "") + letters[:1].upper() + letters[1:]
