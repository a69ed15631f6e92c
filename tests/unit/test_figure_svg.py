"""Clinic logos: what the small subset of SVG draws, and everything that it turns down."""

from __future__ import annotations

import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careleaf.figure.svg import MAXIMUM_BYTES, DrawingError, parse_svg
from careleaf.model.art import Path


def drawn(inside: str, attributes: str = 'viewBox="0 0 10 10"') -> tuple[Path, ...]:
    source = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'
    return parse_svg(source.encode()).paths


def commands(data: str) -> list[str]:
    (path,) = drawn(f'<path d="{data}"/>')
    return [" ".join([str(c[0]), *(f"{number:g}" for number in c[1:])]) for c in path.commands]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("M1 2L3 4Z", ["M 1 2", "L 3 4", "Z"]),
        ("m1 2 3 4 5 6z", ["M 1 2", "L 4 6", "L 9 12", "Z"]),
        ("M1 1H5V7h-2v-3", ["M 1 1", "L 5 1", "L 5 7", "L 3 7", "L 3 4"]),
        ("M0 0C1 1 2 1 3 0S5-1 6 0", ["M 0 0", "C 1 1 2 1 3 0", "C 4 -1 5 -1 6 0"]),
        ("M0 0S1 1 2 2", ["M 0 0", "C 0 0 1 1 2 2"]),
        ("M0 0Q3 3 6 0", ["M 0 0", "C 2 2 4 2 6 0"]),
        ("M0 0Q3 3 6 0T12 0", ["M 0 0", "C 2 2 4 2 6 0", "C 8 -2 10 -2 12 0"]),
        ("M1 1h4zl2 2", ["M 1 1", "L 5 1", "Z", "M 1 1", "L 3 3"]),
        ("M.5.5-1e1,2", ["M 0.5 0.5", "L -10 2"]),
        ("M1 1A0 5 0 0 1 4 4", ["M 1 1", "L 4 4"]),
        ("M1 1A5 5 0 0 1 1 1", ["M 1 1"]),
    ],
)
def test_path_data(data: str, expected: list[str]) -> None:
    assert commands(data) == expected


@pytest.mark.parametrize("flags", ["0 0", "0 1", "1 0", "1 1"])
def test_an_arc_stays_on_its_circle(flags: str) -> None:
    (path,) = drawn(f'<path d="M8 5A3 3 0 {flags} 5 8"/>')
    centre = (5, 5) if flags in {"0 1", "1 0"} else (8, 8)
    for command in path.commands:
        x, y = (float(number) for number in command[-2:])
        assert math.dist((x, y), centre) == pytest.approx(3, abs=1e-3)
    quarters = 3 if flags.startswith("1") else 1
    assert len(path.commands) == 1 + quarters


def test_arc_flags_may_stand_without_gaps() -> None:
    assert commands("M8 5a3 3 0 01-3 3") == commands("M8 5a3 3 0 0 1 -3 3")


@pytest.mark.parametrize(
    ("shape", "corners"),
    [
        ('<rect x="1" y="2" width="3" height="4"/>', [(1, 2), (4, 2), (4, 6), (1, 6)]),
        ('<polygon points="1,2 3,4 5,0"/>', [(1, 2), (3, 4), (5, 0)]),
        ('<circle cx="5" cy="5" r="2"/>', [(7, 5), (5, 7), (3, 5), (5, 3), (7, 5)]),
        ('<ellipse cx="5" cy="5" rx="2" ry="1"/>', [(7, 5), (5, 6), (3, 5), (5, 4), (7, 5)]),
        (
            '<g transform="translate(1 1)"><path transform="scale(2)" d="M0 0H1V2H0z"/></g>',
            [(1, 1), (3, 1), (3, 5), (1, 5)],
        ),
        (
            '<rect width="1" height="2" transform="matrix(0 1 -1 0 5 0)"/>',
            [(5, 0), (5, 1), (3, 1), (3, 0)],
        ),
        ('<rect width="2" height="1" transform="rotate(90)"/>', [(0, 0), (0, 2), (-1, 2), (-1, 0)]),
    ],
)
def test_shapes_become_outlines(shape: str, corners: list[tuple[float, float]]) -> None:
    (path,) = drawn(shape)
    assert [tuple(command[-2:]) for command in path.commands if len(command) > 1] == corners


def test_rounded_corners_touch_all_four_sides() -> None:
    (path,) = drawn('<rect width="8" height="4" rx="9"/>')
    places = [command[-2:] for command in path.commands if len(command) > 1]
    assert {(4.0, 0.0), (8.0, 2.0), (4.0, 4.0), (0.0, 2.0)} <= set(places)


