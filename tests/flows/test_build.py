"""The flow: what it publishes, refuses, finds again, tries again. The engine is fake, Prefect's server is its own."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from flows import build as building
from flows import stages
from flows.build import Outcome, RefusedError, build
from flows.compute import Here
from flows.extract import Job
from flows.link import Places, link
from flows.settings import Settings
from flows.shards import Sizes
from flows.store.parquet import write_file
from flows.store.release import ReleaseStore
from tests.flows.conftest import passed
from transforms.base.errors import ArgumentError, InputError

pytestmark = [pytest.mark.prefect, pytest.mark.usefixtures("prefect_server", "fake_engine")]

Run = Callable[..., Outcome]


@pytest.fixture
def run(articles: Path, tmp_path: Path, no_audit: None) -> Run:
    """The flow over the articles, without Great Expectations."""

    def go(*inputs: Path, **parameters: Any) -> Outcome:
        return build([str(path) for path in inputs or (articles,)], **{"output": str(tmp_path / "data"), **parameters})

    return go


@pytest.fixture
def many_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    """A shard for each article, done by threads of this process. They share what a worker has alone: the collector of
    cycles, which is left as it is.
    """
    monkeypatch.setattr(stages, "Sizes", lambda: Sizes(least=1, usual=2, most=3))
    monkeypatch.setattr("flows.extract._uncollected", nullcontext)

    @contextmanager
    def here(settings: Settings, job: Job, single: bool) -> Iterator[Here]:
        yield Here(job)

    monkeypatch.setattr(building, "local_compute", here)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.parquet"))}


def package(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "datapackage.json").read_text("utf-8"))  # type: ignore[no-any-return]


def test_a_release_and_its_manifest(run: Run, articles: Path, tmp_path: Path) -> None:
    (articles / "broken.txt").write_text("CRASH")
    outcome = run()
    current = tmp_path / "data/current"
    assert outcome.new
    assert current.resolve() == outcome.folder.resolve()
    documents = pd.read_parquet(current / "documents")
    assert sorted(documents.record_id) == ["copy", "four", "one", "three"]
    assert [list(also) for also in documents.also_at if len(also)] == [[str(articles / "two.txt")]]
    assert len(pd.read_parquet(current / "reports")) == 4
    assert list(pd.read_parquet(current / "rejects").reason) == ["engine_fault"]
    assert (current / "validation/index.html").exists()
    assert (current / "codebook.md").read_text("utf-8").startswith("# Codebook")
    told = package(current)["liqa"]
    assert told["audit"]["passed"]
    assert told["run"]["totals"]["rejects"] == {"engine_fault": 1}
    assert {"list inputs", "extract", "link", "validate"} <= set(told["run"]["seconds"])
    assert not (tmp_path / "data/.staging/release").exists()


def test_a_tampered_release_is_refused(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Evidence that is not in the text: the release goes to `refused`, the current one stays."""
    output = tmp_path / "data"
    with monkeypatch.context() as quick:
        quick.setattr(building, "audit_step", passed)
        first = build([str(articles / "one.txt")], output=str(output))

    def tampered(groups: Any, places: Places, each: Any) -> Any:
        link(groups, places, each)
        (path,) = (places.staged / "reports").iterdir()
        table = pq.read_table(path)
        shifted = pc.add(table["evidence_start"], pa.scalar(1, pa.int32()))
        write_file(
            path,
            table.set_column(
                table.schema.get_field_index("evidence_start"), table.schema.field("evidence_start"), shifted
            ),
        )
        return stages.read_contents(places.staged)

    monkeypatch.setattr(building, "link_step", tampered)
    with pytest.raises(RefusedError, match="validation refused the release") as refused:
        build([str(articles)], output=str(output))
    assert (output / "current").resolve() == first.folder.resolve()
    assert refused.value.folder.parent == output / "refused"
    assert (refused.value.folder / "validation/index.html").exists()
    assert not package(refused.value.folder)["liqa"]["audit"]["passed"]
    assert [path.name for path in (output / "releases").iterdir()] == [first.release]


def test_the_same_inputs_give_the_same_bytes(run: Run, tmp_path: Path) -> None:
    one, two = run(output=str(tmp_path / "one")), run(output=str(tmp_path / "two"))
    assert one.release == two.release
    assert files(one.folder) == files(two.folder)


@pytest.mark.usefixtures("many_shards")
def test_shards_and_order_do_not_change_the_bytes(run: Run, articles: Path, tmp_path: Path) -> None:
    many = run(output=str(tmp_path / "many"))
    turned = run(*sorted(articles.iterdir(), reverse=True), output=str(tmp_path / "turned"))
    assert many.totals.shards == many.totals.extracted == 5
    assert files(many.folder) == files(turned.folder)
    assert many.release == turned.release


