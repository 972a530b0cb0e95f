"""A user's own lexicon, end to end: the README's example is made and run as it stands there, and each file counts."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from flows.inputs.single import read_document
from transforms.base.codes import CandidateReason, EntityType
from transforms.base.records import Actor, Interval, Reading
from transforms.engine import Engine
from transforms.lexicon import load_lexicon

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"## Your own lexicon\n.*?```sh\n(.*?)```", re.DOTALL)
PERSON = "لطيف الفرضي"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder that the README's commands leave behind, and what the last of them prints."""
    folder = tmp_path_factory.mktemp("readme")
    command = folder / ".venv/bin/liqa"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m flows.cli "$@"\n', "utf-8")
    command.chmod(0o755)
    block = BLOCK.search((ROOT / "README.md").read_text("utf-8"))
    assert block is not None
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200"}
    run = subprocess.run(
        ["sh", "-e", "-c", block[1]], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return folder, run.stdout


@cache
def read(folder: Path, *, without: str | None = None) -> Reading:
    """The example's article, read with its lexicon, or with all of that but one file."""
    document = read_document(str(folder / "article.txt"), 0)
    if without is None:
        return Engine(load_lexicon(folder / "mine")).read(document)
    aside = folder / without
    (folder / "mine" / without).rename(aside)
    try:
        return Engine(load_lexicon(folder / "mine")).read(document)
    finally:
        aside.rename(folder / "mine" / without)


def actors(reading: Reading, kind: EntityType) -> dict[str, Actor]:
    return {actor.name: actor for actor in reading.actors if actor.entity_type is kind}


def test_the_commands_of_the_readme_show_what_they_promise(example: tuple[Path, str]) -> None:
    for told in (PERSON, "furniture", "new_occasion", "term:water-fardi-2021"):
        assert told in example[1]


def test_a_persons_row_gives_id_english_name_and_country(example: tuple[Path, str]) -> None:
    mine = actors(read(example[0]), EntityType.PERSON)[PERSON]
    assert (mine.name_en, mine.country, mine.in_lexicon) == ("Latif al-Fardi", "JOR", True)
    other = actors(read(example[0], without="persons.csv"), EntityType.PERSON).get(PERSON)
    assert other is None or (other.in_lexicon, other.entity_id == mine.entity_id) == (False, False)


def test_a_bodys_row_is_found_also_by_its_short_form(example: tuple[Path, str]) -> None:
    reading = read(example[0])
    body = actors(reading, EntityType.ORGANIZATION)["منتدى المياه الأردني"]
    assert (body.name_en, body.country, body.in_lexicon) == ("Jordanian Water Forum", "JOR", True)
    index = reading.actors.index(body)
    assert [each.surface for each in reading.mentions if each.actor == index] == ["منتدى المياه الأردني", "المنتدى"]
    others = actors(read(example[0], without="bodies.csv"), EntityType.ORGANIZATION).values()
    assert all(not each.in_lexicon and each.entity_id != body.entity_id for each in others)


def test_a_triggers_row_opens_a_candidate(example: tuple[Path, str]) -> None:
    reading = read(example[0])
    (report,) = reading.reports
    assert (report.trigger, report.rule_id.split(".")[1]) == ("تسامر", "tasamara")
    assert [each.name for each in report.participants] == [PERSON, "جان موريه"]
    assert not read(example[0], without="triggers.yaml").reports


def test_a_furnitures_row_takes_its_line_out_of_the_article(example: tuple[Path, str]) -> None:
    assert [region.part for region in read(example[0]).regions] == ["text", "furniture"]
    assert CandidateReason.FURNITURE in [each.reason for each in read(example[0]).candidates]
    assert "furniture" not in [region.part for region in read(example[0], without="furniture.yaml").regions]


def test_a_term_bounds_the_date(example: tuple[Path, str]) -> None:
    (report,) = read(example[0]).reports
    assert report.when.inferred == Interval(date(2021, 3, 1), date(2021, 9, 30))
    assert "term:water-fardi-2021" in report.when.inferred_reasons
    (report,) = read(example[0], without="terms.csv").reports
    assert report.when.inferred == Interval()


def test_a_fault_in_the_folder_ends_the_command_with_its_line(example: tuple[Path, str], tmp_path: Path) -> None:
    text = (example[0] / "mine/persons.csv").read_text("utf-8")
    path = tmp_path / "persons.csv"
    path.write_text(text + text.splitlines()[1] + "\n", "utf-8")
    command = [sys.executable, "-m", "flows.cli", "explain", str(example[0] / "article.txt"), "--lexicon", "."]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert run.stderr.startswith(f"liqa: {path}:3: person 'Latif al-Fardi' stands also in {path}:2")
    assert len(run.stderr.splitlines()) == 1
