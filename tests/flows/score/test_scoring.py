"""The figures on releases made by hand, each computed on paper. Names are plain letters: folding has its own tests."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from flows.score.claims import Claim, ClaimedDocument, Named, load_claims
from flows.score.command import print_score
from flows.score.figures import Figures, Found
from flows.score.gold import GoldDocument, GoldMeeting, GoldSide, load_gold
from flows.score.matching import Pair, date_right, match
from flows.score.scoring import score
from transforms.base.codes import Side
from transforms.base.errors import InputError, ReleaseError
from transforms.schema.arrow import release_schema
from transforms.schema.catalog import TABLES

SYR, FRA = frozenset({"SYR"}), frozenset({"FRA"})
ALI_MET_OMAR = GoldMeeting(
    optional=False,
    status="held",
    format="in_person",
    date_kind="day",
    date_start="2024-05-30",
    date_end="2024-05-30",
    date_text="yesterday",
    window=None,
    place_country=None,
    a=GoldSide(("Ali Hasan",), (), SYR),
    b=GoldSide(("Omar Said",), ("Ministry",), FRA),
    others=GoldSide(),
    evidence="Ali Hasan met Omar Said yesterday",
)
CLAIM = Claim(
    report_id="r",
    status="held",
    format="unspecified",
    earliest="2024-05-30",
    latest="2024-05-30",
    inferred_earliest=None,
    inferred_latest=None,
    precision="day",
    place_country=None,
    people=(Named("Ali Hasan", "a"), Named("Omar Said", "b")),
    bodies=(Named("Ministry", "b"),),
    countries={Side.A: SYR, Side.B: FRA},
    evidence="Ali Hasan met Omar Said yesterday",
)


def gold(*meetings: GoldMeeting, **persons: int) -> GoldDocument:
    return GoldDocument("d", "2024-05-31", "dateline", persons, meetings)


def document(*claims: Claim, published: str | None = "2024-05-31", **persons: int) -> ClaimedDocument:
    return ClaimedDocument(published, claims, tuple(persons.items()))


def figures(wanted: GoldDocument, found: ClaimedDocument) -> Figures:
    return score([wanted], {"d": found})


def shares(found: Figures) -> dict[str, tuple[int, int]]:
    return {name: (share.right, share.of) for name, share in found.shares.items()}


def test_all_right() -> None:
    found = figures(gold(ALI_MET_OMAR, Ali=2), document(CLAIM, Ali=2))
    assert found.meetings == Found(1, 0, 0)
    assert found.participants == Found(2, 0, 0)
    assert found.counts == Found(1, 0, 0)
    assert all(right == of == 1 for right, of in shares(found).values())
    assert found.differences == []


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"status": "planned"}, {"status"}),
        ({"format": "phone"}, {"format"}),
        ({"format": "in_person"}, set()),
        ({"earliest": "2024-05-29"}, {"date"}),
        ({"countries": {Side.A: SYR, Side.B: SYR}}, {"countries of side b"}),
        ({"countries": {Side.A: SYR | FRA, Side.B: FRA}}, {"countries of side a"}),
        ({"people": (Named("Ali Hasan", "a"),)}, {"persons"}),
        ({"people": (*CLAIM.people, Named("Sara", "a"))}, {"persons"}),
    ],
)
def test_one_wrong_value_is_one_wrong_figure_and_a_wrong_row(change: dict[str, object], wrong: set[str]) -> None:
    found = figures(gold(ALI_MET_OMAR), document(replace(CLAIM, **change)))  # type: ignore[arg-type]
    assert {name for name, share in found.shares.items() if not share.right} == (wrong and wrong | {"whole rows right"})


def test_swapped_sides_are_told_once() -> None:
    swapped = replace(
        CLAIM,
        people=(Named("Ali Hasan", "b"), Named("Omar Said", "a")),
        bodies=(Named("Ministry", "a"),),
        countries={Side.A: FRA, Side.B: SYR},
    )
    found = figures(gold(ALI_MET_OMAR), document(swapped))
    assert {name for name, share in found.shares.items() if not share.right} == {
        "sides not swapped",
        "whole rows right",
    }
    assert found.participants == Found(2, 0, 0)


def test_a_missed_meeting_misses_its_persons() -> None:
    found = figures(gold(ALI_MET_OMAR), document())
    assert found.meetings == Found(0, 0, 1)
    assert found.participants == Found(0, 0, 2)
    assert shares(found)["whole rows right"] == (0, 1)


def test_a_report_that_names_only_one_side_is_false_and_the_meeting_missed() -> None:
    found = figures(
        gold(ALI_MET_OMAR),
        document(replace(CLAIM, people=CLAIM.people[:1], bodies=(), countries={Side.A: SYR, Side.B: frozenset()})),
    )
    assert found.meetings == Found(0, 1, 1)


def test_optional_meetings_count_neither_way() -> None:
    optional = replace(ALI_MET_OMAR, optional=True)
    assert figures(gold(optional), document(CLAIM)).meetings == Found(0, 0, 0)
    assert figures(gold(optional), document()).meetings == Found(0, 0, 0)
    elsewhere = replace(CLAIM, people=(Named("Sara", "a"),), bodies=(), evidence="something else")
    assert figures(gold(optional), document(elsewhere)).meetings == Found(0, 1, 0)


def test_a_quiet_article() -> None:
    assert shares(figures(gold(), document()))["quiet on articles without a meeting"] == (1, 1)
    found = figures(gold(), document(CLAIM))
    assert shares(found)["quiet on articles without a meeting"] == (0, 1)
    assert found.meetings == Found(0, 1, 0)


def test_an_article_that_is_not_in_the_release() -> None:
    found = score([gold(ALI_MET_OMAR, Ali=1)], {})
    assert (found.missing, found.meetings, found.participants) == (1, Found(0, 0, 1), Found())


def test_counts_a_wrong_number_is_wrong_and_missed() -> None:
    found = figures(gold(Ali=2, Omar=1, Huda=1), document(Ali=3, Omar=1, Sara=1))
    assert found.counts == Found(1, 2, 2)


def test_a_third_party_that_is_claimed_is_not_held_against_the_row() -> None:
    mediated = replace(ALI_MET_OMAR, others=GoldSide(("Sara Nur",)))
    claim = replace(CLAIM, people=(*CLAIM.people, Named("Sara Nur", "other")))
    assert figures(gold(mediated), document(claim)).participants == Found(2, 0, 0)


def test_publication() -> None:
    assert shares(figures(gold(), document(published=None)))["published_on"] == (0, 1)
    unknown = replace(gold(), published_on=None, published_basis="none")
    assert shares(figures(unknown, document(published=None)))["published_on"] == (1, 1)


def test_each_report_stands_for_one_meeting_the_most_alike_first() -> None:
    other = replace(ALI_MET_OMAR, evidence="Ali Hasan and Omar Said spoke again", date_start="2024-05-01")
    claims = [replace(CLAIM, evidence=other.evidence, earliest="2024-05-01"), CLAIM]
    assert sorted(match([ALI_MET_OMAR, other], claims)) == [Pair(0, 1), Pair(1, 0)]
    assert match([ALI_MET_OMAR, ALI_MET_OMAR], [CLAIM]) == [Pair(1, 0)]


DAY, BEFORE, NOTHING = ("2024-05-30", "2024-05-30"), (None, "2024-05-31"), (None, None)


@pytest.mark.parametrize(
    ("kind", "wanted", "claimed", "inferred", "window", "right"),
    [
        ("day", DAY, DAY, NOTHING, None, True),
        ("day", DAY, BEFORE, NOTHING, None, False),
        ("range", ("2024-05-01", "2024-05-10"), ("2024-05-03", "2024-05-17"), NOTHING, None, True),
        ("range", ("2024-05-01", "2024-05-10"), ("2024-05-03", "2024-05-18"), NOTHING, None, False),
        ("range", ("2024-05-01", "2024-05-10"), NOTHING, NOTHING, None, False),
        ("publication", BEFORE, BEFORE, NOTHING, None, True),
        ("publication", BEFORE, ("2024-05-31", "2024-05-31"), NOTHING, None, False),
        ("none", NOTHING, NOTHING, NOTHING, None, True),
        ("none", NOTHING, BEFORE, NOTHING, None, True),
        ("none", NOTHING, DAY, NOTHING, None, False),
        ("none", BEFORE, BEFORE, NOTHING, None, True),
        ("none", BEFORE, NOTHING, NOTHING, None, False),
        ("none", NOTHING, NOTHING, ("2024-06-01", None), ("2024-05-01", "2024-05-10"), False),
        ("none", NOTHING, NOTHING, (None, "2024-04-01"), ("2024-05-01", "2024-05-10"), False),
        ("none", NOTHING, NOTHING, ("2024-05-02", "2024-05-03"), ("2024-05-01", "2024-05-10"), True),
    ],
)
def test_each_kind_of_date_has_its_measure(
    kind: str,
    wanted: tuple[str | None, str | None],
    claimed: tuple[str | None, str | None],
    inferred: tuple[str | None, str | None],
    window: tuple[str, str] | None,
    right: bool,
) -> None:
    meeting = replace(ALI_MET_OMAR, date_kind=kind, date_start=wanted[0], date_end=wanted[1], window=window)
    claim = replace(
        CLAIM, earliest=claimed[0], latest=claimed[1], inferred_earliest=inferred[0], inferred_latest=inferred[1]
    )
    assert date_right(meeting, claim) is right


def test_figures() -> None:
    found = Found(right=3, wrong=1, missed=2)
    assert (found.precision, found.recall) == (0.75, 0.6)
    assert found.f1 == pytest.approx(2 / 3)
    assert Found().f1 == 0


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """A release of one document that says what `CLAIM` says; columns that scoring does not read are left out."""
    report = {
        "report_id": "r", "doc_id": "x", "status": "held", "format": "unspecified", "date_precision": "day",
        "date_earliest": "2024-05-30", "date_latest": "2024-05-30", "inferred_earliest": None, "inferred_latest": None,
        "place_country": None, "side_a_countries": ["SYR"], "side_b_countries": ["FRA"], "evidence": CLAIM.evidence,
    }  # fmt: skip
    party = {"report_id": "r", "doc_id": "x", "kind": "person"}
    rows = {
        "documents": [{"doc_id": "x", "record_id": "d", "published_on": "2024-05-31"}],
        "reports": [report],
        "participants": [
            {**party, "side": "a", "name": "Ali Hasan", "organization": None},
            {**party, "side": "b", "name": "Omar Said", "organization": "Ministry"},
        ],
        "mention_counts": [
            {"doc_id": "x", "entity_type": "person", "name": "Ali", "n_mentions": 2},
            {"doc_id": "x", "entity_type": "country", "name": "Syria", "n_mentions": 5},
        ],
    }  # fmt: skip
    for name, found in rows.items():
        schema = release_schema(TABLES[name])
        columns = {
            column: pa.array([row[column] for row in found]).cast(schema.field(column).type)  # type: ignore[index]
            for column in found[0]  # type: ignore[attr-defined]
        }
        (tmp_path / name).mkdir()
        pq.write_table(pa.table(columns), tmp_path / name / "part-00000.parquet")
    return tmp_path


def test_claims_are_read_from_a_release(release: Path) -> None:
    (found,) = load_claims(release, ["d", "other"]).values()
    assert found == document(CLAIM, Ali=2)


def test_the_corpus_is_read() -> None:
    documents = load_gold(str(Path(__file__).parents[2] / "corpus"))
    assert len(documents) == 60
    assert sum(len(document.meetings) for document in documents) == 121
    assert sum(meeting.optional for document in documents for meeting in document.meetings) == 18


def test_command(release: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "gold"
    folder.mkdir()
    side = {"persons": ["Ali Hasan"], "orgs": [], "countries": ["SYR"]}
    other = {"persons": ["Omar Said"], "orgs": ["Ministry"], "countries": ["FRA"]}
    meeting = {
        "optional": False, "status": "held", "format": "in_person", "date_kind": "day", "date_start": "2024-05-30",
        "date_end": "2024-05-30", "side_a": side, "side_b": other, "evidence": CLAIM.evidence,
    }  # fmt: skip
    fields = {
        "id": "d",
        "published_on": "2024-05-31",
        "published_basis": "url",
        "meetings": [meeting],
        "persons": [{"name": "Ali", "mentions": 3}],
    }
    (folder / "d.json").write_text(json.dumps(fields), "utf-8")
    (folder / "forms.json").write_text("{}", "utf-8")
    assert print_score(str(folder), str(release), False, 5) == 0
    told = capsys.readouterr().out
    assert "meetings                                 P 1.000  R 1.000  F1 1.000   (right 1, wrong 0, missed 0)" in told
    assert "d COUNT  Ali: 3 wanted, 2 claimed" in told
    assert print_score(str(folder), str(release), True, 0) == 0
    assert json.loads(capsys.readouterr().out)["whole rows right"] == {"ratio": 1.0, "right": 1, "of": 1}


def test_what_cannot_be_scored(release: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "d.json").write_text("{", "utf-8")
    with pytest.raises(InputError, match="cannot be read as JSON"):
        load_gold(str(bad))
    (bad / "d.json").write_text('{"id": "d", "meetings": [{}]}', "utf-8")
    with pytest.raises(InputError, match="lacks or misuses 'optional'"):
        load_gold(str(bad))
    (release / "reports/part-00000.parquet").write_bytes(b"x")
    with pytest.raises(ReleaseError, match="the table reports cannot be read"):
        load_claims(release, ["d"])
