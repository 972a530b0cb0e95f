"""The reader of `.parquet`: one row is one record, with the fields of `flows.inputs.fields`.

Rows become the JSON lines that the other reader of records parses, so both give the same documents. Only the known
columns are read, a few rows at a time; repeated values are held once, so that a small file cannot unpack to a large
one unnoticed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from flows.inputs import records
from flows.inputs.fields import FIELDS
from flows.inputs.raw import BombError, DamagedError, Limits, RawRecord, Source
from transforms.base.codes import RejectReason
from transforms.base.records import Document, Reject

ROWS = 256
BUFFER = 1 << 20


def split(source: Source, stream: BinaryIO, limits: Limits) -> Iterator[RawRecord | Reject]:
    """Rows as records, in order."""
    try:
        schema = pq.read_schema(stream)
        names = [name for name in FIELDS if name in schema.names]
        if "text" not in names and "html" not in names:
            detail = "neither a column `text` nor a column `html`"
            yield Reject(source.uri, 0, RejectReason.NO_TEXT, detail, None, source.size)
            return
        held_once = [name for name in ("text", "html") if name in names and _is_text(schema.field(name).type)]
        file = pq.ParquetFile(stream, read_dictionary=held_once, buffer_size=BUFFER, pre_buffer=False)
        yield from _rows(source, file, names, limits)
    except (pa.ArrowException, OSError) as fault:  # Arrow tells a cut-off file and damage alike
        raise DamagedError(str(fault).splitlines()[0][:200]) from fault


def _is_text(kind: pa.DataType) -> bool:
    return kind in (pa.string(), pa.large_string())


def _rows(source: Source, file: pq.ParquetFile, names: list[str], limits: Limits) -> Iterator[RawRecord | Reject]:
    number = seen = 0
    stem = source.stem
    bound = limits.expanded(source.size or 0)
    groups = (file.metadata.row_group(number) for number in range(file.num_row_groups))
    if any(group.total_byte_size > bound for group in groups):
        raise BombError(f"a row group that unpacks to more than {bound} bytes")
    for batch in file.iter_batches(batch_size=ROWS, columns=names, use_threads=False):
        columns = [batch.column(name) for name in names]
        for row in range(batch.num_rows):
            fields = {name: column[row].as_py() for name, column in zip(names, columns, strict=True)}
            payload = json.dumps(fields, ensure_ascii=False, default=_plain).encode("utf-8", "surrogatepass")
            seen += len(payload)
            if seen > bound:
                raise BombError(f"unpacks to more than {bound} bytes")
            raw = RawRecord(source.uri, number, "records", stem, payload)
            if len(payload) > limits.record_bytes:
                detail = f"a row of {len(payload)} bytes, at most {limits.record_bytes} are read"
                yield raw.refuse(RejectReason.TOO_LARGE, detail)
            else:
                yield raw
            number += 1
    if number == 0:
        yield Reject(source.uri, 0, RejectReason.EMPTY, "no row", None, source.size)


def _plain(value: Any) -> Any:
    """Dates as ISO text; what is no text stays something that the check of fields refuses."""
    return value.isoformat() if isinstance(value, date) else [type(value).__name__]


def parse(raw: RawRecord, limits: Limits) -> Document:
    """A row is parsed as the JSON line it has become."""
    return records.parse(raw, limits)
