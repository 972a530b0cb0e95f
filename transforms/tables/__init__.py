"""Records to Arrow: what the engine found in the documents of one shard becomes that shard's part of every table.

`shard` is the way in. `columns` turns lists into checked Arrow tables; `documents`, `reports` and `mentions` lay the
records out as lists. What only all documents together can tell (copies, meetings, entities) is left to linking.
"""
