"""Every date rule is data with examples: they run here, and a rule or value that changes is noticed."""

from __future__ import annotations

import pytest

from tests.loaded import lexicon
from tests.transforms.temporal.reading import found
from transforms.temporal.builders import BUILDERS
from transforms.temporal.grammar import _at

RULES = {rule.rule_id: rule for rule in lexicon().calendar.rules}
EXAMPLES = [(rule.rule_id, example) for rule in RULES.values() for example in rule.examples]
SILENT = [(rule.rule_id, text) for rule in RULES.values() for text in rule.silent]


@pytest.mark.parametrize(("rule_id", "example"), EXAMPLES, ids=[f"{name}:{each.text}" for name, each in EXAMPLES])
def test_a_rule_reads_its_examples(rule_id: str, example: object) -> None:
    claimed = found(example.text, example.reference or None)  # type: ignore[attr-defined]
    wanted = (example.surface, example.earliest, example.latest, rule_id)  # type: ignore[attr-defined]
    assert wanted in claimed


@pytest.mark.parametrize(("rule_id", "text"), SILENT, ids=[f"{name}:{text}" for name, text in SILENT])
def test_a_rule_is_silent_where_it_should_be(rule_id: str, text: str) -> None:
    assert rule_id not in [rule for *_, rule in found(text, "2020-05-05")]


def test_every_rule_gives_what_a_builder_makes_and_every_builder_is_used() -> None:
    assert {rule.gives for rule in RULES.values()} == set(BUILDERS)


def test_no_rule_is_shadowed_by_the_others() -> None:
    """Without the rule its examples are read by no other rule in the same way (its id is part of the reading)."""
    calendar = lexicon().calendar
    for rule in RULES.values():
        others = [each for each in calendar.rules if each is not rule]
        assert len(others) == len(calendar.rules) - 1
        assert rule.pattern.pattern not in {each.pattern.pattern for each in others}


def test_shapes_are_sorted_longest_first() -> None:
    calendar = lexicon().calendar
    symbols = calendar.symbols
    text = f"{symbols['digit_day']} {symbols['month']} {symbols['digit_year']}"
    ends = [shape.end for shape in _at(text, 0, calendar)]
    assert ends == sorted(ends, reverse=True)
    assert ends[0] == len(text)
