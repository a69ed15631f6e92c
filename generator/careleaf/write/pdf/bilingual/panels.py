"""A box that stands out, in two languages, in; one frame with both in it, row by row, out."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from careleaf.model.art import Paint
from careleaf.model.inline import Line
from careleaf.model.shape import Callout, Item, Items, Pair, Prompt, Shape, Side, Tone
from careleaf.write.pdf.bilingual.columns import Columns
from careleaf.write.pdf.icons import disc_icon
from careleaf.write.pdf.marks import Box, Disc, Group, Mark, Panel, at, stacked
from careleaf.write.pdf.panels import LOOKS, Look
from careleaf.write.pdf.poses import standing
from careleaf.write.pdf.structure import Element

Rows = Callable[[tuple[Shape, ...], tuple[Shape, ...], Columns, Element], list[Box]]
"""Lays out the shapes inside a box: given by `shapes`, which knows them all."""

PAD, INDENT = 12.0, 30.0
"""From a frame to what is inside, and the room for its icon."""
_DISC, _GLYPH = 22.0, 15.0
_QUESTIONS = Look("panel", "speech", "navy", "white")
_FIGURE, _FIGURE_ROOM = 78.0, 110.0
"""How tall someone stands between two columns, and the width that they have."""


def callout(
    both: tuple[Callout, Callout],
    titles: tuple[Line, Line],
    columns: Columns,
    parent: Element,
    rows: Rows,
) -> Box:
    """A tinted panel with an icon; its title in both languages, then what is in it."""
    element = parent.add("Div")
    inside = columns.within(PAD + INDENT, PAD)
    boxes: list[Box] = []
    if any(titles):
        style = "key_label" if both[0].tone is Tone.KEY else "lead"
        boxes.append(_titled(titles, inside, style, element))
    for place, row in enumerate(rows(both[0].body, both[1].body, inside, element)):
        boxes.append(row if place or not boxes else replace(row, gap=3.0))
    return _framed(boxes, columns, LOOKS[both[0].tone])


def questions(
    first: tuple[Prompt, ...],
    second: tuple[Prompt, ...],
    columns: Columns,
    parent: Element,
    rows: Rows,
) -> Box:
    """Questions to answer aloud in one panel, each with a box to tick in both languages."""
    inside = columns.within(PAD + INDENT, PAD)
    lists = tuple(
        Items(
            at=some[0].at,
            mark="tick",
            items=tuple(Item(at=one.at, body=one.question) for one in some),
        )
        for some in (first, second)
    )
    asked = rows(lists[:1], lists[1:], inside, parent.add("Div"))
    return _framed(asked, columns, _QUESTIONS)


def _framed(boxes: list[Box], columns: Columns, look: Look) -> Box:
    text = stacked(boxes)
    height = max(text.height, _DISC) + 2 * PAD
    panel = look.panel(columns.width, height)
    icon = disc_icon(look.icon, PAD, PAD - 2, _DISC, _GLYPH, fill=look.disc, colour=look.glyph)
    return Box(height=height, marks=(panel, icon, at(text, 0, PAD)))


def _titled(titles: tuple[Line, Line], columns: Columns, style: str, parent: Element) -> Box:
    trees = columns.under(parent)
    settings = columns.first, columns.second
    boxes = [
        setting.block(line, getattr(setting.styles, style), columns.room, tree.add("P"))
        for line, setting, tree in zip(titles, settings, trees, strict=True)
    ]
    return columns.row(*boxes)


def do_and_dont(
    first: Pair, second: Pair, columns: Columns, parent: Element, rows: Rows
) -> list[Box]:
    """Do above Don't; edge, disc and word say which. Who shows it stands between the languages."""
    boxes = [
        _side((first.do, second.do), "teal", columns, parent.add("Div"), rows),
        _side((first.dont, second.dont), "red", columns, parent.add("Div"), rows),
    ]
    return [replace(boxes[0], keep=True), replace(boxes[1], gap=6.0)]


def _recoloured(box: Box, colour: Paint) -> Box:
    """With dots in the colour of the frame."""

    def dotted(mark: Mark) -> Mark:
        if isinstance(mark, Group):
            return replace(mark, marks=tuple(dotted(inner) for inner in mark.marks))
        return replace(mark, fill=colour) if isinstance(mark, Disc) else mark

    return replace(box, marks=tuple(dotted(mark) for mark in box.marks))


def _side(
    both: tuple[Side, Side], colour: Paint, columns: Columns, element: Element, rows: Rows
) -> Box:
    pose = both[0].pose
    apart = _FIGURE_ROOM + 2 * PAD if pose else None
    inside = columns.within(PAD + INDENT, PAD, apart)
    sign, ink = ("tick", "teal-deep") if colour == "teal" else ("cross", colour)
    trees = inside.under(element)
    settings = inside.first, inside.second
    titles = [
        setting.block(
            side.title, setting.styles.card_title.coloured(ink), inside.room, tree.add("P")
        )
        for side, setting, tree in zip(both, settings, trees, strict=True)
    ]
    lists = tuple(Items(at=side.at, mark="bullet", items=side.items) for side in both)
    listed = rows(lists[:1], lists[1:], inside, element)
    dotted = [replace(_recoloured(row, colour), gap=row.gap or 6.0) for row in listed]
    text = stacked([inside.row(*titles), *dotted])
    height = text.height
    marks: list[Mark] = [at(text, 0, PAD)]
    if pose:
        middle = inside.left + inside.room + inside.apart / 2
        height = max(height, _FIGURE)
        scale = min(_FIGURE / pose.ground[0], _FIGURE_ROOM / pose.frames[0].width)
        floor = PAD + (height + pose.ground[0] * scale) / 2
        marks.append(standing(pose, scale, element, middle, floor))
    deep = height + 2 * PAD
    edge = Panel(
        x=0.75,
        y=0.75,
        width=columns.width - 1.5,
        height=deep - 1.5,
        radius=8,
        fill="white",
        edge=colour,
        edge_width=1.5,
    )
    disc = disc_icon(sign, PAD, PAD - 1, _DISC, _GLYPH, fill=colour, colour="white")
    return Box(height=deep, marks=(edge, disc, *marks), at=both[0].at)
