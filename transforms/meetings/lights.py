"""Nouns of meeting that hang on a light verb: "held talks with", "got a call from", "chaired a meeting in the presence
of", "ended his visit by meeting".
"""

from __future__ import annotations

from dataclasses import replace

from transforms.actors.records import Phrase
from transforms.lexicon.cues import Does
from transforms.lexicon.triggers import Role, Sort
from transforms.meetings.arguments import collect, is_behalf
from transforms.meetings.pairs import gathered, gathers, of_several, own_between, pair_between
from transforms.meetings.records import Argument, Clause, Frame, Item, Link, What
from transforms.meetings.slots import base_frame, counter_links, first_of, with_offices
from transforms.meetings.subjects import subject_before
from transforms.text.characters import ACCUSATIVE, PREPOSITIONS

#: How many items a light verb may stand before its noun.
REACH = 9
#: How far behind its noun the subject of a light verb may stand.
SUBJECT_SLACK = 2
#: How many unknown words are a name.
NAME_WORDS = 2


def light_verb(clause: Clause, position: int) -> int | None:
    """The light verb on which a noun hangs: before it in the same clause, with nothing in between that ends one."""
    item = clause.items[position]
    following = clause.items[position + 1] if position + 1 < len(clause.items) else None
    if following is not None and _is_bound(following) and _takes(following, item):
        return position + 1
    for back, at in enumerate(range(position - 1, -1, -1)):
        other = clause.items[at]
        if other.what is What.LIGHT and (item.trigger.sort is Sort.ACCREDIT or other.trigger.role is not Role.ACCEPT):
            return at if _carries(clause, at, position) else None
        if back == 0 and other.what is What.CUE and Does.DURING in other.does and other.last == item.first:
            return None
        if back >= REACH or _ends(clause, at):
            return None
    if following is not None and following.what is What.LIGHT:
        return position + 1 if _is_bound(following) or following.first == item.last else None
    return None


def _takes(light: Item, noun: Item) -> bool:
    """Whether a light verb behind its noun takes it: only calls are received."""
    role = light.trigger.role
    return role is Role.HOLD or (role is Role.RECEIVE and noun.trigger.sort is Sort.CALL)


def _is_bound(item: Item) -> bool:
    """Whether an item is a light verb whose pronoun means the noun before it (talks that he held)."""
    return item.what is What.LIGHT and item.hit is not None and bool(item.hit.cut.suffix)


def _ends(clause: Clause, at: int) -> bool:
    """Whether an item ends the clause of a light verb: a verb, or what opens another clause."""
    item = clause.items[at]
    if item.what is What.TRIGGER:
        return not item.trigger.is_noun
    ends = item.what is What.CUE and item.does & {Does.STATEMENT, Does.BARRIER, Does.DEMAND}
    return bool(ends) and not is_behalf(clause, at)


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


def with_light(clause: Clause, position: int, light: int) -> Frame:
    item = clause.items[position]
    if item.trigger.sort is Sort.ACCREDIT:
        return _accredited(clause, position, light)
    trigger, role = item.trigger, clause.items[light].trigger.role
    wanted = counter_links(trigger) | (frozenset({Link.FROM}) if role is Role.RECEIVE else frozenset())
    arguments = with_offices(collect(clause, light, wanted), wanted, trigger)
    counter = first_of(arguments, wanted)
    if role is Role.JOIN and item.hit is not None and item.hit.cut.article and counter is None:
        return base_frame(clause, position, position, (), f"{trigger.id}.attended")
    base = base_frame(clause, position, light, arguments, f"{trigger.id}.{role}")
    between = own_between(clause, position, arguments)
    if between is not None:
        return pair_between(base, between)
    gather = next(
        (at for at in range(position + 1, min(position + 3, len(clause.items))) if gathers(clause.items[at])), None
    )
    before = subject_before(clause, light)
    bare = [each for each in arguments if each.link is Link.BARE]
    if gather is not None:
        host = before or _light_subject(clause, [each for each in bare if each.item < position], None, role)
        return gathered(base, collect(clause, gather, wanted), host)
    end = item.last
    bare = [each for each in bare if each.item < position or clause.items[each.item].first - end <= SUBJECT_SLACK]
    subject = before or _light_subject(clause, bare, counter, role)
    if counter is None:
        return _without_counter(base, subject, bare)
    if counter.both:
        bound = light > position and _is_bound(clause.items[light])
        return replace(base, a=subject, anaphoric=True, inherited=not subject and not bound)
    open_subject = not subject and not _has_unknown_subject(clause, light)
    return replace(base, a=subject, b=counter.phrases, parts=counter.parts, inherited=open_subject)


def _without_counter(base: Frame, subject: tuple[Phrase, ...], bare: list[Argument]) -> Frame:
    """A noun without "with": its object, those in whose presence it was chaired, or two subjects."""
    clause, light = base.clause, base.clause.items[base.anchor]
    near = _object_of(clause, base.item, bare)
    if not near and light.trigger.role is Role.CHAIR and _is_gathering(clause, base.item):
        near = _attending(base.arguments)
    several = of_several(base)
    if several is not None and not subject:
        return replace(base, a=several.phrases[:1], b=several.phrases[1:])
    open_subject = not subject and not _has_unknown_subject(clause, base.anchor)
    if near:
        return replace(base, a=subject, b=near, inherited=open_subject)
    if len(subject) > 1:
        return replace(base, a=subject[:1], b=subject[1:])
    return replace(base, a=subject, inherited=open_subject, shared=light.trigger.is_plural)


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


def _object_of(clause: Clause, position: int, bare: list[Argument]) -> tuple[Phrase, ...]:
    """Whom somebody ended his visit by meeting: the object right behind the noun with its preposition."""
    noun = clause.items[position]
    if noun.hit is None or noun.hit.cut.preposition != PREPOSITIONS[0] or not noun.trigger.object:
        return ()
    return next((each.phrases for each in bare if clause.items[each.item].first == noun.last), ())


def _has_unknown_subject(clause: Clause, light: int) -> bool:
    """Whether a name that nobody knows stands right behind a light verb, or right before it behind "that"."""
    following = clause.items[light + 1] if light + 1 < len(clause.items) else None
    before, verb = clause.items[light - 1] if light else None, clause.items[light]
    opened = before is not None and Does.CLAUSE in before.does and not verb.joined
    if opened and before is not None and verb.first - before.last >= NAME_WORDS:
        return True
    return following is not None and following.first - clause.items[light].last >= NAME_WORDS


def _is_gathering(clause: Clause, position: int) -> bool:
    """Whether a chaired meeting is no session of one body: it is told as new, and belongs to nobody."""
    noun = clause.items[position]
    assert noun.hit is not None
    following = clause.items[position + 1] if position + 1 < len(clause.items) else noun
    owned = following.phrase is not None and following.first == noun.last and following.link in (None, Link.TO)
    return not owned and not noun.hit.cut.article and noun.hit.cut.suffix in ("", ACCUSATIVE)


def _attending(arguments: tuple[Argument, ...]) -> tuple[Phrase, ...]:
    """Those in whose presence a meeting was chaired."""
    return tuple(phrase for each in arguments if each.link is Link.PRESENT for phrase in each.phrases)


def _light_subject(
    clause: Clause, bare: list[Argument], counter: Argument | None, role: Role | None
) -> tuple[Phrase, ...]:
    if role in (Role.IMPERSONAL, Role.VENUE):
        return ()
    near = [each for each in bare if counter is None or each.item < counter.item]
    return near[0].phrases if near else ()
