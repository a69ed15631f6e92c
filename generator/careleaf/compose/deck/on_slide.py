"""A frame in; the shapes of its slide out, on the clinic's template if the deck at hand has one."""

from __future__ import annotations

from careleaf.compose.deck import on_clinic, on_our_own
from careleaf.compose.deck.frame import Frame
from careleaf.compose.deck.ground import current
from careleaf.model.deck import Box, Placed


def frame_fits(frame: Frame) -> bool:
    """Whether title and body have room."""
    ground = current()
    return on_clinic.frame_fits(frame, ground) if ground else on_our_own.frame_fits(frame)


def zone(frame: Frame) -> Box:
    """What is left for the body under the title and above the bar."""
    ground = current()
    return on_clinic.zone(frame, ground) if ground else on_our_own.zone(frame)


def bar_width(frame: Frame) -> float:
    """Of a bar below the body, in points."""
    ground = current()
    return on_clinic.zone(frame, ground).width if ground else on_our_own.bar_width(frame)


def draw_frame(frame: Frame) -> tuple[Placed, ...]:
    """Title, body, bar, in the order in which they are read."""
    ground = current()
    return on_clinic.draw_frame(frame, ground) if ground else on_our_own.draw_frame(frame)
