"""Headings, paragraphs and lists in; tagged boxes out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from careleaf.model.art import Paint
from careleaf.model.inline import Blank, Line, Run, plain
from careleaf.model.shape import Heading, Item, Items, Paragraph
from careleaf.write.pdf.field import Field
from careleaf.write.pdf.icons import disc_icon, plain_icon
from careleaf.write.pdf.marks import Anchor, Box, Disc, Entry, Mark, Panel, Rule, at, stacked
from careleaf.write.pdf.setting import WRITE_LEAD, Setting, open_words
from careleaf.write.pdf.structure import Element
from careleaf.write.pdf.styles import BOLD, Style

HEADING_GAP = 7.0
"""From a heading to what it heads."""
_PART_GAP, _SECTION_GAP, _SMALL_GAP = 30.0, 24.0, 15.0
_TEXT_INDENT = 17.0
_NUMBER_INDENT = 24.0
TICK_SIDE, _TICK_INDENT = 14.0, 23.0
_DOT, _DOT_MIDDLE = 2.5, 4.5
_DISC, _ICON, _ICON_INDENT = 36.0, 26.0, 47.0
_ROW_GAP = 9.0
_PICTURE_PAD = 7.0
"""Above and below a picture beside its words."""
_INNER_GAP = 3.0
"""Above each item inside another."""


def heading(shape: Heading, setting: Setting, parent: Element) -> list[Box]:
    """Level 2 a part, 3 a section, 4 and more small. Bound to what follows."""
    style, gap = {
        2: (setting.styles.part, _PART_GAP),
        3: (setting.styles.section, _SECTION_GAP),
    }.get(shape.level, (setting.styles.small_heading, _SMALL_GAP))
    return titled(shape.title, style, setting, parent, shape.level, gap=gap, anchor=shape.anchor)


def titled(
    title: Line,
    style: Style,
    setting: Setting,
    parent: Element,
    level: int,
    *,
    gap: float,
    anchor: str = "",
    width: float | None = None,
) -> list[Box]:
    """A heading element, never split; with an anchor also a bookmark."""
    element = parent.add(f"H{min(level, 6)}")
    room = width or setting.styles.width
    box = setting.block(title, setting.fitting(title, style, room), room, element, even=True)
    if not box.height:
        return []
    if anchor:
        mark = Anchor(0, anchor, plain(title), level - 2)
        box = replace(box, marks=(mark, *box.marks))
    return [replace(box, title=level, heads=True, keep=True, gap=gap)]


def paragraph(
    shape: Paragraph, setting: Setting, parent: Element, style: Style, width: float
) -> list[Box]:
    """Running text, a box a line."""
    return setting.paragraph(shape.body, style, width, parent.add("P"))


def items(
    shape: Items,
    setting: Setting,
    parent: Element,
    width: float,
    style: Style | None = None,
) -> list[Box]:
    """A list, a box an item or a row of items; what is inside an item has boxes of its own."""
    match shape.mark:
        case "icon":
            return icon_grid(shape.items, setting, _listed(shape, parent), width)
        case "bullet" if any(item.icon for item in shape.items):
            return icon_grid(shape.items, setting, _listed(shape, parent), width)
        case "bullet" | "number" | "tick" | "write-in":
            return _rows(
                shape,
                parent,
                _Room(setting, width, style or setting.styles.list),
                setting.styles.list_gap,
            )
        case _:
            assert_never(shape.mark)


def inside(item: Item, body: Element, setting: Setting, width: float) -> list[Box]:
    """The list inside an item, if it has one; `body` is the item's own."""
    if not item.inner:
        return []
    first, *rest = _rows(
        item.inner, body, _Room(setting, width, setting.styles.list, level=1), _INNER_GAP
    )
    return [replace(first, gap=_INNER_GAP), *rest]


def _listed(shape: Items, parent: Element) -> Element:
    numbering = {"number": "Decimal", "bullet": "Disc"}.get(shape.mark, "None")
    return parent.add("L").set("List", "ListNumbering", numbering)


def _rows(shape: Items, parent: Element, room: _Room, gap: float) -> list[Box]:
    lists = _listed(shape, parent)
    rows = [_item(item, shape, place, lists, room) for place, item in enumerate(shape.items)]
    return _together(
        [[replace(row[0], gap=gap if place else 0.0), *row[1:]] for place, row in enumerate(rows)],
        room.setting,
    )


