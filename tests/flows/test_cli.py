"""The command line: exit status and messages, what is refused before any work, what a command loads."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.cli import app

ROOT = Path(__file__).parents[2]
SEED = str(ROOT / "seeds/003_8d755395bdbb1b37.txt")
HEAVY = ("prefect", "pandas", "great_expectations", "pyarrow", "duckdb", "dask")


def liqa(*arguments: str, stdin: bytes | None = None) -> tuple[int, str, str]:
    """The command in this process: status, standard output, standard error."""
    result = CliRunner().invoke(app, list(arguments), input=stdin)
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize("command", ["run", "serve", "score", "explain", "dates", "diff", "validate"])
def test_every_command_of_the_contract_has_help(command: str) -> None:
    status, out, _ = liqa(command, "--help")
    assert status == 0
    assert "Usage" in out


@pytest.mark.parametrize("arguments", [["--help"], ["dates", SEED], ["explain", SEED], ["run", "nowhere"]])
def test_what_a_command_loads(arguments: list[str]) -> None:
    code = f"import sys; sys.argv = ['liqa', *{arguments!r}]; import atexit; import flows.cli\n"
    code += f"atexit.register(lambda: print('LOADED', [name for name in {HEAVY!r} if name in sys.modules]))\n"
    code += "flows.cli.main()"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    loaded = run.stdout.splitlines()[-1]
    allowed = "['pyarrow']" if arguments[0] == "run" else "[]"
    assert loaded in (f"LOADED {allowed}", "LOADED []")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["run", "nowhere.txt"], "nowhere.txt: there is no such file or folder"),
        (["run", "--workers", "0"], "--workers 0: must be from 1 to 256"),
        (["run", "--workers", "many"], "valid int"),
        (["run", "--keep", "0"], "--keep 0: must be at least 1"),
        (["run", "--run-date", "31.5.2024"], "write YYYY-MM-DD"),
        (["run", "--run-date", "2024-02-30"], "write YYYY-MM-DD"),
        (["run", "--run-date", "20240531"], "write YYYY-MM-DD"),
        (["run", "--output", SEED], "is a file; name a folder"),
        (["run", "--output", f"{SEED}/deeper"], "is a file; name a folder"),
        (["run", "--output", ""], "--output is empty"),
        (["run", "--lexicon", "nowhere"], "--lexicon nowhere does not exist; name a folder"),
        (["run", "--lexicon", SEED], "is a file; name a folder of lexicon files"),
        (["run", "--cluster", "localhost"], "write one like tcp://127.0.0.1:8786"),
        (["run", "--cluster", "http://127.0.0.1:80"], "write one like tcp://127.0.0.1:8786"),
        (["run", "--cluster", "tcp://127.0.0.1:port"], "write one like tcp://127.0.0.1:8786"),
        (["run", "--frobnicate"], "--frobnicate"),
        (["serve"], "--cron"),
        (["serve", "--cron", "0 6 * * *", "--port", "70000"], "--port 70000: must be from 0 to 65535"),
        (["explain", "nowhere"], "nowhere: there is no such file"),
        (["explain", str(ROOT)], "is a folder; name one file"),
        (["explain", SEED, "--record", "1"], "has no record 1"),
        (["explain", SEED, "--html", f"{SEED}/page"], "--html"),
        (["dates", "nowhere"], "nowhere: cannot be read"),
        (["dates", SEED, "--reference", "today"], "write YYYY-MM-DD"),
        (["dates", SEED, "--reference", "2024-01-01", "--jsonl"], "give one of the two"),
        (["validate", "nowhere"], "name the folder of a release"),
        (["validate", str(ROOT)], "name the folder of a release"),
        (["diff", "nowhere", "nowhere"], "name the folder of a release"),
        (["score", "nowhere", "nowhere"], "name a folder of annotations"),
        (["score", str(ROOT / "flows"), "nowhere"], "holds no annotation"),
        (["score", str(ROOT / "tests/golden/seeds"), "nowhere"], "name a release"),
        (["nonsense"], "nonsense"),
    ],
    ids=lambda value: " ".join(value)[:60] if isinstance(value, list) else "",
)
def test_what_makes_no_sense_is_refused_in_one_line(
    arguments: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = liqa(*arguments)
    assert (status, out) == (2, "")
    assert told in err
    assert "Traceback" not in err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.settings.os.access", lambda path, mode: False)
    status, _, err = liqa("run", "--output", str(tmp_path / "data"))
    assert status == 2
    assert "cannot be written into" in err


def test_a_lexicon_that_cannot_stand_is_told_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "unknown.yaml").write_text("[]", "utf-8")
    status, _, err = liqa("explain", SEED, "--lexicon", str(tmp_path))
    assert status == 2
    assert "unknown.yaml:1:" in err


def test_a_server_that_does_not_answer_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    status, _, err = liqa("run", SEED, "--output", str(tmp_path / "data"))
    assert status == 2
    assert "PREFECT_API_URL=http://127.0.0.1:9/api: no server answers there" in err


def test_a_full_disk_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device", "data/part")

    monkeypatch.setattr("flows.explain.print_explanation", full)
    status, _, err = liqa("explain", SEED)
    assert (status, err) == (2, "liqa: [Errno 28] No space left on device: 'data/part'\n")


def test_an_interruption_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("flows.explain.print_explanation", interrupted)
    status, _, err = liqa("explain", SEED)
    assert (status, err) == (130, "liqa: interrupted\n")


class TestDates:
    def test_keys_of_the_contract(self) -> None:
        status, out, _ = liqa("dates", SEED)
        assert status == 0
        (found,) = [json.loads(line) for line in out.splitlines()]
        assert list(found) == ["text", "start", "end", "earliest", "latest", "precision", "basis", "rule_id"]
        assert found["earliest"] == found["latest"] == "2020-08-12"
        text = Path(SEED).read_text("utf-8")
        assert text[found["start"] : found["end"]] == found["text"]

    def test_standard_input_and_reference(self) -> None:
        status, out, _ = liqa("dates", "--reference", "2024-05-31", stdin="\u0623\u0645\u0633".encode())
        assert status == 0
        assert json.loads(out)["earliest"] == "2024-05-30"

    def test_one_line_for_each_record_also_for_a_bad_one(self, tmp_path: Path) -> None:
        yesterday = "\u0623\u0645\u0633"
        lines = [
            json.dumps({"text": yesterday, "reference": "2024-05-31"}),
            "words",
            json.dumps({"text": "", "reference": None}),
            json.dumps({"text": yesterday, "reference": "31/5/2024"}),
            json.dumps({"text": 5}),
            json.dumps({"text": yesterday, "reference": 5}),
            json.dumps({"text": yesterday}),
        ]
        path = tmp_path / "records.jsonl"
        path.write_text("\n".join(lines) + "\n", "utf-8")
        status, out, err = liqa("dates", str(path), "--jsonl")
        assert status == 0
        answers = [json.loads(line) for line in out.splitlines()]
        assert len(answers) == len(lines)
        assert [len(answer["dates"]) for answer in answers] == [1, 0, 0, 0, 0, 0, 1]
        assert ["error" in answer for answer in answers] == [False, True, False, True, True, True, False]
        assert err.count("\n") == 4
        assert answers[0]["dates"][0]["latest"] == "2024-05-30"
        assert answers[6]["dates"][0]["latest"] is None

    def test_a_file_in_an_old_encoding(self, tmp_path: Path) -> None:
        path = tmp_path / "old.txt"
        path.write_bytes(Path(SEED).read_text("utf-8").encode("cp1256", "ignore"))
        assert json.loads(liqa("dates", str(path))[1])["earliest"] == "2020-08-12"

    def test_a_reader_that_has_had_enough(self) -> None:
        command = f"{sys.executable} -m flows.cli dates {SEED} | true; exit ${{PIPESTATUS[0]}}"
        run = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, cwd=ROOT)
        assert "Traceback" not in run.stderr


class TestExplain:
    def test_shows_every_part(self) -> None:
        status, out, _ = liqa("explain", SEED)
        assert status == 0
        for part in ("published  2020-08-12", "what each line was taken for", "date expressions", "report 0 of"):
            assert part in out

    def test_a_record_of_a_file(self, tmp_path: Path) -> None:
        path = tmp_path / "news.jsonl"
        records = [{"text": "one", "id": "a"}, {"id": "b"}, {"text": "two", "id": "c", "published": "2024-01-02"}]
        path.write_text("\n".join(map(json.dumps, records)), "utf-8")
        assert "2024-01-02" in liqa("explain", str(path), "--record", "2")[1]
        status, _, err = liqa("explain", str(path), "--record", "1")
        assert status == 2
        assert "record 1 is no document: no_text" in err

    def test_a_page(self, tmp_path: Path) -> None:
        page = tmp_path / "page.html"
        assert liqa("explain", SEED, "--html", str(page)) == (0, f"{page}\n", "")
        assert page.read_text("utf-8").lower().startswith("<!doctype html>")
