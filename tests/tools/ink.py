"""A PDF in; how much of each page's height is in use, out: a nearly empty page is a fault."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

HEAD, FOOT = 0.06, 0.08
"""Shares of the height that the running head and foot may take; they do not count as use."""

BAND = 0.02
"""Share of the height: print anywhere in a band of this height counts for the whole band."""

FAINT = 6
"""Levels of grey (of 255) that differ from the paper no more than an unprinted page does."""


def used_heights(pdf: Path) -> list[float]:
    """For each page, the share (0 to 1) of the height between head and foot that bears print."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [used_height(_picture(document, number)) for number in range(len(document))]
    finally:
        document.close()


def used_height(picture: Image.Image) -> float:
    """The same for one picture of a page; the paper is the colour of its top left corner."""
    grey = picture.convert("L")
    paper = Image.new("L", grey.size, grey.getpixel((0, 0)))
    print_only = ImageChops.difference(grey, paper).point(lambda level: 255 * (level > FAINT))
    width, height = grey.size
    step = max(1, round(height * BAND))
    tops = range(round(height * HEAD), round(height * (1 - FOOT)) - step + 1, step)
    used = sum(print_only.crop((0, top, width, top + step)).getbbox() is not None for top in tops)
    return used / len(tops)


def _picture(document: pypdfium2.PdfDocument, number: int) -> Image.Image:
    page = document[number]
    try:
        picture: Image.Image = page.render(scale=0.5).to_pil()
    finally:
        page.close()
    return picture
