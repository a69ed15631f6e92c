"""Callouts and do/don't pairs in; boxes that stand out from the page out. None is ever split."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from careleaf.model.art import Paint
from careleaf.model.inline import Line, plain
from careleaf.model.shape import Callout, Item, Pair, Shape, Side, Tone
from careleaf.write.pdf.icons import disc_icon, plain_icon
from careleaf.write.pdf.marks import Box, Disc, Group, Mark, Panel, Rule, at, stacked
from careleaf.write.pdf.poses import standing
from careleaf.write.pdf.prose import inside, joined, titled
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element

Inner = Callable[[tuple[Shape, ...], Element, float], list[Box]]
"""Lays out the shapes inside a box: given by `flow`, which knows them all."""


class _Look(Struct, frozen=True):
    fill: Paint
    icon: str
    disc: Paint
    glyph: Paint
    edge: Paint | None = None


_LOOKS = {
    Tone.KEY: _Look("teal-tint", "info", "teal-deep", "white"),
    Tone.TIP: _Look("teal-tint", "idea", "teal-deep", "white"),
    Tone.SUMMARY: _Look("teal-tint", "tick", "teal-deep", "white"),
    Tone.WARNING: _Look("amber-tint", "exclamation", "amber-deep", "white", "amber-deep"),
    Tone.UNKNOWN: _Look("panel", "question", "slate", "white"),
}
_PAD_X, _PAD_Y = 14.0, 11.0
_DISC, _GLYPH, _TEXT = 24.0, 16.0, 36.0


def callout(shape: Callout, setting: Setting, parent: Element, inner: Inner) -> list[Box]:
    """A tinted panel with an icon, a bold lead and what is inside."""
    look = _LOOKS[shape.tone]
    element = parent.add("Div")
    room = setting.styles.width - 2 * _PAD_X - _TEXT
    boxes = (
        [setting.block(shape.title, setting.styles.lead, room, element.add("P"))]
        if shape.title
        else []
    )
    for place, box in enumerate(inner(shape.body, element, room)):
        boxes.append(replace(box, gap=3.0 if not place and boxes else box.gap))
    text = stacked(boxes)
    height = max(text.height, _DISC) + 2 * _PAD_Y
    panel = Panel(
        x=0,
        y=0,
        width=setting.styles.width,
        height=height,
        radius=8,
        fill=look.fill,
        edge=look.edge,
        edge_width=1 if look.edge else 0,
    )
    icon = disc_icon(look.icon, _PAD_X, _PAD_Y, _DISC, _GLYPH, fill=look.disc, colour=look.glyph)
    top = _PAD_Y + max(0.0, (_DISC - text.height) / 2)
    return [Box(height=height, marks=(panel, icon, at(text, _PAD_X + _TEXT, top)))]


def key_message(shape: Callout, label: str, setting: Setting, parent: Element, inner: Inner) -> Box:
    """The one thing to remember, large."""
    element = parent.add("Div")
    disc, left, pad = 34.0, 64.0, 11.0
    room = setting.styles.width - left - 18.0
    lead = setting.block(setting.words(label), setting.styles.key_label, room, element.add("P"))
    boxes = [lead, *(replace(box, gap=2.0) for box in inner(shape.body, element, room))]
    text = stacked(boxes)
    height = text.height + 2 * pad
    panel = Panel(x=0, y=0, width=setting.styles.width, height=height, radius=8, fill="teal-tint")
    icon = disc_icon("info", 16, (height - disc) / 2, disc, 22, fill="teal-deep", colour="white")
    return Box(height=height, marks=(panel, icon, at(text, left, pad)))


_FLAG_HEADER = 36.0
_SIGN_ICON, _SIGN_TEXT, _SIGN_GAP = 22.0, 30.0, 5.0
_LESS_FOR_FIRST, _MORE_FOR_FIRST = (0.45, 0.42), (0.55, 0.58)
"""Shares of the width for the first column, where the one beside it needs more, or less, depth."""
_WORTH = 8.0
"""Points of depth that unequal columns must save."""


def red_flags(
    flags: tuple[Callout, ...], title: str, setting: Setting, parent: Element, level: int
) -> Box:
    """One box for all danger signs: whom to call, then the signs, side by side."""
    element = parent.add("Sect")
    header = titled(
        setting.words(title),
        setting.styles.flag_title,
        setting,
        element,
        level,
        gap=0,
        width=setting.styles.width - 70,
    )
    body = _flag_columns(flags, setting, element, level + 1)
    named = stacked(header)
    deep = _FLAG_HEADER + named.height - setting.styles.flag_title.lead
    height = deep + body.height
    marks: list[Mark] = [
        Panel(x=0, y=0, width=setting.styles.width, height=height, radius=8, fill="white"),
        Panel(x=0, y=0, width=setting.styles.width, height=deep, radius=8, corners="t", fill="red"),
        Panel(
            x=1,
            y=1,
            width=setting.styles.width - 2,
            height=height - 2,
            radius=7,
            edge="red",
            edge_width=2,
        ),
        plain_icon("warning", 14, 6, 24, "white"),
        at(named, 48, (_FLAG_HEADER - setting.styles.flag_title.lead) / 2),
        at(body, 0, deep),
    ]
    return Box(height=height, marks=tuple(marks))


def _flag_columns(
    flags: tuple[Callout, ...], setting: Setting, element: Element, level: int
) -> Box:
    if len(flags) != 2:
        boxes = [
            replace(_flag(flag, setting, element, setting.styles.width - 28, level), gap=10.0)
            for flag in flags
        ]
        text = stacked(boxes)
        return Box(height=text.height + 22, marks=(at(text, 14, 11),))
    box, tree, first_is_deeper = _side_by_side(flags, 0.5, setting, level)
    for share in _MORE_FOR_FIRST if first_is_deeper else _LESS_FOR_FIRST:
        other, its_tree, _ = _side_by_side(flags, share, setting, level)
        if other.height < box.height - _WORTH:
            box, tree = other, its_tree
    element.kids += tree.kids
    return box


def _side_by_side(
    flags: tuple[Callout, ...], share: float, setting: Setting, level: int
) -> tuple[Box, Element, bool]:
    """Two columns, the first with this share of the width; what they say; and whether the first is
    the deeper."""
    tree = Element("Sect")
    first = setting.styles.width * share
    columns = [
        _flag(flags[0], setting, tree, first - 14 - 12, level),
        _flag(flags[1], setting, tree, setting.styles.width - first - 12 - 14, level),
    ]
    height = max(box.height for box in columns) + 22
    rule = Rule(first, 0, first, height, "red", 1)
    marks = (at(columns[0], 14, 11), rule, at(columns[1], first + 12, 11))
    return Box(height=height, marks=marks), tree, columns[0].height > columns[1].height


def _flag(flag: Callout, setting: Setting, parent: Element, width: float, level: int) -> Box:
    """Whom to call, the number and advice, then the signs."""
    element = parent.add("Sect")
    icon = "ambulance" if flag.tone is Tone.EMERGENCY else "phone"
    room = width - _SIGN_TEXT
    boxes = titled(flag.title, setting.styles.flag_head, setting, element, level, gap=0, width=room)
    if flag.number and flag.number not in plain(flag.title):
        number = setting.words(flag.number)
        boxes.append(setting.block(number, setting.styles.flag_number, room, element.add("P")))
    lists = element.add("L").set("List", "ListNumbering", "None")
    signs: list[Box] = []
    for shape in flag.body:
        for item in getattr(shape, "items", ()):
            signs.append(_sign(item, setting, lists, room))
    head = Box(
        height=max(stacked(boxes).height + 2, 24),
        marks=(
            plain_icon(icon, 0, -2, 24, "red"),
            at(stacked(boxes), _SIGN_TEXT, 2),
        ),
    )
    rows = [head, *(replace(sign, gap=_SIGN_GAP) for sign in signs)]
    if flag.advice:
        advice = _advice(flag, setting, element, room)
        rows.append(replace(advice, gap=_SIGN_GAP + 3))
    return stacked(rows)


def _sign(item: Item, setting: Setting, lists: Element, room: float) -> Box:
    """An icon and a sentence, never parted."""
    body = lists.add("LI").add("LBody")
    lines = [setting.block(joined(item), setting.styles.list, room, body)]
    text = stacked([*lines, *inside(item, body, setting, room)])
    if item.icon:
        top = min(0.0, (setting.styles.list.lead - _SIGN_ICON) / 2)
        mark: Mark = plain_icon(item.icon, 1, max(top, -2.0), _SIGN_ICON, "red")
    else:
        mark = Disc(x=12, y=setting.styles.list.lead / 2, radius=2.5, fill="red")
    return Box(height=max(text.height, _SIGN_ICON - 3), marks=(mark, at(text, _SIGN_TEXT, 0)))


def _advice(flag: Callout, setting: Setting, element: Element, room: float) -> Box:
    text = setting.block(
        flag.advice, replace(setting.styles.list, weight=600), room, element.add("P")
    )
    return Box(height=text.height, marks=(at(text, _SIGN_TEXT, 0),))


def signs_elsewhere(lines: Sequence[Line], setting: Setting, parent: Element) -> Box:
    """A red frame that says on which pages more danger signs are."""
    boxes = [
        replace(
            setting.block(line, setting.styles.lead, setting.styles.width - 62, parent.add("P")),
            gap=3.0,
        )
        for line in lines
    ]
    text = stacked(boxes)
    height = text.height + 14
    frame = Panel(
        x=1,
        y=1,
        width=setting.styles.width - 2,
        height=height - 2,
        radius=7,
        edge="red",
        edge_width=2,
    )
    icon = plain_icon("warning", 14, (height - 22) / 2, 22, "red")
    return Box(height=height, marks=(frame, icon, at(text, 48, 7)))


_SIDE_HEAD = 42.0
_FIGURE_HEIGHT, _FIGURE_RAISED = 94.0, 14.0
"""How high a figure stands, and how far it reaches up into the line of the heading."""


def pair(shape: Pair, setting: Setting, parent: Element, level: int) -> list[Box]:
    """Do on the start side, Don't on the end side: edge, disc and word say which."""
    boxes: list[Box] = []
    if shape.title:
        boxes += titled(shape.title, setting.styles.small_heading, setting, parent, level, gap=15.0)
    half, scale = _half(setting), _figure_scale(shape)
    sides = [
        _side(shape.do, "teal", setting, parent.add("Div"), scale),
        _side(shape.dont, "red", setting, parent.add("Div"), scale),
    ]
    height = max(box.height for box in sides)
    marks: list[Mark] = []
    for place, (box, colour) in enumerate(zip(sides, ("teal", "red"), strict=True)):
        x = place * (half + setting.styles.gutter)
        edge = Panel(
            x=0.75,
            y=0.75,
            width=half - 1.5,
            height=height - 1.5,
            radius=8,
            fill="white",
            edge=colour,
            edge_width=1.5,
        )
        marks += [Group(x, 0, (edge,)), at(box, x, 0)]
    boxes.append(Box(height=height, marks=tuple(marks), gap=7.0 if shape.title else 15.0))
    return boxes


