"""Nouns of meeting that tell both of their parties: "between A and B", "that gathered A with B"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from transforms.actors.records import Phrase, PhraseKind
from transforms.lexicon.cues import Does
from transforms.meetings.records import Argument, Clause, Frame, Item, Link, What
from transforms.meetings.slots import extent, first_of
from transforms.meetings.subjects import sentence_subject
from transforms.text.characters import PRONOUNS

#: Further parties than these stand beside the two sides.
PAIR = 2
#: How many unknown words may stand between a noun and "between".
BETWEEN_SLACK = 3
#: The pronouns of one person.
SINGULAR = PRONOUNS[:2]
#: How many items stand before the head of a group that nobody knows: "that", "is headed by".
LED = 3


def pair_between(base: Frame, between: Argument) -> Frame:
    rule = f"{base.trigger.id}.between"
    if between.both:
        return replace(base, rule=rule, shared=True)
    if _with_pronoun(base.clause, between.item):
        return replace(base, rule=rule, b=between.phrases, inherited=True)
    if len(between.phrases) == 1 and between.phrases[0].dual:
        pair = between.phrases
        if pair[0].body is not None or pair[0].country is not None:
            return replace(base, rule=rule, a=pair, b=pair, shared=True)
        return replace(base, rule=rule, shared=True)
    if len(between.phrases) == 1 and not between.both:
        second = _second(base, between)
        return replace(base, rule=rule, a=between.phrases, b=second)
    several = len({phrase.country or phrase.body for phrase in between.phrases} - {None}) > PAIR
    stop = PAIR if several else len(between.phrases)
    return replace(
        base, rule=rule, a=between.phrases[:1], b=between.phrases[1:stop], other=(*base.other, *between.phrases[stop:])
    )


def _with_pronoun(clause: Clause, party: int) -> bool:
    """Whether one of the two is told by a pronoun of one person: "between him and X"."""
    links = [each for each in clause.items[max(party - 2, 0) : party] if Does.BETWEEN in each.does]
    return any(each.hit is not None and each.hit.cut.suffix in SINGULAR for each in links)


def _second(base: Frame, between: Argument) -> tuple[Phrase, ...]:
    """The second party where "and" alone does not lead to it: behind "with" or "and between", or the head of a group
    that nobody knows.
    """
    for each in base.arguments:
        if each.item <= between.item or not each.phrases:
            continue
        if each.link in (Link.WITH, Link.BETWEEN):
            return each.phrases
        far = base.clause.items[each.item - 1].first - between.phrases[-1].last > 1
        if each.link is Link.LEAD and far and each.item - between.item <= LED:
            return each.phrases
    return ()


def own_between(clause: Clause, position: int, arguments: tuple[Argument, ...]) -> Argument | None:
    """The argument behind "between" if it hangs on the noun at an item and not on a later one."""
    between = first_of(arguments, frozenset({Link.BETWEEN}))
    if between is None:
        return None
    unknown = unknown_words(clause, position, between.item)
    if _is_of_later_word(clause, position, between.item):
        return None
    verb = any(each.what is What.LIGHT and not each.joined for each in clause.items[position : between.item + 1])
    return between if unknown <= BETWEEN_SLACK + (BETWEEN_SLACK if verb else 0) else None


def _is_of_later_word(clause: Clause, position: int, party: int) -> bool:
    """Whether "between" hangs on a later word: a party of the noun's own and an unknown word stand before it."""
    link, before = clause.items[party - 1], clause.items[party - 2]
    own = any(each.phrase is not None and each.link is not Link.PLACE for each in clause.items[position + 1 : party])
    return own and Does.BETWEEN in link.does and link.first > before.last


def unknown_words(clause: Clause, low: int, high: int) -> int:
    """How many words of no item stand between two items."""
    return sum(max(right.first - left.last, 0) for left, right in pairwise(clause.items[low : high + 1]))


def gathered(base: Frame, arguments: tuple[Argument, ...], host: tuple[Phrase, ...] = ()) -> Frame:
    """A meeting that gathered A with B, or A, B and C: the first two are the sides, further ones stand beside
    them. Where a host held it, all who were gathered are his counterpart.
    """
    rule = f"{base.trigger.id}.gathered"
    bare = [each for each in arguments if each.link is Link.BARE]
    counter: Argument | None = first_of(arguments, frozenset({Link.WITH, Link.BY}))
    base = replace(base, last=extent(base, arguments), arguments=arguments)
    between = first_of(arguments, frozenset({Link.BETWEEN}))
    if between is not None and not bare and counter is None:
        return pair_between(base, between)
    if not bare:
        found = counter.phrases if counter else ()
        near = sentence_subject(base.clause, base.anchor)
        return replace(base, rule=rule, a=near, b=found, inherited=not near)
    pair = _pair(bare[0], arguments)
    if pair is not None:
        return replace(base, rule=rule, a=pair[:1], b=pair[1:])
    if counter is not None:
        return replace(base, rule=rule, a=bare[0].phrases, b=counter.phrases)
    everyone = tuple(phrase for each in bare for phrase in each.phrases)
    if host and counter is None:
        return replace(base, rule=rule, a=host, b=everyone)
    return replace(base, rule=rule, a=everyone[:1], b=everyone[1:2], other=everyone[2:])


def _pair(group: Argument, arguments: tuple[Argument, ...]) -> tuple[Phrase, ...] | None:
    """The two bodies behind "two delegations from the movements X and Y"."""
    if not group.phrases[0].dual or group.phrases[0].body is not None:
        return None
    bodies = [each for other in arguments for each in other.phrases if each.kind is PhraseKind.BODY]
    return tuple(bodies[:2]) if len(bodies) > 1 else None


def gathers(item: Item) -> bool:
    return item.what is What.CUE and bool(item.does & {Does.GATHER, Does.COMPRISE})


def of_several(base: Frame) -> Argument | None:
    """Those of several countries whose meeting it is: "a meeting of the ministers of X and Y"."""
    for each in base.arguments:
        countries = {phrase.country for phrase in each.phrases} - {None}
        if each.link is Link.TO and each.item == base.item + 1 and len(countries) > 1:
            return each
    return None
