"""Teach-back questions and scales in; boxes that a reader answers with a pen out."""

from __future__ import annotations

from careleaf.model.shape import Prompt, Scale
from careleaf.write.pdf.field import Field, Question
from careleaf.write.pdf.icons import disc_icon
from careleaf.write.pdf.marks import Box, Disc, Entry, Group, Mark, Panel, at, stacked
from careleaf.write.pdf.prose import TICK_SIDE, tick_box
from careleaf.write.pdf.setting import Setting, open_words
from careleaf.write.pdf.structure import Element

_CIRCLE, _CIRCLE_GAP = 22.0, 4.0
_PAD, _TEXT_X = 14.0, 54.0
_DISC, _GLYPH, _TICK_INDENT = 26.0, 16.0, 24.0


def prompts(shapes: tuple[Prompt, ...], setting: Setting, parent: Element) -> list[Box]:
    """Questions to answer aloud, with a box to tick, in one panel."""
    styles = setting.styles
    grown = styles.grown
    indent, side, left = grown(_TICK_INDENT), grown(TICK_SIDE), grown(_TEXT_X)
    lists = parent.add("L").set("List", "ListNumbering", "None")
    rows: list[Box] = []
    for shape in shapes:
        body = lists.add("LI").add("LBody")
        field = setting.field(body, "tick", "question", open_words(shape.question))
        room = styles.width - left - _PAD - indent - 12
        text = setting.block(shape.question, styles.body, room, body)
        box = tick_box(0, (styles.body.lead - side) / 2, side, field=field)
        rows.append(Box(height=text.height, marks=(*box, at(text, indent, 0)), gap=9.0))
    text = stacked(rows)
    height = text.height + 2 * _PAD
    panel = Panel(x=0, y=0, width=styles.width, height=height, radius=8, fill="panel")
    disc = disc_icon("speech", _PAD, 13, grown(_DISC), grown(_GLYPH), fill="navy", colour="white")
    return [Box(height=height, marks=(panel, disc, at(text, left, _PAD)))]


def scale(shape: Scale, setting: Setting, parent: Element) -> Box:
    """Eleven circles from 0 to 10, with words at both ends; where the page has one column the words
    stand below."""
    styles = setting.styles
    style = styles.list
    element = parent.add("Div")
    question = setting.block(shape.question, styles.lead, styles.width, element.add("P"))
    row = element.add("P")
    asked = _question(shape, setting)
    low = setting.block(setting.words(f"{shape.low} "), style, styles.width / 3, row)
    top = question.height + 8
    circle = min(styles.grown(_CIRCLE), (styles.width - 10 * _CIRCLE_GAP) / 11)
    gap = (styles.width - 11 * circle) / 10 if styles.stacks else _CIRCLE_GAP
    start = 0.0 if styles.stacks else setting.width(shape.low, style) + 12
    drop = top + (circle - style.lead) / 2
    below = top + circle + 6
    marks: list[Mark] = [at(question, 0, 0), at(low, 0, below if styles.stacks else drop)]
    for number in range(11):
        middle, x = circle / 2, start + number * (circle + gap)
        box = setting.block(setting.words(f"{number} "), style, 60, row)
        wide = setting.width(str(number), style)
        marks.append(Disc(x=x + middle, y=top + middle, radius=middle, edge="line", edge_width=1))
        if asked:
            field = _answer(number, asked, setting, row)
            marks.append(Entry(x=x, y=top, width=circle, height=circle, field=field))
        marks.append(Group(x + middle - wide / 2, drop, box.marks))
    high = setting.block(setting.words(shape.high), style, styles.width / 3, row)
    if styles.stacks:
        end = styles.width - setting.width(shape.high, style)
        marks.append(at(high, max(end, styles.width * 2 / 3), below))
        return Box(height=below + max(low.height, high.height), marks=tuple(marks))
    marks.append(at(high, start + 11 * (circle + gap) + 8, drop))
    return Box(height=top + circle, marks=tuple(marks))


def _question(shape: Scale, setting: Setting) -> Question | None:
    """What the circles are the answers to, where a file can be filled in."""
    if not setting.fillable:
        return None
    says = setting.language.say(
        "{question} From 0, {low}, to 10, {high}.",
        question=open_words(shape.question),
        low=shape.low,
        high=shape.high,
    )
    return Question(f"{setting.where.name}-scale", setting.told(says))


def _answer(number: int, asked: Question, setting: Setting, row: Element) -> Field:
    return Field(
        kind="answer",
        element=row.add("Form"),
        name=f"{asked.name}-{number}",
        says=setting.language.say(
            "{question} Answer: {number}", question=asked.says, number=number
        ),
        question=asked,
        value=str(number),
    )
