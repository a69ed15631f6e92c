"""What one page of a leaflet holds, and the pages that fill a booklet's last sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from careleaf.model.leaflet import Leaflet
from careleaf.problem import Problem
from careleaf.problem_codes import DOES_NOT_FIT
from careleaf.write.pdf.geometry import Sheet
from careleaf.write.pdf.marks import Box, Mark, Rule, at, stacked
from careleaf.write.pdf.pagination import Standing, paginated
from careleaf.write.pdf.prose import titled
from careleaf.write.pdf.setting import WRITE_LEAD, Setting
from careleaf.write.pdf.structure import Element


class Page(Struct, frozen=True):
    """What stands on one page, at depths below `top`; running head and foot, which are artifacts,
    at depths below the page's edge."""

    top: float
    standings: tuple[Standing, ...]
    head: tuple[Mark, ...] = ()
    foot: tuple[Mark, ...] = ()


Around = Callable[[int, int, float], tuple[tuple[Mark, ...], tuple[Mark, ...]]]
"""What heads and foots a page, by its number from 1, how many there are, and where its words begin.
"""


def filled(boxes: Sequence[Box], sheet: Sheet, tops: tuple[float, float]) -> list[Page]:
    """Pages of these boxes; `tops` are where words begin on page one and on all others."""
    first, later = tops
    placed = paginated(boxes, sheet.bottom - later, first_depth=sheet.bottom - first)
    return [Page(later if number else first, tuple(some)) for number, some in enumerate(placed)]


def furnished(pages: Sequence[Page], around: Around) -> tuple[Page, ...]:
    """The pages with their running heads and feet."""
    return tuple(
        Page(page.top, page.standings, *around(number, len(pages), page.top))
        for number, page in enumerate(pages, 1)
    )


def too_deep(pages: Sequence[Page], sheet: Sheet, leaflet: Leaflet) -> Iterator[Problem]:
    """What runs over a page's foot: a box that is deeper than a page and must not be split."""
    for number, page in enumerate(pages, 1):
        for standing in page.standings:
            if page.top + standing.y + standing.box.height > sheet.bottom + 1:
                message = f"this is deeper than a page and must not be split (page {number})"
                place = standing.box.at or leaflet.at
                yield Problem(DOES_NOT_FIT, place, message, "say it in fewer words")


def note_pages(count: int, top: float, setting: Setting, root: Element) -> Iterator[Page]:
    """A booklet has four pages a sheet: what is left at the end is for the reader's own notes."""
    for place in range(count):
        marks: list[Mark] = []
        y = 0.0
        if not place:
            title = setting.say("My notes")
            heading = stacked(titled(title, setting.styles.section, setting, root, 2, gap=0))
            marks.append(at(heading, 0, 0))
            y = heading.height
        while y + WRITE_LEAD <= setting.depth:
            y += WRITE_LEAD
            marks.append(Rule(0, y, setting.styles.width, y, "line", 1))
        yield Page(top, (Standing(0, Box(height=y, marks=tuple(marks))),))
