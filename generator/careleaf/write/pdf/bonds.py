"""Boxes of one shape after another in; the same out, each heading bound to what it heads.

A heading takes with it the first real piece below it: a card, a list, a table's first rows, three
lines of prose. A line or two between them goes along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from careleaf.model.shape import Heading, Paragraph, Shape
from careleaf.write.pdf.marks import Box

_ENOUGH = 2.9
"""Lines of prose that a heading can end a page with; a little less than three, as a sum."""

_SECTION = 3
"""The level of a section's heading, below that of its part."""


@dataclass(slots=True)
class Bonds:
    """Where the laying out stands: what a page must not part from what comes next."""

    told: float = _ENOUGH
    """Lines of prose since the last heading."""
    above: float = 0.0
    """How deep the boxes are, in points, that the next one must share a page with."""
    opening: float = 0.0
    """How much of that is a part's, from which its first section may go where there is no room."""

    @property
    def depths(self) -> tuple[float, ...]:
        """What stands above the next box in points, from all that should to what must."""
        return self.above, self.above - self.opening, 0.0

    def bound(self, shape: Shape, boxes: Sequence[Box], lead: float, *, last: bool) -> list[Box]:
        """The boxes of a shape, their gaps settled. `lead` is that of prose, in points; the `last`
        shape of a section is followed by nothing that its heading needs."""
        self.told = self._told(shape, boxes, lead)
        heads = self.told < _ENOUGH and not last
        made = [replace(box, keep=True, heads=True) for box in boxes] if heads else list(boxes)
        for box in made:
            if not box.keep:
                self.above = self.opening = 0.0
                continue
            gap = box.gap if self.above else 0.0
            if box.title == _SECTION:
                self.opening = self.above + gap
            self.above += gap + box.height
        return made

    def _told(self, shape: Shape, boxes: Sequence[Box], lead: float) -> float:
        if isinstance(shape, Heading):
            return 0.0
        if isinstance(shape, Paragraph):
            return self.told + sum(box.height for box in boxes) / lead
        return _ENOUGH
