"""Groups of shards: cut by content, named by content, whatever stands around them."""

from __future__ import annotations

from random import Random

from flows.groups import make_groups
from flows.shards import Sizes
from flows.store.parts import ShardReport

SIZES = Sizes(least=30, usual=80, most=130)
CHANCE = Random(3)


def shard(n_bytes: int = 10, content: int | None = None) -> ShardReport:
    content = CHANCE.getrandbits(128) if content is None else content
    return ShardReport(f"{CHANCE.getrandbits(128):032x}", f"{content:032x}", n_bytes, 1, {}, {}, (), 0.0)


SHARDS = [shard() for _ in range(300)]


def test_every_shard_is_in_one_group_in_its_order() -> None:
    groups = make_groups(SHARDS, SIZES)
    assert [key for group in groups for key in group.keys] == [one.key for one in SHARDS]
    assert len({group.name for group in groups}) == len(groups) > 10


def test_sizes_are_bounded() -> None:
    sizes = [10 * len(group.keys) for group in make_groups(SHARDS, SIZES)]
    assert all(SIZES.least <= size <= SIZES.most for size in sizes[:-1])
    assert make_groups([shard(200), shard(200)], SIZES)[0].keys.__len__() == 1


def test_a_changed_shard_changes_its_group_and_the_next_at_most() -> None:
    before = {group.name for group in make_groups(SHARDS, SIZES)}
    for at in range(0, 300, 17):
        after = {group.name for group in make_groups([*SHARDS[:at], shard(), *SHARDS[at + 1 :]], SIZES)}
        assert len(after - before) <= 3


def test_a_name_is_of_the_records_alone() -> None:
    """The engine's fingerprint is in the keys; two cuts of the same records have the same sum."""
    (one,) = make_groups([shard(content=7), shard(content=5)])
    (other,) = make_groups([shard(content=12)])
    assert one.name == other.name
    assert one.keys != other.keys


def test_nothing_is_no_group() -> None:
    assert make_groups([]) == []
