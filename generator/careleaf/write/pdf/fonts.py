"""Shaped stretches in; text-showing operators, and at the end embedded font objects, out.

One Type 0 font with Identity-H encoding for each face that a document uses (ISO 32000-1, 9.7), its
file subset by HarfBuzz. What a document uses belongs to that document; what is kept from one to the
next depends on glyphs alone, so a file is the same whatever was written before."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import uharfbuzz
from msgspec import Struct

from careleaf.text.face import Face, Glyph
from careleaf.write.pdf.file import Ready, packed, reference

MOST_SUBSETS = 48
"""Subsets of faces kept, for documents that use the same glyphs: each about 5 kB of a Latin face.
The one longest unused goes."""
MOST_SPELLINGS = 20_000
"""Words kept as they are shown, about 300 bytes each; they start anew when there are more."""

Reference = Any
"""ReportLab's PDFObjectReference: its document is not typed."""

_DROPPED = (b"GSUB", b"GPOS", b"GDEF", b"GSUB", b"STAT", b"name", b"DSIG", b"BASE", b"meta")
"""Tables that only a shaper or an operating system reads."""
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
        self.fontName = face.name
        self._used: dict[int, str] = {}
        self._met: dict[int, Spelling] = {}

    def operand(self, glyphs: Sequence[Glyph], size: float) -> str:
        """The inside of a TJ array: glyphs in hexadecimal, kerning as numbers between them.
        `size`, in points, counts only for glyphs above or below their line."""
        spelling = self._met.get(id(glyphs))
        if spelling is None:
            spelling = _spellings.get(id(glyphs)) or self._spelling(glyphs, size)
            for number, text in spelling.used:
                self._used.setdefault(number, text)
            if any(glyph.y_offset for glyph in glyphs):
                return spelling.operand
            self._met[id(glyphs)] = spelling
        return spelling.operand

    def _spelling(self, glyphs: Sequence[Glyph], size: float) -> Spelling:
        """Words are the same in every handout, and so is how they are shown."""
        used = tuple(dict.fromkeys((glyph.number, glyph.text) for glyph in glyphs))
        spelling = Spelling(glyphs, self._spelled(glyphs, size), used)
        if not any(glyph.y_offset for glyph in glyphs):
            if len(_spellings) >= MOST_SPELLINGS:
                _spellings.clear()
            _spellings[id(glyphs)] = spelling
        return spelling

    def _spelled(self, glyphs: Sequence[Glyph], size: float) -> str:
        pieces: list[str] = []
        run = ""
        for glyph in glyphs:
            if glyph.x_offset or glyph.y_offset:
                pieces += [f"<{run}>"] if run else []
                pieces.append(self._placed(glyph, size))
                run = ""
                continue
            run += f"{glyph.number:04X}"
            kerning = self.face.advance(glyph.number) - glyph.advance
            if abs(kerning) > _KERN_STEP:
                pieces.append(f"<{run}>{kerning:g}")
                run = ""
        if run:
            pieces.append(f"<{run}>")
        return "".join(pieces)

    def _placed(self, glyph: Glyph, size: float) -> str:
        """A glyph beside its place, such as an accent: moved there and back. The array is left for
        the text rise, which no number in it can set."""
        shown = f"<{glyph.number:04X}>"
        if glyph.y_offset:
            shown = f"] TJ {glyph.y_offset * size / 1000:.3f} Ts [{shown}] TJ 0 Ts ["
        back = self.face.advance(glyph.number) - glyph.advance + glyph.x_offset
        return f"{-glyph.x_offset:g} {shown}{back:g} "

    def addObjects(self, document: Any) -> None:  # noqa: N802 - called by ReportLab
        """Put the font's objects into the document; all glyphs are known by now."""
        font = _type0(document, embedded(self.face, tuple(sorted(self._used.items()))))
        document.idToObject["BasicFonts"].dict[self.resource] = font


def whole_font(document: Any, face: Face) -> Reference:
    """A font with every character of a face, for words that are not known yet. Its name has no tag
    of a subset: a reader that meets one may not type with it."""
    return _type0(document, _whole(face))


@lru_cache(maxsize=MOST_SUBSETS)
def embedded(face: Face, used: tuple[tuple[int, str], ...]) -> Embedded:
    """The parts of a font with these glyphs, by number, and what they read as."""
    indices = [index for index, _ in used]
    base = f"{_subset_tag(indices)}+{face.name}"
    return _embedded(face, base, dict(used), _subset(face, indices))


@lru_cache(maxsize=4)
def _whole(face: Face) -> Embedded:
    used = face.characters()
    return _embedded(face, face.name, used, _subset(face, list(used), face.face.unicodes))


def _embedded(face: Face, base: str, used: dict[int, str], data: bytes) -> Embedded:
    """`used` says what each glyph reads as."""
    extents = face.extents()
    descent, ascent = round(extents.descent), round(extents.ascent)
    widths = " ".join(f"{index} [{face.advance(index):.6g}]" for index in sorted(used))
    return Embedded(
        base=base,
        to_unicode=packed("", _to_unicode(used).encode("ascii")),
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


def _subset_tag(indices: list[int]) -> str:
    """Six letters that say which glyphs are in it (ISO 32000-1, 9.6.4)."""
    check = zlib.crc32(repr(indices).encode("ascii"))
    return "".join(chr(ord("A") + (check >> (5 * place)) % 26) for place in range(6))


def _to_unicode(used: dict[int, str]) -> str:
    """A CMap from glyph index to text (ISO 32000-1, 9.10.3)."""
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    pairs = [(index, _plain(text)) for index, text in sorted(used.items())]
    for start in range(0, len(pairs), 100):
        some = pairs[start : start + 100]
        lines.append(f"{len(some)} beginbfchar")
        lines += [f"<{index:04X}> <{text.encode('utf-16-be').hex()}>" for index, text in some]
        lines.append("endbfchar")
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines)


def _plain(text: str) -> str:
    """What a glyph reads as. A no-break space is a space to a reader; the second glyph of a cluster
    reads as nothing."""
    return text.replace("\u00a0", " ").replace("\u202f", " ") or "\u200b"


class DocumentFonts:
    """All faces that one document uses, numbered in order of first use."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._fonts: dict[str, DocumentFont] = {}

    def font(self, face: Face) -> DocumentFont:
        """The document's own font of a face."""
        font = self._fonts.get(face.name)
        if font is None:
            font = DocumentFont(face, f"F{len(self._fonts) + 1}")
            self._fonts[face.name] = font
            self._document.delayedFonts.append(font)
        return font
