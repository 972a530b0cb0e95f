"""Linking group by group: the same bytes whatever is kept, and only what changed made again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from flows import link as linking
from flows.extract import Job, extract
from flows.groups import Group
from flows.inputs.raw import Limits, RawRecord
from flows.link import Making, Places, link
from flows.shards import Sizes, make_shards
from transforms.linking.entities import TALLIES
from transforms.linking.release import GROUP_TABLES

pytestmark = pytest.mark.usefixtures("fake_engine")

EVERY = len(GROUP_TABLES) + len(TALLIES)
TEXTS = [
    "Ali met Omar\nSara met Huda",
    "Zaid met Huda",
    "Nothing happened",
    "Huda met Mona",
    "Zaid met Huda",  # an exact copy of the second
    "Ali met Zaid",
]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Making]:
    """What had to be made, group by group."""
    seen: list[Making] = []

    def noted(making: Making) -> None:
        seen.append(making)
        make(making)

    make = linking.make_tables
    monkeypatch.setattr(linking, "make_tables", noted)
    return seen


def groups_of(texts: list[str], parts: Path) -> list[Group]:
    """Each text a shard, each two shards a group."""
    records = [RawRecord(f"s/{at}.txt", 0, "text", str(at), text.encode()) for at, text in enumerate(texts)]
    job = Job(parts, None, "fingerprint", Limits())
    keys = [extract(job, shard).key for shard in make_shards(records, "fingerprint", Sizes(1, 2, 3))]
    return [Group(f"{at:016x}", tuple(keys[at : at + 2])) for at in range(0, len(keys), 2)]


def released(tmp_path: Path, texts: list[str], name: str = "release", recipe: str = "code") -> dict[str, bytes]:
    """The files of a release of these texts, with what is kept below `tmp_path`."""
    places = Places(tmp_path / "parts", tmp_path / "kept", tmp_path / name, recipe)
    link(groups_of(texts, places.parts), places, map)
    assert not (places.staged / linking.SPILL).exists()
    return {path.relative_to(places.staged).as_posix(): path.read_bytes() for path in files(places.staged)}


def files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def test_every_table_of_a_document_has_a_part_of_one_name(tmp_path: Path) -> None:
    released(tmp_path, TEXTS)
    names = [{path.name for path in (tmp_path / "release" / table).iterdir()} for table in GROUP_TABLES]
    assert names == [names[0]] * len(names)
    assert len(names[0]) == 3
    for name in names[0]:
        documents = set(pq.read_table(tmp_path / "release/documents" / name)["doc_id"].to_pylist())
        for table in ("texts", "reports", "participants", "mentions", "mention_counts", "candidates"):
            assert set(pq.read_table(tmp_path / "release" / table / name)["doc_id"].to_pylist()) <= documents


def test_warm_cold_and_partial_give_the_same_bytes(tmp_path: Path, made: list[Making]) -> None:
    cold = released(tmp_path, TEXTS, "cold")
    assert [len(making.missing) for making in made] == [EVERY] * 3
    made.clear()
    assert released(tmp_path, TEXTS, "warm") == cold
    assert made == []
    for number, path in enumerate(files(tmp_path / "kept")):
        if number % 3 == 0:
            path.unlink()
    assert released(tmp_path, TEXTS, "partial") == cold
    assert made


def test_a_changed_document_makes_its_group_again(tmp_path: Path, made: list[Making]) -> None:
    released(tmp_path, TEXTS, "before")
    made.clear()
    texts = [*TEXTS[:3], "Huda met Nobody", *TEXTS[4:]]
    after = released(tmp_path, texts, "after")
    assert [len(making.missing) for making in made] == [EVERY]
    assert released(tmp_path / "anew", texts) == after


def test_what_another_group_says_of_this_one_makes_the_tables_concerned_again(
    tmp_path: Path, made: list[Making]
) -> None:
    """The copy of a text of the first group goes: that group's documents tell no more where it was read."""
    released(tmp_path, TEXTS, "before")
    made.clear()
    texts = [*TEXTS[:4], "Silence", TEXTS[5]]
    after = released(tmp_path, texts, "after")
    assert [set(making.missing) for making in made] == [{"documents"}, {*GROUP_TABLES, *TALLIES}]
    assert released(tmp_path / "anew", texts) == after


def test_other_code_makes_everything_again(tmp_path: Path, made: list[Making]) -> None:
    before = released(tmp_path, TEXTS, "before")
    made.clear()
    assert released(tmp_path, TEXTS, "after", recipe="other code") == before
    assert [len(making.missing) for making in made] == [EVERY] * 3


def test_a_tampered_table_is_noticed_and_made_again(tmp_path: Path, made: list[Making]) -> None:
    before = released(tmp_path, TEXTS, "before")
    made.clear()
    victim = next(path for path in files(tmp_path / "kept") if path.suffix == ".parquet")
    victim.write_bytes(next(path for path in files(tmp_path / "kept") if path.stem[0] != victim.stem[0]).read_bytes())
    assert released(tmp_path, TEXTS, "after") == before
    assert [len(making.missing) for making in made] == [1]
