"""The release in counts."""

from __future__ import annotations

from datetime import date

import pyarrow as pa

from tests.readings import Wish, interval, person, reading
from tests.transforms.linking.linked import linked
from tests.transforms.report.releases import release_of, seed_release
from transforms.base.codes import Status
from transforms.report.source import in_memory
from transforms.report.summary import COUNTED, Pair, summarise
from transforms.schema.catalog import RELEASE_TABLES, TABLES

SYRIAN, OTHER_SYRIAN = person("زيد", "SYR"), person("عمرو", "SYR")
FRENCH, NOBODYS = person("بكر", "FRA"), person("خالد")


def test_the_counted_columns_are_codes() -> None:
    assert all(TABLES[table].column(name).values for table, columns in COUNTED.items() for name in columns)


def test_rows_and_codes_of_the_seeds() -> None:
    tables = seed_release()
    found = summarise(in_memory(tables))
    assert dict(found.rows) == {table.name: tables[table.name].num_rows for table in RELEASE_TABLES}
    assert found.codes["meetings", "format"] == {"unspecified": 4, "in_person": 1, "virtual": 1}
    assert found.codes["reports", "date_precision"] == {"before": 3, "unknown": 3}
    assert found.codes["rejects", "reason"] == {"no_text": 1}
    assert found.n_narrowed == 6


def test_pairs_stand_in_one_order_whoever_received_whom() -> None:
    wishes = (
        Wish(SYRIAN, FRENCH, interval("2020-05-01", "2020-05-01")),
        Wish(FRENCH, SYRIAN, interval("2020-05-09", "2020-05-09"), status=Status.CANCELLED),
        Wish(SYRIAN, OTHER_SYRIAN),
        Wish(NOBODYS, FRENCH),
    )
    tables = linked([reading(wish, name=str(n), published="2020-06-01") for n, wish in enumerate(wishes)])
    assert summarise(in_memory(tables)).pairs == (
        Pair(("FRA", "SYR"), 2, 1, date(2020, 5, 1), date(2020, 5, 9)),
        Pair(("", "FRA"), 1, 1, None, None),
        Pair(("SYR", "SYR"), 1, 1, None, None),
    )


def test_an_inferred_day_that_the_text_tells_too_is_not_counted() -> None:
    same = Wish(SYRIAN, FRENCH, interval("2020-05-01", "2020-05-01"), interval("2020-05-01", "2020-05-01"))
    less = Wish(SYRIAN, NOBODYS, interval(None, "2020-05-09"), interval("2020-05-01", "2020-05-09"))
    assert summarise(in_memory(linked([reading(same, name="1"), reading(less, name="2")]))).n_narrowed == 1


def test_counts_do_not_depend_on_batches() -> None:
    tables = release_of(30)
    small = {
        name: pa.Table.from_batches(rows.to_batches(max_chunksize=7), rows.schema) for name, rows in tables.items()
    }
    assert summarise(in_memory(small)) == summarise(in_memory(tables))


def test_an_empty_release() -> None:
    found = summarise(in_memory(linked()))
    assert set(found.rows.values()) == {0}
    assert found.pairs == ()
    assert found.n_narrowed == 0
