"""Whom the pronouns of respect mean ("His Majesty", "His Highness" without a name): who is told with that title most
often before.
"""

from __future__ import annotations

from collections import Counter

from transforms.actors.records import Phrase, PhraseKind
from transforms.meetings.mentions import bare_phrase, bare_word
from transforms.text.characters import FEMININE, FEMININE_BOUND, PRONOUNS
from transforms.text.page import Page

#: Within how many words from its start a phrase has the title.
TITLE_WORDS = 2


def honoured(page: Page, phrases: tuple[Phrase, ...], pronoun: str, first: int, start: int) -> Phrase | None:
    """A phrase for a pronoun of respect at word `first`, folded offset `start`: the person whom it means, or None."""
    title = _title(pronoun)
    told = [each for each in phrases if each.first < first and each.person is not None and _has(page, each, title)]
    if not told:
        return None
    often = Counter(each.person for each in told)
    known = max(told, key=lambda each: (often[each.person], -each.first))
    mark = bare_phrase(first, first + 1, start, page.ends[first], PhraseKind.PERSON)
    return mark._replace(person=known.person, body=known.body, country=known.country, role=known.role)


def _title(pronoun: str) -> str:
    """The title in a pronoun of respect, as folding leaves it."""
    stem = next(pronoun[: -len(each)] for each in PRONOUNS[1::-1] if pronoun.endswith(each))
    return stem[: -len(FEMININE_BOUND)] + FEMININE if stem.endswith(FEMININE_BOUND) else stem


def _has(page: Page, phrase: Phrase, title: str) -> bool:
    opening = page.words[phrase.first : min(phrase.last, phrase.first + TITLE_WORDS)]
    return any(bare_word(word) == title for word in opening)
