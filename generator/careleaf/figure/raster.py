"""The bytes of a PNG or JPEG file in; a Picture with its size in pixels out, or what is wrong.

Only the header is read: decoding is left to the program that shows the picture.
"""

from __future__ import annotations

from careleaf.model.art import Picture

MAXIMUM_BYTES = 10 * 1024 * 1024
MAXIMUM_PIXELS = 20_000_000

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_OTHERS = {
    b"GIF8": "a GIF",
    b"RIFF": "a WebP",
    b"BM": "a BMP",
    b"II*\x00": "a TIFF",
    b"MM\x00*": "a TIFF",
    b"%PDF": "a PDF",
    b"<": "an SVG or web page",
}
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""JPEG markers that begin a frame header (ITU-T T.81, table B.1): C4, C8 and CC do not."""
_BARE = {0x01, *range(0xD0, 0xD9)}
"""JPEG markers without a length (ITU-T T.81, table B.1)."""


class PictureError(ValueError):
    """The file is not a picture that can be used; the message says why in plain words."""


def read_picture(data: bytes) -> Picture:
    """A PNG or JPEG of at most 10 MB and 20 megapixels. Raises PictureError."""
    if len(data) > MAXIMUM_BYTES:
        raise PictureError(f"the picture is over {MAXIMUM_BYTES // 1024**2} MB")
    if data.startswith(_PNG):
        mime, (width, height) = "image/png", _png_size(data)
    elif data.startswith(_JPEG):
        mime, (width, height) = "image/jpeg", _jpeg_size(data)
    else:
        raise PictureError(f"the file is {_named(data)}; use a PNG or JPEG")
    if width == 0 or height == 0:
        raise PictureError("the picture has no width or no height")
    if width * height > MAXIMUM_PIXELS:
        raise PictureError(f"{width} by {height} is over {MAXIMUM_PIXELS // 10**6} megapixels")
    return Picture(data=data, mime=mime, width=width, height=height)


def _named(data: bytes) -> str:
    if not data:
        return "empty"
    found = (name for start, name in _OTHERS.items() if data.startswith(start))
    return next(found, "not a picture")


def _png_size(data: bytes) -> tuple[int, int]:
    """IHDR comes first: W3C Portable Network Graphics, section 11.2.1. IEND comes last."""
    if len(data) < 33 or data[12:16] != b"IHDR" or b"IEND" not in data[-16:]:
        raise PictureError("the PNG is cut short or damaged")
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Walks the marker segments to the frame header: ITU-T T.81, annex B.2."""
    at = 2
    while at + 9 <= len(data):
        if data[at] != 0xFF:
            break
        marker = data[at + 1]
        if marker in _FRAMES:
            return (
                int.from_bytes(data[at + 7 : at + 9], "big"),
                int.from_bytes(data[at + 5 : at + 7], "big"),
            )
        at += _segment_length(data, at, marker)
    raise PictureError("the JPEG is cut short or damaged")


def _segment_length(data: bytes, at: int, marker: int) -> int:
    """Bytes to the next marker; a second FF is only padding."""
    if marker == 0xFF:
        return 1
    if marker in _BARE:
        return 2
    return 2 + max(2, int.from_bytes(data[at + 2 : at + 4], "big"))
