"""Marks on a page in; PDF painting operators on a tagged canvas out."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple, assert_never

from careleaf.figure import person
from careleaf.model.art import Drawing, Paint
from careleaf.text import Gap, Placed, TextRun
from careleaf.text.shaping import Direction
from careleaf.theme import Theme
from careleaf.write.pdf.canvas import TaggedCanvas
from careleaf.write.pdf.drawings import (
    Former,
    drawing_form,
    form_of,
    is_plain,
    paint_operator,
    segments,
)
from careleaf.write.pdf.fonts import DocumentFonts
from careleaf.write.pdf.form import Form
from careleaf.write.pdf.marks import (
    Anchor,
    ArtMark,
    Crowd,
    Disc,
    Entry,
    Group,
    Ink,
    Mark,
    Panel,
    Rule,
    TextLine,
)
from careleaf.write.pdf.pictures import Pictures
from careleaf.write.pdf.shown import ShownRun, shown_runs
from careleaf.write.pdf.structure import Content, Element

_KAPPA = 4 / 3 * math.tan(math.pi / 8)
"""How far the handles of a cubic stand off to draw a quarter circle of radius 1."""
_LINK_ABOVE, _LINK_BELOW = 0.9, 0.25
"""How far a link's box reaches from the baseline, as a share of the size."""


class Side(NamedTuple):
    """Where x counts from on the paper, and which way: 1 to the right, -1 to the left. The only
    place that knows what right-to-left means to a page."""

    origin: float = 0.0
    way: Literal[1, -1] = 1

    def at(self, x: float) -> float:
        """From the paper's left edge."""
        return self.origin + self.way * x

    def left(self, x: float, width: float) -> float:
        """The left edge of a box that begins at x."""
        return self.at(x) if self.way > 0 else self.at(x + width)

    def moved(self, x: float) -> Side:
        """Counting from x."""
        return Side(self.at(x), self.way) if x else self

    def turned(self, width: float) -> Side:
        """Counting from the other side of a box that is so wide, back to where this counts from."""
        return Side(self.at(width), -1 if self.way > 0 else 1)


def reading_side(direction: Direction, width: float) -> Side:
    """The side of a page of this width at which reading begins."""
    return Side(width, -1) if direction == "rtl" else Side()


