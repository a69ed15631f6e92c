"""Boxes in a row and the depth of a page in; which boxes stand on which page out.

All ways to break are weighed at once, as TeX weighs those of a paragraph: few pages, none of them
much emptier than the others, the last one not just a few lines; pages that begin with a heading,
and not with what one section left over; nothing torn apart that fits on a page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from careleaf.write.pdf.marks import Box

_PAGE = 20.0
"""What one page more costs."""
FEWEST = 1e6
"""The same where no other thing is worth one."""
_EMPTY = 100.0
"""Cost of an empty page; a half-empty one costs an eighth of it, so that no page is much emptier
than the others."""
_LAST, _LITTLE, _FEW_LINES = 0.3, 0.25, 240.0
"""Share of that which the last page costs, where a reader expects to find it part empty; and what
it costs to fill less than this share of it, times what lacks."""
_MID_SECTION, _LEFTOVER = 0.5, 3.0
"""Cost of a page that begins inside a section, and of one that begins with the last piece of it."""
_MID_TABLE = 1.0
"""Cost of tearing a table between its rows."""
_NOT_FIRST = 8.0
"""Cost of what would rather begin a page and does not."""
_TIE = 1e-9
"""Of ways that cost the same, the fuller page comes first."""
_SPLIT, _SPLIT_PART = 1000.0, 400.0
"""Cost of tearing apart what should stay together, which happens only where it is deeper than a
page: something in two, or the opening of a part from its first section."""
_SECTION = 3
"""The level of headings that parts open before."""
_STRANDED, _WITH_WORDS = 4000.0, 2500.0
"""The same for a heading from what it heads, and from all but a line or two."""


class Standing(Struct, frozen=True):
    """A box at its depth below the top of the live area."""

    y: float
    box: Box
    repeated_head: Box | None = None
    """To be drawn above it: the head of the table that goes on here."""
    head_y: float = 0.0


def paginated(
    boxes: Sequence[Box],
    depth: float,
    *,
    first_depth: float | None = None,
    page_cost: float = _PAGE,
) -> list[list[Standing]]:
    """Boxes by page; the first page may be less deep. A box deeper than a page gets a page of its
    own and runs over its foot; a caller that cannot rule this out must check. `page_cost` is FEWEST
    where there are only so many pages."""
    pages: list[list[Standing]] = []
    parts = _parts(boxes)
    for place, part in enumerate(parts, 1):
        opening = first_depth if first_depth is not None and not pages else depth
        starts = _breaks(part, (opening, depth), page_cost, ends=place == len(parts))
        ends = [*starts[1:], len(part)]
        pages += [_standing(part[start:end]) for start, end in zip(starts, ends, strict=True)]
    return pages


def used(page: Sequence[Standing]) -> float:
    """How deep a page is filled."""
    return max((one.y + one.box.height for one in page), default=0.0)


def _parts(boxes: Sequence[Box]) -> list[list[Box]]:
    """The boxes cut where a page must start."""
    parts: list[list[Box]] = []
    for box in boxes:
        if box.starts_page or not parts:
            parts.append([])
        parts[-1].append(box)
    return parts


def _breaks(
    boxes: Sequence[Box], depths: tuple[float, float], page_cost: float, *, ends: bool
) -> list[int]:
    """Where pages start, at least cost, of boxes with which all `ends` or not; `depths` are those
    of the first page and all others. Works from the end: the best for what follows is known."""
    count = len(boxes)
    cost = [0.0] * (count + 1)
    following = [count] * (count + 1)
    torn = [0.0, *(_torn(*both) if both[0].keep else 0.0 for both in pairwise(boxes)), 0.0]
    for start in range(count - 1, -1, -1):
        cost[start] = float("inf")
        filled = unwished = 0.0
        room = depths[1] if start else depths[0]
        begun = page_cost + (_begun(boxes[start]) if start else 0.0)
        for end in range(start + 1, count + 1):
            box = boxes[end - 1]
            later = end - 1 > start
            filled += box.height + (box.gap if later else _head_height(box))
            if filled > room and later:
                break
            if later and end == start + 2 and start and _left_over(boxes[start], box):
                begun += _LEFTOVER
            unwished += _NOT_FIRST if later and box.opens else 0.0
            empty = max(0.0, 1 - filled / room)
            page = _last_cost(empty) if ends and end == count else _EMPTY * empty**3
            tried = begun + unwished + page + torn[end] + cost[end]
            if tried <= cost[start] + _TIE:
                cost[start], following[start] = tried, end
    starts = [0]
    while following[starts[-1]] < count:
        starts.append(following[starts[-1]])
    return starts


def _last_cost(empty: float) -> float:
    """Of the last page; a share of it is empty."""
    return _LAST * _EMPTY * empty**3 + _FEW_LINES * max(0.0, empty + _LITTLE - 1)


def _begun(first: Box) -> float:
    """Of a page that is not the first, by its first box."""
    if first.title:
        return 0.0
    return _MID_SECTION + (_MID_TABLE if first.head else 0.0)


def _left_over(first: Box, second: Box) -> bool:
    """Whether a page begins with the last piece of a section, and the next one follows."""
    return bool(second.title) and not (first.title or first.head or first.keep)


def _torn(before: Box, after: Box) -> float:
    if not before.heads:
        return _SPLIT
    if before.title:
        return _STRANDED
    if after.title == _SECTION:
        return _SPLIT_PART
    return _STRANDED if after.heads and not after.title else _WITH_WORDS


def _head_height(box: Box) -> float:
    return box.head.height if box.head else 0.0


def _standing(boxes: Sequence[Box]) -> list[Standing]:
    page: list[Standing] = []
    y = 0.0
    for place, box in enumerate(boxes):
        if place:
            page.append(Standing(y + box.gap, box))
            y += box.gap + box.height
        else:
            top = _head_height(box)
            page.append(Standing(top, box, box.head))
            y = top + box.height
    return page
