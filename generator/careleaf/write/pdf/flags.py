"""Danger signs in; boxes that nobody overlooks out. No page splits one.

Signs of an emergency and of the same day share a box, side by side; where the page has one column,
one below the other, and where that is deeper than a page, in a box each."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from careleaf.model.inline import Line, plain
from careleaf.model.shape import Callout, Item, Tone
from careleaf.write.pdf.icons import plain_icon
from careleaf.write.pdf.marks import Box, Disc, Mark, Panel, Rule, at, stacked
from careleaf.write.pdf.phrases import by_phrase
from careleaf.write.pdf.prose import inside, joined, titled
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Content, Element
from careleaf.write.pdf.styles import SEMIBOLD, Styles

_HEADER, _TITLE_X = 36.0, 48.0
_WARNING, _WARNING_X, _WARNING_Y = 24.0, 14.0, 6.0
_PAD_X, _PAD_Y, _APART = 14.0, 11.0, 12.0
"""From the frame to what is inside, and on either side of the rule between two columns."""
_SIGN_ICON, _SIGN_TEXT, _SIGN_GAP = 22.0, 30.0, 5.0
_HEAD_ICON = 24.0
_PICTURE = 0.6
"""Height of a sign's icon as a share of that of a picture."""
_LESS_FOR_FIRST, _MORE_FOR_FIRST = (0.45, 0.42), (0.55, 0.58)
"""Shares of the width for the first column, where the one beside it needs more, or less, depth."""
_WORTH = 8.0
"""Points of depth that unequal columns must save."""


class _Told(Struct, frozen=True):
    """What of a flag depends on its width alone, and not on its air or its advice: whom to call,
    each sign, and what they say. The flag is held, so that no other can have the ids of its
    words."""

    head: Box
    signs: tuple[Box, ...]
    kids: tuple[Element | Content, ...]
    flag: Callout


Known = dict[tuple[object, ...], _Told]
"""What was laid out for one way to fill a page and serves in another: only one of them is used."""


class _Around(Struct, frozen=True):
    """What flags are set with, the level of the heading above them, and what is known of them."""

    setting: Setting
    level: int
    known: Known


def red_flags(
    flags: tuple[Callout, ...],
    title: str,
    setting: Setting,
    parent: Element,
    level: int,
    *,
    known: Known | None = None,
) -> list[Box]:
    """Whom to call, then the signs, under one heading. Whoever tries several ways, of which one is
    used, gives what is `known` from the others."""
    around = _Around(setting, level, {} if known is None else known)
    element = parent.add("Sect")
    if not setting.styles.stacks or len(flags) < 2:
        return [_headed(flags, title, around, element)]
    tree = Element("Sect")
    whole = _headed(flags, title, around, tree)
    if whole.height <= setting.depth:
        element.kids += tree.kids
        return [whole]
    first = _headed(flags[:1], title, around, element)
    rest = [_framed(flag, around, element) for flag in flags[1:]]
    return [first, *(replace(box, gap=setting.styles.tight_gap) for box in rest)]


def _headed(flags: tuple[Callout, ...], title: str, around: _Around, element: Element) -> Box:
    """The frame with its heading on red."""
    setting, styles = around.setting, around.setting.styles
    grown, width = styles.grown, styles.width
    room = width - grown(_TITLE_X) - 22
    header = titled(
        setting.words(title), styles.flag_title, setting, element, around.level, gap=0, width=room
    )
    body = _columns(flags, around, element)
    named = stacked(header)
    deep = grown(_HEADER) + named.height - styles.flag_title.lead
    height = deep + body.height
    warning = grown(_WARNING)
    marks: list[Mark] = [
        Panel(x=0, y=0, width=width, height=height, radius=8, fill="white"),
        Panel(x=0, y=0, width=width, height=deep, radius=8, corners="t", fill="red"),
        _frame(width, height),
        plain_icon("warning", grown(_WARNING_X), grown(_WARNING_Y), warning, "white"),
        at(named, grown(_TITLE_X), (grown(_HEADER) - styles.flag_title.lead) / 2),
        at(body, 0, deep),
    ]
    return Box(height=height, marks=tuple(marks))


def _framed(flag: Callout, around: _Around, element: Element) -> Box:
    """A box of its own below the one that has the heading."""
    body = _one_column((flag,), around, element)
    frame = _frame(around.setting.styles.width, body.height)
    return Box(height=body.height, marks=(frame, *body.marks))


def _frame(width: float, height: float) -> Panel:
    return Panel(x=1, y=1, width=width - 2, height=height - 2, radius=7, edge="red", edge_width=2)


def _columns(flags: tuple[Callout, ...], around: _Around, element: Element) -> Box:
    if len(flags) != 2 or around.setting.styles.stacks:
        return _one_column(flags, around, element)
    box, tree, first_was_deeper = _side_by_side(flags, 0.5, around)
    for share in _MORE_FOR_FIRST if first_was_deeper else _LESS_FOR_FIRST:
        other, its_tree, first_is_deeper = _side_by_side(flags, share, around)
        if other.height < box.height - _WORTH:
            box, tree = other, its_tree
        if first_is_deeper is not first_was_deeper:
            break  # what got narrower is the deeper now: narrower still, it is no less deep
    element.kids += tree.kids
    return box


def _one_column(flags: tuple[Callout, ...], around: _Around, element: Element) -> Box:
    styles = around.setting.styles
    pad = styles.grown(_PAD_X)
    boxes = [
        replace(_flag(flag, around, element, styles.width - 2 * pad), gap=10.0) for flag in flags
    ]
    text = stacked(boxes)
    above = styles.air * _PAD_Y
    return Box(height=text.height + 2 * above, marks=(at(text, pad, above),))


