"""Pages in reading order in; which of them stand where on the sides of folded sheets out.

Distances count from the side of a sheet at which reading begins: in a language that is read from
the right the painter mirrors all of it, and a booklet opens from the other side."""

from __future__ import annotations

from msgspec import Struct

from careleaf.model.leaflet import Fold, Paper
from careleaf.write.pdf.geometry import PAPERS, Sheet
from careleaf.write.pdf.marks import Mark, Rule

FOLDED_IN = 4.5
"""Points by which the panel that is folded in is narrower than the two others, on Letter."""
_A4_FLAP, _A4_PANEL = 274.96, 283.465
"""97 and 100 mm."""
_TICK = 11.0


class Place(Struct, frozen=True):
    """A page, from 0 in reading order, and where its live area begins on a sheet's side."""

    page: int
    x: float


class Imposition(Struct, frozen=True):
    """The size of a sheet, and the pages on each of its sides, in the order of printing."""

    width: float
    height: float
    sides: tuple[tuple[Place, ...], ...]
    ticks: tuple[tuple[float, ...], ...] = ()
    """For each side where it is folded, if the reader of a sheet must be told."""


def imposed(count: int, page: Sheet, fold: Fold | None, paper: Paper) -> Imposition:
    """`count` pages; a booklet's must be a multiple of four, a brochure's six."""
    if fold is None:
        sides = tuple((Place(number, page.margin),) for number in range(count))
        return Imposition(page.width, page.height, sides)
    high, wide = PAPERS[paper]
    if fold == "booklet":
        return Imposition(wide, high, tuple(_booklet(count, page)))
    return _brochure(page, paper)


def _booklet(count: int, page: Sheet) -> list[tuple[Place, ...]]:
    """Saddle stitched: the outermost sheet has the first and the last two pages."""
    if count % 4:
        raise ValueError(f"a booklet of {count} pages")

    def side(first: int, second: int) -> tuple[Place, ...]:
        return Place(first, page.margin), Place(second, page.width + page.margin)

    sides: list[tuple[Place, ...]] = []
    for sheet in range(count // 4):
        low, high = 2 * sheet, count - 1 - 2 * sheet
        sides += [side(high, low), side(low + 1, high - 1)]
    return sides


def panels(paper: Paper) -> tuple[float, float]:
    """Widths of the panel that is folded in, and of each of the two others."""
    if paper == "a4":
        return _A4_FLAP, _A4_PANEL
    third = PAPERS[paper][1] / 3
    return third - 2 / 3 * FOLDED_IN, third + FOLDED_IN / 3


def _brochure(page: Sheet, paper: Paper) -> Imposition:
    """Folded as a C: outside flap, back and cover; inside three, the last behind the flap."""
    flap, panel = panels(paper)
    high, wide = PAPERS[paper]

    def place(number: int, start: float, width: float) -> Place:
        return Place(number, start + (width - page.live) / 2)

    outside = (
        place(1, 0, flap),
        place(5, flap, panel),
        place(0, flap + panel, panel),
    )
    inside = (
        place(2, 0, panel),
        place(3, panel, panel),
        place(4, 2 * panel, flap),
    )
    folds = ((flap, flap + panel), (panel, 2 * panel))
    return Imposition(wide, high, (outside, inside), folds)


def fold_ticks(folds: tuple[float, ...], height: float) -> list[Mark]:
    """A short line at either edge where a sheet is folded; nothing across what is printed."""
    marks: list[Mark] = []
    for x in folds:
        marks.append(Rule(x, 0, x, _TICK, "hair", 0.75))
        marks.append(Rule(x, height - _TICK, x, height, "hair", 0.75))
    return marks
