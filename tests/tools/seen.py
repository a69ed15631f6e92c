"""A PDF in; words that stand out too little from what is behind them, as its pages are drawn, out.

The colour that a word's box holds most of is its ground; the one that differs most from that, its
ink. Nothing here knows what the colours were meant to be.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pdfplumber
from PIL import Image

from careleaf.theme.contrast import TEXT, contrast
from tests.tools.outside import path_of, run

DPI = 150
"""Enough for the stems of 12-point letters to hold a pixel of their whole colour."""

LEAST_PIXELS = 3
"""Of a colour, so that no single pixel of an edge counts."""


def faint(pdf: Path, least: float = TEXT) -> list[str]:
    """One line for each word under `least` to 1, with its page."""
    with TemporaryDirectory(prefix="seen-") as folder, pdfplumber.open(pdf) as document:
        run(path_of("poppler").with_name("pdftoppm"), "-r", str(DPI), pdf, Path(folder) / "page")
        pictures = sorted(Path(folder).glob("page-*.ppm"))
        return [
            f"page {number}: {word['text']!r} stands out {ratio:.1f} to 1"
            for number, (page, path) in enumerate(zip(document.pages, pictures, strict=True), 1)
            for word, ratio in _words(page, Image.open(path))
            if ratio < least
        ]


def _words(page: Any, picture: Image.Image) -> list[tuple[dict[str, Any], float]]:
    scale = picture.width / float(page.width)
    return [(word, _ratio(word, picture, scale)) for word in page.extract_words()]


def _ratio(word: dict[str, Any], picture: Image.Image, scale: float) -> float:
    left, top, right, bottom = (
        round(float(word[side]) * scale) for side in ("x0", "top", "x1", "bottom")
    )
    part = picture.crop((left, top, right, bottom))
    found: Any = part.getcolors(part.width * part.height)
    ground = max(found)[1]
    return max(_contrast(colour, ground) for count, colour in found if count >= LEAST_PIXELS)


@lru_cache(maxsize=65536)
def _contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    return contrast(_hex(one), _hex(other))


def _hex(colour: tuple[int, int, int]) -> str:
    return "#" + bytes(colour).hex()
