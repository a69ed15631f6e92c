"""A slide of a deck in; the same drawn as marks, its words tagged in reading order, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from careleaf.figure.turned import turned_over
from careleaf.model.art import Drawing, Paint, Path, Picture
from careleaf.model.deck import (
    Box,
    Group,
    Illustration,
    Image,
    Layout,
    Mark,
    Panel,
    Paragraph,
    Part,
    Piece,
    Placed,
    PlacedChart,
    PlacedTable,
    Placeholder,
    Rule,
    Slide,
    Slot,
    Text,
)
from careleaf.model.placed import flat, wording
from careleaf.write.pdf import marks
from careleaf.write.pdf.slide_chart import chart
from careleaf.write.pdf.slide_table import table
from careleaf.write.pdf.slide_words import Board, words
from careleaf.write.pdf.structure import Content, Element

_FURNITURE = (Placeholder.FOOTER, Placeholder.NUMBER)
_DASH = (3.0, 2.0)
_KAPPA = 0.5522847498
"""How far the handles of a cubic stand off to draw a quarter circle of radius 1."""
_CAPITALS = 0.32
"""Of the size: half the height of digits, which stand in the middle of a panel."""


class SlideDrawing(Struct):
    """Draws the shapes of one slide. Words go into `root`, the title as a heading `title`. Art and
    pictures in the layouts of a clinic's own template are not known, and not drawn."""

    board: Board
    layout: Layout
    ground: Paint
    ink: Paint
    """Of words that look as their slot does: its own colour is not known, this one can be read."""
    root: Element
    title: str
    said_elsewhere: str
    """Words that every page says already: where a slide repeats them they are an artifact."""
    picture: Content | None = None
    """Of the picture that is being drawn, if shapes make one together."""
    silent: bool = False
    """Whether what is being drawn is an artifact."""

    def draw(self, slide: Slide, height: float) -> list[marks.Mark]:
        """Ground, the layout's own art, then the shapes."""
        under = Panel(name="Ground", box=Box(0, 0, self.board.width, height), fill=self.ground)
        shapes = (under, *self.layout.art, *slide.shapes)
        return [mark for shape in shapes for mark in self._shape(shape)]

    def _shape(self, shape: Placed) -> Iterator[marks.Mark]:
        match shape:
            case Text():
                yield from self._text(shape)
            case Panel():
                yield from self._panel(shape)
            case Rule():
                yield self._rule(shape)
            case Mark():
                turned = shape.runs and self.board.right_to_left
                drawing = turned_over(shape.drawing) if turned else shape.drawing
                yield self._art(shape.box, drawing, shape.alt, shape.colour)
            case Illustration():
                yield self._art(shape.box, shape.drawing, shape.alt, shape.ground)
            case Image():
                yield self._art(shape.box, shape.picture, shape.alt)
            case PlacedTable():
                yield from table(shape, self.board, self.root)
            case PlacedChart():
                content = self.picture or self.root.add("Figure", alt=shape.alt).content()
                yield from chart(shape, self.board, content)
            case Group():
                yield from self._group(shape)
            case _:
                assert_never(shape)

    def _text(self, shown: Text) -> Iterator[marks.Mark]:
        slot = self.layout.slot(shown.placeholder) if shown.placeholder else None
        if shown.as_slot and slot:
            shown = _like(shown, slot, self.ink)
        into, whole = self._into(), False
        if shown.placeholder in _FURNITURE:
            into = None
        elif shown.placeholder is Placeholder.TITLE and into is self.root:
            into, whole = self.root.add(self.title), True
        found = words(
            shown.paragraphs, shown.box, self.board, into, anchor=shown.anchor, whole=whole
        )
        yield marks.Group(0, 0, tuple(found), artifact=into is None)

    def _panel(self, shown: Panel) -> Iterator[marks.Mark]:
        box, scale = shown.box, self.board.scale
        x, y = self.board.left(box), box.y * scale
        wide, high = box.width * scale, box.height * scale
        edge = shown.edge if shown.edge_width else None
        edge_width = shown.edge_width * scale
        if shown.form == "ellipse" and abs(wide - high) < 0.01 and not self.picture:
            yield marks.Disc(
                x=x + wide / 2,
                y=y + high / 2,
                radius=wide / 2,
                fill=shown.fill,
                edge=edge,
                edge_width=edge_width,
            )
        elif shown.form == "ellipse":
            art = _ellipse(wide, high, shown.fill, edge, edge_width)
            yield marks.ArtMark(x=x, y=y, width=wide, height=high, art=art, content=self.picture)
        else:
            round_corners = min(shown.radius * scale, wide / 2, high / 2)
            yield marks.Panel(
                x=x,
                y=y,
                width=wide,
                height=high,
                radius=round_corners if shown.form == "round" else 0.0,
                fill=shown.fill,
                edge=edge,
                edge_width=edge_width,
                dash=_DASH if shown.dashed else None,
                content=self.picture,
            )
        if shown.words:
            yield self._panel_words(box, shown.words)

    def _panel_words(self, box: Box, shown: Paragraph) -> marks.Mark:
        """One line, its capitals in the middle of the box."""
        middle = box.y + box.height / 2 + _CAPITALS * shown.size - shown.lead + 0.2 * shown.size
        line = Box(box.x, middle, box.width, shown.lead)
        found = words((shown,), line, self.board, self._into(), risen=False)
        return marks.Group(0, 0, tuple(found), artifact=self.silent)

    def _into(self) -> Element | Content | None:
        """Where words belong."""
        return None if self.silent else self.picture or self.root

    def _rule(self, shown: Rule) -> marks.Mark:
        scale, width = self.board.scale, self.board.width
        x, to_x = shown.x, shown.to_x
        if self.board.right_to_left:
            x, to_x = width - x, width - to_x
        return marks.Rule(
            x * scale,
            shown.y * scale,
            to_x * scale,
            shown.to_y * scale,
            shown.colour,
            shown.width * scale,
            self.picture,
        )

    def _art(
        self, box: Box, art: Drawing | Picture, alt: str, colour: Paint = "navy"
    ) -> marks.Mark:
        content = self.picture
        if content is None and alt and not self.silent:
            content = self.root.add("Figure", alt=alt).content()
        scale = self.board.scale
        return marks.ArtMark(
            x=self.board.left(box),
            y=box.y * scale,
            width=box.width * scale,
            height=box.height * scale,
            art=art,
            colour=colour,
            content=content,
        )

    def _group(self, group: Group) -> Iterator[marks.Mark]:
        before = self.picture, self.silent
        if self.said_elsewhere and _said(group.shapes) == self.said_elsewhere:
            self.silent = True
        elif group.alt and not self.picture and not self.silent:
            self.picture = self.root.add("Figure", alt=group.alt).content()
        for shape in group.shapes:
            yield from self._shape(shape)
        self.picture, self.silent = before


