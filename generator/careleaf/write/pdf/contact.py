"""How to reach the clinic in; the contact panel, with a code to scan, out."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.model.shape import Contact
from careleaf.write.pdf.icons import plain_icon
from careleaf.write.pdf.marks import ArtMark, Box, Panel, Rule, at, stacked
from careleaf.write.pdf.phrases import by_phrase
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element
from careleaf.write.pdf.styles import BOLD, Style

_PAD_X, _PAD_Y = 14.0, 10.0
_CODE = 62.0
"""Points a side; less than 58 scans badly from paper."""
_QUIET = 10.0
"""At least four of the code's modules, on every side."""
_PHONE_WIDTH, _WEB_WIDTH = 256.0, 150.0


def contact(shape: Contact, setting: Setting, parent: Element) -> Box:
    """The number beside the code to scan; below a hair line hours, interpreter and the like."""
    element = parent.add("Div")
    top = _number_and_code(shape, setting, element)
    rows = _rows(shape, setting, element, setting.styles.width - 2 * _PAD_X)
    height = _PAD_Y + top.height + 8 + 7 + rows.height + _PAD_Y - 1
    rule = _PAD_Y + top.height + 8
    panel = Panel(
        x=0.5,
        y=0.5,
        width=setting.styles.width - 1,
        height=height - 1,
        radius=8,
        fill="white",
        edge="line",
        edge_width=1,
    )
    marks = (
        panel,
        at(top, _PAD_X, _PAD_Y),
        Rule(_PAD_X, rule, setting.styles.width - _PAD_X, rule, "hair", 0.75),
        at(rows, _PAD_X, rule + 7),
    )
    return Box(height=height, marks=marks)


def _number_and_code(shape: Contact, setting: Setting, element: Element) -> Box:
    """Side by side, or the number above where the page has one column."""
    styles = setting.styles
    room = styles.width - 2 * _PAD_X
    phone = _phone(shape, setting, element, room if styles.stacks else _PHONE_WIDTH)
    lead_width = room - _CODE - _QUIET - 8 if styles.stacks else _WEB_WIDTH
    words = _web(shape, setting, element, lead_width)
    code = _code(shape, setting, element)
    if styles.stacks:
        scanned = _beside_code(words, code, room)
        return stacked([phone, replace(scanned, gap=8.0)])
    height = max(phone.height, words.height, _CODE)
    end = room - _CODE - _QUIET
    marks = (
        at(phone, 0, (height - phone.height) / 2),
        at(words, end - _WEB_WIDTH, (height - words.height) / 2),
        replace(code, x=end + _QUIET),
    )
    return Box(height=height, marks=marks)


def _beside_code(words: Box, code: ArtMark, room: float) -> Box:
    """Words, and the code at the end of the row."""
    height = max(words.height, _CODE)
    marks = (
        at(words, 0, (height - words.height) / 2),
        replace(code, x=room - _CODE, y=(height - _CODE) / 2),
    )
    return Box(height=height, marks=tuple(marks))


def _phone(shape: Contact, setting: Setting, element: Element, room: float) -> Box:
    styles = setting.styles
    side, indent = styles.grown(28), styles.grown(36)
    words = room - indent
    label = setting.block(setting.words(shape.title), styles.phone_label, words, element.add("P"))
    number = setting.block(setting.words(shape.phone), styles.phone, words, element.add("P"))
    text = stacked([label, number])
    icon = plain_icon("phone", 0, (text.height - side) / 2, side)
    return Box(height=text.height, marks=(icon, at(text, indent, 0)))


def _rows(shape: Contact, setting: Setting, element: Element, width: float) -> Box:
    """What the clinic file gives, an icon each, two a row or one; the emergency line is the
    last."""
    styles = setting.styles
    lists = element.add("L").set("List", "ListNumbering", "None")
    plain = styles.small
    danger = plain.weighted(BOLD).coloured("red")
    entries = [(icon, words, plain, "navy") for icon, words in shape.rows]
    if shape.emergency:
        entries.append(("ambulance", shape.emergency, danger, "red"))
    across = 1 if styles.stacks else 2
    cell = (width - (across - 1) * styles.gutter) / across
    side, indent = styles.grown(16), styles.grown(24)
    boxes: list[Box] = []
    for icon, words, usual, colour in entries:
        body = lists.add("LI").add("LBody")
        room = cell - indent
        style = _unbroken(words, usual, room, setting) if icon == "mail" else usual
        line = by_phrase(setting.words(words), style, room, setting)
        text = setting.block(line, style, room, body)
        mark = plain_icon(icon, 0, -0.5, side, colour)
        boxes.append(Box(height=max(text.height, side - 1), marks=(mark, at(text, indent, 0))))
    rows: list[Box] = []
    for place in range(0, len(boxes), across):
        some = boxes[place : place + across]
        marks = tuple(
            at(box, column * (cell + styles.gutter), 0) for column, box in enumerate(some)
        )
        rows.append(Box(height=max(box.height for box in some), marks=marks, gap=5.0))
    return stacked(rows, gap=0.0)


def _unbroken(address: str, style: Style, width: float, setting: Setting) -> Style:
    """Smaller if need be, but not below the footer's: an address on two lines is hard to copy, and
    harder where they do not part at its "@"."""
    for piece in (address, *address.split("@")[1:]):
        small = style.scaled(min(1.0, width / setting.width(piece, style)))
        if small.size >= setting.styles.footer.size:
            return small
    return style


def _web(shape: Contact, setting: Setting, element: Element, width: float) -> Box:
    lead = setting.block(
        setting.words(shape.web_lead), setting.styles.phone_label, width, element.add("P")
    )
    words = setting.block(
        setting.words(shape.web_words), setting.styles.small, width, element.add("P")
    )
    return stacked([lead, words])


def _code(shape: Contact, setting: Setting, element: Element) -> ArtMark:
    alt = setting.language.say(
        "A square to scan with a phone. It opens {address}", address=shape.web
    )
    figure = element.add("Figure", alt=alt)
    return ArtMark(x=0, y=0, width=_CODE, height=_CODE, art=shape.code, content=figure.content())
