"""From an occasion to its report: the fullest sentence as evidence, everybody who took part, the best of what was
told.
"""

from __future__ import annotations

from dataclasses import replace

from transforms.actors.records import Phrase
from transforms.base.codes import Format, Kind, Side, Status, Zone
from transforms.base.records import MeetingDate, Participant, Report, Span, Venue
from transforms.lexicon.entries import Category
from transforms.lexicon.index import Scan
from transforms.lexicon.triggers import Sort
from transforms.meetings.confidence import confidence
from transforms.meetings.dating import Dater
from transforms.meetings.participants import lead_name, participants
from transforms.meetings.plover import EVENT, mode
from transforms.meetings.records import Frame, Occasion, Parties, Told
from transforms.meetings.regions import region
from transforms.meetings.sides import Roster
from transforms.text.sentences import Sentence

#: The longest evidence, in words: a page in one line must not quote itself.
EVIDENCE_WORDS = 60
#: How many sentences behind a meeting may still tell its topics.
TOPIC_REACH = 2


class Reporter:
    """Makes the reports of one document."""

    def __init__(self, scan: Scan, sentences: tuple[Sentence, ...], roster: Roster, dater: Dater) -> None:
        self._scan, self._sentences = scan, sentences
        self._roster, self._dater = roster, dater

    def report(self, occasion: Occasion, number: int) -> Report:
        """The report of one occasion; `number` counts them in the document."""
        best = max(occasion.told, key=lambda told: (_fullness(told, self._roster), -told.frame.clause.number))
        everyone = participants(
            self._roster, ((Side.A, occasion.a), (Side.B, occasion.b), (Side.OTHER, occasion.other))
        )
        side_a, side_b = self._roster.both(occasion.a, occasion.b, domestic=True)
        when, where, form = self._when(occasion, best), _where(occasion), _format(occasion)
        kind = self._kind(occasion, everyone)
        countries_a = self._countries(side_a, occasion.a, where, is_host=best.frame.trigger.sort is Sort.RECEIVE)
        countries_b = self._countries(side_b, occasion.b, where, is_host=False)
        where = self._hosted(occasion, where, countries_a)
        span = self._evidence(best.frame)
        return Report(
            is_main=_is_main(occasion, number),
            status=occasion.status,
            kind=kind,
            format=form,
            when=when,
            where=where if form not in (Format.PHONE, Format.VIRTUAL) else Venue(),
            participants=everyone,
            side_a_countries=countries_a,
            side_b_countries=countries_b,
            side_a_lead=lead_name(everyone, Side.A),
            side_b_lead=lead_name(everyone, Side.B),
            topics=self._topics(best.frame),
            trigger=self._scan.page.surface(best.frame.hit.start, best.frame.hit.end),
            rule_id=f"meeting.{best.frame.rule}",
            evidence=self._scan.page.surface(*span),
            evidence_span=span,
            plover_event=EVENT,
            plover_mode=mode(occasion, kind, form),
            confidence=confidence(occasion, best, everyone, when),
        )

    def _countries(self, side: Parties, phrases: list[Phrase], where: Venue, *, is_host: bool) -> tuple[str, ...]:
        """Whom a side stands for; a host or local office of whom nothing else is told, for the country of the
        place.
        """
        if side.countries or side.bodies or where.country is None:
            return tuple(sorted(side.countries))
        sent = any(self._roster.is_sent(phrase) for phrase in phrases[:1])
        local = (is_host and not sent) or any(self._roster.is_local(phrase) for phrase in phrases)
        if local:
            self._roster.settle(phrases, where.country)
        return (where.country,) if local else ()

    def _hosted(self, occasion: Occasion, where: Venue, countries: tuple[str, ...]) -> Venue:
        """A venue of which the text does not say where it is stands in the country of the host who receives there,
        unless the host is an envoy."""
        receives = any(told.frame.trigger.sort is Sort.RECEIVE and told.asserted for told in occasion.told)
        away = any(self._roster.is_sent(phrase) for phrase in occasion.a[:1])
        if where.surface is None or where.country is not None or not receives or away or len(countries) != 1:
            return where
        return replace(where, country=countries[0])

    def _when(self, occasion: Occasion, best: Told) -> MeetingDate:
        """The date of the first frame that has words for it, body before headline; else that of the fullest frame."""
        dated = [told for told in occasion.told if told.when.surface is not None]
        body = [told for told in dated if told.frame.clause.sentence.zone is Zone.BODY]
        chosen = (body or dated or [best])[0]
        return self._dater.bound(chosen.when, occasion.status)

    def _kind(self, occasion: Occasion, everyone: tuple[Participant, ...]) -> Kind:
        side_a, side_b = self._roster.parties(occasion.a), self._roster.parties(occasion.b)
        others = self._roster.parties(occasion.other)
        shared = side_a.bodies & side_b.bodies
        if shared and not (side_a.bodies ^ side_b.bodies):
            return Kind.INTERNAL
        third = others.known and any(each.side is Side.OTHER for each in everyone)
        several = len(side_b.countries) > 1 or len(side_a.countries) > 1
        return Kind.MULTILATERAL if third or several else Kind.BILATERAL

    def _evidence(self, frame: Frame) -> Span:
        """The sentence; a long one from the frame's own clause on."""
        page, sentence = self._scan.page, frame.clause.sentence
        first, last = sentence.first, sentence.last
        if last - first > EVIDENCE_WORDS:
            items = frame.clause.items
            span = region(frame)
            first = items[span.start].first
            last = min(max(frame.last, first + EVIDENCE_WORDS // 2), sentence.last)
        end = page.ends[last - 1]
        if last == sentence.last:
            end = sentence.start + len(page.text.folded[sentence.start : sentence.end].rstrip())
        return Span(page.starts[first], end)

    def _topics(self, frame: Frame) -> tuple[str, ...]:
        number = frame.clause.number
        low = self._sentences[number].first
        high = self._sentences[min(number + TOPIC_REACH, len(self._sentences) - 1)].last
        hits = (self._scan.here(word, Category.TOPIC) for word in range(low, high))
        return tuple(sorted({hit.entry.key for hit in hits if hit is not None}))


def has_two_parties(report: Report) -> bool:
    """Whether two different parties are identified: with fewer nothing has been found that is a meeting."""
    return report.kind is Kind.INTERNAL or len({each.actor for each in report.participants}) > 1


def _fullness(told: Told, roster: Roster) -> float:
    """How much of a meeting a frame tells: named persons on both sides, in the body, asserted there."""
    if not told.asserted:
        return -1.0
    sides = sum(_side_value(side) for side in (told.frame.a, told.frame.b))
    body = told.frame.clause.sentence.zone is Zone.BODY
    return sides + 2.5 * body + 0.5 * bool(told.when.surface) - 0.5 * told.frame.inherited - told.frame.anaphoric


def _side_value(side: tuple[Phrase, ...]) -> float:
    if any(phrase.person is not None for phrase in side):
        return 2.0
    return 1.0 if side else 0.0


def _is_main(occasion: Occasion, number: int) -> bool:
    """The document's subject: its first meeting, and further ones that are not told as background or as to come."""
    if number == 0:
        return True
    return not all(told.background for told in occasion.told) and occasion.status is Status.HELD


def _where(occasion: Occasion) -> Venue:
    """The fullest place that any frame tells."""
    told = [each for each in occasion.told if each.where.surface]
    best = max(
        told,
        key=lambda each: (each.where.country is not None, _is_direct(each), len(each.where.surface or "")),
        default=None,
    )
    return best.where if best is not None else Venue()


def _is_direct(told: Told) -> bool:
    """Whether a frame names its parties itself; a talk mentioned in passing tells places that it was about."""
    return not told.frame.anaphoric and not told.frame.shared


def _format(occasion: Occasion) -> Format:
    forms = [told.channel for told in occasion.told]
    for form in (Format.VIRTUAL, Format.PHONE, Format.IN_PERSON):
        if form in forms:
            return form
    return Format.UNSPECIFIED
