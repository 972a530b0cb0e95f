"""Who is named in an article, what they are, whom they stand for: phrases, mentions and the cast of one document."""

from transforms.actors.cast import find_cast
from transforms.actors.records import Cast, Phrase, PhraseKind

__all__ = ["Cast", "Phrase", "PhraseKind", "find_cast"]
