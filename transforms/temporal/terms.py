"""Terms of office that an article bears witness to.

A fact is a person named with an office and a body ("the head of the coalition X"): then the article lies in one of X's
terms. Names agree when the known name's last word is the fact's and no word contradicts; offices and bodies when the
known words stand in the fact's. A former office must not be handed in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from transforms.base.records import Actor, Tenure
from transforms.lexicon.calendar_terms import Term, bare_words
from transforms.lexicon.timekeeping import Calendar

REMEMBERED_FACTS = 10_000


class Fact(NamedTuple):
    """Who was seen holding what: the fullest name, the office's words, the body's or country's words ("" if none)."""

    holder: str
    office: str
    body: str


def facts_of(actors: Sequence[Actor], tenures: Iterable[Tenure]) -> tuple[Fact, ...]:
    """The facts that a document's tenures give; the country's code stands beside the body."""
    return tuple(
        Fact(actors[each.actor].name, each.role, " ".join(part for part in (each.organization, each.country) if part))
        for each in tenures
    )


def terms_of(facts: Iterable[tuple[str, str, str]], calendar: Calendar) -> tuple[tuple[Term, ...], ...]:
    """For each fact that names known terms, those terms (several if the person held the office more than once)."""
    found: list[tuple[Term, ...]] = []
    for holder, office, body in facts:
        terms = _terms_of(holder, office, body, calendar)
        if terms and terms not in found:
            found.append(terms)
    return tuple(found)


@lru_cache(maxsize=REMEMBERED_FACTS)
def _terms_of(holder: str, office: str, body: str, calendar: Calendar) -> tuple[Term, ...]:
    """The known terms of one fact; news names the same holders over and over."""
    name = bare_words(holder)
    if calendar.holder_words.isdisjoint(name) and "".join(name) not in calendar.holder_words:
        return ()
    seat = frozenset(bare_words(f"{office} {body}"))
    return tuple(term for term in calendar.terms if _names(term, name) and _holds(term, seat))


def _names(term: Term, name: tuple[str, ...]) -> bool:
    return any(_same_person(known, name) for known in term.holders)


def _same_person(known: tuple[str, ...], name: tuple[str, ...]) -> bool:
    if not name or not known:
        return False
    joined_known, joined = "".join(known), "".join(name)
    if joined_known == joined:
        return True
    shorter, longer = sorted((frozenset(known), frozenset(name)), key=len)
    return (len(shorter) >= 2 and shorter <= longer) or (len(known) == 1 and known[0] == name[-1])


def _holds(term: Term, seat: frozenset[str]) -> bool:
    office = any(seat.issuperset(words) for words in term.offices)
    return office and any(seat.issuperset(words) for words in term.bodies)
