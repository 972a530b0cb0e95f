"""Why an actor was taken, as far as the records tell, and how often it is named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.transforms.report.seeds import seed_readings
from transforms.base.codes import EntityType, MentionForm, NameGround, Zone
from transforms.base.records import Actor, Mention, Tenure
from transforms.report.naming import Ground, Named, everyone_named


def named(kind: EntityType, tenures: tuple[Tenure, ...] = (), *, known: bool = False) -> Named:
    """One actor of this kind in a document that names nobody else."""
    actor = Actor("ent_1", kind, "زيد", None, None, (), known)
    (only,) = everyone_named(replace(seed_readings()[0], actors=(actor,), mentions=(), tenures=tenures))
    return only


def mention(form: MentionForm, zone: Zone = Zone.BODY) -> Mention:
    return Mention(0, 3, "زيد", EntityType.PERSON, 0, form, zone)


HEAD = Tenure(0, "رئيس", "مجلس", "SYR")


@pytest.mark.parametrize(
    ("kind", "tenures", "known", "grounds"),
    [
        pytest.param(EntityType.PERSON, (HEAD,), True, (Ground.LEXICON, Ground.OFFICE), id="known with office"),
        pytest.param(EntityType.PERSON, (HEAD,), False, (Ground.OFFICE,), id="unknown with office"),
        pytest.param(EntityType.PERSON, (), True, (Ground.LEXICON,), id="known"),
        pytest.param(EntityType.ORGANIZATION, (), False, (Ground.COMPOSED,), id="composed body"),
        pytest.param(EntityType.ORGANIZATION, (), True, (Ground.LEXICON,), id="known body"),
        pytest.param(EntityType.RESOLUTION, (), False, (Ground.NUMBER,), id="resolution"),
    ],
)
def test_grounds(kind: EntityType, tenures: tuple[Tenure, ...], known: bool, grounds: tuple[Ground, ...]) -> None:
    assert named(kind, tenures, known=known).grounds == grounds


def test_a_person_tells_which_rules_took_the_mentions() -> None:
    behind = mention(MentionForm.FULL)._replace(ground=NameGround.OFFICE)
    part = mention(MentionForm.PARTIAL)._replace(ground=NameGround.PART)
    actor = Actor("ent_1", EntityType.PERSON, "زيد", None, None, (), False)
    reading = replace(seed_readings()[0], actors=(actor,), mentions=(part, behind, part), tenures=())
    (who,) = everyone_named(reading)
    assert who.grounds == (
        "a name behind an office or title",
        "part of a name told elsewhere in the article",
    )


def test_offices_are_what_the_text_gives_each_once() -> None:
    tenures = (HEAD, HEAD._replace(organization=None), HEAD)
    assert named(EntityType.PERSON, tenures).offices == (("رئيس", "مجلس", "SYR"), ("رئيس", "SYR"))


def test_forms_are_counted() -> None:
    full, part = mention(MentionForm.FULL, Zone.TITLE), mention(MentionForm.PARTIAL)
    who = named(EntityType.PERSON)
    assert who.counts == "0 mentions"
    assert who._replace(mentions=(part,)).counts == "1 mention: 1 partial"
    assert who._replace(mentions=(full, part, part)).counts == "3 mentions: 1 full, 2 partial; 1 in the title"


@pytest.mark.parametrize("number", range(5))
def test_every_actor_and_mention_of_a_reading_is_there(number: int) -> None:
    reading = seed_readings()[number]
    everyone = everyone_named(reading)
    assert [each.actor for each in everyone] == list(reading.actors)
    assert sum(len(each.mentions) for each in everyone) == len(reading.mentions)
    assert all(each.grounds for each in everyone if each.mentions)
