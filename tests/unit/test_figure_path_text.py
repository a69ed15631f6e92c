"""SVG path data: short, and read back as the same outline."""

from __future__ import annotations

import pytest

from careleaf.figure.outline import Commands, circle, polygon
from careleaf.figure.path_data import parse_path
from careleaf.figure.path_text import path_data, units_of
from careleaf.figure.pose import names, pose
from careleaf.figure.svg import parse_svg
from careleaf.figure.svg_file import svg_file
from careleaf.model.art import Drawing, Path
from careleaf.theme.icons import icon, icon_names


def rounded(commands: Commands) -> list[object]:
    """The commands as flat numbers, to a hundredth."""
    return [
        part if isinstance(part, str) else round(part, 2)
        for command in commands
        for part in command
    ]


def assert_same(commands: Commands) -> None:
    read = parse_path(path_data(commands))
    assert rounded(read) == pytest.approx(rounded(commands), abs=0.011)


@pytest.mark.parametrize("name", names())
def test_a_figure_is_read_back(name: str) -> None:
    for frame in pose(name).frames:
        for path in frame.paths:
            assert_same(path.commands)


def test_every_icon_is_read_back() -> None:
    for name in icon_names():
        for path in icon(name).paths:
            assert_same(path.commands)


@pytest.mark.parametrize(
    ("commands", "data"),
    [
        ((("M", 1, 2), ("L", 3, 4), ("L", 5.5, 2)), "m1 2 2 2 2.5-2"),
        ((("M", 0.5, -0.25), ("L", 0, 0)), "m.5-.25-.5 .25"),
        (polygon(((1, 1), (2, 1), (2, 2))), "m1 1 1 0 0 1z"),
        (
            (*polygon(((1, 1), (2, 1), (2, 2))), *polygon(((3, 1), (4, 1), (4, 2)))),
            "m1 1 1 0 0 1zm2 0 1 0 0 1z",
        ),
    ],
)
def test_it_is_short(commands: Commands, data: str) -> None:
    assert path_data(commands) == data


def test_rounding_does_not_add_up() -> None:
    far = (("M", 0.0, 0.0), *((("L", 0.004 * n, 0.0)) for n in range(1, 1001)))
    *_, last = parse_path(path_data(far))
    assert last[1] == pytest.approx(4.0, abs=0.01)


@pytest.mark.parametrize("side", [0.6, 1, 9, 24, 700])
def test_a_small_part_of_a_small_drawing_stays(side: float) -> None:
    """A dot of a hundredth of the drawing, whatever its units are."""
    dot = circle(side / 2, side / 2, side / 200)
    read = parse_path(path_data(dot, units_of(side, side / 3)))
    flat = [
        (float(b) - float(a)) / side
        for one, other in zip(dot, read, strict=True)
        for a, b in zip(one[1:], other[1:], strict=True)
    ]
    assert len(flat) == 26
    assert max(map(abs, flat)) < 0.0003
    drawing = Drawing(width=side, height=side / 3, paths=(Path(commands=dot, fill="#aa0000"),))
    (again,) = parse_svg(svg_file(drawing)).paths
    xs = [float(number) for command in again.commands for number in command[1::2]]
    assert max(xs) - min(xs) == pytest.approx(side / 100, rel=0.1)


def test_a_circle_keeps_its_curves() -> None:
    assert path_data(circle(5, 5, 2)).count("c") == 1
    assert len(parse_path(path_data(circle(5, 5, 2)))) == 6
