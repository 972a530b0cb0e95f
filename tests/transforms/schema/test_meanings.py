from enum import StrEnum

import pytest

from transforms.schema.catalog import TABLES
from transforms.schema.declare import SchemaError
from transforms.schema.meanings import MEANINGS, meaning

VOCABULARIES = {column.values for table in TABLES.values() for column in table.columns if column.values}


@pytest.mark.parametrize("vocabulary", sorted(VOCABULARIES, key=lambda each: each.__name__))
def test_every_code_has_a_sentence_of_its_own(vocabulary):
    sentences = [meaning(code) for code in vocabulary]
    assert all(sentence.endswith(".") for sentence in sentences)
    assert len(set(sentences)) == len(sentences)


def test_no_meaning_is_declared_for_what_does_not_exist():
    assert set(MEANINGS) == VOCABULARIES
    assert all(set(MEANINGS[vocabulary]) == set(vocabulary) for vocabulary in VOCABULARIES)


def test_a_code_without_meaning_raises():
    class Stray(StrEnum):
        HELD = "held"  # the same text as a code that has a meaning

    with pytest.raises(SchemaError, match=r"Stray\.HELD"):
        meaning(Stray.HELD)
