"""The house rules that a machine can hold: size, rooms, Arabic in lexicon files, purity, nothing at import."""

from __future__ import annotations

import ast
import re
import subprocess
import sys

import pytest

from tests.architecture.sources import ROOT, Source, functions, imports, sources

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
#: The one module of the engine in which Arabic letters stand: the character tables.
CHARACTER_TABLES = "transforms/text/characters.py"

#: Names that read a clock, the environment, a file or chance.
IMPURE_CALLS = {
    "open", "input", "print", "now", "utcnow", "today", "time", "perf_counter", "monotonic", "getenv", "random",
    "read_text", "write_text", "read_bytes", "write_bytes", "iterdir", "mkdir", "exists",
}  # fmt: skip
#: The loader of lexicon files may read them, in its one explicit call.
LEXICON_LOADER = "transforms/lexicon/"
#: Run in a fresh interpreter: imports every module of the engine and prints what happened beyond loading code.
IMPORT_ALL = """
import importlib, pkgutil, sys
import duckdb, hijridate, pandas, pyarrow, yaml, transforms
events = []
def hook(event, args):
    code = str(args[:1]).rstrip("',)").endswith((".py", ".pyc", ".so", ".zip")) or "site-packages" in str(args[:1])
    if event == "open" and not code:
        events.append((event, str(args[0])))
    elif event.startswith(("socket.", "subprocess.", "os.putenv", "os.mkdir", "os.remove", "os.rename", "time.sleep")):
        events.append((event, ""))
names = [module.name for module in pkgutil.walk_packages(transforms.__path__, "transforms.")]
sys.addaudithook(hook)
for name in names:
    importlib.import_module(name)
    if any(heavy in sys.modules for heavy in ("prefect", "great_expectations")):
        events.append(("heavy import", name))
        break
print(len(names), events)
"""


def ids(source: Source) -> str:
    return source.path


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its docstring."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


@pytest.mark.parametrize("source", sources(), ids=ids)
def test_module_is_small_and_promises_something(source: Source) -> None:
    assert len(source.text.splitlines()) <= LONGEST_MODULE
    assert ast.get_docstring(source.tree), "a module starts with its promise"


@pytest.mark.parametrize("source", sources(), ids=ids)
def test_functions_are_small_and_typed(source: Source) -> None:
    for function in functions(source):
        where = f"{source.path}:{function.lineno} {function.name}"
        assert body_lines(function) <= LONGEST_FUNCTION, where
        assert function.returns is not None, f"{where} has no return type"


@pytest.mark.parametrize("source", sources(), ids=ids)
def test_conductor_and_auditor_stay_in_their_rooms(source: Source) -> None:
    roots = {name.split(".")[0] for name in imports(source)}
    if not source.path.startswith("flows/"):
        assert not roots & {"prefect", "prefect_dask", "dask", "distributed", "fsspec", "typer"}
    if not source.path.startswith("expectations/"):
        assert "great_expectations" not in roots


@pytest.mark.parametrize("source", sources(), ids=ids)
def test_no_module_is_a_heap(source: Source) -> None:
    assert not re.search(r"(^|/)(utils?|helpers?|misc|common)(\.py|/)", source.path)


@pytest.mark.parametrize("source", sources("transforms"), ids=ids)
def test_arabic_lives_in_lexicon_files(source: Source) -> None:
    if source.path != CHARACTER_TABLES:
        found = [f"{source.path}:{n}" for n, line in enumerate(source.text.splitlines(), 1) if ARABIC.search(line)]
        assert not found


@pytest.mark.parametrize("source", sources("transforms"), ids=ids)
def test_transforms_are_pure(source: Source) -> None:
    if source.path.startswith(LEXICON_LOADER):
        return
    calls = {
        node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call)
    }
    assert not calls & IMPURE_CALLS


def test_nothing_happens_at_import() -> None:
    run = subprocess.run([sys.executable, "-c", IMPORT_ALL], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    count, events = run.stdout.strip().split(" ", 1)
    assert int(count) > 20
    assert events == "[]"


def test_broad_except_stands_only_at_the_one_boundary() -> None:
    """A fault of the engine on one document becomes a row of `rejects`: only there is everything caught."""
    broad = [
        source.path
        for source in sources()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"}))
    ]
    assert len(broad) <= 1, broad
