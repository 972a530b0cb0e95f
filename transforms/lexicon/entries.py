"""What a lexicon entry is: a surface, what it means, and what may be glued to it."""

from __future__ import annotations

from enum import StrEnum

from transforms.text.words import Cut


class Glue(StrEnum):
    """What may stand glued around an entry's surface."""

    NAME = "name"
    """Conjunction and preposition; the article is the name's own."""
    NOUN = "noun"
    """Conjunction, preposition, article."""
    VERB = "verb"
    """Conjunction and the sign of the future."""
    PARTICLE = "particle"
    """Conjunction only."""
    NOTHING = "nothing"


class Category(StrEnum):
    """Which part of the lexicon an entry belongs to. A scan keeps the longest hit of each category at each word."""

    #: Categories are keys of tables at every turn; the hash of an enumeration is Python code, that of a text is not.
    __hash__ = str.__hash__

    FURNITURE = "furniture"
    CALENDAR = "calendar"
    BESIDE_DATE = "beside_date"
    TRIGGER = "trigger"
    LIGHT_VERB = "light_verb"
    ATTENDING = "attending"
    SPORT = "sport"
    TOGETHER = "together"
    CUE = "cue"
    TOPIC = "topic"
    COUNTRY = "country"
    NATIONALITY = "nationality"
    CITY = "city"
    REGION = "region"
    LANDMARK = "landmark"
    DECOY = "decoy"
    BODY_SHORT = "body_short"
    BODY_HEAD = "body_head"
    BODY_ADJECTIVE = "body_adjective"
    PORTFOLIO = "portfolio"
    NAMED_AFTER = "named_after"
    BODY = "body"
    OFFICE = "office"
    TITLE = "title"
    MODIFIER = "modifier"
    FORMULA = "formula"
    LINK = "link"
    OPENER = "opener"
    RESOLUTION = "resolution"
    PERSON = "person"
    SURNAME = "surname"


class Entry:
    """One surface of the lexicon.

    `words` is the folded surface; `exact` holds the unfolded surface where folding would confuse two words, else "".
    `payload` is the record that the category's own module defines. `path` and `line` lead to the file for messages.
    """

    __slots__ = ("category", "exact", "glue", "key", "line", "path", "payload", "suffixes", "words")

    def __init__(  # noqa: PLR0913, PLR0917 - one place makes them, from a row of a file
        self,
        words: tuple[str, ...],
        category: Category,
        key: str,
        glue: Glue,
        suffixes: bool,
        exact: str,
        payload: object,
        path: str,
        line: int,
    ) -> None:
        self.words = words
        self.category = category
        self.key = key
        self.glue = glue
        self.suffixes = suffixes
        self.exact = exact
        self.payload = payload
        self.path = path
        self.line = line


class Hit:
    """An entry found on a page: words `[first, last)`, folded offsets `[start, end)` without prefixes, and how the
    first word was cut.

    A page has a hundred of them: a class of its own is made several times faster than any kind of record.
    """

    __slots__ = ("cut", "end", "entry", "first", "last", "start")

    def __init__(self, first: int, last: int, start: int, end: int, entry: Entry, cut: Cut) -> None:
        self.first = first
        self.last = last
        self.start = start
        self.end = end
        self.entry = entry
        self.cut = cut


def admits(entry: Entry, cut: Cut) -> bool:
    """Whether an entry may stand in a word cut this way."""
    if cut.suffix and not entry.suffixes:
        return False
    glue = entry.glue
    if glue is Glue.NOUN:
        return not cut.future
    if glue is Glue.NAME:
        return not (cut.future or cut.article)
    if glue is Glue.VERB:
        return not (cut.article or cut.preposition)
    if glue is Glue.PARTICLE:
        return not (cut.article or cut.preposition or cut.future)
    return not (cut.conjunction or cut.article or cut.preposition or cut.future)
