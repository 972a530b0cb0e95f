"""What takes half a second to load, loaded once for all tests of a process."""

from __future__ import annotations

from functools import cache

from transforms.engine import Engine
from transforms.lexicon import Lexicon, load_lexicon


@cache
def lexicon() -> Lexicon:
    """The package's own lexicon."""
    return load_lexicon()


@cache
def engine() -> Engine:
    """The engine with the package's own lexicon."""
    return Engine(lexicon())
