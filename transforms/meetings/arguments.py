"""The phrases that hang on a word: collected to its right up to the clause's end, and the subject to its left.

The right side is read item by item. A link word (with, between, from, headed by) gives its link to the phrase
behind it; a phrase after a comma, a time or a place stands bare; a phrase behind unknown words belongs to them and
is loose. Coordination joins a phrase to the argument before it. Verbs of saying and other verbs of meeting end the
search.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from transforms.actors.records import Phrase, PhraseKind
from transforms.lexicon.cues import Does
from transforms.meetings.records import Argument, Clause, Item, Link, What

LINKS = {
    Does.WITH: Link.WITH,
    Does.BETWEEN: Link.BETWEEN,
    Does.FROM: Link.FROM,
    Does.LEAD: Link.LEAD,
    Does.HEADING: Link.MEMBER,
    Does.PRESENCE_OF: Link.PRESENT,
    Does.PATRON: Link.PATRON,
    Does.ACCOMPANY: Link.PRESENT,
    Does.VENUE: Link.PLACE,
    Does.LOCATIVE: Link.PLACE,
    Does.DURING: Link.PLACE,
}
STOPS = frozenset({Does.STATEMENT, Does.BARRIER, Does.DEMAND, Does.DENIED})
#: What may stand between a link word and its phrase without breaking the link.
THROUGH = frozenset({Does.EACH, Does.FILLER})
#: Cues that say nothing of a link before them.
KEEPS = THROUGH | {Does.HABITUAL, Does.PRESENCE, Does.INTERVIEW, Does.STATE, Does.BACKGROUND, Does.SAME}
#: How many unknown words may stand between a link word and its phrase ("with a large number of ...").
SLACK = 3
LIST_SLACK = 3


@dataclass(slots=True)
class _Search:
    """The state of one walk to the right."""

    clause: Clause
    cursor: int
    found: list[Argument] = field(default_factory=list)
    pending: Link | None = None
    part: int = 0
    settled: bool = False
    interrupted: bool = False


def collect(clause: Clause, start: int, wanted: frozenset[Link]) -> tuple[Argument, ...]:
    """The arguments behind item `start`. After one of the `wanted` links is found, a relative clause ends the
    walk.
    """
    search = _Search(clause, clause.items[start].last)
    for position in range(start + 1, len(clause.items)):
        item = clause.items[position]
        if item.what is What.PHRASE:
            _phrase(search, position, item, wanted)
            search.cursor = item.last
        elif _ends(search, position, item):
            break
        elif item.what is What.CUE:
            if not item.does & KEEPS:
                search.pending = None
            _cue(search, position, item)
            search.cursor = max(item.last, search.cursor) if item.does & THROUGH or _links(item) else search.cursor
        else:
            search.interrupted = True
            if search.pending is Link.PLACE or item.first - search.cursor <= 1:
                search.cursor = item.last
            if search.pending is Link.PLACE:
                search.pending = None
    return tuple(search.found)


def _links(item: Item) -> bool:
    return any(does in LINKS for does in item.does)


def _ends(search: _Search, position: int, item: Item) -> bool:
    if item.what is What.TRIGGER:
        return not item.trigger.is_noun
    if item.what is What.LIGHT:
        assert item.hit is not None
        return item.joined or (not item.hit.cut.suffix and search.settled)
    if item.what is not What.CUE:
        return False
    if item.does & STOPS:
        return True
    return Does.RELATIVE in item.does and (search.settled or not _describes_party(search, position))


def _describes_party(search: _Search, position: int) -> bool:
    """Whether a relative clause hangs on a phrase or on the meeting's own noun: the clause goes on behind it."""
    before = search.clause.items[position - 1]
    close = before.last == search.clause.items[position].first
    venue = before.what is What.CUE and Does.VENUE in before.does
    return close and (venue or before.what in (What.PHRASE, What.TRIGGER, What.PLACE))


def _cue(search: _Search, position: int, item: Item) -> None:
    if Does.THEN in item.does:
        search.part += 1
    if Does.BOTH in item.does and search.pending is not None:
        search.found.append(Argument(search.pending, (), position, (), both=True))
        search.pending = None
        return
    for does in item.does:
        link = LINKS.get(does)
        if link is None:
            continue
        if does is Does.WITH and item.hit is not None and item.hit.cut.suffix:
            search.found.append(Argument(Link.WITH, (), position, (), both=True))
            search.settled = True
            return
        if link is Link.PLACE and search.pending in (Link.WITH, Link.BETWEEN) and item.first == search.cursor:
            return
        if does is Does.FROM and search.pending is not None and search.pending is not Link.PLACE:
            return
        search.pending = None if _owned_venue(item, link) else link


def _owned_venue(item: Item, link: Link) -> bool:
    """A venue with a pronoun (his office) takes no phrase behind it."""
    return link is Link.PLACE and item.hit is not None and bool(item.hit.cut.suffix)


def _phrase(search: _Search, position: int, item: Item, wanted: frozenset[Link]) -> None:
    phrase = item.phrase
    assert phrase is not None
    gap = item.first - search.cursor
    index = _continued(search, item, gap)
    if index is not None:
        last = search.found[index]
        part = (*last.parts, search.part)
        search.found[index] = last._replace(phrases=(*last.phrases, phrase), parts=part)
        search.pending, search.interrupted = None, False
        return
    link = _link(search, item, gap)
    search.pending, search.interrupted = None, False
    search.found.append(Argument(link, (phrase,), position, (search.part,)))
    if link in wanted:
        search.settled = True


