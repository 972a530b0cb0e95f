"""Adjectives of nationality and people: every form by rule from the masculine singular, the irregular plurals as
listed; a form that is the name of a country (`except`) is left to the countries.

In order: feminine, dual (both cases), sound plurals (both cases), indefinite accusative. An adjective of two words
inflects each word that has the ending of an adjective, and takes the article before each. Forms that read both as
dual and as plural are plural.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from transforms.lexicon.building import surface_entry
from transforms.lexicon.entries import Category, Entry, Glue
from transforms.lexicon.files import Row
from transforms.lexicon.geography import country_code, flagged
from transforms.text.characters import (
    ACCUSATIVE,
    ARTICLE,
    DUAL_ENDINGS,
    FEMININE,
    FEMININE_BOUND,
    NISBA,
    PLURAL_ENDINGS,
)
from transforms.text.normalise import fold


class Gender(StrEnum):
    """Grammatical gender."""

    MASCULINE = "masculine"
    FEMININE = "feminine"


class Number(StrEnum):
    """Grammatical number; PLURAL includes forms that may be a dual as well."""

    SINGULAR = "singular"
    DUAL = "dual"
    PLURAL = "plural"


class Nationality(NamedTuple):
    """An adjective: of `country`, or of a people of several states (`country` None). `also` are further countries it
    may mean.
    """

    country: str | None
    people: str | None
    also: tuple[str, ...]
    gender: Gender
    number: Number
    ambiguous: bool


class Form(NamedTuple):
    """One inflected form, folded."""

    surface: str
    gender: Gender
    number: Number
    broken: bool = False


def nationality_entries(row: Row) -> Iterator[Entry]:
    """A row of `nationalities.csv`: all forms of one country's or people's adjectives."""
    row.only("code", "people", "stems", "broken", "also", "except", "ambiguous", "note")
    row.text("note")
    country = country_code(row, "code") if row.text("code", "") else None
    people = row.text("people", "") or None
    if (country is None) == (people is None):
        raise row.fault("a row names a country or a people, one of the two")
    also = row.texts("also")
    key = country or f"people {people}"
    forms = forms_of(row)
    ambiguous = flagged(row, tuple(form.surface for form in forms))
    for form in forms:
        payload = Nationality(country, people, also, form.gender, form.number, form.surface in ambiguous)
        for surface, glue in definite_and_bare(form):
            yield surface_entry(row, surface, Category.NATIONALITY, key, payload, glue=glue)


def inflect(stem: str) -> tuple[Form, ...]:
    """All regular forms of an adjective in the masculine singular, folded and without repeats."""
    folded = fold(stem).folded
    dual = [Form(_each(folded, end), Gender.MASCULINE, Number.DUAL) for end in DUAL_ENDINGS]
    fem_dual = [Form(_each(folded, FEMININE_BOUND + end), Gender.FEMININE, Number.DUAL) for end in DUAL_ENDINGS]
    plural = [Form(_each(folded, end), Gender.MASCULINE, Number.PLURAL) for end in PLURAL_ENDINGS]
    return _unique(
        (
            Form(folded, Gender.MASCULINE, Number.SINGULAR),
            Form(_each(folded, FEMININE), Gender.FEMININE, Number.SINGULAR),
            *plural,
            *dual,
            Form(_each(folded, ACCUSATIVE + FEMININE_BOUND), Gender.FEMININE, Number.PLURAL),
            *fem_dual,
            Form(_each(folded, ACCUSATIVE), Gender.MASCULINE, Number.SINGULAR),
        )
    )


def forms_of(row: Row) -> tuple[Form, ...]:
    """All forms of a row's `stems` and `broken` plurals, without those that it leaves out."""
    stems = row.texts("stems")
    if not stems:
        raise row.fault("field 'stems' is missing or empty")
    for stem in stems:
        if not fold(stem).folded.endswith(NISBA):
            raise row.fault(f"stem {stem!r} has not the ending of an adjective of nationality")
    left_out = {fold(surface).folded for surface in row.texts("except")}
    broken = [Form(fold(plural).folded, Gender.MASCULINE, Number.PLURAL, broken=True) for plural in row.texts("broken")]
    forms = _unique((*(form for stem in stems for form in inflect(stem)), *broken))
    if stray := sorted(left_out - {form.surface for form in forms}):
        raise row.fault(f"field 'except' names {stray[0]!r}, which is no form of this row")
    return tuple(form for form in forms if form.surface not in left_out)


def _each(phrase: str, ending: str) -> str:
    """Every word that has the ending of an adjective takes the further ending."""
    return " ".join(word + ending if word.endswith(NISBA) else word for word in phrase.split())


def _unique(forms: tuple[Form, ...]) -> tuple[Form, ...]:
    """The first form of every surface."""
    first: dict[str, Form] = {}
    for form in forms:
        first.setdefault(form.surface, form)
    return tuple(first.values())


def definite_and_bare(form: Form) -> Iterator[tuple[str, Glue]]:
    """A regular form takes any prefix. A broken plural and a phrase are listed with the article too; a bare broken
    plural takes a conjunction only, since with a preposition's letter before it other words begin (a rule against
    false hits).
    """
    words = form.surface.split()
    if len(words) > 1:
        yield form.surface, Glue.NOUN
        yield " ".join(ARTICLE + word for word in words), Glue.NAME
    elif form.broken:
        yield form.surface, Glue.PARTICLE
        yield ARTICLE + form.surface, Glue.NAME
    else:
        yield form.surface, Glue.NOUN
