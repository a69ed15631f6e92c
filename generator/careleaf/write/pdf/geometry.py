"""A paper size in; its page, margins and live area in points out."""

from __future__ import annotations

from msgspec import Struct

from careleaf.model.leaflet import Paper
from careleaf.write.pdf.styles import STANDARD

TOP = 30.0
FOOT_RULE = 44.0
"""From the bottom edge up to the rule above the footer."""
FOOT_TEXT = 24.0
"""From the bottom edge up to the footer's baseline."""
FREE_ABOVE_FOOT = 10.0


class Sheet(Struct, frozen=True, kw_only=True):
    """One side of paper, in points."""

    width: float
    height: float

    @property
    def margin(self) -> float:
        """At either side: the live width is the same on every paper."""
        return (self.width - STANDARD.width) / 2

    @property
    def bottom(self) -> float:
        """The lowest that content may reach."""
        return self.height - FOOT_RULE - FREE_ABOVE_FOOT


SHEETS: dict[Paper, Sheet] = {
    "letter": Sheet(width=612.0, height=792.0),
    "a4": Sheet(width=595.28, height=841.89),
}
"""US Letter, and A4 as ISO 216 in points."""