def test_the_view_box_starts_at_the_origin() -> None:
    source = '<svg viewBox="-5 -5 20 30"><rect x="-5" y="-5" width="1" height="1"/></svg>'
    drawing = parse_svg(source.encode())
    assert (drawing.width, drawing.height) == (20, 30)
    assert drawing.paths[0].commands[0] == ("M", 0, 0)


@pytest.mark.parametrize(
    ("attributes", "fill", "stroke", "width"),
    [
        ("", "#000000", None, 0),
        ('fill="#ABC"', "#aabbcc", None, 0),
        ('fill="currentColor"', "current", None, 0),
        ('style="fill: rgb(1, 2, 3); stroke:#FFFFFF"', "#010203", "#ffffff", 1),
        ('fill="none" stroke="teal" stroke-width="2px"', None, "#008080", 2),
        ('fill="none" stroke="red" transform="scale(3)"', None, "#ff0000", 3),
    ],
)
def test_paint(attributes: str, fill: str | None, stroke: str | None, width: float) -> None:
    (path,) = drawn(f'<path d="M0 0L1 1" {attributes}/>')
    assert (path.fill, path.stroke, path.stroke_width) == (fill, stroke, width)


def test_paint_is_inherited_and_titles_are_not_drawn() -> None:
    inside = (
        '<title>A <b>leaf</b></title><g fill="white" fill-rule="evenodd"><path d="M0 0h1"/></g>'
    )
    (path,) = drawn(inside)
    assert path.fill == "#ffffff"
    assert path.even_odd


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        ("<script>alert(1)</script>", "<script> is not understood"),
        ('<image href="file:///etc/passwd"/>', "<image> is not understood"),
        ('<use href="#a"/>', "<use> is not understood"),
        ("<style>path{fill:red}</style>", "'path' is not a plain class"),
        ("<style>@import url(x.css);</style>", "style sheet: '@import url(x.css);'"),
        ('<style>.a{opacity:.5}</style><path class="a" d="M0 0h1"/>', "'opacity: .5'"),
        ('<defs><path id="a" d="M0 0h1"/></defs><use href="#a"/>', "<use> is not understood"),
        ("<text>Clinic</text>", "<text> is not understood"),
        ("<g>Clinic</g>", "turn words into outlines"),
        ('<path d="M0 0h1" onclick="x()"/>', "'onclick: x()' is not understood"),
        ('<path d="M0 0h1" fill="url(#a)"/>', "is not a plain colour"),
        ('<path d="M0 0h1" opacity="0.5"/>', "'opacity: 0.5' is not understood"),
        ('<path d="M0 0h1" stroke="red" stroke-linecap="round"/>', "'stroke-linecap: round'"),
        (
            '<g stroke-linecap="round"><path d="M0 0h1" stroke="red"/></g>',
            "'stroke-linecap: round'",
        ),
        ('<path d="M0 0h1" clip-path="url(#a)"/>', "'clip-path: url(#a)' is not understood"),
        ('<path d="M0 0h1" transform="skewX(3)"/>', "transform 'skewX(3)' is not understood"),
        ('<path d="M0 0h1" transform="scale(1 2 3)"/>', "transform scale has 3 numbers"),
        ('<path d="L1 1"/>', "path data starts with M"),
        ('<path d="M1 1L2"/>', "'nothing' where 'L' needs a number"),
        ('<path d="M1 1L2 x"/>', "'x' where 'L' needs a number"),
        ('<path d="M1 1z2 2"/>', "where a letter should be"),
        ('<path d="M1e300 1"/>', "too large"),
        ('<rect width="5%" height="1"/>', "width='5%' is not a plain number"),
        ('<polygon points="1 2 3"/>', "points needs pairs"),
        ("<svg/>", "<svg> is not understood here"),
        ("<g>", "broken XML: mismatched tag"),
    ],
)
def test_what_is_not_understood_is_refused(inside: str, message: str) -> None:
    with pytest.raises(DrawingError) as caught:
        drawn(f'\n<path d="M0 0h1"/>\n{inside}')
    assert message in caught.value.message
    assert caught.value.line == 3


INKSCAPE = b"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<svg width="210mm" height="100mm" viewBox="0 0 210 100" version="1.1" id="svg5" xml:space="preserve"
   inkscape:version="1.3.2" sodipodi:docname="logo.svg"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
   xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg">
  <sodipodi:namedview id="n" pagecolor="#ffffff"><inkscape:grid/></sodipodi:namedview>
  <defs id="defs2"><linearGradient id="a"><stop style="stop-color:#000"/></linearGradient></defs>
  <g inkscape:label="Layer 1" inkscape:groupmode="layer" id="layer1" style="display:inline">
    <path id="path1" d="M 0 0 H 90 V 90 Z"
       style="fill:#264a6e;fill-opacity:1;stroke:none;stroke-width:0.264583;stroke-linecap:round;
