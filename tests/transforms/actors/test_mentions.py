"""Mentions of bodies, countries, places and resolutions; their surfaces, forms and zones."""

from __future__ import annotations

import pytest

from tests.transforms.actors.casting import cast_of, counts
from transforms.base.codes import EntityType, MentionForm, Zone

RESOLUTIONS = {
    "dual_with_number": ("تطبيق قراري مجلس الأمن رقم 2118 و2254.", {"2118": 1, "2254": 1}),
    "un_adjective": ("وفقاً للقرار الأممي 2254 وبيان جنيف.", {"2254": 1}),
    "repeated_bare": ("تطبيق قرار مجلس الأمن 2254، ولا سيما 2254، مطلب السوريين.", {"2254": 2}),
    "year_is_none": ("صدر قرار مجلس الأمن في العام 2015.", {}),
    "council_only": ("دعا مجلس الأمن إلى الهدوء.", {}),
    "not_of_the_un": ("أصدر الوزير القرار رقم 320 بشأن الرسوم.", {}),
}


@pytest.mark.parametrize("case", RESOLUTIONS, ids=str)
def test_resolutions(case: str) -> None:
    text, wanted = RESOLUTIONS[case]
    assert counts(text, EntityType.RESOLUTION) == wanted


def test_surfaces_are_slices_of_the_text() -> None:
    page, cast = cast_of("التقى وزير الخارجية الفرنسي جان بارو في باريس وفداً من الأمم المتحدة. وشكر لبارو جهوده.")
    assert cast.mentions
    for mention in cast.mentions:
        assert page.text.folded[mention.start : mention.end] == mention.surface


def test_country_by_name_and_adjective() -> None:
    _, cast = cast_of("أكدت فرنسا والحكومة الفرنسية دعمهما، وشكر الوزير فرنسا.")
    forms = [each.form for each in cast.mentions if each.entity_type is EntityType.COUNTRY]
    assert forms.count(MentionForm.FULL) == 2


def test_short_form_means_the_body_named_before() -> None:
    found = counts("أكدت هيئة التفاوض السورية موقفها. وقالت الهيئة إن الحل قريب.", EntityType.ORGANIZATION)
    assert found == {"هيئة التفاوض السورية": 2}


def test_title_zone() -> None:
    _, cast = cast_of("وزير الخارجية الفرنسي جان بارو يصل إلى بيروت\n\nقال جان بارو إن بلاده تدعم لبنان في كل الظروف.")
    zones = [each.zone for each in cast.mentions if each.entity_type is EntityType.PERSON]
    assert zones == [Zone.TITLE, Zone.BODY]


def test_traps_are_no_countries() -> None:
    found = counts("العمل المشترك لمواجهة فيروس كورونا. اترك تعليقاً على المقال المشترك.", EntityType.COUNTRY)
    assert found == {}
