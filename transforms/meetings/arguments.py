"""The phrases that hang on a word: collected to its right up to the clause's end, and the subject to its left.

The right side is read item by item. A link word (with, between, from, headed by) gives its link to the phrase
behind it; a phrase after a comma, a time or a place stands bare; a phrase behind unknown words belongs to them and
is loose. Coordination joins a phrase to the argument before it. Verbs of saying and other verbs of meeting end the
search.
"""

from __future__ import annotations

from transforms.actors.records import Phrase, PhraseKind
from transforms.lexicon.cues import Does
from transforms.meetings.continuing import OFFICE_SLACK, Search, continued, merged
from transforms.meetings.records import LINKS, Argument, Clause, Item, Link, What
from transforms.text.characters import PREPOSITIONS

STOPS = frozenset({Does.STATEMENT, Does.BARRIER, Does.DEMAND, Does.DENIED})
#: What may stand between a link word and its phrase without breaking the link.
THROUGH = frozenset({Does.EACH, Does.FILLER})
#: Cues that say nothing of a link before them.
KEEPS = THROUGH | {Does.HABITUAL, Does.PRESENCE, Does.INTERVIEW, Does.STATE, Does.BACKGROUND, Does.SAME, Does.BOTH}
#: The links that a text may repeat for each counterpart.
REPEATED = frozenset({Link.WITH, Link.FROM})
#: The links of the prepositions that may be glued to "each of".
GLUED = {PREPOSITIONS[0]: Link.BY, PREPOSITIONS[1]: Link.TO}
#: How many unknown words may stand between a link word and its phrase ("with a large number of ...").
SLACK = 3
#: How far behind its verb an object may stand.
OBJECT_REACH = 12


def collect(clause: Clause, start: int, wanted: frozenset[Link]) -> tuple[Argument, ...]:
    """The arguments behind item `start`. After one of the `wanted` links is found, a relative clause ends the
    walk.
    """
    opener = clause.items[start]
    search = Search(clause, opener.last, toward=Link.TOWARD in wanted)
    search.awaited = opener.what is What.TRIGGER and not opener.trigger.is_noun and opener.trigger.object
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
            search.timed = search.timed or item.what is What.TIME
            if search.pending is Link.PLACE or item.first - search.cursor <= 1:
                search.cursor = item.last
            if search.pending is Link.PLACE or (search.pending is Link.BETWEEN and item.what is What.PLACE):
                search.pending = None
    return tuple(search.found)


def _links(item: Item) -> bool:
    return any(does in LINKS for does in item.does)


def _ends(search: Search, position: int, item: Item) -> bool:
    if item.what is What.TRIGGER:
        return not item.trigger.is_noun
    if item.what is What.LIGHT:
        assert item.hit is not None
        return item.joined or (not item.hit.cut.suffix and search.settled)
    if item.what is not What.CUE:
        return False
    if item.does & STOPS:
        return not (
            is_behalf(search.clause, position) or _is_of_name(search, position) or _is_of_duty(search, position)
        )
    return Does.RELATIVE in item.does and (search.settled or not _describes_party(search, position))


def is_behalf(clause: Clause, position: int) -> bool:
    """Whether "on behalf of" hangs on an office right before it, whose holder's name may follow."""
    item = clause.items[position]
    if Does.BEHALF not in item.does or not position:
        return False
    before = clause.items[position - 1]
    if before.what is What.CUE and Does.VENUE in before.does:
        before = next((each for each in reversed(clause.items[:position]) if each.phrase is not None), before)
        return _awaits_name(before) and item.first - before.last <= 2 * OFFICE_SLACK
    return _awaits_name(before) and item.first - before.last <= OFFICE_SLACK


def _is_of_name(search: Search, position: int) -> bool:
    """Whether a preposition stands right behind a body while parties are still awaited: its name goes on."""
    item, before = search.clause.items[position], search.clause.items[position - 1]
    open_end = before.phrase is not None and before.phrase.kind is PhraseKind.BODY and before.last == item.first
    return Does.BEHALF in item.does and open_end and not search.settled and not item.comma


