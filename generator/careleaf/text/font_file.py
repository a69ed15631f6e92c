"""The bytes of somebody's font file in; its family and weight, or why it cannot be used, out."""

from __future__ import annotations

import struct
from collections.abc import Mapping

import uharfbuzz
from msgspec import Struct

MOST_BYTES = 32 * 1024**2
_MOST_GLYPHS = 60_000
"""Glyphs that a document puts together are numbered after the font's own, up to 65,535."""
_KINDS = {
    b"OTTO": ("its letters are PostScript outlines (CFF)", "TrueType (.ttf)"),
    b"ttcf": ("it is a collection of several fonts (.ttc)", "single (.ttf)"),
    b"wOFF": ("it is packed for the web (.woff)", "unpacked (.ttf)"),
    b"wOF2": ("it is packed for the web (.woff2)", "unpacked (.ttf)"),
}
_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_NEEDED = (b"OS/2", b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp")
_RESTRICTED, _WHOLE_ONLY, _BITMAPS_ONLY = 0x0002, 0x0100, 0x0200
"""OpenType, "OS/2", fsType: what its maker forbids."""


class FontFileError(ValueError):
    """A font that cannot be used: why, in an author's words, and what to do instead."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class Named(Struct, frozen=True):
    """What a font file says it is; `weight` on OpenType's scale, 400 for regular."""

    family: str
    weight: int


def font_named(data: bytes) -> Named:
    """Look a font file over.

    Raises FontFileError where it is damaged, of a kind that a PDF cannot take from us, or must not
    be embedded by its maker's word.
    """
    tables = _tables(data)
    face = uharfbuzz.Face(uharfbuzz.Blob(data))
    if not face.glyph_count or not face.unicodes:
        raise _damaged("no characters can be found in it")
    if face.glyph_count > _MOST_GLYPHS:
        message = (
            f"it has {face.glyph_count:,} glyphs, more than the {_MOST_GLYPHS:,} we can number"
        )
        raise FontFileError(message, "use the font of one language or region, not of all")
    _try_out(face)
    os2 = tables[b"OS/2"]
    if len(os2) < 10:
        raise _damaged("its table 'OS/2' is cut off")
    (weight,), (allowed,) = struct.unpack_from(">H", os2, 4), struct.unpack_from(">H", os2, 8)
    if allowed & 0x000F == _RESTRICTED or allowed & (_WHOLE_ONLY | _BITMAPS_ONLY):
        message = "its maker does not allow it to be embedded in documents in part"
        raise FontFileError(message, "use a font under an open licence, such as Noto's")
    family = face.get_name(uharfbuzz.OTNameIdPredefined.FONT_FAMILY) or "a clinic's font"
    return Named(family, min(max(weight, 1), 1000))


def _try_out(face: uharfbuzz.Face) -> None:
    """Take all its glyphs out of it, as a document takes some."""
    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update(range(face.glyph_count))
    wanted.flags = uharfbuzz.SubsetFlags.RETAIN_GIDS | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
    try:
        kept = uharfbuzz.subset(face, wanted)
    except RuntimeError as error:
        raise _damaged("its glyphs cannot be taken out of it") from error
    for tag in _NEEDED:
        if not len(kept.reference_table(tag.decode("ascii"))):
            raise _damaged(f"its table '{tag.decode('ascii')}' makes no sense")


def _tables(data: bytes) -> Mapping[bytes, bytes]:
    """Its tables, all of them within the file (OpenType, "Table Directory")."""
    kind = data[:4]
    if kind in _KINDS:
        why, other = _KINDS[kind]
        raise FontFileError(why, f"ask where it came from for the same font as a {other} file")
    if kind not in _TRUETYPE or len(data) < 12:
        raise FontFileError("it is no font file", "use a TrueType font (.ttf)")
    (count,) = struct.unpack_from(">H", data, 4)
    if len(data) < 12 + 16 * count:
        raise _damaged("it ends before its list of tables does")
    tables = {}
    for at in range(12, 12 + 16 * count, 16):
        tag, _, offset, length = struct.unpack_from(">4sIII", data, at)
        if offset + length > len(data):
            raise _damaged(f"it ends inside its table '{tag.decode('latin-1')}'")
        tables[tag] = data[offset : offset + length]
    for tag in _NEEDED:
        if not tables.get(tag):
            raise _damaged(f"it has no table '{tag.decode('ascii')}'")
    return tables


def _damaged(why: str) -> FontFileError:
    return FontFileError(f"the font is damaged: {why}", "download it again")
