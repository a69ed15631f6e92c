"""The sheet of figures in a browser: every drawing shows a person, whole and in colour."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from careleaf.engine.figures import sheet
from careleaf.figure.pose import names, pose
from careleaf.theme import default_theme
from tests.tools import figure_sheet

THEME = default_theme()
SVG = "{http://www.w3.org/2000/svg}"
LEAST = 0.005
"""Share of a drawing's box that shirt and trousers each cover at least."""


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Image.Image:
    return figure_sheet.drawn(tmp_path_factory.mktemp("figures"))


def boxes() -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of each drawing on the sheet, in its order."""
    frames = [frame for name in names() for frame in pose(name).frames]
    places = [
        group.attrib["transform"]
        for group in ElementTree.fromstring(sheet(THEME)).iter(f"{SVG}g")
        if "transform" in group.attrib
    ]
    found = []
    for frame, place in zip(frames, places, strict=True):
        moved, _, scaled = place.removeprefix("translate(").partition(") scale(")
        x, y = map(float, moved.split())
        scale = float(scaled.removesuffix(")"))
        found.append((x, y, x + frame.width * scale, y + frame.height * scale))
    return found


@pytest.mark.needs("playwright")
def test_every_drawing_shows_a_person(drawn: Image.Image) -> None:
    found = boxes()
    assert len(found) > len(names())
    for left, top, right, bottom in found:
        cell = drawn.crop((round(left), round(top), round(right), round(bottom)))
        counts = {colour: count for count, colour in cell.getcolors(cell.width * cell.height) or ()}
        for token in ("shirt", "trousers"):
            colour = tuple(bytes.fromhex(THEME.colour(token)[1:]))
            assert counts.get(colour, 0) > LEAST * cell.width * cell.height


@pytest.mark.needs("playwright")
def test_drawings_keep_to_their_boxes(drawn: Image.Image) -> None:
    """Around each box nothing but the surface, so that nothing is cut off on a slide."""
    surface = tuple(bytes.fromhex(THEME.colour("tint")[1:]))
    found = boxes()
    assert len(found) > len(names())
    for left, top, right, _ in found:
        for edge in (
            (round(left), round(top) - 6, round(right), round(top) - 3),
            (round(left) - 6, round(top), round(left) - 3, round(top) + 20),
            (round(right) + 3, round(top), round(right) + 6, round(top) + 20),
        ):
            strip = drawn.crop(edge)
            assert strip.getcolors() == [(strip.width * strip.height, surface)]


def test_the_sheet_is_a_whole_file(tmp_path: Path) -> None:
    (tmp_path / "figures.svg").write_text(sheet(THEME), encoding="utf-8")
    root = ElementTree.parse(tmp_path / "figures.svg").getroot()
    assert root.tag == f"{SVG}svg"
    assert [title.text for title in root.iter(f"{SVG}title")] == ["Careleaf figures"]