def _continued(search: _Search, item: Item, gap: int) -> int | None:
    """The argument that a phrase continues. Behind the head of a delegation a further party goes on with the
    delegation.
    """
    if not search.found or not search.found[-1].phrases:
        return None
    index = len(search.found) - 1
    if not _continues(search, item, search.found[index], gap):
        return None
    if search.found[index].link is Link.LEAD and index and _is_party(item.phrase):
        return index - 1
    return index


def _is_party(phrase: Phrase | None) -> bool:
    return phrase is not None and (phrase.kind is not PhraseKind.PERSON or phrase.role is not None)


def _continues(search: _Search, item: Item, last: Argument, gap: int) -> bool:
    """Whether a phrase is coordinated with, or stands in apposition to, the argument before it."""
    if search.pending not in (None, Link.FROM) or last.link in (Link.PLACE, Link.LOOSE):
        return False
    if item.joined:
        close = gap == 0 or (gap <= LIST_SLACK and item.comma)
        return close and (item.link is None or item.link is last.link)
    if search.part > (last.parts or (0,))[-1] and gap <= 1 and item.link is None:
        return True
    if item.comma and not search.interrupted and item.link is None and last.link is not Link.LEAD:
        if gap and not _names_office(last.phrases[-1], item.phrase):
            return False
        return _apposition(last.phrases[-1], item.phrase)
    return False


def _names_office(left: Phrase, right: Phrase | None) -> bool:
    """Whether a bare name follows an office whose own words the phrase did not cover."""
    return (
        right is not None and left.kind is PhraseKind.OFFICE and right.kind is PhraseKind.PERSON and right.role is None
    )


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


def _link(search: _Search, item: Item, gap: int) -> Link:
    if item.link is not None:
        return item.link
    pending = search.pending
    if pending is not None and pending is not Link.PLACE and gap <= SLACK:
        return pending
    if pending is Link.PLACE and gap == 0 and not item.comma:
        return Link.PLACE
    if gap == 0 or item.comma or (pending is Link.PLACE and gap == 1):
        return Link.BARE
    return Link.LOOSE


def subject_before(clause: Clause, position: int) -> tuple[Phrase, ...]:
    """The subject to the left of a verb: the phrases right before it, over times, places and particles."""
    verb = clause.items[position]
    if verb.joined:
        return ()
    cursor, at = verb.first, position - 1
    while at >= 0:
        item = clause.items[at]
        if cursor - item.last > 0:
            return ()
        if item.what is What.PHRASE:
            return _chain(clause, at)
        if not _passable(item):
            return _earlier(clause, at)
        cursor, at = item.first, at - 1
    return ()


def unknown_before(clause: Clause, position: int) -> bool:
    """Whether an unknown word stands before a verb where its subject would be."""
    cursor = clause.items[position].first
    if clause.items[position].joined:
        return False
    for item in reversed(clause.items[:position]):
        if cursor > item.last:
            return True
        if not _passable(item):
            return False
        cursor = item.first
    return cursor > clause.sentence.first


def _earlier(clause: Clause, at: int) -> tuple[Phrase, ...]:
    """The subject of "it happened before to X that he met": a phrase with its preposition between the two words."""
    if at < 2 or clause.items[at].what is not What.CUE or Does.BARRIER not in clause.items[at].does:
        return ()
    item, opener = clause.items[at - 1], clause.items[at - 2]
    if item.phrase is None or item.link is not Link.TO or Does.BACKGROUND not in opener.does:
        return ()
    return (item.phrase,) if item.last == clause.items[at].first else ()


def _passable(item: Item) -> bool:
    if item.what in (What.TIME, What.PLACE):
        return True
    passing = {Does.FILLER, Does.BACKGROUND, Does.RELATIVE, Does.LOCATIVE, Does.SUPPOSED, Does.SAME, Does.PLANNED}
    return item.what is What.CUE and bool(item.does & passing) and Does.STATEMENT not in item.does


def _chain(clause: Clause, at: int) -> tuple[Phrase, ...]:
    """The coordinated phrases that end at an item, if no preposition governs them."""
    phrases: list[Phrase] = []
    while at >= 0 and clause.items[at].what is What.PHRASE:
        item = clause.items[at]
        phrase = item.phrase
        assert phrase is not None
        phrases.insert(0, phrase)
        if not item.joined:
            return () if item.link is not None or _governed(clause, at) else tuple(phrases)
        before = clause.items[at - 1] if at else None
        if before is None or before.what is not What.PHRASE or before.last != item.first:
            return tuple(phrases)
        at -= 1
    return tuple(phrases)


def _governed(clause: Clause, at: int) -> bool:
    """Whether a preposition or a building stands right before an item."""
    if at == 0:
        return False
    before, item = clause.items[at - 1], clause.items[at]
    if before.last != item.first or item.comma:
        return False
    return before.what is What.CUE and any(LINKS.get(does) not in (None, Link.LEAD) for does in before.does)


def sentence_subject(clause: Clause, before: int) -> tuple[Phrase, ...]:
    """The first phrase left of an item that no preposition governs: what the sentence speaks of."""
    for at in range(before):
        item = clause.items[at]
        if item.what is not What.PHRASE or item.link is not None or _governed(clause, at):
            continue
        assert item.phrase is not None
        if item.phrase.kind is not PhraseKind.COUNTRY:
            return (item.phrase, *_head_of(clause, at))
    return ()


def _head_of(clause: Clause, at: int) -> tuple[Phrase, ...]:
    """The head that the text names right behind a delegation."""
    items = clause.items[at + 1 : at + 3]
    if len(items) < 2 or items[0].what is not What.CUE or Does.LEAD not in items[0].does:
        return ()
    return (items[1].phrase,) if items[1].phrase is not None else ()
