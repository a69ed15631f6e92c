"""A frame and a clinic's template in; the shapes of a slide on that template out.

Titles stand in the template's own slots and look as it has them. Bodies are drawn where its layout
leaves room; what our own layouts show beside the title stands there too, or is left out if it only
decorates.
"""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.compose.deck import layouts
from careleaf.compose.deck.bar import BAR_GAP
from careleaf.compose.deck.body import Body
from careleaf.compose.deck.draw import number_disc, words
from careleaf.compose.deck.exercise import Exercise
from careleaf.compose.deck.frame import Frame
from careleaf.compose.deck.ground import Ground
from careleaf.compose.deck.in_slot import in_slot
from careleaf.compose.deck.measure import fits, measure
from careleaf.compose.deck.moves import Moves
from careleaf.compose.deck.parts import Opener, opener_rows
from careleaf.compose.deck.type import BODY, Style, largest, paragraph, parts_of, steps
from careleaf.model.deck import (
    Box,
    Part,
    Piece,
    Placed,
    Placeholder,
    Text,
)

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
