"""Shards: keyed by content, cut by content, whatever stands around them."""

from __future__ import annotations

import random
from dataclasses import replace

from flows.inputs.raw import RawRecord
from flows.shards import Shard, Sizes, make_shards
from transforms.base.codes import RejectReason
from transforms.base.records import Reject

SIZES = Sizes(least=20_000, usual=60_000, most=120_000)
CHANCE = random.Random(7)
RECORDS = [
    RawRecord(f"s/{n:04}.txt", 0, "text", f"{n:04}", CHANCE.randbytes(CHANCE.randrange(200, 4000))) for n in range(1000)
]


def shards(items: list[RawRecord | Reject], fingerprint: str = "code", sizes: Sizes = SIZES) -> list[Shard]:
    return list(make_shards(items, fingerprint, sizes))


def keys(items: list[RawRecord | Reject], fingerprint: str = "code") -> set[str]:
    return {shard.key for shard in shards(items, fingerprint)}


def test_every_record_is_in_one_shard_in_its_order() -> None:
    assert [record for shard in shards([*RECORDS]) for record in shard.records] == RECORDS


def test_sizes_are_bounded() -> None:
    made = shards([*RECORDS])
    assert len(made) > 10
    assert all(SIZES.least <= shard.n_bytes <= SIZES.most for shard in made[:-1])


def test_the_same_records_have_the_same_keys() -> None:
    assert keys([*RECORDS]) == keys([*RECORDS])


def test_other_code_has_other_keys() -> None:
    assert not keys([*RECORDS]) & keys([*RECORDS], "other code")


def test_a_changed_byte_changes_one_shard() -> None:
    changed = [*RECORDS]
    changed[500] = changed[500]._replace(payload=b"x" + changed[500].payload[1:])
    assert len(keys(changed) - keys([*RECORDS])) <= 2


def test_a_new_record_in_the_middle_does_not_shift_what_follows() -> None:
    added = [*RECORDS]
    added.insert(300, RawRecord("s/0299b.txt", 0, "text", "0299b", b"x" * 3000))
    assert len(keys(added) - keys([*RECORDS])) <= 3


def test_the_address_and_number_are_part_of_the_content() -> None:
    (record,) = RECORDS[:1]
    variants = [record, record._replace(uri="t"), record._replace(no=1), record._replace(name="n")]
    assert len({shard.key for variant in variants for shard in shards([variant])}) == len(variants)


def test_rejects_travel_with_their_shard_and_count() -> None:
    reject = Reject("s/x.pdf", 0, RejectReason.UNSUPPORTED, "no reader", None, None)
    (shard,) = shards([RECORDS[0], reject])
    assert shard.rejects == (reject,)
    assert shard.key != shards([RECORDS[0], replace(reject, detail="other")])[0].key


def test_a_million_rejects_are_not_one_shard() -> None:
    rejects = [Reject(f"s/{n}.pdf", 0, RejectReason.UNSUPPORTED, "no reader", None, None) for n in range(2000)]
    assert len(shards([*rejects])) > 5


def test_a_record_larger_than_a_shard_is_one() -> None:
    giant = RawRecord("s/giant.txt", 0, "text", "giant", b"x" * (2 * SIZES.most))
    assert [len(shard.records) for shard in shards([*RECORDS[:3], giant, *RECORDS[3:6]])] == [3, 1, 3]


def test_nothing_gives_no_shard() -> None:
    assert shards([]) == []
