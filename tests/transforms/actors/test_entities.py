"""Entity ids, known persons, romanised names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.loaded import lexicon
from tests.transforms.actors.casting import cast_of
from transforms.actors.romanise import romanise
from transforms.base.codes import EntityType
from transforms.lexicon.entries import Category
from transforms.text.normalise import fold

#: World figures whom the corpus lets take part.
REAL = {"انغيلا ميركل"}
CORPUS = Path(__file__).parents[2] / "corpus"


def person(text: str):
    _, cast = cast_of(text)
    return next(actor for actor in cast.actors if actor.entity_type is EntityType.PERSON)


def test_known_person_has_one_id_under_all_names() -> None:
    full = person("قال المبعوث الأممي ستيفان دي ميستورا إن الحل قريب.")
    variant = person("قال المبعوث الأممي ستافان دي ميستورا إن الحل قريب.")
    alone = person("قال المبعوث الأممي دي ميستورا إن الحل قريب.")
    assert full.entity_id == variant.entity_id == alone.entity_id
    assert full.in_lexicon
    assert full.name_en == "Staffan de Mistura"


def test_family_name_needs_office_and_country() -> None:
    syrian = person("قال رئيس الائتلاف الوطني السوري نصر الحريري ذلك.")
    lebanese = person("قال رئيس الحكومة اللبنانية سعد الحريري ذلك.")
    assert syrian.entity_id != lebanese.entity_id
    assert person("قال الرئيس الفرنسي ماكرون إن بلاده تدعم الحل.").name_en == "Emmanuel Macron"
    assert not person("قال الرئيس التشيلي ماكرون إن بلاده تدعم الحل.").in_lexicon


def test_unknown_person_has_an_id_by_name_and_latin_letters() -> None:
    first = person("قال السفير كمال الدبعي إن اللقاء مثمر.")
    second = person("وأكد النائب كمال الدبعي أهمية اللقاء.")
    assert first.entity_id == second.entity_id
    assert not first.in_lexicon
    assert first.name_en == romanise("كمال الدبعي")


def test_romanise_joins_the_article() -> None:
    assert romanise("نزار الكبيسي") == "Nzar al-Kbisi"


@pytest.mark.parametrize("path", sorted(CORPUS.glob("d*.json")), ids=lambda path: path.stem)
def test_no_invented_person_of_the_corpus_is_known(path: Path) -> None:
    known = {fold(" ".join(each.words)).folded for each in lexicon().entries if each.category is Category.PERSON}
    gold = json.loads(path.read_text("utf-8"))
    invented = {fold(person["name"]).folded for meeting in gold["meetings"] for person in named(meeting)}
    assert not (known - REAL) & invented


def named(meeting: dict[str, dict[str, list[str]]]) -> list[dict[str, str]]:
    """Participants of a meeting: these are invented, world figures are only mentioned in passing."""
    return [{"name": name} for side in ("side_a", "side_b") for name in meeting[side]["persons"]]
