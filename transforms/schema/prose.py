"""What the codebook says beside the declarations: what the data are, the rules of meaning, and how to load them."""

from __future__ import annotations

INTRODUCTION = """
This dataset tells who met whom, when, where and by which channel, as Arabic news articles report it. Every row of
`reports` holds the words of the article that say so, and the id of the rule that read them. What the text does not say
stays null; nothing is guessed. `meetings` merges what several articles tell of one occasion.

Start with `meetings` (one row per real-world meeting) or `reports` (one row per meeting and article). `participants`
names the persons, bodies and countries on each side. `documents` says what was read, `candidates` and `rejects` what
was considered and dropped, and why: what was found is what was kept, merged and discarded.
"""

RULES: tuple[str, ...] = (
    "A *meeting* is a specific occasion on which two or more identified parties met, received one another, held "
    "talks or "
    "spoke by phone or video. Statements, demands for a meeting, habitual references, matches, and press or television "
    "interviews are not meetings.",
    "One occasion is one report per document, however often the document returns to it; several occasions are several "
    "reports.",
    "*Side a* is the grammatical subject's side, *side b* the counterpart's, *other* anyone else (a mediator, a third "
    "party). The order of the sides says nothing of rank or initiative. Two counterparts of one verb are one "
    "meeting on "
    "side b, unless the text separates them (each on its own, one after the other, a second verb, two calls).",
    "Dates are intervals, both ends included; a bound that is null is not known. The `date_*` columns hold what "
    "the text "
    "and its metadata say; the `inferred_*` columns hold what may be inferred beside them (weekday words, dated "
    "references, terms of office). Use the first for what is reported, the second for what is likely.",
    "The publication date is a bound, never the event's date: a meeting that was held and that an article of "
    "known date "
    "tells without a date has `date_latest` = `published_on`, precision `before`, basis `publication`. A clock, "
    "weather "
    "or menu date of the site is `page_date`: an upper bound only.",
    "Words that count from the article's own day (yesterday, last Friday) are resolved against the publication "
    "date; if "
    "that is unknown, `date_text` is kept and the date columns stay null.",
    "Early in a month is its 1st to 10th day, the middle its 11th to 20th, late its 21st to last; last week is the "
    "calendar week before. A bare weekday of a held meeting is the latest one up to and including the day of "
    "publication, "
    "of a planned one the next. A day and month without a year take the year that makes them most recent (held) "
    "or next "
    "(planned). Numeric dates are day first, or year first.",
    "`event_date` is one day for sorting and plotting. For a statement about time use the interval.",
    "A postponed meeting with a new date is `planned`; without one it is `cancelled`.",
    "`in_person` needs a sign of presence (received, visited, a venue or city); a meeting without one that is "
    "neither by "
    "phone nor by video is `unspecified`.",
    "International bodies (the United Nations, the European Union, the Arab League) have no country. Opposition bodies "
    "and governments carry their country's code.",
    "A person's mention is a full or partial *name*; titles and pronouns alone are not mentions. The site's furniture "
    "(menus, lists of other headlines) is not counted.",
    "Reports of different documents are one meeting in `meetings` when both sides match and their dates overlap: "
    "on one "
    "known day by a shared person, body or country on each side (by a person wherever both name persons); where "
    "the day "
    "is not known, within less than two weeks and with a shared person. A report that is dated more vaguely, or that "
    "would fit two meetings equally well, stays a meeting of its own. So meetings are rather counted twice than "
    "confused.",
    "All ids are made from content: they do not change between runs, machines or orders of input. Offsets count "
    "characters (Unicode code points) from 0 in `texts.text`.",
)

LOADING = """
## How to load

Every table is a folder of Parquet files.

```python
import pandas as pd

meetings = pd.read_parquet("data/current/meetings", dtype_backend="pyarrow")
reports = pd.read_parquet("data/current/reports", dtype_backend="pyarrow")
parties = pd.read_parquet("data/current/participants", dtype_backend="pyarrow")

# the meetings that took place on a known day, with who was there
held = meetings[(meetings.status == "held") & (meetings.date_precision == "day")]
people = parties[parties.kind == "person"].drop_duplicates(["meeting_id", "entity_id"])
who = held[["meeting_id", "event_date"]].merge(people, on="meeting_id")
```

With `dtype_backend="pyarrow"` dates and integers with gaps keep their types. In R:

```r
library(arrow)
meetings <- open_dataset("data/current/meetings") |> dplyr::collect()
```

In SQL, with DuckDB:

```sql
SELECT event_date, side_a_lead, side_b_lead FROM 'data/current/meetings/*.parquet' ORDER BY event_date;
```
"""
