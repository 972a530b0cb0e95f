"""Nouns of meeting: hung on a light verb, with parties of their own, or with the sentence's subject.

"Held talks with", "a meeting that gathered", "between", "of X with Y", "his meeting with", "during a meeting with".
"""

from __future__ import annotations

from dataclasses import replace

from transforms.actors.records import Phrase, PhraseKind
from transforms.base.codes import CandidateReason
from transforms.lexicon.cues import Does
from transforms.lexicon.triggers import Form, Sort
from transforms.meetings.arguments import collect
from transforms.meetings.lights import light_verb, with_light
from transforms.meetings.pairs import gathered, gathers, of_several, own_between, pair_between, unknown_words
from transforms.meetings.records import Argument, Clause, Frame, Item, Link, What
from transforms.meetings.slots import base_frame, counter_links, first_of
from transforms.text.characters import PREPOSITIONS

#: How many unknown words may stand between a noun and its counterpart.
WITH_SLACK = 7
#: How many adjectives may stand between a noun and a country.
ADJECTIVES = 2
#: The items before a noun that say whose it was: "was", "to X".
HAVING = 2


def read_noun(clause: Clause, position: int) -> Frame:
    item = clause.items[position]
    hit = item.hit
    assert hit is not None
    if item.trigger.committee or _has_two_heads(clause):
        return _committee(clause, position)
    light = light_verb(clause, position)
    if light is not None:
        return with_light(clause, position, light)
    wanted = counter_links(item.trigger)
    if item.trigger.sort is Sort.RECEPTION and hit.cut.article:
        return base_frame(clause, position, position, (), f"{item.trigger.id}.noun")
    arguments = collect(clause, position, wanted)
    base = base_frame(clause, position, position, arguments, f"{item.trigger.id}.noun")
    between = own_between(clause, position, arguments)
    if between is not None:
        return pair_between(base, between)
    gather = _gathering(clause, position)
    if gather is not None:
        return gathered(base, collect(clause, gather, wanted))
    counter = first_of(arguments, wanted - {Link.BETWEEN})
    if counter is not None and unknown_words(clause, position, counter.item) > _reach(counter):
        counter = None
    bare = [each for each in arguments if each.link is Link.BARE]
    if hit.cut.suffix:
        goal = counter or (bare[0] if bare and item.trigger.object else None)
        found = goal.phrases if goal else ()
        return replace(
            base, rule=f"{item.trigger.id}.possessor", b=found, inherited=True, parts=goal.parts if goal else ()
        )
    frame = _own_parties(base, item, counter, bare)
    call = frame.reason is CandidateReason.INTERNAL_SESSION and item.trigger.sort is Sort.CALL
    return _of_informed(frame) if call or not (frame.b or frame.a) else frame


def _of_informed(frame: Frame) -> Frame:
    """A noun without parties behind "during": X informed Y, in a meeting; X congratulated, in a call, Y."""
    before = frame.clause.items[frame.item - 1] if frame.item else None
    opening = frozenset({Does.DURING, Does.LOCATIVE} if frame.trigger.sort is Sort.CALL else {Does.DURING})
    if before is None or not before.does & opening or before.last != frame.hit.first:
        return frame
    for at, item in enumerate(frame.clause.items[: frame.item]):
        if Does.INFORMED not in item.does:
            continue
        told = [each for each in collect(frame.clause, at, frozenset()) if each.link is Link.BARE and each.phrases]
        if len(told) > 1 and frame.clause.items[told[0].item].first == item.last:
            rule = f"{frame.trigger.id}.informed"
            return replace(frame, rule=rule, a=told[0].phrases, b=told[1].phrases, reason=None)
    return frame


def _gathering(clause: Clause, position: int) -> int | None:
    """The verb of gathering that hangs on a noun: right behind it, or in a relative clause with its time and place."""
    for at in range(position + 1, len(clause.items)):
        item = clause.items[at]
        if gathers(item):
            return at
        passing = item.what in (What.TIME, What.PLACE) or bool(item.does & {Does.RELATIVE, Does.LOCATIVE, Does.FILLER})
        if not passing or item.first - clause.items[at - 1].last > 1:
            return None
    return None


def _has_two_heads(clause: Clause) -> bool:
    """Whether the sentence tells who headed either side: X headed his delegation in the talks, while Y headed the
    Indian side."""
    heads = [at for at, item in enumerate(clause.items) if Does.CHAIRED in item.does]
    sided = any(Does.SIDE in item.does for at in heads for item in clause.items[at + 1 : at + 3])
    return len(heads) > 1 and sided


