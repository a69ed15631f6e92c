"""Do and Don't in; two halves whose edge, disc and word say which is which out.

They stand side by side and are never split; where the page has one column, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec.structs import replace

from careleaf.model.art import Paint
from careleaf.model.shape import Pair, Side
from careleaf.write.pdf.fitted import fitted
from careleaf.write.pdf.icons import disc_icon
from careleaf.write.pdf.marks import Box, Group, Mark, Panel, at, stacked
from careleaf.write.pdf.poses import standing
from careleaf.write.pdf.prose import dot, inside, joined, titled
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element

_HEAD = 42.0
_PAD, _INDENT = 14.0, 17.0
_DISC, _GLYPH, _DISC_Y = 22.0, 15.0, 11.0
_TITLE_X, _TITLE_Y = 44.0, 12.0
_FIGURE_HEIGHT, _FIGURE_RAISED = 94.0, 14.0
"""How high a figure stands, and how far it reaches up into the line of the heading."""
_SMALLER = (94.0, 80.0, 66.0, 54.0)
"""Heights that are tried where the halves stand one below the other."""


def pair(
    shape: Pair, setting: Setting, parent: Element, level: int, above: Sequence[float] = (0.0,)
) -> list[Box]:
    """Do on the start side, Don't on the end side, or below. `above` are points that stand above
    both on their page, from all that should to what must."""
    styles = setting.styles
    gap = styles.block_gap
    boxes: list[Box] = []
    if shape.title:
        boxes += titled(shape.title, styles.small_heading, setting, parent, level, gap=gap)
    room = styles.width if styles.stacks else (styles.width - styles.gutter) / 2
    first_gap = 7.0 if shape.title else gap
    if styles.stacks:
        most = setting.depth - sum(box.height for box in boxes) - first_gap
        depths = [most - points - (gap if points else 0.0) for points in above]
        piled = fitted(partial(_piled, shape, setting), _SMALLER, depths, parent)
        return [*boxes, replace(piled, gap=first_gap)]
    sides = _sides(shape, setting, parent, room, _FIGURE_HEIGHT)
    height = max(box.height for box in sides)
    halves = [
        _edged(box, colour, room, height)
        for box, colour in zip(sides, ("teal", "red"), strict=True)
    ]
    marks = tuple(at(box, place * (room + styles.gutter), 0) for place, box in enumerate(halves))
    return [*boxes, Box(height=height, marks=marks, gap=first_gap)]


def _piled(shape: Pair, setting: Setting, tall: float, parent: Element) -> Box:
    """Do above Don't."""
    styles = setting.styles
    sides = _sides(shape, setting, parent, styles.width, tall)
    do, dont = (
        _edged(box, colour, styles.width, box.height)
        for box, colour in zip(sides, ("teal", "red"), strict=True)
    )
    return stacked([do, replace(dont, gap=styles.tight_gap)])


def _sides(shape: Pair, setting: Setting, parent: Element, room: float, tall: float) -> list[Box]:
    """Both halves, with figures so tall."""
    sizes = room, tall, _figure_scale(shape, tall)
    return [
        _side(shape.do, "teal", setting, parent.add("Div"), sizes),
        _side(shape.dont, "red", setting, parent.add("Div"), sizes),
    ]


def _edged(box: Box, colour: Paint, width: float, height: float) -> Box:
    edge = Panel(
        x=0.75,
        y=0.75,
        width=width - 1.5,
        height=height - 1.5,
        radius=8,
        fill="white",
        edge=colour,
        edge_width=1.5,
    )
    return Box(height=height, marks=(Group(0, 0, (edge,)), at(box, 0, 0)))


def _figure_scale(shape: Pair, tall: float) -> float:
    """Points a unit for both halves, so that the two people are one person."""
    poses = [side.pose for side in (shape.do, shape.dont) if side.pose]
    return min([tall / pose.ground[0] for pose in poses], default=1.0)


def _side(
    side: Side, colour: Paint, setting: Setting, element: Element, sizes: tuple[float, float, float]
) -> Box:
    """`sizes` are the width of the half, the height of its figure and its points a unit."""
    half, tall, scale = sizes
    styles = setting.styles
    grown = styles.grown
    icon, ink = ("tick", "teal-deep") if colour == "teal" else ("cross", colour)
    room = half - 2 * _PAD
    indent = grown(_TITLE_X) - _PAD
    style = styles.card_title.coloured(ink)
    style = setting.fitting(side.title, style, room - indent)
    title = setting.block(side.title, style, room - indent, element.add("P"))
    disc, glyph = grown(_DISC), grown(_GLYPH)
    marks: list[Mark] = [
        disc_icon(icon, _PAD, _DISC_Y, disc, glyph, fill=colour, colour="white"),
        at(title, grown(_TITLE_X), _TITLE_Y),
    ]
    top = max(grown(_HEAD), title.height + _TITLE_Y + 8) if styles.stacks else _HEAD
    if side.pose:
        floor = top - _FIGURE_RAISED + tall
        marks.append(standing(side.pose, scale, element, half / 2, floor))
        top = floor + 12
    lists = element.add("L").set("List", "ListNumbering", "Disc")
    rows: list[Box] = []
    for item in side.items:
        body = lists.add("LI").add("LBody")
        less = room - grown(_INDENT)
        lines = [setting.block(joined(item), styles.list, less, body)]
        text = stacked([*lines, *inside(item, body, setting, less)])
        mark = dot(styles.list.lead / 2, colour, setting)
        rows.append(Box(height=text.height, marks=(mark, at(text, grown(_INDENT), 0)), gap=5.0))
    text = stacked(rows)
    marks.append(at(text, _PAD, top))
    return Box(height=top + text.height + 13, marks=tuple(marks))
