"""Faces and the words that a document shows in them in; arrays and embedded font objects out.

One Type 0 font with Identity-H encoding for each face that a document uses (ISO 32000-1, 9.7), its
file subset by HarfBuzz. What a document uses belongs to that document; what is kept from one to the
next depends on glyphs alone, so a file is the same whatever was written before."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from functools import lru_cache
from string import ascii_letters, digits
from typing import Any, NamedTuple

import uharfbuzz
from msgspec import Struct

from careleaf.text.face import Face, Glyph, Part
from careleaf.write.pdf.composed import Composed, with_composed
from careleaf.write.pdf.file import KEPT_LEVEL, Ready, packed, reference
from careleaf.write.pdf.shown import Shown, array, joined, plain

MOST_SUBSETS = 48
"""Subsets of faces kept, for documents that use the same glyphs: each about 5 kB of a Latin face.
The one longest unused goes."""

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
_KINDS = (ascii_letters, digits, ".,:;!?'()-/")
_SYMBOLIC = 4
"""FontDescriptor flag: glyphs are named by index, not by a standard encoding."""


class Reading(NamedTuple):
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


class DocumentFont:
    """A face as one document uses it."""

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.resource = resource
        self.fontName = _font_name(face)
        self._used: dict[int, str] = {}
        self._composed: dict[tuple[Composed, str], int] = {}
        """Glyphs that the font file gets: numbered from its end, in order of first use."""
        self._met: dict[int, tuple[Shown, str]] = {}

    def array(self, shown: Shown) -> str:
        """The inside of the TJ array that shows these words in this document, which has their
        glyphs from now on. They are held, so that no others can have their id."""
        met = self._met.get(id(shown))
        if met is None:
            met = self._met[id(shown)] = shown, self._array(shown)
        return met[1]

    def _array(self, shown: Shown) -> str:
        """Words are the same in every handout, and so is how they are shown, but for glyphs that
        the document composes."""
        if not shown.composed and self._reads(shown):
            return shown.array
        arrays = (
            array(self.face, glyphs, [self._number(glyph) for glyph in glyphs])
            for glyphs in shown.words
        )
        return joined(arrays)

    def _reads(self, shown: Shown) -> bool:
        """Whether each glyph stands for the same text here as wherever else it is used."""
        used = self._used
        return shown.used.items() <= used.items() or all(
            used.setdefault(number, text) == text for number, text in shown.used.items()
        )

    def _number(self, glyph: Glyph) -> int:
        """The glyph's own, where it stands for the same text wherever it is used; else that of one
        composed for this text."""
        text = plain(glyph.text)
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
        kinds = _with_neighbours(self.face, frozenset(self._used.values()))
        used = tuple(sorted({**kinds, **self._used}.items()))
        return embedded(self.face, used, tuple(self._composed))


@lru_cache(maxsize=MOST_SUBSETS)
def _with_neighbours(face: Face, texts: frozenset[str]) -> dict[int, str]:
    """All glyphs of the kinds of characters that are used: all digits for one of them, all letters
    for one. So a name or a dose seldom makes another subset, and 3 kB of a handout are spent."""
    wanted = "".join(kind for kind in _KINDS if not texts.isdisjoint(kind))
    return {number: one for one in wanted if (number := face.glyph(one))}


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
    shown = {number: Reading(text, face.advance(number)) for number, text in used}
    for number, (one, text) in enumerate(composed, face.count):
        shown[number] = Reading(text, one.advance * 1000 / face.upem)
    made = [one for one, _ in composed]
    parts = {part.number for one in made for part in one.parts}
    data = _subset(face, sorted({*(number for number, _ in used), *parts}))
    if made:
        data = with_composed(data, face.count, made)
    return _embedded(face, f"{_subset_tag(used, composed)}+{_font_name(face)}", shown, data)


@lru_cache(maxsize=4)
def _whole(face: Face) -> Embedded:
    used = face.characters()
    shown = {number: Reading(plain(text), face.advance(number)) for number, text in used.items()}
    return _embedded(face, _font_name(face), shown, _subset(face, list(used), face.face.unicodes))


def _font_name(face: Face) -> str:
    return _NOT_IN_NAMES.sub("", face.name) or "Font"


def _embedded(face: Face, base: str, shown: dict[int, Reading], data: bytes) -> Embedded:
    extents = face.extents()
    descent, ascent = round(extents.descent), round(extents.ascent)
    widths = " ".join(f"{number} [{one.width:.6g}]" for number, one in sorted(shown.items()))
    return Embedded(
        base=base,
        to_unicode=packed("", _to_unicode(shown).encode("ascii"), KEPT_LEVEL),
        file=packed(f"/Length1 {len(data)}", data, KEPT_LEVEL),
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
    """Six letters that say which glyphs are in it (ISO 32000-1, 9.6.4). They come from how these
    are written out: to rename `Composed` or a field of it, or `Part`, changes files in scripts
    whose glyphs are composed."""
    check = zlib.crc32(repr((used, composed)).encode("utf-8"))
    return "".join(chr(ord("A") + (check >> (5 * place)) % 26) for place in range(6))


def _to_unicode(shown: dict[int, Reading]) -> str:
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
