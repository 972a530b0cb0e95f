"""When two names are the same: the letters are Arabic, written by their codes' names."""

from __future__ import annotations

import pytest

from flows.score.names import same_body, same_participant, same_person, shared_words, words

NASR, HADI, SAMI, OMAR = (
    "\u0646\u0635\u0631",
    "\u0647\u0627\u062f\u064a",
    "\u0633\u0627\u0645\u064a",
    "\u0639\u0645\u0631",
)
HARIRI = "\u0627\u0644\u062d\u0631\u064a\u0631\u064a"
AHMAD, AHMAD_BARE = "\u0623\u062d\u0645\u062f", "\u0627\u062d\u0645\u062f"
MINISTRY, THE_MINISTRY = "\u0648\u0632\u0627\u0631\u0629", "\u0627\u0644\u0648\u0632\u0627\u0631\u0629"
HEALTH = "\u0627\u0644\u0635\u062d\u0629"


def test_words_are_folded() -> None:
    assert words(AHMAD) == words(AHMAD_BARE) == [AHMAD_BARE]
    assert words(f"\u00ab{NASR}\u064e\u0640\u200f\u00bb,  {HARIRI}.") == [NASR, HARIRI]
    assert words(None) == []


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (HARIRI, f"{NASR} {HARIRI}", True),
        (f"{NASR} {HARIRI}", HARIRI, True),
        (f"{NASR} {HARIRI}", f"{HADI} {HARIRI}", False),
        (f"{NASR} {HADI} {HARIRI}", f"{NASR} {SAMI} {HARIRI}", True),
        (f"{NASR} {HADI} {OMAR} {HARIRI}", f"{NASR} {SAMI} {AHMAD} {HARIRI}", False),
        (AHMAD, AHMAD_BARE, True),
        ("", HARIRI, False),
        (HARIRI, "...", False),
    ],
)
def test_same_person(left: str, right: str, expected: bool) -> None:
    assert same_person(left, right) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (f"{NASR} {HARIRI}", f"{NASR} {HARIRI}", True),
        (HARIRI, f"{NASR} {HARIRI}", False),
        (f"{NASR} {HADI} {HARIRI}", f"{NASR} {HARIRI}", True),
    ],
)
def test_same_participant(left: str, right: str, expected: bool) -> None:
    assert same_participant(left, right) is expected


def test_same_body_with_or_without_the_article() -> None:
    assert same_body(f"{MINISTRY} {HEALTH}", THE_MINISTRY)
    assert not same_body(f"{MINISTRY} {HEALTH}", HARIRI)
    assert not same_body("", THE_MINISTRY)


def test_shared_words() -> None:
    assert shared_words(f"{NASR} {HADI}", f"{HADI} {OMAR}") == 0.5
    assert shared_words(None, NASR) == 0