_SHORT = 0.22
"""Share of a page's depth: a list that takes no more is never split. A longer one leaves two items
at least on either side, unless these hold lists themselves."""


def _together(rows: list[list[Box]], setting: Setting) -> list[Box]:
    """Rows of a box, or of one and of those inside it, which belong to it."""
    last = len(rows) - 1
    whole = sum(box.gap + box.height for row in rows for box in row) <= _SHORT * setting.depth
    boxes: list[Box] = []
    for place, row in enumerate(rows):
        edge = place in {0, last - 1} and len(row) == 1
        boxes += [*row[:-1], replace(row[-1], keep=place < last and (whole or edge))]
    return boxes


class _Room(Struct, frozen=True):
    """What items of one list are set with, and how many lists it stands in."""

    setting: Setting
    width: float
    style: Style
    level: int = 0


def _item(item: Item, shape: Items, place: int, lists: Element, room: _Room) -> list[Box]:
    """One item with its mark, then those inside it: the first stays with it."""
    setting, width, style = room.setting, room.width, room.style
    element, body = lists.add("LI"), Element("LBody")
    marks: list[Mark] = []
    grown = setting.styles.grown
    indent = grown(_TEXT_INDENT)
    middle = style.lead / 2
    match shape.mark:
        case "number":
            indent = grown(_NUMBER_INDENT)
            number = f"{shape.start + place}."
            bold = style.weighted(BOLD).coloured("teal-deep")
            words = setting.words(number)
            marks.append(at(setting.block(words, bold, indent, element.add("Lbl")), 0, 0))
        case "tick" | "write-in":
            indent, side = grown(_TICK_INDENT), grown(TICK_SIDE)
            top = middle - side / 2 + _written_drop(item, setting)
            says = setting.language.say(
                "{sentence} (box to tick)", sentence=open_words(joined(item))
            )
            field = setting.field(body, "tick", "tick", says)
            marks += tick_box(0, top, side, field=field)
        case _:
            marks.append(_bullet(middle, room.level, setting))
    element.kids.append(body)
    text = setting.block(joined(item), style, width - indent, body)
    head = Box(height=text.height, marks=(*marks, at(text, indent, 0)))
    if not item.inner:
        return [head]
    less = _Room(setting, width - indent, style, room.level + 1)
    within = _rows(item.inner, body, less, _INNER_GAP)
    return [replace(head, keep=True), *indented(within, indent)]


def indented(boxes: list[Box], indent: float) -> list[Box]:
    """The list inside an item, below it and as far in as its words."""
    moved = [replace(box, marks=(at(box, indent, 0),)) for box in boxes]
    return [replace(moved[0], gap=_INNER_GAP), *moved[1:]]


def _bullet(middle: float, level: int, setting: Setting) -> Mark:
    """A dot; inside an item a ring, then a dash, so that the eye finds its level again."""
    grown = setting.styles.grown
    x = grown(_DOT_MIDDLE)
    match level:
        case 0:
            return dot(middle, "teal", setting)
        case 1:
            return Disc(x=x, y=middle, radius=grown(2.25), edge="teal-deep", edge_width=1)
        case 2:
            return Rule(grown(1.5), middle, grown(8.5), middle, "teal-deep", 1.25)
        case _:
            return Disc(x=x, y=middle, radius=grown(1.5), fill="slate")


def _written_drop(item: Item, setting: Setting) -> float:
    """Lines to write on are deeper above their words: the box stands beside the words."""
    writes = any(isinstance(part, Blank) for part in item.body)
    return WRITE_LEAD - setting.styles.list.lead if writes else 0.0


def dot(middle: float, colour: Paint, setting: Setting) -> Disc:
    """What marks an item, `middle` below its top."""
    grown = setting.styles.grown
    return Disc(x=grown(_DOT_MIDDLE), y=middle, radius=grown(_DOT), fill=colour)


def tick_box(
    x: float, y: float, side: float = TICK_SIDE, *, field: Field | None = None
) -> Iterator[Mark]:
    """A box to tick with a pen, and its field where there is one."""
    yield Panel(
        x=x, y=y, width=side, height=side, radius=2, fill="white", edge="ink", edge_width=1.25
    )
    if field:
        yield Entry(x=x, y=y, width=side, height=side, field=field)


