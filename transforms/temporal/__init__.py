"""Time: the date expressions of a page, the day of the document, the day of a meeting, and what may be inferred."""

from transforms.temporal.attaching import attach
from transforms.temporal.dating import date_document
from transforms.temporal.expressions import find_expressions
from transforms.temporal.inferring import infer, with_inference
from transforms.temporal.reading import read_dates
from transforms.temporal.records import Expression, Leaning
from transforms.temporal.resolution import WEEKDAY_CONFLICT, resolve
from transforms.temporal.terms import facts_of

__all__ = [
    "WEEKDAY_CONFLICT",
    "Expression",
    "Leaning",
    "attach",
    "date_document",
    "facts_of",
    "find_expressions",
    "infer",
    "read_dates",
    "resolve",
    "with_inference",
]
