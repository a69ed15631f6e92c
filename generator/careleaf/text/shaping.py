"""Words and a stack of families in; words shaped with the first family that covers each character
out."""

from __future__ import annotations

from typing import Literal, NamedTuple

from msgspec import Struct

from careleaf.text.face import MOST_WORDS, PLAIN, Extents, Face, Glyph, Segment
from careleaf.text.fallback import ONE_SCRIPT, Fallback, Stack
from careleaf.text.kept import Kept
from careleaf.text.ties import FREE, ties
from careleaf.text.words import words

REGULAR = 400
SPACES = " \t\n\u200b"
NOTHING = ("", "")
"""What is around a word that touches none."""

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


class Word(NamedTuple):
    """A word shaped for any size: widths in thousandths of it, and the space behind. `spaced` is
    false for a word that ends in a hyphen or with its run; `tie` says how firmly it is tied to the
    word before: where a line has room for both they are not parted."""

    shaped: Shaped
    width: float
    space: float
    spaced: bool
    tie: int = FREE


class Shaper:
    """A stack's families, and the words that they were asked for. In a piece whose words are
    `drawn` glyph by glyph they are as wide as that; in others they are measured."""

    def __init__(self, stack: Stack, *, drawn: bool = False) -> None:
        self._fallback = Fallback(stack)
        self._measure = Face.width_drawn if drawn else Face.width
        self._shaped = Kept[tuple[str, int, Direction, tuple[str, str]], Shaped](MOST_WORDS)
        self._words = Kept[tuple[str, int], tuple[Word, ...]](_MOST_TEXTS)
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

    def words(self, text: str, weight: int = REGULAR) -> tuple[Word, ...]:
        """The words of a text, shaped; kept, since a text is tried in many sizes and widths."""
        key = (text, weight)
        found = self._words.get(key)
        if found is None:
            found = self._words.put(key, self._shaped_words(text, weight))
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

    def _shaped_words(self, text: str, weight: int) -> tuple[Word, ...]:
        """Each with the spaces behind it."""
        found = words(text)
        return tuple(
            [self._word(word, tie, weight) for word, tie in zip(found, ties(found), strict=True)]
        )

    def _word(self, word: str, tie: int, weight: int) -> Word:
        solid = word.rstrip(SPACES)
        shaped = self.shape(solid, weight)
        spaced = len(solid) < len(word)
        space = self.shape(" ", weight).width if spaced and word[-1] != "\u200b" else 0.0
        return Word(shaped, shaped.width, space, spaced, tie)

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
