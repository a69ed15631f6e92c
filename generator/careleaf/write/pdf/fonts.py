"""Shaped stretches in; text-showing operators, and at the end embedded font objects, out.

One Type 0 font with Identity-H encoding for each face that a document uses (ISO 32000-1, 9.7), its
file subset by HarfBuzz. What a document uses belongs to that document; what is kept from one to the
next depends on glyphs alone, so a file is the same whatever was written before."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import uharfbuzz
from msgspec import Struct

from careleaf.text.face import Face, Glyph, Part
from careleaf.write.pdf.composed import Composed, with_composed
from careleaf.write.pdf.file import Ready, packed, reference

MOST_SUBSETS = 48
"""Subsets of faces kept, for documents that use the same glyphs: each about 5 kB of a Latin face.
The one longest unused goes."""
MOST_SPELLINGS = 20_000
"""Words kept as they are shown, about 300 bytes each; they start anew when there are more."""

Reference = Any
"""ReportLab's PDFObjectReference: its document is not typed."""

_DROPPED = (
    *(b"GSUB", b"GPOS", b"GDEF", b"STAT", b"name", b"DSIG", b"BASE", b"meta"),
    *(b"vhea", b"vmtx", b"VORG", b"hdmx", b"LTSH"),
    *(b"fvar", b"gvar", b"avar", b"cvar", b"HVAR", b"MVAR", b"VVAR"),
)
"""Tables that only a shaper, an operating system, vertical text or a variable font's other looks
need."""
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9-]")
"""What a font's name in a PDF does without."""
_SYMBOLIC = 4
"""FontDescriptor flag: glyphs are named by index, not by a standard encoding."""
_KERN_STEP = 0.5
"""Thousandths of an em; smaller differences are not worth an operand."""


class Spelling(Struct):
    """Glyphs as they are shown: the inside of a TJ array, and the number and text of each.

    The glyphs are held, so that no others can have their id."""

    glyphs: Sequence[Glyph]
    operand: str
    used: tuple[tuple[int, str], ...]


class Shown(NamedTuple):
    """What a glyph reads as, and its width in thousandths of an em."""

    text: str
    width: float


class Embedded(Struct, frozen=True):
    """What is put into a document of a face with some of its glyphs: bytes of whole objects, less
    the references from one to another."""

    base: str
    to_unicode: bytes
    file: bytes
    descriptor: str
    widths: str


_spellings: dict[int, Spelling] = {}


class DocumentFont:
    """A face as one document uses it."""

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.resource = resource
        self.fontName = _font_name(face)
        self._used: dict[int, str] = {}
        self._composed: dict[tuple[Composed, str], int] = {}
        """Glyphs that the font file gets: numbered from its end, in order of first use."""
        self._met: dict[int, Spelling] = {}

    def operand(self, glyphs: Sequence[Glyph]) -> str:
        """The inside of a TJ array: glyphs in hexadecimal, kerning as numbers between them."""
        spelling = self._met.get(id(glyphs))
        if spelling is None:
            spelling = self._met[id(glyphs)] = self._spelling(glyphs)
        return spelling.operand

    def _spelling(self, glyphs: Sequence[Glyph]) -> Spelling:
        """Words are the same in every handout, and so is how they are shown, but for glyphs that
        the document composes."""
        if any(glyph.parts for glyph in glyphs):
            return Spelling(glyphs, self._spelled(glyphs), ())
        kept = _spellings.get(id(glyphs)) or self._kept(glyphs)
        if all(self._used.setdefault(number, text) == text for number, text in kept.used):
            return kept
        return Spelling(glyphs, self._spelled(glyphs), ())

    def _kept(self, glyphs: Sequence[Glyph]) -> Spelling:
        used = tuple(dict.fromkeys((glyph.number, _plain(glyph.text)) for glyph in glyphs))
        numbers = [glyph.number for glyph in glyphs]
        if len(_spellings) >= MOST_SPELLINGS:
            _spellings.clear()
        spelling = _spellings[id(glyphs)] = Spelling(glyphs, self._array(glyphs, numbers), used)
        return spelling

    def _spelled(self, glyphs: Sequence[Glyph]) -> str:
        return self._array(glyphs, [self._number(glyph) for glyph in glyphs])

    def _array(self, glyphs: Sequence[Glyph], numbers: Sequence[int]) -> str:
        pieces: list[str] = []
        run = ""
        for glyph, number in zip(glyphs, numbers, strict=True):
            run += f"{number:04X}"
            if number != glyph.number:
                continue
            kerning = self.face.advance(number) - glyph.advance
            if abs(kerning) > _KERN_STEP:
                pieces.append(f"<{run}>{kerning:g}")
                run = ""
        if run:
            pieces.append(f"<{run}>")
        return "".join(pieces)

    def _number(self, glyph: Glyph) -> int:
        """The glyph's own, where it stands for the same text wherever it is used; else that of one
        composed for this text."""
        text = _plain(glyph.text)
        if not glyph.parts and self._used.setdefault(glyph.number, text) == text:
            return glyph.number
        parts = glyph.parts or (Part(glyph.number, 0, 0),)
        key = Composed(parts, round(glyph.advance * self.face.upem / 1000)), text
        return self._composed.setdefault(key, self.face.count + len(self._composed))

    def addObjects(self, document: Any) -> None:  # noqa: N802 - called by ReportLab
        """Put the font's objects into the document; all glyphs are known by now."""
        document.idToObject["BasicFonts"].dict[self.resource] = _type0(document, self.embedded())

    def embedded(self) -> Embedded:
        """What the document gets of it."""
        return embedded(self.face, tuple(sorted(self._used.items())), tuple(self._composed))


