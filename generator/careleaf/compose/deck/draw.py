"""Words, icons and places in; the small placed shapes that every layout is built from out."""

from __future__ import annotations

from collections.abc import Sequence

from careleaf.compose.deck.breaks import kept, settled
from careleaf.compose.deck.measure import measure
from careleaf.compose.deck.type import SOURCE, Style, say
from careleaf.model.art import Drawing, Paint
from careleaf.model.deck import (
    Anchor,
    Box,
    Mark,
    Panel,
    Paragraph,
    Placed,
    Placeholder,
    Rule,
    Text,
)
from careleaf.theme.icons import icon

LEFT, RIGHT, WIDE = 48.0, 912.0, 864.0
"""The grid's side margins, and the width between them."""

BODY_TOP, BODY_TOP_LOW, BODY_END = 100.0, 140.0, 484.0
"""Where the body begins under a title of one line and of two, and where it ends."""

GAP, GUTTER = 12.0, 24.0
RADIUS = 12.0


def words(
    name: str,
    box: Box,
    paragraphs: Sequence[Paragraph],
    *,
    anchor: Anchor = "top",
    placeholder: Placeholder | None = None,
) -> Text:
    """Paragraphs in a box, with the number of lines that they need; no word stands alone on a last
    line."""
    shown = tuple(kept(settled(one, box.width), box.width) for one in paragraphs)
    return Text(
        name=name,
        box=box,
        paragraphs=shown,
        lines=measure(shown, box.width).lines,
        anchor=anchor,
        placeholder=placeholder,
    )


def label(name: str, box: Box, text: str, style: Style, *, anchor: Anchor = "middle") -> Text:
    """A few plain words on one line."""
    return words(name, box, (say(text, style),), anchor=anchor)


def number_disc(x: float, y: float, side: float, number: int, *, on_field: bool = False) -> Panel:
    """A number in a disc: white on navy, or navy on white over the field."""
    size = round(side * (0.5 if number < 100 else 0.4))
    ink, ground = ("navy", "white") if on_field else ("white", "navy")
    style = Style(size=max(size, 20), lead=side, colour=ink, bold=True)
    return Panel(
        name="Number",
        box=Box(x, y, side, side),
        form="ellipse",
        fill=ground,
        words=say(str(number), style, align="center"),
    )


def disc(x: float, y: float, side: float, fill: Paint) -> Panel:
    """A plain disc behind an icon."""
    return Panel(name="Disc", box=Box(x, y, side, side), form="ellipse", fill=fill)


def dot(x: float, y: float, side: float) -> Panel:
    """A bullet in the middle of the square where an icon would stand."""
    least = (side - _DOT) / 2
    return disc(x + least, y + least, _DOT, "navy")


_DOT = 12.0


def empty_box(x: float, y: float, side: float, size: float = 24.0) -> Panel:
    """A box of a size to tick, in the middle of the square where an icon would stand: empty, since
    a tick in it says "done"."""
    least = (side - size) / 2
    return Panel(
        name="Box to tick",
        box=Box(x + least, y + least, size, size),
        form="round",
        radius=3,
        fill="white",
        edge="navy",
        edge_width=2,
    )


def bare_icon(x: float, y: float, side: float, name: str, colour: Paint = "navy") -> Mark:
    """An icon beside its words: decoration, since the words say it."""
    return Mark(name=f"Icon: {name}", box=Box(x, y, side, side), drawing=icon(name), colour=colour)


def icon_disc(
    x: float, y: float, side: float, name: str, *, ground: Paint, colour: Paint = "navy"
) -> tuple[Placed, ...]:
    """An icon in the middle of a disc."""
    inner = round(side * (0.61 if side >= 56 else 0.68))
    off = (side - inner) / 2
    return disc(x, y, side, ground), bare_icon(x + off, y + off, inner, name, colour)


def card(
    name: str,
    box: Box,
    fill: Paint | None = "tint",
    *,
    edge: Paint | None = None,
    edge_width: float = 0.0,
) -> Panel:
    """A rounded panel."""
    return Panel(
        name=name,
        box=box,
        form="round",
        radius=RADIUS,
        fill=fill,
        edge=edge,
        edge_width=edge_width,
    )


def source_line(source: str, column: Box) -> Text | None:
    """Where numbers come from, at the column's foot; None where nobody says."""
    if not source:
        return None
    line = say(source, SOURCE)
    deep = measure((line,), column.width).height
    return words("Source", Box(column.x, column.bottom - deep, column.width, deep), (line,))


def above(column: Box, source: Text | None, gap: float = 10.0) -> Box:
    """What is left of a column above its source."""
    height = source.box.y - gap - column.y if source else column.height
    return Box(column.x, column.y, column.width, height)


def rule(x: float, y: float, to_x: float, *, colour: Paint = "hair", width: float = 0.75) -> Rule:
    """A level line."""
    return Rule(x=x, y=y, to_x=to_x, to_y=y, colour=colour, width=width)


def upright(x: float, y: float, to_y: float, *, colour: Paint = "hair", width: float = 1) -> Rule:
    """An upright line."""
    return Rule(x=x, y=y, to_x=x, to_y=to_y, colour=colour, width=width)


def drawing_mark(
    name: str, box: Box, drawing: Drawing, *, colour: Paint = "navy", alt: str = ""
) -> Mark:
    """A drawing as large as its box allows, its proportions kept, in the middle."""
    scale = min(box.width / drawing.width, box.height / drawing.height)
    width, height = drawing.width * scale, drawing.height * scale
    inner = Box(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height)
    return Mark(name=name, box=inner, drawing=drawing, colour=colour, alt=alt)
