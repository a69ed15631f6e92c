"""The text of a topic in two languages in; one handout of both, as rows and as a file, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from careleaf.compose.leaflet import compose_leaflet
from careleaf.compose.manuscript import manuscript
from careleaf.compose.mirror import mirrored
from careleaf.language import Language, language
from careleaf.model.clinic import Clinic
from careleaf.model.leaflet import Leaflet
from careleaf.model.tailoring import Tailoring
from careleaf.model.topic import Medium
from careleaf.problem import Problem
from careleaf.text import TextRun
from careleaf.theme import default_theme
from careleaf.write.pdf import Written, write_bilingual
from careleaf.write.pdf.bilingual.document import lay_out
from careleaf.write.pdf.laid_out import LaidOut
from careleaf.write.pdf.marks import Group, Ink, Mark, TextLine
from careleaf.write.pdf.structure import Content, Element
from tests.tools.topics import CLINIC, LIBRARY, found, read

Both = tuple[Leaflet, Leaflet]


def composed(
    first: str, second: str, codes: tuple[str, str] = ("es", "en"), *, clinic: Clinic = CLINIC
) -> Both:
    """The leaflets of two whole topic files, which must say the same."""
    both, problems = compared(first, second, codes, clinic=clinic)
    assert not problems, [problem.message for problem in problems]
    return both


def compared(
    first: str, second: str, codes: tuple[str, str] = ("es", "en"), *, clinic: Clinic = CLINIC
) -> tuple[Both, list[Problem]]:
    """The same, and where one of them says what the other does not."""
    texts = zip((first, second), codes, strict=True)
    one, other = (_leaflet(text, code, clinic) for text, code in texts)
    other, problems = mirrored(one, other)
    return (one, other), problems


def _leaflet(text: str, code: str, clinic: Clinic) -> Leaflet:
    topic, problems, source = read(text)
    assert not problems, found(problems, source)
    spoken = language(code)
    ready, problems = manuscript(
        topic,
        Medium.LEAFLET,
        library=LIBRARY,
        clinic=clinic,
        language=spoken,
        tailoring=Tailoring(),
    )
    assert not problems, found(problems, source)
    leaflet, problems = compose_leaflet(ready, default_theme(), spoken, paper="letter")
    assert not problems
    return leaflet


def laid_out(both: Both) -> LaidOut:
    """Everything in its place."""
    return lay_out(both, default_theme(), _languages(both))


def written(both: Both) -> Written:
    """The file, and what was wrong with it."""
    return write_bilingual(both, default_theme(), _languages(both))


def _languages(both: Both) -> tuple[Language, Language]:
    return language(both[0].language), language(both[1].language)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line of type stands: its page from 1, and points below the live area's top."""

    page: int
    y: float


def rows(ready: LaidOut) -> str:
    """Every line of type of each page, the two languages with a bar between them. What is there
    once, such as the name of a drawing, stands without one."""
    spoken = _spoken(ready.root)
    lines: dict[Place, list[list[str]]] = defaultdict(lambda: [[], []])
    for place, line in _lines(ready):
        for element, text in _runs(line):
            lines[place][spoken.get(id(element)) is not None].append(text)
    written: list[str] = []
    page = 0
    for place in sorted(lines, key=lambda place: (place.page, place.y)):
        if place.page != page:
            page = place.page
            written.append(f"page {page}")
        first, second = ("".join(parts).strip() for parts in lines[place])
        written.append(f"  {place.y:.0f} {first} | {second}".rstrip(" |"))
    return "\n".join(written)


def faced(ready: LaidOut) -> Iterator[tuple[Element, Element]]:
    """Every part of the structure in the leading language, with the same in the other one."""
    yield from _faced(ready.root)


def _faced(element: Element) -> Iterator[tuple[Element, Element]]:
    kids = [kid for kid in element.kids if isinstance(kid, Element)]
    for kid, beside in pairwise(kids):
        if beside.tag == "Div" and beside.language:
            yield kid, beside
    for kid in kids:
        yield from _faced(kid)


def leaves(element: Element) -> list[Element]:
    """What has words of its own, in reading order."""
    own = [element] if any(isinstance(kid, Content) for kid in element.kids) else []
    inner = [leaf for kid in element.kids if isinstance(kid, Element) for leaf in leaves(kid)]
    return [*own, *inner]


def begins(ready: LaidOut) -> dict[int, Place]:
    """Where the first line of each element is, by the element's id."""
    places: dict[int, Place] = {}
    for place, line in _lines(ready):
        for element, _ in _runs(line):
            places.setdefault(id(element), place)
    return places


def _lines(ready: LaidOut) -> Iterator[tuple[Place, TextLine]]:
    for number, page in enumerate(ready.pages, 1):
        for standing in page.standings:
            for y, line in _within(standing.box.marks, standing.y):
                yield Place(number, round(y, 1)), line


def _within(marks: Iterable[Mark], y: float) -> Iterator[tuple[float, TextLine]]:
    for mark in marks:
        if isinstance(mark, Group):
            yield from _within(mark.marks, y + mark.y)
        elif isinstance(mark, TextLine):
            yield y + mark.y, mark


def _runs(line: TextLine) -> Iterator[tuple[Element, str]]:
    for piece in line.line.pieces:
        if isinstance(piece.part, TextRun) and isinstance(piece.part.mark, Ink):
            content = piece.part.mark.content
            if content and piece.shaped:
                yield content.element, piece.shaped.text + (" " if piece.space else "")


def _spoken(root: Element, within: str | None = None) -> dict[int, str]:
    """The language of each element that is not in the document's."""
    mine = root.language or within
    inner = [_spoken(kid, mine) for kid in root.kids if isinstance(kid, Element)]
    own = {id(root): mine} if mine else {}
    return {key: code for found in (own, *inner) for key, code in found.items()}
