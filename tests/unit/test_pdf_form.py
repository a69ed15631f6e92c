"""Handouts to fill in on a screen: every place for a pen is a field, named and told for itself."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest

from careleaf.text import typeface
from careleaf.theme.fontfiles import body_fonts
from careleaf.write.pdf.options import PLAIN, PdfOptions
from tests.tools import form_fields, pdf_two, tags
from tests.tools.leaflets import SIDEWAYS, composed, placed, written
from tests.tools.topics import FRONT, HEADINGS, NEEDED

FILLABLE = PdfOptions(fillable=True)
EXERCISE = """\
:::exercise bridge
name: Bridge
why: Builds hips
reps: 5
frequency: 2 times a day
stop: Stop if it hurts.
1. Lie down.
2. Lift for ____ breaths.
:::
"""
PLAN = """\
:::plan My plan
scale: How sure am I?
- [ ] I will walk ____ minutes, ____ times a day.
:::
"""
DIARY = ":::diary My week\n- Minutes I walked\n- Worst pain\n:::\n"
QUESTIONS = (
    ":::teach-back\nanswer: Call now.\nWhat do you do if you cannot pee?\n:::\n"
    ":::teach-back\nanswer: Keep moving.\nWhat do you do today?\n:::\n"
)
TICKS = "- [ ] Bring this page.\n- [ ] Bring your ____.\n"
ALL = EXERCISE + PLAN + DIARY + QUESTIONS + TICKS


def topic(section: str) -> str:
    return FRONT + HEADINGS + section + NEEDED


def fields(section: str, path: Path, options: PdfOptions = FILLABLE) -> list[tuple[str, str]]:
    """Name and words of every field, in order. The file must be right in all else."""
    result = written(composed(topic(section)), options)
    assert not result.problems
    path.write_bytes(result.data)
    assert form_fields.faults(path) == []
    assert form_fields.order_faults(path) == []
    assert tags.faults(path) == []
    assert options.ua == 1 or pdf_two.faults(path) == []
    with pikepdf.open(path) as pdf:
        found = form_fields.widgets(pdf)
        assert result.fields == len({one.raw.get("/Parent", one.raw).objgen for one in found})
        return [(one.name, one.says) for one in found]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "form.pdf"


def test_gaps_of_a_plan_are_told_apart(path: Path) -> None:
    assert fields(PLAN.replace("scale: How sure am I?\n", ""), path)[:3] == [
        (
            "section-tick",
            "A section: My plan: I will walk \u2026 minutes, \u2026 times a day. (box to tick)",
        ),
        (
            "section-blank",
            "A section: My plan: I will walk \u2026 minutes, \u2026 times a day. (blank 1 of 2)",
        ),
        (
            "section-blank-2",
            "A section: My plan: I will walk \u2026 minutes, \u2026 times a day. (blank 2 of 2)",
        ),
    ]


def test_a_scale_is_one_question_with_eleven_answers(path: Path) -> None:
    asked = "A section: My plan: How sure am I? From 0, Not sure, to 10, Very sure."
    assert fields(PLAN, path)[-11:] == [
        ("section-scale", f"{asked} Answer: {number}") for number in range(11)
    ]
    with pikepdf.open(path) as pdf:
        question = form_fields.widgets(pdf)[-1].raw.Parent
        assert str(question.TU) == asked
        assert len(question.Kids) == 11


def test_two_plans_of_a_section_are_two_questions(path: Path) -> None:
    """Of which one says what is asked word for word as the other: they differ in their title."""
    found = fields(PLAN + PLAN.replace("My plan", "Next week"), path)
    asked = "How sure am I? From 0, Not sure, to 10, Very sure."
    assert _answers(found) == [
        ("section-scale", f"A section: My plan: {asked} Answer: 10"),
        ("section-scale-2", f"A section: Next week: {asked} Answer: 10"),
    ]
    assert _groups(path) == [11, 11]


def test_two_scales_that_say_the_same_are_told_apart(path: Path) -> None:
    found = fields(PLAN + PLAN, path)
    asked = "A section: My plan: How sure am I? From 0, Not sure, to 10, Very sure."
    assert _answers(found) == [
        ("section-scale", f"{asked} Answer: 10"),
        ("section-scale-2", f"{asked} Answer: 10 (2)"),
    ]
    assert _groups(path) == [11, 11]
    with pikepdf.open(path) as pdf:
        last = form_fields.widgets(pdf)[-1].raw.Parent
        assert str(last.TU) == f"{asked} (2)"


def _answers(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [one for one in found if "Answer: 10" in one[1]]


def _groups(path: Path) -> list[int]:
    """How many answers each question has, all of them different."""
    with pikepdf.open(path) as pdf:
        kids = [form.Kids for form in pdf.Root.AcroForm.Fields if "/Kids" in form]
        states = [{key for kid in some for key in kid.AP.N if key != "/Off"} for some in kids]
        assert [len(some) for some in kids] == [len(some) for some in states]
        return [len(some) for some in kids]


def test_a_day_of_an_exercise_is_told_with_its_exercise(path: Path) -> None:
    found = fields(EXERCISE, path)
    assert found[0] == (
        "exercise-bridge-blank",
        "Exercise 1, Bridge: Lift for \u2026 breaths.",
    )
    assert found[1] == ("exercise-bridge-day-1", "Exercise 1, Bridge: Monday, done")
    assert found[-1] == ("exercise-bridge-day-7", "Exercise 1, Bridge: Sunday, done")
    assert len(found) == 8


def test_a_cell_of_a_diary_is_told_with_row_and_day(path: Path) -> None:
    found = fields(DIARY, path)
    assert len(found) == 14
    assert found[0] == ("section-row-1-day-1", "A section: Minutes I walked, Mon")
    assert found[-1] == ("section-row-2-day-7", "A section: Worst pain, Sun")


def test_questions_and_ticked_lists_have_boxes(path: Path) -> None:
    assert fields(QUESTIONS + TICKS, path) == [
        ("section-question", "A section: What do you do if you cannot pee?"),
        ("section-question-2", "A section: What do you do today?"),
        ("section-tick", "A section: Bring this page. (box to tick)"),
        ("section-tick-2", "A section: Bring your \u2026. (box to tick)"),
        ("section-blank", "A section: Bring your \u2026."),
    ]


def test_no_place_for_a_pen_is_left_without_a_field() -> None:
    """A box to tick is a white panel with a line around it, a line to write on is a rule of its
    own; what stands on paper stands there too, at the same place."""
    leaflet = composed(topic(ALL))
    paper, screen = placed(leaflet), placed(leaflet, fillable=True)
    assert [line for line in screen.splitlines() if " field " not in line] == paper.splitlines()
    boxes = re.findall(r"^  (\S+) panel 14 x 14 white edge ink$", screen, flags=re.M)
    fields = re.findall(r"^  (\S+) field 14 x 14 ", screen, flags=re.M)
    assert boxes == fields
    assert len(boxes) == 7 + 1 + 2 + 2
    assert len(re.findall(r"\[\d+\]", paper)) == screen.count("-blank") == 1 + 2 + 1
    circles = re.findall(r"disc 11 edge line$", screen, flags=re.M)
    assert len(circles) == len(re.findall(r"field 22 x 22 section-scale", screen)) == 11


def test_fields_are_where_their_boxes_are_on_a_page_from_right_to_left(path: Path) -> None:
    leaflet = composed(topic(ALL), spoken=SIDEWAYS)
    screen = placed(leaflet, fillable=True)
    boxes = re.findall(r"^  (\S+) panel 14 x 14 white edge ink$", screen, flags=re.M)
    fields = re.findall(r"^  (\S+) field 14 x 14 ", screen, flags=re.M)
    assert boxes == fields
    assert len(boxes) == 7 + 1 + 2 + 2
    path.write_bytes(written(leaflet, FILLABLE).data)
    assert form_fields.faults(path) == []
    assert form_fields.order_faults(path) == []
    with pikepdf.open(path) as pdf:
        typed = [one for one in form_fields.widgets(pdf) if one.kind == "/Tx"]
        assert {int(one.raw.Q) for one in typed} == {2}
        day = [one.box[0] for one in form_fields.widgets(pdf) if "bridge-day" in one.name]
        assert day == sorted(day, reverse=True)


@pytest.mark.parametrize(
    ("code", "words", "font"),
    [
        ("en", "blank", "SourceSans3-Regular"),
        ("es", "d\u00eda, a\u00f1o", "SourceSans3-Regular"),
        ("vi", "\u0111\u1ec3 \u0111i\u1ec1n", "SourceSans3-Regular"),
        ("ar", "\u0641\u0631\u0627\u063a", "NotoNaskhArabic-Regular"),
        ("zh-Hans", "\u586b\u5199", "NotoSansSC-Regular"),
    ],
)
def test_the_font_to_type_in_has_the_letters_of_the_page(code: str, words: str, font: str) -> None:
    face = typeface(body_fonts(code)).typed(words)
    assert face.name == font
    assert all(face.covers(one) for one in words if one.isalpha())


@pytest.mark.parametrize("ua", [1, 2])
def test_everything_at_once_is_right_in_both_parts_of_the_standard(ua: int, path: Path) -> None:
    options = PdfOptions(ua=ua, fillable=True)  # type: ignore[arg-type]
    assert len(fields(ALL, path, options)) == 8 + 3 + 11 + 14 + 2 + 3


def test_what_is_asked_twice_has_other_names_and_words(path: Path) -> None:
    found = fields(QUESTIONS + QUESTIONS, path)
    assert found[2:] == [
        ("section-question-3", "A section: What do you do if you cannot pee? (2)"),
        ("section-question-4", "A section: What do you do today? (2)"),
    ]


def test_ticks_need_no_font(path: Path) -> None:
    fields(TICKS.splitlines()[0] + "\n", path)
    with pikepdf.open(path) as pdf:
        assert "/DR" not in pdf.Root.AcroForm


def test_paper_alone_has_no_form(path: Path) -> None:
    path.write_bytes(written(composed(topic(ALL)), PLAIN).data)
    with pikepdf.open(path) as pdf:
        assert "/AcroForm" not in pdf.Root
        assert form_fields.widgets(pdf) == []


def test_a_form_without_fields_is_none(path: Path) -> None:
    result = written(composed(topic("Text.\n")), FILLABLE)
    assert result.fields == 0
    path.write_bytes(result.data)
    with pikepdf.open(path) as pdf:
        assert "/AcroForm" not in pdf.Root
    assert result.data == written(composed(topic("Text.\n")), PLAIN).data


def test_another_process_of_laying_out_gives_the_same_names(path: Path) -> None:
    assert fields(ALL, path) == fields(ALL, path)
