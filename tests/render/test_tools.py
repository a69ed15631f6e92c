"""The outside tools can fail: each reports a file that was broken on purpose, and passes its twin.

A checker that never complains proves nothing about the real topic.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Pt
from reportlab.pdfgen.canvas import Canvas

from tests.tools import (
    browser,
    deck_lint,
    ink,
    office,
    ooxml,
    overflow,
    poi,
    seen,
    verapdf,
    vnu,
    words,
)

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Walk</title>
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
</head><body><main><h1>Walk a little</h1>{body}</main></body></html>
"""


def page(folder: Path, body: str = "<p>Walk each day.</p>") -> Path:
    path = folder / "page.html"
    path.write_text(PAGE.format(body=body), encoding="utf-8")
    return path


def deck(folder: Path, change: Callable[[Any], None] = lambda slide: None) -> Path:
    """One slide with a title and a box of text, changed as the case asks."""
    presentation: Any = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[5])
    slide.shapes.title.text_frame.text = "Walk a little"
    box = slide.shapes.add_textbox(Pt(48), Pt(200), Pt(420), Pt(60))
    box.text_frame.word_wrap = True
    box.text_frame.text = "Walk each day."
    box.text_frame.paragraphs[0].font.size = Pt(20)
    change(slide)
    path = folder / "deck.pptx"
    presentation.save(str(path))
    return path


def fill(text: str) -> Callable[[Any], None]:
    def change(slide: Any) -> None:
        slide.shapes[1].text_frame.text = text

    return change


def shrink(slide: Any) -> None:
    slide.shapes[1].text_frame.paragraphs[0].runs[0].font.size = Pt(14)


def add_table(slide: Any) -> None:
    """A table with a cell that needs more height than its row has."""
    frame = slide.shapes.add_table(2, 2, Pt(48), Pt(300), Pt(300), Pt(40))
    frame.table.cell(1, 1).text = "As much as you can do without more pain the next day"


def add_group(slide: Any) -> None:
    """A group at half size: its text box is half as wide on the slide as it says of itself."""
    group = slide.shapes.add_group_shape()
    box = group.shapes.add_textbox(Pt(100), Pt(300), Pt(300), Pt(60))
    box.text_frame.text = "Walk as far as you can"
    group.width //= 2
    group.height //= 2


def pdf(folder: Path, *lines: str) -> Path:
    path = folder / "page.pdf"
    canvas = Canvas(str(path), invariant=True)
    for number, line in enumerate(lines):
        canvas.drawString(72, 700 - 20 * number, line)
    canvas.save()
    return path


def overflow_of(path: Path) -> overflow.Report:
    return overflow.check(path, office.to_pdf(path, path.parent))


@pytest.mark.needs("libreoffice")
def test_text_in_its_box_is_no_overflow(tmp_path: Path) -> None:
    report = overflow_of(deck(tmp_path))
    assert report == overflow.Report(words=6, matched=6, faults=())


@pytest.mark.needs("libreoffice")
@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (fill("Walk each day, and rest when you must. " * 6), "'must.' leaves its box by"),
        (fill("Walkingeachdaymakesyourbackandhipsstrongerthanbefore"), "is broken over two lines"),
        (add_table, "'Table 3, row 2': 'day' leaves its box by"),
        (add_group, "'can' leaves its box by"),
        (shrink, "'day.' is drawn at 14.0 pt, less than 20 pt"),
    ],
    ids=["too long", "a word too wide", "a cell too low", "a group scaled down", "too small"],
)
def test_overflow_is_found(tmp_path: Path, change: Callable[[Any], None], fault: str) -> None:
    report = overflow_of(deck(tmp_path, change))
    assert report.matched == report.words
    assert any(fault in line for line in report.faults), report.faults


@pytest.mark.needs("libreoffice")
def test_text_that_is_not_drawn_is_found(tmp_path: Path) -> None:
    drawn = office.to_pdf(deck(tmp_path), tmp_path)
    report = overflow.check(deck(tmp_path, fill("Swim twice.")), drawn)
    assert report.matched < report.words
    assert "slide 1: 'TextBox 2': 'Swim' is not drawn" in report.faults


def test_the_lint_sees_what_schemas_allow(tmp_path: Path) -> None:
    def spoil(slide: Any) -> None:
        slide.shapes.title._element.nvSpPr.cNvPr.set("id", "3")
        shrink(slide)
        group = slide.shapes.add_group_shape()
        group.shapes.add_shape(MSO_SHAPE.OVAL, Pt(10), Pt(10), Pt(20), Pt(20)).name = "Blob"
        run = slide.shapes[1].text_frame.paragraphs[0].runs[0]
        run.hyperlink.address = "https://a.example"
        slide.shapes.add_table(2, 2, Pt(48), Pt(300), Pt(300), Pt(40)).table.first_row = False

    findings = "\n".join(deck_lint.lint(deck(tmp_path, spoil)))
    for expected in (
        "no document language",
        "shape id 3 used 2 times",
        "14 pt is less than 20 pt: 'Walk each day.'",
        "no language: 'Walk each day.'",
        "table without a header row",
        "no alt text: 'Table ",
        "neither words, alt text nor decoration: 'Blob'",
        "no speaker notes",
        "a link in the theme's colour: 'Walk each day.'",
        "sections do not hold each slide once, in order",
    ):
        assert expected in findings


