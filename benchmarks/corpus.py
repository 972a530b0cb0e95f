"""Makes any number of plausible Arabic news articles, quickly: a corpus to measure against, not to learn from.

    python benchmarks/corpus.py FOLDER --articles 100000 [--first 0] [--per-file 10000] [--seed 1] [--processes 1]

Article number n is the same whatever the range, the files and the processes: everything about it is drawn from its
own number and the seed. Three articles in a row tell of one event, so that linking has something to link; a part
report no meeting; some repeat an earlier text exactly, some with small changes. Names, outlets and sentences come
from `articles.yaml`.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

DATA = Path(__file__).with_name("articles.yaml")
FIRST_DAY = date(2015, 1, 1)
DAYS = 3650
EVENT_SHARE = 0.55  # of the events, how many are meetings
SAME_EVENT = 3  # articles that tell of one event
COPY_EVERY, NEAR_COPY_EVERY = 50, 25
REACH = 900  # how far back a copy finds its original
BODY_BYTES = 2_450
STRIDE = 1_000_003  # parts the seeds of events from those of articles

Fields = dict[str, str]


@cache
def words() -> dict[str, Any]:
    """The lists and templates."""
    loaded: dict[str, Any] = yaml.safe_load(DATA.read_text("utf-8"))
    return loaded


def article(number: int, seed: int) -> dict[str, str]:
    """One record."""
    chance = Random(seed * 10**12 + number)
    if number >= REACH and number % COPY_EVERY == COPY_EVERY - 1:
        return _retold(number, seed, chance, change=False)
    if number >= REACH and number % NEAR_COPY_EVERY == NEAR_COPY_EVERY - 1:
        return _retold(number, seed, chance, change=True)
    return _own(number, seed, chance)


def _retold(number: int, seed: int, chance: Random, change: bool) -> dict[str, str]:
    """An earlier article under another outlet, as it is or a little edited."""
    before = number - chance.randrange(1, REACH)
    while before % NEAR_COPY_EVERY == NEAR_COPY_EVERY - 1:
        before -= 1
    original = _own(before, seed, Random(seed * 10**12 + before))
    lines = original["text"].split("\n")
    if change:
        lines.pop(chance.randrange(2, len(lines)))
        lines[0] = f"{chance.choice(words()['outlets'])} - {lines[0]}"
    outlet = chance.choice(words()["outlets"])
    return {**original, "id": f"n{number}", "text": "\n".join(lines), "outlet": outlet, "url": _url(number)}


def _own(number: int, seed: int, chance: Random) -> dict[str, str]:
    event = number // SAME_EVENT
    fields, day, meeting = _event(event, seed)
    published = day + timedelta(days=chance.choice((0, 0, 1, 1, 2)))
    _timed(fields, day, published, chance)
    _coloured(fields, chance)
    kind = "meeting" if meeting else Random(event).choice(sorted(words()["sentences"]))
    title, lines = _lines(kind, fields, chance)
    return {
        "id": f"n{number}",
        "url": _url(number),
        "outlet": chance.choice(words()["outlets"]),
        "title": title,
        "published": published.isoformat(),
        "text": "\n".join([title, f"{fields['place']} - {lines[0]}", *lines[1:]]),
    }


def _url(number: int) -> str:
    return f"https://news.example/{number % 12}/{number}"


@cache
def _holder(country: str, office: str, arab: bool, term: int, seed: int) -> str:
    """Who holds an office in a term of four years."""
    return _name(Random(f"{seed}/{country}/{office}/{term}"), arab)


def _name(chance: Random, arab: bool) -> str:
    kinds = ("given", "family") if arab else ("foreign_given", "foreign_family")
    return " ".join(chance.choice(words()[kind]) for kind in kinds)


def _event(event: int, seed: int) -> tuple[Fields, date, bool]:
    """What happened: who, where, when; the same for every article that tells of it."""
    chance = Random(seed * 10**12 + STRIDE * (event + 1))
    lists = words()
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    a, arab_b = chance.choice(lists["arab"]), chance.random() < 0.4
    b = chance.choice([other for other in lists["arab" if arab_b else "foreign"] if other is not a])
    office = chance.choice(lists["offices"])
    other = office if chance.random() < 0.6 else chance.choice(lists["offices"])
    term = day.year // 4
    fields = {
        "a": f"{office} {a[1]}", "an": _holder(a[0], office, True, term, seed), "al": office, "aj": a[2], "ac": a[0],
        "b": f"{other} {b[1]}", "bn": _holder(b[0], other, arab_b, term, seed), "bj": b[2], "bc": b[0], "bp": b[3],
        "place": a[3] if chance.random() < 0.7 else b[3],
        "c": f"السفير {b[1]}", "cn": _holder(b[0], "c", arab_b, term, seed),
    }  # fmt: skip
    fields["bl"] = fields["bn"].split()[-1]
    fields["t1"], fields["t2"], fields["t3"] = chance.sample(lists["topics"], 3)
    return fields, day, chance.random() < EVENT_SHARE


def _timed(fields: Fields, day: date, published: date, chance: Random) -> None:
    """The words of time, as of the day of publication."""
    ago = (published - day).days
    near = {0: "اليوم", 1: "أمس", 2: "أول أمس"}[ago]
    weekday = words()["weekdays"][day.weekday()]
    fields["when"] = chance.choice((near, f"يوم {weekday}", weekday, f"{near} {weekday}", _long(day, chance)))
    fields["later"] = chance.choice(("الأسبوع المقبل", "الشهر المقبل", _long(day + timedelta(days=9), chance)))
    fields["earlier"] = chance.choice(("العام الماضي", "الشهر الماضي", "في " + _long(day - timedelta(days=99), chance)))


def _long(day: date, chance: Random) -> str:
    months = words()["months" if chance.random() < 0.7 else "months_east"]
    return f"{day.day} {months[day.month - 1]} {day.year}"


def _coloured(fields: Fields, chance: Random) -> None:
    """What each article draws for itself."""
    lists = words()
    fields["pn"], fields["qn"] = _name(chance, True), _name(chance, True)
    fields["x"], fields["y"] = chance.sample(lists["teams"], 2)


def _lines(kind: str, fields: Fields, chance: Random) -> tuple[str, list[str]]:
    """Title and paragraphs."""
    lists = words()
    if kind == "meeting":
        titles, pool, lines = lists["meeting_titles"], lists["meeting_sentences"], [chance.choice(lists["leads"])]
    else:
        titles, pool, lines = lists["titles"][kind], lists["sentences"][kind], []
    made = [_fill(line, fields, chance) for line in lines]
    size = sum(len(line.encode()) for line in made)
    while size < BODY_BYTES:
        for template in chance.sample([*pool, *lists["common"]], len(pool)):
            line = _fill(template, fields, chance)
            made.append(line)
            size += len(line.encode())
            if size >= BODY_BYTES:
                break
    return chance.choice(titles).format_map(fields | _small(chance)), made


def _small(chance: Random) -> Fields:
    lists = words()
    return {
        "k": str(chance.randrange(2, 12)), "j": str(chance.randrange(0, 3)), "m": str(chance.randrange(13, 90)),
        "said": chance.choice(lists["verbs_said"]), "that": chance.choice(lists["that"]),
        "n1": chance.choice(lists["needs"]), "n2": chance.choice(lists["needs"]),
        "q1": chance.choice(lists["qualities"]), "q2": chance.choice(lists["qualities"]),
    }  # fmt: skip


def _fill(template: str, fields: Fields, chance: Random) -> str:
    lists = words()
    drawn = {"t2": chance.choice(lists["topics"]), "t3": chance.choice(lists["topics"]), "xn": _name(chance, True)}
    return template.format_map(fields | drawn | _small(chance))


def write_file(path: Path, first: int, count: int, seed: int) -> int:
    """One file of records. The same bytes in every run. Gives the bytes of text."""
    size = 0
    with path.open("wb") as raw, gzip.GzipFile("", "wb", 1, raw, mtime=0) as packed:
        for number in range(first, first + count):
            line = json.dumps(article(number, seed), ensure_ascii=False).encode()
            packed.write(line + b"\n")
            size += len(line)
    return size


def _ranges(first: int, articles: int, per_file: int) -> Iterator[tuple[int, int]]:
    for start in range(first, first + articles, per_file):
        yield start, min(per_file, first + articles - start)


def write_corpus(folder: Path, articles: int, first: int = 0, per_file: int = 10_000, seed: int = 1,
                 processes: int = 1) -> int:  # fmt: skip
    """The files of a corpus. Gives the bytes of all records."""
    folder.mkdir(parents=True, exist_ok=True)
    jobs = [(folder / f"news-{start:09}.jsonl.gz", start, count, seed) for start, count in
            _ranges(first, articles, per_file)]  # fmt: skip
    if processes == 1:
        return sum(write_file(*job) for job in jobs)
    with ProcessPoolExecutor(processes) as pool:
        return sum(pool.map(write_file, *zip(*jobs, strict=True)))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--per-file", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=1)
    told = parser.parse_args()
    size = write_corpus(told.folder, told.articles, told.first, told.per_file, told.seed, told.processes)
    print(f"{told.articles:,} articles, {size / 1e6:,.0f} MB of records, {size / told.articles:,.0f} bytes each")


if __name__ == "__main__":
    main()
