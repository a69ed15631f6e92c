"""Teach-back questions and scales in; boxes that a reader answers with a pen out."""

from __future__ import annotations

from careleaf.model.shape import Prompt, Scale
from careleaf.write.pdf.field import Field, Question
from careleaf.write.pdf.icons import disc_icon
from careleaf.write.pdf.marks import Box, Disc, Entry, Group, Mark, Panel, at, stacked
from careleaf.write.pdf.prose import tick_box
from careleaf.write.pdf.setting import Setting, open_words
from careleaf.write.pdf.structure import Element

_CIRCLE, _CIRCLE_GAP = 22.0, 4.0


def prompts(shapes: tuple[Prompt, ...], setting: Setting, parent: Element) -> list[Box]:
    """Questions to answer aloud, with a box to tick, in one panel."""
    lists = parent.add("L").set("List", "ListNumbering", "None")
    rows: list[Box] = []
    for shape in shapes:
        body = lists.add("LI").add("LBody")
        field = setting.field(body, "tick", "question", open_words(shape.question))
        text = setting.block(
            shape.question, setting.styles.body, setting.styles.width - 36 - 44 - 24, body
        )
        box = tick_box(0, (setting.styles.body.lead - 14) / 2, field=field)
        rows.append(Box(height=text.height, marks=(*box, at(text, 24, 0)), gap=9.0))
    text = stacked(rows)
    height = text.height + 28
    panel = Panel(x=0, y=0, width=setting.styles.width, height=height, radius=8, fill="panel")
    disc = disc_icon("speech", 14, 13, 26, 16, fill="navy", colour="white")
    return [Box(height=height, marks=(panel, disc, at(text, 54, 14)))]


def scale(shape: Scale, setting: Setting, parent: Element) -> Box:
    """Eleven circles from 0 to 10, with words at both ends."""
    element = parent.add("Div")
    question = setting.block(
        shape.question, setting.styles.lead, setting.styles.width, element.add("P")
    )
    row = element.add("P")
    asked = _question(shape, setting)
    low = setting.block(setting.words(f"{shape.low} "), setting.styles.list, 120, row)
    marks: list[Mark] = [at(question, 0, 0)]
    top = question.height + 8
    x = setting.width(shape.low, setting.styles.list) + 12
    marks.append(at(low, 0, top + (_CIRCLE - setting.styles.list.lead) / 2))
    for number in range(11):
        middle = _CIRCLE / 2
        box = setting.block(setting.words(f"{number} "), setting.styles.list, 40, row)
        wide = setting.width(str(number), setting.styles.list)
        marks.append(Disc(x=x + middle, y=top + middle, radius=middle, edge="line", edge_width=1))
        if asked:
            field = _answer(number, asked, setting, row)
            marks.append(Entry(x=x, y=top, width=_CIRCLE, height=_CIRCLE, field=field))
        drop = top + (_CIRCLE - setting.styles.list.lead) / 2
        marks.append(Group(x + middle - wide / 2, drop, box.marks))
        x += _CIRCLE + _CIRCLE_GAP
    high = setting.block(setting.words(shape.high), setting.styles.list, 120, row)
    marks.append(at(high, x + 8, top + (_CIRCLE - setting.styles.list.lead) / 2))
    return Box(height=top + _CIRCLE, marks=tuple(marks))


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
