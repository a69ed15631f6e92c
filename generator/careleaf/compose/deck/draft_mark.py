"""The words of the draft mark in; the dashed tag that every slide of a draft bears out."""

from __future__ import annotations

from careleaf.compose.deck.draw import bare_icon, words
from careleaf.compose.deck.measure import natural_width
from careleaf.compose.deck.type import Style, say
from careleaf.model.deck import Box, Group, Panel

_STYLE = Style(size=12, lead=20, bold=True)


def draft_mark(
    standing: str, *, start: float | None = None, end: float = 840.0, y: float = 509.0
) -> Group:
    """Pencil and words; it grows from `start`, or up to `end`."""
    text = say(standing, _STYLE)
    wide = natural_width(text) + 34
    x = end - wide if start is None else start
    box = Box(x, y, wide, 20)
    return Group(
        name="Draft mark",
        shapes=(
            Panel(
                name="Draft mark",
                box=box,
                form="round",
                radius=4,
                fill="amber-tint",
                edge="amber-deep",
                edge_width=1.0,
                dashed=True,
            ),
            bare_icon(x + 8, y + 4, 12, "pencil-outline", "ink"),
            words("Draft mark", Box(x + 25, y, wide - 29, 20), (text,), anchor="middle"),
        ),
    )
