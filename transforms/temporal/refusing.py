"""What looks like a date and is none, by the words beside it.

A weekday in a name, a national day, "every Friday", so many barrels "a day", a newspaper called Today.
"""

from __future__ import annotations

from transforms.temporal.grammar import Match
from transforms.temporal.tokens import Island, Token

BEFORE = frozenset({"refusal_before", "every"})
AFTER = frozenset({"refusal_after", "before_era"})
TODAY, OF, EVERY = "today", "of", "every"
#: Before and behind a bare "the day" that is not today: in the day (per day), the second day.
PER_DAY = frozenset({"in"})
NUMBERED = frozenset({"the_ordinal", "ordinal", "last", "which"})
#: The rule of a part of the day alone: behind an hour or a number it says nothing.
ADVERB = "part_of_day"
DIGITS, SLASHES = "digit_", ("/", "_", "=", "\\")
QUOTES = (('"', '"'), ("(", ")"))


def refused(island: Island, match: Match, text: str) -> bool:
    """Whether the words around a reading make it no date."""
    tokens = island.tokens
    before = tokens[match.first - 1].kind if match.first > 0 else ""
    after = tokens[match.last].kind if match.last < len(tokens) else ""
    if before in BEFORE or after in AFTER or (match.rule.rule_id == ADVERB and before):
        return True
    if after == OF and match.last + 1 < len(tokens) and tokens[match.last + 1].kind == EVERY:
        return True
    if _in_address(tokens[match.first], tokens[match.last - 1], text):
        return True
    only = tokens[match.first] if match.last - match.first == 1 else None
    return only is not None and only.kind == TODAY and _is_any_day(only, before, after, text)


def _in_address(first: Token, last: Token, text: str) -> bool:
    """Digits between slashes are part of an address or of a longer number."""
    digits = first.kind.startswith(DIGITS) and last.kind.startswith(DIGITS)
    return digits and (
        text[max(first.start - 1, 0) : first.start] in SLASHES or text[last.end : last.end + 1] in SLASHES
    )


def _is_any_day(token: Token, before: str, after: str, text: str) -> bool:
    around = (text[max(token.start - 1, 0) : token.start], text[token.end : token.end + 1])
    return before in PER_DAY or after in NUMBERED or around in QUOTES
