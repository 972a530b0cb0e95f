"""Content ids: short hashes that do not change between runs, machines or input orders."""

from __future__ import annotations

from hashlib import sha256

ID_LENGTH = 16
SEPARATOR = "\x1f"


def text_digest(text: str) -> str:
    """The SHA-256 of a text in UTF-8, as 64 hexadecimal digits. Lone surrogates are hashed as they stand."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def content_id(prefix: str, *parts: object) -> str:
    """An id such as `doc_9f86d081884c7d65`: the prefix, then 16 hexadecimal digits over the parts in order (None is
    the empty part)."""
    joined = SEPARATOR.join("" if part is None else str(part) for part in parts)
    return f"{prefix}_{text_digest(joined)[:ID_LENGTH]}"
