"""Signatures: like for like, unlike for unlike, the same whatever stands beside."""

from __future__ import annotations

from random import Random

import pytest

from transforms.linking.near_copies import LEAST_EQUAL
from transforms.tables.signatures import BOXES, DIGITS, signatures

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def words(number: int, seed: int) -> list[str]:
    chance = Random(seed)
    return ["".join(chance.choices(LETTERS, k=chance.randrange(2, 8))) for _ in range(number)]


def equal(one: str, other: str) -> int:
    (a, b) = signatures([one, other])
    assert a is not None
    assert b is not None
    assert len(a) == len(b) == BOXES * DIGITS
    return sum(a[at : at + DIGITS] == b[at : at + DIGITS] for at in range(0, BOXES * DIGITS, DIGITS))


@pytest.mark.parametrize("size", [40, 100, 300, 5000])
def test_one_changed_word_in_a_hundred_is_a_near_copy(size: int) -> None:
    text = words(size, 1)
    changed = [*text]
    for at in range(50, size, 100):
        changed[at] = "غيره"
    assert equal(" ".join(text), " ".join(changed)) >= LEAST_EQUAL


@pytest.mark.parametrize("size", [60, 300, 5000])
def test_a_dropped_paragraph_is_a_near_copy_and_half_a_text_is_not(size: int) -> None:
    text = words(size, 2)
    assert equal(" ".join(text), " ".join(text[size // 10 :])) >= LEAST_EQUAL
    assert equal(" ".join(text), " ".join(text[: size // 2] + words(size // 2, 3))) < LEAST_EQUAL


def test_other_texts_have_nothing_in_common() -> None:
    assert equal(" ".join(words(300, 4)), " ".join(words(300, 5))) <= 3


def test_marks_spaces_and_punctuation_do_not_count() -> None:
    text = words(100, 6)
    marked = " ،\n".join(word[0] + "\u064e" + word[1:] for word in text) + " . - !"
    assert equal(" ".join(text), marked) == BOXES


def test_a_signature_does_not_depend_on_its_company() -> None:
    texts = [" ".join(words(80, seed)) for seed in range(20)]
    together = signatures(texts)
    assert together == [signatures([text])[0] for text in texts]
    assert together[::-1] == signatures(texts[::-1])


@pytest.mark.parametrize("text", ["", " \n", "كلمة", " ".join(words(20, 7)), "، " * 500, "\ud800 " * 50])
def test_short_and_odd_texts(text: str) -> None:
    before = " ".join(words(80, 8))
    (_, found, after) = signatures([before, text.encode("utf-8", "replace").decode(), before])
    assert found is None or len(found) == BOXES * DIGITS
    assert after == signatures([before])[0]


def test_no_text() -> None:
    assert signatures([]) == []
