"""Items of a list in; the bodies that could show them on one slide, best first, out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from careleaf.compose.deck.cards import Cards, Dense, Tall
from careleaf.compose.deck.rows import Rows
from careleaf.compose.deck.type import word_count
from careleaf.model.shape import Item, Items
from careleaf.source import Span

MOST_WORDS = 110
"""Of a list, on one slide."""

_TALL_WORDS = 16
"""Of each of three items that stand side by side: more would make long narrow columns."""

_DENSE_BELOW = 24.0
"""Points: five or six items that would be smaller in rows stand in two columns."""


def mark_of(items: Items) -> str:
    """What stands before each item: its number; a box to tick; a tick before what to do; else a
    dot, since a tick says "right" or "done"."""
    match items.mark:
        case "number":
            return "number"
        case "bullet":
            return "dot"
        case "tick":
            return "box"
        case "icon" | "write-in":
            return "tick"
    assert_never(items.mark)


def list_bodies(
    at: Span, items: tuple[Item, ...], mark: str, start: int
) -> Iterator[Rows | Cards | Tall | Dense]:
    """Cards where every item is pictured or there are three; rows; two columns where rows would be
    small."""
    if len(items) == 3 and all(words_in(item) <= _TALL_WORDS for item in items):
        yield Tall(at=at, items=items, mark=mark, start=start)
    pictured = all(item.icon and item.lead for item in items)
    if mark != "number" and pictured and 2 <= len(items) <= 4:
        yield Cards(at=at, items=items)
    if len(items) > 4 and mark in ("number", "tick", "dot", "box"):
        yield Rows(at=at, items=items, mark=mark, start=start, least=_DENSE_BELOW)
        yield Dense(at=at, items=items, mark=mark, start=start)
    yield Rows(at=at, items=items, mark=mark, start=start)


def words_in(item: Item) -> int:
    """How many words a reader counts, those of lists inside it left out."""
    return word_count((*item.lead, *item.body))
