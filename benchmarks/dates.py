"""Right and wrong dates, and characters a second, of ours beside other people's tools, in one run.

    python benchmarks/dates.py [ARTICLES] [--only-ours] [--date YYYY-MM-DD] [--write]

Cases: the public Arabic cases of Duckling and Recognizers-Text (tests/transforms/temporal/cases) and the five seeds,
whose ten dates and nothing else should be found. ARTICLES is a `.jsonl(.gz)` of records with a `text` for the speed
(default: `tests/corpus`). Times are processor seconds of one core. Peers that are not installed are named and left
out. `--write` appends the table to `benchmarks/results.md` under `--date`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections.abc import Callable
from datetime import date, datetime
from importlib.util import find_spec
from pathlib import Path

from transforms.lexicon import load_lexicon
from transforms.temporal import read_dates

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests" / "transforms" / "temporal" / "cases"
NEVER = "0001-01-01"
#: The seeds' dates that stand alone, by surface; relative words of undated articles count as found, not as days.
SEED_DATES = {
    "000": ["يوم أمس", "8 نيسان 2020", "بداية الشهر الحالي", "بداية الشهر الحالي"],
    "001": ["يوم أمس الجمعة"],
    "002": ["الخميس, ديسمبر 5, 2024"],
    "003": ["12.آب.2020"],
    "004": ["2023.11.14", "العام 2011", "الأسبوع الماضي"],
}
#: A slow peer is timed on so many characters only.
PEER_CHARACTERS = 60_000

#: Text that no article is, in which a careless reader would search for ever.
HOSTILE = (("digits", "1234567890"), ("one word", "الوزير "), ("a date word", "اليوم "), ("bidi marks", "\u202b\u200f"))

Span = tuple[str, str | None, str | None]
Reader = Callable[[str, date | None], list[Span]]


def ours() -> Reader:
    """Liqa."""
    lexicon = load_lexicon()

    def read(text: str, reference: date | None) -> list[Span]:
        found = read_dates(text, lexicon, reference)
        return [(each.surface, *(day.isoformat() if day else None for day in each.interval)) for each in found]

    return read


def dateparser_search() -> Reader:
    """dateparser.search.search_dates, which gives single days."""
    from dateparser.search import search_dates

    def read(text: str, reference: date | None) -> list[Span]:
        base = datetime(reference.year, reference.month, reference.day) if reference else datetime(2024, 9, 18)
        found = search_dates(text, languages=["ar"], settings={"RELATIVE_BASE": base}) or []
        return [(surface, day.date().isoformat(), day.date().isoformat()) for surface, day in found]

    return read


def cases(name: str) -> list[dict[str, object]]:
    """The cases of one file."""
    content: list[dict[str, object]] = json.loads((CASES / name).read_text("utf-8"))
    return content


def duckling_right(read: Reader) -> str:
    """Cases where exactly one expression with the wanted bounds is found."""
    found = cases("duckling_ar_calendar.json")
    right = 0
    for case in found:
        wanted = {(each["start_date"], each["end_date"]) for each in case["expected"]}  # type: ignore[attr-defined]
        claimed = read(str(case["text"]), date.fromisoformat(str(case["reference"])))
        right += len(claimed) == 1 and claimed[0][1:] in wanted
    return f"{right} of {len(found)}"


def recognizers_right(read: Reader) -> str:
    """Cases whose value is asserted upstream: any of past, future and raw is right; what cannot be is to stay open."""
    found = [case for case in cases("recognizers_ar_calendar.json") if case["value_asserted_upstream"]]
    right = 0
    for case in found:
        names = ("past", "future", "past_raw", "future_raw")
        wanted = {tuple(each[name]) for each in case["expected"] for name in names}  # type: ignore[attr-defined]
        claimed = [each[1:] for each in read(str(case["text"]), date.fromisoformat(str(case["reference"])))]
        impossible = (NEVER, NEVER) in wanted
        right += all(each == (None, None) for each in claimed) if impossible else any(c in wanted for c in claimed)
    return f"{right} of {len(found)}"


def seeds_right(read: Reader) -> str:
    """The seeds' ten dates found, and false dates beside them."""
    right = false = 0
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        wanted = list(SEED_DATES[path.stem[:3]])
        for surface, *_ in read(path.read_text("utf-8"), None):
            if surface in wanted:
                wanted.remove(surface)
                right += 1
            else:
                false += 1
    return f"{right} of 10; {false}"


def speed(read: Reader, texts: list[str], limit: int | None) -> str:
    """Thousands of characters a second, the best of three passes."""
    chosen, size = [], 0
    for text in texts:
        if limit is not None and size >= limit:
            break
        chosen.append(text)
        size += len(text)
    best = float("inf")
    for _ in range(3 if limit is None else 1):
        began = time.process_time()
        for text in chosen:
            read(text, None)
        best = min(best, time.process_time() - began)
    return f"{size / best / 1000:,.0f} k"


def hostile(read: Reader, name: str, unit: str) -> str:
    """Seconds for one and ten million characters of one thing repeated."""
    taken = []
    for size in (1_000_000, 10_000_000):
        text = (unit * (size // len(unit) + 1))[:size]
        began = time.process_time()
        read(text, None)
        taken.append(time.process_time() - began)
    return f"| {name} | {taken[0]:.2f} s | {taken[1]:.2f} s | {taken[1] / taken[0]:.1f} |"


def articles(path: Path | None) -> list[str]:
    """The texts to time."""
    if path is None:
        return [each.read_text("utf-8") for each in sorted((ROOT / "tests" / "corpus").glob("*.txt"))]
    content = path.read_bytes()
    lines = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines if line]


def main() -> None:
    """Measure and print, or append."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=Path)
    parser.add_argument("--only-ours", action="store_true")
    parser.add_argument("--date", default="undated")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    texts = articles(given.articles)
    rows = [("liqa", ours(), None)]
    if not given.only_ours and find_spec("dateparser"):
        rows.append(("dateparser search_dates", dateparser_search(), PEER_CHARACTERS))
    lines = [
        f"## Dates, {given.date}",
        "",
        "| reader | Duckling's cases | Recognizers' cases | seeds; false dates | characters/s, one core |",
        "|---|---|---|---|---|",
    ]
    for name, read, limit in rows:
        figures = (duckling_right(read), recognizers_right(read), seeds_right(read), speed(read, texts, limit))
        lines.append(f"| {name} | {' | '.join(figures)} |")
    if not given.only_ours and not find_spec("dateparser"):
        lines.append("| dateparser | not installed | | | |")
    lines += ["", "| hostile text | 1 MB | 10 MB | ratio (linear: 10) |", "|---|---|---|---|"]
    lines += [hostile(rows[0][1], name, unit) for name, unit in HOSTILE]
    print("\n".join(lines))
    if given.write:
        with (ROOT / "benchmarks" / "results.md").open("a", encoding="utf-8") as results:
            results.write("\n".join(lines) + "\n\n")


if __name__ == "__main__":
    main()
