"""What a user's folder may not hold: every fault is refused with the user's own file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaded import lexicon
from transforms.base.errors import LexiconError
from transforms.lexicon.loading import DATA, load_lexicon

PERSONS = "name,name_en,country,variants,surnames,offices,cues,wikidata,note\n"
BODIES = "id,name,name_en,country,kind,variants,acronyms,shorts,ambiguous,wikidata,note\n"
TERMS = "term,holder,office,body,start,end,exclusive,source\n"
CITIES = "name,name_en,country,capital,variants,ambiguous,telling,note\n"
GOOD = "لطيف الفرضي,Latif al-Fardi,SYR,,,,,,invented\n"
CHAIR = "a-1,لطيف الفرضي,رئيس,المجلس الفرضي,2020-01,2020-06,a.chair,invented\n"
TRIGGER = "- trigger: x\n  sort: meet\n  example: x\n  note: x\n"


def refused(folder: Path, name: str, content: str | bytes) -> LexiconError:
    """The fault of a folder with one file; it must name that file."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(LexiconError) as caught:
        load_lexicon(folder)
    assert caught.value.path == str(path)
    assert str(caught.value).startswith(f"{path}:{caught.value.line}: ")
    return caught.value


CASES = [
    # one surface, two meanings
    ("persons.csv", PERSONS + GOOD + "لطيف الفرضى,Other One,SYR,,,,,,x\n", 3, "means 'Other One' here and 'Latif al-"),
    ("persons.csv", PERSONS + "بشار الأسد,Someone Else,SYR,,,,,,x\n", 2, "here and 'Bashar al-Assad' in persons.csv:"),
    ("bodies.csv", BODIES + "x.own,حزب الله,Own,LBN,party,,,,,,x\n", 2, "here and 'lbn.hezbollah' in bodies_nat"),
    ("triggers.yaml", TRIGGER + "  past: [استقبل]\n", 1, "means 'x.past' here and 'istaqbal.past' in triggers.yaml:"),
    (
        "furniture.yaml",
        "- {effect: line, surfaces: [مقالات ذات صلة], note: x}\n",
        1,
        "means 'line' here and 'related' in",
    ),
    # codes
    ("persons.csv", PERSONS + "لطيف الفرضي,Latif,SY,,,,,,x\n", 2, "'country' must be an alpha-3 code, not 'SY'"),
    ("bodies.csv", BODIES + "x.a,هيئة فرضية,A,syr,party,,,,,,x\n", 2, "'country' must be an alpha-3 code, not 'syr'"),
    ("bodies.csv", BODIES + "x.a,هيئة فرضية,A,SYR,club,,,,,,x\n", 2, "'kind' must be one of international, "),
    ("triggers.yaml", "\n- trigger: x\n  sort: greet\n  example: x\n  note: x\n", 2, "sort must be one of meet, "),
    ("furniture.yaml", "- {effect: shut, surfaces: [كذا], note: x}\n", 1, "effect must be one of"),
    # what is not there
    ("persons.csv", PERSONS + GOOD + "سمير الفرضي,Samir,QQQ,,,,,,x\n", 3, "no country 'QQQ' in the lexicon"),
    ("bodies.csv", BODIES + "x.a,هيئة فرضية,A,QQQ,party,,,,,,x\n", 2, "no country 'QQQ' in the lexicon"),
    ("cities.csv", CITIES + "بلدة فرضية,Town,QQQ,,,,,x\n", 2, "no country 'QQQ' in the lexicon"),
    # terms of office
    ("terms.csv", TERMS + "a,ا,رئيس,هيئة,2020-06,2020-01,,x\n", 2, "a term ends before it starts"),
    ("terms.csv", TERMS + "a,ا,رئيس,هيئة,2020-06-02,2020-06-01,,x\n", 2, "a term ends before it starts"),
    ("terms.csv", TERMS + "a,ا,رئيس,هيئة,2020-13,,,x\n", 2, "start must be YYYY-MM or YYYY-MM-DD, not '2020-13'"),
    ("terms.csv", TERMS + "a,ا,رئيس,هيئة,2020-06,2020-06-31,,x\n", 2, "end must be YYYY-MM or YYYY-MM-DD"),
    ("terms.csv", TERMS + "a,ا,رئيس,هيئة,2020-06-01-01,,,x\n", 2, "start must be YYYY-MM or YYYY-MM-DD"),
    ("terms.csv", TERMS + "a,ا,رئيس,هيئة,,2020-06,,x\n", 2, "a term needs a start"),
    ("terms.csv", TERMS + CHAIR + CHAIR, 3, r"term 'a-1' stands also in .*terms\.csv:2"),
    ("terms.csv", TERMS + CHAIR + "a-2,ب,رئيس,هيئة,2020-05,,a.chair,x\n", 3, r"'a-2' and 'a-1' in .*:2 both hold 'a.c"),
    ("terms.csv", TERMS + CHAIR + "a-2,ب,رئيس,هيئة,2019-01,,a.chair,x\n", 3, "both hold 'a.chair', which one holds at"),
    ("terms.csv", TERMS + CHAIR + "a-2,ب,رئيس,هيئة,2020-02,2020-03,a.chair,x\n", 3, "both hold 'a.chair'"),
    (
        "terms.csv",
        TERMS + "x,ب,رئيس,الائتلاف,2018-01,2018-12,syr.coalition.president,x\n",
        2,
        "'etilaf-sayf-2017' in",
    ),
    # one thing in two rows
    ("persons.csv", PERSONS + GOOD + GOOD, 3, r"person 'Latif al-Fardi' stands also in .*persons\.csv:2"),
    (
        "persons.csv",
        PERSONS + "بشار الفرضي,Bashar al-Assad,SYR,,,,,,x\n",
        2,
        "'Bashar al-Assad' stands also in persons.csv",
    ),
    ("persons.csv", PERSONS + "بشار الفرضي,B,SYR,,,,,Q44329,x\n", 2, "'wikidata:Q44329' stands also in persons.csv:"),
    ("bodies.csv", BODIES + "un,الهيئة الفرضية,U,,international,,,,,,x\n", 2, "body 'un' stands also in bodies_int"),
    # forms
    ("persons.csv", "name,name_en,nickname,note\nا,A,b,x\n", 2, "unknown field 'nickname'; known: name, name_en"),
    ("bodies.csv", "id,name,sort\nا,A,b\n", 2, "unknown field 'sort'"),
    ("terms.csv", "term,holder,title\na,b,c\n", 2, "unknown field 'title'"),
    ("triggers.yaml", "- {trigger: x, sort: meet, tense: past, example: x, note: x}\n", 1, "unknown field 'tense'"),
    ("furniture.yaml", "- {effect: line, surface: [كذا], note: x}\n", 1, "unknown field 'surface'"),
    ("persons.csv", PERSONS + "لطيف الفرضي,Latif,SYR,,,,,,\n", 2, "field 'note' is missing or empty"),
    ("bodies.csv", BODIES + "x.a,هيئة فرضية,A,SYR,party,,,,,,\n", 2, "field 'note' is missing or empty"),
    ("terms.csv", TERMS + "a,ا,رئيس,هيئة,2020-06,,,\n", 2, "field 'source' is missing or empty"),
    ("triggers.yaml", "- {trigger: x, sort: meet, example: x}\n", 1, "field 'note' is missing or empty"),
    ("furniture.yaml", "- {effect: line, surfaces: [كذا]}\n", 1, "field 'note' is missing or empty"),
    ("persons.csv", PERSONS + "لطيف,Latif\n", 2, "2 cells, the header has 9"),
    ("persons.csv", "name,name,note\n", 1, "column 'name' stands twice"),
    ("furniture.yaml", "- effect: line\n  note: x\n  note: y\n", 3, "field 'note' stands twice"),
    ("furniture.yaml", "- {effect: line, note: 2020-02-31}\n", 1, "not YAML: day is out of range"),
    ("furniture.yaml", "- {effect: line, note: \x01}\n", 1, "not YAML"),
    ("persons.csv", PERSONS.encode() + GOOD.encode() + "لطيف".encode("cp1256"), 3, "not UTF-8"),
    ("person.csv", PERSONS, 1, "no such lexicon file; known: .*persons.csv.*terms.csv.*words.csv"),
    ("persons.yml", "", 1, "no such lexicon file"),
    ("persons.csv~", "", 1, "no such lexicon file"),
]


