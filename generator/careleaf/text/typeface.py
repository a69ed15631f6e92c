"""A stack of families in; a typeface out, which measures text and sets paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from careleaf.text.atoms import atoms
from careleaf.text.bidi import Base
from careleaf.text.fallback import Stack
from careleaf.text.kept import Kept
from careleaf.text.lines import BrokenLine
from careleaf.text.measured import Measured
from careleaf.text.parts import Gap, NewLine, Part, TextRun
from careleaf.text.shaping import REGULAR, Shaper
from careleaf.text.turned import may_turn, paragraph
from careleaf.text.words import words

MOST_PARAGRAPHS = 1_500
"""Paragraphs kept as set, about 6 kB each; the one longest unused goes. A long topic has 800."""


class Paragraph(Struct, frozen=True):
    """Lines of a paragraph, and whether no font has some character of it."""

    lines: tuple[BrokenLine, ...]
    lacks: bool


class Typeface(Shaper):
    """What a piece is set in: shaped words, widths and lines. One for each stack a process, and
    another for pieces whose words are `drawn`."""

    def __init__(self, stack: Stack, *, drawn: bool = False) -> None:
        super().__init__(stack, drawn=drawn)
        self._widths = Kept[tuple[str, int], float](MOST_PARAGRAPHS)
        self._paragraphs = Kept[tuple[tuple[Part, ...], float, bool, Base], Paragraph](
            MOST_PARAGRAPHS
        )

    def width(self, text: str, *, size: float, weight: int = REGULAR) -> float:
        """The width in points of a text on one line."""
        key = (text, weight)
        found = self._widths.get(key)
        if found is None:
            found = self._widths.put(key, self._per_mille(text, weight))
        return found * size / 1000

    def _per_mille(self, text: str, weight: int) -> float:
        if may_turn(text):
            return self.measured(text, size=1000, weight=weight).width
        return sum(self._word_width(word, weight) for word in words(text))

    def widest_word(self, text: str, *, size: float, weight: int = REGULAR) -> float:
        """The width in points of the widest piece that lines cannot break."""
        if may_turn(text):
            return self.measured(text, size=size, weight=weight).widest
        pieces = (word.rstrip(" ") for word in words(text))
        return max((self.shape(piece, weight).width * size / 1000 for piece in pieces), default=0)

    def measured(
        self,
        parts: Sequence[Part] | str,
        *,
        size: float = 0,
        weight: int = REGULAR,
        base: Base = "ltr",
    ) -> Measured:
        """The words measured, to be broken to any width; a plain text is one run of `size`. `base`
        is the paragraph's direction; words of the other are turned in any case."""
        if isinstance(parts, str):
            parts = (TextRun(text=parts, size=size, weight=weight),)
        whole = paragraph(parts, base)
        return Measured(atoms(parts, self, whole), self, whole)

    def set_paragraph(
        self, parts: Sequence[Part], width: float, *, even: bool = False, base: Base = "ltr"
    ) -> Paragraph:
        """`Measured.settled`, or `balanced` for `even`. Paragraphs are kept, since pieces for many
        readers have most in common: those with the same words share the places of these."""
        key = (tuple(map(_unmarked, parts)), width, even, base)
        found = self._paragraphs.get(key)
        if found is None:
            found = self._paragraphs.put(key, self._set(*key))
        return Paragraph(tuple([line.of(parts) for line in found.lines]), found.lacks)

    def _set(self, parts: tuple[Part, ...], width: float, even: bool, base: Base) -> Paragraph:
        measured = self.measured(parts, base=base)
        lines = measured.balanced(width) if even else measured.settled(width)
        return Paragraph(lines, measured.lacks)

    def _word_width(self, word: str, weight: int) -> float:
        """Thousandths of an em, shaped as `wrap` shapes it: the spaces behind it apart."""
        solid = word.rstrip(" ")
        space = self.shape(" ", weight).width * (len(word) - len(solid))
        return self.shape(solid, weight).width + space


def _unmarked(part: Part) -> Part:
    match part:
        case TextRun():
            return TextRun(text=part.text, size=part.size, weight=part.weight)
        case Gap():
            return Gap(width=part.width, fills=part.fills)
        case NewLine():
            return part


@lru_cache(maxsize=16)
def typeface(stack: Stack, *, drawn: bool = False) -> Typeface:
    """The typeface of a stack (`careleaf.theme.fontfiles` has them), with its caches."""
    return Typeface(stack, drawn=drawn)
