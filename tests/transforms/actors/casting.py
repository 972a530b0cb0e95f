"""Casts for the tests of this layer: a text read with the package's own lexicon."""

from __future__ import annotations

from tests.loaded import lexicon
from transforms.actors import Cast, Phrase, find_cast
from transforms.base.codes import EntityType
from transforms.lexicon.furniture import furniture_cues
from transforms.text.layout import lay_out
from transforms.text.page import Page, open_page
from transforms.text.sentences import find_sentences

#: A paragraph of usual words, so that what a test is about is not taken for the header of a page.
FILLER = "وجرى خلال اللقاء بحث العلاقات بين الجانبين وسبل تعزيزها في مختلف المجالات بما يخدم مصلحة البلدين."


def cast_of(text: str) -> tuple[Page, Cast]:
    """The cast of a text that has a paragraph of usual words behind it."""
    page = open_page(f"{text}\n\n{FILLER}")
    scan = lexicon().index.scan(page)
    layout = lay_out(page, furniture_cues(scan))
    return page, find_cast(scan, layout, find_sentences(page, layout), lexicon())


def people(text: str) -> dict[str, int]:
    """The persons of a text with the number of their mentions."""
    return counts(text, EntityType.PERSON)


def counts(text: str, kind: EntityType) -> dict[str, int]:
    """The actors of one type with the number of their mentions."""
    _, cast = cast_of(text)
    found: dict[str, int] = {}
    for mention in cast.mentions:
        if mention.entity_type is kind:
            name = cast.actors[mention.actor].name
            found[name] = found.get(name, 0) + 1
    return found


def phrase_of(text: str, words: str) -> tuple[Phrase, Cast]:
    """The phrase that holds some words (folded) of a text."""
    page, cast = cast_of(text)
    at = page.text.folded.index(words)
    return next(phrase for phrase in cast.phrases if phrase.start <= at < phrase.end), cast
