"""A page read back: its elements with their attributes and texts, and whether every element was closed."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br", "hr"}


@dataclass
class Element:
    """One element with all the text inside it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    parents: tuple[Element, ...] = field(default=(), repr=False)

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    def inherited(self, name: str) -> str | None:
        """The attribute here or on the nearest element around."""
        around = (each.attributes.get(name) for each in (self, *reversed(self.parents)))
        return next((value for value in around if value is not None), None)


class Page(HTMLParser):
    """The elements of a page in order. Fails on an element that is closed out of turn or never."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(source)
        self.close()
        assert not self._open, f"never closed: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, parents=tuple(self._open))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1].tag == tag, f"</{tag}> closes <{self._open[-1].tag}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, tag: str | None = None, class_: str | None = None) -> list[Element]:
        """The elements with this tag and class."""
        return [e for e in self.elements if tag in (None, e.tag) and (class_ is None or class_ in e.classes)]

    def one(self, tag: str | None = None, class_: str | None = None) -> Element:
        (found,) = self.all(tag, class_)
        return found

    @property
    def ids(self) -> list[str]:
        return [each.attributes["id"] for each in self.elements if "id" in each.attributes]

    @property
    def links(self) -> list[str]:
        return [each.attributes["href"] for each in self.elements if "href" in each.attributes]
