"""Shapes in reading order in; boxes to fill pages with out. A shape forgotten fails mypy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from careleaf.model.art import Pose
from careleaf.model.inline import plain
from careleaf.model.shape import (
    Callout,
    Card,
    Chart,
    Contact,
    Definitions,
    Figure,
    Heading,
    IconArray,
    Items,
    Pair,
    Paragraph,
    Prompt,
    Scale,
    Shape,
    Table,
    Tone,
)
from careleaf.write.pdf.answers import prompts, scale
from careleaf.write.pdf.bonds import Bonds
from careleaf.write.pdf.cards import card
from careleaf.write.pdf.chart import chart
from careleaf.write.pdf.contact import contact
from careleaf.write.pdf.flags import red_flags
from careleaf.write.pdf.gallery import people_in_rows
from careleaf.write.pdf.glossary import definitions
from careleaf.write.pdf.marks import Anchor, Box
from careleaf.write.pdf.pair import pair
from careleaf.write.pdf.panels import callout
from careleaf.write.pdf.people import people
from careleaf.write.pdf.picture import figure
from careleaf.write.pdf.prose import HEADING_GAP, block_gap, heading, items, paragraph
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element
from careleaf.write.pdf.styles import Style
from careleaf.write.pdf.tables import table

_PARAGRAPH_GAP = 9.0
_DEEP = 400.0
"""Points; less deep boxes fit any page."""


class Flow(Struct):
    """Where the laying out stands: the level of the last heading, and the shape before."""

    setting: Setting
    level: int = 1
    before: Shape | None = None
    placed: Shape | None = None
    """What stands on page one already."""
    section: Setting | None = None
    """That of the last heading with an id."""
    bonds: Bonds = field(default_factory=Bonds)

    def boxes(
        self, shapes: Sequence[Shape], parent: Element, *, keeps_next: bool = False
    ) -> list[Box]:
        """The boxes of all shapes, with the gaps between them. Where they keep the next, more
        shapes follow that they belong to."""
        left = [shape for shape in shapes if shape is not self.placed]
        if len(left) < len(shapes) and all(isinstance(shape, Heading) for shape in left):
            return [_signpost(shape) for shape in shapes if isinstance(shape, Heading)]
        boxes: list[Box] = []
        place = 0
        while place < len(shapes):
            shape = shapes[place]
            if shape is self.placed:
                place += 1
                continue
            run = _run(shapes, place)
            made = self._run(run, parent) if len(run) > 1 else self._shape(shape, parent)
            last = place + len(run) >= len(shapes) and not keeps_next
            spaced = [_located(box, shape) for box in self._spaced(shape, made)]
            lead = self.setting.styles.body.lead
            boxes += self.bonds.bound(shape, spaced, lead, last=last)
            self.before = shape
            place += len(run)
        return boxes

    def _spaced(self, shape: Shape, boxes: list[Box]) -> list[Box]:
        if isinstance(self.before, Heading):
            if boxes and not isinstance(shape, Heading):
                boxes[0] = replace(boxes[0], gap=HEADING_GAP)
            if boxes and isinstance(shape, Heading):
                boxes[0] = replace(boxes[0], gap=14.0)
            return boxes
        gap = self.setting.styles.block_gap
        if isinstance(shape, Paragraph | Items) and isinstance(self.before, Paragraph):
            gap = _PARAGRAPH_GAP
        if isinstance(shape, Card) and isinstance(self.before, Card):
            gap = self.setting.styles.tight_gap
        return block_gap(boxes, gap)

    def _shape(  # noqa: C901, PLR0911, PLR0912 - one branch a shape, by design
        self, shape: Shape, parent: Element
    ) -> list[Box]:
        setting = self.setting
        match shape:
            case Heading():
                self.level = min(shape.level, self.level + 1)
                self.setting = self._below(shape)
                return heading(shape, setting, parent)
            case Paragraph():
                return paragraph(shape, setting, parent, self._prose(), setting.styles.measure)
            case Items():
                wide = setting.styles.width if _wide(shape) else setting.styles.measure
                return items(shape, setting, parent, wide)
            case Table():
                return table(shape, setting, parent, setting.styles.width)
            case Figure():
                return figure(shape, setting, parent, setting.styles.width)
            case Callout(tone=Tone.EMERGENCY | Tone.SAME_DAY):
                return self._red_flags([shape], parent)
            case Callout():
                return callout(shape, setting, parent, self._inner)
            case Card():
                return [card(shape, setting, parent, self.level + 1, self.bonds.depths)]
            case Pair():
                return pair(shape, setting, parent, self.level + 1, self.bonds.depths)
            case IconArray():
                return people(shape, setting, parent, self.level + 1, self.bonds.depths)
            case Chart():
                return chart(shape, setting, parent, self.level + 1)
            case Prompt():
                return self._prompts([shape], parent)
            case Scale():
                return [scale(shape, setting, parent)]
            case Contact():
                return [contact(shape, setting, parent)]
            case Definitions():
                return definitions(shape, setting, parent, 2)
            case _:
                assert_never(shape)

    def _below(self, shape: Heading) -> Setting:
        """What stands below a heading is told with its section, and with the small heading in it:
        two plans of a section may ask the same."""
        title = plain(shape.title)
        if shape.anchor:
            self.section = self.setting.within(shape.anchor, title)
            return self.section
        section = self.section or self.setting
        return section.within(section.where.name, section.told(title))

    def _red_flags(self, run: Sequence[Callout], parent: Element) -> list[Box]:
        """In a programme of several topics their topic is named, as on page one."""
        title = self.setting.language.say("Get help right away")
        title = f"{title}: {run[0].topic}" if run[0].topic else title
        first, *rest = red_flags(tuple(run), title, self.setting, parent, self.level + 1)
        anchors = [Anchor(0, shape.anchor, title, None) for shape in run if shape.anchor]
        return [replace(first, marks=(*anchors, *first.marks)), *rest]

    def _prose(self) -> Style:
        """A part's opening words are set larger."""
        opens = isinstance(self.before, Heading) and self.before.level == 2
        return self.setting.styles.part_lead if opens else self.setting.styles.body

    def _run(self, run: Sequence[Shape], parent: Element) -> list[Box]:
        """Questions share a panel, people a row, "call now" and "call today" a box."""
        figures = [shape for shape in run if isinstance(shape, Figure)]
        if figures:
            return people_in_rows(figures, self.setting, parent)
        if flags := [shape for shape in run if isinstance(shape, Callout)]:
            return self._red_flags(flags, parent)
        return self._prompts([shape for shape in run if isinstance(shape, Prompt)], parent)

    def _prompts(self, run: Sequence[Prompt], parent: Element) -> list[Box]:
        return prompts(tuple(run), self.setting, parent)

    def _inner(self, shapes: tuple[Shape, ...], parent: Element, width: float) -> list[Box]:
        """Words and lists inside a panel."""
        return inner(shapes, parent, width, self.setting, self.setting.styles.body)


