"""Arabic articles in every encoding they come in, and bytes that are no text."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.inputs.encoding import decode
from flows.inputs.raw import RefusalError
from transforms.base.codes import RejectReason

CORPUS = sorted((Path(__file__).parents[2] / "corpus").glob("d*.txt"))
ARTICLE = CORPUS[0].read_text("utf-8")
LETTER = "\u0641"  # two bytes in UTF-8

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256", "iso8859-6"]


def marked(text: str, encoding: str) -> bytes:
    """The bytes of a text as a program of that encoding would save it; what the encoding lacks is left out."""
    return text.encode(encoding, "ignore")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_article_is_read_in_every_encoding(encoding: str) -> None:
    for path in CORPUS:
        payload = marked(path.read_text("utf-8"), encoding)
        assert decode(payload).text == payload.decode(encoding), path.name


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("start", range(0, 400, 40))
def test_a_hundred_letters_are_enough(encoding: str, start: int) -> None:
    payload = marked(ARTICLE[start : start + 100], encoding)
    assert decode(payload).text == payload.decode(encoding)


def test_plain_ascii_is_utf8() -> None:
    assert decode(b"hello world") == ("hello world", "utf-8")


def test_line_ends_and_marks_inside_are_left_alone() -> None:
    text = f"{LETTER}\r\n\ufeff{LETTER}\u200f\n"
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(range(256)), RejectReason.BINARY, id="png"),
        pytest.param(b"%PDF-1.7\n%abc", RejectReason.BINARY, id="pdf"),
        pytest.param(b"PK\x03\x04" + b"a" * 100, RejectReason.BINARY, id="zip"),
        pytest.param(b"\x01\x02\x03\x04" * 100, RejectReason.BINARY, id="control characters"),
        pytest.param(b"words\x00words\x00" * 50, RejectReason.BINARY, id="zeros"),
        pytest.param(b"\xff\xfe" + ARTICLE.encode("utf-16-le")[:-1], RejectReason.TRUNCATED, id="half a UTF-16 unit"),
        pytest.param(
            ARTICLE.encode()[:500] + b"\xff" + ARTICLE.encode()[500:], RejectReason.UNDECODABLE, id="one bad byte"
        ),
        pytest.param((LETTER * 50).encode()[:-1], RejectReason.TRUNCATED, id="half a letter at the end"),
        pytest.param("д слова".encode("cp1251") * 20, RejectReason.UNDECODABLE, id="windows-1251"),
        pytest.param("é à ç déjà vu".encode("cp1252"), RejectReason.UNDECODABLE, id="windows-1252"),
    ],
)
def test_what_is_no_arabic_text_is_refused_with_a_reason(payload: bytes, reason: RejectReason) -> None:
    with pytest.raises(RefusalError) as refused:
        decode(payload)
    assert refused.value.reason == reason
    assert refused.value.detail


def test_the_place_of_the_damage_is_told() -> None:
    with pytest.raises(RefusalError, match="at byte 4,"):
        decode(LETTER.encode() * 2 + b"\xff" + LETTER.encode() * 8)
