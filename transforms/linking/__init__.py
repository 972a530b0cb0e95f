"""Over documents: the parts of all shards become the tables of a release.

`release.link` is the way in. `copies` keeps one reading of each document, `near_copies`
marks those that repeat another; `keys` draws the few facts of each report
that tell occasions apart and `occasions` groups them, in plain Python over those keys alone; `meetings` and
`entities` hold the questions to the database. All else happens in DuckDB, out of core, on the connection that the
caller opened. Nothing here depends on how the documents were cut into shards, or in which order they came.
"""