def joined(item: Item) -> Line:
    """Lead and body as one line, the lead bold and a space between."""
    if not item.lead:
        return item.body
    lead = tuple(replace(run, strong=True) if isinstance(run, Run) else run for run in item.lead)
    if not item.body:
        return lead
    return (*lead, Run(at=item.at, text=" "), *item.body)


def icon_grid(
    entries: tuple[Item, ...], setting: Setting, lists: Element, width: float
) -> list[Box]:
    """Two items a row, or one where the page has one column: each an icon on a disc, its lead in
    bold, and its words. Where lists are inside the items, an item a row, with its list below it."""
    if setting.styles.picture:
        return _together(
            [
                _picture_row(item, setting, lists, width, first=not place)
                for place, item in enumerate(entries)
            ],
            setting,
        )
    if any(item.inner for item in entries):
        return _together([_icon_row(item, setting, lists, width) for item in entries], setting)
    across = 1 if setting.styles.stacks else 2
    gutter = setting.styles.gutter
    cell = (width - (across - 1) * gutter) / across
    cells = [_icon_cell(item, setting, lists.add("LI").add("LBody"), cell) for item in entries]
    rows: list[list[Box]] = []
    for place in range(0, len(cells), across):
        row = cells[place : place + across]
        marks = tuple(at(box, column * (cell + gutter), 0) for column, box in enumerate(row))
        gap = setting.styles.grown(_ROW_GAP) if place else 0.0
        rows.append([Box(height=max(box.height for box in row), marks=marks, gap=gap)])
    return _together(rows, setting)


def _picture_row(
    item: Item, setting: Setting, lists: Element, width: float, *, first: bool
) -> list[Box]:
    """A picture on the start side, words on the other; a hair line above all rows but the first."""
    styles = setting.styles
    side, across = styles.picture, styles.columns(2)
    left = across + styles.gutter
    body = lists.add("LI").add("LBody")
    text = _lead_and_words(item, setting, body, width - left)
    height = max(text.height, side) + 2 * _PICTURE_PAD
    marks: list[Mark] = [at(text, left, (height - text.height) / 2)]
    if item.icon:
        marks.append(plain_icon(item.icon, (across - side) / 2, (height - side) / 2, side))
    if not first:
        marks.append(Rule(0, 0, width, 0, "hair", 0.75))
    row = Box(height=height, marks=tuple(marks))
    within = inside(item, body, setting, width - left)
    return [replace(row, keep=True), *indented(within, left)] if within else [row]


def _icon_row(item: Item, setting: Setting, lists: Element, width: float) -> list[Box]:
    grown = setting.styles.grown
    body = lists.add("LI").add("LBody")
    cell = replace(_icon_cell(item, setting, body, width), gap=grown(_ROW_GAP))
    indent = grown(_ICON_INDENT)
    within = inside(item, body, setting, width - indent)
    return [replace(cell, keep=True), *indented(within, indent)] if within else [cell]


def _lead_and_words(item: Item, setting: Setting, body: Element, room: float) -> Box:
    styles = setting.styles
    boxes = []
    if item.lead:
        lead = (*item.lead, *setting.words(" ")) if item.body else item.lead
        boxes.append(setting.block(lead, styles.lead, room, body))
    if item.body:
        boxes.append(setting.block(item.body, styles.list, room, body))
    return stacked(boxes)


def _icon_cell(item: Item, setting: Setting, body: Element, width: float) -> Box:
    styles = setting.styles
    disc, indent = styles.grown(_DISC), styles.grown(_ICON_INDENT)
    text = _lead_and_words(item, setting, body, width - indent)
    top = max(0.0, (disc - text.height) / 2)
    mark: Mark = Disc(
        x=disc / 2, y=top + styles.list.lead / 2, radius=styles.grown(_DOT), fill="teal"
    )
    if item.icon:
        mark = disc_icon(item.icon, 0, 0, disc, styles.grown(_ICON))
    height = max(text.height, disc)
    return Box(height=height, marks=(mark, at(text, indent, top)))


def block_gap(boxes: list[Box], gap: float) -> list[Box]:
    """The boxes with the gap between blocks above them, unless the first asks for more."""
    if boxes and boxes[0].gap < gap:
        boxes[0] = replace(boxes[0], gap=gap)
    return boxes
