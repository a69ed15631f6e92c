"""Boxes in a row and the depth of a page in; which boxes stand on which page out.

All ways to break are weighed at once: as few pages as possible, then a page that begins with a
heading, then pages that are evenly full, so that the last one is not just a few lines."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from careleaf.write.pdf.marks import Box

_PAGE = 100.0
"""What one page more costs."""
_EMPTY = 60.0
"""Cost of an empty page; a half-empty one costs a quarter of it."""
_MID_SECTION = 1.5
"""Cost of a page that begins inside a section."""
_MID_TABLE = 4.0
"""Cost of tearing a table between its rows."""
_TIE = 1e-9
"""Of ways that cost the same, the fuller page comes first."""
_SPLIT_CHAIN = 1000.0
"""Cost of tearing apart what should stay together; only where it is deeper than a page. A heading
left behind at a page's foot costs double."""


class Standing(Struct, frozen=True):
    """A box at its depth below the top of the live area."""

    y: float
    box: Box
    repeated_head: Box | None = None
    """To be drawn above it: the head of the table that goes on here."""
    head_y: float = 0.0


def paginated(
    boxes: Sequence[Box], depth: float, *, first_depth: float | None = None
) -> list[list[Standing]]:
    """Boxes by page; the first page may be less deep. A box deeper than a page gets a page of its
    own and runs over its foot; a caller that cannot rule this out must check."""
    pages: list[list[Standing]] = []
    for part in _parts(boxes):
        opening = first_depth if first_depth is not None and not pages else depth
        starts = _breaks(part, depth, opening)
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


def _breaks(boxes: Sequence[Box], depth: float, first_depth: float) -> list[int]:
    """Where pages start, at least cost. Works from the end: the best for what follows is known."""
    count = len(boxes)
    cost = [0.0] * (count + 1)
    following = [count] * (count + 1)
    for start in range(count - 1, -1, -1):
        cost[start] = float("inf")
        filled = 0.0
        room = depth if start else first_depth
        for end in range(start + 1, count + 1):
            box = boxes[end - 1]
            filled += box.height + (box.gap if end - 1 > start else _head_height(box))
            if filled > room and end > start + 1:
                break
            tried = cost[end] + _page_cost(boxes, start, end, filled / room)
            if tried <= cost[start] + _TIE:
                cost[start], following[start] = tried, end
    starts = [0]
    while following[starts[-1]] < count:
        starts.append(following[starts[-1]])
    return starts


def _page_cost(boxes: Sequence[Box], start: int, end: int, fullness: float) -> float:
    free = max(0.0, 1 - fullness)
    cost = _PAGE + _EMPTY * free * free
    if start and not boxes[start].title:
        cost += _MID_SECTION
    if start and boxes[start].head:
        cost += _MID_TABLE
    if end < len(boxes) and boxes[end - 1].keep:
        cost += _SPLIT_CHAIN * (2 if boxes[end - 1].title else 1)
    return cost


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
