"""Weekday words in the words that date a meeting, without a word list: the caller brings the words.

Words are compared folded: compatibility forms unfolded, combining marks dropped (which also takes the hamza off its
seat), letter extenders dropped. A token may carry up to two clitic letters before the word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date

EXTENDER = "\N{ARABIC TATWEEL}"
MAX_CLITICS = 2
TOKEN = re.compile(r"\w+")


def fold(text: str) -> str:
    """The letters of a text as they are compared."""
    unfolded = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in unfolded if letter != EXTENDER and not unicodedata.combining(letter))


def folded_words(weekdays: Mapping[str, int]) -> dict[str, int]:
    """The caller's words, folded, each with its ISO weekday (1 is Monday)."""
    return {fold(word): day for word, day in weekdays.items()}


def named_weekdays(text: str, words: Mapping[str, int]) -> frozenset[int]:
    """The ISO weekdays that a text names. `words` must be folded."""
    found: set[int] = set()
    for token in TOKEN.findall(fold(text)):
        found.update(words[token[cut:]] for cut in range(MAX_CLITICS + 1) if token[cut:] in words)
    return frozenset(found)


def agrees(text: str | None, bounds: Iterable[tuple[date | None, date | None]], words: Mapping[str, int]) -> bool:
    """Whether every interval that is one day falls on a weekday that the text names. A text that names none agrees."""
    named = named_weekdays(text, words) if text else frozenset()
    if not named:
        return True
    days = (earliest for earliest, latest in bounds if earliest is not None and earliest == latest)
    return all(day.isoweekday() in named for day in days)
