"""Bodies on a page: known by name, composed of head, portfolio and country, or named by a short form that the article
has explained.

In order: known names, composed ones where no known name stands, ministries named by their portfolio and an adjective
("the Turkish foreign ministry" without the word ministry), then short forms, each for the body last named that owns
it. A name with another common sense counts only in an article that names its body unmistakably or its country.
"""

from __future__ import annotations

from transforms.actors.chains import read_chain
from transforms.actors.posts import has_article
from transforms.actors.records import BodySpan
from transforms.actors.romanise import romanise
from transforms.actors.view import JOINED, OFFICE_WORD, PEOPLE_WORD, QUOTE, SPACE, View
from transforms.base.codes import MentionForm
from transforms.lexicon.bodies import Body, BodyHead, BodyKind, Portfolio, Takes, composed_id, composed_name
from transforms.lexicon.entries import Category, Hit
from transforms.lexicon.gazetteer import Gazetteer
from transforms.lexicon.geography import Country
from transforms.lexicon.nationalities import Gender, Nationality
from transforms.lexicon.offices import Office
from transforms.text.characters import ARTICLE

MINISTRY = "ministry"


def find_bodies(view: View, gazetteer: Gazetteer) -> dict[int, BodySpan]:
    """The bodies of the article by their first words; of two that overlap the longer, then the earlier."""
    spans = [span for hit in view.scan.of(Category.BODY) if (span := _known(view, hit)) is not None]
    doubtful = [span for span in spans if span.id.startswith("?")]
    sure = [span for span in spans if not span.id.startswith("?")]
    ids = {span.id for span in sure}
    countries = _countries(view) if doubtful else set()
    for span in doubtful:
        if span.id[1:] in ids or (span.country is not None and span.country in countries):
            sure.append(span._replace(id=span.id[1:]))
    covered = {word for span in sure for word in range(span.first, span.last)}
    sure.extend(_composed(view, gazetteer, covered))
    chosen = _longest(sure)
    return _with_shorts(view, chosen, gazetteer)


def _countries(view: View) -> set[str]:
    """The countries that the page names, by name or adjective."""
    codes = {
        hit.entry.payload.country for hit in view.scan.of(Category.COUNTRY) if isinstance(hit.entry.payload, Country)
    }
    for hit in view.scan.of(Category.NATIONALITY):
        if isinstance(hit.entry.payload, Nationality) and hit.entry.payload.country:
            codes.add(hit.entry.payload.country)
    return codes


def _known(view: View, hit: Hit) -> BodySpan | None:
    body = hit.entry.payload
    if not isinstance(body, Body) or view.zones[hit.first] is None:
        return None
    if body.kind is BodyKind.INTERNATIONAL and body.country is None:
        country, last = _people_behind(view, hit.last)
        if country is not None:
            return _national(view, hit, last, body, country)
    return _span(hit, hit.last, hit.end, body, body.form, "?" if body.ambiguous else "")


def _national(view: View, hit: Hit, last: int, body: Body, country: str) -> BodySpan:
    """A country's own body with the name of one of the world's: the Russian security council."""
    end = view.page.ends[last - 1]
    own = _span(hit, last, end, body, body.form)
    name = romanise(view.page.text.bare[hit.start : end])
    return own._replace(id=f"{body.id}.{country}", name=None, name_en=name, country=country, external_ids=())


def _span(hit: Hit, last: int, end: int, body: Body, form: MentionForm, mark: str = "") -> BodySpan:
    return BodySpan(
        hit.first,
        last,
        hit.start,
        end,
        mark + body.id,
        body.name,
        body.name_en,
        body.country,
        body.kind,
        form,
        body.external_ids,
        hit.cut.preposition,
        hit.cut.conjunction,
        False,
    )


