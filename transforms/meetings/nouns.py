"""Nouns of meeting: hung on a light verb, with parties of their own, or with the sentence's subject.

"Held talks with", "a meeting that gathered", "between", "of X with Y", "his meeting with", "during a meeting with".
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from transforms.actors.records import Phrase, PhraseKind
from transforms.base.codes import CandidateReason
from transforms.lexicon.cues import Does
from transforms.lexicon.triggers import Form, Role, Sort
from transforms.meetings.arguments import collect
from transforms.meetings.records import Argument, Clause, Frame, Item, Link, What
from transforms.meetings.slots import base_frame, counter_links, extent, first_of, with_offices
from transforms.meetings.subjects import sentence_subject, subject_before

#: How many items a light verb may stand before its noun.
REACH = 9
#: Further parties than these stand beside the two sides.
PAIR = 2
#: How many unknown words may stand between a noun and "between".
BETWEEN_SLACK = 3
#: How many unknown words may stand between a noun and its counterpart.
WITH_SLACK = 7
#: How far behind its noun the subject of a light verb may stand.
SUBJECT_SLACK = 2


def read_noun(clause: Clause, position: int) -> Frame:
    item = clause.items[position]
    hit = item.hit
    assert hit is not None
    if item.trigger.committee:
        return _committee(clause, position)
    light = _light_verb(clause, position)
    if light is not None:
        return _with_light(clause, position, light)
    wanted = counter_links(item.trigger)
    if item.trigger.sort is Sort.RECEPTION and hit.cut.article:
        return base_frame(clause, position, position, (), f"{item.trigger.id}.noun")
    arguments = collect(clause, position, wanted)
    base = base_frame(clause, position, position, arguments, f"{item.trigger.id}.noun")
    between = _own_between(clause, position, arguments)
    if between is not None:
        return _between(base, between)
    after = clause.items[position + 1] if position + 1 < len(clause.items) else None
    if after is not None and after.what is What.CUE and after.does & {Does.GATHER, Does.COMPRISE}:
        return _gathered(base, collect(clause, position + 1, wanted))
    counter = first_of(arguments, wanted)
    if counter is not None and _unknown_words(clause, position, counter.item) > _reach(counter):
        counter = None
    bare = [each for each in arguments if each.link is Link.BARE]
    if hit.cut.suffix:
        goal = counter or (bare[0] if bare and item.trigger.object else None)
        found = goal.phrases if goal else ()
        return replace(
            base, rule=f"{item.trigger.id}.possessor", b=found, inherited=True, parts=goal.parts if goal else ()
        )
    return _own_parties(base, item, counter, bare)


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
        subject = near[0].phrases if near else ()
        return replace(
            base, rule=f"{trigger.id}.link", a=subject, b=counter.phrases, parts=counter.parts, inherited=not subject
        )
    if hit.cut.article or not near or near[0].item != base.item + 1:
        return base
    if len(near) > 1 and trigger.object:
        return replace(base, rule=f"{trigger.id}.of", a=near[0].phrases, b=near[1].phrases)
    if len(near[0].phrases) > 1:
        joint = replace(base, rule=f"{trigger.id}.joint", a=near[0].phrases[:1], b=near[0].phrases[1:])
        return joint if trigger.form is Form.NOUN else replace(joint, reason=CandidateReason.HABITUAL)
    if not trigger.object:
        return replace(base, rule=f"{trigger.id}.session", a=near[0].phrases, reason=CandidateReason.INTERNAL_SESSION)
    return replace(base, rule=f"{trigger.id}.of", b=near[0].phrases, inherited=True)


def _between(base: Frame, between: Argument) -> Frame:
    rule = f"{base.trigger.id}.between"
    if between.both:
        return replace(base, rule=rule, shared=True)
    if len(between.phrases) == 1 and between.phrases[0].dual:
        pair = between.phrases
        if pair[0].body is not None or pair[0].country is not None:
            return replace(base, rule=rule, a=pair, b=pair, shared=True)
        return replace(base, rule=rule, shared=True)
    several = len({phrase.country or phrase.body for phrase in between.phrases} - {None}) > PAIR
    stop = PAIR if several else len(between.phrases)
    return replace(
        base, rule=rule, a=between.phrases[:1], b=between.phrases[1:stop], other=(*base.other, *between.phrases[stop:])
    )


def _unknown_words(clause: Clause, low: int, high: int) -> int:
    """How many words of no item stand between two items."""
    return sum(max(right.first - left.last, 0) for left, right in pairwise(clause.items[low : high + 1]))


def _reach(counter: Argument) -> int:
    """How far from its noun a counterpart may stand; a mere country must stand by it."""
    countries = all(phrase.kind is PhraseKind.COUNTRY for phrase in counter.phrases)
    return 1 if countries and counter.phrases else WITH_SLACK


def _own_between(clause: Clause, position: int, arguments: tuple[Argument, ...]) -> Argument | None:
    """The argument behind "between" if it hangs on the noun at an item and not on a later one."""
    between = first_of(arguments, frozenset({Link.BETWEEN}))
    if between is None:
        return None
    unknown = _unknown_words(clause, position, between.item)
    verb = any(each.what is What.LIGHT and not each.joined for each in clause.items[position : between.item + 1])
    return between if unknown <= BETWEEN_SLACK + (BETWEEN_SLACK if verb else 0) else None


def _gathered(base: Frame, arguments: tuple[Argument, ...], host: tuple[Phrase, ...] = ()) -> Frame:
    """A meeting that gathered A with B, or A, B and C: the first two are the sides, further ones stand beside
    them. Where a host held it, all who were gathered are his counterpart.
    """
    rule = f"{base.trigger.id}.gathered"
    bare = [each for each in arguments if each.link is Link.BARE]
    counter: Argument | None = first_of(arguments, frozenset({Link.WITH, Link.BY}))
    base = replace(base, last=extent(base, arguments), arguments=arguments)
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


def _light_verb(clause: Clause, position: int) -> int | None:
    """The light verb on which a noun hangs: before it in the same clause, with nothing in between that ends one."""
    item = clause.items[position]
    for back, at in enumerate(range(position - 1, -1, -1)):
        other = clause.items[at]
        if other.what is What.LIGHT and (item.trigger.sort is Sort.ACCREDIT or other.trigger.role is not Role.ACCEPT):
            return at if _carries(clause, at, position) else None
        if back == 0 and other.what is What.CUE and Does.DURING in other.does and other.last == item.first:
            return None
        ends = other.what is What.CUE and other.does & {Does.STATEMENT, Does.BARRIER, Does.DEMAND}
        if ends or back >= REACH or (other.what is What.TRIGGER and not other.trigger.is_noun):
            return None
    following = clause.items[position + 1] if position + 1 < len(clause.items) else None
    if following is not None and following.what is What.LIGHT and following.hit is not None:
        return position + 1 if following.hit.cut.suffix or following.first == item.last else None
    return None


def _carries(clause: Clause, light: int, position: int) -> bool:
    """Whether a light verb takes this noun: a verb of receiving takes calls only, and an own noun in between
    blocks.
    """
    trigger = clause.items[position].trigger
    role = clause.items[light].trigger.role
    if role is Role.ACCEPT or trigger.sort is Sort.ACCREDIT:
        return role is Role.ACCEPT and trigger.sort is Sort.ACCREDIT
    if role is Role.RECEIVE and trigger.sort is not Sort.CALL:
        return False
    return not any(each.what is What.TRIGGER for each in clause.items[light + 1 : position])


def _accredited(clause: Clause, position: int, light: int) -> Frame:
    """Letters of credence: the subject took them from the one whose they are."""
    trigger = clause.items[position].trigger
    wanted = counter_links(trigger)
    arguments = with_offices(collect(clause, light, wanted), wanted, trigger)
    base = base_frame(clause, position, light, arguments, f"{trigger.id}.accredit")
    bare = [each for each in arguments if each.link is Link.BARE and each.phrases]
    ahead = [each.phrases for each in bare if each.item < position]
    behind = [each.phrases for each in bare if each.item > position]
    subject = subject_before(clause, light) or (ahead[0] if ahead else ())
    return replace(base, a=subject, b=behind[0] if behind else (), inherited=not subject)


def _with_light(clause: Clause, position: int, light: int) -> Frame:
    item = clause.items[position]
    if item.trigger.sort is Sort.ACCREDIT:
        return _accredited(clause, position, light)
    trigger, role = item.trigger, clause.items[light].trigger.role
    wanted = counter_links(trigger)
    if role is Role.RECEIVE:
        wanted = wanted | {Link.FROM}
    arguments = with_offices(collect(clause, light, wanted), wanted, trigger)
    counter = first_of(arguments, wanted)
    if role is Role.JOIN and item.hit is not None and item.hit.cut.article and counter is None:
        return base_frame(clause, position, position, (), f"{trigger.id}.attended")
    base = base_frame(clause, position, light, arguments, f"{trigger.id}.{role}")
    between = _own_between(clause, position, arguments)
    if between is not None:
        return _between(base, between)
    gather = next(
        (at for at in range(position + 1, min(position + 3, len(clause.items))) if _gathers(clause.items[at])), None
    )
    before = subject_before(clause, light)
    bare = [each for each in arguments if each.link is Link.BARE]
    if gather is not None:
        host = before or _light_subject(clause, [each for each in bare if each.item < position], None, role)
        return _gathered(base, collect(clause, gather, wanted), host)
    end = item.last
    bare = [each for each in bare if each.item < position or clause.items[each.item].first - end <= SUBJECT_SLACK]
    subject = before or _light_subject(clause, bare, counter, role)
    if counter is None:
        if len(subject) > 1:
            return replace(base, a=subject[:1], b=subject[1:])
        return replace(base, a=subject, inherited=not subject, shared=clause.items[light].trigger.is_plural)
    if counter.both:
        told = clause.items[light].hit
        bound = light > position and told is not None and bool(told.cut.suffix)
        return replace(base, a=subject, anaphoric=True, inherited=not subject and not bound)
    return replace(base, a=subject, b=counter.phrases, parts=counter.parts, inherited=not subject)


def _light_subject(
    clause: Clause, bare: list[Argument], counter: Argument | None, role: Role | None
) -> tuple[Phrase, ...]:
    if role in (Role.IMPERSONAL, Role.VENUE):
        return ()
    near = [each for each in bare if counter is None or each.item < counter.item]
    return near[0].phrases if near else ()


def _gathers(item: Item) -> bool:
    return item.what is What.CUE and bool(item.does & {Does.GATHER, Does.COMPRISE})
