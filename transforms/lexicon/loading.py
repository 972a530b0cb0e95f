"""Loading and validating the lexicon: the package's own files, then a user's folder of the same forms.

Every file name has one reader; a file without one is refused. After reading, the whole is checked, each fault with
file and line: the same folded surface with two keys in one category (unless both ask for the exact spelling), a thing
that stands in two rows, a name of something that is not there, two holders of a seat that one person holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from transforms.base.errors import LexiconError
from transforms.lexicon.bodies import body_entries, head_entries, portfolio_entries
from transforms.lexicon.body_words import adjective_entries, named_after_entries
from transforms.lexicon.calendar import calendar_entries, calendar_name_entries, joins_only
from transforms.lexicon.calendar_terms import read_term
from transforms.lexicon.cues import cue_entries
from transforms.lexicon.duplicates import refuse_duplicates
from transforms.lexicon.entries import Entry
from transforms.lexicon.files import Row, read_rows
from transforms.lexicon.furniture import furniture_entries
from transforms.lexicon.gazetteer import Gazetteer, build_gazetteer
from transforms.lexicon.geography import city_entries, country_entries, decoy_entries, landmark_entries, region_entries
from transforms.lexicon.index import Index
from transforms.lexicon.names import NameBook
from transforms.lexicon.nationalities import nationality_entries
from transforms.lexicon.offices import office_entries
from transforms.lexicon.persons import person_entries
from transforms.lexicon.seats import refuse_overlaps
from transforms.lexicon.targets import refuse_dangling
from transforms.lexicon.timekeeping import Calendar
from transforms.lexicon.topics import topic_entries
from transforms.lexicon.triggers import trigger_entries

DATA = Path(__file__).parent / "data"

EntryReader = Callable[[Row], Iterator[Entry]]

#: File name -> the reader of its rows into entries.
READERS: Mapping[str, EntryReader] = MappingProxyType(
    {
        "furniture.yaml": furniture_entries,
        "calendar.yaml": calendar_entries,
        "calendar_cldr.csv": calendar_name_entries,
        "calendar_numbers.yaml": calendar_entries,
        "calendar_years.yaml": calendar_entries,
        "triggers.yaml": trigger_entries,
        "cues.yaml": cue_entries,
        "topics.yaml": topic_entries,
        "countries.csv": country_entries,
        "nationalities.csv": nationality_entries,
        "cities.csv": city_entries,
        "regions.csv": region_entries,
        "landmarks.csv": landmark_entries,
        "decoys.csv": decoy_entries,
        "bodies.csv": body_entries,
        "bodies_international.csv": body_entries,
        "bodies_national.csv": body_entries,
        "bodies_media.csv": body_entries,
        "body_heads.csv": head_entries,
        "body_adjectives.csv": adjective_entries,
        "portfolios.csv": portfolio_entries,
        "named_after.csv": named_after_entries,
        "offices.yaml": office_entries,
        "persons.csv": person_entries,
    }
)

#: Files whose rows are no surfaces to scan for, but words of names.
NAME_FILES = frozenset({"names.csv", "words.csv"})

#: Files of the calendar whose rows are no surfaces either.
DATE_RULES, TERMS = "calendar_rules.yaml", "terms.csv"

#: Every file name that a folder may have.
FILES = frozenset({*READERS, *NAME_FILES, DATE_RULES, TERMS})


@dataclass(frozen=True)
class Lexicon:
    """All entries, their index, and the digest of the files that they came from."""

    entries: tuple[Entry, ...]
    index: Index
    names: NameBook
    gazetteer: Gazetteer
    calendar: Calendar
    digest: str


def load_lexicon(extra: Path | None = None) -> Lexicon:
    """Load the package's files and, if given, a user's folder. Raises `LexiconError` with file and line."""
    contents = _contents(DATA) + (_contents(extra) if extra else [])
    digest = sha256()
    entries: list[Entry] = []
    tables: dict[str, list[Row]] = {name: [] for name in (*NAME_FILES, DATE_RULES, TERMS)}
    for path, content in contents:
        digest.update(f"{Path(path).name}\x1f{len(content)}\x1f{content}".encode())
        if Path(path).name in tables:
            tables[Path(path).name].extend(read_rows(path, content))
            continue
        reader = READERS[Path(path).name]
        entries.extend(entry for row in read_rows(path, content) for entry in reader(row))
    refuse_clashes(entries)
    refuse_duplicates(entries)
    refuse_dangling(entries)
    refuse_overlaps(tables[TERMS])
    names = NameBook(tables["names.csv"], tables["words.csv"])
    calendar = Calendar(entries, tables[DATE_RULES], [read_term(row) for row in tables[TERMS]])
    index = Index(entry for entry in entries if not joins_only(entry))
    return Lexicon(tuple(entries), index, names, build_gazetteer(entries), calendar, digest.hexdigest())


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
    """Path and text of every file of a folder; only hidden files and notes (`.md`) are passed over."""
    if not folder.is_dir():
        raise LexiconError(str(folder), 1, "no such folder")
    files = sorted(path for path in folder.iterdir() if not path.name.startswith((".", "__")) and path.suffix != ".md")
    if not files:
        raise LexiconError(str(folder), 1, "the folder holds no lexicon file")
    return [(str(path) if folder != DATA else path.name, _text(path)) for path in files]


def _text(path: Path) -> str:
    if path.name not in FILES:
        raise LexiconError(str(path), 1, f"no such lexicon file; known: {', '.join(sorted(FILES))}")
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        raise LexiconError(str(path), line, "not UTF-8: save the file in that encoding") from None
