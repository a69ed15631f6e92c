"""Photographs and screenshots: size from the header, and clear words for what cannot be used."""

from __future__ import annotations

import struct
import zlib

import pytest

from careleaf.figure.raster import MAXIMUM_BYTES, PictureError, read_picture


def png(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def jpeg(width: int, height: int, frame: int = 0xC0) -> bytes:
    before = b"\xff\xe0\x00\x10JFIF\x00" + bytes(9) + b"\xff\xc4\x00\x05abc" + b"\xff"
    size = struct.pack(">BHH", 8, height, width)
    return (
        b"\xff\xd8" + before + b"\xff" + bytes([frame]) + b"\x00\x0b" + size + b"\x01\x01\x11\x00"
    )


def test_png() -> None:
    picture = read_picture(png(640, 480))
    assert (picture.mime, picture.width, picture.height) == ("image/png", 640, 480)
    assert picture.data == png(640, 480)


@pytest.mark.parametrize("frame", [0xC0, 0xC2])
def test_jpeg_plain_and_progressive(frame: int) -> None:
    picture = read_picture(jpeg(640, 480, frame))
    assert (picture.mime, picture.width, picture.height) == ("image/jpeg", 640, 480)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b"GIF89a", "the file is a GIF; use a PNG or JPEG"),
        (b"RIFF\x00\x00\x00\x00WEBP", "a WebP"),
        (b"<svg/>", "an SVG"),
        (b"hello", "not a picture"),
        (png(640, 480)[:40], "the PNG is cut short"),
        (jpeg(640, 480)[:30], "the JPEG is cut short"),
        (b"\xff\xd8\xff" + b"\xff" * 100_000, "the JPEG is cut short"),
        (b"\xff\xd8\xff\xe0\x00\x00" + bytes(50), "the JPEG is cut short"),
        (png(0, 5), "no width or no height"),
        (png(5000, 5000), "5000 by 5000 is over 20 megapixels"),
        (bytes(MAXIMUM_BYTES + 1), "over 10 MB"),
    ],
)
def test_what_cannot_be_used_is_said(data: bytes, message: str) -> None:
    with pytest.raises(PictureError, match=message):
        read_picture(data)
