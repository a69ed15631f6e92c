"""A paper size and a profile's measures in; its page, margins and live area in points out."""

from __future__ import annotations

from msgspec import Struct

from careleaf.model.leaflet import Fold, Paper
from careleaf.write.pdf.styles import STANDARD, Styles

TOP = 30.0
FOOT_TEXT = 24.0
"""From the bottom edge up to the footer's baseline."""
FREE_ABOVE_FOOT = 10.0


class Sheet(Struct, frozen=True, kw_only=True):
    """One page, in points."""

    width: float
    height: float
    live: float = STANDARD.width
    """The width that content takes, the same on every paper; margins differ."""
    foot: float = STANDARD.foot
    """From the bottom edge up to the rule above the footer."""

    @property
    def margin(self) -> float:
        """At either side."""
        return (self.width - self.live) / 2

    @property
    def bottom(self) -> float:
        """The lowest that content may reach."""
        return self.height - self.foot - FREE_ABOVE_FOOT


PAPERS: dict[Paper, tuple[float, float]] = {"letter": (612.0, 792.0), "a4": (595.28, 841.89)}
"""US Letter, and A4 as ISO 216, in points, upright."""


def sheet(paper: Paper, styles: Styles = STANDARD, fold: Fold | None = None) -> Sheet:
    """One page of a paper, or of a paper that lies across and is folded once or twice."""
    width, height = PAPERS[paper]
    if fold:
        width, height = height / (2 if fold == "booklet" else 3), width
    return Sheet(width=width, height=height, live=styles.width, foot=styles.foot)
