"""A deck: slides on which every box has its place, so that a writer draws and never lays out.

Points, on a slide of 960 x 540 or of a clinic's own size. `x` counts from the side where reading
starts: a writer mirrors it for a language that runs from right to left.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Literal

from msgspec import Struct

from careleaf.model.art import Drawing, Paint, Picture
from careleaf.source import Span

WIDTH, HEIGHT = 960.0, 540.0

Align = Literal["start", "center", "end"]
Anchor = Literal["top", "middle", "bottom"]
Inset = tuple[float, float, float, float]
"""Points between a box and its words: on the side where reading starts, above, on the other side,
below."""


class Box(Struct, frozen=True):
    """A rectangle: top left on the side where reading starts, width and height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def end(self) -> float:
        """Its far side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower side."""
        return self.y + self.height

    def mirrored(self, width: float) -> Box:
        """The same with `x` counted from the other side of a slide so wide. This is the one rule
        for a language that runs from right to left; what a box holds is never turned over."""
        return Box(width - self.end, self.y, self.width, self.height)


class Placeholder(Enum):
    """What a text is to outline view and screen readers; the layout has a slot of each kind."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BODY = "body"
    SECOND = "second"
    """The other half of a layout with two bodies."""
    FIRST_HEAD = "first head"
    SECOND_HEAD = "second head"
    PICTURE = "picture"
    FOOTER = "footer"
    NUMBER = "number"
    DATE = "date"
    """Left empty, as every piece says its version; only a clinic's own template has it."""


class Piece(Struct, frozen=True, kw_only=True):
    """Words in one style. What is None follows the paragraph."""

    text: str
    bold: bool = False
    colour: Paint | None = None
    size: float | None = None
    link: str | None = None
    """https, mailto, tel, or `#id` of a section."""
    language: str | None = None


class SoftBreak(Struct, frozen=True):
    """A new line in the same paragraph."""


class PageNumber(Struct, frozen=True):
    """The slide's own number, kept right by whoever shows the file."""


Part = Piece | SoftBreak | PageNumber


DOT, DASH, BOX = "\u2022", "\u2013", "\u25a1"
"""The box is to be ticked."""


class Bullet(Struct, frozen=True, kw_only=True):
    """What marks an item of a list, before its words. It begins at `indent` from the box's edge,
    and the words `width` further."""

    colour: Paint
    width: float
    sign: str = DOT
    indent: float = 0.0
    level: int = 0
    """How many lists its own stands in."""
    number: int | None = None
    """Its number in a numbered list, shown in place of the sign."""
    first: int = 1
    """The number that its list begins with on this slide."""

    @property
    def shown(self) -> str:
        """The sign, or the number with its full stop."""
        return self.sign if self.number is None else f"{self.number}."

    @property
    def side(self) -> float:
        """From the box's edge to the words."""
        return self.indent + self.width


class Paragraph(Struct, frozen=True, kw_only=True):
    """Set in `size` with lines `lead` apart."""

    parts: tuple[Part, ...]
    size: float
    lead: float
    colour: Paint = "ink"
    align: Align = "start"
    before: float = 0.0
    """Space above it, except where it comes first."""
    bullet: Bullet | None = None
    runs: Literal["ltr", "rtl"] | None = None
    """Where its start is, number and all, if it is wholly of a language that runs the other way
    than its deck: an English source in an Arabic one. None is as the deck."""


class Text(Struct, frozen=True, kw_only=True):
    """Words in a box without a frame. `lines` is how many lines they were measured to need."""

    name: str
    box: Box
    paragraphs: tuple[Paragraph, ...]
    lines: int
    anchor: Anchor = "top"
    placeholder: Placeholder | None = None
    as_slot: bool = False
    """Looks as its slot does: place, colour, weight, alignment, font and distance of lines are the
    layout's, and so is the size where it is the same. What is said of them here is near enough to
    draw the slide elsewhere, as on pages of notes."""


Form = Literal["rectangle", "round", "ellipse"]


class Panel(Struct, frozen=True, kw_only=True):
    """A plain surface. It is decoration unless it holds words, which stand in its middle."""

    name: str
    box: Box
    form: Form = "rectangle"
    radius: float = 0.0
    """Of the corners of a round one."""
    fill: Paint | None = None
    edge: Paint | None = None
    edge_width: float = 0.0
    dashed: bool = False
    words: Paragraph | None = None


class Rule(Struct, frozen=True, kw_only=True):
    """A straight line between two points; decoration."""

    x: float
    y: float
    to_x: float
    to_y: float
    colour: Paint
    width: float


class Mark(Struct, frozen=True, kw_only=True):
    """A drawing that fills its box: `colour` is its "current". Without `alt` it is decoration.
    One that `runs` the way reading does (the arrow from start to finish, people counted from the
    first) is turned over from right to left; no other ever is."""

    name: str
    box: Box
    drawing: Drawing
    colour: Paint = "navy"
    alt: str = ""
    runs: bool = False


class Illustration(Struct, frozen=True, kw_only=True):
    """A drawing of many colours that fills its box, held as one picture that stays sharp: an SVG,
    and a PNG for programs that show none. `ground` is the surface beneath, which is the drawing's
    "current". Its box is mirrored, the drawing never. Without `alt` it is decoration."""

    name: str
    box: Box
    drawing: Drawing
    ground: Paint
    alt: str


class Image(Struct, frozen=True, kw_only=True):
    """A raster picture that fills its box. Without `alt` it is decoration."""

    name: str
    box: Box
    picture: Picture
    alt: str


