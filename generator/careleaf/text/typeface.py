"""A stack of families in; words shaped with the first family that covers each character out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from careleaf.text.atoms import Gap, NewLine, Part, TextRun, Word, atoms, shaped_words
from careleaf.text.bidi import Base
from careleaf.text.face import MOST_WORDS, PLAIN, Extents, Face, Glyph, Segment
from careleaf.text.fallback import ONE_SCRIPT, Fallback, Stack
from careleaf.text.kept import Kept
from careleaf.text.lines import BrokenLine
from careleaf.text.measured import Measured
from careleaf.text.turned import NOTHING, may_turn, paragraph
from careleaf.text.words import words

REGULAR, SEMIBOLD, BOLD = 400, 600, 700

MOST_PARAGRAPHS = 1_500
"""Paragraphs kept as set, about 6 kB each; the one longest unused goes. A long topic has 800."""
_MOST_TEXTS = 5_000
"""Texts kept in words; they start anew when there are more."""
_NOTHING: frozenset[str] = frozenset()
Direction = Literal["ltr", "rtl"]


class Stretch(Struct, frozen=True):
    """Text in one face. `width` is in thousandths of the size asked for, `scale` included."""

    face: Face
    scale: float
    text: str
    segment: Segment
    width: float

    @property
    def glyphs(self) -> tuple[Glyph, ...]:
        """In drawing order; always the same tuple. Most text is measured and never drawn."""
        return self.face.shape(self.text, self.segment)


class Shaped(Struct, frozen=True):
    """A word (or any text without line ends) ready to draw. `missing` are characters that no family
    covers: they have no glyphs here, and whoever draws must report them."""

    text: str
    stretches: tuple[Stretch, ...]
    width: float
    """Thousandths of the size asked for."""
    missing: str = ""
    direction: Direction = "ltr"


class Paragraph(Struct, frozen=True):
    """Lines of a paragraph, and whether no font has some character of it."""

    lines: tuple[BrokenLine, ...]
    lacks: bool


class Typeface:
    """What a piece is set in: fallback, weights, widths and lines. One for each stack a process,
    and another for pieces whose words are `drawn` glyph by glyph; in others they are measured."""

    def __init__(self, stack: Stack, *, drawn: bool = False) -> None:
        self._fallback = Fallback(stack)
        self._measure = Face.width_drawn if drawn else Face.width
        self._shaped = Kept[tuple[str, int, Direction, tuple[str, str]], Shaped](MOST_WORDS)
        self._words = Kept[tuple[str, int], tuple[Word, ...]](_MOST_TEXTS)
        self._widths = Kept[tuple[str, int], float](MOST_PARAGRAPHS)
        self._paragraphs = Kept[tuple[tuple[Part, ...], float, bool, Base], Paragraph](
            MOST_PARAGRAPHS
        )
        self._together: dict[tuple[Face, int], set[str]] = {}
        """Characters that a weight is known to draw with a face."""
        self._reach: dict[int, Extents] = {}

    def shape(
        self,
        text: str,
        weight: int = REGULAR,
        direction: Direction = "ltr",
        around: tuple[str, str] = NOTHING,
    ) -> Shaped:
        """Shape a word, all of one direction (see `bidi`); stretches come in drawing order.

        Letters join, and are kerned, inside a stretch of one face and one script. They join with
        what is `around` them too, set in another weight: the letters before and behind.
        """
        key = (text, weight, direction, around)
        shaped = self._shaped.get(key)
        if shaped is None:
            shaped = self._shaped.put(key, self._shape(text, weight, direction, around))
        return shaped

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

    def wrap(
        self,
        parts: Sequence[Part] | str,
        width: float,
        *,
        size: float = 0,
        weight: int = REGULAR,
        base: Base = "ltr",
    ) -> tuple[BrokenLine, ...]:
        """`Measured.wrap` of parts that are broken once."""
        return self.measured(parts, size=size, weight=weight, base=base).wrap(width)

    def settled(
        self,
        parts: Sequence[Part] | str,
        width: float,
        *,
        size: float = 0,
        weight: int = REGULAR,
        base: Base = "ltr",
    ) -> tuple[BrokenLine, ...]:
        """`Measured.settled` of parts that are broken once."""
        return self.measured(parts, size=size, weight=weight, base=base).settled(width)

    def balanced(
        self,
        parts: Sequence[Part] | str,
        width: float,
        *,
        size: float = 0,
        weight: int = REGULAR,
        base: Base = "ltr",
    ) -> tuple[BrokenLine, ...]:
        """`Measured.balanced` of parts that are broken once."""
        return self.measured(parts, size=size, weight=weight, base=base).balanced(width)

    def words(self, text: str, weight: int = REGULAR) -> tuple[Word, ...]:
        """The words of a text, shaped; kept, since a text is tried in many sizes and widths."""
        key = (text, weight)
        found = self._words.get(key)
        if found is None:
            found = self._words.put(key, shaped_words(text, weight, self))
        return found

    def missing(self, text: str, weight: int = REGULAR) -> str:
        """The characters that no family covers, each once, in order."""
        lacking = "".join(word.shaped.missing for word in self.words(text, weight))
        return "".join(dict.fromkeys(lacking))

    def typed(self, sample: str) -> Face:
        """The one face for words that are not known yet: that of digits, if it has the letters of
        the sample too; else that of its letters."""
        digits = self.shape("0").stretches[0].face
        others = (one for one in sample if one.isalpha() and not digits.covers(one))
        letter = next(others, "0")
        return self.shape(letter).stretches[0].face

    def extents(self, weight: int = REGULAR) -> Extents:
        """Of the family that sets most words: the first that is not kept for some characters."""
        found = self._reach.get(weight)
        if found is None:
            found = self._reach[weight] = self._fallback.general(weight).extents()
        return found

    def _word_width(self, word: str, weight: int) -> float:
        """Thousandths of an em, shaped as `wrap` shapes it: the spaces behind it apart."""
        solid = word.rstrip(" ")
        space = self.shape(" ", weight).width * (len(word) - len(solid))
        return self.shape(solid, weight).width + space

    def _shape(
        self, text: str, weight: int, direction: Direction, around: tuple[str, str]
    ) -> Shaped:
        plain = direction == "ltr" and (not text or max(text) < ONE_SCRIPT)
        first = self._fallback.chosen(text[0], weight) if plain and text else None
        if first and self._together.get((first[0], weight), _NOTHING).issuperset(text):
            only = self._stretch(*first, text, PLAIN)
            return Shaped(text, (only,), only.width)
        stretches: list[Stretch] = []
        missing = ""
        for start, end, script, chosen in self._fallback.stretches(text, weight, plain=plain):
            if chosen is None:
                missing += text[start:end]
                continue
            segment = Segment(
                direction,
                script,
                before="" if start else around[0],
                after="" if end < len(text) else around[1],
            )
            stretches.append(self._stretch(*chosen, text[start:end], segment))
            if not script:
                self._together.setdefault((chosen[0], weight), set()).update(text[start:end])
        if direction == "rtl":
            stretches.reverse()
        return Shaped(
            text, tuple(stretches), sum(one.width for one in stretches), missing, direction
        )

    def _stretch(self, own: Face, scale: float, text: str, segment: Segment) -> Stretch:
        return Stretch(own, scale, text, segment, self._measure(own, text, segment) * scale)


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