def whole_font(document: Any, face: Face) -> Reference:
    """A font with every character of a face, for words that are not known yet. Its name has no tag
    of a subset: a reader that meets one may not type with it."""
    return _type0(document, _whole(face))


@lru_cache(maxsize=MOST_SUBSETS)
def embedded(
    face: Face,
    used: tuple[tuple[int, str], ...],
    composed: tuple[tuple[Composed, str], ...] = (),
) -> Embedded:
    """The parts of a font with these glyphs, by number, and what they read as; and of those that
    are composed, numbered from the end of the face's own."""
    shown = {number: Shown(text, face.advance(number)) for number, text in used}
    for number, (one, text) in enumerate(composed, face.count):
        shown[number] = Shown(text, one.advance * 1000 / face.upem)
    made = [one for one, _ in composed]
    parts = {part.number for one in made for part in one.parts}
    data = _subset(face, sorted({*(number for number, _ in used), *parts}))
    if made:
        data = with_composed(data, face.count, made)
    return _embedded(face, f"{_subset_tag(used, composed)}+{_font_name(face)}", shown, data)


@lru_cache(maxsize=4)
def _whole(face: Face) -> Embedded:
    used = face.characters()
    shown = {number: Shown(_plain(text), face.advance(number)) for number, text in used.items()}
    return _embedded(face, _font_name(face), shown, _subset(face, list(used), face.face.unicodes))


def _font_name(face: Face) -> str:
    return _NOT_IN_NAMES.sub("", face.name) or "Font"


def _embedded(face: Face, base: str, shown: dict[int, Shown], data: bytes) -> Embedded:
    extents = face.extents()
    descent, ascent = round(extents.descent), round(extents.ascent)
    widths = " ".join(f"{number} [{one.width:.6g}]" for number, one in sorted(shown.items()))
    return Embedded(
        base=base,
        to_unicode=packed("", _to_unicode(shown).encode("ascii")),
        file=packed(f"/Length1 {len(data)}", data, level=9),
        descriptor=f"<< /Type /FontDescriptor /FontName /{base} /Flags {_SYMBOLIC} "
        f"/FontBBox [-200 {descent} 1200 {ascent}] /ItalicAngle 0 /Ascent {ascent} "
        f"/Descent {descent} /CapHeight 700 /StemV 80 /FontFile2",
        widths=f"[{widths}]",
    )


def _type0(document: Any, parts: Embedded) -> Reference:
    """A composite font of glyphs by their numbers."""
    file, to_unicode = Ready(parts.file), Ready(parts.to_unicode)
    descriptor = Ready(f"{parts.descriptor} {reference(document, file)} >>".encode())
    system = "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    descendant = Ready(
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{parts.base} /DW 1000 "
        f"/CIDToGIDMap /Identity /CIDSystemInfo {system} /W {parts.widths} "
        f"/FontDescriptor {reference(document, descriptor)} >>".encode()
    )
    font = Ready(
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{parts.base} /Encoding /Identity-H "
        f"/DescendantFonts [{reference(document, descendant)}] "
        f"/ToUnicode {reference(document, to_unicode)} >>".encode()
    )
    return document.Reference(font)


def _subset(face: Face, indices: Iterable[int], characters: Iterable[int] = ()) -> bytes:
    """The font file with these glyphs only, at their old indices, and no layout tables. It keeps
    the code points of `characters`, for whoever looks glyphs up by them."""
    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update(indices)
    wanted.unicode_set.update(characters)
    wanted.flags = uharfbuzz.SubsetFlags.RETAIN_GIDS | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
    dropped = wanted.sets(uharfbuzz.SubsetInputSets.DROP_TABLE_TAG)
    dropped.update(int.from_bytes(tag, "big") for tag in _DROPPED)
    data: bytes = uharfbuzz.subset(face.face, wanted).blob.data
    return data


def _subset_tag(used: tuple[object, ...], composed: tuple[object, ...]) -> str:
    """Six letters that say which glyphs are in it (ISO 32000-1, 9.6.4)."""
    check = zlib.crc32(repr((used, composed)).encode("utf-8"))
    return "".join(chr(ord("A") + (check >> (5 * place)) % 26) for place in range(6))


def _to_unicode(shown: dict[int, Shown]) -> str:
    """A CMap from glyph index to text (ISO 32000-1, 9.10.3)."""
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    pairs = [(number, one.text) for number, one in sorted(shown.items())]
    for start in range(0, len(pairs), 100):
        some = pairs[start : start + 100]
        lines.append(f"{len(some)} beginbfchar")
        lines += [f"<{index:04X}> <{text.encode('utf-16-be').hex()}>" for index, text in some]
        lines.append("endbfchar")
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines)


def _plain(text: str) -> str:
    """What a glyph reads as. A no-break space is a space to a reader."""
    return text.replace("\u00a0", " ").replace("\u202f", " ") or "\u200b"


class DocumentFonts:
    """All faces that one document uses, numbered in order of first use."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._fonts: dict[Face, DocumentFont] = {}

    def font(self, face: Face) -> DocumentFont:
        """The document's own font of a face."""
        font = self._fonts.get(face)
        if font is None:
            font = DocumentFont(face, f"F{len(self._fonts) + 1}")
            self._fonts[face] = font
            self._document.delayedFonts.append(font)
        return font
