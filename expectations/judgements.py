"""What makes a row good, as plain functions over columns: the sense behind the row rules that Liqa adds.

Columns are Arrow-backed pandas, so a missing value is `pd.NA` or None. Each function answers one truth value per row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from expectations.weekdays import agrees, folded_words


def within(column: pd.Series, least: float | None, most: float | None) -> pd.Series:
    """The value is neither below the one bound nor above the other."""
    good = pd.Series(True, index=column.index)
    if least is not None:
        good &= _certain(column >= least)
    if most is not None:
        good &= _certain(column <= most)
    return good


def items_good(column: pd.Series, allowed: Sequence[str] | None, pattern: str | None) -> pd.Series:
    """Every item of a list is present, allowed and of the right form."""
    form = re.compile(pattern or "", re.DOTALL)
    values = None if allowed is None else frozenset(allowed)

    def good(item: str | None) -> bool:
        if item is None or (values is not None and item not in values):
            return False
        return pattern is None or form.search(item) is not None

    return column.map(lambda items: all(good(item) for item in items)).astype(bool)


def known_together(columns: pd.DataFrame) -> pd.Series:
    """All columns are known, or none."""
    known = columns.notna()
    return known.all(axis=1) | ~known.any(axis=1)


def first_known(columns: pd.DataFrame) -> pd.Series:
    """The first column equals the first known value of the others; all missing counts as equal."""
    value, first, *others = (columns[name] for name in columns.columns)
    for other in others:
        first = first.combine_first(other)
    return _certain(value == first) | (value.isna() & first.isna())


def precision_fits(columns: pd.DataFrame) -> pd.Series:
    """The bounds that a precision promises are there: (precision, earliest, latest) of each row."""
    precision, earliest, latest = (columns[name] for name in columns.columns)
    fits = {
        "day": _certain(earliest == latest),
        "range": earliest.notna() & latest.notna(),
        "before": latest.notna(),
        "after": earliest.notna(),
        "unknown": earliest.isna() & latest.isna(),
    }
    good = pd.Series(False, index=columns.index)
    for name, fit in fits.items():
        good |= _certain(precision == name) & fit
    return good


def weekday_agrees(columns: pd.DataFrame, weekdays: dict[str, int]) -> pd.Series:
    """Days fall on the weekday that the words name: (words, earliest, latest, earliest, latest ...) of each row."""
    words = folded_words(weekdays)
    plain = columns.astype(object).where(columns.notna(), None)
    good = [agrees(text, zip(bounds[::2], bounds[1::2], strict=True), words) for text, *bounds in plain.to_numpy()]
    return pd.Series(good, index=columns.index, dtype=bool)


def _certain(comparison: pd.Series) -> pd.Series:
    """A comparison in which unknown is not true."""
    return comparison.fillna(False).astype(bool)
