"""One font file in; which characters it covers and the glyphs of a shaped text out."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any, Literal, NamedTuple

import uharfbuzz
from msgspec import Struct

from careleaf.text.kept import Kept

FEATURES = {"kern": True, "liga": False, "clig": False, "dlig": False, "hlig": False}
"""Ligatures off: one glyph for "fi" reads back as one letter in some readers, and hides the second
letter from those who track letters one by one."""

MOST_WORDS = 10_000
"""Words kept as shaped for a face, 1 kB each, and as many for a typeface, 0.7 kB each; a long topic
has 3,000. They start anew when there are more, so that a process that never ends does not grow."""

_JOINERS = frozenset({0x200C, 0x200D})
_INVISIBLE = frozenset(
    {0x00AD, 0x061C, 0x200B, *_JOINERS, 0x200E, 0x200F, 0x2060, 0xFEFF}
    | {*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xFE00, 0xFE10)}
)
"""Soft hyphen, zero-width, direction and variation marks: nothing to draw, so no font need have
them."""
_SPACES = frozenset({0x00A0, 0x2007, 0x202F})
"""Spaces that do not break: drawn as the common space where a font has none of its own."""


class Part(NamedTuple):
    """One of the font's glyphs in a glyph of several: its number, and its place in font units."""

    number: int
    x: int
    y: int


class Glyph(NamedTuple):
    """What one or more characters are drawn as; `advance` in thousandths of an em, `text` what it
    stands for. Where several of the font's glyphs draw it, or one beside its place, these are its
    `parts`, and `number` is that of the first. A tuple, because a topic has ten thousand."""

    number: int
    advance: float
    text: str
    parts: tuple[Part, ...] = ()


class Segment(NamedTuple):
    """What HarfBuzz is told of a text: all of one direction, script and language. Without a script
    it takes that of the first letter. `before` and `after` are what touches it, set in another
    weight: letters join with them."""

    direction: Literal["ltr", "rtl"] = "ltr"
    script: str = ""
    language: str = "und"
    before: str = ""
    after: str = ""


PLAIN = Segment()


class Extents(Struct, frozen=True):
    """Thousandths of an em from the baseline; `descent` is negative."""

    ascent: float
    descent: float