def inner(
    shapes: tuple[Shape, ...], parent: Element, width: float, setting: Setting, style: Style
) -> list[Box]:
    """Paragraphs and lists inside a box, set in a style; other shapes do not stand inside one. The
    box has an icon of its own: its lists have none, which also keeps them short."""
    boxes: list[Box] = []
    for place, shape in enumerate(shapes):
        if isinstance(shape, Paragraph):
            made = paragraph(shape, setting, parent, style, width)
        elif isinstance(shape, Items):
            plainer = _without_icons(shape)
            made = items(
                plainer,
                setting,
                parent,
                width,
                setting.styles.list if style is setting.styles.body else style,
            )
        else:
            made = Flow(setting, level=3).boxes((shape,), parent)
        boxes += block_gap(made, setting.styles.list_gap) if place else made
    return boxes


def _without_icons(shape: Items) -> Items:
    return replace(shape, items=tuple(replace(item, icon=None) for item in shape.items))


def _located(box: Box, shape: Shape) -> Box:
    """A deep box, with the place it comes from."""
    return replace(box, at=shape.at) if box.height > _DEEP else box


def _signpost(shape: Heading) -> Box:
    """Where a section would begin of which nothing is left: links still lead somewhere."""
    anchors = (Anchor(0, shape.anchor, plain(shape.title), None),) if shape.anchor else ()
    return Box(height=0, marks=anchors)


def _wide(shape: Items) -> bool:
    """Lists with icons go in two columns, lines to write on need the whole width."""
    return shape.mark in {"icon", "write-in"} or any(item.icon for item in shape.items)


def _run(shapes: Sequence[Shape], place: int) -> Sequence[Shape]:
    """The shape at a place, with those after it that are drawn together with it."""
    end = place + 1
    while end < len(shapes) and _together(shapes[place], shapes[end]):
        end += 1
    return shapes[place:end]


def _together(one: Shape, other: Shape) -> bool:
    match one, other:
        case Prompt(), Prompt():
            return True
        case Figure(art=Pose()), Figure(art=Pose()):
            return True
        case Callout(tone=Tone.EMERGENCY), Callout(tone=Tone.SAME_DAY):
            return True
        case _:
            return False
