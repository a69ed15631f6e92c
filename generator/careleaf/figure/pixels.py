"""A drawing whose paints are all "#rrggbb" in; the same picture as the bytes of a PNG out.

For programs that show no SVG. Pillow, which python-pptx needs anyway, fills polygons without
smoothing: they are drawn larger and reduced. It is imported on first use.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from careleaf.figure.flatten import Subpath, flatten
from careleaf.figure.stroke import stroked
from careleaf.figure.winding import crosses_itself, fill_by_winding
from careleaf.model.art import MOST_PAINTS, Drawing, Path

if TYPE_CHECKING:
    from PIL import Image, ImageDraw

LONGEST = 1000
"""Pixels of the longer side: two for each point of the largest place on a slide."""
_OVER = 4
"""How many times larger it is drawn; reduced, that gives 17 steps at an edge."""
_STRIP = 16
"""Rows that are reduced at a time: so few stay in the processor's cache."""
_COLOURS = 128
"""Of a palette: paints as they are, and mixtures at edges."""
_LEAST_MIXED = 32
"""Mixtures, where paints take most of the 256 that a palette can have."""
_LEVEL = 6
"""Of deflate."""


def png(drawing: Drawing, ground: str) -> bytes:
    """A PNG with a palette, clear where nothing is drawn; the same drawing gives the same bytes. It
    may have MOST_PAINTS different paints: a palette numbers 256 colours.

    `ground` ("#rrggbb") is the colour of the clear pixels. Nobody sees it, but programs that
    shrink a picture mix it into its edges, where black would leave a dark line.

    Raises ValueError for a drawing of more paints.
    """
    painted = {paint for path in drawing.paths for paint in (path.fill, path.stroke)} - {None}
    if len(painted) > MOST_PAINTS:
        raise ValueError(f"{len(painted)} paints: a picture has {MOST_PAINTS} at most")
    large = _drawn(drawing)
    return _encoded(_in_few_colours(large, _reduced(large), ground))


def _drawn(drawing: Drawing) -> Image.Image:
    """Large, without smoothing; each pixel is the number of a colour, 0 where nothing is."""
    from PIL import Image, ImageDraw

    scale = LONGEST * _OVER / max(drawing.width, drawing.height)
    size = (_whole(drawing.width * scale), _whole(drawing.height * scale))
    image = Image.new("P", size, 0)
    pen = ImageDraw.Draw(image)
    paints: dict[str, int] = {}
    for path in drawing.paths:
        subpaths = tuple(flatten(path.commands, scale))
        if path.fill:
            _fill(pen, image, subpaths, path, paints.setdefault(path.fill, len(paints) + 1))
        if path.stroke and path.stroke_width > 0:
            number = paints.setdefault(path.stroke, len(paints) + 1)
            # Pillow's polygons reach half a pixel over on each side.
            width = max(1.0, path.stroke_width * scale - 1)
            for subpath in subpaths:
                for polygon in stroked(subpath, width):
                    pen.polygon(polygon, fill=number)
    image.putpalette(_palette(paints), "RGBA")
    return image


def _whole(length: float) -> int:
    """Pixels, a whole number of times the reduction."""
    return max(1, round(length / _OVER)) * _OVER


def _palette(paints: dict[str, int]) -> bytes:
    """RGBA by number: clear, then the paints in the order of their numbers."""
    return bytes(4) + b"".join(bytes.fromhex(paint[1:]) + b"\xff" for paint in paints)


def _fill(
    pen: ImageDraw.ImageDraw,
    image: Image.Image,
    subpaths: Sequence[Subpath],
    path: Path,
    number: int,
) -> None:
    """Pillow fills by the even-odd rule: wherever that would differ, the pixels are counted."""
    areas = [subpath for subpath in subpaths if len(subpath.points) > 2]
    cut_out = len(areas) > 1 and (path.even_odd or len({area.turns_right for area in areas}) > 1)
    if cut_out or any(not path.even_odd and crosses_itself(area.points) for area in areas):
        outlines = [area.points for area in areas]
        fill_by_winding(image, number, outlines, even_odd=path.even_odd)
        return
    for area in areas:
        pen.polygon(area.points, fill=number)


def _reduced(large: Image.Image) -> Image.Image:
    """Each pixel is the mean of those it stands for, clear ones without weight."""
    from PIL import Image

    width, height = large.width // _OVER, large.height // _OVER
    small = Image.new("RGBA", (width, height))
    for top in range(0, height, _STRIP):
        bottom = min(height, top + _STRIP)
        strip = large.crop((0, top * _OVER, large.width, bottom * _OVER))
        small.paste(strip.convert("RGBA").reduce(_OVER), (0, top))
    return small


def _in_few_colours(large: Image.Image, small: Image.Image, ground: str) -> Image.Image:
    """With a palette: a third of the bytes, and no difference to the eye. Whole pixels keep their
    paint to the bit, so that a halo vanishes in its ground; edges share what numbers are left."""
    from PIL import Image

    whole = large.resize(small.size, Image.Resampling.NEAREST)
    mixed = _difference(small, whole.convert("RGBA"))
    edges = Image.new("RGBA", small.size)
    edges.paste(small, mask=mixed)
    paints = whole.getpalette("RGBA") or []
    first = len(paints) // 4
    few = edges.quantize(max(_LEAST_MIXED, _COLOURS - first), method=Image.Quantize.FASTOCTREE)
    numbers = _numbers(whole)
    numbers.paste(_numbers(few).point([number + first for number in range(256)]), mask=mixed)
    image = Image.frombytes("P", small.size, numbers.tobytes())
    paints[:3] = bytes.fromhex(ground[1:])
    image.putpalette(paints + (few.getpalette("RGBA") or []), "RGBA")
    return image


def _difference(one: Image.Image, other: Image.Image) -> Image.Image:
    """A mask of the pixels that differ."""
    from PIL import ImageChops

    first, *channels = ImageChops.difference(one, other).split()
    for channel in channels:
        first = ImageChops.lighter(first, channel)
    return first.point([0] + [255] * 255)


def _numbers(image: Image.Image) -> Image.Image:
    """The palette's numbers as levels, to count with."""
    from PIL import Image

    return Image.frombytes("L", image.size, image.tobytes())


def _encoded(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=_LEVEL)
    return file.getvalue()
