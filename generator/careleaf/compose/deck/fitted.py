"""Placed shapes, a scale and an offset in; the same shapes, larger or smaller, elsewhere, out.

Bodies lay out on our own grid; a clinic's template has another slide, so what they drew is moved
there as a whole: boxes, type and lines grow or shrink alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from careleaf.model.deck import (
    Box,
    Bullet,
    Group,
    Illustration,
    Image,
    Mark,
    Panel,
    Paragraph,
    Part,
    Piece,
    Placed,
    PlacedChart,
    PlacedTable,
    Rule,
    TableCell,
    TableRow,
    Text,
)


class Move(Struct, frozen=True):
    """x' = dx + scale x, y' = dy + scale y. All in points."""

    scale: float
    dx: float
    dy: float

    def shapes(self, placed: Sequence[Placed]) -> tuple[Placed, ...]:
        """All of these, moved."""
        return tuple(self._shape(shape) for shape in placed)

    def box(self, box: Box) -> Box:
        """A box, moved."""
        return Box(
            self.dx + self.scale * box.x,
            self.dy + self.scale * box.y,
            self.scale * box.width,
            self.scale * box.height,
        )

    def _shape(self, shape: Placed) -> Placed:  # noqa: PLR0911 - one line a kind
        match shape:
            case Text():
                moved = tuple(self._paragraph(one) for one in shape.paragraphs)
                return replace(shape, box=self.box(shape.box), paragraphs=moved)
            case Panel():
                return self._panel(shape)
            case Rule():
                return self._rule(shape)
            case Mark() | Image() | Illustration():
                return replace(shape, box=self.box(shape.box))
            case PlacedTable():
                return self._table(shape)
            case PlacedChart():
                return self._chart(shape)
            case Group():
                return replace(shape, shapes=self.shapes(shape.shapes))
            case _:
                assert_never(shape)

    def _panel(self, panel: Panel) -> Panel:
        return replace(
            panel,
            box=self.box(panel.box),
            radius=panel.radius * self.scale,
            edge_width=panel.edge_width * self.scale,
            words=self._paragraph(panel.words) if panel.words else None,
        )

    def _rule(self, rule: Rule) -> Rule:
        start = self.box(Box(rule.x, rule.y, 0, 0))
        end = self.box(Box(rule.to_x, rule.to_y, 0, 0))
        width = rule.width * self.scale
        return Rule(x=start.x, y=start.y, to_x=end.x, to_y=end.y, colour=rule.colour, width=width)

    def _table(self, table: PlacedTable) -> PlacedTable:
        return replace(
            table,
            box=self.box(table.box),
            columns=tuple(width * self.scale for width in table.columns),
            rows=tuple(self._row(row) for row in table.rows),
            gap=table.gap * self.scale,
        )

    def _chart(self, chart: PlacedChart) -> PlacedChart:
        return replace(
            chart,
            box=self.box(chart.box),
            plot=self.box(chart.plot),
            value_size=chart.value_size * self.scale,
            name_size=chart.name_size * self.scale,
        )

    def _row(self, row: TableRow) -> TableRow:
        cells = tuple(
            TableCell(
                paragraphs=tuple(self._paragraph(one) for one in cell.paragraphs),
                inset=cell.inset * self.scale,
                fill=cell.fill,
            )
            for cell in row.cells
        )
        width = row.rule_width * self.scale
        return replace(row, height=row.height * self.scale, cells=cells, rule_width=width)

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        return replace(
            paragraph,
            parts=tuple(self._part(part) for part in paragraph.parts),
            size=paragraph.size * self.scale,
            lead=paragraph.lead * self.scale,
            before=paragraph.before * self.scale,
            bullet=self._bullet(paragraph.bullet) if paragraph.bullet else None,
        )

    def _bullet(self, bullet: Bullet) -> Bullet:
        return replace(bullet, width=bullet.width * self.scale, indent=bullet.indent * self.scale)

    def _part(self, part: Part) -> Part:
        if isinstance(part, Piece) and part.size:
            return replace(part, size=part.size * self.scale)
        return part
