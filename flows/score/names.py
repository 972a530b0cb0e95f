"""When two names mean the same, for scoring: folded to their bare letters, then compared as words."""

from __future__ import annotations

import re
import unicodedata

MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
SIGNS = re.compile("[\"'().,:\u201c\u201d\u00ab\u00bb\u2018\u2019\u060c\u061b]")
ALEF, YEH, WAW, HEH, KAF = "\u0627", "\u064a", "\u0648", "\u0647", "\u0643"
LETTERS = str.maketrans(
    {
        "\u0623": ALEF,
        "\u0625": ALEF,
        "\u0622": ALEF,
        "\u0671": ALEF,
        "\u0649": YEH,
        "\u06cc": YEH,
        "\u0626": YEH,
        "\u0624": WAW,
        "\u0629": HEH,
        "\u06a9": KAF,
    }
)
ARTICLE = "\u0627\u0644"
SHORTEST_WITH_ARTICLE = 5


def words(text: str | None) -> list[str]:
    """The folded words of a text: no marks, one form of each letter, no punctuation."""
    bare = MARKS.sub("", unicodedata.normalize("NFKC", text or "")).translate(LETTERS)
    return SIGNS.sub(" ", bare).split()


def same_person(left: str, right: str) -> bool:
    """One form may be part of the other (a surname); of two long forms, all but one word each must agree."""
    a, b = set(words(left)), set(words(right))
    if not a or not b:
        return False
    return a <= b or b <= a or (len(a & b) >= 2 and len(a ^ b) <= 2)


def same_participant(left: str, right: str) -> bool:
    """Stricter: most of the words must be there."""
    a, b = words(left), words(right)
    return a == b or len(set(a) & set(b)) / max(len(set(a) | set(b)), 1) >= 0.6


def same_body(left: str, right: str) -> bool:
    """Half of the shorter name's words must be in the other, whether with the article or not."""
    a, b = _without_article(left), _without_article(right)
    return bool(a and b) and len(a & b) / min(len(a), len(b)) >= 0.5


def shared_words(part: str | None, whole: str | None) -> float:
    """How much of a text's different words stand in another."""
    wanted = set(words(part))
    return len(wanted & set(words(whole))) / max(len(wanted), 1)


def _without_article(name: str) -> set[str]:
    return {
        word[len(ARTICLE) :] if word.startswith(ARTICLE) and len(word) >= SHORTEST_WITH_ARTICLE else word
        for word in words(name)
    }
