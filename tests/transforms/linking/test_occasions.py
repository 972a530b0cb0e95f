"""Which reports are one occasion, said in keys: days are plain numbers, sides are made of one letter each."""

from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.base.codes import Format, Status
from transforms.linking.occasions import MAX_DAYS, Party, ReportKey, same_occasion


def side(text: str) -> Party:
    """ "L RUS": capitals of one letter are persons, small letters bodies, three capitals countries."""
    words = text.split()
    return Party(
        tuple(word for word in words if len(word) == 1 and word.isupper()),
        tuple(word for word in words if word.islower()),
        tuple(word for word in words if len(word) == 3),
    )


def key(name, a, b, first=100, last=None, *, doc=None, status=Status.HELD, format=Format.UNSPECIFIED, place=None):
    last = first if last is None else last
    return ReportKey(name, doc or f"doc of {name}", status, format, place, first, last, side(a), side(b))


def in_order(keys):
    """The order in which linking asks for the keys."""
    return sorted(
        keys,
        key=lambda each: (
            each.last,
            each.last - each.first,
            -len(each.a.persons) - len(each.b.persons),
            -len(each.a.bodies) - len(each.b.bodies),
            -len(each.a.countries) - len(each.b.countries),
            each.report_id,
        ),
    )


def groups(*keys):
    return {"".join(sorted(members)) for members in same_occasion(in_order(keys))}


ONE = key("1", "L RUS", "S EGY")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(key("2", "L RUS", "S EGY"), id="same"),
        pytest.param(key("2", "S EGY", "L RUS"), id="sides-crossed"),
        pytest.param(key("2", "L", "S"), id="persons-alone"),
        pytest.param(key("2", "L M RUS", "S T EGY"), id="one-of-a-delegation"),
        pytest.param(key("2", "L RUS", "EGY"), id="one-side-by-country"),
        pytest.param(key("2", "RUS", "EGY"), id="both-sides-by-country"),
        pytest.param(key("2", "L RUS", "S EGY", status=Status.PLANNED), id="announced-before"),
        pytest.param(key("2", "L RUS", "S EGY", format=Format.PHONE), id="channel-told-by-one"),
        pytest.param(key("2", "L RUS", "S EGY", first=95, last=105), id="day-in-range"),
        pytest.param(key("2", "L RUS", "EGY", first=95, last=105), id="day-in-range-one-person"),
        pytest.param(key("2", "L RUS", "S EGY", first=100, last=100 + MAX_DAYS - 1), id="range-from-the-day"),
    ],
)
def test_one_occasion(other):
    assert groups(ONE, other) == {"12"}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(key("2", "L RUS", "S EGY", doc="doc of 1"), id="same-document"),
        pytest.param(key("2", "L RUS", "S EGY", first=101), id="next-day"),
        pytest.param(key("2", "L RUS", "S EGY", first=107), id="a-week-later"),
        pytest.param(key("2", "L RUS", "S EGY", first=90, last=99), id="range-before"),
        pytest.param(key("2", "P RUS", "S EGY"), id="other-person-on-one-side"),
        pytest.param(key("2", "P RUS", "T EGY"), id="other-persons-of-the-same-countries"),
        pytest.param(key("2", "L RUS", "TUR"), id="other-country-on-one-side"),
        pytest.param(key("2", "L RUS", ""), id="no-counterpart"),
        pytest.param(key("2", "RUS", "EGY", first=95, last=105), id="day-in-range-without-person"),
        pytest.param(key("2", "L RUS", "S EGY", status=Status.CANCELLED), id="cancelled"),
        pytest.param(key("2", "L RUS", "S EGY", status=Status.DENIED), id="denied"),
    ],
)
def test_not_one_occasion(other):
    assert groups(ONE, other) == set()


def test_bodies_match_only_where_not_both_sides_name_persons():
    assert groups(key("1", "m RUS", "n EGY"), key("2", "m RUS", "n EGY")) == {"12"}
    assert groups(key("1", "m RUS", "n EGY"), key("2", "k RUS", "n EGY")) == set()
    assert groups(key("1", "L m RUS", "n EGY"), key("2", "m RUS", "n EGY")) == {"12"}
    assert groups(key("1", "L m RUS", "n EGY"), key("2", "P m RUS", "n EGY")) == set()


