"""The table of what happened: `meetings`, merged over the documents that report them."""

from __future__ import annotations

from enum import StrEnum

from transforms.schema.columns import CHARACTER_COLUMNS, DATE_COLUMNS, DATE_ORDERS, MEETING_ID, SIDE_COLUMNS, count
from transforms.schema.declare import Column, ColumnType, Table


class Disagreement(StrEnum):
    """On what the reports of one meeting differ."""

    STATUS = "status"
    KIND = "kind"
    FORMAT = "format"
    PLACE_COUNTRY = "place_country"
    COUNTRIES = "countries"
    LEADS = "leads"


MEETINGS = Table(
    name="meetings",
    title="Meetings",
    description=(
        "One row per real-world meeting, merged over the documents that report it. The date columns hold what all its "
        "reports allow together; where they differ in anything else, the most precisely dated report speaks."
    ),
    key=("meeting_id",),
    columns=(
        MEETING_ID,
        *CHARACTER_COLUMNS,
        *DATE_COLUMNS,
        *SIDE_COLUMNS,
        count("n_reports", "The number of rows of the meeting in `reports`, each from another document.", minimum=1),
        count(
            "n_outlets",
            "The number of different outlets among them; documents whose outlet is not known are not counted.",
        ),
        Column(
            "disagreements",
            ColumnType.STRING_LIST,
            "On what the reports differ, sorted; empty when they agree.",
            values=Disagreement,
        ),
    ),
    orders=DATE_ORDERS,
    derived=True,
)