def _committee(clause: Clause, position: int) -> Frame:
    """A joint committee: its sides are those whose heads the sentence names."""
    sides: list[tuple[Phrase, ...]] = []
    for at, item in enumerate(clause.items):
        if item.what is not What.CUE or Does.CHAIRED not in item.does:
            continue
        phrases: list[Phrase] = []
        for other in clause.items[at + 1 :]:
            if other.what is What.CUE and other.does & {Does.CHAIRED, Does.BARRIER}:
                break
            if other.phrase is not None:
                phrases.append(other.phrase)
        if phrases:
            sides.append(tuple(phrases))
    base = base_frame(clause, position, position, (), f"{clause.items[position].trigger.id}.chaired")
    return replace(base, a=sides[0] if sides else (), b=sides[1] if len(sides) > 1 else ())


def _own_parties(base: Frame, item: Item, counter: Argument | None, bare: list[Argument]) -> Frame:
    """A noun with its subject and counterpart behind it, or with the counterpart alone."""
    trigger, hit = item.trigger, item.hit
    assert hit is not None
    near = [each for each in bare if counter is None or each.item < counter.item]
    if counter is not None and counter.both:
        return replace(base, rule=f"{trigger.id}.pronoun", anaphoric=True, inherited=True)
    if counter is not None:
        subject = near[0].phrases if near else _having(base.clause, base.item)
        return replace(
            base, rule=f"{trigger.id}.link", a=subject, b=counter.phrases, parts=counter.parts, inherited=not subject
        )
    several = of_several(base) if not near else None
    if several is not None:
        return replace(base, rule=f"{trigger.id}.several", a=several.phrases[:1], b=several.phrases[1:])
    if hit.cut.article or not near or not _is_behind(base, near[0]):
        return base
    return _of_first(base, item, near)


def _having(clause: Clause, position: int) -> tuple[Phrase, ...]:
    """Who had a meeting: "to X was a meeting with"."""
    if position < HAVING:
        return ()
    was, owner = clause.items[position - HAVING : position]
    close = was.last == owner.first and owner.last == clause.items[position].first
    own = owner.phrase is not None and owner.link is Link.TO and Does.BACKGROUND in was.does
    return (owner.phrase,) if close and own and owner.phrase is not None else ()


def _is_behind(base: Frame, argument: Argument) -> bool:
    """Whether an argument stands right behind a noun, over "a number of"."""
    return all(Does.EACH in each.does for each in base.clause.items[base.item + 1 : argument.item])


def _of_first(base: Frame, item: Item, near: list[Argument]) -> Frame:
    """A noun whose subject, or counterpart, stands right behind it."""
    trigger = item.trigger
    if near[0].phrases[0].counterpart and base.clause.items[near[0].item].first == item.last:
        return replace(base, rule=f"{trigger.id}.counterpart", b=near[0].phrases, inherited=True)
    if len(near) > 1 and trigger.object:
        return replace(base, rule=f"{trigger.id}.of", a=near[0].phrases, b=near[1].phrases)
    if len(near[0].phrases) > 1 and not _is_aim_of_visit(base, item):
        joint = replace(base, rule=f"{trigger.id}.joint", a=near[0].phrases[:1], b=near[0].phrases[1:])
        return joint if trigger.form is Form.NOUN else replace(joint, reason=CandidateReason.HABITUAL)
    if not trigger.object:
        return replace(base, rule=f"{trigger.id}.session", a=near[0].phrases, reason=CandidateReason.INTERNAL_SESSION)
    return replace(base, rule=f"{trigger.id}.of", b=near[0].phrases, inherited=True)


def _is_aim_of_visit(base: Frame, item: Item) -> bool:
    """Whether a noun tells whom somebody came to meet: "he visits the town for a meeting of X and Y", each apart."""
    aim = item.hit is not None and item.hit.cut.preposition == PREPOSITIONS[1] and item.trigger.object
    return aim and any(Does.VISIT in each.does for each in base.clause.items[: base.item])


def _reach(counter: Argument) -> int:
    """How far from its noun a counterpart may stand; a mere country must stand by it."""
    countries = all(phrase.kind is PhraseKind.COUNTRY for phrase in counter.phrases)
    return ADJECTIVES if countries and counter.phrases else WITH_SLACK
