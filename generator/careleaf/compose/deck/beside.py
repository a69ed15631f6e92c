"""A few points and a pose in; the slide that has them side by side out."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from careleaf.compose.deck import layouts
from careleaf.compose.deck.draw import GUTTER, card, words
from careleaf.compose.deck.figures import FLOOR_LINE, within
from careleaf.compose.deck.measure import fits
from careleaf.compose.deck.rows import Rows
from careleaf.compose.deck.type import BODY, Style, largest, spell, steps
from careleaf.model.art import Pose
from careleaf.model.deck import Box, Paragraph, Placed, Placeholder
from careleaf.model.inline import Line
from careleaf.source import Span

_LINES = steps(BODY.at(36, 46), (32, 42), (30, 39), (28, 36), (26, 33), (24, 32), (22, 28))
_CAPTION = BODY.at(20, 26)
_TALLEST = 410.0
"""Points: of a person on the stage, so that the head is below the slide's upper edge."""


class Beside(Struct, frozen=True, kw_only=True):
    """Rows, or the lines of a callout, and someone who shows what they say."""

    at: Span
    rows: Rows | None = None
    lines: tuple[Line, ...] = ()
    pose: Pose
    alt: str
    caption: Line = ()
    layout: str = layouts.STAGE
    bar_below: bool = True

    def fits(self, zone: Box) -> bool:
        """Whether words and caption have room on their side."""
        column = _column(zone)
        caption = self._caption_box(zone)
        return fits(self._caption(), caption.width, caption.height) and (
            self.rows.fits(column) if self.rows else self._style(column) is not None
        )

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """What is said, then who shows it."""
        return (*self._words(_column(zone)), *self._person(zone))

    def _words(self, column: Box) -> tuple[Placed, ...]:
        if self.rows:
            return self.rows.draw(column)
        shown = self._paragraphs(self._style(column) or _LINES[-1])
        return (words("Words", column, shown, placeholder=Placeholder.BODY),)

    def _style(self, column: Box) -> Style | None:
        return largest(
            _LINES, lambda style: fits(self._paragraphs(style), column.width, column.height)
        )

    def _paragraphs(self, style: Style) -> list[Paragraph]:
        return [spell(line, style, before=14.0) for line in self.lines]

    def _person(self, zone: Box) -> Iterator[Placed]:
        """On the layout's stage; elsewhere on a panel in the zone."""
        if self.layout == layouts.STAGE:
            room, bottom = layouts.STAGE_BOX, FLOOR_LINE
        else:
            room = _panel(zone)
            yield card("Panel", room)
            bottom = room.bottom - 16
        caption = self._caption_box(zone)
        top = room.y + 20
        if self.caption:
            top = caption.bottom
            yield words("Caption", caption, self._caption())
        top = max(top, bottom - _TALLEST)
        box = Box(room.x + 14, top, room.width - 28, bottom - top)
        yield within(self.pose, box, ground="tint", alt=self.alt)

    def _caption(self) -> list[Paragraph]:
        return [spell(self.caption, _CAPTION)] if self.caption else []

    def _caption_box(self, zone: Box) -> Box:
        """Above the person's head: the feet stand on the floor."""
        room = layouts.STAGE_BOX if self.layout == layouts.STAGE else _panel(zone)
        return Box(room.x + 24, room.y + 24, room.width - 48, 3 * _CAPTION.lead)


def _column(zone: Box) -> Box:
    return Box(zone.x, zone.y, zone.width * 512 / 864, zone.height)


def _panel(zone: Box) -> Box:
    start = _column(zone).end + GUTTER
    return Box(start, zone.y, zone.end - start, zone.height)
