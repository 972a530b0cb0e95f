"""Bytes of a plain-text file to a string, for the encodings that Arabic text comes in.

The order of the questions: a byte-order mark; UTF-16 without one; is it text at all; UTF-8; and only then the two
single-byte encodings, told apart by how Arabic the outcome reads. Nothing is repaired: damaged UTF-8 is refused with
the place of the damage, because a wrong guess would be a wrong dataset. A general-purpose detector is not used:
charset-normalizer read 3 of 100 Arabic files in windows-1256 wrongly, where these questions read all
(tests/flows/inputs/test_encoding.py).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from flows.inputs.raw import RefusalError
from transforms.base.codes import RejectReason

MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\x28\xb5\x2f\xfd",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0",
)
SINGLE_BYTE = ("cp1256", "iso8859-6")

SAMPLE = 1 << 16
CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1a\x1b"))
MAX_CONTROL_SHARE = 0.01
MAX_DAMAGE_SHARE = 0.5  # above it the bytes are another encoding, not damaged UTF-8
MIN_ARABIC_SHARE = 0.8
WIDE_HIGH_BYTES = bytes((0x00, 0x06))  # U+00xx and U+06xx: nearly every character of an Arabic page
MIN_WIDE_SHARE = 0.8

NOT_ASCII = re.compile(r"[^\x00-\x7f\ufffd]")
WORD = re.compile("[\\w\u0640\u064b-\u0652]+")
ARABIC_WORD = re.compile("[\u0621-\u063a\u0641-\u064a\u0679-\u06d3][\u0621-\u0652\u0679-\u06d3]*")
ARTICLE = re.compile("(?<![\u0621-\u064a])\u0627\u0644[\u0621-\u064a]")  # the definite article, a third of all words


class Decoded(NamedTuple):
    """The text without a byte-order mark, and what it was decoded as."""

    text: str
    encoding: str


def decode(payload: bytes) -> Decoded:
    """The text of a file, or `RefusalError`."""
    for mark, encoding in MARKS:
        if payload.startswith(mark):
            return Decoded(_strict(payload[len(mark) :], encoding), encoding)
    if wide := _wide(payload[:SAMPLE]):
        return Decoded(_strict(payload, wide), wide)
    _refuse_binary(payload)
    try:
        return Decoded(payload.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as fault:
        _refuse_damaged(payload, fault)
    return _single_byte(payload)


def _strict(payload: bytes, encoding: str) -> str:
    """Decode as the byte-order mark or the shape promises."""
    try:
        return payload.decode(encoding)
    except UnicodeDecodeError as fault:
        reason = RejectReason.TRUNCATED if fault.end >= len(payload) else RejectReason.UNDECODABLE
        raise RefusalError(reason, f"not {encoding}: {fault.reason} at byte {fault.start}") from fault


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: one of two neighbouring bytes is nearly always 00 or 06, which no other text holds."""
    pairs = len(sample) // 2
    if pairs < 2:
        return None
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if len(high) - len(high.translate(None, WIDE_HIGH_BYTES)) >= MIN_WIDE_SHARE * pairs:
            return encoding
    return None


def _refuse_binary(payload: bytes) -> None:
    """Refuse what is no text: a known file type, or many control characters."""
    for magic in MAGIC:
        if payload.startswith(magic):
            raise RefusalError(RejectReason.BINARY, f"begins like a binary file: {magic.hex(' ')}")
    sample = payload[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, CONTROL))
    if controls > MAX_CONTROL_SHARE * len(sample):
        raise RefusalError(RejectReason.BINARY, f"{controls} control characters in the first {len(sample)} bytes")


def _refuse_damaged(payload: bytes, fault: UnicodeDecodeError) -> None:
    """Refuse bytes that are UTF-8 but for some damage; return if they are something else."""
    replaced = payload.decode("utf-8", errors="replace")
    bad = replaced.count("\ufffd")
    good = len(NOT_ASCII.findall(replaced))
    if bad > MAX_DAMAGE_SHARE * (good + bad):
        return
    if fault.end >= len(payload):
        raise RefusalError(
            RejectReason.TRUNCATED, f"UTF-8 that ends inside a character, at byte {fault.start}"
        ) from fault
    raise RefusalError(RejectReason.UNDECODABLE, f"invalid UTF-8 at byte {fault.start}, {bad} places in all") from fault


def _single_byte(payload: bytes) -> Decoded:
    """The single-byte encoding in which the text reads most like Arabic."""
    readings = []
    for encoding in SINGLE_BYTE:
        try:
            text = payload.decode(encoding)
        except UnicodeDecodeError:
            continue
        if (share := _arabic_share(text)) >= MIN_ARABIC_SHARE:
            readings.append((len(ARTICLE.findall(text)), share, Decoded(text, encoding)))
    if not readings:
        raise RefusalError(RejectReason.UNDECODABLE, "neither UTF-8, UTF-16, windows-1256 nor ISO-8859-6")
    return max(readings, key=lambda reading: reading[:2])[2]


def _arabic_share(text: str) -> float:
    """The share of words that are Arabic from end to end, among those beyond ASCII. None begins with a mark."""
    words = [word for word in WORD.findall(text) if not word.isascii()]
    return sum(ARABIC_WORD.fullmatch(word) is not None for word in words) / max(len(words), 1)
