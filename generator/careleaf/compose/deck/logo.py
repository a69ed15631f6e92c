"""A clinic's logo and a box in; the logo placed in it, as decoration, out."""

from __future__ import annotations

from careleaf.compose.deck.draw import drawing_mark
from careleaf.model.art import Art, Drawing
from careleaf.model.deck import Box, Image, Placed


def logo(art: Art, box: Box) -> Placed:
    """As large as the box allows. Its name stands beside it, so it needs no words of its own."""
    if isinstance(art, Drawing):
        return drawing_mark("Logo", box, art)
    scale = min(box.width / art.width, box.height / art.height)
    width, height = art.width * scale, art.height * scale
    inner = Box(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height)
    return Image(name="Logo", box=inner, picture=art, alt="")