def _like(shown: Text, slot: Slot, ink: Paint) -> Text:
    """The text with the look that its slot gives it."""

    def look(part: Part) -> Part:
        if not isinstance(part, Piece):
            return part
        return replace(part, text=part.text.upper() if slot.capitals else part.text, bold=slot.bold)

    paragraphs = tuple(
        replace(one, parts=tuple(map(look, one.parts)), colour=ink, align=slot.align)
        for one in shown.paragraphs
    )
    inner = replace(slot, box=shown.box).inner
    return replace(shown, box=inner, paragraphs=paragraphs)


def _said(shapes: Sequence[Placed]) -> str:
    return " ".join(filter(None, (wording(shape) for shape in flat(shapes))))


def _ellipse(
    wide: float, high: float, fill: Paint | None, edge: Paint | None, width: float
) -> Drawing:
    across, down = wide / 2, high / 2
    a, b = across * _KAPPA, down * _KAPPA
    outline = (
        ("M", wide, down),
        ("C", wide, down + b, across + a, high, across, high),
        ("C", across - a, high, 0.0, down + b, 0.0, down),
        ("C", 0.0, down - b, across - a, 0.0, across, 0.0),
        ("C", across + a, 0.0, wide, down - b, wide, down),
        ("Z",),
    )
    path = Path(commands=outline, fill=fill, stroke=edge if width else None, stroke_width=width)
    return Drawing(width=wide, height=high, paths=(path,))