def test_an_unchanged_run_does_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run()
    before = {path: path.stat().st_mtime_ns for path in first.folder.rglob("*")}
    monkeypatch.setattr(building, "link_step", None)
    again = run()
    assert (again.new, again.release, again.totals.extracted, again.rows) == (False, first.release, 0, first.rows)
    assert {path: path.stat().st_mtime_ns for path in first.folder.rglob("*")} == before


@pytest.mark.usefixtures("many_shards")
def test_a_new_article_alone_is_extracted(run: Run, articles: Path) -> None:
    run()
    (articles / "five.txt").write_text("Mona met Ali")
    again = run()
    assert (again.new, again.totals.shards, again.totals.extracted) == (True, 6, 1)


@pytest.mark.usefixtures("many_shards")
def test_what_is_found_between_new_articles_does_not_count_as_extracted(run: Run, articles: Path) -> None:
    run()
    for name in ("aa", "ab", "zz"):
        (articles / f"{name}.txt").write_text(f"Mona met {name}")
    again = run()
    assert (again.totals.shards, again.totals.extracted) == (8, 3)


@pytest.mark.usefixtures("many_shards")
def test_a_run_that_broke_off_goes_on_from_its_shards(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(building, "link_step", crash)
        with pytest.raises(KeyboardInterrupt):
            run()
    again = run()
    assert (again.new, again.totals.extracted) == (True, 0)


def test_back_to_an_earlier_state_points_at_the_earlier_release(run: Run, articles: Path) -> None:
    first = run()
    (articles / "five.txt").write_text("Mona met Ali")
    second = run()
    (articles / "five.txt").unlink()
    back = run()
    assert second.release != first.release
    assert (back.release, back.new) == (first.release, False)
    assert (first.folder.parent.parent / "current").resolve() == first.folder.resolve()


def test_a_damaged_release_is_made_again(run: Run) -> None:
    first = run()
    whole = files(first.folder)
    (part,) = (first.folder / "meetings").iterdir()
    part.write_bytes(b"damage")
    run()
    assert files(first.folder) == whole


def test_without_texts(run: Run) -> None:
    outcome = run(texts=False)
    assert not (outcome.folder / "texts").exists()
    assert "texts" not in {resource["name"] for resource in package(outcome.folder)["resources"]}


def test_keep(run: Run, articles: Path) -> None:
    for number in range(3):
        (articles / "five.txt").write_text(f"Mona met Ali{number}")
        last = run(keep=2)
    assert len(list(last.folder.parent.iterdir())) == 2
    assert last.folder.exists()


def test_parts_that_no_kept_release_needs_are_removed(run: Run, articles: Path) -> None:
    first = run()
    parts = first.folder.parents[1] / ".parts"
    for part in parts.glob("??/*"):
        os.utime(part, (1_000, 1_000))
    (articles / "five.txt").write_text("Mona met Ali")
    run(keep=5)
    assert len(list(parts.glob("??/*"))) == 1


def test_a_fault_of_the_disk_is_tried_again_and_one_of_the_data_is_not(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []
    publish = ReleaseStore.publish

    def shaky(store: ReleaseStore, staged: Path, release: str) -> Path:
        tried.append(release)
        if len(tried) == 1:
            raise OSError(5, "Input/output error")
        return publish(store, staged, release)

    monkeypatch.setattr(building, "RETRY_SECONDS", (0.0,))
    monkeypatch.setattr(building, "publish_step", building._step("publish", shaky))
    assert run().new
    assert len(tried) == 2

    def wrong(*_: object) -> Path:
        tried.append("wrong")
        raise ArgumentError("no")

    monkeypatch.setattr(building, "list_step", building._step("list inputs", wrong))
    with pytest.raises(ArgumentError):
        run()
    assert tried.count("wrong") == 1


def test_a_missing_input_is_told(run: Run, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file or folder"):
        run(tmp_path / "nowhere")


def test_artifacts(run: Run) -> None:
    from prefect.artifacts import Artifact

    outcome = run()
    counts, pages = Artifact.get("liqa-counts"), Artifact.get("liqa-validation")
    assert {"table": "reports", "rows": 4} in json.loads(str(counts.data))  # type: ignore[union-attr]
    assert (outcome.folder / "validation/index.html").resolve().as_uri() in str(pages.data)  # type: ignore[union-attr]
