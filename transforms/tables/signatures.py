"""Short signatures of texts: two texts that share most of their word sequences share most of their signature.

MinHash by one permutation: every run of four words is hashed once, the hash says in which of 64 boxes it falls, and
each box keeps its least value; an empty box takes over from the next one that is not. In order: words parted at white
space, folded and freed of punctuation; numbers for words; runs; boxes. Whole columns at a time, because this is on
the way of every document: some 40 microseconds each, where a permutation a value (datasketch) takes milliseconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from transforms.text.normalise import fold

Numbers = npt.NDArray[np.uint64]

BOXES = 64
DIGITS = 4  # hexadecimal, of each box: sixteen bits tell chance from likeness
RUN = 4
LEAST_RUNS = 24  # a text of fewer runs is too short to be told a copy by them

#: Odd numbers without pattern: the fractional parts of the square roots of the first primes.
FACTORS = (0x6A09E667F3BCC909, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B, 0xA54FF53A5F1D36F1)
MIXERS = (0x510E527FADE682D1, 0x9B05688C2B3E6C1F)
STEP = 0x1F83
EMPTY = 0xFFFFFFFF
BOX_SHIFT = 58
EDGES = ".,:;!?()[]{}\"'-/\\|*_%+=<>#&~"


def signatures(texts: Sequence[str]) -> list[str | None]:
    """The signature of each text in hexadecimal digits, None for a text too short to have one."""
    if not texts:
        return []
    numbers, owners = _words(texts)
    runs, owners = _runs(numbers, owners)
    counts = np.bincount(owners, minlength=len(texts))
    boxes = np.full(len(texts) * BOXES, EMPTY, np.uint32)
    places = owners * BOXES + (runs >> np.uint64(BOX_SHIFT)).astype(np.int64)
    np.minimum.at(boxes, places, (runs & np.uint64(EMPTY - 1)).astype(np.uint32))
    long = np.flatnonzero(counts >= LEAST_RUNS)
    digits = _filled(boxes.reshape(-1, BOXES)[long]).astype(">u2").tobytes().hex()
    width = BOXES * DIGITS
    found: list[str | None] = [None] * len(texts)
    for at, place in enumerate(long.tolist()):
        found[place] = digits[at * width : (at + 1) * width]
    return found


def _words(texts: Sequence[str]) -> tuple[Numbers, npt.NDArray[np.int64]]:
    """A number for every word, and which text it stands in. What is punctuation alone is no word."""
    lists: Any = pc.utf8_split_whitespace(pa.array(texts, pa.large_string()))
    encoded = lists.flatten().dictionary_encode()
    different = [str(word) for word in encoded.dictionary.to_pylist()]
    folded = fold("\n".join(different)).folded.split("\n")
    by_code = np.array([crc32(word.strip(EDGES).encode("utf-8", "replace")) for word in folded], np.uint64)
    numbers = by_code[encoded.indices.to_numpy(zero_copy_only=False)]
    owners = np.repeat(np.arange(len(texts)), pc.list_value_length(lists).to_numpy(zero_copy_only=False))
    return numbers[numbers != 0], owners[numbers != 0]  # the checksum of nothing is zero


def _runs(numbers: Numbers, owners: npt.NDArray[np.int64]) -> tuple[Numbers, npt.NDArray[np.int64]]:
    """A hash for every run of words inside one text, and which text it stands in."""
    last = max(len(numbers) - RUN + 1, 0)
    hashes = np.zeros(last, np.uint64)
    for shift, factor in enumerate(FACTORS):
        hashes += (numbers[shift : shift + last] + np.uint64(shift + 1)) * np.uint64(factor)
    for mixer in MIXERS:
        hashes = (hashes ^ (hashes >> np.uint64(32))) * np.uint64(mixer)
    inside = owners[:last] == owners[RUN - 1 : RUN - 1 + last]
    return (hashes ^ (hashes >> np.uint64(29)))[inside], owners[:last][inside]


def _filled(boxes: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """Every empty box filled from the next one on the right, marked by how far that is."""
    while (empty := boxes == EMPTY).any():
        following = np.roll(boxes, -1, axis=1)
        boxes = np.where(empty & (following != EMPTY), (following + np.uint32(STEP)) % np.uint32(EMPTY), boxes)
    return boxes
