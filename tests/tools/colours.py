"""A theme in; the pairs of its colours that meet and cannot be told apart or read, out."""

from __future__ import annotations

from dataclasses import dataclass

from careleaf.theme import Theme
from careleaf.theme.contrast import SHAPE, TEXT, contrast


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
    """The pairs that this theme draws with too little contrast: there must be none."""
    return tuple(
        pair
        for pair in PAIRS
        if contrast(theme.colour(pair.front), theme.colour(pair.back)) < pair.least
    )
