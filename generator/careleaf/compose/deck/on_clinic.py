"""A frame, a cover or a footer and a clinic's template in; shapes on that template's slide out.

Titles, subtitles, footers and numbers stand in the template's own slots and look as it has them.
Bodies are drawn where its layout leaves room; what our own layouts show beside the title stands
there too, or is left out if it only decorates.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from careleaf.compose.deck import layouts
from careleaf.compose.deck.bar import BAR_GAP
from careleaf.compose.deck.body import Body
from careleaf.compose.deck.draft_mark import draft_mark
from careleaf.compose.deck.draw import number_disc, words
from careleaf.compose.deck.exercise import Exercise
from careleaf.compose.deck.footer import footer_lines, number_parts
from careleaf.compose.deck.ground import STRIP_GAP, Ground
from careleaf.compose.deck.in_slot import in_slot
from careleaf.compose.deck.measure import fits, measure
from careleaf.compose.deck.moves import Moves
from careleaf.compose.deck.parts import Opener, opener_rows
from careleaf.compose.deck.type import BODY, SMALL, Style, largest, paragraph, parts_of, steps
from careleaf.language import Language
from careleaf.model.deck import (
    Box,
    Group,
    Panel,
    Paragraph,
    Part,
    Piece,
    Placed,
    Placeholder,
    Slot,
    Text,
)
from careleaf.model.manuscript import Manuscript

if TYPE_CHECKING:
    from careleaf.compose.deck.frame import Frame

_TITLE_LEAST, _TEXT_LEAST = 24.0, 18.0
"""Points, on a slide as high as ours."""
_REASON = steps(Style(size=24, lead=30, colour="slate"), (22, 28), (20, 26))
_DISC = 40.0


def role(frame: Frame, ground: Ground) -> str:
    """The template's layout that shows the frame."""
    if isinstance(frame.body, Opener) and not _opener_text(frame.body, ground):
        return layouts.TITLE_ONLY
    return ground.role(frame.body.layout)


def frame_fits(frame: Frame, ground: Ground) -> bool:
    """Whether title and body have room."""
    if _title(frame, ground) is None:
        return False
    if isinstance(frame.body, Opener):
        return True
    return _body(frame, ground).fits(zone(frame, ground))


def zone(frame: Frame, ground: Ground) -> Box:
    """What is left for the body, on our own grid."""
    whole = ground.zone(role(frame, ground))
    below = frame.bar.height(whole.width) + BAR_GAP if frame.bar else 0.0
    free = Box(whole.x, whole.y, whole.width, whole.height - below)
    head = _head_height(frame, free)
    lower = Box(free.x, free.y + head, free.width, free.height - head)
    return lower if not head or _body(frame, ground).fits(lower) else free


def draw_frame(frame: Frame, ground: Ground) -> tuple[Placed, ...]:
    """Title, body, bar, in the order in which they are read."""
    name = role(frame, ground)
    title = _title(frame, ground, least=0.0)
    shown = (title,) if title else ()
    if isinstance(frame.body, Opener):
        return (*shown, *_opener(frame.body, name, ground))
    whole = ground.zone(name)
    bar = (frame.bar.draw(whole),) if frame.bar else ()
    left = zone(frame, ground)
    head = _head(frame, whole) if left.y > whole.y else ()
    body = _body(frame, ground).draw(left)
    return (*shown, *ground.placed(name, (*head, *body, *bar)))


def _title(frame: Frame, ground: Ground, least: float = _TITLE_LEAST) -> Text | None:
    slot = ground.layout(role(frame, ground)).slot(Placeholder.TITLE)
    if slot is None:
        return None
    parts = [Piece(text=frame.title)]
    if frame.suffix:
        parts.append(Piece(text=frame.suffix))
    return in_slot("Title", slot, (tuple(parts),), least=least * ground.unit)


def _body(frame: Frame, ground: Ground) -> Body:
    """The same body, told that it stands on a plain layout."""
    body: Body = replace(frame.body, layout=ground.role(frame.body.layout))  # type: ignore[type-var]
    return body


def _head(frame: Frame, whole: Box) -> tuple[Placed, ...]:
    """An exercise's number and what it is good for, which our own layout has beside its title.
    Where the body needs all the room they are in the notes alone."""
    if not isinstance(frame.body, Exercise | Moves):
        return ()
    box = Box(whole.x + _DISC + 12, whole.y, whole.width - _DISC - 12, _head_height(frame, whole))
    box = replace(box, height=box.height - 12)
    card = frame.body.card
    disc = number_disc(whole.x, whole.y + (box.height - _DISC) / 2, _DISC, card.number)
    if not card.reason:
        return (disc,)
    reason = paragraph(parts_of(card.reason, BODY), _reason(frame.body, box.width))
    return (disc, words("Reason", box, (reason,), anchor="middle"))


def _head_height(frame: Frame, whole: Box) -> float:
    if not isinstance(frame.body, Exercise | Moves):
        return 0.0
    width = whole.width - _DISC - 12
    reason = paragraph(parts_of(frame.body.card.reason, BODY), _reason(frame.body, width))
    return max(_DISC, measure((reason,), width).height) + 12


def _reason(body: Exercise | Moves, width: float) -> Style:
    """The size at which it stays on one line, or the least."""
    found = largest(
        _REASON,
        lambda style: fits(
            (paragraph(parts_of(body.card.reason, BODY), style),), width, style.lead
        ),
    )
    return found or _REASON[-1]


