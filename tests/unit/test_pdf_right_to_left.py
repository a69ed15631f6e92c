"""Where marks come to lie on a page that is read from the right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from careleaf.model.art import Drawing
from careleaf.model.art import Path as Outline
from careleaf.text import TextRun, typeface
from careleaf.theme import default_theme
from careleaf.theme.fontfiles import BODY
from careleaf.write.pdf.canvas import TaggedCanvas
from careleaf.write.pdf.marks import ArtMark, Group, Ink, Mark, Panel, Rule, TextLine
from careleaf.write.pdf.paint import Painter, reading_side
from tests.tools import words
from tests.tools.leaflets import SIDEWAYS, composed, written
from tests.tools.topics import FRONT, HEADINGS, NEEDED

WIDTH = 500.0
BOX = Panel(x=20, y=0, width=100, height=10, fill="navy")
ARROW = Drawing(
    width=10,
    height=10,
    paths=(Outline(commands=(("M", 0.0, 0.0), ("L", 10.0, 5.0), ("Z",)), fill="current"),),
)


def painted(*marks: Mark, rtl: bool = True) -> str:
    """The operators of a page 500 points wide."""
    canvas = TaggedCanvas((WIDTH, 300.0))
    side = reading_side("rtl" if rtl else "ltr", WIDTH)
    painter = Painter(canvas, default_theme(), 300.0, side)
    painter.draw(marks, 30, 0, artifact=True)
    return "\n".join(canvas._code)


def left(operators: str) -> float:
    """Where the rectangle painted begins."""
    [found] = re.findall(r"([\d.]+) [\d.]+ [\d.]+ [\d.]+ re", operators)
    return float(found)


def test_a_box_is_as_far_from_the_right_as_it_would_be_from_the_left() -> None:
    assert left(painted(BOX, rtl=False)) == 50
    assert left(painted(BOX)) == WIDTH - 50 - 100


def test_boxes_inside_boxes_are_too() -> None:
    assert left(painted(Group(40, 0, (BOX,)))) == WIDTH - 90 - 100


def test_a_turned_group_begins_at_its_other_side() -> None:
    """As for a column of English in an Arabic page, or the other way round."""
    column = Group(40, 0, (BOX,), turned=200)
    assert left(painted(column)) == WIDTH - 30 - 40 - 200 + 20
    assert left(painted(column, rtl=False)) == 30 + 40 + 200 - 20 - 100
    twice = Group(40, 0, (Group(0, 0, (BOX,), turned=200),), turned=200)
    assert left(painted(twice, rtl=False)) == left(painted(Group(40, 0, (BOX,)), rtl=False))


def test_a_rule_runs_the_other_way() -> None:
    operators = painted(Rule(0, 10, 440, 10, "hair", 1))
    assert "470.00 290.00 m 30.00 290.00 l" in operators


@pytest.mark.parametrize(("points", "across"), [(False, "1.00000"), (True, "-1.00000")])
def test_only_what_shows_the_way_is_mirrored(points: bool, across: str) -> None:
    mark = ArtMark(x=0, y=0, width=10, height=10, art=ARROW, points=points)
    [matrix] = re.findall(r"q (\S+) 0 0 -1.00000 (\S+) \S+ cm", painted(mark))
    assert matrix == (across, "470.00" if points else "460.00")
    [ltr] = re.findall(r"q (\S+) 0 0 -1.00000 (\S+) \S+ cm", painted(mark, rtl=False))
    assert ltr == ("1.00000", "30.00")


def test_words_are_painted_in_reading_order_each_in_its_place() -> None:
    """The line ends at the right margin, and its first word is shown first."""
    run = TextRun(text="ألم one", size=10, mark=Ink("ink", None))
    [line] = typeface(BODY).measured([run], base="rtl").wrap(400)
    operators = painted(TextLine(0, 10, line))
    first, *moves = (float(x) for x in re.findall(r"([\d.-]+) (?:290.00 Tm|0 Td)", operators))
    assert first + line.pieces[0].width == pytest.approx(WIDTH - 30, abs=0.02)
    assert len(moves) == 2
    assert max(moves) < 0


def test_telephone_numbers_and_doses_come_out_as_written(tmp_path: Path) -> None:
    text = "اتصل على 555-0142 الآن، وخذ 400 mg من 5 إلى 10 أيام."
    path = tmp_path / "leaflet.pdf"
    path.write_bytes(written(composed(FRONT + HEADINGS + text + NEEDED, spoken=SIDEWAYS)).data)
    found = " ".join(words.by_pdfium(path).split())
    assert "اتصل على 555-0142 الآن" in found
    assert "من 5 إلى 10 أيام" in found