def _composed(view: View, gazetteer: Gazetteer, known: set[int]) -> list[BodySpan]:
    """What heads and fields compose; where a known body stands, no free words make another one."""
    spans: list[BodySpan] = []
    for hit in view.scan.of(Category.BODY_HEAD):
        head = hit.entry.payload
        if isinstance(head, BodyHead) and view.zones[hit.first] is not None:
            span = _from_free_words(view, hit, head) if Takes.NAME in head.takes else None
            if span is None or not known.isdisjoint(range(span.first, span.last)):
                span = _from_head(view, hit, head, gazetteer)
            if span is not None:
                spans.append(span)
    ministry = gazetteer.heads.get(MINISTRY)
    for hit in view.scan.of(Category.PORTFOLIO):
        portfolio = hit.entry.payload
        if ministry and isinstance(portfolio, Portfolio) and portfolio.alone and view.zones[hit.first] is not None:
            country, end = _country_behind(view, hit.last, feminine=True)
            if country is not None and view.tags[hit.last] == PEOPLE_WORD and not _completes_office(view, hit):
                spans.append(_made(view, hit, end, ministry, portfolio, country, gazetteer))
    return spans


def _completes_office(view: View, hit: Hit) -> bool:
    """Whether a field belongs to the word for minister before it, or to a longer field."""
    if view.tags[hit.first] == OFFICE_WORD:
        return True
    before = hit.first - 1
    office, field = view.offices.get(before), view.portfolios.get(before)
    minister = office is not None and isinstance(office.entry.payload, Office) and office.entry.payload.portfolio
    return minister or (field is not None and field.last >= hit.last)


def _from_head(view: View, hit: Hit, head: BodyHead, gazetteer: Gazetteer) -> BodySpan | None:
    end, portfolio = hit.last, None
    alone = Takes.ALONE in head.takes
    if not alone and end not in view.portfolios and end not in view.peoples and end not in view.countries:
        return None
    if Takes.PORTFOLIO in head.takes and _follows(view, end):
        found = view.portfolios.get(end)
        if (
            found is not None
            and not found.cut.conjunction
            and not found.cut.preposition
            and isinstance(found.entry.payload, Portfolio)
        ):
            portfolio, end = found.entry.payload, found.last
    country, last = _country_behind(view, end)
    if country is None and portfolio is None and not alone:
        return None
    return _made(view, hit, last, head, portfolio, country, gazetteer)


def _from_free_words(view: View, hit: Hit, head: BodyHead) -> BodySpan | None:
    """A body that its own words name (union of the engineers): its id holds them, its country is what they tell."""
    if hit.cut.suffix or not _follows(view, hit.last):
        return None
    chain, short = read_chain(view, hit.last, definite=has_article(hit)), view.hit(hit.first, Category.BODY_SHORT)
    if chain.sure == hit.last or not chain.free or (short is not None and short.last >= chain.sure):
        return None
    words = view.page.words[hit.last : chain.sure]
    end = view.page.ends[chain.sure - 1]
    return BodySpan(
        first=hit.first,
        last=chain.sure,
        start=hit.start,
        end=end,
        id=".".join((composed_id(head, None, chain.country), *words)),
        name=None,
        name_en=romanise(view.page.text.bare[hit.start : end]),
        country=chain.country,
        kind=head.kind,
        form=MentionForm.FULL,
        external_ids=(),
        preposition=hit.cut.preposition,
        conjunction=hit.cut.conjunction,
        composed=True,
    )


def _made(
    view: View,
    hit: Hit,
    last: int,
    head: BodyHead,
    portfolio: Portfolio | None,
    country: str | None,
    gazetteer: Gazetteer,
) -> BodySpan:
    """A composed body, or the known one that has the same id."""
    key, end = composed_id(head, portfolio, country), view.page.ends[last - 1]
    known = gazetteer.bodies.get(key)
    if known is not None:
        return _span(hit, last, end, known, MentionForm.FULL)
    land = gazetteer.countries.get(country) if country else None
    name_en = composed_name(head, portfolio, land.name_en if land else None)
    form = MentionForm.FULL if country else MentionForm.PARTIAL
    return BodySpan(
        first=hit.first,
        last=last,
        start=hit.start,
        end=end,
        id=key,
        name=None,
        name_en=name_en,
        country=country,
        kind=head.kind,
        form=form,
        external_ids=(),
        preposition=hit.cut.preposition,
        conjunction=hit.cut.conjunction,
        composed=True,
    )


