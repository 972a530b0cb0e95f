"""A zstd stream as a byte stream: any number of frames, and an error where the file breaks off inside one.

The library's own reader ends silently at the last whole block, which would lose records without a word.
"""

from __future__ import annotations

from typing import BinaryIO

import zstandard

CHUNK = 1 << 17
STEP = 1 << 10  # fed at once: a hostile kilobyte unpacks to 32 MB at most, a hostile chunk to gigabytes


class ZstdStream:
    """Reads piece by piece. Raises `EOFError` on a truncated stream, `OSError` on a damaged one."""

    def __init__(self, packed: BinaryIO) -> None:
        self._packed = packed
        self._decoder: zstandard.ZstdDecompressionObj | None = None
        self._ready = b""
        self._left = b""

    def read1(self, size: int, /) -> bytes:
        """At most `size` bytes, none at the end."""
        while not self._ready:
            self._left = self._left or self._packed.read(CHUNK)
            if not self._left:
                if self._decoder is not None:
                    raise EOFError("zstd stream breaks off")
                return b""
            step, self._left = self._left[:STEP], self._left[STEP:]
            self._feed(step)
        taken, self._ready = self._ready[:size], self._ready[size:]
        return taken

    def _feed(self, data: bytes) -> None:
        """Unpack one step, noting where a frame ends and the next begins."""
        if self._decoder is None:
            self._decoder = zstandard.ZstdDecompressor().decompressobj()
        try:
            self._ready = self._decoder.decompress(data)
        except zstandard.ZstdError as fault:
            raise OSError(f"damaged compression: {fault}") from fault
        if self._decoder.eof:
            self._left = self._decoder.unused_data + self._left
            self._decoder = None
