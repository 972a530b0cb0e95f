"""Verbs of meeting: the subject before or behind, the counterpart as object or by a link.

An object pronoun reverses the sides; the first person has the speaker of the quotation as its subject.
"""

from __future__ import annotations

from dataclasses import replace

from transforms.actors.records import Phrase, PhraseKind
from transforms.lexicon.cues import Does
from transforms.lexicon.triggers import Form, Sort, Trigger
from transforms.meetings.arguments import collect
from transforms.meetings.records import Argument, Clause, Frame, Link, What
from transforms.meetings.slots import base_frame, counter_links, first_of, with_offices
from transforms.meetings.subjects import subject_before, unknown_before


def read_verb(clause: Clause, position: int) -> Frame:
    item = clause.items[position]
    trigger, hit = item.trigger, item.hit
    assert hit is not None
    wanted = counter_links(trigger)
    following = clause.items[position + 1] if position + 1 < len(clause.items) else None
    respect = following is not None and Does.RESPECT in following.does and following.first == item.last
    arguments = with_offices(collect(clause, position, wanted), wanted, trigger, told=respect)
    before = subject_before(clause, position)
    bare = [each for each in arguments if each.link is Link.BARE]
    counter = first_of(arguments, wanted)
    if counter is not None and _is_of_topic(clause, trigger, counter):
        counter = None
    base = base_frame(clause, position, position, arguments, "verb")
    agent = first_of(arguments, frozenset({Link.AGENT}))
    if agent is not None and trigger.object:
        guest = before or (bare[0].phrases if bare else ())
        return replace(base, rule=f"{trigger.id}.passive", a=agent.phrases, b=guest, anaphoric=not guest)
    if trigger.is_first_person or (hit.cut.future and trigger.form is Form.PAST):
        goal = counter or (bare[0] if bare else None)
        found = goal.phrases if goal else before
        return replace(base, rule=f"{trigger.id}.speaker", b=found, inherited=True, parts=goal.parts if goal else ())
    if trigger.form is Form.PRESENT_AIM or respect:
        goal = counter or (bare[0] if bare else None)
        found = goal.phrases if goal else ()
        return replace(base, rule=f"{trigger.id}.told", b=found, inherited=True, parts=goal.parts if goal else ())
    if hit.cut.suffix and trigger.object:
        return _with_pronoun(base, trigger, before, bare)
    if following is not None and Does.BOTH in following.does and following.first == item.last:
        return replace(base, rule=f"{trigger.id}.both", shared=True, inherited=True)
    previous = clause.items[position - 1] if position else None
    if counter is None and previous is not None and Does.BOTH in previous.does and previous.last == item.first:
        return replace(base, rule=f"{trigger.id}.both", shared=True, inherited=True)
    if before:
        return _with_subject(base, trigger, before, counter, bare)
    return _subject_behind(base, trigger, counter, bare)


def _with_pronoun(base: Frame, trigger: Trigger, before: tuple[Phrase, ...], bare: list[Argument]) -> Frame:
    """An object pronoun: with the subject right behind it means who stands before the verb (X, whom Y received)."""
    rule = f"{trigger.id}.pronoun"
    host = base.clause.items[bare[0].item] if bare else None
    if before and host is not None and host.first == base.hit.last and not host.comma:
        return replace(base, rule=rule, a=bare[0].phrases, b=before)
    return replace(base, rule=rule, a=before or (bare[0].phrases if bare else ()), anaphoric=True)


def _with_subject(
    base: Frame, trigger: Trigger, subject: tuple[Phrase, ...], counter: Argument | None, bare: list[Argument]
) -> Frame:
    goal = counter or _companion(base, bare) or (_object(bare) if bare and trigger.object else None)
    if goal is None and is_joint(subject, trigger) and trigger.sort is not Sort.RECEIVE:
        return replace(base, rule=f"{trigger.id}.joint", a=subject[:1], b=subject[1:])
    if goal is None and trigger.form.endswith("_two") and _is_one(subject):
        return replace(base, rule=f"{trigger.id}.both", shared=True, inherited=True)
    if goal is None:
        return replace(base, rule=f"{trigger.id}.subject", a=subject)
    if goal.both:
        return replace(base, rule=f"{trigger.id}.pronoun", a=subject, anaphoric=True)
    return replace(base, rule=f"{trigger.id}.subject", a=subject, b=goal.phrases, parts=goal.parts)


