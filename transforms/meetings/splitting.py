"""One verb, several meetings: each counterpart apart, one after the other, two calls."""

from __future__ import annotations

from dataclasses import replace

from transforms.actors.records import Phrase
from transforms.lexicon.cues import Does
from transforms.lexicon.triggers import Form, Sort
from transforms.meetings.records import Frame, Item, What
from transforms.meetings.regions import clause_anchor
from transforms.text.page import Page
from transforms.text.sentences import Sentence

BULLETS = frozenset("•*●▪◦·-")


def parts_of(frame: Frame) -> tuple[Frame, ...]:
    """The frame itself, or one frame for each counterpart that the text sets apart."""
    apart = _is_apart(frame) or (frame.trigger.sort is Sort.CALL and frame.trigger.form is Form.NOUNS)
    if len(frame.b) > 1 and (apart or len(set(frame.parts)) > 1):
        return tuple(replace(frame, b=group) for group in _groups(frame, apart=apart))
    if apart and len(frame.a) > 1 and len(frame.b) == 1:
        return tuple(replace(frame, a=(phrase,)) for phrase in frame.a)
    return (frame,)


def _is_apart(frame: Frame) -> bool:
    """Whether the text says of this meeting, not of the one before it, that each was met alone."""
    items, anchor = frame.clause.items, clause_anchor(frame)
    said = (at for at, item in enumerate(items) if item.what is What.CUE and Does.SEPARATELY in item.does)
    return any(at > anchor or not any(_is_verb(each) for each in items[:at]) for at in said)


def _is_verb(item: Item) -> bool:
    return item.what is What.TRIGGER and not item.trigger.is_noun


def _groups(frame: Frame, *, apart: bool) -> list[tuple[Phrase, ...]]:
    """The counterparts by the part of the text that they stand in (who is added to a group, in the group's); each
    alone if the text says so."""
    if apart or not frame.parts:
        return [(phrase,) for phrase in frame.b]
    groups: dict[int, list[Phrase]] = {}
    for at, phrase in enumerate(frame.b):
        groups.setdefault(frame.parts[min(at, len(frame.parts) - 1)], []).append(phrase)
    return [tuple(group) for group in groups.values()]


def is_bullet(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence is a bullet of a summary."""
    opening = page.text.folded[sentence.start : page.starts[sentence.first]]
    return any(mark in BULLETS for mark in opening)
