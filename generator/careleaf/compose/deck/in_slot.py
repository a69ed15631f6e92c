"""Words and a slot of a clinic's template in; a text that looks as the slot does out."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from careleaf.compose.deck.measure import measure, measured_in
from careleaf.compose.deck.type import largest
from careleaf.model.deck import Box, Paragraph, Part, Piece, Slot, Text

_SHARES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""Of the slot's own size: what is tried until the words fit."""
_ROUNDING = 0.25
"""Points: files hold the distance of lines in whole percents."""
_LETTER = 0.45
"""Width of an average letter as a share of its size."""


def in_slot(
    name: str,
    slot: Slot,
    lines: Sequence[tuple[Part, ...]],
    *,
    least: float,
    box: Box | None = None,
) -> Text | None:
    """The lines, a paragraph each, at the slot's own size or the largest that fits it; None where
    none does down to `least` points. `box` takes the place of the slot's own."""
    placed = slot if box is None else replace(slot, box=box)
    sizes = [slot.size * share for share in _SHARES if slot.size * share >= min(least, slot.size)]
    with measured_in(slot.font):
        size = largest(sizes, lambda size: _fits(placed, _set(slot, lines, size, measured=True)))
        if size is None:
            return None
        shown = _set(slot, lines, size, measured=True)
        count = measure(shown, _width(placed, size)).lines
    return Text(
        name=name,
        box=placed.box,
        paragraphs=tuple(_set(slot, lines, size, measured=False)),
        lines=count,
        anchor=slot.anchor,
        placeholder=slot.placeholder,
        as_slot=True,
    )


def _fits(slot: Slot, shown: Sequence[Paragraph]) -> bool:
    found = measure(shown, _width(slot, shown[0].size))
    return not found.cut and found.height <= slot.inner.height + _ROUNDING


def _width(slot: Slot, size: float) -> float:
    """Of the slot, less what space between letters takes."""
    return slot.inner.width / (1 + max(0.0, slot.spacing) / (_LETTER * size))


def _set(
    slot: Slot, lines: Sequence[tuple[Part, ...]], size: float, *, measured: bool
) -> list[Paragraph]:
    """The paragraphs; `measured`, their letters are those that the slot shows."""
    lead = slot.lead if slot.exact else slot.lead * size / slot.size
    return [
        Paragraph(
            parts=tuple(_shown(part, slot) for part in line) if measured else line,
            size=size,
            lead=lead,
            colour=slot.colour,
            align=slot.align,
            before=slot.before,
        )
        for line in lines
    ]


def _shown(part: Part, slot: Slot) -> Part:
    if not isinstance(part, Piece):
        return part
    text = part.text.upper() if slot.capitals else part.text
    return replace(part, text=text, bold=slot.bold)
