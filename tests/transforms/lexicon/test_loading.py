"""Loading: one reader per file, a user's folder beside the package's, clashes refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaded import lexicon
from tests.transforms.lexicon.rows import row
from transforms.base.errors import LexiconError
from transforms.lexicon.building import surface_entry
from transforms.lexicon.entries import Category, Entry, Glue
from transforms.lexicon.loading import DATA, load_lexicon, refuse_clashes
from transforms.text.page import open_page

CITIES = "name,name_en,country,capital,variants,ambiguous,telling,note\n"


def city(surface: str, key: str, *, exact: bool = False) -> Entry:
    return surface_entry(row(), surface, Category.CITY, key, None, glue=Glue.NAME, exact=exact)


def test_every_row_has_a_note_or_source() -> None:
    for path in sorted(DATA.glob("*.csv")):
        header = next(line for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))
        assert {"note", "source"} & set(header.split(",")), path.name


def test_a_users_folder_adds_to_the_package(tmp_path: Path) -> None:
    (tmp_path / "cities.csv").write_text(CITIES + "مدينة الخيال,Fantasy Town,FRA,,,,,mine\n", "utf-8")
    mine = load_lexicon(tmp_path)
    page = open_page("عقد اللقاء في مدينة الخيال")
    assert [hit.entry.key for hit in mine.index.scan(page).of(Category.CITY)] == ["FRA مدينة الخيال"]
    assert mine.digest != lexicon().digest
    assert len(mine.entries) == len(lexicon().entries) + 1


def test_the_digest_is_the_same_each_time() -> None:
    assert load_lexicon().digest == lexicon().digest


@pytest.mark.parametrize(
    ("name", "content", "line", "detail"),
    [
        pytest.param("towns.csv", "a,b\n", 1, "no such lexicon file; known: .*cities.csv", id="unknown file"),
        pytest.param("cities.csv", CITIES + "باريس,Paris,USA,,,,,Texas\n", 2, "means 'USA باريس' here and", id="clash"),
        pytest.param("cities.csv", CITIES + "كذا,So,ZZZ,,,,,x\n", 2, "no country 'ZZZ' in the lexicon", id="dangling"),
        pytest.param("cities.csv", CITIES + "كذا,So,FR,,,,,x\n", 2, "alpha-3 code, not 'FR'", id="bad code"),
    ],
)
def test_refused_with_file_and_line(tmp_path: Path, name: str, content: str, line: int, detail: str) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    with pytest.raises(LexiconError, match=detail) as caught:
        load_lexicon(tmp_path)
    assert (caught.value.path, caught.value.line) == (str(path), line)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no such folder"):
        load_lexicon(tmp_path / "nowhere")


def test_two_meanings_of_one_surface_are_refused_after_folding() -> None:
    with pytest.raises(LexiconError, match="means 'b' here and 'a'"):
        refuse_clashes([city("أستانا", "a"), city("استانا", "b")])


def test_one_meaning_twice_and_exact_spellings_are_no_clash() -> None:
    refuse_clashes([city("أستانا", "a"), city("استانا", "a")])
    refuse_clashes([city("آب", "a", exact=True), city("أب", "b", exact=True)])