class Painter:
    """Draws marks on the canvas's current page. Marks count y downwards from the page's top, and x
    from `side`."""

    def __init__(
        self,
        canvas: TaggedCanvas,
        theme: Theme,
        height: float,
        side: Side = Side(),  # noqa: B008 - a tuple, made once
        former: Former = form_of,
    ) -> None:
        self._canvas = canvas
        self._theme = theme
        self._height = height
        self._side = side
        self._former = former
        self._fonts = DocumentFonts(canvas.document)
        self._pictures = Pictures(canvas)
        self._forms: set[str] = set()
        self._drawings: dict[tuple[int, Paint], str] = {}
        self._kept: list[Drawing] = []
        self._colours: dict[Paint, str] = {}
        self.form = Form(canvas, self._colour("ink"), right_to_left=side.way < 0)

    def draw(self, marks: Iterable[Mark], x: float, y: float, *, artifact: bool = False) -> None:
        """Paint marks moved by (x, y). `artifact`: a running head, or a copy of what was told
        already, is no content whatever its marks say."""
        self._draw(marks, self._side.moved(x), y, artifact=artifact)

    def _draw(self, marks: Iterable[Mark], side: Side, y: float, *, artifact: bool) -> None:
        for mark in marks:
            match mark:
                case Group():
                    silent = artifact or mark.artifact
                    inner = side.moved(mark.x)
                    if mark.turned is not None:
                        inner = inner.turned(mark.turned)
                    self._draw(mark.marks, inner, y + mark.y, artifact=silent)
                case TextLine():
                    left = side.left(mark.x, mark.line.extent)
                    self._text(mark, left, self._height - y - mark.y, artifact=artifact)
                case Panel():
                    left, bottom = side.left(mark.x, mark.width), y + mark.y + mark.height
                    self._panel(mark, left, self._height - bottom, artifact=artifact)
                case Disc():
                    self._disc(mark, side.at(mark.x), self._height - y - mark.y)
                case Rule():
                    self._rule(mark, side, y, artifact=artifact)
                case ArtMark():
                    self._art(mark, side, y + mark.y, artifact=artifact)
                case Crowd():
                    self._crowd(mark, side, y + mark.y)
                case Anchor() | Entry():
                    if not artifact:
                        self._unseen(mark, side, y)
                case _:
                    assert_never(mark)

    def _text(self, mark: TextLine, x: float, y: float, *, artifact: bool) -> None:
        """One text object for each run of words without a gap in it, in reading order."""
        for run in shown_runs(mark.line):
            ink = _ink(mark.line.part(run.pieces[0]))
            content = None if artifact else ink.content
            operators = self._text_object(run, x, y, ink)
            self._canvas.paint_text(operators, content, artifact=artifact)
            if content and content.element.link:
                self._link(content.element, run.pieces, x, y)

    def _text_object(self, run: ShownRun, x: float, y: float, ink: Ink) -> str:
        """BT to ET."""
        operators = [f"BT {self._colour(ink.colour)} rg 1 0 0 1 {x + run.x:.2f} {y:.2f} Tm"]
        for shown in run.shown:
            font = self._fonts.font(shown.face)
            array = font.array(shown)
            operators.append(f"{shown.move}/{font.resource} {shown.size:g} Tf [{array}] TJ")
        operators.append("ET")
        return " ".join(operators)

    def _link(self, element: Element, pieces: tuple[Placed, ...], x: float, y: float) -> None:
        size = max(piece.part.size for piece in pieces if isinstance(piece.part, TextRun))
        told = (piece.shaped.text + " " * (piece.space > 0) for piece in pieces if piece.shaped)
        words = "".join(told).strip()
        left = x + min(piece.x for piece in pieces)
        right = x + max(piece.x + piece.width for piece in pieces)
        box = (left, y - _LINK_BELOW * size, right, y + _LINK_ABOVE * size)
        self._canvas.link(element, f"{words}: {element.link}", box)

    def _unseen(self, mark: Anchor | Entry, side: Side, y: float) -> None:
        """What a page has beside what is painted."""
        if isinstance(mark, Anchor):
            self._anchor(mark, self._height - y - mark.y)
        else:
            left, top = side.left(mark.x, mark.width), self._height - y - mark.y
            self.form.add(mark.field, (left, top - mark.height, left + mark.width, top))

    def _anchor(self, mark: Anchor, y: float) -> None:
        self._canvas.place(mark.name, min(y + 12, self._height))
        if mark.level is not None:
            self._canvas.bookmark(mark.title, mark.name, mark.level)

    def _panel(self, mark: Panel, x: float, y: float, *, artifact: bool) -> None:
        outline = _rounded(x, y, mark.width, mark.height, radius=mark.radius, corners=mark.corners)
        content = None if artifact else mark.content
        if content:
            _cover(content.element, (x, y, x + mark.width, y + mark.height))
        self._shape(outline, mark, mark.dash, content)

    def _disc(self, mark: Disc, x: float, y: float) -> None:
        side = mark.radius * 2
        outline = _rounded(x - mark.radius, y - mark.radius, side, side, radius=mark.radius)
        self._shape(outline, mark)

    def _shape(
        self,
        outline: str,
        mark: Panel | Disc,
        dash: tuple[float, float] | None = None,
        content: Content | None = None,
    ) -> None:
        fill, edge = mark.fill, mark.edge
        operators = []
        if fill:
            operators.append(f"{self._colour(fill)} rg")
        if edge:
            operators.append(f"{self._colour(edge)} RG {mark.edge_width:g} w")
        if dash:
            operators.append(f"[{dash[0]:g} {dash[1]:g}] 0 d")
        operators += [outline, paint_operator(fill, edge, even_odd=False)]
        if dash:
            operators.append("[] 0 d")
        self._canvas.paint(" ".join(operators), content)

    def _rule(self, mark: Rule, side: Side, y: float, *, artifact: bool) -> None:
        start = f"{side.at(mark.x):.2f} {self._height - y - mark.y:.2f} m"
        end = f"{side.at(mark.to_x):.2f} {self._height - y - mark.to_y:.2f} l S"
        operators = f"{self._colour(mark.colour)} RG {mark.width:g} w {start} {end}"
        self._canvas.paint(operators, None if artifact else mark.content)

    def _art(self, mark: ArtMark, side: Side, y: float, *, artifact: bool) -> None:
        content = None if artifact else mark.content
        x = side.left(mark.x, mark.width)
        bottom = self._height - y - mark.height
        if content:
            _cover(content.element, (x, bottom, x + mark.width, bottom + mark.height))
        if isinstance(mark.art, Drawing):
            across, down = mark.width / mark.art.width, mark.height / mark.art.height
            start = x
            if mark.points and side.way < 0:
                across, start = -across, x + mark.width
            matrix = f"{across:.5f} 0 0 {-down:.5f} {start:.2f} {bottom + mark.height:.2f} cm"
            self._canvas.paint(f"q {matrix} {self._drawing(mark.art, mark.colour)} Q", content)
        else:
            name = self._pictures.name(mark.art)
            matrix = f"{mark.width:.2f} 0 0 {mark.height:.2f} {x:.2f} {bottom:.2f} cm"
            self._canvas.paint(f"q {matrix} /{name} Do Q", content)

    def _drawing(self, drawing: Drawing, current: Paint) -> str:
        """A form object, stored once however often it is painted. An icon takes its one colour from
        its place; a drawing of many colours has them inside."""
        plain = is_plain(drawing)
        key = id(drawing), "" if plain else current
        name = self._drawings.get(key)
        if name is None:
            # The drawing is kept, so that no other can have its id.
            self._kept.append(drawing)
            name = self._drawings[key] = f"drawing{len(self._kept)}"
            form = drawing_form(drawing, self._colour, current, self._former)
            self._canvas.add_ready(name, form)
        colour = f"{self._colour(current)} rg " if plain else ""
        return f"{colour}/{self._canvas.use_image(name)} Do"

    def _crowd(self, mark: Crowd, side: Side, y: float) -> None:
        """Every person is the same form object, at its own place; the first ones are counted, so
        that they stand where reading begins."""
        scale = mark.scale
        wide = mark.array.person_width * scale
        x = side.left(mark.x, mark.width)
        person_scale = scale * mark.array.person_width / person.WIDTH
        top = self._height - y
        box = (x, top - mark.height, x + mark.width, top)
        mark.content.element.set("Layout", "BBox", box).set("Layout", "Placement", "Block")
        operators = ["q", f"{self._colour('navy')} rg {self._colour('line')} RG"]
        for one in mark.array.people:
            name = self._person(filled=one.filled)
            across, down = side.left(mark.x + one.x * scale, wide), top - one.y * scale
            operators.append(
                f"q {person_scale:.5f} 0 0 {-person_scale:.5f} {across:.2f} {down:.2f} cm"
                f" /{name} Do Q"
            )
        self._canvas.paint("\n".join([*operators, "Q"]), mark.content)

    def _person(self, *, filled: bool) -> str:
        """The resource name of the person as a form object; its colours are the place's."""
        key = "personfilled" if filled else "personoutlined"
        if key not in self._forms:
            self._forms.add(key)
            outline = segments(person.OUTLINE)
            code = f"{outline} f" if filled else f"{person.STROKE:g} w {outline} S"
            box = (0.0, 0.0, person.WIDTH, person.HEIGHT)
            self._canvas.add_form(key, code, box)
        return self._canvas.use_image(key)

    def _colour(self, paint: Paint) -> str:
        """A colour of the theme as three operands."""
        operands = self._colours.get(paint)
        if operands is None:
            code = self._theme.colour(paint)
            channels = (int(code[place : place + 2], 16) / 255 for place in (1, 3, 5))
            operands = self._colours[paint] = " ".join(f"{value:.4g}" for value in channels)
        return operands