def test_one_country_on_both_sides_tells_nothing():
    assert groups(key("1", "SYR", "SYR"), key("2", "SYR", "SYR")) == set()
    assert groups(key("1", "A SYR", "B SYR"), key("2", "A SYR", "B SYR")) == {"12"}


def test_a_call_and_a_visit_are_two():
    call = key("1", "L", "S", format=Format.PHONE)
    assert groups(call, key("2", "L", "S", format=Format.IN_PERSON)) == set()
    assert groups(call, key("2", "L", "S", format=Format.VIRTUAL)) == {"12"}


def test_another_place_matters_unless_both_sides_are_named():
    assert groups(key("1", "L RUS", "EGY", place="EGY"), key("2", "L RUS", "EGY", place="RUS")) == set()
    assert groups(key("1", "L RUS", "S EGY", place="EGY"), key("2", "L RUS", "S EGY", place="RUS")) == {"12"}


def test_a_vague_report_chains_nothing_together():
    vague = key("9", "L", "S", first=100, last=107)
    assert groups(key("1", "L", "S", first=100), key("2", "L", "S", first=107), vague) == set()
    assert groups(key("1", "L", "S", first=100), vague) == {"19"}


def test_a_report_by_countries_alone_joins_only_what_it_cannot_mistake():
    ministers, presidents = key("1", "L RUS", "S EGY"), key("2", "P RUS", "T EGY")
    by_country = key("9", "RUS", "EGY")
    assert groups(ministers, presidents, by_country) == set()
    assert groups(ministers, by_country) == {"19"}


def test_what_is_known_of_an_occasion_is_known_of_all_its_reports():
    # 1 and 3 overlap with 2 but not with each other.
    first, middle, last = (
        key(name, "L", "S", *days) for name, *days in [("1", 95, 99), ("2", 98, 103), ("3", 101, 105)]
    )
    assert groups(first, middle, last) == {"12"}


def test_a_crossed_report_adds_to_the_side_that_it_matches():
    one, crossed = key("1", "S T EGY", "L RUS"), key("2", "L M RUS", "S EGY")
    assert groups(one, crossed, key("3", "M RUS", "S EGY")) == {"123"}
    assert groups(one, crossed, key("3", "M RUS", "L EGY")) == {"12"}


def test_the_same_two_on_one_day_twice_do_not_scatter_the_others():
    morning, evening = key("1", "L", "S", doc="d"), key("2", "L", "S", doc="d")
    assert groups(morning, evening, *(key(name, "L", "S") for name in "345")) == {"1345"}


def test_an_occasion_is_found_across_the_longest_range_and_forgotten_after_it():
    early, late = key("1", "L", "S", 100), key("2", "L", "S", 100, 100 + MAX_DAYS - 1)
    far = key("3", "L", "S", 100 + 10 * MAX_DAYS)
    assert groups(early, late, far) == {"12"}


def test_large_delegations_find_each_other_by_those_named_first():
    crowd = " ".join("ABCDEFGHIJKMNOPQRTUVWXYZ")
    assert groups(key("1", f"L {crowd}", "S"), key("2", "L", "S")) == {"12"}


letters = st.lists(st.sampled_from(["L", "P", "m", "RUS", "EGY"]), max_size=3, unique=True).map(" ".join)
reports = st.lists(
    st.tuples(letters, letters, st.integers(100, 112), st.integers(0, 4), st.integers(0, 5), st.sampled_from(Status)),
    max_size=12,
)


@given(reports)
def test_what_is_put_together_agrees(drawn):
    keys = {
        f"r{number:02}": key(f"r{number:02}", a, b, first, first + width, doc=f"d{doc}", status=status)
        for number, (a, b, first, width, doc, status) in enumerate(drawn)
    }
    seen = []
    for members in same_occasion(in_order(keys.values())):
        assert len(members) > 1
        seen.extend(members)
        together = [keys[name] for name in members]
        assert len({each.doc_id for each in together}) == len(together)
        assert max(each.first for each in together) <= min(each.last for each in together)
        for one, other in combinations({each.status for each in together}, 2):
            assert {one, other} == {Status.HELD, Status.PLANNED}
    assert len(seen) == len(set(seen))


def test_the_order_within_the_asked_order_is_total():
    keys = [key(name, "L", "S", first=100 + int(name) % 2, last=101) for name in "1234"]
    assert len({tuple(same_occasion(in_order(order))) for order in permutations(keys)}) == 1
