"""The report for people of a staged release: reads its tables part by part, writes the pages that `transforms.report`
makes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.dataset as ds

from transforms.report.release import release_report
from transforms.report.source import Source, Where

REPORT = "report"
LINKS = {"Validation": "../validation/index.html", "Codebook": "../codebook.md"}


def write_report(staged: Path, title: str, about: Mapping[str, str]) -> None:
    """All pages, below `report/`."""
    for name, page in release_report(parquet_source(staged), title, about, LINKS).items():
        path = staged / REPORT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, "utf-8")


def parquet_source(release: Path) -> Source:
    """The tables of a release folder in batches; a table that is not there has none."""

    def read(table: str, columns: Sequence[str], where: Where | None = None) -> Iterator[pa.RecordBatch]:
        parts = sorted((release / table).glob("part-*.parquet"))
        if parts:
            only = None if where is None else ds.field(where.column).isin(list(where.values))
            rows = ds.dataset(parts)
            yield from rows.to_batches(columns=list(columns), filter=only, batch_readahead=2, fragment_readahead=1)

    return read