def _ink(part: TextRun | Gap) -> Ink:
    if isinstance(part, TextRun) and isinstance(part.mark, Ink):
        return part.mark
    raise TypeError("a run of text without ink")


def _cover(element: Element, box: tuple[float, float, float, float]) -> None:
    """Have a picture's box hold this one too (ISO 32000-1, 14.8.5.4.3)."""
    known = element.attributes.get("Layout", {}).get("BBox")
    if isinstance(known, tuple):
        lows, highs = zip(known[:2], box[:2], strict=True), zip(known[2:], box[2:], strict=True)
        box = (*map(min, lows), *map(max, highs))  # type: ignore[assignment]
    element.set("Layout", "BBox", box).set("Layout", "Placement", "Block")


@lru_cache(maxsize=1024)
def _rounded(
    x: float, y: float, width: float, height: float, *, radius: float, corners: str = "tb"
) -> str:
    """A rectangle from its lower left, with round corners at top ("t") and bottom ("b")."""
    if radius <= 0:
        return f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re"
    low = radius if "b" in corners else 0.0
    high = radius if "t" in corners else 0.0
    right, top = x + width, y + height
    return (
        f"{x + low:.2f} {y:.2f} m {right - low:.2f} {y:.2f} l"
        f"{_corner(right - low, y, right, y + low, low, turn=1)}"
        f" {right:.2f} {top - high:.2f} l"
        f"{_corner(right, top - high, right - high, top, high, turn=2)}"
        f" {x + high:.2f} {top:.2f} l"
        f"{_corner(x + high, top, x, top - high, high, turn=1)}"
        f" {x:.2f} {y + low:.2f} l"
        f"{_corner(x, y + low, x + low, y, low, turn=2)} h"
    )


def _corner(x: float, y: float, to_x: float, to_y: float, radius: float, *, turn: int) -> str:
    """A quarter circle; `turn` 1 leaves sideways, 2 leaves upright."""
    if radius <= 0:
        return ""
    across, down = (to_x - x) * _KAPPA, (to_y - y) * _KAPPA
    if turn == 1:
        one = f"{x + across:.2f} {y:.2f} {to_x:.2f} {to_y - down:.2f}"
    else:
        one = f"{x:.2f} {y + down:.2f} {to_x - across:.2f} {to_y:.2f}"
    return f" {one} {to_x:.2f} {to_y:.2f} c"
