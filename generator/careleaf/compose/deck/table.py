"""A table in; a native table with columns as wide as their words need out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from careleaf.compose.deck import layouts
from careleaf.compose.deck.breaks import kept, settled
from careleaf.compose.deck.draw import card
from careleaf.compose.deck.measure import from_right, measure, natural_width, widest_word
from careleaf.compose.deck.once import once
from careleaf.compose.deck.type import BODY, Style, spell, steps
from careleaf.figure.meter import STEPS, sureness_meter
from careleaf.model.deck import (
    Box,
    Mark,
    Paragraph,
    Piece,
    Placed,
    PlacedTable,
    TableCell,
    TableRow,
)
from careleaf.model.inline import plain
from careleaf.model.shape import Cell, Table
from careleaf.source import Span

_STEPS = steps(BODY.at(28, 35), (26, 33), (24, 30), (22, 28), (20, 25))
_HEAD = Style(size=20, lead=26, colour="navy", bold=True)
_COMFORTABLE = 24.0
"""Points: down to here a smaller size is better than more lines."""

_LARGE_HEAD = _HEAD.at(24, 30)
_GAP = 22.0
_INSET, _TINTED_GAP, _BETWEEN = 20.0, 24.0, 12.0
"""Before and after the words on a tinted column, and between two such columns."""

_METER = 84.0
_PAD = 12.0
_TALLEST = 118.0
_NARROWEST_DAY, _DAY = 56.0, 72.0
"""Width of a day's column: the least, and that which a row's head on one line may leave it."""


class TableBody(Struct, frozen=True, kw_only=True):
    """Some rows of a table under its whole head."""

    at: Span
    table: Table
    rows: tuple[tuple[Cell, ...], ...]
    layout: str = layouts.TITLE_ONLY
    bar_below: bool = True

    def fits(self, zone: Box) -> bool:
        """Whether every row has room at some size."""
        return self._choice(zone) is not None

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """Panels, the table, then its meters, which only repeat its words. From right to left they
        belong to the cells: LibreOffice lays columns out from the left all the same, and a shape
        would lie under or over the words of another column."""
        style = self._choice(zone) or _STEPS[-1]
        count = len(self.table.head)
        columns = _columns(self.table, zone.width, style) or (zone.width / count,) * count
        head = self._head_height(style, columns)
        heights = self._heights(zone, style, columns)
        diary = self.table.role == "diary"
        rows = [
            self._row(self.table.head, head, columns, (_head(self.table, style),) * len(columns))
        ]
        for cells, height in zip(self.rows, heights, strict=True):
            rows.append(self._row(cells, height, columns, _styles(self.table, style)))
        table = PlacedTable(
            name="Table",
            box=Box(zone.x, zone.y, zone.width, head + sum(heights)),
            columns=columns,
            rows=tuple(rows),
            alt=plain(self.table.caption) or " | ".join(plain(one.body) for one in self.table.head),
            gap=8.0 if diary else _TINTED_GAP if _tinted(self.table) else _GAP,
            grid="line" if diary else None,
        )
        return (*self._tints(table), table, *self._meters(zone, columns, head, heights))

    def _tints(self, table: PlacedTable) -> list[Placed]:
        if not _tinted(self.table) or from_right():
            return []
        shown: list[Placed] = []
        x = table.box.x + table.columns[0]
        for place, width in enumerate(table.columns[1:], 2):
            wide = width - (_BETWEEN if place < len(table.columns) else 0)
            shown.append(card("Column", Box(x, table.box.y, wide, table.box.height)))
            x += width
        return shown

    def _row(
        self,
        cells: Sequence[Cell],
        height: float,
        columns: Sequence[float],
        styles: Sequence[Style],
    ) -> TableRow:
        """A strong rule below the head, a fine one below any other row."""
        inset = 8.0 if self.table.role == "diary" else 0.0
        head = cells is self.table.head
        strong = head and not _tinted(self.table)
        last = _tinted(self.table) and cells is self.rows[-1]
        return TableRow(
            height=height,
            cells=tuple(
                TableCell(
                    paragraphs=_shown(cell, style, width - _gap(self.table, place) - _inset(cell)),
                    inset=_inset(cell) + (_INSET if _tinted(self.table) and place else inset),
                    fill="tint" if _tinted(self.table) and place and from_right() else None,
                )
                for place, (cell, style, width) in enumerate(
                    zip(cells, styles, columns, strict=True)
                )
            ),
            rule=None if last else "navy" if strong else "hair",
            rule_width=0.0 if last else 2.0 if strong else 0.75,
        )

    @once
    def _choice(self, zone: Box) -> Style | None:
        """The size at which the words take the fewest lines, and of those the largest; small sizes
        only where no other fits."""
        found: dict[Style, int] = {}
        for style in _STEPS:
            if found and style.size < _COMFORTABLE:
                break
            if self._good(zone, style):
                found[style] = self._lines(zone, style)
                if found[style] == len(self.rows) or style.size < _COMFORTABLE:
                    break
        return min(found, key=lambda style: found[style], default=None)

    def _lines(self, zone: Box, style: Style) -> int:
        """Of the highest cell of each row, together."""
        columns = _columns(self.table, zone.width, style)
        return sum(round((deep - _PAD) / style.lead) for deep in self._needed(style, columns))

    def _good(self, zone: Box, style: Style) -> bool:
        columns = _columns(self.table, zone.width, style)
        if not columns:
            return False
        needed = sum(self._needed(style, columns))
        return self._head_height(style, columns) + needed <= zone.height

    def _needed(self, style: Style, columns: Sequence[float]) -> list[float]:
        """The least height of each row."""
        return [
            max(
                measure(
                    (_paragraph(cell, own),), width - _gap(self.table, place) - _inset(cell)
                ).height
                for place, (cell, width, own) in enumerate(
                    zip(row, columns, _styles(self.table, style), strict=True)
                )
            )
            + _PAD
            for row in self.rows
        ]

    def _head_height(self, style: Style, columns: Sequence[float]) -> float:
        deep = max(
            measure(
                (_paragraph(cell, _head(self.table, style)),), width - _gap(self.table, place)
            ).height
            for place, (cell, width) in enumerate(zip(self.table.head, columns, strict=True))
        )
        return deep + _PAD

    def _heights(self, zone: Box, style: Style, columns: Sequence[float]) -> list[float]:
        """Equal rows where all fit so, else each what it needs and a share of the rest."""
        free = zone.height - self._head_height(style, columns)
        needed = self._needed(style, columns)
        equal = min(_TALLEST, free / len(needed))
        if max(needed) <= equal:
            return [equal] * len(needed)
        spare = max(0.0, free - sum(needed)) / len(needed)
        return [height + min(spare, 24.0) for height in needed]

    def _meters(
        self, zone: Box, columns: Sequence[float], head: float, heights: Sequence[float]
    ) -> list[Placed]:
        if from_right():
            return []
        shown: list[Placed] = []
        y = zone.y + head
        for row, height in zip(self.rows, heights, strict=True):
            x = zone.x
            for cell, width in zip(row, columns, strict=True):
                if cell.sureness:
                    drawing = sureness_meter(cell.sureness.value)
                    box = Box(
                        x + 1, y + (height - drawing.height) / 2, drawing.width, drawing.height
                    )
                    shown.append(Mark(name="Meter", box=box, drawing=drawing))
                x += width
            y += height
        return shown


def _tinted(table: Table) -> bool:
    """Whether each column but the first stands on a panel: the eye then goes down it."""
    return table.role == "plain"


def _head(table: Table, style: Style) -> Style:
    """Above words of this style it is never larger than they are."""
    return _LARGE_HEAD if _tinted(table) and style.size >= _LARGE_HEAD.size else _HEAD


@once
def _columns(table: Table, width: float, style: Style) -> tuple[float, ...]:
    """Every column as wide as its widest word at least; empty where that is too wide. What is
    left goes to those whose words would otherwise take more lines."""
    if table.role == "diary":
        return _diary_columns(table, width, style)
    least, wanted = [], []
    for place in range(len(table.head)):
        column, gap = _column(table, place, style), _gap(table, place)
        least.append(gap + max(_least(cell, own) for cell, own in column))
        wanted.append(gap + max(_wanted(cell, own) for cell, own in column))
    if sum(least) > width:
        return ()
    if _tinted(table) and (alike := _alike(least, wanted, width)):
        return alike
    return _shared(least, wanted, width)


def _column(table: Table, place: int, style: Style) -> list[tuple[Cell, Style]]:
    own = _styles(table, style)[place]
    return [(table.head[place], _head(table, style)), *((row[place], own) for row in table.rows)]


def _styles(table: Table, style: Style) -> tuple[Style, ...]:
    """The first column is the head of its row. What we know has three columns, unless the first two
    were joined: these hold the head, in bold, and what it says."""
    joined = table.role == "evidence" and len(table.head) < 3
    first = style if joined else replace(style, colour="navy", bold=True)
    return (first, *(style,) * (len(table.head) - 1))


def _gap(table: Table, place: int) -> float:
    """Beside the words of a column. The first of a table with panels starts at the edge."""
    match table.role:
        case "diary":
            return 16.0
        case "plain":
            return _TINTED_GAP + (_INSET if place else 0.0)
        case "evidence":
            return _GAP
    assert_never(table.role)


def _paragraph(cell: Cell, style: Style) -> Paragraph:
    words = spell(cell.body, style)
    if not (cell.sureness and from_right()):
        return words
    level = cell.sureness.value
    dots = Piece(text="\u25cf" * level + "\u25cb" * (STEPS - level) + "  ", colour="navy")
    return replace(words, parts=(dots, *words.parts))


def _shown(cell: Cell, style: Style, width: float) -> tuple[Paragraph, ...]:
    return (kept(settled(_paragraph(cell, style), width), width),) if cell.body else ()


def _inset(cell: Cell) -> float:
    return _METER if cell.sureness and not from_right() else 0.0


def _least(cell: Cell, style: Style) -> float:
    if cell.sureness:
        return _wanted(cell, style)
    return widest_word(_paragraph(cell, style)) + 1


def _wanted(cell: Cell, style: Style) -> float:
    return _inset(cell) + natural_width(_paragraph(cell, style)) + 1


def _alike(least: list[float], wanted: list[float], width: float) -> tuple[float, ...]:
    """The first column as wide as it wants, up to a share; the others of one width. Empty where a
    word would be too wide for that."""
    first = max(least[0], min(wanted[0], width * _FIRST))
    others = (width - first) / (len(least) - 1)
    return (first, *(others,) * (len(least) - 1)) if others >= max(least[1:]) else ()


_FIRST = 0.34
"""Most of the width that the heads of the rows take, if their words allow."""


def _shared(least: list[float], wanted: list[float], width: float) -> tuple[float, ...]:
    if sum(wanted) <= width:
        spare = (width - sum(wanted)) / len(wanted)
        return tuple(one + spare for one in wanted)
    widths = [0.0] * len(wanted)
    left = list(range(len(wanted)))
    while left:
        free = width - sum(widths[n] for n in range(len(wanted)) if n not in left)
        modest = [n for n in left if wanted[n] <= free / len(left)]
        if not modest:
            break
        for n in modest:
            widths[n] = wanted[n]
        left = [n for n in left if n not in modest]
    return _filled(widths, left, least, width)


def _filled(
    widths: list[float], left: list[int], least: list[float], width: float
) -> tuple[float, ...]:
    """What modest columns leave goes to the others in equal parts, none under its widest word."""
    free = width - sum(widths)
    for n in sorted(left, key=lambda n: -least[n]):
        waiting = [m for m in left if not widths[m]]
        widths[n] = max(least[n], free / len(waiting))
        free -= widths[n]
    over = sum(widths) - width
    if over > 0:
        widest = max(range(len(widths)), key=lambda n: widths[n] - least[n])
        widths[widest] -= over
    return tuple(widths)


def _diary_columns(table: Table, width: float, style: Style) -> tuple[float, ...]:
    """The first wide enough for its words, on a line each while days stay wide enough to write in;
    the days for their names. Empty where there is too little room."""
    days, gap = len(table.head) - 1, _gap(table, 0)
    heads = _column(table, 0, style)
    least = gap + max(_least(cell, own) for cell, own in heads)
    wanted = gap + max(_wanted(cell, own) for cell, own in heads)
    named = gap + max(_least(cell, _head(table, style)) for cell in table.head[1:])
    first = max(216.0, width - 84.0 * days, least, min(wanted, width - _DAY * days))
    if (width - first) / days < named:
        first = max(least, width - named * days)
    day = (width - first) / days
    return (first, *(day,) * days) if day >= max(_NARROWEST_DAY, named) else ()
