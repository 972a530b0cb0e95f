"""Loading and validating the lexicon: the package's own files, then a user's folder of the same forms.

Every file name has one reader; a file without one is refused. After reading, surfaces are checked for clashes: the
same folded surface with two keys in one category is refused, with file and line, unless both ask for the exact
spelling.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from transforms.base.errors import LexiconError
from transforms.lexicon.cues import cue_entries
from transforms.lexicon.entries import Entry
from transforms.lexicon.files import Row, read_rows
from transforms.lexicon.furniture import furniture_entries
from transforms.lexicon.geography import city_entries, country_entries, landmark_entries, region_entries
from transforms.lexicon.index import Index
from transforms.lexicon.nationalities import nationality_entries
from transforms.lexicon.triggers import trigger_entries

DATA = Path(__file__).parent / "data"

EntryReader = Callable[[Row], Iterator[Entry]]

#: File name -> the reader of its rows into entries.
READERS: Mapping[str, EntryReader] = MappingProxyType(
    {
        "furniture.yaml": furniture_entries,
        "triggers.yaml": trigger_entries,
        "cues.yaml": cue_entries,
        "countries.csv": country_entries,
        "nationalities.csv": nationality_entries,
        "cities.csv": city_entries,
        "regions.csv": region_entries,
        "landmarks.csv": landmark_entries,
    }
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries, their index, and the digest of the files that they came from."""

    entries: tuple[Entry, ...]
    index: Index
    digest: str


def load_lexicon(extra: Path | None = None) -> Lexicon:
    """Load the package's files and, if given, a user's folder. Raises `LexiconError` with file and line."""
    contents = _contents(DATA) + (_contents(extra) if extra else [])
    digest = sha256()
    entries: list[Entry] = []
    for path, content in contents:
        digest.update(f"{Path(path).name}\x1f{len(content)}\x1f{content}".encode())
        reader = READERS.get(Path(path).name)
        if reader is None:
            raise LexiconError(path, 1, f"no such lexicon file; known: {', '.join(sorted(READERS))}")
        entries.extend(entry for row in read_rows(path, content) for entry in reader(row))
    refuse_clashes(entries)
    return Lexicon(tuple(entries), Index(entries), digest.hexdigest())


def refuse_clashes(entries: list[Entry]) -> None:
    """Refuse one surface with two meanings in one category."""
    seen: dict[tuple[object, ...], Entry] = {}
    for entry in entries:
        rival = seen.setdefault((entry.category, entry.words, entry.exact), entry)
        if rival.key != entry.key:
            other = f"{rival.key!r} in {rival.path}:{rival.line}"
            raise LexiconError(
                entry.path, entry.line, f"{' '.join(entry.words)!r} means {entry.key!r} here and {other}"
            )


def _contents(folder: Path) -> list[tuple[str, str]]:
    if not folder.is_dir():
        raise LexiconError(str(folder), 1, "no such folder")
    files = sorted(path for path in folder.iterdir() if path.suffix in (".csv", ".yaml"))
    return [(str(path) if folder != DATA else path.name, path.read_text("utf-8")) for path in files]