@pytest.mark.needs("ooxml-validator")
def test_a_file_that_breaks_the_schema_is_found(tmp_path: Path) -> None:
    def spoil(slide: Any) -> None:
        slide.shapes[1].text_frame.paragraphs[0].runs[0]._r.get_or_add_rPr().set("sz", "-4")

    assert ooxml.validate(deck(tmp_path)) == []
    errors = ooxml.validate(deck(tmp_path, spoil))
    assert len(errors) == 1
    assert errors[0].startswith("Schema: /ppt/slides/slide1.xml /p:sld[1]")


@pytest.mark.needs("poppler")
def test_words_that_cannot_be_read_are_seen(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    canvas = Canvas(str(path), invariant=True)
    for place, (word, grey) in enumerate({"Walk": 0.4, "each": 0.5, "day": 1.0}.items()):
        canvas.setFillGray(0.1 if word == "day" else 0.95)
        canvas.rect(60, 690 - 40 * place, 100, 30, stroke=0, fill=1)
        canvas.setFillGray(grey)
        canvas.drawString(72, 700 - 40 * place, word)
    canvas.save()
    assert seen.faint(path) == ["page 1: 'each' stands out 3.5 to 1"]


@pytest.mark.needs("poi")
def test_another_program_reads_decks_of_any_maker(tmp_path: Path) -> None:
    def speak(slide: Any) -> None:
        slide.notes_slide.notes_text_frame.text = "Stand up.\nSay it again."

    def untitle(slide: Any) -> None:
        slide.shapes.title.text_frame.text = ""

    (tmp_path / "other").mkdir()
    spoken, silent = deck(tmp_path, speak), deck(tmp_path / "other", untitle)
    assert poi.read(spoken, silent) == [
        [
            poi.ReadSlide(
                title="Walk a little",
                notes="Stand up.\nSay it again.",
                words="Walk a little\nWalk each day.",
            )
        ],
        [poi.ReadSlide(title="", notes="", words="\nWalk each day.")],
    ]


@pytest.mark.needs("poi")
def test_a_file_that_is_no_deck_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "not.pptx"
    path.write_text("Walk each day.")
    with pytest.raises(RuntimeError, match="NotOfficeXmlFile"):
        poi.read(path)


@pytest.mark.needs("verapdf")
def test_an_untagged_pdf_is_found(tmp_path: Path) -> None:
    verdict = verapdf.verdict(pdf(tmp_path, "Walk each day."))
    assert len(verdict.failed) == 7
    assert verdict.passed_rules == 99
    assert any("StructTreeRoot" in rule.description for rule in verdict.failed)


@pytest.mark.needs("verapdf")
def test_a_file_that_is_no_pdf_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "not.pdf"
    path.write_text("Walk each day.")
    with pytest.raises(RuntimeError, match=r"verapdf|veraPDF|java"):
        verapdf.validate(path)


@pytest.mark.needs("poppler")
def test_lost_words_and_numbers_are_found(tmp_path: Path) -> None:
    path = pdf(tmp_path, "Walk 5 to 10 minutes", "twice a day.")
    for text in (words.by_poppler(path), words.by_pdfium(path)):
        assert words.numbers(text) == ["5", "10"]
        assert (
            words.missing(words.tokens("walk 5 to 10 minutes twice a day"), words.tokens(text))
            == []
        )
        assert words.missing(["walk", "510", "minutes"], words.tokens(text)) == ["510"]


@pytest.mark.needs("vnu")
def test_bad_html_is_found(tmp_path: Path) -> None:
    assert vnu.validate(page(tmp_path)) == []
    assert "“alt” attribute" in vnu.validate(page(tmp_path, '<img src="walk.png">'))[0]


@pytest.mark.needs("axe")
def test_a_barrier_is_found(tmp_path: Path) -> None:
    assert browser.violations(page(tmp_path)) == []
    found = browser.violations(page(tmp_path, '<p style="color:#ccc">Walk each day.</p>'))
    assert [violation.rule for violation in found] == ["color-contrast"]


@pytest.mark.needs("playwright")
def test_a_page_that_is_not_self_contained_is_found(tmp_path: Path) -> None:
    seen = browser.view(
        page(tmp_path, '<img alt="" src="walk.png"><p style="width:40em">Wide</p>'), width=320
    )
    assert seen.requests[0].endswith("walk.png")
    assert "Content Security Policy" in seen.console[0]
    assert seen.sideways > 0
    assert seen.sticks_out == ('<p style="width:40em">Wide</p>',)


@pytest.mark.needs("playwright")
def test_what_only_a_script_shows_is_missing_without_one(tmp_path: Path) -> None:
    path = page(tmp_path, "<noscript>Plain.</noscript>")
    assert "Plain." in browser.view(path, javascript=False).main
    assert "Plain." not in browser.view(path).main


def test_a_nearly_empty_page_is_found() -> None:
    empty, full = (Image.new("RGB", (300, 400), "white") for _ in range(2))
    ImageDraw.Draw(empty).rectangle((30, 40, 200, 60), fill="black")
    ImageDraw.Draw(full).rectangle((30, 40, 200, 380), fill="#e8f4f1")
    assert ink.used_height(empty) < 0.1
    assert ink.used_height(full) > 0.95
