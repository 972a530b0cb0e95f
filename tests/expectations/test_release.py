"""A release is read in bounded pieces, and what is not one is refused with its name."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from expectations.release import batches, n_rows, open_release, type_faults
from tests.expectations.conftest import Rows
from transforms.base.errors import ReleaseError
from transforms.schema.catalog import TABLES


def write_parts(folder: Path, sizes: list[int]) -> None:
    """Replaces the rejects by parts of these sizes, numbered through."""
    old = folder / "rejects" / "part-00000.parquet"
    schema = pq.read_schema(old)
    old.unlink()
    number = 0
    for part, size in enumerate(sizes):
        rows = [{"source_uri": "a", "record_no": number + row, "reason": "empty", "detail": ""} for row in range(size)]
        pq.write_table(pa.Table.from_pylist(rows, schema=schema), folder / "rejects" / f"part-{part:05}.parquet")
        number += size


@pytest.mark.parametrize(
    ("sizes", "pieces"),
    [
        pytest.param([1, 1, 1], [3], id="small parts together"),
        pytest.param([7], [3, 3, 1], id="a large part cut"),
        pytest.param([2, 2, 2], [2, 2, 2], id="never more than asked"),
        pytest.param([0, 1, 0], [1], id="empty parts"),
        pytest.param([0], [0], id="nothing is one empty piece"),
    ],
)
def test_batches(rows: Rows, tmp_path: Path, sizes: list[int], pieces: list[int]) -> None:
    folder = rows.write(tmp_path)
    write_parts(folder, sizes)
    release = open_release(folder)
    read = list(batches(release, "rejects", max_rows=3))
    assert [len(piece) for piece in read] == pieces
    numbers = [number for piece in read for number in piece.column("record_no").to_pylist()]
    assert numbers == list(range(sum(sizes)))
    assert n_rows(release, "rejects") == sum(sizes)


def test_pieces_do_not_mix_schemas(rows: Rows, tmp_path: Path) -> None:
    folder = rows.write(tmp_path)
    pq.write_table(pa.table({"other": [1]}), folder / "rejects" / "part-00001.parquet")
    release = open_release(folder)
    assert [piece.num_columns for piece in batches(release, "rejects")] == [6, 1]
    faults = type_faults(release, TABLES["rejects"])
    assert "part-00001.parquet: other is int64, declared None" in faults


def test_missing_table_is_no_release(rows: Rows, tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="table meetings has no part"):
        open_release(rows.write(tmp_path, without=("meetings",)))


def test_missing_folder_is_no_release(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="nowhere"):
        open_release(tmp_path / "nowhere")


def test_part_that_is_not_parquet(rows: Rows, tmp_path: Path) -> None:
    folder = rows.write(tmp_path)
    (folder / "roles" / "part-00000.parquet").write_bytes(b"not a table")
    with pytest.raises(ReleaseError, match=r"part-00000.parquet of roles"):
        open_release(folder)