def _side_by_side(
    flags: tuple[Callout, ...], share: float, around: _Around
) -> tuple[Box, Element, bool]:
    """Two columns, the first with this share of the width; what they say; and whether the first is
    the deeper."""
    tree = Element("Sect")
    styles = around.setting.styles
    first = styles.width * share
    columns = [
        _flag(flags[0], around, tree, first - _PAD_X - _APART),
        _flag(flags[1], around, tree, styles.width - first - _APART - _PAD_X),
    ]
    above = styles.air * _PAD_Y
    height = max(box.height for box in columns) + 2 * above
    rule = Rule(first, 0, first, height, "red", 1)
    marks = (at(columns[0], _PAD_X, above), rule, at(columns[1], first + _APART, above))
    return Box(height=height, marks=marks), tree, columns[0].height > columns[1].height


def _flag(flag: Callout, around: _Around, parent: Element, width: float) -> Box:
    """Whom to call, the number and advice, then the signs."""
    setting, styles = around.setting, around.setting.styles
    told = _told(flag, around, width)
    element = parent.add("Sect")
    element.kids += told.kids
    indent, gap = _indent(styles), styles.air * styles.grown(_SIGN_GAP)
    room = width - indent
    rows = [told.head, *(replace(sign, gap=gap) for sign in told.signs)]
    if flag.advice:
        style = styles.list.weighted(SEMIBOLD)
        line = by_phrase(flag.advice, style, room, setting)
        advice = setting.block(line, style, room, element.add("P"))
        rows.append(Box(height=advice.height, marks=(at(advice, indent, 0),), gap=gap + 3))
    if flag.note:
        note = setting.block(flag.note, styles.note, room, element.add("P"))
        rows.append(Box(height=note.height, marks=(at(note, indent, 0),), gap=gap + 3))
    return stacked(rows)


def _told(flag: Callout, around: _Around, width: float) -> _Told:
    key = flag.tone, flag.number, id(flag.title), id(flag.body), around.level, width
    found = around.known.get(key)
    if found is None:
        found = around.known[key] = _laid_out(flag, around, width)
    return found


def _laid_out(flag: Callout, around: _Around, width: float) -> _Told:
    setting, styles, level = around.setting, around.setting.styles, around.level + 1
    tree = Element("Sect")
    icon = "ambulance" if flag.tone is Tone.EMERGENCY else "phone"
    indent, side = _indent(styles), styles.grown(_HEAD_ICON)
    room = width - indent
    boxes = titled(flag.title, styles.flag_head, setting, tree, level, gap=0, width=room)
    if flag.number and flag.number not in plain(flag.title):
        number = setting.words(flag.number)
        boxes.append(setting.block(number, styles.flag_number, room, tree.add("P")))
    lists = tree.add("L").set("List", "ListNumbering", "None")
    signs = [
        _sign(item, setting, lists, room)
        for shape in flag.body
        for item in getattr(shape, "items", ())
    ]
    named = stacked(boxes)
    head = Box(
        height=max(named.height + 2, side),
        marks=(plain_icon(icon, 0, -2, side, "red"), at(named, indent, 2)),
    )
    return _Told(head, tuple(signs), tuple(tree.kids), flag)


def _sign_icon(styles: Styles) -> float:
    """How high a sign's icon is: where lists have pictures, this is one."""
    return styles.picture * _PICTURE or styles.grown(_SIGN_ICON)


def _indent(styles: Styles) -> float:
    """Where the words begin that stand beside icons."""
    return _sign_icon(styles) + styles.grown(_SIGN_TEXT - _SIGN_ICON)


def _sign(item: Item, setting: Setting, lists: Element, room: float) -> Box:
    """An icon and a sentence, never parted."""
    styles = setting.styles
    side, lead = _sign_icon(styles), styles.list.lead
    body = lists.add("LI").add("LBody")
    lines = [setting.block(joined(item), styles.list, room, body)]
    text = stacked([*lines, *inside(item, body, setting, room)])
    if item.icon:
        top = min(0.0, (lead - side) / 2)
        mark: Mark = plain_icon(item.icon, 1, max(top, -2.0), side, "red")
        if styles.picture and text.height < side:
            text = Box(height=side, marks=(at(text, 0, (side - text.height) / 2 - 2),))
    else:
        mark = Disc(x=_sign_icon(styles) / 2 + 1, y=lead / 2, radius=styles.grown(2.5), fill="red")
    height = max(text.height, side - 3)
    return Box(height=height, marks=(mark, at(text, _indent(styles), 0)))


def told_width(styles: Styles) -> float:
    """Points that a line has in the frame of `signs_elsewhere`."""
    return styles.width - styles.grown(_TITLE_X) - 14


def signs_elsewhere(lines: Sequence[Line], setting: Setting, parent: Element) -> Box:
    """A red frame that says on which pages more danger signs are."""
    styles = setting.styles
    indent, side = styles.grown(_TITLE_X), styles.grown(22.0)
    room = told_width(styles)
    boxes = [
        replace(setting.block(line, styles.lead, room, parent.add("P")), gap=3.0) for line in lines
    ]
    text = stacked(boxes)
    height = text.height + 14
    icon = plain_icon("warning", styles.grown(14), (height - side) / 2, side, "red")
    return Box(height=height, marks=(_frame(styles.width, height), icon, at(text, indent, 7)))
