"""One font file in; which characters it covers and the glyphs of a shaped text out."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import uharfbuzz
from msgspec import Struct

FEATURES = {"kern": True, "liga": False, "clig": False, "dlig": False, "hlig": False}
"""Ligatures off: one glyph for "fi" reads back as one letter in some readers, and hides the second
letter from those who track letters one by one."""

_INVISIBLE = frozenset({0x00AD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF})
"""Soft hyphen, zero-width and direction marks: nothing to draw, so no font need have them."""
_SPACES = frozenset({0x00A0, 0x2007, 0x202F})
"""Spaces that do not break: drawn as the common space where a font has none of its own."""


class Glyph(NamedTuple):
    """One glyph in thousandths of an em; `text` is what it stands for, empty for a second glyph of
    the same characters. A tuple, because a topic has ten thousand and these are made fastest."""

    number: int
    advance: float
    x_offset: float
    y_offset: float
    text: str


class Extents(Struct, frozen=True):
    """Thousandths of an em from the baseline; `descent` is negative."""

    ascent: float
    descent: float


class Face:
    """One font file, opened once a process. Never holds anything that belongs to a document."""

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        self.blob = uharfbuzz.Blob.from_file_path(str(path))
        self.face = uharfbuzz.Face(self.blob)
        self._font = uharfbuzz.Font(self.face)
        self._per_mille = 1000 / self.face.upem
        self._shaped: dict[tuple[str, str], tuple[Glyph, ...]] = {}

    def covers(self, character: str) -> bool:
        """Whether the font can draw this character."""
        code = ord(character)
        if code in _INVISIBLE:
            return True
        if code in _SPACES:
            code = 0x20
        return bool(self._font.get_nominal_glyph(code))

    def extents(self) -> Extents:
        """How far the font reaches above and below the baseline."""
        own = self._font.get_font_extents("ltr")
        return Extents(own.ascender * self._per_mille, own.descender * self._per_mille)

    def advance(self, glyph: int) -> float:
        """The width of a glyph before kerning, in thousandths of an em."""
        advance: float = self._font.get_glyph_h_advance(glyph) * self._per_mille
        return advance

    def shape(self, text: str, direction: str = "ltr") -> tuple[Glyph, ...]:
        """The glyphs of a text in drawing order. Meant for words: the result is kept for good."""
        key = (text, direction)
        glyphs = self._shaped.get(key)
        if glyphs is None:
            glyphs = self._shaped[key] = tuple(self._glyphs(text, direction))
        return glyphs

    def _glyphs(self, text: str, direction: str) -> list[Glyph]:
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text if text.isascii() else "".join(map(_drawn, text)))
        buffer.guess_segment_properties()
        buffer.direction = direction
        uharfbuzz.shape(self._font, buffer, FEATURES)
        infos, places = buffer.glyph_infos, buffer.glyph_positions
        clusters = _clusters([info.cluster for info in infos], text)
        scale = self._per_mille
        return [
            Glyph(
                info.codepoint,
                place.x_advance * scale,
                place.x_offset * scale,
                place.y_offset * scale,
                words,
            )
            for info, place, words in zip(infos, places, clusters, strict=True)
        ]


def _drawn(character: str) -> str:
    """What is handed to the shaper; same length as the text, so that clusters stay true."""
    code = ord(character)
    if code in _SPACES:
        return " "
    return "\u200b" if code in _INVISIBLE else character


def _clusters(starts: list[int], text: str) -> list[str]:
    """For each glyph the text it stands for. A cluster with as many glyphs as characters (a letter
    and its accent) gives each its own; any other gives all its text to its first glyph."""
    if starts == list(range(len(text))):
        return list(text)
    order = sorted(set(starts))
    ends = dict(zip(order, [*order[1:], len(text)], strict=True))
    words: list[str] = []
    for place, start in enumerate(starts):
        own = text[start : ends[start]]
        number = starts[:place].count(start)
        if len(own) == starts.count(start):
            words.append(own[number])
        else:
            words.append("" if number else own)
    return words


@lru_cache(maxsize=64)
def face(path: Path) -> Face:
    """The face of a file; each file is opened once a process."""
    return Face(path)
