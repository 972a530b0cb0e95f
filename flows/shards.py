"""Raw records to shards: the unit of work, of caching and of recovery after a crash.

A shard's key hashes the bytes of its records and the fingerprint of all that turns them into tables, so what has the
same key is never done again. Where one shard ends is decided by the content itself (a record whose digest is small
enough, more likely the longer the record), between a least and a greatest size: a new file in the middle of the
listing then changes the shard it falls into and its neighbour, not all that follow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from flows.inputs.raw import RawRecord
from transforms.base.records import Reject

KEY_LENGTH = 32
CONTENT_BITS = 128
REJECT_BYTES = 512  # what a reject weighs in a shard: a million of them must not become one


@dataclass(frozen=True, slots=True)
class Sizes:
    """Bytes of raw records in one shard."""

    least: int = 2 * 1024 * 1024
    usual: int = 5 * 1024 * 1024
    most: int = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Shard:
    """Some megabytes of records, with the rejects met on the way to them. `content` is the sum of the records' digests:
    the key without what turns them into tables, and the same for the same records however they are cut.
    """

    key: str
    content: str
    records: tuple[RawRecord, ...]
    rejects: tuple[Reject, ...]
    n_bytes: int


def make_shards(items: Iterable[RawRecord | Reject], fingerprint: str, sizes: Sizes) -> Iterator[Shard]:
    """Group records in their order. Holds one shard at a time."""
    building = _Building(fingerprint)
    for item in items:
        weight, digest = _weight(item), _digest(item)
        if building.n_bytes and building.n_bytes + weight > sizes.most:
            yield building.close()
            building = _Building(fingerprint)
        building.add(item, weight, digest)
        if building.n_bytes >= sizes.least and ends_here(digest, weight, sizes):
            yield building.close()
            building = _Building(fingerprint)
    if building.n_bytes:
        yield building.close()


class _Building:
    """A shard that still grows."""

    def __init__(self, fingerprint: str) -> None:
        self._key = sha256(fingerprint.encode())
        self._records: list[RawRecord] = []
        self._rejects: list[Reject] = []
        self._content = 0
        self.n_bytes = 0

    def add(self, item: RawRecord | Reject, weight: int, digest: bytes) -> None:
        self._key.update(digest)
        self._content += int.from_bytes(digest[: CONTENT_BITS // 8], "big")
        self.n_bytes += weight
        if isinstance(item, RawRecord):
            self._records.append(item)
        else:
            self._rejects.append(item)

    def close(self) -> Shard:
        key, content = self._key.hexdigest()[:KEY_LENGTH], content_digits(self._content)
        return Shard(key, content, tuple(self._records), tuple(self._rejects), self.n_bytes)


def content_digits(total: int) -> str:
    """A sum of digests as hexadecimal digits."""
    return f"{total % (1 << CONTENT_BITS):0{CONTENT_BITS // 4}x}"


def _weight(item: RawRecord | Reject) -> int:
    return len(item.payload) + REJECT_BYTES if isinstance(item, RawRecord) else REJECT_BYTES


def _digest(item: RawRecord | Reject) -> bytes:
    return (
        item.digest() if isinstance(item, RawRecord) else sha256(repr(item).encode("utf-8", "surrogatepass")).digest()
    )


def ends_here(digest: bytes, weight: int, sizes: Sizes) -> bool:
    """True on average once in `usual - least` bytes, whatever came before."""
    return int.from_bytes(digest[:8], "big") * (sizes.usual - sizes.least) < weight << 64
