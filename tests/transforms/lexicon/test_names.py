"""Tags of single words, and refusals of the files of names, offices and persons."""

from __future__ import annotations

import pytest

from tests.loaded import lexicon
from tests.transforms.lexicon.rows import row
from transforms.base.errors import LexiconError
from transforms.lexicon.names import NameBook
from transforms.lexicon.offices import office_entries
from transforms.lexicon.persons import person_entries
from transforms.text.normalise import fold

TAGS = {
    "سمير": "G",
    "وسمير": "g",
    "الحريري": "S",
    "عبد": "A",
    "وعبد": "a",
    "بن": "B",
    "فون": "F",
    "اجتماعاً": "C",
    "الهيئة": "E",
    "للشؤون": "T",
    "في": "P",
    "يبحث": "V",
    "وقال": "Q",
    "القطماوي": "D",
    "شتاينهوف": "U",
    "يتقوقعون": "C",
    "2254": "X",
}


@pytest.mark.parametrize("word", TAGS, ids=str)
def test_tag(word: str) -> None:
    assert lexicon().names.read(fold(word).folded).tag == TAGS[word]


def test_conjunction_is_seen() -> None:
    reading = lexicon().names.read("وسمير")
    assert reading.conjunction
    assert reading.strip == 1


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([row(kind="nickname", words="سمير")], []),
        ([], [row(kind="noise", words="سمير")]),
        ([], [row(kind="article", words="ال لل"), row(kind="article", words="ال")]),
    ],
    ids=["unknown_kind_of_name", "unknown_kind_of_word", "second_article"],
)
def test_bad_rows_of_names_are_refused(names: list, words: list) -> None:
    with pytest.raises(LexiconError, match=r"file\.csv:7"):
        NameBook(names, words)


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "monarch", "singular": "ملك"},
        {"kind": "office", "sent": "perhaps", "singular": "مبعوث"},
        {"kind": "office", "rank": 3},
    ],
    ids=["unknown_kind", "flag", "unknown_field"],
)
def test_bad_offices_are_refused(fields: dict[str, object]) -> None:
    with pytest.raises(LexiconError, match=r"file\.csv:7"):
        list(office_entries(row(**fields)))


@pytest.mark.parametrize(
    "fields",
    [
        {"name": "سمير", "name_en": "Samir", "country": "Syria"},
        {"name": "سمير", "name_en": "Samir", "wikidata": "76"},
        {"name": "سمير"},
    ],
    ids=["country", "wikidata", "no_english_name"],
)
def test_bad_persons_are_refused(fields: dict[str, object]) -> None:
    with pytest.raises(LexiconError, match=r"file\.csv:7"):
        list(person_entries(row(**fields)))
