"""Icon arrays and meters: the right number of people, filled in reading order, none overlapping."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image, ImageChops, ImageStat

from careleaf.figure.array import ArrayError, draw_array, icon_array
from careleaf.figure.meter import sureness_meter
from careleaf.figure.outline import Commands, placed
from careleaf.figure.person import (
    HEIGHT,
    OUTLINE,
    SMALL,
    WIDTH,
    filled_person,
    outlined_person,
)
from careleaf.figure.pixels import png
from careleaf.model.art import Drawing, Path


@pytest.mark.parametrize(
    ("count", "of", "columns", "rows"), [(8, 10, 5, 2), (5, 100, 20, 5), (37, 1000, 50, 20)]
)
def test_people_fill_rows_from_the_top(count: int, of: int, columns: int, rows: int) -> None:
    array = icon_array(count, of)
    assert [one.filled for one in array.people] == [True] * count + [False] * (of - count)
    assert len({one.x for one in array.people}) == columns
    assert len({one.y for one in array.people}) == rows
    assert list(array.people) == sorted(array.people, key=lambda one: (one.y, one.x))


@pytest.mark.parametrize("of", [10, 100, 1000])
def test_people_fit_the_slide_and_do_not_touch(of: int) -> None:
    array = icon_array(0, of)
    assert array.width <= 494
    assert array.height <= 384
    across = sorted({one.x for one in array.people})
    assert all(b - a >= array.person_width for a, b in pairwise(across))
    down = sorted({one.y for one in array.people})
    assert all(b - a >= array.person_height for a, b in pairwise(down))


@pytest.mark.parametrize("of", [10, 100, 1000])
def test_tight_rows_are_closer_and_do_not_touch(of: int) -> None:
    array = icon_array(0, of, tight=True)
    down = sorted({one.y for one in array.people})
    assert all(b - a >= array.person_height for a, b in pairwise(down))
    assert array.height / array.width <= icon_array(0, of).height / icon_array(0, of).width


def test_a_thousand_stand_in_blocks_of_a_hundred() -> None:
    people = icon_array(0, 1000).people
    steps = {round(b.y - a.y, 4) for a, b in pairwise(people[::50])}
    assert steps == {18.5, 26.5}
    assert people[500].y - people[450].y == 26.5


def test_boxes_are_those_of_the_design() -> None:
    people = icon_array(5, 100).people
    assert (people[1].x, people[10].x, people[20].y) == (23.6, 250.0, 82.0)


@pytest.mark.parametrize(("count", "paths"), [(0, 1), (5, 2), (10, 1)])
def test_a_crowd_is_at_most_two_paths(count: int, paths: int) -> None:
    drawing = draw_array(icon_array(count, 10))
    assert len(drawing.paths) == paths
    assert sum(len(path.commands) for path in drawing.paths) == 10 * len(OUTLINE)


def _points(commands: Commands) -> int:
    return sum(len(command) // 2 for command in commands)


def test_small_people_have_fewer_points_each() -> None:
    for of in (100, 1000):
        (path,) = draw_array(icon_array(of, of)).paths
        assert len(path.commands) == of * len(SMALL)
    assert _points(SMALL) < 0.7 * _points(OUTLINE)


def _dark(outline: Commands) -> Image.Image:
    """How much of each point one person covers, far larger than in a hundred."""
    path = Path(commands=placed(outline, 0, 0, 0.6), fill="#000000")
    drawn = png(Drawing(width=0.6 * WIDTH, height=0.6 * HEIGHT, paths=(path,)), "#ffffff")
    return Image.open(BytesIO(drawn)).convert("RGBA").getchannel("A")


def test_nobody_sees_the_points_that_small_people_lack() -> None:
    small, whole = _dark(SMALL), _dark(OUTLINE)
    assert ImageStat.Stat(whole).mean[0] > 60  # a person was drawn
    assert ImageStat.Stat(ImageChops.difference(small, whole)).mean[0] < 0.6
    assert small.getbbox() == whole.getbbox()


@pytest.mark.parametrize(("count", "of"), [(1, 7), (11, 10), (-1, 100)])
def test_other_numbers_are_refused(count: int, of: int) -> None:
    with pytest.raises(ArrayError):
        icon_array(count, of)


def test_filled_and_outlined_people_have_one_shape() -> None:
    (filled,), (outlined,) = filled_person().paths, outlined_person().paths
    assert filled.commands == outlined.commands
    assert (filled.stroke, outlined.stroke) == (None, "current")


@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_meter_fills_as_many_boxes(level: int) -> None:
    fills = [path.fill for path in sureness_meter(level).paths]
    assert fills == ["navy"] * level + ["white"] * (3 - level)


def test_a_meter_of_four_is_refused() -> None:
    with pytest.raises(ValueError, match="1 to 3"):
        sureness_meter(4)
