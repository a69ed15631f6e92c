"""Arrays of people, teach-back questions, scales, words to know and pictures in; boxes out."""

from __future__ import annotations

from dataclasses import replace

from careleaf.figure.array import icon_array
from careleaf.model.inline import plain
from careleaf.model.shape import Count, Definition, Definitions, Figure, IconArray, Prompt, Scale
from careleaf.write.pdf.icons import disc_icon
from careleaf.write.pdf.marks import (
    ArtMark,
    Box,
    Crowd,
    Disc,
    Group,
    Mark,
    Panel,
    Rule,
    at,
    stacked,
)
from careleaf.write.pdf.prose import tick_box, titled
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element
from careleaf.write.pdf.styles import (
    BODY,
    GUTTER,
    LEAD,
    LIST,
    NOTE,
    PHONE,
    SECTION,
    SMALL_HEADING,
    WIDTH,
    Style,
)

_ARRAY_WIDTH = {10: 112.0, 100: 190.0, 1000: 228.0}
"""Points on paper; a person of a hundred is 8.5 wide and stays countable."""
_ARRAY_GAP = 22.0
_CIRCLE, _CIRCLE_GAP = 22.0, 4.0


def people(shape: IconArray, setting: Setting, parent: Element, level: int) -> list[Box]:
    """One count beside its words, or two side by side; the so-what below."""
    boxes: list[Box] = []
    if shape.title:
        boxes += titled(shape.title, SMALL_HEADING, setting, parent, level, gap=15.0)
    counted = zip(shape.counts, shape.sentences, strict=True)
    element = parent.add("Div")
    if len(shape.counts) == 1:
        [(count, sentence)] = counted
        array = _array(count, setting, element)
        room = WIDTH - array.width - _ARRAY_GAP
        words = _words(count, plain(sentence), setting, element, room)
        so_what = _so_what(shape, setting, element, room)
        text = stacked([words, *so_what])
        height = max(array.height, text.height)
        marks: tuple[Mark, ...] = (
            array,
            at(text, array.width + _ARRAY_GAP, max(0.0, (height - text.height) / 2)),
        )
        boxes.append(Box(height=height, marks=marks, gap=9.0 if shape.title else 15.0))
        return boxes
    half = (WIDTH - GUTTER) / 2
    columns = [
        _column(count, plain(sentence), setting, element.add("Div"), half)
        for count, sentence in counted
    ]
    height = max(box.height for box in columns)
    marks = tuple(at(box, place * (half + GUTTER), 0) for place, box in enumerate(columns))
    boxes.append(Box(height=height, marks=marks, gap=9.0 if shape.title else 15.0))
    boxes += _so_what(shape, setting, element, WIDTH)
    return boxes


def _column(count: Count, sentence: str, setting: Setting, element: Element, width: float) -> Box:
    array = _array(count, setting, element)
    words = _words(count, sentence, setting, element, width)
    return stacked([Box(height=array.height, marks=(array,)), replace(words, gap=6.0)])


def _array(count: Count, setting: Setting, element: Element) -> Crowd:
    """The people as one picture; its words say the number only, the sentence beside it the rest."""
    array = icon_array(count.count, count.of)
    figure = element.add(
        "Figure",
        alt=setting.language.say(
            "{of} people, {count} of them filled in.", of=count.of, count=count.count
        ),
    )
    return Crowd(x=0, y=0, width=_ARRAY_WIDTH[count.of], array=array, content=figure.content())


def _words(count: Count, sentence: str, setting: Setting, element: Element, width: float) -> Box:
    """The number large, then the rest of its sentence."""
    start = setting.language.say("{count} in {of}", count=count.count, of=count.of)
    para = element.add("P")
    if not sentence.startswith(start):
        return setting.block(setting.words(sentence), BODY, width, para)
    number = setting.block(setting.words(f"{start} "), PHONE, width, para)
    rest = setting.block(setting.words(sentence[len(start) :].strip()), BODY, width, para)
    return stacked([number, replace(rest, gap=1.0)])


def _so_what(shape: IconArray, setting: Setting, element: Element, width: float) -> list[Box]:
    if not shape.so_what:
        return []
    style = Style(BODY.size, BODY.lead, 600, "teal-deep")
    box = setting.block(shape.so_what, style, width, element.add("P"))
    return [replace(box, gap=6.0)]


