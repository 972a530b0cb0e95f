"""What passes between the two halves of a reader.

`split` runs where the flow runs: it only cuts a stream of bytes into `RawRecord`s, so it is cheap and bounded.
`parse` runs where the shard is extracted: it decodes, unpacks and checks. Between them a record is bytes, which can
be hashed, grouped and sent to another process.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath
from typing import BinaryIO, NamedTuple, Protocol

from transforms.base.codes import RejectReason
from transforms.base.records import Document, Reject

FREE_EXPANSION = 64 * 1024 * 1024  # below it no ratio is looked at: a small file of blanks is no bomb


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what one input may cost. What exceeds one is a reject, with the bound in its detail."""

    record_bytes: int = 8 * 1024 * 1024
    text_chars: int = 1_000_000
    expanded_bytes: int = 64 * 1024**3
    expansion: int = 1_000
    records: int = 20_000_000

    def expanded(self, packed: int) -> int:
        """How many bytes may come out of so many packed ones."""
        return min(max(packed * self.expansion, FREE_EXPANSION), self.expanded_bytes)


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read. `uri` is what the dataset shows, `address` what is opened; `format` names the reader."""

    uri: str
    address: str
    format: str
    compression: str | None = None
    size: int | None = None

    @property
    def stem(self) -> str:
        """The file's name without its suffixes of format and compression."""
        name = PurePosixPath(self.uri).name
        if self.compression:
            name = PurePosixPath(name).stem
        return PurePosixPath(name).stem


class RawRecord(NamedTuple):
    """One record as bytes, before anything was decoded. `name` is the id it has if it brings none of its own."""

    uri: str
    no: int
    format: str
    name: str
    payload: bytes

    def digest(self) -> bytes:
        """SHA-256 over everything that can change what is made of this record."""
        head = "\x1f".join((self.uri, str(self.no), self.format, self.name, "")).encode("utf-8", "surrogatepass")
        return sha256(head + self.payload).digest()

    def refuse(self, reason: RejectReason, detail: str) -> Reject:
        """The row of `rejects` that stands for this record."""
        return Reject(self.uri, self.no, reason, detail, sha256(self.payload).hexdigest(), len(self.payload))


class RefusalError(Exception):
    """Raised inside a reader's `parse`: this one record cannot become a document. Never leaves `flows.inputs`."""

    def __init__(self, reason: RejectReason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class DamagedError(OSError):
    """A file that is not what its name says, or only a piece of it. Never leaves `flows.inputs`."""


class BombError(Exception):
    """What a file unpacks to exceeds a limit. Never leaves `flows.inputs`."""


class Reader(Protocol):
    """What a module of this package must offer to be entered in `flows.inputs.registry`."""

    def split(self, source: Source, stream: BinaryIO, limits: Limits) -> Iterator[RawRecord | Reject]:
        """Cut the stream into records without holding it whole."""

    def parse(self, raw: RawRecord, limits: Limits) -> Document:
        """Make a document of one record, or raise `RefusalError`."""
