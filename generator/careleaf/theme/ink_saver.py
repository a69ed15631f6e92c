"""A theme in; the same in black and white out, for a printer without colour and for photocopies.

Words, edges and signs are black, every surface is white. Only what a figure wears and lies on is
grey, so light that nothing is lost where a copier turns it white: its outlines are black."""

from __future__ import annotations

from msgspec.structs import replace

from careleaf.theme.theme import Theme

_BLACK, _WHITE = "#000000", "#ffffff"
_GREYS = {
    "floor": "#8c8c8c",
    "mat": "#dedede",
    "bed": "#dedede",
    "shirt-far": "#eeeeee",
    "trousers": "#d6d6d6",
    "trousers-far": "#bdbdbd",
    "shoe": "#555555",
    "chair": "#999999",
    "wood": "#bdbdbd",
}
_SURFACES = frozenset(
    {"white", "tint", "teal-tint", "red-tint", "amber-tint", "panel", "shirt", "skin", "pillow"}
)


def ink_saver(theme: Theme) -> Theme:
    """No colour of the theme or a clinic's brand is left, and none of its tints."""
    colours = tuple((token, _shade(token)) for token in theme.tokens)
    return replace(theme, colours=colours, black=True)


def _shade(token: str) -> str:
    return _WHITE if token in _SURFACES else _GREYS.get(token, _BLACK)
