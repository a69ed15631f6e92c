"""Placed pages in; headings that stand at a page's foot without what they head, out.

It looks at marks and at what they mean, not at what the boxes were told about one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from careleaf.text import TextRun
from careleaf.write.pdf.marks import Anchor, Box, Group, Ink, Mark, Rule, TextLine
from careleaf.write.pdf.page import Page
from careleaf.write.pdf.structure import Content, Element

Kind = Literal["heading", "prose", "piece"]
ENOUGH = 2
"""Lines of prose that a heading may end a page with, where more of the same follow."""


@dataclass(frozen=True, slots=True)
class Stranded:
    """The page, from 1, on which a heading is left."""

    page: int
    words: str


def stranded(
    pages: Sequence[Page], root: Element, lead: float, bottom: float
) -> Iterator[Stranded]:
    """Those that could stand with what they head. `lead` is that of prose, and `bottom` the lowest
    that content may reach, in points. Nothing can help a heading and a piece that are together
    deeper than a page."""
    parents = dict(_parents(root))
    for number, (page, following) in enumerate(pairwise(pages), 1):
        boxes = [one.box for one in page.standings]
        after = [one.box for one in following.standings]
        kinds = [_kind(box, parents) for box in boxes]
        if not after or "heading" not in kinds:
            continue
        place = len(kinds) - 1 - kinds[::-1].index("heading")
        below = boxes[place + 1 :]
        if "piece" in kinds[place + 1 :]:
            continue
        lines = round(sum(box.height for box in below) / lead)
        follows = _kind(after[0], parents)
        if lines > ENOUGH or (lines == ENOUGH and follows == "prose"):
            continue
        if (
            lines
            and follows == "heading"
            and _level(after[0], parents) <= _level(boxes[place], parents)
        ):
            continue  # A short section, whole: what follows is no part of it.
        first = place
        while first and kinds[first - 1] == "heading":
            first -= 1
        if (
            _needs([*boxes[first:], *after], parents)
            <= bottom - (page if first == 0 else following).top
        ):
            yield Stranded(number, _words(boxes[place].marks))


def _level(box: Box, parents: dict[int, Element]) -> int:
    """Of a heading: 1 is the outermost."""
    return min(int(_block(element, parents).tag[1]) for element, _ in _said(box.marks))


def _needs(boxes: Sequence[Box], parents: dict[int, Element]) -> float:
    """Points of the headings and all up to the first piece."""
    deep = boxes[0].height
    for box in boxes[1:]:
        deep += box.gap + box.height
        if _kind(box, parents) == "piece":
            break
    return deep


def _kind(box: Box, parents: dict[int, Element]) -> Kind:
    """A heading alone, running words outside any frame, or something whole."""
    tags = {_block(element, parents).tag for element, _ in _said(box.marks)}
    if any(not _is_words(mark) for mark in box.marks) or not tags:
        return "piece"
    if all(tag in {"H1", "H2", "H3", "H4", "H5", "H6"} for tag in tags):
        return "heading"
    return "prose" if tags == {"P"} and all(_runs_free(box, parents)) else "piece"


def _is_words(mark: Mark) -> bool:
    """Or a line to write on, which is among words."""
    return isinstance(mark, TextLine | Group | Anchor | Rule) and (
        not isinstance(mark, Rule) or mark.content is not None
    )


def _runs_free(box: Box, parents: dict[int, Element]) -> Iterator[bool]:
    """Whether words stand right in the document, or in what says one of two languages."""
    for element, _ in _said(box.marks):
        around = parents[id(_block(element, parents))]
        if around.tag == "Div" and id(around) in parents:
            around = parents[id(around)]
        yield around.tag == "Document"


def _block(element: Element, parents: dict[int, Element]) -> Element:
    while element.tag in {"Span", "Link"}:
        element = parents[id(element)]
    return element


def _parents(element: Element) -> Iterator[tuple[int, Element]]:
    for kid in element.kids:
        if isinstance(kid, Element):
            yield id(kid), element
            yield from _parents(kid)


def _words(marks: Iterable[Mark]) -> str:
    return " ".join(text for _, text in _said(marks))


def _said(marks: Iterable[Mark]) -> Iterator[tuple[Element, str]]:
    for mark in marks:
        if isinstance(mark, Group):
            yield from _said(mark.marks)
        elif isinstance(mark, Rule) and mark.content:
            yield mark.content.element, "____"
        elif isinstance(mark, TextLine):
            for piece in mark.line.pieces:
                ink = piece.part.mark if isinstance(piece.part, TextRun) else None
                if isinstance(ink, Ink) and isinstance(ink.content, Content) and piece.shaped:
                    yield ink.content.element, piece.shaped.text
