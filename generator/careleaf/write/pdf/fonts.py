"""Shaped stretches in; text-showing operators, and at the end embedded font objects, out.

One Type 0 font with Identity-H encoding for each face that a document uses (ISO 32000-1, 9.7), its
file subset by HarfBuzz. All state belongs to one document: nothing is kept on a face."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from typing import Any

import uharfbuzz
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from careleaf.text.face import Face, Glyph

Reference = Any
"""ReportLab's PDFObjectReference: its document is not typed."""

_DROPPED = (b"GSUB", b"GPOS", b"GDEF", b"GSUB", b"STAT", b"name", b"DSIG", b"BASE", b"meta")
"""Tables that only a shaper or an operating system reads."""
_SYMBOLIC = 4
"""FontDescriptor flag: glyphs are named by index, not by a standard encoding."""
_KERN_STEP = 0.5
"""Thousandths of an em; smaller differences are not worth an operand."""


class DocumentFont:
    """A face as one document uses it."""

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.resource = resource
        self.fontName = face.name
        self._used: dict[int, str] = {}
        self._operands: dict[int, str] = {}

    def operand(self, glyphs: Sequence[Glyph], size: float) -> str:
        """The inside of a TJ array: glyphs in hexadecimal, kerning as numbers between them.
        `size`, in points, counts only for glyphs above or below their line.

        Glyphs of a word are one tuple for as long as the process lives, so its id is its key.
        """
        operand = self._operands.get(id(glyphs))
        if operand is None:
            operand = self._spelled(glyphs, size)
            if not any(glyph.y_offset for glyph in glyphs):
                self._operands[id(glyphs)] = operand
        return operand

    def _spelled(self, glyphs: Sequence[Glyph], size: float) -> str:
        pieces: list[str] = []
        run = ""
        for glyph in glyphs:
            self._used.setdefault(glyph.number, glyph.text)
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
        indices = sorted(self._used)
        base = f"{_subset_tag(indices)}+{self.face.name}"
        font = _type0(document, self.face, base, self._used, _subset(self.face, indices))
        document.idToObject["BasicFonts"].dict[self.resource] = font


def whole_font(document: Any, face: Face) -> Reference:
    """A font with every character of a face, for words that are not known yet. Its name has no tag
    of a subset: a reader that meets one may not type with it."""
    used = face.characters()
    return _type0(document, face, face.name, used, _subset(face, list(used), face.face.unicodes))


def _type0(document: Any, face: Face, base: str, used: dict[int, str], data: bytes) -> Reference:
    """A composite font of glyphs by their numbers; `used` says what each reads as."""
    descendant = _descendant(document, face, base, sorted(used), data)
    font = PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": PDFName(base),
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([descendant]),
            "ToUnicode": _stream(document, _to_unicode(used).encode("ascii")),
        }
    )
    return document.Reference(font)


def _descendant(document: Any, face: Face, base: str, indices: list[int], data: bytes) -> Reference:
    widths: list[object] = []
    for index in indices:
        widths += [index, PDFArray([round(face.advance(index), 3)])]
    system = {
        "Registry": PDFString("Adobe"),
        "Ordering": PDFString("Identity"),
        "Supplement": 0,
    }
    cid_font = PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": PDFName(base),
            "CIDToGIDMap": PDFName("Identity"),
            "CIDSystemInfo": PDFDictionary(system),
            "DW": 1000,
            "W": PDFArray(widths),
            "FontDescriptor": _descriptor(document, face, base, data),
        }
    )
    return document.Reference(cid_font)


def _descriptor(document: Any, face: Face, base: str, data: bytes) -> Reference:
    extents = face.extents()
    descent, ascent = round(extents.descent), round(extents.ascent)
    descriptor = PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": PDFName(base),
            "Flags": _SYMBOLIC,
            "FontBBox": PDFArray([-200, descent, 1200, ascent]),
            "ItalicAngle": 0,
            "Ascent": ascent,
            "Descent": descent,
            "CapHeight": 700,
            "StemV": 80,
            "FontFile2": _stream(document, data, Length1=len(data)),
        }
    )
    return document.Reference(descriptor)


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


def _stream(document: Any, content: bytes, **entries: object) -> Reference:
    stream = PDFStream(dictionary=PDFDictionary(entries), content=content, filters=[PDFZCompress])
    return document.Reference(stream)


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