class TableCell(Struct, frozen=True, kw_only=True):
    """`inset` keeps words free of a mark that is drawn over the cell's start. What has a `fill`
    stands apart from the cells beside it."""

    paragraphs: tuple[Paragraph, ...]
    inset: float = 0.0
    fill: Paint | None = None


class TableRow(Struct, frozen=True, kw_only=True):
    """Cells of one height, the rule below them, and what fills them."""

    height: float
    cells: tuple[TableCell, ...]
    rule: Paint | None = None
    rule_width: float = 0.0


class PlacedTable(Struct, frozen=True, kw_only=True):
    """A table whose first row is its head. `columns` are widths; `gap` is free between columns.
    `grid` is the colour of lines on every side, for a table to write in."""

    name: str
    box: Box
    columns: tuple[float, ...]
    rows: tuple[TableRow, ...]
    alt: str
    gap: float = 0.0
    grid: Paint | None = None


class PlacedBar(Struct, frozen=True, kw_only=True):
    """A bar with its name below and its number above."""

    name: str
    value: int
    fill: Paint


class PlacedChart(Struct, frozen=True, kw_only=True):
    """A column chart that stays editable. The bars stand in `plot`, which lies in `box`; numbers
    reach above it and names below it."""

    name: str
    box: Box
    plot: Box
    series: str
    """What the numbers count."""
    bars: tuple[PlacedBar, ...]
    top: int | None
    """Where the scale ends; None leaves it to the program that shows the chart."""
    wide: float
    """Share of the way from bar to bar that a bar takes."""
    value_size: float
    name_size: float
    alt: str


class Group(Struct, frozen=True, kw_only=True):
    """Shapes that move together. With `alt` they are one picture to a screen reader."""

    name: str
    shapes: tuple[Placed, ...]
    alt: str = ""


Placed = Text | Panel | Rule | Mark | Illustration | Image | PlacedTable | PlacedChart | Group
"""What a writer has to draw; one that forgets a kind does not pass mypy."""


class Slot(Struct, frozen=True, kw_only=True):
    """A place that a layout keeps for words, and how they look there."""

    placeholder: Placeholder
    box: Box
    size: float
    lead: float
    colour: Paint = "ink"
    bold: bool = False
    anchor: Anchor = "top"
    align: Align = "start"
    bulleted: bool = False
    inset: Inset = (0.0, 0.0, 0.0, 0.0)
    exact: bool = False
    """Whether lines stay `lead` apart at a smaller size too."""
    before: float = 0.0
    """Space above each paragraph but the first."""
    spacing: float = 0.0
    """Points between letters, beyond the font's own."""
    capitals: bool = False
    """Whether it shows all letters as capitals, which are wider."""
    font: str = ""
    """The name of its font; empty for ours."""
    kind: str = ""
    """With `index`: `type` and `idx` by which a clinic's own layout knows it."""
    index: int = 0

    @property
    def inner(self) -> Box:
        """Where its words stand."""
        left, top, right, bottom = self.inset
        return Box(
            self.box.x + left,
            self.box.y + top,
            self.box.width - left - right,
            self.box.height - top - bottom,
        )


class Layout(Struct, frozen=True, kw_only=True):
    """A kind of slide: ground colour, art that stays behind every slide of the kind, and slots."""

    name: str
    background: Paint | None
    """None where it is a picture, a gradient, or anything else but one colour."""
    art: tuple[Placed, ...]
    slots: tuple[Slot, ...]
    part: str = ""
    """The name of the part that it is in a clinic's own file; empty for one that we make."""
    room: Box = Box(0.0, 0.0, 0.0, 0.0)
    """Of such a layout: what its own slots and art leave free."""
    taken: tuple[Box, ...] = ()
    """Of such a layout: the boxes of these."""

    def slot(self, placeholder: Placeholder) -> Slot | None:
        """Its slot of a kind, if it has one."""
        return next((slot for slot in self.slots if slot.placeholder is placeholder), None)


class Template(Struct, frozen=True, kw_only=True):
    """What a deck is drawn on: our own layouts, or those of a clinic's file, in its own points."""

    layouts: tuple[Layout, ...]
    width: float = WIDTH
    height: float = HEIGHT
    font: str = ""
    """The name of a clinic's font for text; empty for ours."""
    colours: tuple[tuple[str, str], ...] = ()
    """The colours of a clinic's theme: a name that shapes use (bg1 ... accent6), "#rrggbb"."""
    file: bytes = b""
    """The clinic's file, a presentation without slides; empty where the layouts are ours."""

    def layout(self, name: str) -> Layout | None:
        """Its layout of that name, if it has one."""
        return next((one for one in self.layouts if one.name == name), None)


class Slide(Struct, frozen=True, kw_only=True):
    """`shapes` are in reading order; decoration that lies under words comes before them."""

    at: Span
    layout: str
    title: str
    """The words of the title, one of its kind in the deck."""
    shapes: tuple[Placed, ...]
    notes: tuple[str, ...]
    """What the speaker says, one paragraph each."""
    anchors: tuple[str, ...] = ()
    """Ids of the sections that begin here."""
    heading: str = ""
    """The part or section of the topic that it belongs to; empty: that of the slide before it."""


class Deck(Struct, frozen=True, kw_only=True):
    """Slides, and the template with the layouts that they use."""

    title: str
    subtitle: str
    publisher: str
    """The clinic that shows it; who wrote the topic is not known."""
    language: str
    direction: Literal["ltr", "rtl"]
    written: date
    template: Template
    slides: tuple[Slide, ...]
