"""Date rules as data: named fragments, patterns over kinds of calendar words, and examples that run as tests.

A pattern is a regular expression over the kinds of the words of an expression, not over letters: `{month}` is one word
of that kind, `{day:number}` captures it, `{join}` may also be a fragment. Between words stands what parts them: a
space, one of `/ - . , ( )`, or `~` for a dash with spaces around it; a glued word has nothing before it. `{end.date}`
is the fragment `date` with every group in it renamed `end_...`. The conjunction and the prepositions glued before a
word count as words of the kinds `and` and `by`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from transforms.lexicon.files import Row

#: Kinds that no row of the calendar files has: digits by their range, and what is glued before a word.
DIGIT_KINDS = ("digit_month", "digit_padded", "digit_day", "digit_short", "digit_count", "digit_year", "digit_hijri")
GLUED_KINDS = ("and", "by")
FIRST_SYMBOL = 0xE000
#: Parts the name of a group from its number, where it stands in several alternatives.
TWICE = "__"
SLOT = re.compile(r"\{(?:([a-z_0-9]+)([:.]))?([a-z_]+)\}")


class Example(NamedTuple):
    """A text, the expression that the rule finds in it, and the days it means at a reference (all ISO, "" for none)."""

    text: str
    surface: str
    reference: str
    earliest: str
    latest: str


class DateRule(NamedTuple):
    """A compiled rule: `gives` names the arithmetic in code, `settings` its constants."""

    rule_id: str
    pattern: re.Pattern[str]
    gives: str
    settings: Mapping[str, int]
    examples: tuple[Example, ...]
    silent: tuple[str, ...]


class _Scope(NamedTuple):
    fragments: Mapping[str, Row]
    symbols: Mapping[str, str]
    used: set[str]
    groups: dict[str, int]

    def fresh(self, group: str) -> str:
        """A group may stand in several alternatives, a name in a regular expression only once: number the others."""
        self.groups[group] = self.groups.get(group, 0) + 1
        return group if self.groups[group] == 1 else f"{group}{TWICE}{self.groups[group]}"


def symbols_of(kinds: Iterable[str]) -> dict[str, str]:
    """One private character for each kind; each kind also with its article."""
    names = dict.fromkeys((*GLUED_KINDS, *DIGIT_KINDS, *(name for kind in kinds for name in (kind, f"the_{kind}"))))
    return {name: chr(FIRST_SYMBOL + number) for number, name in enumerate(names)}


def compile_rules(rows: Sequence[Row], symbols: Mapping[str, str]) -> tuple[DateRule, ...]:
    """The rules of a file in order. Refuses unknown names, unused fragments, rules without examples, and ids twice."""
    fragments = {row.text("fragment"): row for row in rows if "fragment" in row.fields}
    scope = _Scope(fragments, symbols, set(), {})
    rules: dict[str, DateRule] = {}
    for row in rows:
        if "rule" not in row.fields:
            row.only("fragment", "pattern", "note")
            continue
        rule = _rule(row, scope)
        if rule.rule_id in rules:
            raise row.fault(f"rule {rule.rule_id!r} stands here twice")
        rules[rule.rule_id] = rule
    unused = sorted(set(fragments) - scope.used)
    if unused:
        raise fragments[unused[0]].fault(f"fragment {unused[0]!r} is not used by any rule")
    return tuple(rules.values())


def _rule(row: Row, scope: _Scope) -> DateRule:
    row.only("rule", "pattern", "gives", "with", "examples", "silent", "note")
    scope.groups.clear()
    source = _expand(row, _pattern(row), scope)
    try:
        pattern = re.compile(source)
    except re.error as error:
        raise row.fault(f"pattern: {error}") from None
    examples, silent = _examples(row), row.texts("silent")
    if not examples or not silent:
        raise row.fault("a rule needs an example that matches and one that stays silent")
    settings = row.fields.get("with") or {}
    if not isinstance(settings, dict) or not all(isinstance(value, int) for value in settings.values()):
        raise row.fault("with must be a mapping of numbers")
    return DateRule(row.text("rule"), pattern, row.text("gives"), settings, examples, silent)


def _expand(row: Row, pattern: str, scope: _Scope, prefix: str = "") -> str:
    def one(slot: re.Match[str]) -> str:
        group, mark, name = slot.groups()
        if name in scope.fragments:
            scope.used.add(name)
            inner = f"{prefix}{group}_" if mark == "." else prefix
            source = scope.fragments[name]
            body = f"(?:{_expand(source, _pattern(source), scope, inner)})"
        elif name in scope.symbols:
            body = scope.symbols[name]
        else:
            raise row.fault(f"pattern names {name!r}, which is neither a kind nor a fragment")
        return f"(?P<{scope.fresh(prefix + group)}>{body})" if mark == ":" else body

    return SLOT.sub(one, pattern)


def _pattern(row: Row) -> str:
    row.text("pattern")
    return str(row.fields["pattern"])


def _examples(row: Row) -> tuple[Example, ...]:
    cells = row.fields.get("examples")
    if not isinstance(cells, list):
        return ()
    examples = []
    for cell in cells:
        if not isinstance(cell, list) or len(cell) != len(Example._fields):
            raise row.fault(f"an example is a list: {', '.join(Example._fields)}")
        examples.append(Example(*(str(part or "") for part in cell)))
    return tuple(examples)
