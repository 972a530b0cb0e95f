"""The subject of a verb to its left, and what a sentence speaks of."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from transforms.actors.records import Phrase, PhraseKind
from transforms.lexicon.cues import Does
from transforms.meetings.records import LINKS, Clause, Item, Link, What


def subject_before(clause: Clause, position: int) -> tuple[Phrase, ...]:
    """The subject to the left of a verb: the phrases right before it, or those between "was" and "had", whatever
    stands between them and the verb.
    """
    return _right_before(clause, position) or _of_pluperfect(clause, position) or _of_opener(clause, position)


def _of_pluperfect(clause: Clause, position: int) -> tuple[Phrase, ...]:
    before = clause.items[position - 1] if position else None
    if before is None or Does.FILLER not in before.does or before.last != clause.items[position].first:
        return ()
    for at in range(position - 2, 0, -1):
        opener = clause.items[at - 1]
        if Does.BACKGROUND in opener.does and clause.items[at].phrase is not None:
            phrase = clause.items[at].phrase
            return (phrase,) if phrase is not None and opener.last == clause.items[at].first else ()
        if opener.what is What.TRIGGER or Does.STATEMENT in opener.does:
            return ()
    return ()


def _of_opener(clause: Clause, position: int) -> tuple[Phrase, ...]:
    """The subject of "X, who made a visit to the south, had met Y": the phrase behind the "was" that opens the
    sentence."""
    verb = clause.items[position]
    if position < 2 or verb.joined or not verb.comma or clause.items[0].first != clause.sentence.first:
        return ()
    opener, subject = clause.items[0], clause.items[1]
    relative = any(Does.RELATIVE in each.does for each in clause.items[2:3])
    if Does.BACKGROUND not in opener.does or subject.first != opener.last or subject.phrase is None or not relative:
        return ()
    told = any(each.does & {Does.STATEMENT, Does.BARRIER} for each in clause.items[2:position])
    return () if told or any(each.what is What.TRIGGER for each in clause.items[2:position]) else (subject.phrase,)


def _right_before(clause: Clause, position: int) -> tuple[Phrase, ...]:
    """The phrases right before a verb, over times, places and particles."""
    verb = clause.items[position]
    if verb.joined:
        return ()
    cursor, at = verb.first, position - 1
    while at >= 0:
        item = clause.items[at]
        if cursor - item.last > 0:
            return ()
        if item.what is What.PHRASE and not _is_destination(clause, at):
            return _chain(clause, at)
        if item.what is not What.PHRASE and not _passable(item) and Does.VISIT not in item.does:
            return _earlier(clause, at)
        cursor, at = item.first, at - 1
    return ()


def _is_destination(clause: Clause, at: int) -> bool:
    """Whether a country is where somebody came (who reached the Saudi capital)."""
    phrase, before = clause.items[at].phrase, clause.items[at - 1] if at else None
    if phrase is None or phrase.kind is not PhraseKind.COUNTRY or before is None:
        return False
    return Does.VISIT in before.does and before.last == clause.items[at].first


def unknown_before(clause: Clause, position: int) -> bool:
    """Whether an unknown word stands before a verb where its subject would be."""
    cursor = clause.items[position].first
    if clause.items[position].joined or _within(clause, position):
        return False
    for item in reversed(clause.items[:position]):
        if cursor > item.last:
            return True
        if not _passable(item):
            return False
        cursor = item.first
    return cursor > clause.sentence.first


def _within(clause: Clause, position: int) -> bool:
    """Whether "in the course of it" follows a verb: it hangs on the noun before and has the sentence's subject."""
    following = clause.items[position + 1] if position + 1 < len(clause.items) else None
    return following is not None and Does.WITHIN in following.does and following.first == clause.items[position].last


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
    return item.what is What.CUE and bool(item.does & passing) and not item.does & {Does.STATEMENT, Does.BARRIER}


def _chain(clause: Clause, at: int) -> tuple[Phrase, ...]:
    """The coordinated phrases that end at an item, if no preposition governs them."""
    phrases: list[Phrase] = []
    while at >= 0 and clause.items[at].what is What.PHRASE:
        item = clause.items[at]
        phrase = item.phrase
        assert phrase is not None
        phrases.insert(0, phrase)
        if not item.joined:
            if item.link is None and at and Does.COMPRISE in clause.items[at - 1].does:
                return _group(clause, at, phrases)
            if item.link is None and _is_office_of_name(clause, at):
                return (_named(clause, at, phrase), *phrases[1:])
            return () if item.link is not None or _governed(clause, at) else tuple(phrases)
        before = clause.items[at - 1] if at else None
        if before is None or before.what is not What.PHRASE or before.last != item.first:
            return tuple(phrases)
        at -= 1
    return tuple(phrases)


def _is_office_of_name(clause: Clause, at: int) -> bool:
    """Whether a name without an office stands right before an office: the office is its own."""
    office, name = clause.items[at].phrase, clause.items[at - 1].phrase if at else None
    if office is None or name is None or clause.items[at - 1].last != clause.items[at].first or clause.items[at].comma:
        return False
    return office.kind is PhraseKind.OFFICE and office.person is None and name.person is not None and name.role is None


def _named(clause: Clause, at: int, office: Phrase) -> Phrase:
    name = clause.items[at - 1].phrase
    assert name is not None
    body = name.body if name.body is not None else office.body
    return name._replace(role=office.role, country=name.country or office.country, body=body)


