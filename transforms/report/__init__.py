"""Pages for people: rows in, HTML strings out. No file is read or written here.

`release` makes the report of a release, `explain` the page of one document's way through the engine; `marking` lays
marks over a text, for those pages and for a terminal alike. Below them: `source` and `selection` take the few rows that
a report shows out of tables of any size, `summary` counts the rest, `entries` and `articles` lay out meetings and
documents, `prose` a marked text, `pieces` and `phrases` what all of them share, `markup` and `style` HTML and CSS.
"""
