"""Whether a phrase begins an argument or goes on with the one before it: coordination, apposition, a name after its
office.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from transforms.actors.records import Phrase, PhraseKind
from transforms.meetings.records import Argument, Clause, Item, Link

#: How many unknown words may stand between two names of a list.
LIST_SLACK = 3
#: How many unknown words an office may have before its holder's name.
OFFICE_SLACK = 4
#: How many words may be told of the first of two parties behind "between" before the second.
BETWEEN_REACH = 12


@dataclass
class Search:
    """The state of one walk to the right: what was found, the link that waits for its phrase, what stood in between
    since the last phrase (anything, or a time or venue).
    """

    clause: Clause
    cursor: int
    found: list[Argument] = field(default_factory=list)
    pending: Link | None = None
    part: int = 0
    settled: bool = False
    interrupted: bool = False
    timed: bool = False
    behalf: bool = False
    toward: bool = False
    each: bool = False
    awaited: bool = False


def continued(search: Search, item: Item, gap: int) -> int | None:
    """The argument that a phrase continues. Behind the head of a delegation a further party goes on with the
    delegation; a bare name may belong to an office on whose own words a place or body hangs.
    """
    awaited = _second_of_between(search, item)
    if awaited is not None:
        return awaited
    index = len(search.found) - 1
    if index >= 0 and search.found[index].phrases and _continues(search, item, search.found[index], gap):
        heads = search.found[index].link is Link.LEAD and index and _is_party(item.phrase)
        return index - 1 if heads else index
    return _office_of(search, item, gap)


def _second_of_between(search: Search, item: Item) -> int | None:
    """The argument behind "between" that still waits for its second party: what is joined goes on with it, whatever is
    told of the first one in between."""
    if not (item.joined or search.each) or item.link is not None:
        return None
    for index in range(len(search.found) - 1, -1, -1):
        last = search.found[index]
        if last.link is Link.BETWEEN:
            only = last.phrases[0] if len(last.phrases) == 1 else None
            waits = only is not None and not (only.dual or only.plural) and item.first - only.last <= BETWEEN_REACH
            return index if waits else None
        nearer = last.phrases[-1].kind is item.phrase.kind if last.phrases and item.phrase is not None else True
        duty = last.link is Link.BARE and bool(last.phrases) and _is_open_office(last.phrases[-1])
        if not (duty or last.link in (Link.PLACE, Link.LOOSE)) or nearer:
            return None
    return None


def _office_of(search: Search, item: Item, gap: int) -> int | None:
    """The argument that ends in an office whose holder a bare name tells."""
    phrase = item.phrase
    if phrase is None or item.joined or item.link is not None or search.timed or gap > OFFICE_SLACK:
        return None
    waiting = search.pending in (None, Link.PLACE)
    if not waiting or phrase.kind is not PhraseKind.PERSON or (phrase.role is not None and not search.behalf):
        return None
    index = len(search.found) - 1
    while index >= 0 and _hangs_on_office(search.found[index]):
        index -= 1
    if index < 0 or not search.found[index].phrases:
        return None
    office = search.found[index].phrases[-1]
    if not _is_open_office(office) or office.plural:
        return None
    return index if item.comma or phrase.last - phrase.first > 1 else None


def _is_open_office(phrase: Phrase) -> bool:
    return phrase.kind is PhraseKind.OFFICE and phrase.person is None


def _hangs_on_office(argument: Argument) -> bool:
    """Whether an argument may be part of the office before it: a place, a loose phrase, its body by a preposition."""
    if argument.link in (Link.PLACE, Link.LOOSE):
        return True
    mere = all(phrase.kind in (PhraseKind.BODY, PhraseKind.COUNTRY) for phrase in argument.phrases)
    return argument.link in (Link.BY, Link.TO, Link.FROM) and mere


def _is_party(phrase: Phrase | None) -> bool:
    return phrase is not None and (phrase.kind is not PhraseKind.PERSON or phrase.role is not None)


def _continues(search: Search, item: Item, last: Argument, gap: int) -> bool:
    """Whether a phrase is coordinated with, or stands in apposition to, the argument before it."""
    if search.pending not in (None, Link.FROM) or last.link in (Link.PLACE, Link.LOOSE):
        return False
    if item.joined or search.each:
        close = gap == 0 or (gap <= LIST_SLACK and item.comma)
        return close and (item.link is None or item.link is last.link)
    if search.part > (last.parts or (0,))[-1] and gap <= 1 and item.link is None:
        return True
    beside = item.comma and gap == 0 and not search.interrupted and item.link is None
    if (
        beside
        and last.link in (Link.MEMBER, Link.PRESENT)
        and item.phrase is not None
        and item.phrase.person is not None
    ):
        return True
    return beside and last.link is not Link.LEAD and _apposition(last.phrases[-1], item.phrase)


def _apposition(left: Phrase, right: Phrase | None) -> bool:
    """An office before its holder's name, a name before its office, or the next name of a list without
    conjunctions.
    """
    if right is None:
        return False
    if right.plural or right.counterpart:
        return False
    kinds = (left.kind, right.kind)
    if kinds == (PhraseKind.OFFICE, PhraseKind.PERSON):
        return left.person is None
    if kinds == (PhraseKind.PERSON, PhraseKind.OFFICE):
        return left.role is None and right.person in (None, left.person)
    return left.person is not None and left.person == right.person


def merged(left: Phrase, right: Phrase, owner: int | None, *, joined: bool) -> Phrase | None:
    """One phrase for an office and the name of its holder that stand apart, `owner` being the body told between them;
    None for two parties.
    """
    if joined or left.kind is not PhraseKind.OFFICE or left.person is not None or right.kind is not PhraseKind.PERSON:
        return None
    return left._replace(
        kind=PhraseKind.PERSON,
        last=right.last,
        end=right.end,
        person=right.person,
        name_first=right.name_first if right.name_first is not None else right.first,
        name_last=right.name_last if right.name_last is not None else right.last,
        body=next((body for body in (left.body, right.body, owner) if body is not None), None),
        country=left.country or right.country,
    )
