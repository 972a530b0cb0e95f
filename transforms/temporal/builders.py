"""What a date rule may give: the names that rules use, and the builder of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from transforms.temporal import building, ranges
from transforms.temporal.building import Values
from transforms.temporal.records import Meaning

Builder = Callable[[Values], Meaning | None]

#: Name -> builder: every public function of the two modules.
BUILDERS: Mapping[str, Builder] = MappingProxyType(
    {
        name: builder
        for module in (building, ranges)
        for name, builder in vars(module).items()
        if not name.startswith("_") and getattr(builder, "__module__", "") == module.__name__
    }
)


def build(gives: str, values: Values) -> Meaning | None:
    """The meaning that a rule's `gives` makes of its values."""
    return BUILDERS[gives](values)