stroke-linejoin:round;stroke-dasharray:none;paint-order:stroke fill markers;-inkscape-stroke:none;
font-variation-settings:normal;opacity:1;stop-color:#000000" />
  </g>
</svg>"""

ILLUSTRATOR = b"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg version="1.1" id="Layer_1" xmlns="http://www.w3.org/2000/svg" x="0px" y="0px"
  viewBox="0 0 210 100" style="enable-background:new 0 0 210 100;" xml:space="preserve">
<style type="text/css">
    /* two tones */ .st0{fill:#264A6E;}
    .st1,.st2{fill:none;stroke:#23897D;stroke-width:2;stroke-miterlimit:10;}
</style>
<path class="st0" d="M0,0h90v90z"/><path class="st2" d="M0,0h90"/>
</svg>"""


def test_a_logo_as_inkscape_saves_it() -> None:
    logo = parse_svg(INKSCAPE)
    (path,) = logo.paths
    assert (logo.width, logo.height) == (210, 100)
    assert (path.fill, path.stroke) == ("#264a6e", None)


def test_a_logo_as_illustrator_saves_it() -> None:
    first, second = parse_svg(ILLUSTRATOR).paths
    assert (first.fill, first.stroke) == ("#264a6e", None)
    assert (second.fill, second.stroke, second.stroke_width) == (None, "#23897d", 2)


def test_style_wins_over_class_and_class_over_attribute() -> None:
    sheet = "<style>.a{fill:red}.b{fill:lime}</style>"
    (path,) = drawn(f'{sheet}<path class="b a" fill="blue" d="M0 0h1"/>')
    assert path.fill == "#00ff00"
    (path,) = drawn(f'{sheet}<path class="a" style="fill:blue" d="M0 0h1"/>')
    assert path.fill == "#0000ff"


@pytest.mark.parametrize(
    "source",
    [
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"><path d="M0 0h1"/>&a;</svg>',
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x" [<!ENTITY a "b">]><svg/>',
        b'<!DOCTYPE svg SYSTEM "file:///etc/passwd"><svg viewBox="0 0 1 1"/>',
    ],
)
def test_document_types_are_refused_before_they_do_anything(source: bytes) -> None:
    with pytest.raises(DrawingError, match="document type or entity"):
        parse_svg(source)


@pytest.mark.parametrize(
    "source",
    [
        b"",
        b"\x00\xff\xfe",
        b"<svg",
        b"<html/>",
        b'<svg viewBox="0 0 1 1"/>',
        b'<svg><path d="M0 0h1"/></svg>',
        b'<svg viewBox="0 0 0 1"><path d="M0 0h1"/></svg>',
        b'<svg viewBox="0 0 1 1">' + b"<g>" * 10_000,
        b'<svg viewBox="0 0 1 1"><path d="M0 0' + b"h1" * 60_000 + b'"/></svg>',
        b'<svg viewBox="0 0 1 1"><rect width="' + b"1" * 400_000 + b'x"/></svg>',
        b'<svg viewBox="' + b"1" * 400_000 + b'"><path d="M0 0h1"/></svg>',
        b'<svg viewBox="0 0 1 1"><path transform="' + b"scale(1)" * 40_000 + b'x" d="M0 0"/></svg>',
        b" " * (MAXIMUM_BYTES + 1),
    ],
)
def test_hostile_files_end_soon_and_politely(source: bytes) -> None:
    began = time.thread_time()
    with pytest.raises(DrawingError):
        parse_svg(source)
    assert time.thread_time() - began < 2


@given(st.text(alphabet="MmLlHhVvCcSsQqTtAaZz0123456789.,-+e \n", max_size=60))
def test_any_path_data_is_drawn_or_refused(data: str) -> None:
    try:
        for path in drawn(f'<path d="{data}"/>'):
            for letter, *numbers in path.commands:
                assert letter in {"M", "L", "C", "Z"}
                assert all(math.isfinite(float(number)) for number in numbers)
    except DrawingError:
        pass


@pytest.mark.parametrize(("count", "fits"), [(200, True), (201, False)])
def test_more_colours_than_can_be_shown_are_a_mistake(count: int, fits: bool) -> None:
    dots = "".join(f'<path d="M0 0h1v1z" fill="#0000{n:02x}"/>' for n in range(count))
    if fits:
        assert len(drawn(dots)) == count
        return
    with pytest.raises(DrawingError, match="more than 200 different colours"):
        drawn(dots)


def test_a_drawing_too_small_for_its_numbers_is_refused() -> None:
    assert drawn('<circle cx=".1" cy=".1" r=".01"/>', 'viewBox="0 0 .5 .2"')
    with pytest.raises(DrawingError, match="its view box is under half a unit"):
        drawn('<circle cx=".1" cy=".1" r=".01"/>', 'viewBox="0 0 .4 .2"')