def _is_of_duty(search: Search, position: int) -> bool:
    """Whether a preposition goes on with the duties of the one party found so far (X, adviser at the court, general
    overseer of the centre Y), where a verb still waits for its object."""
    item, items = search.clause.items[position], search.clause.items
    bare = [each for each in search.found if each.link is Link.BARE]
    if Does.BEHALF not in item.does or not search.awaited or len(bare) != 1 or position + 1 >= len(items):
        return False
    following, named = items[position + 1], bare[0].phrases[-1].person is not None
    body = following.phrase is not None and following.phrase.kind is PhraseKind.BODY
    return named and body and following.first == item.last and item.first > items[position - 1].last and not item.comma


def _awaits_name(item: Item) -> bool:
    phrase = item.phrase
    return phrase is not None and phrase.kind is PhraseKind.OFFICE and phrase.person is None


def _describes_party(search: Search, position: int) -> bool:
    """Whether a relative clause hangs on a phrase or on the meeting's own noun: the clause goes on behind it."""
    before = search.clause.items[position - 1]
    close = before.last == search.clause.items[position].first
    venue = before.what is What.CUE and bool(before.does & {Does.VENUE, Does.PRESENCE})
    return close and (venue or before.what in (What.PHRASE, What.TRIGGER, What.PLACE))


def _cue(search: Search, position: int, item: Item) -> None:
    search.behalf = Does.BEHALF in item.does
    search.each = Does.EACH in item.does and item.joined
    if Does.THEN in item.does:
        search.part += 1
    if Does.BOTH in item.does and search.pending is not None and not _is_title(search.clause, position):
        search.found.append(Argument(search.pending, (), position, (), both=True))
        search.pending = None
        return
    if _links_by_itself(search, item):
        return
    for does in item.does:
        link = LINKS.get(does)
        if link is None:
            continue
        if does is Does.WITH and item.hit is not None and item.hit.cut.suffix:
            search.found.append(Argument(Link.WITH, (), position, (), both=True))
            search.settled = True
            return
        search.timed = search.timed or does is Does.VENUE
        search.part += item.joined and link in REPEATED and any(each.link is link for each in search.found)
        if link is Link.PLACE and search.pending in (Link.WITH, Link.BETWEEN) and item.first == search.cursor:
            return
        if does is Does.FROM and search.pending is not None and search.pending is not Link.PLACE:
            return
        search.pending = None if _owned_venue(item, link) else link


def _is_title(clause: Clause, position: int) -> bool:
    """Whether a name stands right behind "the two presidents": a title of those who are named."""
    following = clause.items[position + 1] if position + 1 < len(clause.items) else None
    named = following is not None and following.phrase is not None and following.phrase.person is not None
    return named and following is not None and following.first == clause.items[position].last and not following.comma


def _links_by_itself(search: Search, item: Item) -> bool:
    """Whether a cue gives its link in another way: "with each of" by its preposition, "to" where the verb allows it."""
    glued = item.hit.cut.preposition if item.hit is not None and Does.EACH in item.does else ""
    if glued in GLUED:
        search.pending = GLUED[glued]
        return True
    if search.toward and Does.TOWARD in item.does and item.first == search.cursor and not item.comma:
        search.pending = Link.TOWARD
        return True
    return False


def _owned_venue(item: Item, link: Link) -> bool:
    """A venue with a pronoun (his office) takes no phrase behind it."""
    return link is Link.PLACE and item.hit is not None and bool(item.hit.cut.suffix)


def _phrase(search: Search, position: int, item: Item, wanted: frozenset[Link]) -> None:
    phrase = item.phrase
    assert phrase is not None
    gap = item.first - search.cursor
    index = continued(search, item, gap)
    if index is not None:
        last = search.found[index]
        owner = next((each.phrases[0].body for each in search.found[index + 1 :] if each.phrases), None)
        named = merged(last.phrases[-1], phrase, owner, joined=item.joined or search.part > (last.parts or (0,))[-1])
        if named is not None:
            search.found.append(search.found.pop(index)._replace(phrases=(*last.phrases[:-1], named)))
            _settle(search)
            return
        part = (*last.parts, search.part)
        search.found[index] = last._replace(phrases=(*last.phrases, phrase), parts=part)
        _settle(search)
        return
    link = _link(search, phrase, item, gap)
    again = _told_again(search, link, wanted)
    if again is not None:
        last = search.found[again]
        search.found[again] = last._replace(phrases=(*last.phrases, phrase), parts=(*last.parts, search.part))
        _settle(search)
        return
    if _is_alias(search, item, gap):
        return
    _settle(search)
    search.found.append(Argument(link, (phrase,), position, (search.part,), accusative=item.accusative))
    if link in wanted:
        search.settled = True


