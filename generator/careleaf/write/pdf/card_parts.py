"""An exercise in; its title, its steps, and what keeps a patient safe, as boxes, out."""

from __future__ import annotations

from careleaf.model.inline import Line, plain
from careleaf.model.shape import Card
from careleaf.write.pdf.icons import disc_icon, plain_icon
from careleaf.write.pdf.marks import Box, Disc, Mark, Panel, Rule, at, stacked
from careleaf.write.pdf.prose import joined
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element
from careleaf.write.pdf.styles import BOLD, Style

STEP_INDENT, NARROW_INDENT = 34.0, 20.0
"""Of steps whose words begin below those of the title, and of steps beside a figure."""
_DISC = 22.0
_SIGN, _SIGN_INDENT = 18.0, 24.0


def card_frame(width: float, foot: float, strip: float) -> list[Mark]:
    """What a card lies on: its edge, and from `foot` down, `strip` deep, where its doses stand."""
    height = foot + strip
    edge = Panel(
        x=0.5, y=0.5, width=width - 1, height=height - 1, radius=8, edge="line", edge_width=1
    )
    return [
        Panel(x=0, y=0, width=width, height=height, radius=8, fill="white"),
        Panel(x=0, y=foot, width=width, height=strip, radius=7, corners="b", fill="panel"),
        Rule(0, foot, width, foot, "hair", 0.75),
        edge,
    ]


def card_title(shape: Card, setting: Setting, element: Element, level: int, room: float) -> Box:
    """Number, name, and what it is for: on one line where there is room."""
    styles = setting.styles
    disc, indent = styles.grown(_DISC), styles.grown(STEP_INDENT)
    heading = element.add(f"H{min(level, 6)}")
    digits = setting.block(setting.words(f"{shape.number} "), styles.card_number, 60, heading)
    wide = setting.width(str(shape.number), styles.card_number)
    style = setting.fitting(shape.title, styles.card_title, room - indent)
    name = setting.block(shape.title, style, room - indent, heading)
    name_width = setting.width(plain(shape.title), style)
    slate = styles.body.coloured("slate")
    below = setting.block(shape.reason, slate, room - indent, element.add("P"))
    middle = disc / 2
    marks: list[Mark] = [
        Disc(x=middle, y=middle, radius=middle, fill="navy"),
        at(digits, middle - wide / 2, middle - styles.card_number.lead / 2),
        at(name, indent, 1),
    ]
    beside = indent + name_width + 10
    if beside + setting.width(plain(shape.reason), styles.body) <= room:
        drop = 1 + setting.baseline(style) - setting.baseline(styles.body)
        return Box(height=disc, marks=(*marks, at(below, beside, drop)))
    marks.append(at(below, indent, 1 + name.height))
    return Box(height=1 + name.height + below.height, marks=tuple(marks))


def card_steps(
    shape: Card, setting: Setting, element: Element, width: float, *, indent: float
) -> Box:
    """What to do, numbered; `indent` is that of the standard profile."""
    styles = setting.styles
    left = styles.grown(7) if indent == STEP_INDENT else 0.0
    indent = styles.grown(indent)
    lists = element.add("L").set("List", "ListNumbering", "Decimal")
    style = styles.list.weighted(BOLD).coloured("teal-deep")
    rows: list[Box] = []
    for place, item in enumerate(shape.steps, 1):
        entry = lists.add("LI")
        label = setting.block(setting.words(f"{place}."), style, 40, entry.add("Lbl"))
        body = entry.add("LBody")
        text = setting.block(joined(item), styles.list, width - indent, body)
        marks = (at(label, left, 0), at(text, indent, 0))
        rows.append(Box(height=text.height, marks=marks, gap=5.0 if place > 1 else 0.0))
    return stacked(rows)


def card_safety(
    shape: Card, setting: Setting, element: Element, widths: tuple[float, float]
) -> list[Box]:
    """When to stop, and for whom it is not: each with its sign, in its width."""
    styles = setting.styles
    side, indent = styles.grown(_SIGN), styles.grown(_SIGN_INDENT)

    def warned(line: Line, mark: Mark, style: Style, width: float) -> Box:
        text = setting.block(line, style, width - indent, element.add("P"))
        return Box(height=max(text.height, side), marks=(mark, at(text, indent, 0)), gap=7.0)

    stop = styles.list.weighted(BOLD).coloured("red")
    rows = [warned(shape.stop, plain_icon("stop", 0, -1, side, "red"), stop, widths[0])]
    if shape.caution:
        disc, glyph = styles.grown(16), styles.grown(11)
        mark = disc_icon("info", 1, 0, disc, glyph, fill="navy", colour="white")
        rows.append(warned(shape.caution, mark, styles.list, widths[1]))
    if shape.note:
        note = setting.block(shape.note, styles.note, widths[1] - indent, element.add("P"))
        rows.append(Box(height=note.height, marks=(at(note, indent, 0),), gap=7.0))
    return rows
