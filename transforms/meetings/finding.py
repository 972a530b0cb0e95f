"""The meetings of one document: every trigger becomes a candidate, every candidate ends as a report, merged or
discarded.

In order: triggers outside the article are furniture; each sentence with a trigger is cut into items and each
trigger read into a frame; open sides are filled from what was said before; modality, channel, place and date are
read; frames of one occasion merge; attendees named later join their side; what remains becomes a report.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace

from transforms.actors.records import Cast, Phrase, PhraseKind
from transforms.base.codes import CandidateOutcome, CandidateReason, Side, Status, Zone
from transforms.base.records import Candidate, Publication, Report
from transforms.lexicon.cues import Does, Steer
from transforms.lexicon.entries import Category, Hit
from transforms.lexicon.index import Scan
from transforms.lexicon.loading import Lexicon
from transforms.lexicon.triggers import Sort, Trigger
from transforms.meetings.attendees import OPENERS, named_later, side_of
from transforms.meetings.clauses import Reader
from transforms.meetings.dating import Dater
from transforms.meetings.frames import read_frame
from transforms.meetings.modality import Judgement, judge
from transforms.meetings.occasions import is_crossed, is_same, summarises
from transforms.meetings.records import Clause, Frame, Occasion, Told, What
from transforms.meetings.references import Memory, fill
from transforms.meetings.reporting import Reporter
from transforms.meetings.senses import is_sports_page, other_sense
from transforms.meetings.setting import Spot, channel, dateline, home_country, place
from transforms.meetings.sides import Roster, is_delegation
from transforms.meetings.splitting import is_bullet, parts_of
from transforms.meetings.subjects import sentence_subject
from transforms.temporal import Expression
from transforms.text.layout import Layout
from transforms.text.sentences import Sentence

#: How many sentences behind a meeting may still name its attendees.
ATTENDEE_REACH = 5
#: Nouns that mean a meeting told with the same word; a meeting or a talk may be called by any noun.
SPECIFIC = frozenset({"mubahathat", "mushawarat", "muhadathat", "warsha", "mukalama", "ijtima_lajna"})


@dataclass(slots=True)
class _Ledger:
    """The candidates in order; those of an occasion wait for its number."""

    entries: list[tuple[Hit, CandidateReason, Occasion | None]] = field(default_factory=list)

    def drop(self, hit: Hit, reason: CandidateReason) -> None:
        self.entries.append((hit, reason, None))

    def hand_over(self, occasion: Occasion, body: Occasion) -> None:
        """Give the candidates of one occasion to another."""
        self.entries = [
            (hit, CandidateReason.SAME_OCCASION, body) if each is occasion else (hit, reason, each)
            for hit, reason, each in self.entries
        ]

    def keep(self, hit: Hit, occasion: Occasion, *, is_new: bool) -> None:
        reason = CandidateReason.NEW_OCCASION if is_new else CandidateReason.SAME_OCCASION
        self.entries.append((hit, reason, occasion))


def find_meetings(
    scan: Scan,
    layout: Layout,
    sentences: tuple[Sentence, ...],
    cast: Cast,
    expressions: tuple[Expression, ...],
    publication: Publication,
    lexicon: Lexicon,
) -> tuple[tuple[Report, ...], tuple[Candidate, ...]]:
    """The reports of meetings and all candidates, at folded offsets."""
    hits = tuple(hit for hit in scan.of(Category.TRIGGER) if _is_live(hit))
    if not hits:
        return (), ()
    finder = _Finder(scan, layout, sentences, cast, expressions, publication, lexicon)
    finder.read(hits)
    return finder.results()


def _is_live(hit: Hit) -> bool:
    payload = hit.entry.payload
    return isinstance(payload, Trigger) and payload.sort is not Sort.NONE


class _Finder:
    """The walk through one document."""

    def __init__(
        self,
        scan: Scan,
        layout: Layout,
        sentences: tuple[Sentence, ...],
        cast: Cast,
        expressions: tuple[Expression, ...],
        publication: Publication,
        lexicon: Lexicon,
    ) -> None:
        self._scan, self._layout, self._sentences = scan, layout, sentences
        self._roster = Roster(cast, scan, home_country(scan, layout))
        self._reader = Reader(scan, cast, ((each.first, each.last) for each in expressions))
        self._dater = Dater(scan.page, expressions, publication, lexicon)
        self._memory, self._ledger = Memory(self._roster.is_press), _Ledger()
        self._occasions: list[Occasion] = []
        self._current: Occasion | None = None
        self._spot = Spot()
        self._body = next((number for number, each in enumerate(sentences) if each.zone is Zone.BODY), 0)

    def read(self, hits: tuple[Hit, ...]) -> None:
        """Read all sentences that a trigger or a list of attendees stands in."""
        firsts = [sentence.first for sentence in self._sentences]
        numbers: set[int] = set()
        for hit in hits:
            number = bisect_right(firsts, hit.first) - 1
            if number < 0 or hit.first >= self._sentences[number].last:
                self._ledger.drop(hit, CandidateReason.FURNITURE)
            else:
                numbers.add(number)
        if not numbers:
            return
        if is_sports_page(self._scan):
            for hit in hits:
                if hit.first >= firsts[0]:
                    self._ledger.drop(hit, CandidateReason.SPORT)
            return
        self._spot = dateline(self._scan, self._sentences[self._body].first + 12)
        openers = self._openers(firsts, min(numbers))
        for number in sorted(numbers | openers):
            self._sentence(number, number in openers)

    def _openers(self, firsts: list[int], start: int) -> set[int]:
        found: set[int] = set()
        for hit in self._scan.of(Category.CUE):
            payload = hit.entry.payload
            if isinstance(payload, Steer) and payload.does & OPENERS:
                number = bisect_right(firsts, hit.first) - 1
                if number >= start and hit.first < self._sentences[number].last:
                    found.add(number)
        return found

    def _sentence(self, number: int, opens: bool) -> None:
        clause = self._reader.clause(number, self._sentences[number])
        before = len(self._memory.frames)
        for position, item in enumerate(clause.items):
            if item.what is What.TRIGGER:
                self._candidate(clause, position)
        told = len(self._memory.frames) > before
        if opens and self._occasions:
            self._attendees(clause, told)

    def _candidate(self, clause: Clause, position: int) -> None:
        hit = clause.items[position].hit
        assert hit is not None
        reason = other_sense(clause, position)
        if reason is not None:
            self._ledger.drop(hit, reason)
            return
        frame = read_frame(clause, position)
        if (frame.inherited or frame.anaphoric) and not self._memory.frames and clause.number:
            before = self._reader.clause(clause.number - 1, self._sentences[clause.number - 1])
            self._memory.topic = sentence_subject(before, len(before.items))
        frame = self._with_members(frame, fill(frame, self._memory))
        verdict = judge(frame, clause.number <= self._body or is_bullet(self._scan.page, clause.sentence))
        reason = verdict.reason or frame.reason
        if reason is not None:
            self._ledger.drop(hit, reason)
            return
        if verdict.status is Status.PLANNED and frame.anaphoric is False:
            frame = _delegation_alone(frame)
        for part in parts_of(frame):
            self._tell(part, verdict)

    def _with_members(self, bare: Frame, filled: Frame) -> Frame:
        """A frame of "the delegation": with all its members if they met, the delegation alone if they are to meet."""
        sides = []
        for before, after in ((bare.a, filled.a), (bare.b, filled.b)):
            named = any(phrase.person is not None for phrase in before)
            sides.append(after if named or after == before else self._members(after))
        return replace(filled, a=sides[0], b=sides[1])

    def _members(self, side: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
        if not is_delegation(side):
            return side
        for occasion in reversed(self._occasions):
            for phrases in (occasion.a, occasion.b):
                if any(phrase in phrases for phrase in side if phrase.kind is PhraseKind.DELEGATION):
                    return tuple(dict.fromkeys((*side, *(each for each in phrases if each.person is not None))))
        return side

    def _tell(self, frame: Frame, verdict: Judgement) -> None:
        where = place(self._scan, frame, self._spot)
        self._roster.learn(frame.a)
        self._roster.learn(frame.b)
        told = Told(
            frame,
            self._roster.parties(frame.a),
            self._roster.parties(frame.b),
            verdict.status,
            channel(frame, where),
            self._dater.date(frame, verdict.status),
            where,
            verdict.background,
            verdict.further,
        )
        if not (told.a.known and told.b.known):
            self._open(told)
            return
        if any(self._roster.is_press(phrase) for phrase in (*frame.a[:1], *frame.b[:1])):
            self._ledger.drop(frame.hit, CandidateReason.INTERVIEW)
            return
        if _same_party(told):
            self._ledger.drop(frame.hit, CandidateReason.SAME_PARTY)
            return
        occasion = self._known(told)
        if occasion is None:
            self._start(told)
        else:
            self._join(occasion, told)
        self._memory.keep(frame)

    def _known(self, told: Told) -> Occasion | None:
        """The occasion that a frame tells again, the latest first; "the same meeting" is the one spoken of."""
        if self._current is not None and _says_same(told.frame):
            return self._current
        for occasion in reversed(self._occasions):
            everybody = (self._roster.parties(occasion.a), self._roster.parties(occasion.b))
            if is_same(occasion, everybody, told):
                return occasion
        return None

    def _meant(self, frame: Frame) -> Occasion | None:
        """The occasion that a bare noun means: one told with the same word, else the last that took place."""
        if self._current is None:
            return None
        recent = [self._current, *reversed(self._occasions)]
        if frame.trigger.id in SPECIFIC:
            for each in recent:
                if any(told.frame.trigger.id == frame.trigger.id for told in each.told):
                    return each
        held = [each for each in recent if each.status is Status.HELD]
        return held[0] if held and frame.rule.endswith(".attended") else self._current

    def _open(self, told: Told) -> None:
        """A frame with a side that nobody tells: another word for the last meeting, or nothing."""
        frame = told.frame
        last = self._meant(frame)
        named = told.a.known or told.b.known
        if last is not None and (not named or frame.shared or frame.anaphoric) and frame.trigger.is_noun:
            if told.status is Status.PLANNED and last.status is Status.CANCELLED and told.when.surface:
                self._start(self._moved(told, last))
            else:
                self._ledger.keep(frame.hit, last, is_new=False)
                if frame.anchor != frame.item or _is_described(frame):
                    last.told.append(replace(told, asserted=False))
            return
        reason = CandidateReason.NO_COUNTERPART if told.a.known else CandidateReason.NO_SUBJECT
        self._ledger.drop(frame.hit, reason if named else CandidateReason.NO_COUNTERPART)

    def _moved(self, told: Told, last: Occasion) -> Told:
        """The new appointment of a meeting that was put off."""
        frame = replace(told.frame, a=tuple(last.a), b=tuple(last.b), other=tuple(last.other))
        where = told.where if told.where.surface else last.lead.where
        channel_ = last.lead.channel
        return replace(told, frame=frame, a=last.lead.a, b=last.lead.b, where=where, channel=channel_)

    def _start(self, told: Told) -> None:
        frame = told.frame
        occasion = Occasion([told], list(frame.a), list(frame.b), list(frame.other), told.status)
        self._occasions.append(occasion)
        self._current = occasion
        self._ledger.keep(frame.hit, occasion, is_new=True)
        self._present(occasion, frame)

    def _join(self, occasion: Occasion, told: Told) -> None:
        frame = told.frame
        self._current = occasion
        occasion.told.append(told)
        if told.status is not occasion.status and frame.clause.sentence.zone is Zone.BODY:
            occasion.status = told.status
        everybody = (self._roster.parties(occasion.a), self._roster.parties(occasion.b))
        left, right = (Side.B, Side.A) if is_crossed(everybody, told) else (Side.A, Side.B)
        for side, phrases in ((left, frame.a), (right, frame.b)):
            for phrase in phrases:
                _add(occasion, side, phrase)
        for phrase in frame.other:
            _add(occasion, Side.OTHER, phrase)
        self._ledger.keep(frame.hit, occasion, is_new=False)
        self._present(occasion, frame)

    def _present(self, occasion: Occasion, frame: Frame) -> None:
        """Those named inside the frame as present go to their side."""
        for phrase in frame.present:
            _add(occasion, side_of(phrase, occasion, self._roster) or Side.A, phrase)

    def _attendees(self, clause: Clause, told: bool) -> None:
        occasion = self._current
        if occasion is None:
            return
        nearest = max(each.frame.clause.number for each in occasion.told)
        if clause.number - nearest > ATTENDEE_REACH:
            return
        if (told and nearest != clause.number) or (not told and _tells_another(clause)):
            return
        for side, phrase in named_later(clause, occasion, self._roster):
            if phrase not in occasion.a and phrase not in occasion.b:
                _add(occasion, side, phrase)
        self._roster.learn(occasion.a)
        self._roster.learn(occasion.b)

    def _fold_summaries(self) -> list[Occasion]:
        """Without the meetings that only a headline or a bullet tells, where the text tells one of the same party: a
        summary names nobody whom the text does not name."""
        told = [each for each in self._occasions if not _is_summary(each, self._scan)]
        kept: list[Occasion] = []
        for occasion in self._occasions:
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

    def results(self) -> tuple[tuple[Report, ...], tuple[Candidate, ...]]:
        """The reports in the order of the text, and the candidates."""
        self._occasions = self._fold_summaries()
        reporter = Reporter(self._scan, self._sentences, self._roster, self._dater)
        reports = tuple(reporter.report(each, number) for number, each in enumerate(self._occasions))
        numbers = {id(each): number for number, each in enumerate(self._occasions)}
        candidates = tuple(_candidate_row(self._scan, entry, numbers) for entry in _ordered(self._ledger))
        return reports, candidates


def _delegation_alone(frame: Frame) -> Frame:
    """A coming meeting of a delegation names nobody of it who is not named beside it."""
    start = frame.clause.sentence.first
    sides = [
        tuple(each for each in side if each.first >= start or each.kind is PhraseKind.DELEGATION)
        if any(each.kind is PhraseKind.DELEGATION and each.first < start for each in side)
        else side
        for side in (frame.a, frame.b)
    ]
    return replace(frame, a=sides[0], b=sides[1])


def _tells_another(clause: Clause) -> bool:
    """Whether a sentence without a meeting of its own speaks of another event: a noun without the article."""
    for at, item in enumerate(clause.items):
        if item.what is not What.TRIGGER or not item.trigger.is_noun or item.hit is None:
            continue
        during = at > 0 and Does.DURING in clause.items[at - 1].does
        if not item.hit.cut.article and not item.hit.cut.suffix and not during:
            return True
    return False


def _is_summary(occasion: Occasion, scan: Scan) -> bool:
    """Whether only a headline or bullets tell of it."""
    return all(
        told.frame.clause.sentence.zone is Zone.TITLE or is_bullet(scan.page, told.frame.clause.sentence)
        for told in occasion.told
    )


def _add(occasion: Occasion, side: Side | None, phrase: Phrase) -> None:
    target = {Side.A: occasion.a, Side.B: occasion.b, Side.OTHER: occasion.other}.get(side) if side else None
    if target is not None and phrase not in target:
        target.append(phrase)


def _same_party(told: Told) -> bool:
    """Whether both sides are one person, or one body of which nobody else is named."""
    if told.a.persons or told.b.persons:
        return bool(told.a.persons & told.b.persons)
    return bool(told.a.bodies) and told.a.bodies == told.b.bodies and not told.frame.shared


def _says_same(frame: Frame) -> bool:
    """Whether the frame's sentence speaks of the same meeting."""
    items = frame.clause.items
    for at, item in enumerate(items[:-1]):
        following = items[at + 1]
        if item.what is What.TRIGGER and item.trigger.is_noun and Does.SAME in following.does:
            return at >= frame.item and following.first == item.last
    return False


def _is_described(frame: Frame) -> bool:
    """Whether a relative clause behind the noun tells where or when it was."""
    following = frame.clause.items[frame.item + 1 : frame.item + 2]
    return any(each.what is What.CUE and Does.RELATIVE in each.does for each in following)


def _ordered(ledger: _Ledger) -> list[tuple[Hit, CandidateReason, Occasion | None]]:
    return sorted(ledger.entries, key=lambda entry: (entry[0].start, entry[0].end))


def _candidate_row(
    scan: Scan, entry: tuple[Hit, CandidateReason, Occasion | None], numbers: dict[int, int]
) -> Candidate:
    hit, reason, occasion = entry
    outcome = CandidateOutcome.DISCARDED
    if occasion is not None:
        new = reason is CandidateReason.NEW_OCCASION
        outcome = CandidateOutcome.REPORT if new else CandidateOutcome.MERGED
    return Candidate(
        trigger=scan.page.surface(hit.start, hit.end),
        start=hit.start,
        end=hit.end,
        outcome=outcome,
        reason=reason,
        report=numbers[id(occasion)] if occasion is not None else None,
    )
