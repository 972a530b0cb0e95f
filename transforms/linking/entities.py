"""The questions that build `entities`, `roles` and `mention_counts` from what the documents name."""

from __future__ import annotations

from transforms.base.codes import MentionForm


def _usual(source: str, key: str, column: str, fullest: bool = False) -> str:
    """One row per key: the value of `column` in most rows; of values used equally often the longest, then the first."""
    longest = f"length({column}) DESC, " if fullest else ""
    return f"""
    SELECT {key}, {column} FROM (
        SELECT {key}, {column}, count(*) AS times FROM {source} WHERE {column} IS NOT NULL GROUP BY ALL
    )
    QUALIFY row_number() OVER (PARTITION BY {key} ORDER BY times DESC, {longest}{column}) = 1
    """


ENTITIES_QUERY = f"""
WITH types AS ({_usual("kept_actors", "entity_id", "entity_type")}),
names AS ({_usual("kept_actors", "entity_id", "name", fullest=True)}),
english AS ({_usual("kept_actors", "entity_id", "name_en", fullest=True)}),
countries AS ({_usual("kept_actors", "entity_id", "country")}),
registers AS (
    SELECT entity_id, list(external_id ORDER BY external_id) AS external_ids
    FROM (SELECT DISTINCT entity_id, unnest(external_ids) AS external_id FROM kept_actors)
    GROUP BY entity_id
),
seen AS (
    SELECT entity_id, bool_or(in_lexicon) AS in_lexicon, count(*) AS n_documents FROM kept_actors GROUP BY entity_id
),
mentioned AS (SELECT entity_id, count(*) AS n_mentions FROM kept_mentions GROUP BY entity_id)
SELECT entity_id, entity_type, name AS name_ar, name_en, country, coalesce(external_ids, []) AS external_ids,
    in_lexicon, n_documents, coalesce(n_mentions, 0) AS n_mentions
FROM seen JOIN types USING (entity_id) JOIN names USING (entity_id)
LEFT JOIN english USING (entity_id) LEFT JOIN countries USING (entity_id) LEFT JOIN registers USING (entity_id)
LEFT JOIN mentioned USING (entity_id)
"""

_OFFICE = "entity_id, role, organization"

ROLES_QUERY = f"""
WITH countries AS ({_usual("kept_tenures", _OFFICE, "country")}),
seen AS (
    SELECT {_OFFICE}, min(seen_on) AS first_seen, max(seen_on) AS last_seen, count(*) AS n_documents
    FROM kept_tenures GROUP BY ALL
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
