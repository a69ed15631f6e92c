"""Glyphs put together from others: a font file that any reader can open."""

from __future__ import annotations

import struct

import pytest
import uharfbuzz

from careleaf.text.face import Part, face
from careleaf.theme.fontfiles import FONT_FOLDER
from careleaf.write.pdf.composed import Composed, with_composed

FILE = FONT_FOLDER / "NotoNaskhArabic-Regular.ttf"
BEH, SIGN = 17, 1404


@pytest.fixture(scope="module")
def made() -> uharfbuzz.Font:
    """The font with a letter and its sign, and a copy of the letter, after
    two numbers that stay empty."""
    letter = Composed((Part(BEH, 0, 0), Part(SIGN, 114, 200)), 700)
    copy = Composed((Part(BEH, 0, 0),), 650)
    data = with_composed(FILE.read_bytes(), face(FILE).count + 2, [letter, copy])
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(data)))


def _box(font: uharfbuzz.Font, glyph: int) -> tuple[int, int, int, int]:
    """Left, low, right, high."""
    own = font.get_glyph_extents(glyph)
    return own.x_bearing, own.y_bearing + own.height, own.x_bearing + own.width, own.y_bearing


def test_every_glyph_that_was_there_is_as_it_was(made: uharfbuzz.Font) -> None:
    before = uharfbuzz.Font(face(FILE).face)
    for glyph in range(0, face(FILE).count, 50):
        assert _box(made, glyph) == _box(before, glyph)
        assert made.get_glyph_h_advance(glyph) == before.get_glyph_h_advance(glyph)


def test_a_glyph_of_two_covers_both_where_they_are_put(made: uharfbuzz.Font) -> None:
    first = face(FILE).count + 2
    left, low, right, high = _box(made, BEH)
    sign_left, sign_low, sign_right, sign_high = _box(made, SIGN)
    assert _box(made, first) == (
        min(left, sign_left + 114),
        min(low, sign_low + 200),
        max(right, sign_right + 114),
        max(high, sign_high + 200),
    )
    assert _box(made, first + 1) == _box(made, BEH)
    assert [made.get_glyph_h_advance(first + place) for place in (-2, 0, 1)] == [0, 700, 650]


def test_a_font_with_numbers_at_their_limits_takes_one_more() -> None:
    """As a damaged one may have: each number stays in its two bytes."""
    data = _patched(FILE.read_bytes(), b"maxp", 30, 0xFFFF)
    far = Composed((Part(BEH, 0, 0), Part(SIGN, 40_000, -40_000)), 70_000)
    made = with_composed(data, face(FILE).count, [far])
    (depth,) = struct.unpack_from(">H", _table(made, b"maxp"), 30)
    assert depth == 0xFFFF
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(made)))
    assert font.get_glyph_h_advance(face(FILE).count) == 0xFFFF
    assert _box(font, face(FILE).count)[2] == 0x7FFF


def _at(data: bytes, tag: bytes) -> tuple[int, int]:
    """Where a table begins, and its length."""
    place = data.index(tag, 12, 12 + 16 * struct.unpack_from(">H", data, 4)[0])
    start, length = struct.unpack_from(">II", data, place + 8)
    return start, length


def _table(data: bytes, tag: bytes) -> bytes:
    start, length = _at(data, tag)
    return data[start : start + length]


def _patched(data: bytes, tag: bytes, offset: int, value: int) -> bytes:
    """With a number of two bytes changed."""
    start, _ = _at(data, tag)
    return data[: start + offset] + value.to_bytes(2) + data[start + offset + 2 :]


def test_the_file_adds_up(made: uharfbuzz.Font) -> None:
    """Every table, and the whole, to the sums that OpenType asks for."""
    data = bytes(made.face.blob.data)
    (count,) = struct.unpack_from(">H", data, 4)
    tags = []
    for at in range(12, 12 + 16 * count, 16):
        tag, total, offset, length = struct.unpack_from(">4sIII", data, at)
        body = bytearray(data[offset : offset + length] + bytes(-length % 4))
        if tag == b"head":
            body[8:12] = bytes(4)
        assert sum(struct.unpack(f">{len(body) // 4}I", body)) & 0xFFFFFFFF == total
        tags.append(tag)
    assert tags == sorted(tags)
    assert sum(struct.unpack(f">{len(data) // 4}I", data)) & 0xFFFFFFFF == 0xB1B0AFBA
