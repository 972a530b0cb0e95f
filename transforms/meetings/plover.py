"""The PLOVER code of a meeting: always CONSULT, with the mode that its scheme gives to the channel and the
parties.
"""

from __future__ import annotations

from transforms.base.codes import Format, Kind
from transforms.lexicon.cues import Does
from transforms.lexicon.triggers import Sort
from transforms.meetings.records import Occasion, What

EVENT = "CONSULT"


def mode(occasion: Occasion, kind: Kind, form: Format) -> str | None:
    """phone, third-party, multilateral or visit, in this order; None where none fits."""
    if form is Format.PHONE:
        return "phone"
    cues = {
        does
        for told in occasion.told
        for item in told.frame.clause.items
        if item.what is What.CUE
        for does in item.does
    }
    if occasion.other and Does.PATRON in cues:
        return "third-party"
    if kind is Kind.MULTILATERAL:
        return "multilateral"
    received = any(told.frame.trigger.sort in (Sort.RECEIVE, Sort.RECEPTION) for told in occasion.told)
    if form is Format.IN_PERSON and (received or Does.VISIT in cues):
        return "visit"
    return None