@pytest.mark.parametrize(
    ("name", "content", "line", "detail"), CASES, ids=[f"{name}: {detail[:45]}" for name, _, _, detail in CASES]
)
def test_refused_with_the_users_file_and_line(
    tmp_path: Path, name: str, content: str | bytes, line: int, detail: str
) -> None:
    fault = refused(tmp_path, name, content)
    assert fault.line == line
    with pytest.raises(LexiconError, match=detail):
        raise fault


def test_a_folder_without_any_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine", "utf-8")
    with pytest.raises(LexiconError, match="holds no lexicon file"):
        load_lexicon(tmp_path)


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("a-2,ب,رئيس,هيئة,2020-06,,a.chair,x\n", id="handed over within a month"),
        pytest.param("a-2,ب,رئيس,هيئة,2019-01,2020-01,a.chair,x\n", id="taken over within a month"),
        pytest.param("a-2,ب,رئيس,هيئة,2020-02,2020-03,b.chair,x\n", id="another seat"),
        pytest.param("a-2,ب,رئيس,هيئة,2020-02,2020-03,,x\n", id="an office that many hold"),
    ],
)
def test_terms_that_may_stand_beside_each_other(tmp_path: Path, row: str) -> None:
    (tmp_path / "terms.csv").write_text(TERMS + CHAIR + row, "utf-8")
    assert len(load_lexicon(tmp_path).calendar.terms) == len(lexicon().calendar.terms) + 2


def test_a_table_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / "persons.csv").write_text(PERSONS + GOOD, "utf-8-sig")
    assert load_lexicon(tmp_path).entries[-1].key == "Latif al-Fardi"


def test_presidents_heads_and_the_uns_envoys_hold_their_seats_alone() -> None:
    rows = [line.split(",") for line in (DATA / "terms.csv").read_text("utf-8").splitlines() if line[0] != "#"]
    seats = {seat: {row[6] for row in rows if row[0].startswith(f"{seat}-")} for seat in ("etilaf", "hnc", "un")}
    assert seats == {
        "etilaf": {"syr.coalition.president"},
        "hnc": {"syr.negotiations.head"},
        "un": {"un.envoy.syria"},
    }
