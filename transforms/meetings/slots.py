"""What the readings of verbs and nouns share: which links a word allows, the frame before its sides are known."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from transforms.actors.records import Phrase, PhraseKind
from transforms.lexicon.triggers import Trigger
from transforms.meetings.continuing import OFFICE_SLACK
from transforms.meetings.records import Argument, Clause, Frame, Link
from transforms.text.characters import ARTICLE

#: Between a body and the name of who heads it there one place may be told.
PLACE_BETWEEN = 2
COUNTERS = {"with": Link.WITH, "by": Link.BY, "to": Link.TO, "toward": Link.TOWARD, "from": Link.FROM}


def counter_links(trigger: Trigger) -> frozenset[Link]:
    """The links by which the trigger's counterpart may come."""
    return _links(trigger.links)


@cache
def _links(names: frozenset[str]) -> frozenset[Link]:
    return frozenset(COUNTERS[link] for link in names if link in COUNTERS) | {Link.BETWEEN}


def first_of(arguments: tuple[Argument, ...], links: frozenset[Link]) -> Argument | None:
    return next((each for each in arguments if each.link in links), None)


def base_frame(clause: Clause, position: int, anchor: int, arguments: tuple[Argument, ...], rule: str) -> Frame:
    frame = Frame(position, anchor, clause, rule)
    other = tuple(phrase for each in arguments if each.link is Link.PATRON for phrase in each.phrases)
    return replace(frame, last=extent(frame, arguments), other=other, arguments=arguments)


def extent(frame: Frame, arguments: tuple[Argument, ...]) -> int:
    ends = [frame.clause.items[frame.item].last, *(each.phrases[-1].last for each in arguments if each.phrases)]
    return max(ends)


def with_offices(
    arguments: tuple[Argument, ...], wanted: frozenset[Link], trigger: Trigger, *, told: bool = False
) -> tuple[Argument, ...]:
    """Arguments in which a name and the office right behind it are one. The office behind the first name may be the
    verb's object: then it counts as the name's own only if another party follows, or if the subject is `told` already.
    """
    found: list[Argument] = []
    for at, each in enumerate(arguments):
        if len(found) > 1 and _holds_owned(found[-2], found[-1], each):
            _, office = found.pop(), found.pop()
            held = _one(office.phrases[-1], each.phrases[0])
            phrases = (*office.phrases[:-1], held, *each.phrases[1:])
            found.append(office._replace(phrases=phrases, parts=(*office.parts, *each.parts[1:])))
            continue
        last = found[-1] if found else None
        if last is None or not _are_one(last, each):
            found.append(each)
            continue
        subject = trigger.object and not told and not any(other.link is Link.BARE for other in found[:-1])
        if subject and not any(other.link is Link.BARE or other.link in wanted for other in arguments[at + 1 :]):
            found.append(each)
            continue
        phrases = (*last.phrases[:-1], _one(last.phrases[-1], each.phrases[0]), *each.phrases[1:])
        found[-1] = last._replace(phrases=phrases, parts=(*last.parts, *each.parts[1:]))
    return tuple(found)


def _holds_owned(left: Argument, owner: Argument, right: Argument) -> bool:
    """Whether a list ends in an office, its body follows with further words, and then comes the holder's name."""
    if not left.phrases or len(owner.phrases) != 1 or not right.phrases or right.link not in (Link.BARE, Link.LOOSE):
        return False
    office, body, name = left.phrases[-1], owner.phrases[0], right.phrases[0]
    if office.kind is not PhraseKind.OFFICE or office.person is not None or office.plural or office.body != body.body:
        return False
    near = right.item - owner.item <= PLACE_BETWEEN and name.first - body.last <= OFFICE_SLACK
    return body.kind is PhraseKind.BODY and name.kind is PhraseKind.PERSON and name.role is None and near


def _are_one(left: Argument, right: Argument) -> bool:
    """Whether a name without an office stands right before an office, or an office without its holder before one
    name.
    """
    if not left.phrases or not right.phrases or left.link in (Link.PLACE, Link.LOOSE):
        return False
    name, office = left.phrases[-1], right.phrases[0]
    if name.kind is PhraseKind.OFFICE and office.kind is PhraseKind.PERSON and right.link in (Link.BARE, Link.LOOSE):
        near = right.item == left.item + 1 and office.first - name.last <= OFFICE_SLACK
        title = office.role is None and office.first == name.last
        return name.person is None and not name.plural and near and (title or not office.country)
    if right.link is not Link.BARE:
        return False
    one = name.kind is PhraseKind.PERSON and office.kind is PhraseKind.OFFICE and not office.plural
    return one and _is_title(name.role) and office.first == name.last and not office.counterpart


def _is_title(role: str | None) -> bool:
    """Whether a name has no office of its own yet: nothing, or a word such as "the prince"."""
    return role is None or (role.startswith(ARTICLE) and " " not in role)


def _one(left: Phrase, right: Phrase) -> Phrase:
    name, office = (left, right) if left.kind is PhraseKind.PERSON else (right, left)
    return name._replace(
        first=left.first,
        start=left.start,
        last=right.last,
        end=right.end,
        role=office.role or name.role,
        country=name.country or office.country,
        body=name.body if name.body is not None else office.body,
    )
