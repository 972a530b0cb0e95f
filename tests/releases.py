"""Articles through the real engine, tables and linking into a folder of Parquet, without conductor and audit."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from tests.loaded import engine
from transforms.base.records import Document, Reading
from transforms.linking.release import link
from transforms.tables.shard import shard_tables

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
    with duckdb.connect() as connection:
        for name, table in shard_tables(readings(folder), (), "test").items():
            connection.register(f"part_{name}", table)
        for declaration, rows in link(connection):
            (target / declaration.name).mkdir(parents=True)
            pq.write_table(rows.read_all(), target / declaration.name / "part-00000.parquet")
