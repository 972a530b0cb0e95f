"""The meetings of one document: every trigger becomes a candidate, every candidate ends as a report, merged or
discarded.

In order: triggers outside the article are furniture; each sentence with a trigger is cut into items and each
trigger read into a frame; open sides are filled from what was said before; modality, channel, place and date are
read; frames of one occasion merge; attendees named later join their side; what remains becomes a report.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import chain

from transforms.actors.records import Cast
from transforms.base.codes import CandidateReason, Status, Zone
from transforms.base.records import Candidate, MeetingDate, Publication, Report
from transforms.lexicon.cues import Does
from transforms.lexicon.entries import Category, Hit
from transforms.lexicon.index import Scan
from transforms.lexicon.loading import Lexicon
from transforms.lexicon.triggers import Sort, Trigger
from transforms.meetings.channels import channel
from transforms.meetings.clauses import Reader
from transforms.meetings.continuation import continued_frame, is_open
from transforms.meetings.datelines import Spot, dateline, home_country
from transforms.meetings.dating import Dater
from transforms.meetings.diary import Diary
from transforms.meetings.frames import read_frame
from transforms.meetings.ledger import Ledger
from transforms.meetings.memory import Memory
from transforms.meetings.modality import Judgement, judge
from transforms.meetings.records import Clause, Frame, Told, What
from transforms.meetings.references import fill
from transforms.meetings.reporting import Reporter, has_two_parties
from transforms.meetings.senses import is_sports_page, other_sense
from transforms.meetings.series import Series, opens_series
from transforms.meetings.setting import place
from transforms.meetings.sides import Roster, is_delegation
from transforms.meetings.splitting import is_bullet, parts_of
from transforms.meetings.subjects import sentence_subject
from transforms.meetings.tellings import delegation_alone, is_described, is_further, local, same_party
from transforms.temporal import Expression
from transforms.text.layout import Layout
from transforms.text.sentences import Sentence


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
        times = ((each.first, each.last) for each in expressions)
        self._reader = Reader(scan, cast, times, self._roster.holder)
        self._dater = Dater(scan.page, expressions, publication, lexicon)
        self._memory, self._ledger = Memory(self._roster.is_press, self._reader.group_before), Ledger()
        self._diary = Diary(scan, self._roster, self._ledger)
        self._spot = Spot()
        self._series: Series | None = None
        self._body = next((number for number, each in enumerate(sentences) if each.zone is Zone.BODY), 0)

    def read(self, hits: tuple[Hit, ...]) -> None:
        """Read all sentences that a trigger or a list of attendees stands in."""
        firsts = [sentence.first for sentence in self._sentences]
        inside: dict[int, list[Hit]] = {}
        for hit in hits:
            number = bisect_right(firsts, hit.first) - 1
            if number < 0 or hit.first >= self._sentences[number].last:
                self._ledger.drop(hit, CandidateReason.FURNITURE)
            else:
                inside.setdefault(number, []).append(hit)
        if not inside:
            return
        if is_sports_page(self._scan):
            for hit in chain.from_iterable(inside.values()):
                self._ledger.drop(hit, CandidateReason.SPORT)
            return
        home = home_country(self._scan, self._layout)
        self._spot = dateline(self._scan, self._sentences[self._body].first + 12, home)
        openers = self._openers(firsts, min(inside))
        for number in sorted(inside.keys() | openers):
            if number in inside and not self._is_possible(number, inside[number]):
                for hit in inside[number]:
                    self._ledger.drop(hit, CandidateReason.NO_COUNTERPART)
            elif number in inside or self._diary.current is not None:
                self._sentence(number, number in openers)
                self._continue(number, inside)

    def _is_possible(self, number: int, hits: list[Hit]) -> bool:
        """Whether a sentence can tell of a meeting at all: two parties in it and the one before, or a meeting told; a
        verb of talking needs "with" or two parties of its own."""
        if self._memory.frames:
            return True
        sentence = self._sentences[number]
        here = self._reader.count(sentence)
        before = self._reader.count(self._sentences[number - 1]) if number else 0
        if here == 0:
            return before > 1 and self._reader.has(sentence, Does.RESPECT)
        if here + before < 2:
            return False
        talk = all(isinstance(hit.entry.payload, Trigger) and hit.entry.payload.sort is Sort.TALK for hit in hits)
        return here > 1 or not talk or self._has_link(sentence)

    def _has_link(self, sentence: Sentence) -> bool:
        return any(sentence.first <= hit.first < sentence.last for hit in self._scan.of(Category.TOGETHER))

    def _openers(self, firsts: list[int], start: int) -> set[int]:
        numbers = ((bisect_right(firsts, hit.first) - 1, hit.first) for hit in self._scan.of(Category.ATTENDING))
        return {number for number, word in numbers if number >= start and word < self._sentences[number].last}

    def _sentence(self, number: int, opens: bool) -> None:
        clause = self._reader.clause(number, self._sentences[number])
        before = len(self._memory.frames)
        for position, item in enumerate(clause.items):
            if item.what is What.TRIGGER:
                self._candidate(clause, position)
        told = len(self._memory.frames) > before
        if opens:
            self._diary.attend(clause, told)

    def _continue(self, number: int, inside: dict[int, list[Hit]]) -> None:
        """Go on with the sentences behind one that begin with "then" and have no verb."""
        while (last := self._verb_of(number)) is not None and number + 1 not in inside:
            number += 1
            if number == len(self._sentences) or not self._reader.begins(self._sentences[number], Does.THEN):
                return
            frame = continued_frame(self._reader.clause(number, self._sentences[number]), last)
            if frame is None:
                return
            self._tell(frame, Judgement(last.status, None, last.background, further=True))

    def _verb_of(self, number: int) -> Told | None:
        """The last verb of meeting or receiving that a sentence tells."""
        told = self._diary.current.told if self._diary.current is not None else []
        return next((each for each in reversed(told) if each.frame.clause.number == number and is_open(each)), None)

    def _candidate(self, clause: Clause, position: int) -> None:
        hit = clause.items[position].hit
        assert hit is not None
        reason = other_sense(clause, position)
        if reason is not None:
            self._ledger.drop(hit, reason)
            return
        frame = read_frame(clause, position)
        self._memory.look_back(frame, lambda number: self._reader.clause(number, self._sentences[number]))
        frame = self._with_members(frame, fill(frame, self._memory))
        verdict = judge(frame, clause.number <= self._body or is_bullet(self._scan.page, clause.sentence))
        reason = verdict.reason or frame.reason
        if reason is not None:
            self._ledger.drop(hit, reason)
            return
        if opens_series(frame, verdict.status):
            where, when = place(self._scan, frame, self._spot), self._dater.date(frame, verdict.status)
            self._series = Series(clause.number, self._roster.parties(frame.a).persons, where, when)
        if not (frame.a and frame.b) and not self._may_repeat(frame):
            named = self._roster.parties((*frame.a, *frame.b)).known
            lacking = CandidateReason.NO_SUBJECT if named and not frame.a else CandidateReason.NO_COUNTERPART
            self._ledger.drop(hit, lacking)
            return
        if verdict.status is Status.PLANNED and frame.anaphoric is False:
            frame = delegation_alone(frame)
        for part in parts_of(frame):
            self._tell(part, verdict)

    def _may_repeat(self, frame: Frame) -> bool:
        """Whether a frame that lacks a side may be another word for a meeting told before."""
        return frame.trigger.is_noun and self._diary.current is not None

    def _with_members(self, bare: Frame, filled: Frame) -> Frame:
        """A frame of "the delegation": with all its members if they met, the delegation alone if they are to meet."""
        sides = []
        for before, after in ((bare.a, filled.a), (bare.b, filled.b)):
            earlier = is_delegation(after) and after != before
            if earlier and any(phrase.dual for phrase in before):
                sides.append(tuple(each for each in after if each.person is None) or after)
            else:
                sides.append(self._diary.members(after) if earlier else after)
        return replace(filled, a=sides[0], b=sides[1])

    def _tell(self, frame: Frame, verdict: Judgement) -> None:
        where = place(self._scan, frame, self._spot)
        subject = sentence_subject(frame.clause, len(frame.clause.items))
        self._roster.learn_office((*frame.a, *frame.b), subject[0] if subject else None)
        self._roster.learn(frame.a)
        self._roster.learn(frame.b)
        side_a, side_b = self._roster.both(frame.a, frame.b)
        told = Told(
            frame,
            side_a,
            side_b,
            verdict.status,
            channel(frame, where),
            self._dater.date(frame, verdict.status, self._last_date()),
            where,
            verdict.background,
            verdict.further,
        )
        told = self._followed(local(told, self._roster))
        told = self._series.followed(told) if self._series is not None else told
        if not (told.a.known and told.b.known):
            self._open(told)
            return
        if any(self._roster.is_press(phrase) for phrase in (*frame.a[:1], *frame.b[:1])):
            self._ledger.drop(frame.hit, CandidateReason.INTERVIEW)
            return
        if same_party(told):
            self._ledger.drop(frame.hit, CandidateReason.SAME_PARTY)
            return
        self._diary.tell(told)
        self._memory.keep(frame)

    def _last_date(self) -> MeetingDate | None:
        last = self._diary.current
        return last.told[-1].when if last is not None else None

    def _followed(self, told: Told) -> Told:
        """A visit received right after another (then he received) has the place and day of the one before."""
        opener = told.frame.clause.items[0]
        last = self._diary.current
        if last is None or Does.THEN not in opener.does or not told.frame.inherited:
            return told
        before = last.told[-1]
        where = (
            told.where
            if told.where.surface
            else next((each.where for each in last.told if each.where.surface), told.where)
        )
        when = told.when if told.when.surface else before.when
        return replace(told, where=where, when=when)

    def _open(self, told: Told) -> None:
        """A frame with a side that nobody tells: another word for the last meeting, or nothing."""
        frame = told.frame
        last = self._diary.meant(frame)
        named = told.a.known or told.b.known
        if last is not None and (not named or frame.shared or frame.anaphoric) and frame.trigger.is_noun:
            if told.status is Status.PLANNED and last.status is Status.CANCELLED and told.when.surface:
                self._diary.move(told, last)
            elif told.status is Status.PLANNED and is_further(told):
                self._diary.follow(told, last)
            else:
                self._ledger.keep(frame.hit, last, is_new=False)
                self._diary.current = last
                if frame.anchor != frame.item or is_described(frame):
                    last.told.append(replace(told, asserted=False))
            return
        reason = CandidateReason.NO_COUNTERPART if told.a.known else CandidateReason.NO_SUBJECT
        self._ledger.drop(frame.hit, reason if named else CandidateReason.NO_COUNTERPART)

    def results(self) -> tuple[tuple[Report, ...], tuple[Candidate, ...]]:
        """The reports in the order of the text, and the candidates."""
        reporter = Reporter(self._scan, self._sentences, self._roster, self._dater)
        reports: list[Report] = []
        numbers: dict[int, int] = {}
        for occasion in self._diary.fold_summaries():
            report = reporter.report(occasion, len(reports))
            if has_two_parties(report):
                numbers[id(occasion)] = len(reports)
                reports.append(report)
            else:
                self._ledger.give_up(occasion)
        return tuple(reports), self._ledger.rows(self._scan.page, numbers)
