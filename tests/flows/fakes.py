"""An engine that needs no lexicon: a line `A met B` is a meeting of two persons, the word CRASH makes it fail.

With it the flow's own promises are tested: they must hold whatever the engine finds.
"""

from __future__ import annotations

import re

from tests.readings import assemble, candidate, mention, participant, person, report
from transforms.base.codes import Basis, CandidateReason, Precision, Side
from transforms.base.records import Document, Interval, MeetingDate, Reading, Report

MEETING = re.compile(r"^(?P<a>[^\n.]+) (?P<met>met) (?P<b>[^\n.]+)$", re.MULTILINE)
UNDATED = MeetingDate(None, None, Interval(), Precision.UNKNOWN, Basis.NONE, (), Interval(), ())
CRASH = "CRASH"


class FakeEngine:
    """Reads like the engine does, by one rule."""

    fingerprint = "eng_fake"

    def read(self, document: Document) -> Reading:
        """One report for each line that says `met`."""
        if CRASH in document.text:
            raise ZeroDivisionError("the engine stumbled")
        found = list(MEETING.finditer(document.text))
        actors = {name: person(name) for match in found for name in match.group("a", "b")}
        names = list(actors)
        mentions = [
            mention(names.index(match[side]), actors[match[side]], match.start(side))
            for match in found
            for side in ("a", "b")
        ]
        reports = [_report(match, names, number == 0) for number, match in enumerate(found)]
        candidates = [
            candidate(match["met"], match.start("met"), number, CandidateReason.NEW_OCCASION)
            for number, match in enumerate(found)
        ]
        return assemble(document, actors.values(), mentions, reports, candidates)


def _report(match: re.Match[str], names: list[str], main: bool) -> Report:
    sides = [
        participant(Side(side), names.index(match[side]), person(match[side]), match.start(side)) for side in ("a", "b")
    ]
    return report(
        sides, UNDATED, match[0], match.start(), is_main=main, trigger=match["met"], rule_id="fake", confidence=1.0
    )