def _is_one(subject: tuple[Phrase, ...]) -> bool:
    """Whether a subject is a single person: a verb of two does not speak of that one alone."""
    return len(subject) == 1 and subject[0].person is not None and not subject[0].plural and not subject[0].dual


def _companion(base: Frame, bare: list[Argument]) -> Argument | None:
    """Who stands behind the verb with "and" where the subject stands before it: X discussed, and Y, the crisis."""
    at = base.item + 1
    near = bool(bare) and bare[0].item == at and base.clause.items[at].joined
    return bare[0] if near and base.clause.items[at].first == base.clause.items[base.item].last else None


def _subject_behind(base: Frame, trigger: Trigger, counter: Argument | None, bare: list[Argument]) -> Frame:
    if counter is not None:
        ahead = [each for each in bare if each.item < counter.item and _may_meet(trigger, each)]
        if trigger.object and ahead and ahead[0].phrases[0].counterpart:
            return _object_alone(base, ahead[0])
        subject = ahead[0].phrases if ahead else ()
        if counter.both:
            return replace(base, rule=f"{trigger.id}.pronoun", a=subject, anaphoric=True, inherited=not subject)
        open_subject = not subject and not _has_unknown_subject(base)
        return replace(
            base,
            rule=f"{trigger.id}.link",
            a=subject,
            b=counter.phrases,
            parts=counter.parts,
            inherited=open_subject,
        )
    if trigger.object and bare and bare[0].accusative:
        return _object_alone(base, bare[0])
    if trigger.object and bare and bare[0].phrases[0].counterpart and len(bare[0].phrases) == 1:
        return _object_alone(base, bare[0])
    if trigger.object and len(bare) >= 2:
        goal = _object(bare[1:])
        return replace(base, rule=f"{trigger.id}.object", a=bare[0].phrases, b=goal.phrases, parts=goal.parts)
    if not bare:
        return _without_parties(base, trigger)
    return _with_one(base, trigger, bare[0])


def _without_parties(base: Frame, trigger: Trigger) -> Frame:
    loose = _loose_object(base) if trigger.object else None
    if loose is not None:
        return _object_alone(base, loose)
    return replace(base, rule=f"{trigger.id}.alone", shared=_means_two(trigger), inherited=True)


def _means_two(trigger: Trigger) -> bool:
    """Whether a verb without parties means the two told before: the plural of a verb of talking may mean anybody."""
    return trigger.is_plural and (trigger.sort is not Sort.TALK or trigger.form.endswith("_two"))


def _with_one(base: Frame, trigger: Trigger, only: Argument) -> Frame:
    verb, before = base.clause.items[base.item], base.clause.items[base.item - 1] if base.item else None
    following = base.clause.items[base.item + 1]
    goes_on = verb.joined or (Does.WITHIN in following.does and following.first == verb.last)
    goes_on = goes_on or (before is not None and Does.BARRIER in before.does and before.last == verb.first)
    joint = is_joint(only.phrases, trigger) and trigger.sort is not Sort.RECEIVE and not goes_on
    if joint or (not trigger.object and is_joint(only.phrases, trigger)):
        return replace(base, rule=f"{trigger.id}.joint", a=only.phrases[:1], b=only.phrases[1:])
    if trigger.object and Does.EACH not in following.does and _object_unknown(base.clause, only):
        return replace(base, rule=f"{trigger.id}.alone", a=only.phrases)
    return _object_alone(base, only) if trigger.object else replace(base, rule=f"{trigger.id}.alone", a=only.phrases)