def _told_again(search: Search, link: Link, wanted: frozenset[Link]) -> int | None:
    """The argument whose link the text repeats for another counterpart: with X, and with Y; with X, then with Y."""
    if link not in wanted or link not in REPEATED:
        return None
    for index, each in enumerate(search.found):
        if each.link is link and each.phrases and search.part > each.parts[-1]:
            return index
    return None


def _is_alias(search: Search, item: Item, gap: int) -> bool:
    """Whether a body in brackets is the short name of the one told right before it."""
    last = search.found[-1].phrases[-1] if search.found and search.found[-1].phrases else None
    phrase = item.phrase
    if last is None or phrase is None or phrase.kind is not PhraseKind.BODY or not item.comma or gap:
        return False
    return last.kind is PhraseKind.OFFICE and last.person is None and last.body == phrase.body


def _settle(search: Search) -> None:
    """Forget what stood before a phrase that has found its place."""
    search.pending, search.interrupted, search.timed, search.behalf = None, False, False, False
    search.each = False


def _link(search: Search, phrase: Phrase, item: Item, gap: int) -> Link:
    if item.link is not None:
        return item.link
    pending = search.pending
    if pending is not None and pending is not Link.PLACE and gap <= (1 if item.governed else SLACK):
        destination = pending is Link.TOWARD and phrase.kind is PhraseKind.COUNTRY
        return Link.LOOSE if destination else pending
    if pending is Link.PLACE and gap == 0 and not item.comma:
        return Link.PLACE
    if _is_of_other_event(search, item):
        return Link.LOOSE
    if not item.joined and _is_guest(phrase) and (_is_behind_place(search, item, gap) or _is_far_object(search, item)):
        return Link.BARE
    last = search.found[-1] if search.found else None
    if (
        last is not None
        and last.link is Link.PLACE
        and phrase.body is not None
        and phrase.body == last.phrases[-1].body
    ):
        return Link.PLACE
    if gap == 0 or item.comma or (gap == 1 and not item.joined):
        return Link.BARE
    return Link.LOOSE


def _is_behind_place(search: Search, item: Item, gap: int) -> bool:
    """Whether a phrase stands behind the full name of a place: a definite word cannot have it as its genitive."""
    located = search.pending is Link.PLACE or (search.pending is None and search.timed)
    return located and gap <= SLACK and item.definite_before


def _is_far_object(search: Search, item: Item) -> bool:
    """Whether only words on the occasion (in the course of a visit that lasts three days) part a phrase from a verb
    that waits for its object."""
    items, told = search.clause.items, False
    for before in reversed(items[: items.index(item)] if search.awaited else ()):
        if before.what is What.TRIGGER:
            return told and item.first - before.last <= OBJECT_REACH
        told = told or bool(before.does & {Does.DURING, Does.RELATIVE})
        if not _is_adverbial(before):
            return False
    return False


def _is_adverbial(item: Item) -> bool:
    if item.what in (What.TIME, What.PLACE):
        return True
    passing = {Does.DURING, Does.PRESENCE, Does.RELATIVE, Does.LOCATIVE, Does.FILLER, Does.VISIT}
    return item.what is What.CUE and bool(item.does & passing)


def _is_guest(phrase: Phrase) -> bool:
    """Whether a phrase is somebody with a name and an office: behind the full name of a place a new argument."""
    return phrase.kind is PhraseKind.PERSON and phrase.role is not None


def _is_of_other_event(search: Search, item: Item) -> bool:
    """Whether a body or country belongs to an event in whose course they met (on the margins of the council's
    session)."""
    position = search.clause.items.index(item)
    if position < 2 or item.phrase is None or item.phrase.kind not in (PhraseKind.BODY, PhraseKind.COUNTRY):
        return False
    event, opener = search.clause.items[position - 1], search.clause.items[position - 2]
    noun = event.what is What.TRIGGER and event.trigger.is_noun and event.last == item.first
    return noun and bool(opener.does & {Does.DURING, Does.LOCATIVE}) and opener.last == event.first
