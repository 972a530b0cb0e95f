"""A stage for the tests of this layer: a text whose phrases are declared by hand, so that only meetings are tested."""

from __future__ import annotations

from datetime import date

from tests.loaded import lexicon
from transforms.actors.records import Cast, Phrase, PhraseKind
from transforms.base.codes import EntityType, PublishedBasis
from transforms.base.records import Actor, Candidate, Interval, Publication, Report
from transforms.lexicon.furniture import furniture_cues
from transforms.meetings import find_meetings
from transforms.temporal import find_expressions
from transforms.text.layout import lay_out
from transforms.text.normalise import fold
from transforms.text.page import Page, open_page
from transforms.text.sentences import find_sentences

PUBLISHED = date(2021, 3, 10)

#: Three invented persons, and how a text tells of each the first time.
SALIM, KARIM, MONA = "سليم الكاتب", "كريم الناظر", "منى الراوي"
A = f"وزير الخارجية الأردني {SALIM}"
B = f"نظيره المصري {KARIM}"
C = f"السفيرة الهولندية {MONA}"


class Stage:
    """Phrases by their surface: every occurrence in the text becomes a phrase, longer surfaces first."""

    def __init__(self, text: str, *, published: date | None = PUBLISHED) -> None:
        self.page: Page = open_page(text)
        self.published = published
        self._actors: list[Actor] = []
        self._phrases: list[Phrase] = []
        self._taken: set[int] = set()

    def person(
        self, surface: str, name: str, country: str | None = None, body: str | None = None, role: str | None = "office"
    ):
        index = self._actor(name, EntityType.PERSON, country)
        organization = self._actor(body, EntityType.ORGANIZATION, country) if body else None
        return self._phrase(
            surface, PhraseKind.PERSON, person=index, body=organization, country=country, name=name, role=role
        )

    def office(
        self,
        surface: str,
        country: str | None = None,
        body: str | None = None,
        *,
        counterpart: bool = False,
        dual: bool = False,
        plural: bool = False,
    ):
        organization = self._actor(body, EntityType.ORGANIZATION, country) if body else None
        return self._phrase(
            surface,
            PhraseKind.OFFICE,
            body=organization,
            country=country,
            role=surface,
            counterpart=counterpart,
            dual=dual,
            plural=plural,
            definite=dual,
        )

    def body(self, surface: str, country: str | None = None):
        index = self._actor(surface, EntityType.ORGANIZATION, country)
        return self._phrase(surface, PhraseKind.BODY, body=index, country=country)

    def delegation(
        self,
        surface: str,
        country: str | None = None,
        body: str | None = None,
        *,
        definite: bool = False,
        dual: bool = False,
    ):
        organization = self._actor(body, EntityType.ORGANIZATION, country) if body else None
        return self._phrase(
            surface,
            PhraseKind.DELEGATION,
            body=organization,
            country=country,
            plural=True,
            definite=definite,
            dual=dual,
        )

    def country(self, surface: str, code: str):
        self._actor(surface, EntityType.COUNTRY, code)
        return self._phrase(surface, PhraseKind.COUNTRY, country=code)

    def _actor(self, name: str | None, kind: EntityType, country: str | None) -> int | None:
        for index, actor in enumerate(self._actors):
            if actor.name == name and actor.entity_type is kind:
                return index
        self._actors.append(Actor(f"{kind}_{len(self._actors)}", kind, name or "", None, country, (), False))
        return len(self._actors) - 1

    def _phrase(self, surface: str, kind: PhraseKind, *, name: str | None = None, **fields: object) -> Stage:
        folded, text = fold(surface).folded, self.page.text.folded
        at = text.find(folded)
        while at >= 0:
            first = self._word_of(at)
            last = self._word_of(at + len(folded) - 1) + 1
            if not self._taken & set(range(first, last)):
                self._taken |= set(range(first, last))
                self._phrases.append(self._made(first, last, at, at + len(folded), kind, name, fields))
            at = text.find(folded, at + 1)
        return self

    def _word_of(self, offset: int) -> int:
        for index, (start, end) in enumerate(zip(self.page.starts, self.page.ends, strict=True)):
            if start <= offset < end:
                return index
        raise AssertionError(offset)

    @staticmethod
    def _made(
        first: int, last: int, start: int, end: int, kind: PhraseKind, name: str | None, fields: dict[str, object]
    ) -> Phrase:
        base = dict.fromkeys(Phrase._fields)
        flags = dict.fromkeys(("former", "acting", "plural", "dual", "counterpart", "definite"), False)
        words = len(fold(name).folded.split()) if name else 0
        span = {"name_first": last - words, "name_last": last} if name else {}
        place = {"first": first, "last": last, "start": start, "end": end, "kind": kind, "head": first}
        return Phrase(**{**base, **flags, **place, **span, **fields})  # type: ignore[arg-type]

    def find(self) -> tuple[tuple[Report, ...], tuple[Candidate, ...]]:
        book = lexicon()
        scan = book.index.scan(self.page)
        layout = lay_out(self.page, furniture_cues(scan), None)
        sentences = find_sentences(self.page, layout)
        expressions = find_expressions(scan, layout, book.calendar)
        basis = PublishedBasis.DATELINE if self.published else PublishedBasis.NONE
        bounds = Interval(self.published, self.published)
        publication = Publication(self.published, basis, bounds, None, ())
        phrases = tuple(sorted(self._phrases, key=lambda each: each.first))
        cast = Cast(tuple(self._actors), (), (), phrases)
        return find_meetings(scan, layout, sentences, cast, expressions, publication, book)


def staged(text: str) -> Stage:
    """The three, in full and two of them by the family name."""
    stage = Stage(text)
    stage.person(A, SALIM, "JOR").person(B, KARIM, "EGY").person(C, MONA, "NLD")
    return stage.person("الكاتب", SALIM, "JOR").person("الناظر", KARIM, "EGY")


def names(report: Report, side: str) -> list[str]:
    """The names on one side of a report."""
    return [each.name for each in report.participants if each.side == side]


def sides(stage: Stage) -> list[tuple[list[str], list[str]]]:
    """The names on both sides of each report."""
    reports, _ = stage.find()
    return [(names(each, "a"), names(each, "b")) for each in reports]