def prompts(shapes: tuple[Prompt, ...], setting: Setting, parent: Element) -> list[Box]:
    """Questions to answer aloud, with a box to tick, in one panel."""
    lists = parent.add("L").set("List", "ListNumbering", "None")
    rows: list[Box] = []
    for shape in shapes:
        body = lists.add("LI").add("LBody")
        text = setting.block(shape.question, BODY, WIDTH - 36 - 44 - 24, body)
        box = tick_box(0, (BODY.lead - 14) / 2)
        rows.append(Box(height=text.height, marks=(box, at(text, 24, 0)), gap=9.0))
    text = stacked(rows)
    height = text.height + 28
    panel = Panel(x=0, y=0, width=WIDTH, height=height, radius=8, fill="panel")
    disc = disc_icon("speech", 14, 13, 26, 16, fill="navy", colour="white")
    return [Box(height=height, marks=(panel, disc, at(text, 54, 14)))]


def scale(shape: Scale, setting: Setting, parent: Element) -> Box:
    """Eleven circles from 0 to 10, with words at both ends."""
    element = parent.add("Div")
    question = setting.block(shape.question, LEAD, WIDTH, element.add("P"))
    row = element.add("P")
    low = setting.block(setting.words(f"{shape.low} "), LIST, 120, row)
    marks: list[Mark] = [at(question, 0, 0)]
    top = question.height + 8
    x = setting.width(shape.low, LIST) + 12
    marks.append(at(low, 0, top + (_CIRCLE - LIST.lead) / 2))
    for number in range(11):
        middle = _CIRCLE / 2
        box = setting.block(setting.words(f"{number} "), LIST, 40, row)
        wide = setting.width(str(number), LIST)
        marks.append(Disc(x=x + middle, y=top + middle, radius=middle, edge="line", edge_width=1))
        drop = top + (_CIRCLE - LIST.lead) / 2
        marks.append(Group(x + middle - wide / 2, drop, box.marks))
        x += _CIRCLE + _CIRCLE_GAP
    high = setting.block(setting.words(shape.high), LIST, 120, row)
    marks.append(at(high, x + 8, top + (_CIRCLE - LIST.lead) / 2))
    return Box(height=top + _CIRCLE, marks=tuple(marks))


def definitions(shape: Definitions, setting: Setting, parent: Element, level: int) -> list[Box]:
    """Words to know, two a row: the word, how to say it, what it means."""
    boxes = titled(
        setting.words(shape.title), SECTION, setting, parent, level, gap=24.0, anchor="_words"
    )
    lists = parent.add("L").set("List", "ListNumbering", "None")
    cell = (WIDTH - GUTTER) / 2
    entries = [_entry(one, setting, lists.add("LI"), cell) for one in shape.entries]
    for place in range(0, len(entries), 2):
        row = entries[place : place + 2]
        height = max(box.height for box in row) + 16
        marks: list[Mark] = [at(box, column * (cell + GUTTER), 8) for column, box in enumerate(row)]
        if place + 2 < len(entries):
            marks.append(Rule(0, height, WIDTH, height, "hair", 0.75))
        boxes.append(Box(height=height, marks=tuple(marks)))
    return boxes


def _entry(one: Definition, setting: Setting, element: Element, width: float) -> Box:
    term = setting.block(
        setting.words(one.term), Style(LEAD.size, LEAD.lead, 700, "navy"), width, element.add("Lbl")
    )
    body = element.add("LBody")
    boxes = [term]
    if one.say:
        said = (*setting.say("say: "), *one.say)
        boxes.append(setting.block(said, LIST.coloured("slate"), width, body.add("P")))
    boxes.append(setting.block(one.meaning, LIST, width, body.add("P")))
    return stacked(boxes)


def figure(shape: Figure, setting: Setting, parent: Element, width: float) -> list[Box]:
    """A picture with its caption and credit, never parted."""
    element = parent.add("Figure", alt=shape.alt)
    art = shape.art
    ratio = art.height / art.width
    wide = min(width, 331.2, 300.0 / ratio)
    picture = ArtMark(x=0, y=0, width=wide, height=wide * ratio, art=art, content=element.content())
    boxes = [Box(height=wide * ratio, marks=(picture,))]
    if shape.caption:
        caption = setting.block(shape.caption, BODY, width, element.add("Caption"))
        boxes.append(replace(caption, gap=6.0))
    if shape.credit:
        credit = setting.block(shape.credit, NOTE, width, parent.add("P"))
        boxes.append(replace(credit, gap=2.0))
    return [stacked(boxes)]
