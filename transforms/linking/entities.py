"""The questions that build `entities`, `roles` and `mention_counts` from what the documents name.

Counts of mentions are made inside a group of shards. Entities and offices run through all groups: each group tallies
its own, and the tallies of all are added up.
"""

from __future__ import annotations

from transforms.base.codes import MentionForm

# What a group says of its entities and offices, counted, so that all groups together can be asked without their rows.
TALLIES = {
    "tally_entities": """
        SELECT entity_id, entity_type, name, name_en, country, external_ids, in_lexicon, count(*) AS n
        FROM kept_actors GROUP BY ALL
    """,
    "tally_mentions": "SELECT entity_id, count(*) AS n FROM kept_mentions GROUP BY ALL",
    "tally_offices": """
        SELECT entity_id, role, organization, country, min(seen_on) AS first_seen, max(seen_on) AS last_seen,
            count(*) AS n
        FROM kept_tenures GROUP BY ALL
    """,
}


def _usual(source: str, key: str, column: str, fullest: bool = False) -> str:
    """One row per key: the value of `column` in most rows; of values used equally often the longest, then the first."""
    longest = f"length({column}) DESC, " if fullest else ""
    return f"""
    SELECT {key}, {column} FROM (
        SELECT {key}, {column}, sum(n) AS times FROM {source} WHERE {column} IS NOT NULL GROUP BY ALL
    )
    QUALIFY row_number() OVER (PARTITION BY {key} ORDER BY times DESC, {longest}{column}) = 1
    """


ENTITIES_QUERY = f"""
WITH types AS ({_usual("tally_entities", "entity_id", "entity_type")}),
names AS ({_usual("tally_entities", "entity_id", "name", fullest=True)}),
english AS ({_usual("tally_entities", "entity_id", "name_en", fullest=True)}),
countries AS ({_usual("tally_entities", "entity_id", "country")}),
registers AS (
    SELECT entity_id, list(external_id ORDER BY external_id) AS external_ids
    FROM (SELECT DISTINCT entity_id, unnest(external_ids) AS external_id FROM tally_entities)
    GROUP BY entity_id
),
seen AS (
    SELECT entity_id, bool_or(in_lexicon) AS in_lexicon, sum(n)::BIGINT AS n_documents
    FROM tally_entities GROUP BY entity_id
),
mentioned AS (SELECT entity_id, sum(n)::BIGINT AS n_mentions FROM tally_mentions GROUP BY entity_id)
SELECT entity_id, entity_type, name AS name_ar, name_en, country, coalesce(external_ids, []) AS external_ids,
    in_lexicon, n_documents, coalesce(n_mentions, 0) AS n_mentions
FROM seen JOIN types USING (entity_id) JOIN names USING (entity_id)
LEFT JOIN english USING (entity_id) LEFT JOIN countries USING (entity_id) LEFT JOIN registers USING (entity_id)
LEFT JOIN mentioned USING (entity_id)
"""

_OFFICE = "entity_id, role, organization"

ROLES_QUERY = f"""
WITH countries AS ({_usual("tally_offices", _OFFICE, "country")}),
seen AS (
    SELECT {_OFFICE}, min(first_seen) AS first_seen, max(last_seen) AS last_seen, sum(n)::BIGINT AS n_documents
    FROM tally_offices GROUP BY {_OFFICE}
)
SELECT * FROM seen LEFT JOIN countries USING ({_OFFICE})
"""


def _of_form(form: MentionForm) -> str:
    return f"count(*) FILTER (form = '{form}')::INTEGER AS n_{form}"


MENTION_COUNTS_QUERY = f"""
WITH counted AS (
    SELECT doc_id, entity_id, count(*)::INTEGER AS n_mentions,
        {", ".join(_of_form(form) for form in (MentionForm.FULL, MentionForm.PARTIAL, MentionForm.ADJECTIVE))},
        min(start) AS first_start
    FROM kept_mentions GROUP BY doc_id, entity_id
)
SELECT counted.*, entity_type, name FROM counted JOIN kept_actors USING (doc_id, entity_id)
"""
