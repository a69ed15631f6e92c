"""Danger signs in two languages in; one frame in which each sign faces its own out. No page splits
it, and both languages have the same numbers to call."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.model.inline import plain
from careleaf.model.shape import Callout, Item, Items, Tone
from careleaf.write.pdf.bilingual.columns import Columns
from careleaf.write.pdf.bilingual.panels import INDENT, PAD
from careleaf.write.pdf.icons import plain_icon
from careleaf.write.pdf.marks import Box, Disc, Mark, Panel, Rule, at, stacked
from careleaf.write.pdf.phrases import by_phrase
from careleaf.write.pdf.prose import joined
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element
from careleaf.write.pdf.styles import SEMIBOLD

_TITLE = "Get help right away"
_HEAD, _WARNING = 30.0, 22.0
_SIGN, _SIGN_GAP, _HEAD_ICON = 20.0, 4.0, 22.0
_BETWEEN = 6.0
"""Free above and below the rule that parts the calls."""
_APART = 10.0
"""From a call to its number."""

Both = tuple[Callout, Callout]


def red_flags(flags: tuple[Both, ...], columns: Columns, parent: Element, level: int) -> Box:
    """All danger signs: whom to call, then sign by sign, each with one icon for both languages."""
    element = parent.add("Sect")
    inside = columns.within(PAD + INDENT, PAD)
    head = _heading(inside, element, level)
    deep = max(_HEAD, head.height + 8)
    between = columns.first.styles.air * _BETWEEN
    rows: list[Box] = []
    for place, both in enumerate(flags):
        if place:
            line = Rule(1, 0, columns.width - 1, 0, "red", 1)
            rows.append(Box(height=0, marks=(line,), gap=between))
        made = _flag(both, inside, element, level + 1)
        rows += [replace(made[0], gap=between), *made[1:]] if place else made
    body = stacked(rows)
    height, width = deep + body.height + 2 * between, columns.width
    frame = Panel(x=1, y=1, width=width - 2, height=height - 2, radius=7, edge="red", edge_width=2)
    marks: list[Mark] = [
        Panel(x=0, y=0, width=width, height=height, radius=8, fill="white"),
        Panel(x=0, y=0, width=width, height=deep, radius=8, corners="t", fill="red"),
        frame,
        plain_icon("warning", PAD, (deep - _WARNING) / 2, _WARNING, "white"),
        at(head, 0, (deep - head.height) / 2),
        at(body, 0, deep + between),
    ]
    return Box(height=height, marks=tuple(marks), at=flags[0][1].at)


def _heading(columns: Columns, parent: Element, level: int) -> Box:
    trees = columns.under(parent)
    style = columns.first.styles.flag_title
    boxes = [
        setting.block(setting.say(_TITLE), style, columns.room, tree.add(f"H{level}"))
        for setting, tree in zip((columns.first, columns.second), trees, strict=True)
    ]
    return columns.row(*boxes)


def _flag(both: Both, columns: Columns, parent: Element, level: int) -> list[Box]:
    """Whom to call, the number, the signs, and what to do."""
    trees = columns.under(parent.add("Sect"))
    settings = columns.first, columns.second
    rooms = [_fits_beside(*one, columns.room) for one in zip(both, settings, strict=True)]
    told = [
        _parts(flag, setting, tree, level, beside=all(rooms))
        for flag, setting, tree in zip(both, settings, trees, strict=True)
    ]
    rows = columns.rows(*told)
    icons = _icons(both[0], len(rows))
    gap = columns.first.styles.air * _SIGN_GAP
    return [
        replace(row, marks=(*row.marks, *mark), height=max(row.height, _SIGN - 2), gap=gap)
        for row, mark in zip(rows, icons, strict=True)
    ]


def _fits_beside(flag: Callout, setting: Setting, room: float) -> bool:
    """Whether the number has room on the line of the call."""
    styles = setting.styles
    call = setting.width(plain(flag.title), styles.flag_head)
    return call + _APART + setting.width(flag.number, styles.flag_number) <= room


def _parts(
    flag: Callout, setting: Setting, tree: Element, level: int, *, beside: bool
) -> list[Box]:
    """The call with the number beside or below it, each sign, and what to do."""
    styles = setting.styles
    room = styles.width
    parts = [setting.block(flag.title, styles.flag_head, room, tree.add(f"H{level}"))]
    if flag.number and flag.number not in plain(flag.title):
        words = setting.words(flag.number)
        number = setting.block(words, styles.flag_number, room, tree.add("P"))
        if beside:
            x = setting.width(plain(flag.title), styles.flag_head) + _APART
            drop = setting.baseline(styles.flag_head) - setting.baseline(styles.flag_number)
            parts[0] = replace(parts[0], marks=(*parts[0].marks, at(number, x, drop)))
        else:
            parts.append(number)
    lists = tree.add("L").set("List", "ListNumbering", "None")
    for item in _signs(flag):
        body = lists.add("LI").add("LBody")
        parts.append(setting.block(joined(item), styles.list, room, body))
    if flag.advice:
        bold = styles.list.weighted(SEMIBOLD)
        advice = by_phrase(flag.advice, bold, room, setting)
        parts.append(setting.block(advice, bold, room, tree.add("P")))
    return parts


def _icons(flag: Callout, count: int) -> list[tuple[Mark, ...]]:
    """What stands before each of so many rows: one icon for both languages."""
    icon = "ambulance" if flag.tone is Tone.EMERGENCY else "phone"
    signs: list[tuple[Mark, ...]] = [(_sign(item),) for item in _signs(flag)]
    last: list[tuple[Mark, ...]] = [()] if flag.advice else []
    number: list[tuple[Mark, ...]] = [()] * (count - 1 - len(signs) - len(last))
    return [(plain_icon(icon, PAD - 1, -3, _HEAD_ICON, "red"),), *number, *signs, *last]


def _sign(item: Item) -> Mark:
    if item.icon:
        return plain_icon(item.icon, PAD, -2, _SIGN, "red")
    return Disc(x=PAD + 10, y=8, radius=2.5, fill="red")


def _signs(flag: Callout) -> tuple[Item, ...]:
    """What is listed in it."""
    return tuple(item for shape in flag.body if isinstance(shape, Items) for item in shape.items)
