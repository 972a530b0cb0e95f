"""From phrases to parties and participants: who a side is, whom it stands for, who led it.

A side's countries come from its persons, offices and bodies. The country to which an envoy is sent and the city in
which they sat are never among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from transforms.actors.records import Cast, Phrase, PhraseKind
from transforms.base.codes import EntityType
from transforms.base.records import Tenure
from transforms.lexicon.bodies import Body, BodyKind
from transforms.lexicon.cues import Does
from transforms.lexicon.entries import Category
from transforms.lexicon.index import Scan
from transforms.meetings.homelands import TITLE_WORDS, names_country_first, told_country
from transforms.meetings.mentions import bare_word
from transforms.meetings.records import Parties
from transforms.meetings.traits import OFFICE_WORDS, Traits


class Roster(Traits):
    """What the cast knows of its actors, looked up once per document."""

    def __init__(self, cast: Cast, scan: Scan, home: str | None = None) -> None:
        super().__init__(scan)
        self.cast = cast
        self._home = home
        self._tenures: dict[int, Tenure] = {}
        for tenure in cast.tenures:
            self._tenures.setdefault(tenure.actor, tenure)
        self._own_country: dict[int, str] = {}
        self._own_body: dict[int, int] = {}
        self._fullest: dict[int, Phrase] = {}
        self._named: dict[int, Phrase] = {}
        for phrase in cast.phrases:
            if phrase.person is not None and phrase.country:
                self._own_country.setdefault(phrase.person, phrase.country)
            if phrase.person is not None and phrase.role:
                self._fullest.setdefault(phrase.person, phrase)
            if phrase.person is not None and phrase.body is not None:
                self._own_body.setdefault(phrase.person, phrase.body)
            elif phrase.body is not None and phrase.kind is PhraseKind.BODY:
                self._named.setdefault(phrase.body, phrase)
        self._countries = {
            actor.country: index
            for index, actor in enumerate(cast.actors)
            if actor.entity_type is EntityType.COUNTRY and actor.country
        }
        self._bodies = {
            actor.name: index for index, actor in enumerate(cast.actors) if actor.entity_type is EntityType.ORGANIZATION
        }

    def parties(self, phrases: Sequence[Phrase], *, at_home: bool = False, domestic: bool = False) -> Parties:
        """Who these phrases are. A side that names no country nor body may be `at_home`: an office of the state
        stands for the country where the report was written; with `domestic` also a body of which no country is told.
        """
        persons, bodies, countries = set(), set(), set()
        own: set[int | None] = set()
        for phrase in phrases:
            if phrase.person is not None:
                persons.add(phrase.person)
            body = self.body_of(phrase)
            if body is not None:
                bodies.add(body)
            country = self.country_of(phrase)
            if country:
                countries.add(country)
            elif at_home and self._home and body is None and self._is_of_state(phrase):
                own.add(phrase.person)
        # An office without a name beside a country's people is a title of one of them.
        if self._home and (own if not countries else own - {None}):
            countries.add(self._home)
        local = at_home and not countries and not any(not domestic or self._is_foreign(body) for body in bodies)
        if local and self._home and any(self._has_office(each) or self._is_domestic(each) for each in phrases):
            countries.add(self._home)
        return Parties(frozenset(persons), frozenset(bodies), frozenset(countries))

    def both(
        self, phrases_a: Sequence[Phrase], phrases_b: Sequence[Phrase], *, domestic: bool = False
    ) -> tuple[Parties, Parties]:
        """Who the two sides are. Both may be at home: a meeting of one country's own."""
        left = self.parties(phrases_a, at_home=True, domestic=domestic)
        return left, self.parties(phrases_b, at_home=True, domestic=domestic)

    def _is_foreign(self, body: int) -> bool:
        """Whether a body may belong elsewhere: one that the text composes without a country is of the place where it
        is told."""
        actor = self.cast.actors[body]
        return actor.in_lexicon or actor.country is not None

    def is_open(self, side: Parties) -> bool:
        """Whether a side stands for a country that the text has not told: its bodies are none of the world's."""
        return not side.countries and bool(side.bodies) and not any(self._is_foreign(body) for body in side.bodies)

    def settle(self, phrases: Iterable[Phrase], country: str) -> None:
        """The persons of a side stand for a country that its place told."""
        for phrase in phrases:
            if phrase.person is not None:
                self._own_country.setdefault(phrase.person, country)

    def _is_domestic(self, phrase: Phrase) -> bool:
        """Whether a phrase is a body by itself whose words say nothing of the world."""
        return phrase.kind is PhraseKind.BODY and not any(
            Does.WORLD in self._does(word) for word in range(phrase.first, phrase.last + TITLE_WORDS)
        )

    def _is_of_state(self, phrase: Phrase) -> bool:
        """Whether a phrase opens with an office of the state."""
        if phrase.person is not None:
            phrase = self._fullest.get(phrase.person, phrase)
        opening = range(phrase.first, min(phrase.last, phrase.first + OFFICE_WORDS))
        return any(Does.STATE in self._does(word) for word in opening)

    def home_of(self, phrase: Phrase) -> str | None:
        """The country where the report was written, for an office that only its readers know by heart."""
        return self._home if self.body_of(phrase) is None and self._has_office(phrase) else None

    def _has_office(self, phrase: Phrase) -> bool:
        """Whether a phrase is somebody in an office that only the readers of the country know by heart."""
        if phrase.counterpart or (phrase.kind is PhraseKind.OFFICE and (phrase.plural or not phrase.definite)):
            return False
        return phrase.kind in (PhraseKind.OFFICE, PhraseKind.PERSON) and self.role_of(phrase) is not None

    def country_of(self, phrase: Phrase) -> str | None:
        """Whom a phrase stands for."""
        body = self.body_of(phrase)
        if body is not None and phrase.body == body and self._is_international(body):
            return phrase.country if names_country_first(self._scan, phrase) else None
        if phrase.country:
            return phrase.country
        owner = self.cast.actors[body].country if body is not None else None
        if phrase.person is not None:
            known = self.cast.actors[phrase.person].country
            told = self._told(phrase) or self._told(self._fullest.get(phrase.person, phrase))
            return known or self._own_country.get(phrase.person) or owner or told
        return owner or self._told(phrase)

    def _told(self, phrase: Phrase) -> str | None:
        return told_country(self._scan, phrase, local=self.is_local(phrase))

    def _is_international(self, body: int) -> bool:
        """Whether a body is known and stands for no country."""
        actor = self.cast.actors[body]
        return actor.in_lexicon and actor.country is None

    def body_of(self, phrase: Phrase) -> int | None:
        """The body that a phrase is or belongs to, also where only another mention of the person tells it."""
        if phrase.body is not None:
            return phrase.body
        if phrase.person is None:
            return None
        if phrase.person in self._own_body:
            return self._own_body[phrase.person]
        tenure = self._tenures.get(phrase.person)
        if tenure is None or tenure.organization is None:
            return None
        return self._bodies.get(tenure.organization)

    def role_of(self, phrase: Phrase) -> str | None:
        """The office of a phrase, also where only another mention of the person tells it."""
        if phrase.role:
            return phrase.role
        tenure = self._tenures.get(phrase.person) if phrase.person is not None else None
        return tenure.role if tenure else None

    def span_of(self, phrase: Phrase) -> tuple[int, int]:
        """The folded offsets of the name in a phrase, of the whole phrase where no name stands in it."""
        if phrase.name_first is None or phrase.name_last is None:
            return phrase.start, phrase.end
        start = phrase.start if phrase.name_first == phrase.first else self._page.starts[phrase.name_first]
        return start, self._page.ends[phrase.name_last - 1]

    def holder(self, phrase: Phrase) -> int | None:
        """The one person of the document who holds an office of this head word for this country."""
        if not phrase.country and phrase.last - phrase.first >= OFFICE_WORDS - 1:
            return self._same_words(phrase)
        if not phrase.definite:
            return None
        if not phrase.country:
            return self._bare_holder(phrase)
        head = bare_word(self._page.words[phrase.head])
        holders = {
            person
            for person, fullest in self._fullest.items()
            if fullest.country == phrase.country and self._opens_with(fullest, head)
        }
        return next(iter(holders)) if len(holders) == 1 else None

    def _same_words(self, phrase: Phrase) -> int | None:
        """The one person told before with all the words of an office ("the emir of the region of X")."""
        tail = self._page.words[phrase.first + 1 : phrase.last]
        told = (each for each in self.cast.phrases if each.person is not None and each.first < phrase.first)
        holders = {each.person for each in told if self._has_words(each, tail)}
        return next(iter(holders)) if len(holders) == 1 else None

    def _has_words(self, phrase: Phrase, words: Sequence[str]) -> bool:
        told = self._page.words[phrase.first : phrase.last]
        return any(told[at : at + len(words)] == words for at in range(1, len(told) - len(words) + 1))

    def _bare_holder(self, phrase: Phrase) -> int | None:
        """The one person told before whose office has this head word ("the ambassador")."""
        if phrase.last - phrase.first > 1 or phrase.body is not None:
            return None
        head = bare_word(self._page.words[phrase.head])
        holders = {
            person
            for person, fullest in self._fullest.items()
            if fullest.first < phrase.first and self._opens_with(fullest, head)
        }
        return next(iter(holders)) if len(holders) == 1 else None

    def learn_office(self, phrases: Sequence[Phrase], body: Phrase | None) -> None:
        """An office of the state without a body or country belongs to the body of which the sentence speaks."""
        if body is None or body.kind is not PhraseKind.BODY or body.country is None or body.body is None:
            return
        for phrase in phrases:
            open_office = phrase.person is not None and self.country_of(phrase) is None and self.body_of(phrase) is None
            if open_office and phrase.person is not None and self._is_of_state(phrase):
                self._own_country[phrase.person], self._own_body[phrase.person] = body.country, body.body

    def is_press(self, phrase: Phrase) -> bool:
        """Whether a phrase is a newspaper, a channel or journalists."""
        unnamed = phrase.person is None and phrase.body is None
        if phrase.kind is PhraseKind.BODY and phrase.body is not None:
            phrase = self._named.get(phrase.body, phrase)
        for word in range(phrase.first, phrase.last):
            hit = self._scan.here(word, Category.BODY)
            body = hit.entry.payload if hit is not None else None
            media = isinstance(body, Body) and body.kind is BodyKind.MEDIA
            if media or (unnamed and Does.INTERVIEW in self._does(word)):
                return True
        return False

    def learn(self, phrases: Sequence[Phrase]) -> None:
        """Persons of a side without a country of their own stand for that of the side, if it is one."""
        countries = self.parties(phrases).countries
        bodies = {phrase.body for phrase in phrases if phrase.kind is PhraseKind.DELEGATION and phrase.body is not None}
        for phrase in phrases:
            if phrase.person is None:
                continue
            if phrase.country:
                self._own_country.setdefault(phrase.person, phrase.country)
            if phrase.body is not None:
                self._own_body.setdefault(phrase.person, phrase.body)
            if len(countries) == 1 and self.country_of(phrase) is None and self.body_of(phrase) is None:
                self._own_country[phrase.person] = next(iter(countries))
            if len(bodies) == 1 and self.body_of(phrase) is None:
                self._own_body[phrase.person] = next(iter(bodies))

    def country_actor(self, code: str) -> int | None:
        """The country's actor, if the document names it."""
        return self._countries.get(code)


def is_delegation(phrases: Iterable[Phrase]) -> bool:
    """Whether a side is a delegation."""
    return any(phrase.kind is PhraseKind.DELEGATION for phrase in phrases)