def _opener_text(body: Opener, ground: Ground) -> Text | None:
    """What a section header says below its title, if the template has one that holds it."""
    layout = ground.template.layout(layouts.OPENER)
    slot = layout.slot(Placeholder.BODY) if layout else None
    if slot is None:
        return None
    lines: list[tuple[Part, ...]] = [(Piece(text=body.label),)]
    if body.line:
        lines.append(parts_of(body.line, BODY))
    return in_slot("Line", slot, lines, least=_TEXT_LEAST * ground.unit)


def _opener(body: Opener, name: str, ground: Ground) -> tuple[Placed, ...]:
    if name == layouts.OPENER and (text := _opener_text(body, ground)):
        return (text,)
    return ground.placed(name, opener_rows(body, ground.zone(name)))


def cover(manuscript: Manuscript, note: str, ground: Ground) -> tuple[Placed, ...]:
    """Title and subtitle in their slots; below the subtitle the clinic, and for whom it is where
    that does not make them small."""
    title = _cover_title(manuscript, ground)
    text = _cover_text(manuscript, note, ground, _LARGE) or _cover_text(manuscript, "", ground)
    mark = ground.moved_to_strip(layouts.COVER, _mark(manuscript))
    return (*(one for one in (title, text) if one), *mark)


def cover_title_fits(manuscript: Manuscript, ground: Ground) -> bool:
    """Whether the topic's title has room on the cover."""
    return _cover_title(manuscript, ground) is not None


def cover_text_fits(manuscript: Manuscript, ground: Ground) -> bool:
    """Whether its subtitle and the clinic have."""
    return _cover_text(manuscript, "", ground) is not None


def _cover_title(manuscript: Manuscript, ground: Ground) -> Text | None:
    slot = ground.layout(layouts.COVER).slot(Placeholder.TITLE)
    line = (Piece(text=manuscript.title),)
    return in_slot("Title", slot, (line,), least=_TITLE_LEAST * ground.unit) if slot else None


_LARGE = 0.75
"""Of the subtitle's own size: what a note may cost it."""


def _cover_text(
    manuscript: Manuscript, note: str, ground: Ground, share: float = 0.0
) -> Text | None:
    """A draft says so here, where its mark has no place."""
    slot = ground.layout(layouts.COVER).slot(Placeholder.SUBTITLE)
    if slot is None:
        return None
    least = max(_TEXT_LEAST * ground.unit, slot.size * share)
    marked = ground.strip(layouts.COVER).width > 0
    said = (
        *(manuscript.subtitle, manuscript.clinic.name, note),
        "" if marked else manuscript.standing,
    )
    lines = [(Piece(text=line),) for line in said if line]
    return in_slot("Subtitle", slot, lines, least=least)


def _mark(manuscript: Manuscript) -> tuple[Group, ...]:
    """The draft mark from the start of the strip, on our own grid."""
    return (draft_mark(manuscript.standing, start=0, y=STRIP_GAP),) if manuscript.standing else ()


def footer(
    manuscript: Manuscript, name: str, total: int, language: Language, ground: Ground
) -> tuple[Placed, ...]:
    """Clinic and topic, draft mark, number: in the layout's slots, else at the foot of its room."""
    layout = ground.layout(name)
    text, number = (
        _in_footer(layout.slot(Placeholder.FOOTER), "Footer", footer_lines(manuscript, language)),
        _in_footer(
            layout.slot(Placeholder.NUMBER), "Slide number", [number_parts(total, language)]
        ),
    )
    width = ground.strip(name).width / ground.unit
    plate = not ground.readable(layout)
    strip: list[Placed] = [*_mark(manuscript)]
    start = _end_of(strip) + 16 if strip else 0.0
    if number is None:
        line = paragraph(number_parts(total, language), SMALL, align="end")
        box = Box(width - _NUMBER, STRIP_GAP, _NUMBER, 20)
        strip += _in_strip("Slide number", box, line, plate=plate)
        width -= _NUMBER + 16
    if text is None:
        box = Box(start, STRIP_GAP, width - start, 20)
        least = box.width - 16 if plate else box.width
        lines = [paragraph(parts, SMALL) for parts in footer_lines(manuscript, language)]
        line = largest(lines, lambda one: fits((one,), least, box.height)) or lines[-1]
        strip += _in_strip("Footer", box, line, plate=plate)
    return (*ground.moved_to_strip(name, strip), *(one for one in (text, number) if one))


_NUMBER = 72.0


def _in_strip(name: str, box: Box, line: Paragraph, *, plate: bool) -> tuple[Placed, ...]:
    """Words of the footer; on a white plate where they would not read."""
    if not plate:
        return (words(name, box, (line,), anchor="middle"),)
    inner = Box(box.x + 8, box.y, box.width - 16, box.height)
    ground = Panel(name="Plate", box=box, form="round", radius=4, fill="white")
    return ground, words(name, inner, (line,), anchor="middle")


def _end_of(shapes: Sequence[Placed]) -> float:
    return max(shape.shapes[0].box.end for shape in shapes if isinstance(shape, Group))  # type: ignore[union-attr]


def _in_footer(slot: Slot | None, name: str, lines: Iterable[tuple[Part, ...]]) -> Text | None:
    """The longest line that the slot holds."""
    if slot is None:
        return None
    tried = (in_slot(name, slot, (line,), least=slot.size) for line in lines)
    return next((text for text in tried if text and text.lines == 1), None)
