"""The PNG that stands in for a drawing, by the colours of its pixels."""

from __future__ import annotations

import io
import math

import pytest
from PIL import Image

from careleaf.figure.outline import circle, polygon, polyline, rectangle
from careleaf.figure.pixels import LONGEST, png
from careleaf.model.art import Drawing, Path

WHITE, CLEAR = "#ffffff", (255, 255, 255, 0)
RED, BLUE = "#aa0000", "#0000bb"
RGBA = {RED: (0xAA, 0, 0, 255), BLUE: (0, 0, 0xBB, 255)}


def drawn(*paths: Path, height: float = 10.0) -> Image.Image:
    """A drawing 10 units wide, so that a unit is 100 pixels."""
    data = png(Drawing(width=10, height=height, paths=paths), WHITE)
    image = Image.open(io.BytesIO(data))
    assert image.mode == "P"
    return image.convert("RGBA")


def at(image: Image.Image, x: float, y: float) -> tuple[int, ...]:
    """The pixel whose middle is nearest to a place in units."""
    pixel = image.getpixel((int(x * 100), int(y * 100)))
    assert isinstance(pixel, tuple)
    return pixel


def test_the_longer_side_is_the_same_for_every_drawing() -> None:
    assert drawn(height=5).size == (LONGEST, 500)
    assert drawn(height=20).size == (500, LONGEST)


def test_what_is_not_painted_is_clear() -> None:
    image = drawn(Path(commands=rectangle(2, 2, 4, 4), fill=RED))
    assert at(image, 4, 4) == RGBA[RED]
    assert {at(image, *place) for place in ((1, 1), (7, 4), (4, 7))} == {CLEAR}


def test_a_clear_pixel_has_the_colour_of_its_ground() -> None:
    """LibreOffice, shrinking a picture, mixed black from beside a halo into it."""
    data = png(Drawing(width=10, height=10, paths=()), "#e8f4f1")
    image = Image.open(io.BytesIO(data)).convert("RGBA")
    assert image.getcolors() == [(LONGEST * LONGEST, (0xE8, 0xF4, 0xF1, 0))]


def test_edges_lie_where_the_drawing_has_them() -> None:
    image = drawn(Path(commands=rectangle(2, 3, 4, 4), fill=RED))
    row = [image.getpixel((x, 500)) for x in range(LONGEST)]
    solid = [x for x, pixel in enumerate(row) if pixel == RGBA[RED]]
    assert abs(solid[0] - 200) <= 1
    assert abs(solid[-1] - 599) <= 1


def test_a_slanting_edge_is_smooth() -> None:
    image = drawn(Path(commands=polygon(((0, 0), (10, 0), (0, 10))), fill=RED))
    shades = {image.getpixel((x, 500))[3] for x in range(490, 510)}  # type: ignore[index]
    assert len(shades) > 2
    assert shades >= {0, 255}


def test_what_comes_later_lies_on_top() -> None:
    image = drawn(
        Path(commands=rectangle(1, 1, 8, 8), fill=RED),
        Path(commands=circle(5, 5, 2), fill=BLUE),
    )
    assert at(image, 5, 5) == RGBA[BLUE]
    assert at(image, 2, 2) == RGBA[RED]


RING = (*circle(5, 5, 4), *circle(5, 5, 2))
BACKWARDS = (("M", 3.0, 3.0), ("L", 3.0, 7.0), ("L", 7.0, 7.0), ("L", 7.0, 3.0), ("Z",))


@pytest.mark.parametrize(
    ("path", "middle"),
    [
        (Path(commands=RING, fill=RED), RGBA[RED]),
        (Path(commands=RING, fill=RED, even_odd=True), CLEAR),
        (Path(commands=(*rectangle(1, 1, 8, 8), *BACKWARDS), fill=RED), CLEAR),
    ],
    ids=["both outlines go the same way", "even-odd", "the inner one goes the other way"],
)
def test_a_hole_is_a_hole(path: Path, middle: tuple[int, ...]) -> None:
    image = drawn(path)
    assert at(image, 5, 5) == middle
    assert at(image, 5, 1.5) == RGBA[RED]


STAR = polygon(
    [
        (5 + 4.5 * math.sin(turn * math.tau * 2 / 5), 5 - 4.5 * math.cos(turn * math.tau * 2 / 5))
        for turn in range(5)
    ]
)


@pytest.mark.parametrize(("even_odd", "middle"), [(False, RGBA[RED]), (True, CLEAR)])
def test_an_outline_that_crosses_itself(even_odd: bool, middle: tuple[int, ...]) -> None:
    """A bent knee is such an outline: the fold must not become a hole."""
    image = drawn(Path(commands=STAR, fill=RED, even_odd=even_odd))
    assert at(image, 5, 5) == middle
    assert at(image, 5, 2) == RGBA[RED]
    assert at(image, 1, 9) == CLEAR


def test_a_stroke_is_as_wide_as_it_says() -> None:
    line = Path(commands=polyline(((0, 5), (10, 5))), fill=None, stroke=BLUE, stroke_width=2)
    image = drawn(line)
    column = [image.getpixel((500, y)) for y in range(LONGEST)]
    painted = [y for y, pixel in enumerate(column) if pixel == RGBA[BLUE]]
    assert abs(len(painted) - 200) <= 1
    assert abs(painted[0] - 400) <= 1


def test_the_corner_of_a_stroke_is_filled() -> None:
    bent = Path(commands=polyline(((2, 8), (2, 2), (8, 2))), fill=None, stroke=BLUE, stroke_width=2)
    image = drawn(bent)
    assert at(image, 1.1, 1.1) == RGBA[BLUE]
    assert at(image, 4, 4) == CLEAR


def test_an_outline_and_its_fill_have_their_own_colours() -> None:
    image = drawn(Path(commands=circle(5, 5, 3), fill=RED, stroke=BLUE, stroke_width=1))
    assert at(image, 5, 5) == RGBA[RED]
    assert at(image, 2.1, 5) == RGBA[BLUE]


def test_the_same_drawing_gives_the_same_bytes() -> None:
    one = Drawing(width=4, height=3, paths=(Path(commands=circle(2, 1.5, 1), fill=RED),))
    assert png(one, WHITE) == png(one, WHITE)
    assert len(png(one, WHITE)) < 8_000


@pytest.mark.parametrize("count", [126, 127, 128, 200])
def test_many_paints_are_all_drawn(count: int) -> None:
    """Each whole pixel keeps its paint, however many there are."""
    rings = [circle(5, 5, 4.9 - n * 0.0225) for n in range(count)]
    paints = [f"#{n:02x}{255 - n:02x}80" for n in range(count)]
    image = drawn(*(Path(commands=one, fill=two) for one, two in zip(rings, paints, strict=True)))
    seen = {colour for _, colour in image.getcolors(LONGEST * LONGEST) or []}
    assert seen >= {(n, 255 - n, 0x80, 255) for n in range(count)}


def test_more_paints_than_a_palette_has_are_refused_in_words() -> None:
    paths = [Path(commands=rectangle(1, 1, 8, 8), fill=f"#{n:06x}") for n in range(201)]
    with pytest.raises(ValueError, match="201 paints: a picture has 200 at most"):
        drawn(*paths)
