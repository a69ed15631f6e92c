"""Numbers drawn as people and as bars, in all three media, as validators and other programs see
them: the real topic has no series, and no number of a thousand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from tests.tools import browser, decks, leaflets, ooxml, pages, poi, vnu
from tests.tools.topics import FRONT, NEEDED
from tests.tools.verapdf import verdict

RISK = ":::risk\ncount: {count}\nof: {of}\nlabel: people were better\nsource: nice-ng59\n:::\n"
TOPIC = f"""{FRONT}# Numbers {{#numbers}}
## Ten {{#ten}}
{RISK.format(count=7, of=10)}
## A thousand {{#thousand}}
{RISK.format(count=12, of=1000)}
## Two numbers {{#two}}
:::compare With and without walks
{RISK.format(count=20, of=1000)}{RISK.format(count=40, of=1000)}:::
## A series {{#series}}
:::chart Better by week 6
label: People who feel better
of: 100
highlight: Week 6
takeaway: people feel better by week 6
source: nice-ng59
- Week 1: 15
- After the second week & the third: 55
- Week 6: 75
- Week 12: 0

Not better by then? Call us.
:::
{NEEDED}"""


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("numbers") / "deck.pptx"
    path.write_bytes(decks.written(decks.composed(TOPIC)))
    return path


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("numbers") / "page.html"
    path.write_text(pages.drawn_page(TOPIC), encoding="utf-8")
    return path


@pytest.mark.needs("ooxml-validator")
def test_the_open_xml_sdk_finds_no_error(deck: Path) -> None:
    assert ooxml.validate(deck) == []


@pytest.mark.needs("ooxml-validator")
def test_the_workbook_of_a_chart_is_right_as_well(deck: Path, tmp_path: Path) -> None:
    book = tmp_path / "book.xlsx"
    slides: Any = Presentation(str(deck)).slides
    [shape] = [shape for slide in slides for shape in slide.shapes if shape.has_chart]
    book.write_bytes(shape.chart.part.chart_workbook.xlsx_part.blob)
    assert ooxml.validate(book) == []


@pytest.mark.needs("poi")
def test_another_program_opens_the_data_of_a_chart(deck: Path) -> None:
    [slides] = poi.read(deck)
    [words] = [slide.words for slide in slides if "Better by week 6" in slide.title]
    assert (
        "People who feel better, out of 100\n"
        "Week 1\n15\nAfter the second week & the third\n55\nWeek 6\n75\nWeek 12\n0" in words
    )


@pytest.mark.needs("verapdf")
def test_no_rule_of_pdf_ua_fails(tmp_path: Path) -> None:
    assert leaflets.drawn(TOPIC, tmp_path / "leaflet.pdf") == []
    assert [str(rule) for rule in verdict(tmp_path / "leaflet.pdf").failed] == []


@pytest.mark.needs("vnu")
def test_the_html_checker_finds_nothing(page: Path) -> None:
    assert vnu.validate(page) == []


@pytest.mark.needs("axe")
@pytest.mark.parametrize("width", [browser.DESKTOP, browser.PHONE])
def test_axe_finds_no_barrier(page: Path, width: int) -> None:
    assert browser.violations(page, width=width) == []


@pytest.mark.needs("playwright")
@pytest.mark.parametrize("width", [browser.DESKTOP, browser.PHONE])
def test_nothing_sticks_out(page: Path, width: int) -> None:
    seen = browser.view(page, width=width)
    assert (seen.sideways, seen.sticks_out, seen.console) == (0, (), ())
    assert "After the second week & the third" in " ".join(seen.main.split())
