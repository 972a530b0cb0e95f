"""No invented person of the annotated corpus stands in any lexicon file.

The corpus invents its people, except heads of state or government and a few world figures (its README). These can be
told without a list: their rows say which state they head, or give a Wikidata id. So a full name of the corpus that
any lexicon file holds must be that of such a row.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from tests.loaded import lexicon
from transforms.lexicon.entries import Category
from transforms.lexicon.files import read_rows
from transforms.lexicon.loading import DATA
from transforms.lexicon.persons import Person
from transforms.text.normalise import fold
from transforms.text.words import WORD

CORPUS = Path(__file__).parents[2] / "corpus"
GOLD = sorted(CORPUS.glob("d*.json"))
FILES = sorted(path for path in DATA.iterdir() if path.suffix in (".csv", ".yaml"))
ROWS = read_rows("persons.csv", (DATA / "persons.csv").read_text("utf-8"))
HEAD = re.compile(r"(?:president|king|emir|sultan|chancellor|prime minister) of ")


def plain(text: str) -> str:
    """A text's folded words, each between spaces."""
    return f" {' '.join(WORD.findall(fold(text).folded))} "


@cache
def in_files() -> dict[str, str]:
    """What stands in each lexicon file, comments and notes too."""
    return {path.name: plain(path.read_text("utf-8")) for path in FILES}


@cache
def real() -> frozenset[str]:
    """The names of known persons whose rows say so: heads of a state or government, or with an external id."""
    heads = {row.line for row in ROWS if HEAD.match(row.text("note"))}
    persons = (entry for entry in lexicon().entries if entry.category is Category.PERSON)
    return frozenset(
        plain(" ".join(entry.words))
        for entry in persons
        if isinstance(entry.payload, Person) and (entry.payload.external_ids or entry.line in heads)
    )


def full_names(path: Path) -> set[str]:
    """The names of two words and more in an annotation: whoever is mentioned, and whoever takes part."""
    gold = json.loads(path.read_text("utf-8"))
    names = {person["name"] for person in gold["persons"]}
    for meeting in gold["meetings"]:
        for side in ("side_a", "side_b"):
            names |= set(meeting[side]["persons"])
    return {each for name in names if len((each := plain(name)).split()) > 1}


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_a_name_of_the_corpus_in_a_lexicon_is_a_world_figures(path: Path) -> None:
    invented = full_names(path) - real()
    assert [(name, file) for name in sorted(invented) for file, text in in_files().items() if name in text] == []


def test_the_corpus_names_persons_and_the_files_are_read() -> None:
    assert len(GOLD) == 60
    assert sum(len(full_names(path)) for path in GOLD) > 200
    assert all(re.search(r"[\u0621-\u064a]", text) for text in in_files().values())
    assert {"persons.csv", "terms.csv", "names.csv"} <= set(in_files())
