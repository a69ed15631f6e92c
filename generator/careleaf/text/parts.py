"""What a paragraph is made of: runs as they are given in, and their pieces as shaped."""

from __future__ import annotations

from msgspec import Struct

from careleaf.text.shaping import Shaped
from careleaf.text.ties import FREE


class TextRun(Struct, frozen=True, kw_only=True, gc=False):
    """Words in one size and weight. `mark` is the caller's own (colour, link): carried through."""

    text: str
    size: float
    weight: int = 400
    mark: object = None


class Gap(Struct, frozen=True, kw_only=True, gc=False):
    """Empty width in a line, in points. One that `fills` takes what is left of its line."""

    width: float
    fills: bool = False
    mark: object = None


class NewLine(Struct, frozen=True):
    """A line end that the author asked for."""


Part = TextRun | Gap | NewLine


class Piece(Struct, gc=False):
    """A word, or a gap, `width` points wide, and the space behind it."""

    run: int
    part: TextRun | Gap
    shaped: Shaped | None
    width: float
    space: float = 0.0
    start: int = 0
    """Where it begins in a paragraph that is not left-to-right throughout."""
    tie: int = FREE
    """To the piece before it."""
