"""Arabic names in Latin letters: placeholder until the scheme's table stands."""

from __future__ import annotations


def romanise(folded: str, name: str) -> str | None:
    """Nothing yet: a name without an English form has none."""
    return None if folded or name else None
