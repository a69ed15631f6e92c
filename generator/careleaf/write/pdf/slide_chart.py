"""A column chart of a slide in; its bars, numbers and names as marks of one picture out."""

from __future__ import annotations

from collections.abc import Iterator

from careleaf.model.deck import Box, Paragraph, Piece, PlacedChart
from careleaf.write.pdf.marks import Mark, Panel, Rule
from careleaf.write.pdf.slide_words import Board, words
from careleaf.write.pdf.structure import Content

_EDGE, _AXIS = 1.5, 1.5
_LEAD = 1.2
_NAME_DROP, _VALUE_RISE = 0.45, 0.2
"""Of their size: from the axis down to names, and from a bar up to its number."""


def chart(placed: PlacedChart, board: Board, content: Content) -> Iterator[Mark]:
    """Bars on one scale, which ends at `top` or at the highest of them."""
    plot, scale = placed.plot, board.scale
    top = placed.top or max((bar.value for bar in placed.bars), default=1) or 1
    pitch = plot.width / max(1, len(placed.bars))
    for place, bar in enumerate(placed.bars):
        high = plot.height * bar.value / top
        slot = Box(plot.x + place * pitch, plot.bottom - high, pitch, high)
        if bar.value:
            wide = pitch * placed.wide
            drawn = Box(slot.x + (pitch - wide) / 2, slot.y, wide, high)
            yield Panel(
                x=board.left(drawn),
                y=drawn.y * scale,
                width=wide * scale,
                height=high * scale,
                fill=bar.fill,
                edge="navy",
                edge_width=_EDGE * scale,
                content=content,
            )
        value = _paragraph(str(bar.value), placed.value_size, "navy", bold=True)
        above = slot.y - value.lead - _VALUE_RISE * value.size
        yield from words((value,), Box(slot.x, above, pitch, value.lead), board, content)
        name = _paragraph(bar.name, placed.name_size, "ink")
        below = plot.bottom + _NAME_DROP * name.size
        yield from words(
            (name,), Box(slot.x, below, pitch, placed.box.bottom - below), board, content
        )
    x, y = board.left(plot), plot.bottom * scale
    yield Rule(x, y, x + plot.width * scale, y, "ink", _AXIS * scale, content)


def _paragraph(text: str, size: float, colour: str, *, bold: bool = False) -> Paragraph:
    piece = Piece(text=text, bold=bold)
    return Paragraph(parts=(piece,), size=size, lead=size * _LEAD, colour=colour, align="center")
