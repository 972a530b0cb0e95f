"""The committed table of countries is the one that CLDR and the hand-made names give."""

from __future__ import annotations

import runpy
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_table_is_fresh() -> None:
    tool = runpy.run_path(str(ROOT / "tools" / "make_countries.py"))
    assert tool["render"]() == (ROOT / "transforms/lexicon/data/countries.csv").read_text("utf-8")
