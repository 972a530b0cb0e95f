"""HTML that cannot go unescaped: text is escaped on its way into an element, and only `Html` goes in as it is.

Characters that no page may hold (controls, lone surrogates) become U+FFFD, one for one. Attributes that are None are
left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape as escape_html

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_VOID = frozenset({"meta", "br", "hr"})


class Html(str):
    """Markup: text that was escaped already."""

    __slots__ = ()


NOTHING = Html("")


def escape(text: str) -> Html:
    """The text as markup; markup as it is."""
    if isinstance(text, Html):
        return text
    return Html(escape_html(_UNPRINTABLE.sub("\ufffd", text).replace("\r", " "), quote=True))


def element(tag: str, *children: str, **attributes: str | None) -> Html:
    """One element. Attribute names lose a trailing underscore (`class_`) and write the others as hyphens."""
    named = ((name.rstrip("_").replace("_", "-"), value) for name, value in attributes.items() if value is not None)
    opening = "".join((tag, *(f' {name}="{escape(value)}"' for name, value in named)))
    if tag in _VOID:
        return Html(f"<{opening}>")
    return Html(f"<{opening}>{together(children)}</{tag}>")


def together(children: Iterable[str], between: str = "") -> Html:
    """The children one after another, each escaped unless it is markup."""
    return Html(escape(between).join(escape(child) for child in children))