def _loose_object(frame: Frame) -> Argument | None:
    """A name behind unknown words (titles that nobody knows) where a verb has no other object."""
    for at, each in enumerate(frame.arguments):
        if each.link is not Link.LOOSE or each.phrases[0].kind is not PhraseKind.PERSON:
            continue
        before = frame.arguments[at - 1].item if at else frame.item
        return each if each.item == before + 1 else None
    return None


def _object_alone(base: Frame, goal: Argument) -> Frame:
    """An object whose subject the text has told before; "the two ministers" alone met one another."""
    if _are_two(goal, base.trigger):
        return replace(base, rule=f"{base.trigger.id}.alone", a=goal.phrases)
    known = not unknown_before(base.clause, base.item)
    return replace(base, rule=f"{base.trigger.id}.object", b=goal.phrases, parts=goal.parts, inherited=known)


def _are_two(only: Argument, trigger: Trigger) -> bool:
    """Whether a party is two whom the text has told before, where the verb may have both as its subject."""
    phrase = only.phrases[0]
    named = phrase.person is not None or phrase.body is not None or phrase.country is not None
    two = phrase.kind is PhraseKind.OFFICE and phrase.dual and phrase.definite
    return trigger.sort is Sort.MEET and len(only.phrases) == 1 and two and not named


def _may_meet(trigger: Trigger, party: Argument) -> bool:
    """Whether a party may be the subject: a country talks and telephones, but does not meet or receive."""
    mere = all(phrase.kind is PhraseKind.COUNTRY for phrase in party.phrases)
    return not mere or trigger.sort not in (Sort.MEET, Sort.RECEIVE)


def is_joint(phrases: tuple[Phrase, ...], trigger: Trigger) -> bool:
    """Whether coordinated phrases are different parties: a further office of the first one's holder is none, unless
    the verb counts two.
    """
    if len(phrases) < 2:
        return False
    if trigger.is_plural:
        return True
    first, second = phrases[0], phrases[1]
    other = second.country is not None and second.country != first.country
    return second.kind is not PhraseKind.OFFICE or second.counterpart or other


def _has_unknown_subject(frame: Frame) -> bool:
    """Whether an unknown word stands right beside a verb that opens its clause: its subject is nobody we know."""
    items, at = frame.clause.items, frame.item
    verb = items[at]
    if verb.joined or verb.hit is None or verb.hit.cut.future:
        return False
    following = items[at + 1].first if at + 1 < len(items) else frame.clause.sentence.last
    opened = at > 0 and items[at - 1].what is What.CUE and items[at - 1].last == verb.first
    return (following > verb.last and not opened) or unknown_before(frame.clause, at)


def _object_unknown(clause: Clause, only: Argument) -> bool:
    """Whether a noun that is nobody we know stands right behind the only party: that one is the subject then."""
    item = clause.items[only.item]
    following = clause.items[only.item + 1].first if only.item + 1 < len(clause.items) else clause.sentence.last
    return item.noun_behind and following > item.last


def _is_of_topic(clause: Clause, trigger: Trigger, counter: Argument) -> bool:
    """Whether a would-be counterpart is what was talked about: a far country, relations "between the two sides", the
    cooperation between X and Y.
    """
    if counter.link is Link.BETWEEN and counter.both:
        return True
    return trigger.sort is Sort.TALK and (counter.link is Link.BETWEEN or is_remote(clause, counter))


def is_remote(clause: Clause, counter: Argument) -> bool:
    """Whether a country stands behind "with" at a distance: then it is part of what was talked about."""
    if counter.item < 2 or any(phrase.kind is not PhraseKind.COUNTRY for phrase in counter.phrases):
        return False
    link, before = clause.items[counter.item - 1], clause.items[counter.item - 2]
    return bool(counter.phrases) and link.first > before.last


def _object(bare: list[Argument]) -> Argument:
    """The object among what stands behind the subject: a person or office before a mere body or "the delegation"."""
    for each in bare:
        first = each.phrases[0]
        if first.kind is PhraseKind.PERSON or (first.kind is not PhraseKind.BODY and (first.country or first.body)):
            return each
    return next((each for each in bare if each.phrases[0].kind is not PhraseKind.BODY), bare[0])
