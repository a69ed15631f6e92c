"""Shapes in two languages in; rows in which each faces its own out. A shape forgotten fails mypy.

The structure says all of a shape in one language, then in the other: a list stays a list. On paper
item faces item."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from careleaf.model.art import Pose
from careleaf.model.inline import Break, Line, Run
from careleaf.model.shape import (
    Callout,
    Card,
    Cell,
    Chart,
    Contact,
    Definitions,
    Figure,
    Heading,
    IconArray,
    Item,
    Items,
    Pair,
    Paragraph,
    Prompt,
    Scale,
    Shape,
    Table,
    Tone,
)
from careleaf.write.pdf.answers import scale
from careleaf.write.pdf.bilingual.card import card
from careleaf.write.pdf.bilingual.columns import Columns, levelled
from careleaf.write.pdf.bilingual.flags import red_flags
from careleaf.write.pdf.bilingual.panels import callout, do_and_dont, questions
from careleaf.write.pdf.bilingual.shared import counts, person
from careleaf.write.pdf.bonds import Bonds
from careleaf.write.pdf.flow import Flow
from careleaf.write.pdf.glossary import definitions
from careleaf.write.pdf.marks import Box, kept, stacked
from careleaf.write.pdf.prose import heading, items, titled
from careleaf.write.pdf.setting import Setting
from careleaf.write.pdf.structure import Element
from careleaf.write.pdf.table_rows import again, rows_of
from careleaf.write.pdf.tables import table

_GAP, _TIGHT = 11.0, 7.0
"""Between blocks, and below a heading or between paragraphs."""

_FEW_ROWS = 3
"""Of a table that no page splits."""

Both = tuple[Shape, Shape]
_T = TypeVar("_T", Callout, Prompt)


class Facing(Struct):
    """Where the laying out stands: the level of the last heading, and the shape before."""

    page: Setting
    """As wide as both languages, in the leading one: for what is there once."""
    level: int = 1
    before: Shape | None = None
    bonds: Bonds = field(default_factory=Bonds)

    def rows(
        self,
        first: Sequence[Shape],
        second: Sequence[Shape],
        columns: Columns,
        parent: Element,
        *,
        keeps_next: bool = False,
    ) -> list[Box]:
        """All shapes, with the gaps between them. Both languages have the same ones. Where they
        keep the next, more shapes follow that they belong to."""
        boxes: list[Box] = []
        left = len(first)
        for kind, group in groupby(zip(first, second, strict=True), key=_company):
            run = list(group)
            for both in [run] if kind else [[one] for one in run]:
                shape = both[0][0]
                made = self._spaced(shape, self._run(both, columns, parent))
                left -= len(both)
                lead = columns.first.styles.body.lead
                boxes += self.bonds.bound(shape, made, lead, last=not left and not keeps_next)
                self.before = both[-1][0]
        return boxes

    def _spaced(self, shape: Shape, boxes: list[Box]) -> list[Box]:
        if not boxes or isinstance(shape, Heading):
            return boxes
        near = isinstance(self.before, Heading | Paragraph) and isinstance(shape, Paragraph | Items)
        gap = _TIGHT if near or isinstance(self.before, Heading) else _GAP
        return [replace(boxes[0], gap=gap), *boxes[1:]]

    def _run(self, run: Sequence[Both], columns: Columns, parent: Element) -> list[Box]:
        """Danger signs that follow one another share a frame, and so do questions."""
        first, second = zip(*run, strict=True)
        flags = _only(first, Callout), _only(second, Callout)
        if _danger(run[0][0]):
            return [red_flags(tuple(zip(*flags, strict=True)), columns, parent, self.level + 1)]
        if isinstance(run[0][0], Prompt):
            asked = _only(first, Prompt), _only(second, Prompt)
            return [questions(*asked, columns, parent, self.inside)]
        [both] = run
        return self._shape(*both, columns, parent)

    def _shape(  # noqa: PLR0911 - one branch a shape, by design
        self, shape: Shape, other: Shape, columns: Columns, parent: Element
    ) -> list[Box]:
        trees = columns.under(parent)
        match shape, other:
            case Heading(), Heading():
                self.level = min(shape.level, self.level + 1)
                made = heading(shape, columns.first, trees[0])
                # Links and bookmarks lead to the leading language: one place has one name.
                beside = heading(replace(other, anchor=""), columns.second, trees[1])
                return kept([_one(made, beside, columns)])
            case Paragraph(), Paragraph():
                settings = columns.first, columns.second
                boxes = [
                    setting.block(one.body, setting.styles.body, columns.room, tree.add("P"))
                    for one, setting, tree in zip((shape, other), settings, trees, strict=True)
                ]
                return [columns.row(*boxes)]
            case Items(), Items():
                first = items(shape, columns.first, trees[0], columns.room)
                return columns.rows(first, items(other, columns.second, trees[1], columns.room))
            case Table(), Table():
                return self._table(shape, other, columns, parent)
            case Callout(), Callout():
                titles = shape.title, other.title
                return [callout((shape, other), titles, columns, parent, self.inside)]
            case Card(), Card():
                both = shape, other
                return [card(both, columns, parent, self.level + 1, self.inside)]
            case Pair(), Pair():
                return self._pair(shape, other, columns, parent)
            case Definitions(), Definitions():
                return self._words(shape, other, columns, trees)
            case Scale(), Scale():
                return self._scale(shape, other, columns, trees)
            case (
                (Figure(), Figure())
                | (IconArray(), IconArray())
                | (Chart(), Chart())
                | (Contact(), Contact())
            ):
                return self._picture(shape, other, columns, parent)
            case _:
                raise AssertionError("compose has seen to it that both are of one kind")

    def inside(
        self,
        first: tuple[Shape, ...],
        second: tuple[Shape, ...],
        columns: Columns,
        parent: Element,
    ) -> list[Box]:
        """What stands inside a frame. It has an icon of its own, so that its lists have none."""
        inner = Facing(self.page, level=self.level + 1)
        return inner.rows(_plainer(first), _plainer(second), columns, parent)

    def _picture(self, shape: Shape, other: Shape, columns: Columns, parent: Element) -> list[Box]:
        """People are there once, whether they are counted or show something; else both are whole,
        side by side."""
        match shape, other:
            case IconArray(), IconArray():
                made = self._titles(shape.title, other.title, columns, parent)
                shown = counts((shape, other), columns, parent)
                return [*made, self._below(made, shown)]
            case Figure(art=Pose() as pose), Figure():
                return [person((shape, other), pose, columns, parent)]
            case _:
                return [self._as_one(shape, other, columns, parent)]

    def _as_one(self, shape: Shape, other: Shape, columns: Columns, parent: Element) -> Box:
        """What is no list of items: whole beside whole, never split."""
        trees = columns.under(parent)
        first = stacked(Flow(columns.first, level=self.level).boxes((shape,), trees[0]))
        second = stacked(Flow(columns.second, level=self.level).boxes((other,), trees[1]))
        return columns.row(*levelled(first, second))

    def _scale(
        self, shape: Scale, other: Scale, columns: Columns, trees: tuple[Element, Element]
    ) -> list[Box]:
        """The questions face each other, and so do the circles below them."""
        settings = columns.first, columns.second
        asked = [
            setting.block(one.question, setting.styles.lead, columns.room, tree.add("P"))
            for one, setting, tree in zip((shape, other), settings, trees, strict=True)
        ]
        circles = [
            scale(replace(one, question=()), setting, tree)
            for one, setting, tree in zip((shape, other), settings, trees, strict=True)
        ]
        return [stacked([columns.row(*asked), columns.row(*circles)])]

    def _table(self, shape: Table, other: Table, columns: Columns, parent: Element) -> list[Box]:
        """Row by row; what is to be written in is there once, each line of it in both languages."""
        if shape.role == "diary":
            once = _joined(shape, other, columns.second.language.code)
            return [stacked(table(once, self.page, parent, columns.width))]
        boxes: list[list[Box]] = []
        captions: list[Box] = []
        for one, setting, tree in zip(
            (shape, other), (columns.first, columns.second), columns.under(parent), strict=True
        ):
            element = tree.add("Table")
            if one.caption:
                caption = element.add("Caption")
                style = setting.styles.caption
                captions.append(setting.block(one.caption, style, columns.room, caption))
            title = again(one.caption, setting, columns.room)
            boxes.append(rows_of(one, setting, element, columns.room, title))
        head = [replace(columns.row(*captions), keep=True)] if captions else []
        rows = _bound(columns.rows(*boxes))
        return [*head, replace(rows[0], gap=6.0 if head else 0.0), *rows[1:]]

    def _pair(self, shape: Pair, other: Pair, columns: Columns, parent: Element) -> list[Box]:
        made = self._titles(shape.title, other.title, columns, parent)
        first, *rest = do_and_dont(shape, other, columns, parent, self.inside)
        return [*made, self._below(made, first), *rest]

    def _titles(self, first: Line, second: Line, columns: Columns, parent: Element) -> list[Box]:
        """Of a picture or a pair: a small heading in both languages, where there is one."""
        if not first:
            return []
        level = self.level + 1
        trees = columns.under(parent)
        settings = columns.first, columns.second
        one, other = (
            titled(line, setting.styles.small_heading, setting, tree, level, gap=0)
            for line, setting, tree in zip((first, second), settings, trees, strict=True)
        )
        return kept([_one(one, other, columns)])

    @staticmethod
    def _below(titles: list[Box], box: Box) -> Box:
        return replace(box, gap=_TIGHT) if titles else box

    def _words(
        self,
        shape: Definitions,
        other: Definitions,
        columns: Columns,
        trees: tuple[Element, Element],
    ) -> list[Box]:
        count = len(shape.entries)
        first = definitions(shape, columns.first, trees[0], 2)
        second = definitions(other, columns.second, trees[1], 2)
        title = columns.row(stacked(first[:-count]), stacked(second[:-count]))
        return [replace(title, keep=True), *columns.rows(first[-count:], second[-count:])]


def _one(first: list[Box], second: list[Box], columns: Columns) -> Box:
    return replace(columns.row(stacked(first), stacked(second)), title=True)


def _bound(rows: list[Box]) -> list[Box]:
    """Rows of which a page leaves two at least on either side, or all."""
    last = len(rows) - 1
    return [
        replace(row, keep=place < last and (last < _FEW_ROWS or place in {0, last - 1}))
        for place, row in enumerate(rows)
    ]


def _danger(shape: Shape) -> bool:
    return isinstance(shape, Callout) and shape.tone in {Tone.EMERGENCY, Tone.SAME_DAY}


def _only(shapes: Sequence[Shape], kind: type[_T]) -> tuple[_T, ...]:
    return tuple(shape for shape in shapes if isinstance(shape, kind))


def _company(both: Both) -> str:
    """Neighbours with the same name are drawn together; empty for those that stand alone."""
    if _danger(both[0]):
        return "danger"
    return "questions" if isinstance(both[0], Prompt) else ""


def _plainer(shapes: tuple[Shape, ...]) -> tuple[Shape, ...]:
    return tuple(_without_icons(one) if isinstance(one, Items) else one for one in shapes)


def _without_icons(shape: Items) -> Items:
    def plain(item: Item) -> Item:
        return replace(item, icon=None)

    return replace(shape, items=tuple(plain(item) for item in shape.items))


def _joined(shape: Table, other: Table, code: str) -> Table:
    """A table whose every cell says the same twice."""

    def joined(cell: Cell, beside: Cell) -> Cell:
        return replace(cell, body=both_lines(cell.body, beside.body, code))

    def row(cells: tuple[Cell, ...], others: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return tuple(joined(*both) for both in zip(cells, others, strict=True))

    rows = zip(shape.rows, other.rows, strict=True)
    return replace(
        shape,
        caption=both_lines(shape.caption, other.caption, code),
        head=row(shape.head, other.head),
        rows=tuple(row(*both) for both in rows),
    )


def both_lines(first: Line, second: Line, code: str) -> Line:
    """One line above the other, the second in its own language."""
    if not first or not second:
        return first or second
    tagged = tuple(replace(run, language=code) if isinstance(run, Run) else run for run in second)
    return (*first, Break(at=second[0].at), *tagged)
