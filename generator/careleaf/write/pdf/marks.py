"""What can be drawn on a page, in points, y downwards from the top of its box and x from the side
where its reading begins: the left, or the right in a language that is read from there. Nothing
here knows which: the painter turns whole boxes round, and no drawing with them.

A mark has a `content` where it means something; one without is an artifact (decoration, ISO 32000-1
14.8.2.2). Text always has a content, unless its group is said to be an artifact. A handout has
thousands and nothing leads from one back to itself, so Python need not look for that (`gc`)."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from careleaf.figure.array import IconArray
from careleaf.model.art import Drawing, Paint, Picture
from careleaf.source import Span
from careleaf.text import BrokenLine
from careleaf.write.pdf.field import Field
from careleaf.write.pdf.structure import Content


class Ink(Struct, frozen=True, gc=False):
    """How a run of text is drawn and what it means: the `mark` of a TextRun."""

    colour: Paint
    content: Content | None
    """None: an artifact."""


class TextLine(Struct, frozen=True, gc=False):
    """One line of shaped text from `x`, on its baseline at `y`."""

    x: float
    y: float
    line: BrokenLine


class Panel(Struct, frozen=True, kw_only=True, gc=False):
    """A rectangle, rounded at the corners named ("tb": top and bottom); an artifact, unless it is
    part of a picture."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0
    corners: str = "tb"
    fill: Paint | None = None
    edge: Paint | None = None
    edge_width: float = 0.0
    dash: tuple[float, float] | None = None
    content: Content | None = None


class Disc(Struct, frozen=True, kw_only=True, gc=False):
    """A circle about (x, y). Always an artifact."""

    x: float
    y: float
    radius: float
    fill: Paint | None = None
    edge: Paint | None = None
    edge_width: float = 0.0


class Rule(Struct, frozen=True, gc=False):
    """A straight line; one to write on has a content, so that readers hear of it."""

    x: float
    y: float
    to_x: float
    to_y: float
    colour: Paint
    width: float
    content: Content | None = None


class ArtMark(Struct, frozen=True, kw_only=True, gc=False):
    """A drawing or picture in a box; `colour` is what "current" means in it. One that `points`
    shows the way on, and is turned with the reading; people, logos and the like never are."""

    x: float
    y: float
    width: float
    height: float
    art: Drawing | Picture
    colour: Paint = "navy"
    content: Content | None = None
    points: bool = False


class Crowd(Struct, frozen=True, kw_only=True, gc=False):
    """People of an icon array, the counted ones in navy; one picture to readers."""

    x: float
    y: float
    width: float
    array: IconArray
    content: Content

    @property
    def scale(self) -> float:
        """Points a unit of the array."""
        return self.width / self.array.width

    @property
    def height(self) -> float:
        """In points, as wide as it is drawn."""
        return self.array.height * self.scale


class Entry(Struct, frozen=True, kw_only=True, gc=False):
    """The box of a field, where a file can be filled in. It paints nothing: the line or box that
    paper has stands there too."""

    x: float
    y: float
    width: float
    height: float
    field: Field


class Anchor(Struct, frozen=True, gc=False):
    """A place that links and bookmarks lead to. `level` 0 is the outermost bookmark; None is no
    bookmark."""

    y: float
    name: str
    title: str
    level: int | None


class Group(Struct, frozen=True, gc=False):
    """Marks moved together by (x, y). `artifact`: what they say is said elsewhere. Marks `turned`
    in a width begin at the other side of a box that wide: words of the other direction, or what
    begins at the left whatever is around it."""

    x: float
    y: float
    marks: tuple[Mark, ...]
    artifact: bool = False
    turned: float | None = None


Mark = TextLine | Panel | Disc | Rule | ArtMark | Crowd | Entry | Anchor | Group


class Box(Struct, frozen=True, kw_only=True, gc=False):
    """Something that no page may split, as wide as where it was laid out for."""

    height: float
    marks: tuple[Mark, ...] = ()
    gap: float = 0.0
    """Free above it, unless it comes first on a page."""
    keep: bool = False
    """Whether the next box must be on the same page."""
    starts_page: bool = False
    """Whether it must come first on a page."""
    opens: bool = False
    """Whether it would rather come first on a page: exercises, and a plan to hang up."""
    head: Box | None = None
    """Drawn again above it where it comes first on a page: a table's head, already told to readers,
    so that the copy is an artifact."""
    at: Span | None = None
    """Where it comes from; set where it might be too deep."""
    title: int = 0
    """The level of the heading that it is: a good place for a page to begin. 0: none."""
    heads: bool = False
    """Whether it says nothing without what follows: a heading, or a line or two below one."""


def stacked(boxes: list[Box], *, gap: float | None = None) -> Box:
    """One box of many, one below the other; its own gap is the first's unless given."""
    marks: list[Mark] = []
    y = 0.0
    for place, box in enumerate(boxes):
        y += box.gap if place else 0.0
        marks.append(Group(0, y, box.marks))
        y += box.height
    first = boxes[0].gap if boxes else 0.0
    return Box(height=y, marks=tuple(marks), gap=first if gap is None else gap)


def stacked_height(boxes: Iterable[Box]) -> float:
    """How high `stacked` is."""
    y = 0.0
    for place, box in enumerate(boxes):
        y += box.gap if place else 0.0
        y += box.height
    return y


def at(box: Box, x: float, y: float) -> Group:
    """A box's marks moved to a place."""
    return Group(x, y, box.marks)


def kept(boxes: list[Box]) -> list[Box]:
    """The same boxes, each bound to the next one."""
    return [replace(box, keep=True) for box in boxes]


def spaced(boxes: list[Box], gap: float) -> list[Box]:
    """The same boxes with this gap above the first."""
    return [replace(box, gap=gap) if not place else box for place, box in enumerate(boxes)]
