"""What every code of the closed vocabularies means, one sentence each, for the codebook and the data package."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from transforms.base.codes import (
    Basis,
    CandidateOutcome,
    CandidateReason,
    EntityType,
    Format,
    Kind,
    MentionForm,
    Outcome,
    PartyKind,
    Precision,
    PublishedBasis,
    RejectReason,
    Side,
    Status,
    Zone,
)
from transforms.schema.declare import SchemaError
from transforms.schema.meetings import Disagreement

# Codes of two vocabularies may be the same text and so the same key: each vocabulary has a dictionary of its own.
MEANINGS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = MappingProxyType(
    {
        Status: {
            Status.HELD: "The text says that the meeting took place or is taking place.",
            Status.PLANNED: "The text announces the meeting, or a postponed one with its new date.",
            Status.CANCELLED: "The text says that a planned meeting was called off, or postponed without a new date.",
            Status.DENIED: "The text says that somebody denies that the meeting took place.",
        },
        Kind: {
            Kind.BILATERAL: "Two sides met.",
            Kind.MULTILATERAL: "More than two sides met.",
            Kind.INTERNAL: "The parties belong to one country or body.",
        },
        Format: {
            Format.IN_PERSON: (
                "They met in one place; the text shows a sign of it (a reception, a visit, a venue, a city)."
            ),
            Format.VIRTUAL: "They met by video.",
            Format.PHONE: "They spoke by telephone.",
            Format.UNSPECIFIED: "The text does not tell by which channel.",
        },
        Precision: {
            Precision.DAY: "One day: date_earliest and date_latest are the same.",
            Precision.RANGE: "Some day from date_earliest to date_latest.",
            Precision.BEFORE: "On or before date_latest; how long before is not known.",
            Precision.AFTER: "On or after date_earliest; how long after is not known.",
            Precision.UNKNOWN: "Neither bound is known.",
        },
        Basis: {
            Basis.EXPLICIT: "The text gives the date in figures or words.",
            Basis.RELATIVE: "The text counts from its own day (yesterday, last Friday), and that day is known.",
            Basis.PUBLICATION: "The text gives no date; what was held was held before it was published.",
            Basis.PAGE_DATE: "The text gives no date; a clock, weather or menu date of the site bounds it from above.",
            Basis.NONE: "Nothing dates the meeting, or only words that count from a day that is not known.",
        },
        Disagreement: {
            Disagreement.STATUS: (
                "The reports differ on whether the meeting took place; one that was held was announced before."
            ),
            Disagreement.KIND: "The reports differ on how many sides met.",
            Disagreement.FORMAT: "The reports differ on the channel; a report that does not tell it does not count.",
            Disagreement.PLACE_COUNTRY: "The reports name different countries as the place.",
            Disagreement.COUNTRIES: "The reports give the sides different countries.",
            Disagreement.LEADS: "The reports name different persons or bodies as leaders of the sides.",
        },
        Side: {
            Side.A: "The side of the sentence's subject: who received, visited, called.",
            Side.B: "The counterpart's side.",
            Side.OTHER: "A mediator, host or third party.",
        },
        PartyKind: {
            PartyKind.PERSON: "A person named by name.",
            PartyKind.ORGANIZATION: (
                "A body: a ministry, party, company, international organisation or delegation with a name."
            ),
            PartyKind.COUNTRY: "A country named as a party.",
        },
        EntityType: {
            EntityType.PERSON: "A person.",
            EntityType.ORGANIZATION: "A body: a ministry, party, company or international organisation.",
            EntityType.COUNTRY: "A country, also as the adjective of nationality.",
            EntityType.PLACE: "A city, building or region.",
            EntityType.RESOLUTION: "A resolution or agreement cited by its number or name.",
        },
        MentionForm: {
            MentionForm.FULL: "The full name.",
            MentionForm.PARTIAL: "Part of the name, such as the family name alone.",
            MentionForm.ADJECTIVE: "An adjective made from the name, such as a nationality.",
            MentionForm.ACRONYM: "The name's initials or short form.",
        },
        Zone: {
            Zone.TITLE: "In the headline.",
            Zone.BODY: "In the article's own text.",
        },
        Outcome: {
            Outcome.MEETINGS: "The document reports at least one meeting.",
            Outcome.NO_MEETING: "The document was read and reports no meeting.",
        },
        PublishedBasis: {
            PublishedBasis.METADATA: "The record's own field.",
            PublishedBasis.DATELINE: "A date line or label of publication in the text.",
            PublishedBasis.URL: "A date in the article's address.",
            PublishedBasis.NONE: "Nothing tells the day of publication.",
        },
        RejectReason: {
            RejectReason.EMPTY: "The file or record is empty.",
            RejectReason.UNREADABLE: "The source could not be opened or read.",
            RejectReason.BINARY: "The content is no text.",
            RejectReason.UNDECODABLE: "The bytes are text in no encoding that is known here.",
            RejectReason.NOT_A_RECORD: "The line or row is no record.",
            RejectReason.NO_TEXT: "The record has no text.",
            RejectReason.BAD_FIELD: "A field of the record has a value that it cannot have.",
            RejectReason.TOO_LARGE: "The record is longer than the limit.",
            RejectReason.TRUNCATED: "The source ends in the middle of a record.",
            RejectReason.UNSUPPORTED: "The format is not one that is read.",
            RejectReason.ENGINE_FAULT: "The engine failed on the document: a fault worth reporting.",
        },
        CandidateOutcome: {
            CandidateOutcome.REPORT: "It became a report.",
            CandidateOutcome.MERGED: "It tells of an occasion that another candidate already reports.",
            CandidateOutcome.DISCARDED: "It is no meeting, or not one that can be told with certainty.",
        },
        CandidateReason: {
            CandidateReason.NEW_OCCASION: "It tells of an occasion not told before in the document.",
            CandidateReason.SAME_OCCASION: "It returns to an occasion told elsewhere in the document.",
            CandidateReason.NO_COUNTERPART: "It names no second party.",
            CandidateReason.NO_SUBJECT: "It names no first party.",
            CandidateReason.SAME_PARTY: "Both parties are the same.",
            CandidateReason.DEMAND: "It is a demand or call for a meeting.",
            CandidateReason.READINESS: "It is a readiness or offer to meet.",
            CandidateReason.HABITUAL: "It tells of what happens regularly, not of one occasion.",
            CandidateReason.HYPOTHETICAL: "It tells of what might be or might have been.",
            CandidateReason.INTERVIEW: "It is an interview with the press or television.",
            CandidateReason.SPORT: "It is a match.",
            CandidateReason.MESSAGE: "It is a letter, statement or message, not a meeting.",
            CandidateReason.INTERNAL_SESSION: "It is a routine session of one body.",
            CandidateReason.DENIAL_OF_OTHER: "It denies something other than a meeting.",
            CandidateReason.NAMED_BODY: "The word is part of the name of a body.",
            CandidateReason.OTHER_SENSE: "The word is used in another sense.",
            CandidateReason.FURNITURE: "It stands in the site's furniture, such as a list of other headlines.",
            CandidateReason.NO_EVENT: "The sentence tells of no event.",
        },
    }
)


def meaning(code: StrEnum) -> str:
    """The sentence that says what a code means. Raises SchemaError for a code without one."""
    sentence = MEANINGS.get(type(code), {}).get(code)
    if sentence is None:
        raise SchemaError(f"{type(code).__name__}.{code.name}: no meaning is declared")
    return sentence
