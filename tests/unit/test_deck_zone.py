"""Bodies drawn where a clinic's own template leaves room: nothing leaves the zone."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from careleaf.compose.deck import layouts
from careleaf.compose.deck.frame import Frame
from careleaf.compose.deck.outline import outline
from careleaf.compose.deck.parts import Opener
from careleaf.model.deck import Box, Group, Placed, Rule
from tests.tools.decks import ENGLISH, real_manuscript

WIDE_SCREEN = Box(48, 100, 880, 390)
FOUR_TO_THREE = Box(48, 100, 720, 400)


def frames() -> list[Frame]:
    found = [one for one in outline(real_manuscript(), ENGLISH) if not isinstance(one.body, Opener)]
    assert len({type(frame.body) for frame in found}) > 8
    return found


@pytest.mark.parametrize("zone", [WIDE_SCREEN, FOUR_TO_THREE], ids=["wide", "four to three"])
def test_every_body_stays_in_its_zone(zone: Box) -> None:
    for frame in frames():
        body = replace(frame.body, layout=layouts.TITLE_ONLY)  # type: ignore[type-var]
        if body.fits(zone):
            for box in boxes(body.draw(zone)):
                assert inside(box, zone), (frame.title, type(body).__name__, box)


def test_most_of_the_real_topic_fits_four_to_three() -> None:
    fitting = [frame.body.fits(FOUR_TO_THREE) for frame in frames()]
    assert sum(fitting) / len(fitting) > 0.8


def boxes(shapes: tuple[Placed, ...]) -> list[Box]:
    found: list[Box] = []
    for shape in shapes:
        match shape:
            case Group():
                found += boxes(shape.shapes)
            case Rule():
                found.append(Box(shape.x, shape.y, shape.to_x - shape.x, shape.to_y - shape.y))
            case _:
                found.append(shape.box)
    return found


def inside(box: Box, zone: Box) -> bool:
    return (
        box.x >= zone.x - 0.01
        and box.y >= zone.y - 0.01
        and box.end <= zone.end + 0.01
        and box.bottom <= zone.bottom + 0.01
    )
