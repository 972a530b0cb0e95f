"""Every table of the dataset, declared once.

`declare` holds the words of a declaration, `columns` those written once for several tables, `documents`, `reports`,
`meetings`, `mentions`, `ledger` and `handover` the tables, `meanings` the sense of every code, `catalog` all of it
together. `arrow`, `pandas`, `codebook` and `package` derive from there; there is no second list of columns anywhere.
"""
