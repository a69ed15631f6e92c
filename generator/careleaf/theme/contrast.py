"""Two colours in; how well one reads on the other out, and the pairs that Careleaf relies on."""

from __future__ import annotations

from careleaf.record import dataclass
from careleaf.theme.theme import Theme

TEXT = 4.5
"""Least contrast of words: WCAG 2.2, success criterion 1.4.3 (AA)."""
SHAPE = 3.0
"""Least contrast of large words and of shapes that carry meaning: 1.4.3 and 1.4.11 (AA)."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two "#rrggbb", from 1.0 to 21.0, in either order.

    (L1 + 0.05) / (L2 + 0.05), L the relative luminance: WCAG 2.2, "contrast ratio".
    """
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb", from 0.0 to 1.0: WCAG 2.2, "relative luminance".

    The threshold is that of IEC 61966-2-1 (0.04045); for 8-bit colours the printed 0.03928 of
    WCAG gives the same numbers.
    """
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(colour: str) -> tuple[float, float, float]:
    """Linear-light red, green and blue of "#rrggbb", each from 0.0 to 1.0 (IEC 61966-2-1)."""
    red, green, blue = (_expand(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return red, green, blue


def _expand(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One colour drawn on another, and the least contrast that this needs."""

    front: str
    back: str
    least: float


def _pairs(fronts: str, backs: str, least: float) -> tuple[Pair, ...]:
    return tuple(
        Pair(front=front, back=back, least=least)
        for front in fronts.split()
        for back in backs.split()
    )


PAIRS: tuple[Pair, ...] = (
    *_pairs("ink navy slate teal-deep red", "white panel tint", TEXT),
    *_pairs("ink", "floor red-tint amber-tint", TEXT),
    *_pairs("slate navy teal-deep amber-deep", "amber-tint", TEXT),
    *_pairs("red navy", "red-tint", TEXT),
    *_pairs("white", "navy teal teal-deep red", TEXT),
    *_pairs("onfield", "navy", TEXT),
    *_pairs("line", "white", TEXT),
    *_pairs("line teal shirt chair wood skin trousers-far", "tint", SHAPE),
    *_pairs("navy trousers skin-edge", "floor", SHAPE),
    *_pairs("dim", "navy", SHAPE),
)
"""Every pair of tokens that may meet in a deck, a handout or a page, under any clinic's brand.
`hair`, `mat`, `bed` and `pillow` are not here: they separate or fill and carry no meaning."""


def too_close(theme: Theme) -> tuple[Pair, ...]:
    """The pairs that this theme draws with too little contrast: none, or the theme is refused."""
    return tuple(
        pair
        for pair in PAIRS
        if contrast(theme.colour(pair.front), theme.colour(pair.back)) < pair.least
    )
