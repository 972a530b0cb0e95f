"""Whom the words of an office stand for where actors tell no country: a nationality at its end, the province of a
governor; and whether an office at an international body is that of a country (the French ambassador to it).
"""

from __future__ import annotations

from transforms.actors.records import Phrase, PhraseKind
from transforms.lexicon.entries import Category
from transforms.lexicon.geography import City, Country
from transforms.lexicon.index import Scan
from transforms.lexicon.nationalities import Nationality, Number

#: How many words of a title may stand between an office and the name of its holder.
TITLE_WORDS = 2


def told_country(scan: Scan, phrase: Phrase, *, local: bool) -> str | None:
    """The country that the words of an office tell. `local` says that it is an office of a town or region."""
    office = _office(phrase)
    if phrase.kind not in (PhraseKind.PERSON, PhraseKind.OFFICE):
        return None
    for word in reversed(office[1:][-TITLE_WORDS - 1 :]):
        nation = scan.here(word, Category.NATIONALITY)
        payload = nation.entry.payload if nation is not None else None
        if isinstance(payload, Nationality) and payload.number is Number.SINGULAR and not payload.ambiguous:
            return payload.country
    return _province(scan, phrase) if local else None


def _province(scan: Scan, phrase: Phrase) -> str | None:
    for word in range(phrase.first + 1, phrase.last):
        hit = scan.here(word, Category.CITY)
        if hit is not None and isinstance(hit.entry.payload, City):
            return hit.entry.payload.country
    return None


def names_country_first(scan: Scan, phrase: Phrase) -> bool:
    """Whether an office names its country before its body: the ambassador of X to the United Nations; not the head of
    a mission of the United Nations in X."""
    behind = False
    for word in _office(phrase):
        if scan.here(word, Category.OFFICE) is not None:
            behind = False
        elif scan.here(word, Category.BODY) is not None:
            behind = True
        elif not behind and phrase.country is not None and phrase.country in _countries(scan, word):
            return True
    return False


def _countries(scan: Scan, word: int) -> list[str | None]:
    countries: list[str | None] = []
    for category in (Category.NATIONALITY, Category.COUNTRY):
        hit = scan.here(word, category)
        payload = hit.entry.payload if hit is not None else None
        if hit is not None and isinstance(payload, Nationality | Country) and not hit.cut.preposition:
            countries.append(payload.country)
    return countries


def _office(phrase: Phrase) -> range:
    """The words of the office, before the name or behind it."""
    if phrase.name_first is None or phrase.name_last is None:
        return range(phrase.first, phrase.last)
    if phrase.name_first > phrase.first:
        return range(phrase.first, phrase.name_first)
    return range(phrase.name_last, phrase.last)
