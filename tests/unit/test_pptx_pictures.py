"""Drawings that a deck holds as pictures: an SVG, and a PNG for programs that show none."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from typing import Any, Literal

from msgspec.structs import replace
from PIL import Image as Pixels
from pptx import Presentation
from pptx.oxml.ns import qn

from careleaf.figure.outline import circle, rectangle
from careleaf.model.art import Drawing, Paint, Path
from careleaf.model.deck import Box, Deck, Illustration, Slide
from tests.tools.decks import composed, written
from tests.tools.topics import FRONT, HEADINGS, NEEDED

ALT = "A person walks."
FIGURE = Drawing(
    width=200,
    height=100,
    paths=(
        Path(commands=rectangle(20, 20, 60, 60), fill="current"),
        Path(commands=circle(150, 50, 30), fill="shirt", stroke="ink", stroke_width=2),
    ),
)


def placed(*, ground: Paint = "tint", x: float = 100) -> Illustration:
    return Illustration(
        name="Start", box=Box(x, 120, 400, 200), drawing=FIGURE, ground=ground, alt=ALT
    )


@cache
def plain() -> Deck:
    return composed(FRONT + HEADINGS + "- One.\n- Two.\n" + NEEDED)


def deck(*shown: tuple[Illustration, ...], direction: Literal["ltr", "rtl"] = "ltr") -> bytes:
    """The slides of a small topic, each with these as well."""
    slides = [
        replace(slide, shapes=(*slide.shapes, *shapes))
        for slide, shapes in zip(plain().slides, shown, strict=False)
    ]
    rest: tuple[Slide, ...] = plain().slides[len(slides) :]
    return written(replace(plain(), slides=(*slides, *rest), direction=direction))


def media(file: bytes) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(file))
    return {name: archive.read(name) for name in archive.namelist() if "/media/" in name}


def pictures(file: bytes) -> list[Any]:
    slides = Presentation(io.BytesIO(file)).slides
    return [
        shape for slide in slides for shape in slide.shapes if shape._element.tag == qn("p:pic")
    ]


def test_it_is_an_svg_with_a_png_and_words() -> None:
    file = deck((placed(),))
    (picture,) = pictures(file)
    (described,) = picture._element.iter(qn("p:cNvPr"))
    assert described.get("descr") == ALT
    (blip,) = picture._element.iter(qn("a:blip"))
    (svg,) = (one for one in blip.iter() if one.tag.endswith("}svgBlip"))
    related = picture.part.rels
    assert related[blip.rEmbed].target_part.content_type == "image/png"
    assert related[svg.get(qn("r:embed"))].target_part.content_type == "image/svg+xml"
    assert '.svg" ContentType="image/svg+xml"' in content_types(file)


def content_types(file: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(file)).read("[Content_Types].xml").decode()


def test_both_show_the_ground_and_the_theme() -> None:
    """`current` is the surface beneath, which is what keeps limbs that cross apart."""
    parts = media(deck((placed(ground="tint"),)))
    (svg,) = (data.decode() for name, data in parts.items() if name.endswith(".svg"))
    assert re.findall('fill="(.*?)"', svg) == ["#e8f4f1", "#23897d"]
    (png,) = (data for name, data in parts.items() if name.endswith(".png"))
    image = Pixels.open(io.BytesIO(png)).convert("RGBA")
    assert image.size == (1000, 500)
    assert image.getpixel((250, 250)) == (0xE8, 0xF4, 0xF1, 255)
    assert image.getpixel((750, 250)) == (0x23, 0x89, 0x7D, 255)


def test_the_same_figure_again_is_the_same_parts() -> None:
    file = deck((placed(), placed(x=500)), (placed(),))
    assert len(pictures(file)) == 3
    assert len(media(file)) == 2


def test_on_another_ground_it_is_another_picture() -> None:
    assert len(media(deck((placed(), placed(ground="white"))))) == 4


def test_the_same_deck_gives_the_same_bytes() -> None:
    assert deck((placed(),)) == deck((placed(),))


def test_right_to_left_mirrors_the_place_and_never_the_figure() -> None:
    """The leg that moves stays the leg that moves."""
    left, right = deck((placed(),)), deck((placed(),), direction="rtl")
    (there,), (mirrored,) = pictures(left), pictures(right)
    points = 12700
    assert there.left == 100 * points
    assert mirrored.left == (960 - 100 - 400) * points
    (frame,) = mirrored._element.iter(qn("a:xfrm"))
    assert "flipH" not in frame.attrib
    assert media(left) == media(right)


def test_it_is_drawn_once_whoever_draws() -> None:
    from careleaf.figure.twins import Twins, twins
    from careleaf.theme import default_theme
    from careleaf.write.pptx import write
    from tests.tools.decks import ENGLISH

    asked: list[Drawing] = []

    def watched(drawing: Drawing, ground: str) -> Twins:
        asked.append(drawing)
        return twins(drawing, ground)

    slides = tuple(replace(one, shapes=(*one.shapes, placed())) for one in plain().slides)
    write(replace(plain(), slides=slides), default_theme(), ENGLISH, watched)
    assert len(slides) > 1
    assert len(asked) == 1
