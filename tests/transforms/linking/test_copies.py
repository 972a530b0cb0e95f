from dataclasses import replace

import pytest

from tests.readings import Wish, interval, person, reading
from tests.transforms.linking.linked import linked, rows
from transforms.base.codes import PublishedBasis
from transforms.linking.copies import LinkError

A, B = person("أحمد علي", "SYR"), person("جان دوبون", "FRA")
WISH = Wish(A, B, interval("2024-05-01", "2024-05-01"))


def copy(source, record_no=0, **more):
    return reading(WISH, source=source, record_no=record_no, tenures=((A, "وزير", None),), **more)


def test_of_copies_the_smallest_source_stands_and_the_others_are_named():
    release = linked(
        [copy("file:///b"), copy("file:///a", 1)], [copy("file:///a"), copy("file:///c", 7), copy("file:///c", 10)]
    )
    assert rows(release["documents"], "source_uri", "record_no", "also_at") == [
        ("file:///a", 0, ["file:///a#1", "file:///b", "file:///c#10", "file:///c#7"])
    ]


def test_the_copy_with_a_date_in_its_metadata_stands():
    release = linked(
        [
            copy("file:///a"),
            copy("file:///b", published="2024-05-02", basis=PublishedBasis.URL),
            copy("file:///d", published="2024-05-04"),
            copy("file:///c", published="2024-05-03"),
        ]
    )
    assert [(uri, str(day)) for uri, day in rows(release["documents"], "source_uri", "published_on")] == [
        ("file:///c", "2024-05-03")
    ]


def test_the_rows_are_those_of_the_copy_that_stands():
    other = replace(WISH, on=interval("2024-04-30", "2024-04-30"))
    release = linked([reading(WISH, source="file:///a")], [reading(other, source="file:///b", published="2024-05-01")])
    (day,) = release["reports"]["date_latest"].to_pylist()
    assert str(day) == "2024-04-30"


def test_the_rows_of_copies_count_once():
    alone = linked([copy("file:///a")])
    together = linked([copy("file:///a"), copy("file:///b")], [copy("file:///c")])
    for name in set(alone) - {"documents"}:
        assert together[name] == alone[name], name


def test_a_record_that_stands_in_the_parts_twice_raises():
    with pytest.raises(LinkError, match="file:///a"):
        linked([copy("file:///a")], [copy("file:///a")])
