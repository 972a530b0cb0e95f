"""When: the words that date a frame, their days, and the bounds that hold for an undated meeting.

A held meeting without words of its own took place up to the publication; with the page's clock alone, up to that.
What may be inferred beside the text is the temporal layer's and is kept apart.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from transforms.base.codes import Basis, Precision, Status
from transforms.base.records import Interval, MeetingDate, Publication, Span, TimeExpression
from transforms.lexicon.cues import Does
from transforms.lexicon.loading import Lexicon
from transforms.lexicon.triggers import Sort
from transforms.meetings.records import Frame, What
from transforms.meetings.regions import clause_anchor, region
from transforms.temporal import WEEKDAY_CONFLICT, Expression, Leaning, attach, resolve
from transforms.text.characters import CONJUNCTIONS
from transforms.text.page import Page
from transforms.text.sentences import Sentence

#: Where they met may stand between the parties and the day.
PLACING = frozenset({Does.LOCATIVE, Does.VENUE})
#: Within how many words a date line ends, and with what.
DATELINE_REACH = 10
DASHES = ("-", "–", "—")
UNBOUNDED = Interval()
PUBLISHED = "meeting.up_to_publication"
PAGE_CLOCK = "meeting.up_to_page_date"
CUT = "meeting.cut_at_publication"
UNDATED = MeetingDate(None, None, UNBOUNDED, Precision.UNKNOWN, Basis.NONE, (), UNBOUNDED, ())


class Dater:
    """Dates the frames of one document."""

    def __init__(
        self, page: Page, expressions: tuple[Expression, ...], publication: Publication, lexicon: Lexicon
    ) -> None:
        self._page = page
        self._expressions, self._publication = expressions, publication
        self._lexicon = lexicon

    def date(self, frame: Frame, status: Status, before: MeetingDate | None = None) -> MeetingDate:
        """The date that the frame's own clause tells, if any; "the same day" is that of the meeting told `before`."""
        span = region(frame)
        own = frame.clause.sentence._replace(first=self._start(frame, span), last=self._end(frame, span))
        expression = self._right_behind(frame) or self._among_parties(frame, own)
        expression = expression or attach(self._expressions, own, frame.hit.first)
        if expression is None and frame.last > frame.hit.last:
            expression = attach(self._expressions, own, frame.last)
        if expression is None:
            return UNDATED
        if self._is_of_topic(frame, expression) or (status is Status.HELD and expression.ahead):
            return UNDATED
        leaning = Leaning.FUTURE if status is not Status.HELD else Leaning.PAST
        told = _in_doubt(resolve(expression, self._publication, leaning), leaning)
        start, end = told.start, told.end
        if before is not None and before.interval.earliest is not None and self._is_same(frame, expression):
            return replace(before, surface=self._page.surface(start, end), span=Span(start, end))
        return MeetingDate(
            surface=self._page.surface(start, end),
            span=Span(start, end),
            interval=told.interval,
            precision=told.precision,
            basis=told.basis,
            reasons=told.reasons,
            inferred=UNBOUNDED,
            inferred_reasons=(),
        )

    def _right_behind(self, frame: Frame) -> Expression | None:
        """The words right behind the parties of a meeting in whose course something was said: a day before it may
        date what was said."""
        items, at = frame.clause.items, clause_anchor(frame)
        if not frame.b or at == 0 or Does.DURING not in items[at - 1].does:
            return None
        cursor = max(phrase.last for phrase in frame.b)
        for item in items:
            if item.first < cursor:
                continue
            if item.what is What.TIME:
                own = frame.clause.sentence._replace(first=item.first, last=item.last)
                return attach(self._expressions, own, item.first)
            if item.first > cursor or not (item.what is What.PLACE or item.does & PLACING):
                return None
            cursor = item.last
        return None

    def _among_parties(self, frame: Frame, own: Sentence) -> Expression | None:
        """The words between verb and last party in a text that opens with a date line: the day of the report dates a
        meeting only where nothing else does."""
        opening = range(own.first, min(frame.hit.first, own.first + DATELINE_REACH))
        if not frame.b or not any(self._page.gap(word).strip(" )").startswith(DASHES) for word in opening):
            return None
        last = max(phrase.first for phrase in (*frame.a, *frame.b))
        found = attach(self._expressions, own._replace(first=frame.hit.last, last=last), frame.hit.first)
        return found if found is not None and not found.ahead else None

    @staticmethod
    def _is_of_topic(frame: Frame, expression: Expression) -> bool:
        """Whether a day stands in what the two talked about: behind unknown words of a verb without parties."""
        if not frame.shared or frame.trigger.sort is not Sort.TALK or expression.first < frame.hit.last:
            return False
        known = sum(
            each.last - each.first for each in frame.clause.items if frame.hit.last <= each.first < expression.first
        )
        return expression.first - frame.hit.last > known

    @staticmethod
    def _is_same(frame: Frame, expression: Expression) -> bool:
        return any(Does.SAME in each.does and each.first == expression.last for each in frame.clause.items)

    def _start(self, frame: Frame, span: range) -> int:
        """Where the frame's own words begin: behind a relative clause that tells when somebody came, and behind "that"
        where somebody told it on a day."""
        items, anchor = frame.clause.items, clause_anchor(frame)
        for at in range(anchor - 1, span.start, -1):
            if Does.CLAUSE in items[at].does and any(Does.STATEMENT in each.does for each in items[span.start : at]):
                return items[at].last
        for at in range(anchor - 1, span.start, -1):
            if Does.VISIT in items[at].does and Does.RELATIVE in items[at - 1].does:
                return items[anchor].first
        return items[span.start].first

    def _end(self, frame: Frame, span: range) -> int:
        items = frame.clause.items
        end = items[span.stop].first if span.stop < len(items) else frame.clause.sentence.last
        last = max((phrase.last for phrase in (*frame.a, *frame.b)), default=end)
        inside = (each.first for each in self._expressions if last < each.first < end)
        return next((first for first in inside if self._goes_on(frame, first)), end)

    def _goes_on(self, frame: Frame, day: int) -> bool:
        """Whether a day opens what happened next: behind a comma, "and" and one word (and moved yesterday; and on
        Tuesday)."""
        word = day - 1
        opens = self._page.words[word][:1] == CONJUNCTIONS[1] and "," in self._page.gap(word - 1)
        items = frame.clause.items
        known = any(each.first <= word < each.last and Does.LOCATIVE not in each.does for each in items)
        return opens and not known

    def bound(self, when: MeetingDate, status: Status) -> MeetingDate:
        """The date with its outer bounds: a held meeting took place before its article.

        Words that lie ahead of the article date something else (what was agreed upon, say) and are let go.
        """
        if status is Status.PLANNED and self._is_over(when):
            return UNDATED
        if status is not Status.HELD:
            return when
        latest = self._publication.day or self._publication.bounds.latest
        if latest is not None and when.interval.earliest is not None and when.interval.earliest > latest:
            when = UNDATED
        if when.surface is not None:
            return _up_to(when, latest)
        if self._publication.day is not None:
            interval = Interval(None, self._publication.day)
            return replace(
                when, interval=interval, precision=Precision.BEFORE, basis=Basis.PUBLICATION, reasons=(PUBLISHED,)
            )
        if self._publication.page_date is not None:
            interval = Interval(None, self._publication.page_date)
            return replace(
                when, interval=interval, precision=Precision.BEFORE, basis=Basis.PAGE_DATE, reasons=(PAGE_CLOCK,)
            )
        return when

    def _is_over(self, when: MeetingDate) -> bool:
        """Whether words for a day before the article cannot date what is to come."""
        day, latest = self._publication.day, when.interval.latest
        return day is not None and latest is not None and latest < day


def _in_doubt(told: TimeExpression, leaning: Leaning) -> TimeExpression:
    """A day whose weekday is another is not claimed: the meeting lies in the week that ends (or begins) with it."""
    earliest, latest = told.interval
    if WEEKDAY_CONFLICT not in told.reasons or earliest is None or latest is None:
        return told
    week = timedelta(days=6)
    interval = Interval(earliest, latest + week) if leaning is Leaning.FUTURE else Interval(earliest - week, latest)
    return told._replace(interval=interval, precision=Precision.RANGE)


def _up_to(when: MeetingDate, latest: date | None) -> MeetingDate:
    """A period that reaches beyond the article ends with it."""
    if latest is None or when.interval.latest is None or when.interval.latest <= latest:
        return when
    interval = when.interval._replace(latest=latest)
    precision = Precision.DAY if interval.earliest == latest else when.precision
    return replace(when, interval=interval, precision=precision, reasons=(*when.reasons, CUT))
