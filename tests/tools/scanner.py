"""Pictures in; the texts that a scanner reads in them out. The decoder is not what draws our codes.

Pages are looked at as a phone would: with as many dots to the inch as a screen has."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import zxingcpp
from PIL import Image

DOTS = 110
"""To the inch of a page or slide: less than any phone's camera sees."""


def texts(picture: Image.Image) -> list[str]:
    """Every code in the picture, as text."""
    grey = picture.convert("L")
    pixels = memoryview(grey.tobytes()).cast("B", (grey.height, grey.width))
    return [found.text for found in zxingcpp.read_barcodes(pixels)]


def in_pdf(pdf: Path) -> dict[int, list[str]]:
    """The texts by page number (from 1), of the pages that have any."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = (
            document[number].render(scale=DOTS / 72).to_pil() for number in range(len(document))
        )
        found = {number: texts(page) for number, page in enumerate(pages, 1)}
    finally:
        document.close()
    return {number: read for number, read in found.items() if read}
