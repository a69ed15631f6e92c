"""Sizes, leads, weights and colours of the printed page: the standard profile, in points."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from careleaf.model.art import Paint

REGULAR, SEMIBOLD, BOLD = 400, 600, 700


class Style(Struct, frozen=True):
    """Text of one role: size, distance of baselines, weight, colour."""

    size: float
    lead: float
    weight: int = REGULAR
    colour: Paint = "ink"

    def coloured(self, colour: Paint) -> Style:
        """The same in another colour."""
        return replace(self, colour=colour)


TITLE = Style(36, 38, BOLD, "navy")
SUBTITLE = Style(15, 20)
PART = Style(26, 30, BOLD, "navy")
PART_LEAD = Style(14, 19)
SECTION = Style(20, 24, BOLD, "navy")
SMALL_HEADING = Style(14, 18, BOLD, "navy")
KEY_LABEL = Style(12, 15, BOLD, "teal-deep")
KEY = Style(18, 23, SEMIBOLD)
BODY = Style(12.5, 17)
LIST = Style(12.5, 16)
LEAD = Style(13.5, 17, BOLD)
CARD_TITLE = Style(16, 20, BOLD, "navy")
FLAG_TITLE = Style(18, 24, BOLD, "white")
FLAG_HEAD = Style(14, 17, BOLD, "red")
FLAG_NUMBER = Style(18, 22, BOLD, "navy")
DOSE = Style(14, 17, BOLD)
DOSE_UNIT = Style(12, 14, REGULAR, "slate")
DAY = Style(11, 12)
TABLE_HEAD = Style(12, 15, BOLD, "navy")
TABLE_CELL = Style(12.5, 16.5)
CAPTION = Style(13.5, 17, BOLD, "navy")
PHONE = Style(24, 28, BOLD, "navy")
SMALL = Style(12, 15)
NOTE = Style(10.5, 14, REGULAR, "slate")
CLINIC = Style(14, 16, BOLD, "navy")
TAGLINE = Style(11, 14, REGULAR, "slate")
RUNNING = Style(11, 14, BOLD, "navy")
DRAFT = Style(10.5, 13, SEMIBOLD)
FOOTER = Style(10.5, 13, REGULAR, "slate")

BLOCK_GAP = 15.0
TIGHT_GAP = 11.0
LIST_GAP = 6.0
MEASURE = 400.0
"""Prose is never set wider: about 70 letters."""
WIDTH = 504.0
"""Live width on every sheet; only margins and depth differ."""
COLUMN, GUTTER = 72.0, 14.4


def columns(count: int) -> float:
    """The width of a span of the six columns."""
    return count * COLUMN + (count - 1) * GUTTER
