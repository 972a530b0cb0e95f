"""Tables to Parquet files whose bytes depend on the rows alone.

Batches of a fixed number of rows are gathered to row groups, fewer where their text is long, and row groups to parts
of bounded size. Schema, descriptions and types are the declaration's, never guessed from the data. A table without
rows has one part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, count
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

BATCH_ROWS = 2_000
GROUP_ROWS = 20_000
GROUP_BYTES = 32 * 1024 * 1024
PART_GROUPS = 20
FILE_GROUPS = 8
FEWEST_ROWS = 100


def write_file(path: Path, table: pa.Table) -> None:
    """One table to one file, in some row groups: rows are in the order of their documents, so that who asks for a range
    of documents reads few of them.
    """
    rows = min(max(-(-table.num_rows // FILE_GROUPS), FEWEST_ROWS), GROUP_ROWS)
    with _writer(path, table.schema) as writer:
        writer.write_table(table, row_group_size=rows)


def write_folder(folder: Path, batches: pa.RecordBatchReader) -> None:
    """A table as a folder of parts, in the order of its batches. Holds one row group at a time.

    All batches but the last have BATCH_ROWS rows: row groups end where batches end, so those decide the bytes.
    """
    folder.mkdir(parents=True)
    groups = _groups(batches)
    group = next(groups, batches.schema.empty_table())
    for number in count():
        with _writer(folder / f"part-{number:05}.parquet", batches.schema) as writer:
            for _ in range(PART_GROUPS):
                writer.write_table(group, row_group_size=max(group.num_rows, 1))
                group = next(groups, None)
                if group is None:
                    return


def write_stream(path: Path, batches: pa.RecordBatchReader) -> None:
    """A bounded table as one file, in the order of its batches, under the same promises."""
    groups = _groups(batches)
    with _writer(path, batches.schema) as writer:
        for group in chain([next(groups, batches.schema.empty_table())], groups):
            writer.write_table(group, row_group_size=max(group.num_rows, 1))


def _writer(path: Path, schema: pa.Schema) -> pq.ParquetWriter:
    """The one set of options under which equal rows give equal bytes."""
    return pq.ParquetWriter(path, schema, version="2.6", compression="zstd", compression_level=3, store_schema=True)


def _groups(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    """Whole batches gathered to row groups."""
    waiting: list[pa.RecordBatch] = []
    rows = size = 0
    for batch in batches:
        waiting.append(batch)
        rows, size = rows + batch.num_rows, size + _text_bytes(batch)
        if rows >= GROUP_ROWS or size >= GROUP_BYTES:
            yield pa.Table.from_batches(waiting).combine_chunks()
            waiting, rows, size = [], 0, 0
    if waiting:
        yield pa.Table.from_batches(waiting).combine_chunks()


def _text_bytes(batch: pa.RecordBatch) -> int:
    """The bytes of all plain strings: counted from the values, since buffers depend on how a batch came about."""
    sizes = (pc.sum(pc.binary_length(column)).as_py() for column in batch.columns if pa.types.is_string(column.type))
    return sum(size or 0 for size in sizes)
