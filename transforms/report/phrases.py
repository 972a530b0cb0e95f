"""What the pages call things in English: codes, days, intervals, counts.

A value that is not in its vocabulary is an error, not a blank.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from transforms.base.codes import (
    Basis,
    CandidateOutcome,
    CandidateReason,
    Format,
    NameGround,
    Precision,
    PublishedBasis,
    RejectReason,
    Side,
)
from transforms.schema.meetings import Disagreement

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

#: Words that differ from the code; any other code is its own words, with spaces for underscores. By vocabulary, because
#: codes of two vocabularies may be equal as strings.
_WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = MappingProxyType(
    {
        Format: {Format.VIRTUAL: "by video", Format.PHONE: "by phone", Format.UNSPECIFIED: "channel not told"},
        Precision: {
            Precision.DAY: "to the day",
            Precision.RANGE: "to a range of days",
            Precision.BEFORE: "bounded: on or before a day",
            Precision.AFTER: "bounded: on or after a day",
            Precision.UNKNOWN: "not known",
        },
        Basis: {
            Basis.EXPLICIT: "a date in the text",
            Basis.RELATIVE: "relative words, counted from the day of publication",
            Basis.PUBLICATION: "the day of publication, as a bound",
            Basis.PAGE_DATE: "the page's own date, as a bound",
            Basis.NONE: "nothing",
        },
        NameGround: {
            NameGround.KNOWN: "a person whom the lexicon has",
            NameGround.OFFICE: "a name behind an office or title",
            NameGround.COMMA: "a name behind an office and a comma",
            NameGround.LIST: "a name in a list",
            NameGround.SAYING: "a name behind a verb of saying",
            NameGround.SHAPE: "a given name with more of a name behind it",
            NameGround.PART: "part of a name told elsewhere in the article",
            NameGround.CUE: "a known family name beside a word told of its bearer",
        },
        Side: {Side.A: "Side A", Side.B: "Side B", Side.OTHER: "Others present"},
        CandidateOutcome: {
            CandidateOutcome.REPORT: "became a report",
            CandidateOutcome.MERGED: "merged into a report",
        },
        CandidateReason: {
            CandidateReason.DENIAL_OF_OTHER: "denial of something else",
            CandidateReason.NAMED_BODY: "part of a body's name",
            CandidateReason.OTHER_SENSE: "another sense of the word",
            CandidateReason.SPORT: "a sports event",
            CandidateReason.FURNITURE: "part of the site, not of the article",
        },
        PublishedBasis: {PublishedBasis.NONE: "no date found", PublishedBasis.URL: "address"},
        RejectReason: {RejectReason.BINARY: "binary data", RejectReason.UNDECODABLE: "encoding not understood"},
        Disagreement: {Disagreement.PLACE_COUNTRY: "country of the place"},
    }
)


def words(vocabulary: type[StrEnum], code: str) -> str:
    """The code in English. Raises ValueError for a value that is not in the vocabulary."""
    member = vocabulary(code)
    return _WORDS.get(vocabulary, {}).get(member) or member.value.replace("_", " ")


def day(value: date) -> str:
    """A day: 5 December 2024."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def between(earliest: date, latest: date) -> str:
    """Both days included, without repeating what they share: 3-5 May 2024, 30 May - 2 June 2024."""
    if earliest == latest:
        return day(latest)
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return f"{earliest.day}\u2013{day(latest)}"
    if earliest.year == latest.year:
        return f"{earliest.day} {MONTHS[earliest.month - 1]} \u2013 {day(latest)}"
    return f"{day(earliest)} \u2013 {day(latest)}"


def interval(earliest: date | None, latest: date | None) -> str | None:
    """An interval with what is known of its bounds, None when neither is."""
    if earliest is not None and latest is not None:
        return between(earliest, latest)
    if latest is not None:
        return f"on or before {day(latest)}"
    if earliest is not None:
        return f"on or after {day(earliest)}"
    return None


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: 1 meeting, 2,000 meetings."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def share(part: int, whole: int) -> str:
    """A part in per cent of the whole, without decimals; a part that rounds to nothing but is something is <1 %."""
    if not whole or not part:
        return "\u2013"
    percent = round(100 * part / whole)
    return f"{percent}\u00a0%" if percent else "<1\u00a0%"
