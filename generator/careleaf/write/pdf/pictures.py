"""PNG and JPEG files in; image objects with the file's own compressed data, untouched, out.

A PNG's image data is deflate with row predictors, which is what PDF's FlateDecode with Predictor
15 reads (ISO 32000-1, 7.4.4.4), so it is copied. Only a PNG with transparency or interlacing is
decoded first; the alpha channel becomes a soft mask."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from msgspec import Struct
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

from careleaf.model.art import Picture
from careleaf.write.pdf.canvas import TaggedCanvas

_GREY, _COLOUR, _PALETTE = 0, 2, 3
_CHANNELS = {_GREY: 1, _COLOUR: 3, _PALETTE: 1}


class _Header(Struct, frozen=True):
    width: int
    height: int
    depth: int
    colour_type: int
    interlaced: bool


class Pictures:
    """The raster pictures of one document; the same picture twice is stored once."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self._canvas = canvas
        self._names: dict[bytes, str] = {}

    def name(self, picture: Picture) -> str:
        """The resource name to paint the picture by; it is put into the document if need be."""
        name = self._names.get(picture.data)
        if name is None:
            name = self._names[picture.data] = f"careleaf{len(self._names) + 1}"
            self._canvas.add_image(name, self._stream(picture))
        return self._canvas.use_image(name)

    def _stream(self, picture: Picture) -> PDFStream:
        if picture.mime == "image/jpeg":
            return _image(picture, picture.data, Filter="DCTDecode", space=_jpeg_space(picture))
        header, chunks = _parsed(picture.data)
        if header.interlaced or header.colour_type not in _CHANNELS or b"tRNS" in dict(chunks):
            return self._decoded(picture)
        data = b"".join(body for kind, body in chunks if kind == b"IDAT")
        stream = _image(picture, data, space=_space(header, dict(chunks)), bits=header.depth)
        stream.dictionary["Filter"] = PDFName("FlateDecode")
        stream.dictionary["DecodeParms"] = PDFDictionary(
            {
                "Predictor": 15,
                "Colors": _CHANNELS[header.colour_type],
                "BitsPerComponent": header.depth,
                "Columns": header.width,
            }
        )
        return stream

    def _decoded(self, picture: Picture) -> PDFStream:
        """Through Pillow, for the kinds of PNG that PDF cannot hold as they are."""
        import io

        from PIL import Image

        image = Image.open(io.BytesIO(picture.data)).convert("RGBA")
        red, green, blue, alpha = image.split()
        colours = zlib.compress(Image.merge("RGB", (red, green, blue)).tobytes())
        stream = _image(picture, colours, space=PDFName("DeviceRGB"))
        stream.dictionary["Filter"] = PDFName("FlateDecode")
        mask = _image(picture, zlib.compress(alpha.tobytes()), space=PDFName("DeviceGray"))
        mask.dictionary["Filter"] = PDFName("FlateDecode")
        stream.dictionary["SMask"] = self._canvas.document.Reference(mask)
        return stream


def _image(
    picture: Picture, data: bytes, *, space: object, bits: int = 8, **names: str
) -> PDFStream:
    entries: dict[str, object] = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": picture.width,
        "Height": picture.height,
        "BitsPerComponent": bits,
        "ColorSpace": space,
        **{key: PDFName(value) for key, value in names.items()},
    }
    return PDFStream(dictionary=PDFDictionary(entries), content=data)


def _parsed(data: bytes) -> tuple[_Header, list[tuple[bytes, bytes]]]:
    chunks = list(_chunks(data))
    width, height, depth, colour_type, _, _, interlace = struct.unpack(">IIBBBBB", chunks[0][1])
    return _Header(width, height, depth, colour_type, bool(interlace)), chunks


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Type and body of every chunk of a PNG (ISO/IEC 15948, 5.3)."""
    at = 8
    while at + 8 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += 12 + length


def _space(header: _Header, chunks: dict[bytes, bytes]) -> object:
    if header.colour_type == _PALETTE:
        palette = chunks[b"PLTE"]
        table = PDFString(palette, enc="raw")
        return PDFArray([PDFName("Indexed"), PDFName("DeviceRGB"), len(palette) // 3 - 1, table])
    return PDFName("DeviceRGB" if header.colour_type == _COLOUR else "DeviceGray")


def _jpeg_space(picture: Picture) -> object:
    """By the number of components in the frame header (ITU-T T.81, B.2.2)."""
    data, at = picture.data, 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            names = {1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}
            return PDFName(names.get(data[at + 9], "DeviceRGB"))
        at += 2 + length
    return PDFName("DeviceRGB")
