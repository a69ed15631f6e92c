"""How to reach the clinic in; the contact panel, with a code to scan, out."""

from __future__ import annotations

from dataclasses import replace

from careleaf.figure.qr import QrError, qr_code
from careleaf.model.shape import Contact
from careleaf.problem import Problem
from careleaf.problem_codes import NO_QR_CODE
from careleaf.write.pdf.icons import plain_icon
from careleaf.write.pdf.marks import ArtMark, Box, Mark, Panel, at, stacked
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element
from careleaf.write.pdf.styles import PHONE, SMALL, WIDTH, Style

_PAD_X, _PAD_Y = 14.0, 9.0
_CODE = 62.0
"""Points a side; less than 58 scans badly from paper."""
_QUIET = 8.0
_LABEL = Style(12.5, 16, 700)
_ROWS_X, _WEB_WIDTH = 170.0, 92.0


def contact(shape: Contact, setting: Setting, parent: Element) -> Box:
    """Three zones: the number; hours, interpreter and the like; the code."""
    element = parent.add("Div")
    phone = _phone(shape, setting, element)
    code = _code(shape, setting, element)
    code_width = _CODE + _QUIET + _WEB_WIDTH + 10 if code else 0.0
    rows = _rows(shape, setting, element, WIDTH - _ROWS_X - 14 - code_width - _PAD_X)
    words = _web(shape, setting, element) if code else Box(height=0)
    height = max(phone.height, rows.height, words.height, _CODE + 4 if code else 0) + 2 * _PAD_Y
    marks: list[Mark] = [
        Panel(
            x=0.5,
            y=0.5,
            width=WIDTH - 1,
            height=height - 1,
            radius=8,
            fill="white",
            edge="line",
            edge_width=1,
        ),
        at(phone, _PAD_X, (height - phone.height) / 2),
        at(rows, _ROWS_X, (height - rows.height) / 2),
    ]
    if code:
        left = WIDTH - _PAD_X - _CODE
        marks.append(at(words, left - _QUIET - _WEB_WIDTH - 4, (height - words.height) / 2))
        marks.append(replace(code, x=left, y=(height - _CODE) / 2))
    return Box(height=height, marks=tuple(marks))


def _phone(shape: Contact, setting: Setting, element: Element) -> Box:
    label = setting.block(setting.words(shape.title), _LABEL, 120, element.add("P"))
    number = setting.block(setting.words(shape.phone), PHONE, 126, element.add("P"))
    text = stacked([label, number])
    icon = plain_icon("phone", 0, (text.height - 28) / 2, 28)
    return Box(height=text.height, marks=(icon, at(text, 36, 0)))


def _rows(shape: Contact, setting: Setting, element: Element, width: float) -> Box:
    """What the clinic file gives, an icon each; the emergency line is the last."""
    lists = element.add("L").set("List", "ListNumbering", "None")
    boxes: list[Box] = []
    for icon, words in shape.rows:
        body = lists.add("LI").add("LBody")
        text = setting.block(setting.words(words), SMALL, width - 22, body)
        mark = plain_icon(icon, 0, 0, 15, "slate")
        boxes.append(Box(height=text.height, marks=(mark, at(text, 22, 0)), gap=3.0))
    if shape.emergency:
        body = lists.add("LI").add("LBody")
        style = Style(SMALL.size, SMALL.lead, 700, "red")
        text = setting.block(setting.words(shape.emergency), style, width - 22, body)
        mark = plain_icon("ambulance", 0, 0, 15, "red")
        boxes.append(Box(height=text.height, marks=(mark, at(text, 22, 0)), gap=3.0))
    return stacked(boxes)


def _web(shape: Contact, setting: Setting, element: Element) -> Box:
    lead = setting.block(setting.words(shape.web_lead), _LABEL, _WEB_WIDTH, element.add("P"))
    words = setting.block(setting.words(shape.web_words), SMALL, _WEB_WIDTH, element.add("P"))
    return stacked([lead, words])


def _code(shape: Contact, setting: Setting, element: Element) -> ArtMark | None:
    if not shape.web:
        return None
    try:
        drawing = qr_code(shape.web)
    except QrError as error:
        setting.problems.append(Problem(NO_QR_CODE, shape.at, str(error)))
        return None
    alt = setting.language.say(
        "A square to scan with a phone. It opens {address}", address=shape.web
    )
    figure = element.add("Figure", alt=alt)
    return ArtMark(x=0, y=0, width=_CODE, height=_CODE, art=drawing, content=figure.content())