def _half(setting: Setting) -> float:
    """The width of either side."""
    return (setting.styles.width - setting.styles.gutter) / 2


def _figure_scale(shape: Pair) -> float:
    """Points a unit for both halves, so that the two people are one person."""
    poses = [side.pose for side in (shape.do, shape.dont) if side.pose]
    return min([_FIGURE_HEIGHT / pose.ground[0] for pose in poses], default=1.0)


def _side(side: Side, colour: Paint, setting: Setting, element: Element, scale: float) -> Box:
    icon, ink = ("tick", "teal-deep") if colour == "teal" else ("cross", colour)
    room = _half(setting) - 28
    title = setting.block(
        side.title, setting.styles.card_title.coloured(ink), room - 30, element.add("P")
    )
    marks: list[Mark] = [disc_icon(icon, 14, 11, 22, 15, fill=colour, colour="white")]
    marks.append(at(title, 44, 12))
    top = _SIDE_HEAD
    if side.pose:
        floor = _SIDE_HEAD - _FIGURE_RAISED + _FIGURE_HEIGHT
        marks.append(standing(side.pose, scale, element, _half(setting) / 2, floor))
        top = floor + 12
    lists = element.add("L").set("List", "ListNumbering", "Disc")
    rows: list[Box] = []
    for item in side.items:
        body = lists.add("LI").add("LBody")
        lines = [setting.block(joined(item), setting.styles.list, room - 17, body)]
        text = stacked([*lines, *inside(item, body, setting, room - 17)])
        dot = Disc(x=4.5, y=setting.styles.list.lead / 2, radius=2.5, fill=colour)
        rows.append(Box(height=text.height, marks=(dot, at(text, 17, 0)), gap=5.0))
    text = stacked(rows)
    marks.append(at(text, 14, top))
    return Box(height=top + text.height + 13, marks=tuple(marks))
