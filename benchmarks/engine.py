"""How fast the engine reads: stage by stage, whole, and beside a bare automaton and other people's tools, in one run.

    python benchmarks/engine.py [ARTICLES] [--repeat N] [--only-ours]

ARTICLES is a folder of `.txt` files or a `.jsonl(.gz)` of records with a `text` (default: `tests/corpus`). Times are
processor seconds of this process on one core, the best of N passes over all articles, so that a busy machine disturbs
them little; figures of different runs do not compare, ratios inside one run do. As in a run, the collector of cycles
is off while a pass goes on. Which engine is measured, the compiled one or the plain one, depends on what is installed
(see the README), and is said in the result. Peers that are not installed are named and left out.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import transforms.engine
from transforms.actors import find_cast
from transforms.base.records import Document
from transforms.engine import Engine
from transforms.lexicon import Lexicon, load_lexicon
from transforms.lexicon.furniture import furniture_cues
from transforms.tables.shard import shard_tables
from transforms.temporal import date_document, find_expressions
from transforms.text.layout import lay_out
from transforms.text.page import open_page
from transforms.text.sentences import find_sentences

CORPUS = Path(__file__).resolve().parents[1] / "tests" / "corpus"


class Figure(NamedTuple):
    """One row of the result: what ran, microseconds an article, articles and characters a second."""

    name: str
    micros: float
    articles: float
    characters: float


def articles(path: Path) -> list[str]:
    """The texts of a folder or of a file of records."""
    if path.is_dir():
        return [file.read_text("utf-8") for file in sorted(path.glob("*.txt"))]
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def measure(name: str, function: Callable[[str], object], texts: Sequence[str], repeat: int) -> Figure:
    """The best of `repeat` passes, in processor time."""
    best = float("inf")
    for _ in range(repeat):
        gc.collect()
        gc.disable()
        begun = time.process_time()
        for text in texts:
            function(text)
        best = min(best, time.process_time() - begun)
        gc.enable()
    size = sum(map(len, texts))
    return Figure(name, best / len(texts) * 1e6, len(texts) / best, size / best)


def stages(lexicon: Lexicon) -> list[tuple[str, Callable[[str], object]]]:
    """The engine's stages, each with all those before it."""
    scan_page = lexicon.index.scan

    def laid(text: str) -> tuple:  # type: ignore[type-arg]
        page = open_page(text)
        scan = scan_page(page)
        layout = lay_out(page, furniture_cues(scan))
        return page, scan, layout, find_sentences(page, layout)

    def dated(text: str) -> tuple:  # type: ignore[type-arg]
        page, scan, layout, sentences = laid(text)
        expressions = find_expressions(scan, layout, lexicon.calendar)
        date_document(scan, layout, expressions, Document(text, "", ""))
        return page, scan, layout, sentences

    def cast(text: str) -> object:
        _, scan, layout, sentences = dated(text)
        return find_cast(scan, layout, sentences, lexicon)

    return [
        ("fold and words", open_page),
        ("+ scan", lambda text: scan_page(open_page(text))),
        ("+ layout, sentences", laid),
        ("+ dates", dated),
        ("+ actors", cast),
    ]


def whole(lexicon: Lexicon) -> list[tuple[str, Callable[[str], object]]]:
    """The whole engine, and the engine with its tables in shards of 200 documents."""
    engine = Engine(lexicon)
    pending = []

    def tabled(text: str) -> None:
        pending.append(engine.read(Document(text, "record", "source")))
        if len(pending) == 200:
            shard_tables(pending, (), "benchmark")
            pending.clear()

    return [("engine", lambda text: engine.read(Document(text, "", ""))), ("engine and tables", tabled)]


def peers(lexicon: Lexicon) -> list[tuple[str, Callable[[str], object]]]:
    """A bare automaton over our surfaces; dateparser's search; a blank spaCy pipeline with an entity ruler."""
    found: list[tuple[str, Callable[[str], object]]] = []
    surfaces = sorted({" ".join(entry.words) for entry in lexicon.entries})
    try:
        from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

        automaton = AhoCorasick(surfaces, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)
        found.append(("bare automaton (ahocorasick_rs)", automaton.find_matches_as_indexes))
    except ImportError:
        print("not installed: ahocorasick_rs")
    try:
        from dateparser.search import search_dates

        found.append(("dateparser search_dates", lambda text: search_dates(text, languages=["ar"])))
    except ImportError:
        print("not installed: dateparser")
    try:
        import spacy

        pipeline = spacy.blank("ar")
        ruler = pipeline.add_pipe("entity_ruler")
        ruler.add_patterns([{"label": "X", "pattern": surface} for surface in surfaces])
        found.append(("spaCy blank + entity ruler", pipeline))
    except ImportError:
        print("not installed: spacy")
    return found


def main() -> None:
    """Measure and print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--only-ours", action="store_true")
    arguments = parser.parse_args()
    texts = articles(arguments.articles)
    begun = time.process_time()
    lexicon = load_lexicon()
    loading = time.process_time() - begun
    runs = [measure(name, run, texts, arguments.repeat) for name, run in stages(lexicon) + whole(lexicon)]
    if not arguments.only_ours:
        # The peers are slow: a sample of the articles, one pass.
        runs += [measure(name, run, texts[:: max(len(texts) // 40, 1)], 1) for name, run in peers(lexicon)]
    kind = "plain Python" if str(transforms.engine.__file__).endswith(".py") else "compiled"
    size = sum(map(len, texts)) / len(texts)
    print(f"{len(texts)} articles, {size:.0f} characters each; lexicon in {loading:.2f} s; the engine is {kind}\n")
    print("| what | µs an article | articles/s | characters/s |\n|---|---|---|---|")
    for run in runs:
        print(f"| {run.name} | {run.micros:,.0f} | {run.articles:,.0f} | {run.characters:,.0f} |")


if __name__ == "__main__":
    main()
