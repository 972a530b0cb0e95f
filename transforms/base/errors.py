"""The few errors that Liqa raises, under one root.

Each carries what a person needs to mend the cause: the file and line of a lexicon entry, the address of an input, the
name of an argument. A bad document is not an error: it is a row of `rejects`.
"""

from __future__ import annotations


class LiqaError(Exception):
    """Root of everything that Liqa raises on purpose."""


class ArgumentError(LiqaError):
    """An argument that makes no sense, refused before any work. The message says what would be right."""


class InputError(LiqaError):
    """An input that cannot be read as a whole (a missing path, an address without a reader)."""

    def __init__(self, address: str, detail: str) -> None:
        super().__init__(f"{address}: {detail}")
        self.address = address
        self.detail = detail


class LexiconError(LiqaError):
    """A lexicon entry that cannot stand: names the file and the line."""

    def __init__(self, path: str, line: int, detail: str) -> None:
        super().__init__(f"{path}:{line}: {detail}")
        self.path = path
        self.line = line
        self.detail = detail


class SpanError(LiqaError):
    """A span whose text differs from its surface: a fault of the engine, never of the data."""

    def __init__(self, doc_id: str, start: int, end: int, surface: str) -> None:
        super().__init__(f"document {doc_id}: text[{start}:{end}] is not {surface!r}")
        self.doc_id = doc_id


class ReleaseError(LiqaError):
    """A release folder that is missing, incomplete or not ours."""

    def __init__(self, release: str, detail: str) -> None:
        super().__init__(f"release {release}: {detail}")
        self.release = release
