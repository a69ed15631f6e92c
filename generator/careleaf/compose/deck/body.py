"""What every kind of slide has in common: a body that fits a zone or not, and is drawn there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from careleaf.model.deck import Box, Placed
from careleaf.source import Span

_T = TypeVar("_T")

MOST = 6
"""Items on one slide."""


class Body(Protocol):
    """The content of one slide, below its title."""

    @property
    def at(self) -> Span:
        """Where its source begins: problems point there."""
        ...

    @property
    def layout(self) -> str:
        """The name of the layout that it is drawn on."""
        ...

    @property
    def bar_below(self) -> bool:
        """Whether a short callout may stand under it."""
        ...

    def fits(self, zone: Box) -> bool:
        """Whether it can be drawn in the zone at a size that can be read."""
        ...

    def draw(self, zone: Box) -> tuple[Placed, ...]:
        """Its shapes, at the largest size that fits, or the least one where none does. They stay in
        the zone, save what its own layout keeps a place for beside the title."""
        ...


def even_shares(items: Sequence[_T], count: int) -> list[tuple[_T, ...]]:
    """Items cut into `count` runs that differ by one item at most, the longer ones first."""
    size, longer = divmod(len(items), count)
    shares: list[tuple[_T, ...]] = []
    start = 0
    for place in range(count):
        end = start + size + (1 if place < longer else 0)
        shares.append(tuple(items[start:end]))
        start = end
    return shares


def filled(items: Sequence[_T], fits: Callable[[tuple[_T, ...]], bool]) -> list[tuple[_T, ...]]:
    """Runs that each hold as many items as fit: for lists that are looked up, not presented."""
    runs: list[tuple[_T, ...]] = []
    for item in items:
        longer = (*runs[-1], item) if runs else (item,)
        if runs and fits(longer):
            runs[-1] = longer
        else:
            runs.append((item,))
    return runs


def pages(
    items: Sequence[_T], fits: Callable[[tuple[_T, ...]], bool], most: int = MOST
) -> list[tuple[_T, ...]]:
    """The fewest runs of at most `most` items that all fit: 7 become 4 and 3, never 6 and 1."""
    count = max(1, -(-len(items) // most))
    while count < len(items):
        shares = even_shares(items, count)
        if all(fits(share) for share in shares):
            return shares
        count += 1
    return [(item,) for item in items]