class Face:
    """One font file, opened once a process. Never holds anything that belongs to a document.

    The file is mapped into memory, and must not change; one that may is given with its `data`."""

    def __init__(self, path: Path, data: bytes = b"") -> None:
        self.name = path.stem
        self.blob = uharfbuzz.Blob(data) if data else uharfbuzz.Blob.from_file_path(str(path))
        self.face = uharfbuzz.Face(self.blob)
        self._font = uharfbuzz.Font(self.face)
        self.upem: int = self.face.upem
        """Font units in an em."""
        self.count: int = self.face.glyph_count
        self._per_mille = 1000 / self.upem
        self._shaped = Kept[tuple[str, Segment], tuple[Glyph, ...]](MOST_WORDS)
        self._advances: dict[int, float] = {}

    def covers(self, character: str) -> bool:
        """Whether the font can draw this character."""
        code = ord(character)
        if code in _INVISIBLE:
            return True
        if code in _SPACES:
            code = 0x20
        return bool(self._font.get_nominal_glyph(code))

    def characters(self) -> dict[int, str]:
        """Every glyph that stands for a character by itself, by number."""
        found: dict[int, str] = {}
        for code in sorted(self.face.unicodes):
            found.setdefault(self._font.get_nominal_glyph(code) or 0, chr(code))
        return found

    def glyph(self, character: str) -> int:
        """The glyph that a character has by itself; 0 for none."""
        number: int = self._font.get_nominal_glyph(ord(character)) or 0
        return number

    def extents(self) -> Extents:
        """How far the font reaches above and below the baseline."""
        own = self._font.get_font_extents("ltr")
        return Extents(own.ascender * self._per_mille, own.descender * self._per_mille)

    def advance(self, glyph: int) -> float:
        """The width of a glyph before kerning, in thousandths of an em."""
        advance = self._advances.get(glyph)
        if advance is None:
            advance = self._font.get_glyph_h_advance(glyph) * self._per_mille
            self._advances[glyph] = advance
        return advance

    def shape(self, text: str, segment: Segment = PLAIN) -> tuple[Glyph, ...]:
        """The glyphs of a text in drawing order. Meant for words: up to MOST_WORDS are kept."""
        key = (text, segment)
        glyphs = self._shaped.get(key)
        if glyphs is None:
            glyphs = self._shaped.put(key, tuple(self._glyphs(text, segment)[0]))
        return glyphs

    def width(self, text: str, segment: Segment = PLAIN) -> float:
        """How wide its glyphs are together, in thousandths of an em. For a text that is only
        measured this takes a third of the time of `shape`."""
        places = self._buffer(text, segment).glyph_positions
        width: float = sum([place.x_advance for place in places]) * self._per_mille
        return width

    def width_drawn(self, text: str, segment: Segment = PLAIN) -> float:
        """The same for a text that will be drawn as well: shaped once for both."""
        glyphs, advance = self._glyphs(text, segment)
        self._shaped.put((text, segment), tuple(glyphs))
        width: float = advance * self._per_mille
        return width

    def _buffer(self, text: str, segment: Segment) -> uharfbuzz.Buffer:
        """Shaped."""
        buffer = uharfbuzz.Buffer()
        drawn = text if text.isascii() else "".join(map(_drawn, text))
        if segment.before or segment.after:
            whole = segment.before + drawn + segment.after
            buffer.add_str(whole, len(segment.before), len(text))
        else:
            buffer.add_str(drawn)
        buffer.direction = segment.direction
        # Without a language HarfBuzz would take that of the machine's locale.
        buffer.language = segment.language
        if segment.script:
            buffer.script = segment.script
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._font, buffer, FEATURES)
        return buffer

    def _glyphs(self, text: str, segment: Segment) -> tuple[list[Glyph], int]:
        """In drawing order, and how wide they are together in font units."""
        buffer = self._buffer(text, segment)
        infos, places = buffer.glyph_infos, buffer.glyph_positions
        advances = [place.x_advance for place in places]
        first = len(segment.before)
        starts = [info.cluster for info in infos]
        if starts == [*range(first, first + len(text))] and not any(map(_beside, places)):
            # One glyph for each character, in its place: nearly all words.
            numbers = [info.codepoint for info in infos]
            wide = [advance * self._per_mille for advance in advances]
            return list(map(Glyph, numbers, wide, text)), sum(advances)
        return self._told(text, segment, list(zip(infos, places, strict=True))), sum(advances)

    def _told(self, text: str, segment: Segment, shown: list[tuple[Any, Any]]) -> list[Glyph]:
        """What each glyph that HarfBuzz gave stands for."""
        first = len(segment.before)
        starts = [info.cluster - first for info, _ in shown]
        scale = self._per_mille
        order = sorted(set(starts))
        ends = dict(zip(order, [*order[1:], len(text)], strict=True))
        glyphs: list[Glyph] = []
        for start, drawn in groupby(shown, key=lambda one: one[0].cluster - first):
            own, words = list(drawn), text[start : ends[start]]
            if segment.direction == "rtl" and len(own) == len(words) > 1:
                glyphs += self._apart(own, words)
            else:
                glyphs.append(_together(own, words, scale))
        return glyphs

    def _apart(self, drawn: list[tuple[Any, Any]], text: str) -> list[Glyph]:
        """A letter and its marks, each a glyph of its own for its own character. Programs turn
        right-to-left text round glyph by glyph, and some what a glyph stands for, others not."""
        left = list(text)
        found = []
        for info, _ in drawn:
            nominal = [one for one in left if self._draws(one, info.codepoint)]
            found.append(nominal[0] if nominal else "")
            if nominal:
                left.remove(nominal[0])
        return [
            _together([one], character or left.pop(), self._per_mille)
            for one, character in zip(drawn, found, strict=True)
        ]

    def _draws(self, character: str, glyph: int) -> bool:
        return bool(glyph) and self._font.get_nominal_glyph(ord(character)) == glyph


def _beside(place: Any) -> bool:
    return bool(place.x_offset or place.y_offset)


def _together(drawn: list[tuple[Any, Any]], text: str, scale: float) -> Glyph:
    """One glyph of all that draws characters which cannot be told apart, as in a syllable."""
    parts: list[Part] = []
    pen = 0
    for info, place in drawn:
        parts.append(Part(info.codepoint, pen + place.x_offset, place.y_offset))
        pen += place.x_advance
    alone = len(parts) == 1 and not _beside(drawn[0][1])
    return Glyph(parts[0].number, pen * scale, text, () if alone else tuple(parts))


def _drawn(character: str) -> str:
    """What is handed to the shaper; same length as the text, so that clusters stay true. Joiners
    stay, since letters of many scripts are shaped by them."""
    code = ord(character)
    if code in _SPACES:
        return " "
    if code in _JOINERS:
        return character
    return "\u200b" if code in _INVISIBLE else character


@lru_cache(maxsize=64)
def face(path: Path, data: bytes = b"") -> Face:
    """The face of a file; each file is opened once a process, and once more when its `data` is
    another."""
    return Face(path, data)
