"""A frame in; the shapes of its slide on our own layouts out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from careleaf.compose.deck import layouts
from careleaf.compose.deck.bar import BAR_GAP
from careleaf.compose.deck.body import Body
from careleaf.compose.deck.breaks import even
from careleaf.compose.deck.draw import (
    BODY_END,
    BODY_TOP,
    BODY_TOP_LOW,
    LEFT,
    WIDE,
    icon_disc,
    words,
)
from careleaf.compose.deck.exercise import Exercise, exercise_title
from careleaf.compose.deck.frame import Frame
from careleaf.compose.deck.measure import fits
from careleaf.compose.deck.moves import Moves
from careleaf.compose.deck.parts import Opener
from careleaf.compose.deck.type import TITLE, Style, largest, paragraph
from careleaf.model.deck import Box, Paragraph, Piece, Placed, Placeholder, Slot
from careleaf.text.kept import forgotten_by

_STEPS = ((36, 42), (34, 40), (32, 38), (30, 36))
_PLAIN = (layouts.TITLE_ONLY, layouts.CONTENT, layouts.TWO, layouts.PICTURE, layouts.STAGE)
_ICON = 44.0


def frame_fits(frame: Frame) -> bool:
    """Whether title and body have room."""
    title = _title_style(frame)
    return title is not None and _numbered(frame).fits(zone(frame))


def _numbered(frame: Frame) -> Body:
    """The body; one that draws its title itself is told what makes it one of its kind."""
    if isinstance(frame.body, Opener):
        return replace(frame.body, suffix=frame.suffix)
    return frame.body


def zone(frame: Frame) -> Box:
    """What is left for the body under the title and above the bar."""
    if own := layouts.ZONES.get(frame.body.layout):
        return own
    style = _title_style(frame) or _steps()[-1]
    one_line = fits(
        (_title_paragraph(frame.title, frame.suffix, style),), _title_box(frame).width, style.lead
    )
    top = BODY_TOP if one_line else BODY_TOP_LOW
    end = BODY_END - (frame.bar.height(bar_width(frame)) + BAR_GAP if frame.bar else 0.0)
    return Box(LEFT, top, WIDE, end - top)


def bar_width(frame: Frame) -> float:
    """Of a bar below the body: beside a stage it has the words' column."""
    return layouts.STAGE_TITLE_BOX.width if frame.body.layout == layouts.STAGE else WIDE


def draw_frame(frame: Frame) -> tuple[Placed, ...]:
    """Title, body, bar, in the order in which they are read."""
    match frame.body:
        case Opener():
            return _numbered(frame).draw(zone(frame))
        case Exercise() | Moves():
            title = exercise_title(frame.body.card, frame.suffix)
            return (title, *frame.body.draw(zone(frame)))
        case _:
            bar = (
                (frame.bar.draw(Box(LEFT, BODY_TOP, bar_width(frame), BODY_END - BODY_TOP)),)
                if frame.bar
                else ()
            )
            return (*_title(frame), *frame.body.draw(zone(frame)), *bar)


def _title(frame: Frame) -> tuple[Placed, ...]:
    if frame.body.layout not in _PLAIN:
        return (_slot_title(frame),)
    style = _title_style(frame) or _steps()[-1]
    shown = even(_title_paragraph(frame.title, frame.suffix, style), _title_box(frame).width)
    text = words("Title", _title_box(frame), (shown,), placeholder=Placeholder.TITLE)
    if not frame.icon:
        return (text,)
    return (text, *icon_disc(LEFT, 29, _ICON, frame.icon, ground="navy", colour="white"))


def _title_box(frame: Frame) -> Box:
    staged = frame.body.layout == layouts.STAGE
    box = layouts.STAGE_TITLE_BOX if staged else layouts.TALL_TITLE_BOX
    return Box(box.x + 60, box.y, box.width - 60, box.height) if frame.icon else box


def _title_style(frame: Frame) -> Style | None:
    """Large on one line or two; smaller only where two lines would not hold it."""
    if frame.body.layout not in _PLAIN:
        return TITLE
    return _plain_title_style(frame.title, frame.suffix, _title_box(frame).width)


def _slot_title(frame: Frame) -> Placed:
    """In a slot of a layout's own, smaller where it must be."""
    slot = _title_slot(frame.body.layout)
    sizes = [slot.size, slot.size - 4, slot.size - 8, slot.size - 12]
    styles = [Style(size=size, lead=size * 1.2, colour=slot.colour) for size in sizes if size >= 20]
    style = (
        largest(
            styles,
            lambda s: fits(
                (_title_paragraph(frame.title, frame.suffix, s),), slot.box.width, s.lead
            ),
        )
        or styles[-1]
    )
    shown = _title_paragraph(frame.title, frame.suffix, style)
    if slot.colour == "white":
        shown = replace(shown, parts=tuple(_uncoloured(shown)))
    return words("Title", slot.box, (shown,), anchor=slot.anchor, placeholder=Placeholder.TITLE)


@lru_cache(maxsize=1024)
def _plain_title_style(title: str, suffix: str, width: float) -> Style | None:
    """Kept, because a frame is asked for its zone again and again while slides are shared out."""
    return largest(
        _steps(),
        lambda style: fits((_title_paragraph(title, suffix, style),), width, 2 * style.lead),
    )


forgotten_by(_plain_title_style.cache_clear)


def _title_paragraph(title: str, suffix: str, style: Style) -> Paragraph:
    parts = [Piece(text=title, bold=True)]
    if suffix:
        parts.append(Piece(text=suffix, colour="slate"))
    return paragraph(tuple(parts), style)


def _uncoloured(shown: Paragraph) -> Sequence[Piece]:
    return [replace(part, colour=None) for part in shown.parts if isinstance(part, Piece)]


def _steps() -> tuple[Style, ...]:
    return tuple(TITLE.at(size, lead) for size, lead in _STEPS)


def _title_slot(name: str) -> Slot:
    layout = next(one for one in layouts.LAYOUTS if one.name == name)
    return next(slot for slot in layout.slots if slot.placeholder is Placeholder.TITLE)
