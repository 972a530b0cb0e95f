"""Shards to groups: what linking and audit do at a time, and keep.

A group is a run of shards in the order of the inputs. Where one ends is decided by the shards' content, as a shard's
end is by its records': a changed shard changes its own group and sometimes the next. A group's name is made of its
records alone, so that neither the code nor the cut into shards shows in the names of a release's files.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flows.shards import Sizes, content_digits, ends_here
from flows.store.parts import ShardReport

NAME_LENGTH = 16
#: Bytes of raw records in one group. What is changed costs its whole group, and each group costs the audit some pages.
GROUP_SIZES = Sizes(least=32 * 1024 * 1024, usual=80 * 1024 * 1024, most=128 * 1024 * 1024)


@dataclass(frozen=True, slots=True)
class Group:
    """The keys of some shards, in their order."""

    name: str
    keys: tuple[str, ...]


def make_groups(shards: Iterable[ShardReport], sizes: Sizes = GROUP_SIZES) -> list[Group]:
    """All shards of a run, in the order of the inputs, as groups."""
    groups: list[Group] = []
    waiting: list[ShardReport] = []
    for shard in shards:
        if waiting and _bytes(waiting) + shard.n_bytes > sizes.most:
            groups.append(_group(waiting))
            waiting = []
        waiting.append(shard)
        if _bytes(waiting) >= sizes.least and ends_here(bytes.fromhex(shard.content), shard.n_bytes, sizes):
            groups.append(_group(waiting))
            waiting = []
    return [*groups, _group(waiting)] if waiting else groups


def _bytes(shards: Iterable[ShardReport]) -> int:
    return sum(shard.n_bytes for shard in shards)


def _group(shards: list[ShardReport]) -> Group:
    name = content_digits(sum(int(shard.content, 16) for shard in shards))[:NAME_LENGTH]
    return Group(name, tuple(shard.key for shard in shards))
