"""Articles through the real engine, tables and linking into a folder of Parquet, without conductor and audit."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pyarrow.parquet as pq

from tests.loaded import engine
from tests.transforms.linking.linked import linked
from transforms.base.records import Document, Reading

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds"
CORPUS = ROOT / "tests" / "corpus"


@cache
def readings(folder: Path) -> tuple[Reading, ...]:
    """The readings of a folder of `.txt` articles, in the order of their names."""
    return tuple(
        engine().read(Document(path.read_text("utf-8"), path.stem, path.name)) for path in sorted(folder.glob("*.txt"))
    )


def write_tables(folder: Path, target: Path) -> None:
    """Link the readings of a folder and write every table of the release below `target`."""
    for name, rows in linked(readings(folder)).items():
        (target / name).mkdir(parents=True)
        pq.write_table(rows, target / name / "part-00000.parquet")
