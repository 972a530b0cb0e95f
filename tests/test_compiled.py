"""The compiled engine, where one is installed, reads every annotated article as the plain one does, to the letter."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from flows.fingerprint import code_digest
from tests.loaded import engine
from tests.releases import CORPUS
from transforms.base.records import Document

ROOT = Path(__file__).parents[1]
ARTICLES = sorted(path for folder in (CORPUS, ROOT / "seeds", ROOT / "tests/blind") for path in folder.glob("*.txt"))

#: Run outside the checkout, so that the installed copy answers.
READ = """
import sys
from hashlib import sha256
from pathlib import Path
from flows.fingerprint import code_digest
from transforms import engine
from transforms.base.records import Document
from transforms.lexicon import load_lexicon

print(engine.__file__)
print(code_digest(("transforms",), ()))
reader = engine.Engine(load_lexicon())
for path in map(Path, sys.stdin.read().splitlines()):
    reading = reader.read(Document(path.read_bytes().decode("utf-8"), path.name, path.name))
    print(path.name, sha256(repr(reading).encode()).hexdigest())
"""


def test_compiled_and_plain_read_the_same(tmp_path: Path) -> None:
    """Offsets, rules, reasons and confidences included: the digest is of the whole reading."""
    paths = "\n".join(map(str, ARTICLES))
    run = subprocess.run(
        [sys.executable, "-c", READ], input=paths, cwd=tmp_path, capture_output=True, text=True, check=True
    )
    place, digest, *readings = run.stdout.splitlines()
    if place.endswith(".py"):
        pytest.skip("no compiled engine is installed here; `make check` installs one where there is a C compiler")
    if digest != code_digest(("transforms",), ()):
        pytest.skip("the compiled engine was built from other sources; `make check` builds it anew")
    assert readings == [f"{path.name} {_digest(path)}" for path in ARTICLES]


def _digest(path: Path) -> str:
    reading = engine().read(Document(path.read_bytes().decode("utf-8"), path.name, path.name))
    return sha256(repr(reading).encode()).hexdigest()
