"""A PDF's bytes in; pictures of its pages out, as PNG.

What a browser shows is the very file that prints, drawn by PDFium, which Chromium prints with."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b

import pypdfium2
from msgspec import Struct
from PIL import Image

WIDEST = 2400
"""Pixels. Wider is no sharper on any screen that shows a page whole."""

_QUICK = 1
"""How hard PNG is packed: harder takes three times as long and saves a twentieth."""


class Picture(Struct, frozen=True):
    """A page as drawn, from 1 of `of`. `digest` says what it looks like; `png` is empty where
    whoever asked has that picture."""

    page: int
    of: int
    digest: str
    width: int
    height: int
    png: bytes = b""


def count(pdf: bytes) -> int:
    """How many pages it has."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def pictures(
    pdf: bytes, width: int, pages: Iterable[int] = (), known: Mapping[int, str] | None = None
) -> Iterator[Picture]:
    """The pages asked for in that order, else all, `width` pixels wide. `known`: the digest of what
    whoever asks has of a page; a page that looks just so is not sent again."""
    known = known or {}
    document = pypdfium2.PdfDocument(pdf)
    try:
        there = len(document)
        for number in pages or range(1, there + 1):
            if 1 <= number <= there:
                yield _picture(document, number, min(max(width, 1), WIDEST), known.get(number))
    finally:
        document.close()


def _picture(
    document: pypdfium2.PdfDocument, number: int, width: int, known: str | None
) -> Picture:
    page = document[number - 1]
    try:
        drawn = page.render(scale=width / page.get_width(), rev_byteorder=True).to_pil()
    finally:
        page.close()
    digest = blake2b(drawn.tobytes(), digest_size=12).hexdigest()
    png = b"" if digest == known else _png(drawn)
    return Picture(number, len(document), digest, drawn.width, drawn.height, png)


def _png(drawn: Image.Image) -> bytes:
    data = io.BytesIO()
    drawn.convert("RGB").save(data, "png", compress_level=_QUICK)
    return data.getvalue()
