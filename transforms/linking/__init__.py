"""Over documents: the parts of all shards become the tables of a release.

`release` is the way in. `copies` keeps one reading of each document, `near_copies` marks those that repeat another;
`keys` draws the few facts of each report that tell occasions apart and `occasions` groups them, in plain Python over
those keys alone; `meetings` and `entities` hold the questions to the database. All else happens in DuckDB, out of core,
on connections that the caller opened. Which rows a release has does not depend on how the documents were cut into
shards and groups, or in which order they came.
"""
