"""The PNG that stands in for a figure's SVG is what a browser makes of that SVG, to the eye."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from careleaf.figure.painted import painted
from careleaf.figure.pixels import LONGEST
from careleaf.figure.pose import names, pose
from careleaf.figure.twins import Twins, twins
from careleaf.theme import default_theme
from tests.tools import browser

GROUND = "tint"
BATCH = 12
"""Figures on one page: no browser draws one of any length."""
MEAN = 0.6
"""Levels of 255, over the whole picture: two programs smooth an edge differently."""
PLAIN = 64
"""A pixel that is off by more than this many levels can be seen."""
FEW = 0.0005
"""Share of the pixels, along edges, that may be."""


def frames() -> list[tuple[str, Twins]]:
    """Every drawing of every figure, in the theme's colours."""
    theme = default_theme()
    return [
        (f"{name} {place}", twins(painted(frame, theme.colour, GROUND), theme.colour(GROUND)))
        for name in names()
        for place, frame in enumerate(pose(name).frames, 1)
    ]


@pytest.mark.needs("playwright")
def test_each_twin_is_as_a_browser_draws_it(tmp_path: Path) -> None:
    drawn = frames()
    faults: list[str] = []
    for start in range(0, len(drawn), BATCH):
        batch = drawn[start : start + BATCH]
        shown = _shown_in_browser([pair for _, pair in batch], tmp_path)
        for (name, pair), seen in zip(batch, shown, strict=True):
            mean, share = _difference(_on_ground(pair.png), seen)
            if mean > MEAN or share > FEW:
                faults.append(f"{name}: mean {mean:.2f}, {100 * share:.3f} % plainly off")
    assert len(drawn) > 40
    assert faults == []


def _shown_in_browser(pairs: list[Twins], folder: Path) -> Iterator[Image.Image]:
    """The SVGs one below the other, each at its PNG's scale, which a whole number of pixels
    rounds in one of the two directions."""
    sizes = [Image.open(io.BytesIO(pair.png)).size for pair in pairs]
    tops = [sum(height for _, height in sizes[:place]) for place in range(len(sizes))]
    tall = sum(height for _, height in sizes)
    page, shot = folder / "sheet.html", folder / "sheet.png"
    page.write_text(
        f'<body style="margin:0;background:{default_theme().colour(GROUND)}">'
        f'<svg style="display:block" width="{LONGEST}" height="{tall}">'
        f"{''.join(map(_placed, pairs, tops))}</svg>",
        encoding="utf-8",
    )
    browser.view(page, screenshot=shot)
    sheet = Image.open(shot).convert("RGB")
    for top, (width, height) in zip(tops, sizes, strict=True):
        yield sheet.crop((0, top, width, top + height))


def _placed(pair: Twins, top: int) -> str:
    """What the SVG holds, scaled by itself: a browser fits a whole picture to whole pixels."""
    found = re.fullmatch(
        r'<svg .*?width="([\d.]+)" height="([\d.]+)".*?>(.*)</svg>\n', pair.svg.decode()
    )
    assert found
    scale = LONGEST / max(float(found[1]), float(found[2]))
    return f'<g transform="translate(0 {top}) scale({scale})">{found[3]}</g>'


def _on_ground(png: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(png)).convert("RGBA")
    ground = Image.new("RGBA", picture.size, default_theme().colour(GROUND))
    ground.alpha_composite(picture)
    return ground.convert("RGB")


def _difference(one: Image.Image, other: Image.Image) -> tuple[float, float]:
    """Mean over pixels and channels, and the share of pixels that are plainly off."""
    off = ImageChops.difference(one, other)
    levels = off.convert("L").histogram()
    share = sum(levels[PLAIN:]) / (one.width * one.height)
    return sum(ImageStat.Stat(off).mean) / 3, share
