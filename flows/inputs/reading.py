"""Sources to raw records: opens, unpacks, splits, and turns every fault of a file into a reject.

A file that cannot be opened, breaks off, or grows beyond all measure while it is unpacked costs one reject; the
records before the fault are kept. Nothing is held whole.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Protocol, cast

from flows.inputs.listing import Listed
from flows.inputs.raw import BombError, DamagedError, Limits, RawRecord, Source
from flows.inputs.registry import reader_for
from transforms.base.codes import RejectReason
from transforms.base.records import Reject


class _Unpacker(Protocol):
    """What is read piece by piece, so that what was unpacked before a fault is not lost with it."""

    def read1(self, size: int, /) -> bytes:
        """At most `size` bytes, none at the end."""


class _Guarded(io.RawIOBase):
    """An unpacked stream that stops at the limits of expansion."""

    def __init__(self, inner: _Unpacker, packed: BinaryIO, limits: Limits) -> None:
        self._inner, self._packed, self._limits, self._seen = inner, packed, limits, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # the base class names a wider type
        data = self._inner.read1(len(buffer))
        buffer[: len(data)] = data
        self._seen += len(data)
        if self._seen > self._limits.expanded(self._packed.tell()):
            raise BombError(f"unpacks to more than {self._seen} bytes from {self._packed.tell()}")
        return len(data)


def read_records(listed: Iterable[Listed], limits: Limits) -> Iterator[RawRecord | Reject]:
    """Every record of every source, in order."""
    for item in listed:
        if isinstance(item, Reject):
            yield item
        else:
            yield from _read_source(item, limits)


def _read_source(source: Source, limits: Limits) -> Iterator[RawRecord | Reject]:
    """The records of one source; a fault ends it with a reject numbered after the last record."""
    number = count = 0
    try:
        with _open(source.address) as packed:
            stream = _unpacked(packed, source.compression, limits)
            for item in reader_for(source.format).split(source, stream, limits):
                if count == limits.records:
                    raise BombError(f"more than {count} records; the others are not read")
                yield item
                number = (item.no if isinstance(item, RawRecord) else item.record_no) + 1
                count += 1
    except (OSError, EOFError, zlib.error, BombError) as fault:
        reason, detail = _fault(fault)
        yield Reject(source.uri, number, reason, detail, None, source.size)


def _fault(fault: Exception) -> tuple[RejectReason, str]:
    """Which reason a fault of a file has."""
    if isinstance(fault, BombError):
        return RejectReason.TOO_LARGE, str(fault)
    if isinstance(fault, EOFError):
        return RejectReason.TRUNCATED, str(fault) or "the file breaks off"
    if isinstance(fault, DamagedError):
        return RejectReason.UNDECODABLE, f"damaged: {fault}"
    if isinstance(fault, gzip.BadGzipFile | zlib.error):
        return RejectReason.UNDECODABLE, f"damaged compression: {fault}"
    return RejectReason.UNREADABLE, f"{type(fault).__name__}: {getattr(fault, 'strerror', None) or fault}"


def _open(address: str) -> BinaryIO:
    """A byte stream of a local path or an fsspec address."""
    if "://" not in address and "::" not in address:
        return open(address, "rb")
    import fsspec

    return cast(BinaryIO, fsspec.open(address, "rb").open())


def _unpacked(packed: BinaryIO, compression: str | None, limits: Limits) -> BinaryIO:
    """The stream to split: the file's own, or the unpacked one under guard."""
    if compression is None:
        return packed
    inner = gzip.GzipFile(fileobj=packed, mode="rb") if compression == "gzip" else _zstd(packed)
    return cast(BinaryIO, io.BufferedReader(_Guarded(inner, packed, limits), 1 << 18))


def _zstd(packed: BinaryIO) -> _Unpacker:
    """A zstd stream of any number of frames, whose breaking off is noticed."""
    from flows.inputs.zstd import ZstdStream

    return ZstdStream(packed)
