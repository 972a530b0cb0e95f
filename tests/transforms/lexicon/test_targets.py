"""What an entry names must be there."""

from __future__ import annotations

import pytest

from tests.transforms.lexicon.rows import row
from transforms.base.errors import LexiconError
from transforms.lexicon.bodies import body_entries
from transforms.lexicon.body_words import adjective_entries
from transforms.lexicon.geography import city_entries, country_entries, landmark_entries, region_entries
from transforms.lexicon.nationalities import nationality_entries
from transforms.lexicon.targets import refuse_dangling

FRANCE = list(country_entries(row(code="FRA", name="فرنسا", name_en="France")))
BODY = {"id": "x", "name": "هيئة كذا", "name_en": "So", "kind": "party"}


@pytest.mark.parametrize(
    ("entries", "target"),
    [
        pytest.param(city_entries(row(name="كذا", name_en="So", country="QQQ")), "country 'QQQ'", id="city"),
        pytest.param(region_entries(row(name="كذا", name_en="So", country="QQQ")), "country 'QQQ'", id="region"),
        pytest.param(landmark_entries(row(name="كذا", city="كذا", country="QQQ")), "country 'QQQ'", id="landmark"),
        pytest.param(nationality_entries(row(code="QQQ", stems="كذي")), "country 'QQQ'", id="adjective"),
        pytest.param(nationality_entries(row(code="FRA", stems="كذي", also="QQQ")), "country 'QQQ'", id="also"),
        pytest.param(body_entries(row(**BODY, country="QQQ")), "country 'QQQ'", id="body"),
        pytest.param(adjective_entries(row(id="x", body="y", when="envoy", stems="كذي")), "body 'y'", id="body's"),
    ],
)
def test_dangling(entries: list[object], target: str) -> None:
    with pytest.raises(LexiconError, match=rf"file\.csv:7: no {target} in the lexicon"):
        refuse_dangling([*FRANCE, *entries])  # type: ignore[list-item]


def test_what_is_there_may_be_named() -> None:
    city = city_entries(row(name="ليون", name_en="Lyon", country="FRA"))
    region = region_entries(row(name="أوروبا", name_en="Europe"))
    refuse_dangling([*FRANCE, *city, *region, *body_entries(row(**BODY))])
