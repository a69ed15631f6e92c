"""A manuscript and a layout of a clinic's template in; the footer of its slides out.

Clinic and topic and the slide's number stand in the layout's slots; the draft mark, and what has no
slot that holds it, in the strip at the foot of the room.
"""

from __future__ import annotations

from collections.abc import Sequence

from careleaf.compose.deck.draft_mark import draft_mark
from careleaf.compose.deck.draw import words
from careleaf.compose.deck.footer import footer_lines, number_parts
from careleaf.compose.deck.ground import STRIP_GAP, Ground
from careleaf.compose.deck.in_slot import in_slot
from careleaf.compose.deck.measure import fits
from careleaf.compose.deck.type import SMALL, largest, paragraph
from careleaf.language import Language
from careleaf.model.deck import (
    Box,
    Group,
    Panel,
    Paragraph,
    Part,
    Placed,
    Placeholder,
    Slot,
    Text,
)
from careleaf.model.manuscript import Manuscript
from careleaf.model.placed import box_of

_HIGH, _APART = 20.0, 16.0
_NUMBER = 72.0
"""The width of the number where it stands in the strip."""


def footer(
    manuscript: Manuscript, name: str, total: int, language: Language, ground: Ground
) -> tuple[Placed, ...]:
    """For the layout of that name."""
    layout = ground.layout(name)
    lines, number = list(footer_lines(manuscript, language)), number_parts(total, language)
    text_slot = ground.footer_slot(layout, Placeholder.FOOTER)
    number_slot = ground.footer_slot(layout, Placeholder.NUMBER)
    plate = not ground.readable(layout)
    strip: list[Placed] = [*mark(manuscript)]
    start = box_of(strip[0]).end + _APART if strip else 0.0
    end = ground.strip(name).width / ground.unit
    if number_slot is None:
        box = Box(end - _NUMBER, STRIP_GAP, _NUMBER, _HIGH)
        strip += _words("Slide number", box, paragraph(number, SMALL, align="end"), plate=plate)
        end = box.x - _APART
    if text_slot is None:
        box = Box(start, STRIP_GAP, end - start, _HIGH)
        strip += _words("Footer", box, _longest(lines, _inner(box, plate=plate)), plate=plate)
    slotted = (
        _in_slot("Footer", text_slot, lines) if text_slot else None,
        _in_slot("Slide number", number_slot, [number]) if number_slot else None,
    )
    return (*ground.moved_to_strip(name, strip), *(one for one in slotted if one))


def mark(manuscript: Manuscript) -> tuple[Group, ...]:
    """The draft mark at the start of the strip, on our own grid; none where nothing is a draft."""
    return (draft_mark(manuscript.standing, start=0, y=STRIP_GAP),) if manuscript.standing else ()


def _words(name: str, box: Box, line: Paragraph, *, plate: bool) -> tuple[Placed, ...]:
    """On a white plate where they would not read without."""
    text = words(name, _inner(box, plate=plate), (line,), anchor="middle")
    if not plate:
        return (text,)
    return Panel(name="Plate", box=box, form="round", radius=4, fill="white"), text


def _inner(box: Box, *, plate: bool) -> Box:
    return Box(box.x + 8, box.y, box.width - 16, box.height) if plate else box


def _longest(lines: Sequence[tuple[Part, ...]], box: Box) -> Paragraph:
    shown = [paragraph(line, SMALL) for line in lines]
    return largest(shown, lambda one: fits((one,), box.width, box.height)) or shown[-1]


def _in_slot(name: str, slot: Slot, lines: Sequence[tuple[Part, ...]]) -> Text | None:
    """The longest line that the slot holds at its own size; else the shortest, smaller."""
    tried = (in_slot(name, slot, (line,), least=slot.size) for line in lines)
    whole = next((text for text in tried if text and text.lines == 1), None)
    return whole or in_slot(name, slot, (lines[-1],), least=0.0)