def _country_behind(view: View, word: int, *, feminine: bool = False) -> tuple[str | None, int]:
    """The country that an adjective with the article or a name gives, and where it ends. A ministry is feminine."""
    if not _follows(view, word):
        return None, word
    country = view.countries.get(word)
    if country is not None and not country.cut.preposition and not country.cut.conjunction:
        payload = country.entry.payload
        if isinstance(payload, Country) and not payload.ambiguous:
            return payload.country, country.last
    return _people_behind(view, word, feminine=feminine)


def _people_behind(view: View, word: int, *, feminine: bool = False) -> tuple[str | None, int]:
    """The country that an adjective with the article gives, and where it ends."""
    people = view.peoples.get(word) if _follows(view, word) else None
    if people is not None and not people.cut.preposition and not people.cut.conjunction:
        nationality = people.entry.payload
        definite = people.cut.article or people.entry.words[0].startswith(ARTICLE)
        agrees = not feminine or (isinstance(nationality, Nationality) and nationality.gender is Gender.FEMININE)
        if isinstance(nationality, Nationality) and definite and nationality.country and agrees:
            return nationality.country, people.last
    return None, word


def _follows(view: View, word: int) -> bool:
    return word < len(view.tags) and view.gaps[word - 1] in (SPACE, JOINED, QUOTE)


def _longest(spans: list[BodySpan]) -> dict[int, BodySpan]:
    taken: set[int] = set()
    chosen: dict[int, BodySpan] = {}
    for span in sorted(spans, key=lambda each: (each.first - each.last, each.first, each.id)):
        words = range(span.first, span.last)
        if taken.isdisjoint(words):
            taken.update(words)
            chosen[span.first] = span
    return chosen


def _with_shorts(view: View, chosen: dict[int, BodySpan], gazetteer: Gazetteer) -> dict[int, BodySpan]:
    """Add short forms: each means the body last named before it (else the first named after it) that owns the form."""
    shorts = view.scan.of(Category.BODY_SHORT) if chosen else ()
    if not shorts:
        return chosen
    owners: dict[str, list[BodySpan]] = {}
    for span in sorted(chosen.values()):
        body = gazetteer.bodies.get(span.id)
        for short in body.shorts if body else ():
            owners.setdefault(short, []).append(span)
    covered = {word for span in chosen.values() for word in range(span.first, span.last)}
    found = dict(chosen)
    for hit in shorts:
        named = owners.get(str(hit.entry.payload))
        if named is None or hit.first in covered or view.zones[hit.first] is None:
            continue
        before = [span for span in named if span.first < hit.first]
        body = gazetteer.bodies[(before[-1] if before else named[0]).id]
        if _is_portfolio(view, hit) or _is_of_another(view, hit, body):
            continue
        found[hit.first] = _span(hit, hit.last, hit.end, body, MentionForm.PARTIAL)
    return found


def _is_portfolio(view: View, hit: Hit) -> bool:
    """Whether a short form is what a minister is in charge of: "the foreign minister" names no ministry told
    elsewhere."""
    office = view.hit(hit.first - 1, Category.OFFICE) if hit.first else None
    return office is not None and isinstance(office.entry.payload, Office) and office.entry.payload.portfolio


def _is_of_another(view: View, hit: Hit, body: Body) -> bool:
    """Whether the nationality behind a short form is another than that of the body told before."""
    nation = view.hit(hit.last, Category.NATIONALITY)
    payload = nation.entry.payload if nation is not None else None
    return isinstance(payload, Nationality) and payload.country not in (None, body.country)
