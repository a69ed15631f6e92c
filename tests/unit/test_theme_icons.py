"""The icons: every one draws, in one colour, inside its box, and says where it comes from."""

from __future__ import annotations

from importlib.resources import files

import pytest

from careleaf.theme.icons import SIDE, UnknownIconError, icon, icon_names
from tests.tools.topics import FRONT, HEADINGS, NEEDED, read

FOLDER = files("careleaf.theme.icons")
SETS = ("healthicons", "phosphor", "tabler")
OF_THE_DESIGN = (
    "ambulance arrow-right bladder book calendar cancer clock cross fall fever heat info joint leg "
    "map-pin medicine nerve night numb pencil person phone question sleep speech stop tick walk "
    "warning weight"
)


@pytest.mark.parametrize("name", icon_names())
def test_an_icon_draws_in_one_colour_inside_its_box(name: str) -> None:
    drawing = icon(name)
    assert (drawing.width, drawing.height) == (SIDE, SIDE)
    assert drawing.paths
    for path in drawing.paths:
        assert (path.fill, path.stroke) == ("current", None)
        assert path.commands[0][0] == "M"
        for letter, *numbers in path.commands:
            assert len(numbers) == {"M": 2, "L": 2, "C": 6, "Z": 0}[str(letter)]
            assert all(-1 <= float(number) <= SIDE + 1 for number in numbers)


def test_the_icons_of_the_design_are_there() -> None:
    assert set(OF_THE_DESIGN.split()) <= set(icon_names())


def test_no_name_is_in_two_sets() -> None:
    texts = [(FOLDER / f"{name}.txt").read_text("utf-8") for name in (*SETS, "careleaf")]
    assert sum(text.count("\nicon ") for text in texts) == len(icon_names())


@pytest.mark.parametrize("name", SETS)
def test_a_bundled_set_says_where_each_icon_is_from_under_which_licence(name: str) -> None:
    text = (FOLDER / f"{name}.txt").read_text("utf-8")
    titles = [line for line in text.split("\n") if line.startswith("icon ")]
    assert titles
    assert all(title.split(" ")[2] == "from" and title.endswith(".svg") for title in titles)
    assert (FOLDER / f"{name}-LICENSE.txt").read_text("utf-8").startswith("MIT License")


def test_no_set_is_there_without_its_licence() -> None:
    """What is not ours stands under MIT, and its licence lies beside it and goes into the wheel."""
    here = {path.name.removesuffix(".txt") for path in FOLDER.iterdir() if path.name[-4:] == ".txt"}
    licences = {name.removesuffix("-LICENSE") for name in here if name.endswith("-LICENSE")}
    assert licences == set(SETS)
    assert here - {f"{name}-LICENSE" for name in SETS} == {*SETS, "careleaf"}


@pytest.mark.parametrize("name", icon_names())
def test_an_author_can_use_every_icon(name: str) -> None:
    """The guide lists them all; none is carried that nobody could ask for."""
    topic, problems, _ = read(FRONT + HEADINGS + f"- :{name}: **One.** Word.\n- Two.\n" + NEEDED)
    assert problems == []
    assert topic is not None


def test_an_unknown_icon_is_refused_with_a_nearest_name() -> None:
    with pytest.raises(UnknownIconError, match="did you mean 'walk'"):
        icon("walks")
