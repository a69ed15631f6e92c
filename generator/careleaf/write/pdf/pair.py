"""Do and Don't in; two halves whose edge, disc and word say which is which out.

They stand side by side and are never split; where the page has one column, one below the other, and
whoever shows it beside the words."""

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
_BELOW_TITLE, _FOOT = 7.0, 13.0
_FIGURE_HEIGHT, _FIGURE_RAISED = 94.0, 14.0
"""How high a figure stands, and how far it reaches up into the line of the heading."""
_SMALLER = (110.0, 94.0, 80.0, 66.0, 54.0)
"""Heights that are tried beside words, of the standard profile: the halves one below the other."""


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
    sides = _sides(shape, setting, parent, styles.width, styles.grown(tall))
    do, dont = (
        _edged(box, colour, styles.width, box.height)
        for box, colour in zip(sides, ("teal", "red"), strict=True)
    )
    return stacked([do, replace(dont, gap=styles.tight_gap)])


def _sides(shape: Pair, setting: Setting, parent: Element, room: float, tall: float) -> list[Box]:
    """Both halves, with figures at most so tall: at one scale, so that the two are one person."""
    poses = [side.pose for side in (shape.do, shape.dont) if side.pose]
    scale = min([tall / pose.ground[0] for pose in poses], default=1.0)
    do, dont = parent.add("Div"), parent.add("Div")
    if not setting.styles.stacks:
        sizes = room, tall, scale
        return [
            _above(shape.do, "teal", setting, do, sizes),
            _above(shape.dont, "red", setting, dont, sizes),
        ]
    widest = max([pose.frames[0].width for pose in poses], default=0.0)
    scale = min(scale, setting.styles.columns(2) / widest) if widest else scale
    sizes = room, widest * scale, scale
    return [
        _beside(shape.do, "teal", setting, do, sizes),
        _beside(shape.dont, "red", setting, dont, sizes),
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


def _above(
    side: Side, colour: Paint, setting: Setting, element: Element, sizes: tuple[float, float, float]
) -> Box:
    """Whoever shows it above the words. `sizes` are the width of the half, the height of its figure
    and its points a unit."""
    half, tall, scale = sizes
    room = half - 2 * _PAD
    head, deep = _head(side, colour, setting, element, room)
    marks = [*head]
    top = max(_HEAD, deep + _BELOW_TITLE)
    if side.pose:
        floor = top - _FIGURE_RAISED + tall
        marks.append(standing(side.pose, scale, element, half / 2, floor))
        top = floor + 12
    text = _listed(side, colour, setting, element, room)
    marks.append(at(text, _PAD, top))
    return Box(height=top + text.height + _FOOT, marks=tuple(marks))


def _beside(
    side: Side, colour: Paint, setting: Setting, element: Element, sizes: tuple[float, float, float]
) -> Box:
    """Whoever shows it at the end of title and words. `sizes` are the width of all, that of the
    widest figure, and the points a unit of it."""
    width, across, scale = sizes
    room = width - 2 * _PAD - (across + setting.styles.gutter if side.pose else 0.0)
    head, deep = _head(side, colour, setting, element, room)
    top = deep + _BELOW_TITLE
    tree = Element("Div")
    text = _listed(side, colour, setting, tree, room)
    height = top + text.height + _FOOT
    marks = [*head]
    if side.pose:
        high = side.pose.ground[0] * scale
        height = max(height, high + 2 * _FOOT)
        middle = width - _PAD - across / 2
        marks.append(standing(side.pose, scale, element, middle, (height + high) / 2))
    element.kids += tree.kids
    marks.append(at(text, _PAD, top))
    return Box(height=height, marks=tuple(marks))


def _head(
    side: Side, colour: Paint, setting: Setting, element: Element, room: float
) -> tuple[tuple[Mark, ...], float]:
    """The disc and the word, and how deep they reach."""
    grown = setting.styles.grown
    icon, ink = ("tick", "teal-deep") if colour == "teal" else ("cross", colour)
    indent = grown(_TITLE_X) - _PAD
    style = setting.styles.card_title.coloured(ink)
    style = setting.fitting(side.title, style, room - indent)
    title = setting.block(side.title, style, room - indent, element.add("P"))
    disc, glyph = grown(_DISC), grown(_GLYPH)
    marks = (
        disc_icon(icon, _PAD, _DISC_Y, disc, glyph, fill=colour, colour="white"),
        at(title, grown(_TITLE_X), _TITLE_Y),
    )
    return marks, _TITLE_Y + title.height


def _listed(side: Side, colour: Paint, setting: Setting, element: Element, room: float) -> Box:
    """What to do, or not to do."""
    styles = setting.styles
    indent = styles.grown(_INDENT)
    lists = element.add("L").set("List", "ListNumbering", "Disc")
    rows: list[Box] = []
    for item in side.items:
        body = lists.add("LI").add("LBody")
        lines = [setting.block(joined(item), styles.list, room - indent, body)]
        text = stacked([*lines, *inside(item, body, setting, room - indent)])
        mark = dot(styles.list.lead / 2, colour, setting)
        rows.append(Box(height=text.height, marks=(mark, at(text, indent, 0)), gap=5.0))
    return stacked(rows)
