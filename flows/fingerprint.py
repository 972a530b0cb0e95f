"""What makes two runs over the same bytes give the same tables: a digest of the code, the lexicon and the libraries
that count.

A version number in the code would be forgotten when a rule changes; the digest of the files cannot be.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

#: What turns bytes into a shard's tables.
EXTRACTION = ("transforms", "flows/inputs", "flows/extract.py", "flows/store/parquet.py")
#: What turns the parts into an audited release.
PUBLICATION = (
    *EXTRACTION,
    "expectations",
    "flows/shards.py",
    "flows/groups.py",
    "flows/link.py",
    "flows/store",
    "flows/stages.py",
    "flows/report.py",
)
#: A new version of one of these may write other bytes: those that read documents, and those that write tables.
LIBRARIES = ("pyarrow", "numpy", "duckdb", "hijridate", "pyyaml", "trafilatura", "lxml", "warcio", "zstandard")
#: A new version of one of these may find other faults in a release, or show them otherwise.
AUDITORS = ("great-expectations", "pandas")

#: What Python or a compiler makes of the sources: the same sources give the same tables, compiled or not.
IGNORED_SUFFIXES = frozenset({".pyc", ".pyo", ".so", ".pyd"})


@cache
def code_digest(places: tuple[str, ...], libraries: tuple[str, ...]) -> str:
    """The digest of every file under these folders and of the libraries' versions."""
    digest = sha256()
    for name in libraries:
        digest.update(f"{name}=={version(name)}\x1f".encode())
    for path in _files(places):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(ROOT).as_posix()}\x1f{len(content)}\x1f".encode())
        digest.update(content)
    return digest.hexdigest()


def _files(places: Iterable[str]) -> list[Path]:
    """The source and data files, sorted."""
    files: set[Path] = set()
    for place in places:
        path = ROOT / place
        files.update([path] if path.is_file() else path.rglob("*"))
    return sorted(path for path in files if path.is_file() and path.suffix not in IGNORED_SUFFIXES)


def extraction_fingerprint(engine: str, lexicon: str) -> str:
    """What a shard's key holds beside the shard's bytes."""
    return sha256("\x1f".join((code_digest(EXTRACTION, LIBRARIES), engine, lexicon)).encode()).hexdigest()


def publication_fingerprint(extraction: str) -> str:
    """What a release depends on beside its shards."""
    return sha256("\x1f".join((code_digest(PUBLICATION, AUDITORS), extraction)).encode()).hexdigest()
