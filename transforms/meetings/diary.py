"""The occasions of one document while it is read: which one a frame tells, who takes part, what a summary only
repeats.
"""

from __future__ import annotations

from dataclasses import replace

from transforms.actors.records import Phrase, PhraseKind
from transforms.base.codes import Side, Status, Zone
from transforms.lexicon.cues import Does
from transforms.lexicon.index import Scan
from transforms.lexicon.triggers import Form
from transforms.meetings.attendees import named_later, side_of
from transforms.meetings.ledger import Ledger
from transforms.meetings.occasions import is_crossed, is_same, speaks_of_planned, summarises
from transforms.meetings.records import Clause, Frame, Item, Occasion, Told, What
from transforms.meetings.sides import Roster, is_delegation
from transforms.meetings.splitting import is_bullet
from transforms.text.characters import ARTICLE

#: How many sentences behind a meeting may still name its attendees.
ATTENDEE_REACH = 5
#: Nouns that mean a meeting told with the same word; a meeting or a talk may be called by any noun.
SPECIFIC = frozenset({"mubahathat", "mushawarat", "muhadathat", "warsha", "mukalama", "ijtima_lajna"})


class Diary:
    """The occasions in the order in which they were told. `current` is the one told last."""

    def __init__(self, scan: Scan, roster: Roster, ledger: Ledger) -> None:
        self._scan, self._roster, self._ledger = scan, roster, ledger
        self.occasions: list[Occasion] = []
        self.current: Occasion | None = None

    def tell(self, told: Told) -> None:
        """Add a frame with both sides to its occasion, or begin one."""
        occasion = self.known(told)
        if occasion is None:
            self.start(told)
        else:
            self.join(occasion, told)

    def known(self, told: Told) -> Occasion | None:
        """The occasion that a frame tells again, the latest first; "the same meeting" is the one spoken of."""
        if self.current is not None and _says_same(told.frame):
            return self.current
        for occasion in reversed(self.occasions):
            everybody = (self._roster.parties(occasion.a), self._roster.parties(occasion.b))
            if is_same(occasion, everybody, told):
                return occasion
        return None

    def meant(self, frame: Frame) -> Occasion | None:
        """The occasion that a bare noun means: one told with the same word, else the last that took place."""
        if self.current is None:
            return None
        recent = [self.current, *reversed(self.occasions)]
        if frame.trigger.id in SPECIFIC:
            for each in recent:
                if any(told.frame.trigger.id == frame.trigger.id for told in each.told):
                    return each
        held = [each for each in recent if each.status is Status.HELD]
        return held[0] if held and frame.rule.endswith(".attended") else self.current

    def move(self, told: Told, last: Occasion) -> None:
        """Begin the new appointment of a meeting that was put off."""
        self.start(self._moved(told, last))

    def _moved(self, told: Told, last: Occasion) -> Told:
        """The new appointment of a meeting that was put off."""
        frame = replace(told.frame, a=tuple(last.a), b=tuple(last.b), other=tuple(last.other))
        where = told.where if told.where.surface else last.lead.where
        channel_ = last.lead.channel
        return replace(told, frame=frame, a=last.lead.a, b=last.lead.b, where=where, channel=channel_)

    def follow(self, told: Told, last: Occasion) -> None:
        """Begin the coming meeting of the same parties: their delegations and bodies if they have some, since nobody
        is named to it yet."""
        side_a, side_b = _lasting(last.a), _lasting(last.b)
        frame = replace(told.frame, a=side_a, b=side_b)
        self.start(replace(told, frame=frame, a=self._roster.parties(side_a), b=self._roster.parties(side_b)))

    def start(self, told: Told) -> None:
        frame = told.frame
        occasion = Occasion([told], list(frame.a), list(frame.b), list(frame.other), told.status)
        self.occasions.append(occasion)
        self.current = occasion
        self._ledger.keep(frame.hit, occasion, is_new=True)
        self._present(occasion, frame)

    def join(self, occasion: Occasion, told: Told) -> None:
        frame = told.frame
        self.current = occasion
        self._replace_summary(occasion, told)
        occasion.told.append(told)
        changed = told.status is not occasion.status and frame.clause.sentence.zone is Zone.BODY
        if changed and not speaks_of_planned(occasion, told):
            occasion.status = told.status
        everybody = (self._roster.parties(occasion.a), self._roster.parties(occasion.b))
        summary = not any(_in_body(each, self._scan) for each in occasion.told[:-1])
        left, right = (Side.B, Side.A) if is_crossed(everybody, told) else (Side.A, Side.B)
        for side, phrases in ((left, frame.a), (right, frame.b)):
            if summary and any(phrase.person is not None for phrase in phrases):
                _give_way(occasion, side, phrases)
            for phrase in phrases:
                if not _stands_opposite(occasion, side, phrase):
                    _add(occasion, side, phrase)
        for phrase in frame.other:
            _add(occasion, Side.OTHER, phrase)
        self._ledger.keep(frame.hit, occasion, is_new=False)
        self._present(occasion, frame)

    def _replace_summary(self, occasion: Occasion, told: Told) -> None:
        """A subject that a bullet left to the line before gives way to the one that the text names."""
        summary = not any(_in_body(each, self._scan) for each in occasion.told)
        if summary and occasion.lead.frame.inherited and told.a.known:
            occasion.a = list(told.frame.a)

    def _present(self, occasion: Occasion, frame: Frame) -> None:
        """Those named inside the frame as present go to their side, companions to that of whom they accompany."""
        for phrase in frame.present:
            side = Side.B if _accompanies(frame, phrase) else Side.A
            _add(occasion, side_of(phrase, occasion, self._roster) or side, phrase)

    def attend(self, clause: Clause, told: bool) -> None:
        occasion = self.current
        if occasion is None:
            return
        nearest = max(each.frame.clause.number for each in occasion.told)
        if clause.number - nearest > ATTENDEE_REACH:
            return
        if (told and nearest != clause.number) or (not told and _tells_another(clause)):
            return
        for each in (occasion, *self._other_meant(clause, occasion)):
            for side, phrase in named_later(clause, each, self._roster):
                if phrase not in each.a and phrase not in each.b:
                    _add(each, side, phrase)
            self._roster.learn(each.a)
            self._roster.learn(each.b)

    def _other_meant(self, clause: Clause, occasion: Occasion) -> list[Occasion]:
        """The occasion before, where the sentence speaks of both receptions."""
        several = any(item.what is What.TRIGGER and _is_several(item) for item in clause.items)
        return [each for each in self.occasions if each is not occasion][-1:] if several else []

    def members(self, side: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
        if not is_delegation(side):
            return side
        for occasion in reversed(self.occasions):
            for phrases in (occasion.a, occasion.b):
                if any(phrase in phrases for phrase in side if phrase.kind is PhraseKind.DELEGATION):
                    return tuple(dict.fromkeys((*side, *(each for each in phrases if each.person is not None))))
        return side

    def fold_summaries(self) -> list[Occasion]:
        """Without the meetings that only a headline or a bullet tells, where the text tells one of the same party: a
        summary names nobody whom the text does not name."""
        told = [each for each in self.occasions if not _is_summary(each, self._scan)]
        kept: list[Occasion] = []
        for occasion in self.occasions:
            body = None if occasion in told else self._summarised(occasion, told)
            if body is None:
                kept.append(occasion)
            else:
                self._ledger.hand_over(occasion, body)
        return kept

    def _summarised(self, occasion: Occasion, told: list[Occasion]) -> Occasion | None:
        mine = (self._roster.parties(occasion.a), self._roster.parties(occasion.b))
        for other in told:
            theirs = (self._roster.parties(other.a), self._roster.parties(other.b))
            if summarises(mine, theirs):
                return other
        return None


def _accompanies(frame: Frame, phrase: Phrase) -> bool:
    """Whether a companion is told with a pronoun right behind the counterpart."""
    for item in frame.clause.items:
        if Does.ACCOMPANY in item.does and item.hit is not None and item.hit.cut.suffix and item.first < phrase.first:
            return any(each.first < item.first for each in frame.b)
    return False


def _is_several(item: Item) -> bool:
    return item.trigger.form is Form.NOUNS and item.hit is not None and bool(item.hit.cut.article)


def _lasting(side: list[Phrase]) -> tuple[Phrase, ...]:
    lasting = [phrase for phrase in side if phrase.person is None and (phrase.body is not None or phrase.country)]
    return tuple(lasting or side)


def _tells_another(clause: Clause) -> bool:
    """Whether a sentence without a meeting of its own speaks of another event: a noun without the article."""
    for at, item in enumerate(clause.items):
        if item.what is not What.TRIGGER or not item.trigger.is_noun or item.hit is None:
            continue
        during = at > 0 and Does.DURING in clause.items[at - 1].does
        definite = item.hit.cut.article or item.hit.cut.suffix or item.hit.entry.words[-1].startswith(ARTICLE)
        if not definite and not during:
            return True
    return False


def _is_summary(occasion: Occasion, scan: Scan) -> bool:
    """Whether only a headline or bullets tell of it."""
    return not any(_in_body(told, scan) for told in occasion.told)


def _in_body(told: Told, scan: Scan) -> bool:
    sentence = told.frame.clause.sentence
    return sentence.zone is Zone.BODY and not is_bullet(scan.page, sentence)


def _add(occasion: Occasion, side: Side | None, phrase: Phrase) -> None:
    target = {Side.A: occasion.a, Side.B: occasion.b, Side.OTHER: occasion.other}.get(side) if side else None
    if target is not None and phrase not in target:
        target.append(phrase)


def _stands_opposite(occasion: Occasion, side: Side, phrase: Phrase) -> bool:
    """Whether a person was told on the other side already: of three who met, each frame parts them anew."""
    opposite = occasion.b if side is Side.A else occasion.a
    return phrase.person is not None and any(each.person == phrase.person for each in opposite)


def _give_way(occasion: Occasion, side: Side, phrases: tuple[Phrase, ...]) -> None:
    """What a headline tells without a name gives way to the names of the text: the headline may tell two meetings."""
    target = occasion.a if side is Side.A else occasion.b
    target[:] = [phrase for phrase in target if phrase.person is not None]
    target.extend(phrase for phrase in phrases if phrase not in target)


def _says_same(frame: Frame) -> bool:
    """Whether the frame's sentence speaks of the same meeting."""
    items = frame.clause.items
    for at, item in enumerate(items[:-1]):
        following = items[at + 1]
        if item.what is What.TRIGGER and item.trigger.is_noun and Does.SAME in following.does:
            return at >= frame.item and following.first == item.last
    return False
