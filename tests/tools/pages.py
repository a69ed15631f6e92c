"""The text of a topic in; its page out, composed or as HTML, and what the HTML is made of."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from careleaf.compose.manuscript import manuscript
from careleaf.compose.page import compose_page
from careleaf.language import language
from careleaf.model.clinic import Clinic
from careleaf.model.page import Page
from careleaf.model.tailoring import Tailoring
from careleaf.model.topic import Medium
from careleaf.problem import Problem
from careleaf.theme import default_theme
from careleaf.write.html import write
from tests.tools.topics import CLINIC, LIBRARY, found, read

ENGLISH = language("en-US")
WHOLE = Tailoring()


def composed(
    text: str,
    *,
    clinic: Clinic = CLINIC,
    folder: Path = Path(),
    tailoring: Tailoring = WHOLE,
) -> Page:
    """The page of a whole topic file, which must be without mistakes."""
    topic, problems, source = read(text, folder)
    assert not problems, found(problems, source)
    ready, problems = manuscript(
        topic,
        Medium.PAGE,
        library=LIBRARY,
        clinic=clinic,
        language=ENGLISH,
        tailoring=tailoring,
    )
    assert not problems, found(problems, source)
    page, problems = compose_page(ready, default_theme(), ENGLISH)
    assert not problems
    return page


def written(page: Page) -> tuple[str, list[Problem]]:
    """A page's HTML, and what was wrong with it."""
    data, problems = write(page, default_theme(), ENGLISH)
    return data.decode("utf-8"), problems


def drawn_page(text: str, *, clinic: Clinic = CLINIC, folder: Path = Path()) -> str:
    """The HTML of a whole topic file."""
    html, problems = written(composed(text, clinic=clinic, folder=folder))
    assert not problems
    return html


@dataclass(frozen=True, slots=True)
class Element:
    """A start tag with its attributes."""

    tag: str
    attributes: dict[str, str]


@dataclass(slots=True)
class Anatomy(HTMLParser):
    """The elements of a page in order, and the text between them."""

    elements: list[Element] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def values(self, attribute: str) -> list[str]:
        """Every value of an attribute, in order."""
        return [e.attributes[attribute] for e in self.elements if attribute in e.attributes]

    def tags(self) -> Counter[str]:
        """How often each tag occurs."""
        return Counter(element.tag for element in self.elements)

    @property
    def text(self) -> str:
        """All text, the style sheet's included."""
        return "".join(self.texts)


def dissected(html: str) -> Anatomy:
    """A page taken apart."""
    anatomy = Anatomy()
    anatomy.feed(html)
    anatomy.close()
    return anatomy
