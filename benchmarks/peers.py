"""What a user would take instead, on the same articles in the same run: time and what each finds.

    python benchmarks/peers.py [--articles 400] [--append]

Peers answer smaller questions than Liqa does, so the table says which. *Regular expressions* is what is written first
for such a task: one alternation of meeting verbs, one of titles, one of dates, applied by pandas. *dateparser* is its
search for dates. *spaCy* is a blank Arabic pipeline with an entity ruler over Liqa's own surfaces; it is measured
where it is installed (it is no dependency). Times are processor seconds of one core, after a first article that is not
counted. A peer gets fewer articles when it is slow; its rate is per article.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import pandas as pd
import yaml

from benchmarks.corpus import article
from flows.extract import engine_for
from transforms.base.records import Document

RESULTS = Path(__file__).with_name("results.md")
PATTERNS = Path(__file__).with_name("peers.yaml")
SEED = 1


class Peer(NamedTuple):
    """One way to do it: what it answers, and how many articles it gets."""

    name: str
    answers: str
    read: Callable[[Sequence[str]], int]
    share: float = 1.0


def liqa(texts: Sequence[str]) -> int:
    """The whole engine; counts reports."""
    engine = engine_for(None).engine
    return sum(len(engine.read(Document(text, "", "", number)).reports) for number, text in enumerate(texts))


def expressions(texts: Sequence[str]) -> int:
    """Regular expressions by pandas; counts sentences with a meeting verb and two titles."""
    patterns = yaml.safe_load(PATTERNS.read_text("utf-8"))
    titles, verbs, days = ("|".join(patterns[name]) for name in ("titles", "verbs", "dates"))
    sentences = pd.Series(list(texts), dtype="str").str.split(r"[.\n]").explode().dropna()
    told = sentences[sentences.str.contains(f"(?:{verbs})")]
    found = told[told.str.count(f"(?:{titles})") >= 2]
    found.str.extract(f"({days})", expand=False)
    return len(found)


def dates(texts: Sequence[str]) -> int:
    """dateparser's search; counts dates."""
    from dateparser.search import search_dates

    return sum(len(search_dates(text, languages=["ar"]) or ()) for text in texts)


def entities(texts: Sequence[str]) -> int:
    """spaCy with an entity ruler; counts entities."""
    import spacy

    pipeline = spacy.blank("ar")
    surfaces = sorted({" ".join(entry.words) for entry in engine_for(None).lexicon.entries})
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "X", "pattern": surface} for surface in surfaces])
    return sum(len(document.ents) for document in pipeline.pipe(texts))


PEERS = (
    Peer("Liqa's engine", "meetings with parties, dates, places, evidence", liqa),
    Peer("regular expressions, pandas", "sentences with a meeting verb and two titles", expressions),
    Peer("dateparser, search_dates", "dates alone", dates, 0.1),
    Peer("spaCy blank, entity ruler", "surfaces of the lexicon alone", entities),
)


def measured(peer: Peer, texts: Sequence[str]) -> str:
    """One line of the table."""
    taken = texts[: max(int(len(texts) * peer.share), 1)]
    try:
        peer.read(taken[:1])
        began = time.process_time()
        found = peer.read(taken)
    except ImportError as missing:
        return f"| {peer.name} | {peer.answers} | not installed: {missing.name} | | |"
    seconds = time.process_time() - began
    return f"| {peer.name} | {peer.answers} | {len(taken):,} | {len(taken) / seconds:,.0f} | {found / len(taken):.2f} |"


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--append", action="store_true")
    asked = parser.parse_args()
    texts = [article(number, SEED)["text"] for number in range(asked.articles)]
    lines = [
        "| what | answers | articles | articles/s, one core | found per article |",
        "|---|---|--:|--:|--:|",
        *(measured(peer, texts) for peer in PEERS),
    ]
    print("\n".join(lines))
    if asked.append:
        machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
        with RESULTS.open("a", encoding="utf-8") as results:
            results.write(f"\n## Peers, {date.today()}\n\n{machine}.\n\n" + "\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
