"""Nothing in; the sheet of all figures as a browser draws it, a pixel to a unit, out."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from PIL import Image

from careleaf.engine.figures import sheet
from careleaf.theme import default_theme
from tests.tools import browser

STYLE = "body{margin:0}svg{display:block}"


def drawn(folder: Path) -> Image.Image:
    """Takes the picture with Chromium; `folder` holds what is in between."""
    svg = sheet(default_theme())
    page, picture = folder / "figures.html", folder / "figures.png"
    page.write_text(f"<!doctype html><style>{STYLE}</style>{svg}", encoding="utf-8")
    width = float(ElementTree.fromstring(svg).attrib["width"])
    browser.view(page, width=round(width), screenshot=picture)
    return Image.open(picture).convert("RGB")
