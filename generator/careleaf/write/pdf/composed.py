"""A subset font, and glyphs that are several of its glyphs at once, in; the font with these out.

Programs that read words back from a PDF know one text for each glyph. Where a letter and its mark,
or a syllable of Hindi, is drawn by several glyphs in an order of its own, they lose it. So each
such cluster becomes one glyph: a composite glyph of the OpenType specification ("glyf", Composite
Glyph Description), which any reader of TrueType draws."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from careleaf.text.face import Part

_WORDS, _PLACES, _MORE = 0x0001, 0x0002, 0x0020
"""Flags of a part: its place is two words, they are a place, and another part follows."""
_MOST = 0xFFFF
"""That a field of two bytes holds. What a damaged font says may lie at it already."""
_MAGIC = 0xB1B0AFBA
"""Of the sum of a whole font file ("head", checksumAdjustment)."""


class Composed(Struct, frozen=True):
    """A glyph of several; in units of the font. Its number follows from its place in a row."""

    parts: tuple[Part, ...]
    advance: int


def with_composed(data: bytes, first: int, made: Sequence[Composed]) -> bytes:
    """The font with these glyphs numbered from `first`, at or after its end. Only for fonts with
    TrueType outlines."""
    tables = _tables(data)
    glyphs, metrics = _glyphs(tables), _metrics(tables)
    empty = first - len(glyphs)
    glyphs += [b""] * empty
    metrics += [(0, 0)] * empty
    for one in made:
        box = _box([_moved(glyphs[part.number], part) for part in one.parts])
        glyphs.append(_composite(one.parts, box))
        metrics.append((max(0, min(_MOST, one.advance)), box[0]))
    return _assembled({**tables, **_rebuilt(tables, glyphs, metrics, made)})


def _tables(data: bytes) -> dict[bytes, bytes]:
    (count,) = struct.unpack_from(">H", data, 4)
    tables = {}
    for at in range(12, 12 + 16 * count, 16):
        tag, _, offset, length = struct.unpack_from(">4sIII", data, at)
        tables[tag] = data[offset : offset + length]
    return tables


def _glyphs(tables: Mapping[bytes, bytes]) -> list[bytes]:
    """Each glyph's own bytes."""
    (count,) = struct.unpack_from(">H", tables[b"maxp"], 4)
    (long,) = struct.unpack_from(">h", tables[b"head"], 50)
    form, unit = ("I", 1) if long else ("H", 2)
    places = [place * unit for place in struct.unpack_from(f">{count + 1}{form}", tables[b"loca"])]
    glyf = tables[b"glyf"]
    return [glyf[start:end] for start, end in pairwise(places)]


def _metrics(tables: Mapping[bytes, bytes]) -> list[tuple[int, int]]:
    """Each glyph's advance and left side bearing; the last glyphs share an advance."""
    (count,) = struct.unpack_from(">H", tables[b"maxp"], 4)
    (full,) = struct.unpack_from(">H", tables[b"hhea"], 34)
    hmtx = tables[b"hmtx"]
    metrics = [struct.unpack_from(">Hh", hmtx, 4 * number) for number in range(full)]
    bearings = struct.unpack_from(f">{count - full}h", hmtx, 4 * full)
    return [*metrics, *((metrics[-1][0], bearing) for bearing in bearings)]


_Box = tuple[int, int, int, int]


def _moved(glyph: bytes, part: Part) -> _Box | None:
    """The box of a part where it is put; None for one that draws nothing."""
    if not glyph:
        return None
    left, low, right, high = struct.unpack_from(">4h", glyph, 2)
    return left + part.x, low + part.y, right + part.x, high + part.y


def _box(boxes: Sequence[_Box | None]) -> _Box:
    drawn = [box for box in boxes if box]
    if not drawn:
        return 0, 0, 0, 0
    left, low, right, high = zip(*drawn, strict=True)
    return _near(min(left)), _near(min(low)), _near(max(right)), _near(max(high))


def _near(place: int) -> int:
    """A place as the format holds it. Only a damaged font has one that lies further off."""
    return max(-0x8000, min(0x7FFF, place))


def _composite(parts: Sequence[Part], box: _Box) -> bytes:
    """-1 contours, the box, and the parts."""
    described = [struct.pack(">5h", -1, *box)]
    for place, part in enumerate(parts, 1):
        flags = _WORDS | _PLACES | (_MORE if place < len(parts) else 0)
        described.append(struct.pack(">HHhh", flags, part.number, _near(part.x), _near(part.y)))
    return b"".join(described)


def _rebuilt(
    tables: Mapping[bytes, bytes],
    glyphs: Sequence[bytes],
    metrics: Sequence[tuple[int, int]],
    made: Sequence[Composed],
) -> dict[bytes, bytes]:
    """The tables that know how many glyphs there are."""
    padded = [glyph + bytes(-len(glyph) % 4) for glyph in glyphs]
    places = [0]
    for glyph in padded:
        places.append(places[-1] + len(glyph))
    head, hhea, maxp = (bytearray(tables[tag]) for tag in (b"head", b"hhea", b"maxp"))
    struct.pack_into(">h", head, 50, 1)
    struct.pack_into(">H", hhea, 34, len(glyphs))
    struct.pack_into(">H", maxp, 4, len(glyphs))
    points, contours, many_points, many_contours = struct.unpack_from(">4H", maxp, 6)
    elements, depth = struct.unpack_from(">2H", maxp, 28)
    most = max(len(one.parts) for one in made)
    struct.pack_into(
        ">2H",
        maxp,
        10,
        min(_MOST, most * max(points, many_points)),
        min(_MOST, most * max(contours, many_contours)),
    )
    struct.pack_into(">2H", maxp, 28, max(elements, most), min(_MOST, depth + 1))
    return {
        b"glyf": b"".join(padded),
        b"loca": struct.pack(f">{len(places)}I", *places),
        b"hmtx": b"".join(struct.pack(">Hh", *one) for one in metrics),
        b"head": bytes(head),
        b"hhea": bytes(hhea),
        b"maxp": bytes(maxp),
    }


def _assembled(tables: dict[bytes, bytes]) -> bytes:
    """The font file of its tables (OpenType, "Organization of an OpenType Font")."""
    head = bytearray(tables[b"head"])
    struct.pack_into(">I", head, 8, 0)
    tables = {**tables, b"head": bytes(head)}
    count = len(tables)
    power = count.bit_length() - 1
    search = 16 << power
    start = struct.pack(">IHHHH", 0x00010000, count, search, power, 16 * count - search)
    offset = len(start) + 16 * count
    records, bodies = [], []
    for tag, body in sorted(tables.items()):
        padded = body + bytes(-len(body) % 4)
        records.append(struct.pack(">4sIII", tag, _sum(padded), offset, len(body)))
        bodies.append(padded)
        if tag == b"head":
            adjusted = offset + 8
        offset += len(padded)
    whole = bytearray(b"".join((start, *records, *bodies)))
    struct.pack_into(">I", whole, adjusted, (_MAGIC - _sum(whole)) & 0xFFFFFFFF)
    return bytes(whole)


def _sum(data: bytes | bytearray) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(data) // 4}I", data)
    return sum(words) & 0xFFFFFFFF