def _group(clause: Clause, at: int, members: list[Phrase]) -> tuple[Phrase, ...]:
    """The delegation whose members stand before a verb: the delegation that X headed and that comprised Y, met."""
    heads: list[Phrase] = []
    for item in reversed(clause.items[:at]):
        if item.what is What.CUE and item.does & {Does.STATEMENT, Does.BARRIER}:
            return ()
        if item.phrase is None:
            continue
        if item.phrase.kind is PhraseKind.DELEGATION:
            return (item.phrase, *heads, *members)
        heads.insert(0, item.phrase)
    return ()


def _speaks(clause: Clause, at: int) -> bool:
    """Whether an item is somebody's bureau as the subject of a verb of saying: the bureau of X denied."""
    item, verb = clause.items[at], clause.items[at - 1] if at else None
    if verb is None or Does.VENUE not in item.does or item.hit is None or item.hit.cut.preposition:
        return False
    return bool(verb.does & {Does.DENIED, Does.STATEMENT}) and verb.last == item.first


def _is_quoted(clause: Clause, at: int) -> bool:
    """Whether a noun of saying with its pronoun stands right behind: quoted of X his saying that he met."""
    item, following = clause.items[at], clause.items[at + 1] if at + 1 < len(clause.items) else None
    named = item.phrase is not None and item.phrase.kind is PhraseKind.PERSON
    return named and following is not None and Does.QUOTED in following.does and following.first == item.last


def _governed(clause: Clause, at: int) -> bool:
    """Whether a preposition or a building stands right before an item."""
    if at == 0:
        return False
    before, item = clause.items[at - 1], clause.items[at]
    if before.last != item.first or item.comma or _speaks(clause, at - 1):
        return False
    if item.phrase is not None and item.phrase.kind is PhraseKind.PERSON and before.does == {Does.LOCATIVE}:
        return False
    if item.phrase is not None and item.phrase.kind is PhraseKind.BODY and before.does == {Does.BARRIER, Does.BEHALF}:
        return True
    return before.what is What.CUE and any(LINKS.get(does) not in (None, Link.LEAD) for does in before.does)


def sentence_subject(
    clause: Clause, before: int, excluded: Callable[[Phrase], bool] = lambda _: False
) -> tuple[Phrase, ...]:
    """What the sentence speaks of left of an item: the first phrase that no preposition governs, counted from the
    last "that" (he said that X ...) if a phrase follows it.
    """
    opened = [at for at in range(before) if clause.items[at].what is What.CUE and Does.CLAUSE in clause.items[at].does]
    for start in (*reversed(opened), -1):
        quoted = _quoted(clause, start + 1, before)
        found = quoted or _visitor(clause, start + 1, before) or _first_free(clause, start + 1, before, excluded)
        if found:
            return found
    return ()


def opener_of(clause: Clause) -> tuple[Phrase, ...]:
    """Of whom a sentence speaks that begins with "and X was": the next one goes on with what X did."""
    for was, item in pairwise(clause.items[:2]):
        phrase = item.phrase
        spoken = Does.BACKGROUND in was.does and was.first == clause.sentence.first and item.first == was.last
        if spoken and phrase is not None and phrase.person is not None and item.link is None:
            return (phrase,)
    return ()


def _quoted(clause: Clause, start: int, before: int) -> tuple[Phrase, ...]:
    """Who is quoted last: X reported of Y his saying that he met; Y is who met."""
    quoted = (clause.items[at].phrase for at in range(before - 1, start - 1, -1) if _is_quoted(clause, at))
    return tuple(phrase for phrase in quoted if phrase is not None)[:1]


def _visitor(clause: Clause, start: int, before: int) -> tuple[Phrase, ...]:
    """Who the last verb of visiting has right behind it: X said that there came Y and met; Y is who met."""
    for at in range(before - 1, start, -1):
        item, verb = clause.items[at], clause.items[at - 1]
        if item.phrase is None or Does.VISIT not in verb.does or verb.last != item.first or item.joined:
            continue
        if item.link is None and item.phrase.kind in (PhraseKind.PERSON, PhraseKind.OFFICE):
            return (item.phrase,)
    return ()


def _first_free(clause: Clause, start: int, before: int, excluded: Callable[[Phrase], bool]) -> tuple[Phrase, ...]:
    for at in range(start, before):
        item = clause.items[at]
        if item.what is not What.PHRASE or item.link is not None or _governed(clause, at):
            continue
        assert item.phrase is not None
        if item.phrase.kind is not PhraseKind.COUNTRY and not excluded(item.phrase):
            return (item.phrase, *_holder_of(clause, at), *_head_of(clause, at))
    return ()


def _holder_of(clause: Clause, at: int) -> tuple[Phrase, ...]:
    """The name right behind an office that does not say whose it is."""
    office, following = clause.items[at].phrase, clause.items[at + 1] if at + 1 < len(clause.items) else None
    if office is None or following is None or following.phrase is None or office.plural:
        return ()
    named = following.phrase.person is not None and following.phrase.role is None
    near = following.first - clause.items[at].last <= 1 and following.link is None and not following.joined
    open_office = office.kind is PhraseKind.OFFICE and office.person is None
    return (following.phrase,) if open_office and named and near else ()


def _head_of(clause: Clause, at: int) -> tuple[Phrase, ...]:
    """The head that the text names right behind a delegation."""
    items = clause.items[at + 1 : at + 3]
    if len(items) < 2 or items[0].what is not What.CUE or Does.LEAD not in items[0].does:
        return ()
    return (items[1].phrase,) if items[1].phrase is not None else ()
