"""Colours that can be read, by the contrast formula of WCAG 2, in light and in dark."""

from __future__ import annotations

import re

import pytest

from transforms.report.marking import Role
from transforms.report.style import STYLE

_DARK_ONLY = "@media (prefers-color-scheme: dark)"


def colours_of(rules: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", rules))


LIGHT = colours_of(STYLE.split(_DARK_ONLY)[0])
DARK = colours_of(STYLE.split(_DARK_ONLY)[1].split("\n}")[0])
GROUNDS = ("paper", "sheet")
INKS = ("ink", "quiet", "link", "trigger", "dropped")
LINES = ("side-a", "side-b", "side-other", "organization", "country")


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_letters_are_readable(colours: dict[str, str]) -> None:
    for ground in GROUNDS:
        assert min(contrast(colours[ink], colours[ground]) for ink in INKS) >= 4.5
        assert min(contrast(colours[line], colours[ground]) for line in LINES) >= 3
    for ground in ("evidence", "date"):
        assert contrast(colours["ink"], colours[ground]) >= 7
        assert contrast(colours["trigger"], colours[ground]) >= 4.5


def test_dark_has_every_colour_of_light() -> None:
    assert set(LIGHT) == set(DARK)
    assert len(LIGHT) > 10


def test_every_role_has_a_look() -> None:
    assert {role for role in Role if f"mark.{role}" not in STYLE} == set()


def test_no_mark_breaks_the_joining_of_letters() -> None:
    rules = re.findall(r"^[^{}]*\bmark\b[^{}]*\{([^}]*)\}", STYLE, re.M)
    assert rules
    for rule in rules:
        assert not re.search(r"padding|margin|font|letter-spacing|border|display", rule)
