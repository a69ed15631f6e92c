"""The codes to scan, in what a reader sees: each leads to the clinic's page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from careleaf.read import read_library
from tests.conftest import Built
from tests.tools import browser, scanner
from tests.tools.outside import CHECKOUT


@pytest.fixture(scope="module")
def web() -> str:
    """The address of the example clinic, as its file says."""
    library, _, _, _ = read_library(CHECKOUT / "content", "en")
    return library.clinics["example"].web


@pytest.mark.needs("libreoffice")
def test_a_scanner_reads_the_code_on_the_slide(drawn_deck: Path, web: str) -> None:
    assert [*scanner.in_pdf(drawn_deck).values()] == [[web]]


def test_a_scanner_reads_the_code_on_paper(built: Built, web: str) -> None:
    assert [*scanner.in_pdf(built.leaflet).values()] == [[web]]


@pytest.mark.needs("playwright")
@pytest.mark.parametrize("width", [browser.DESKTOP, browser.PHONE])
def test_a_scanner_reads_the_code_on_the_page(
    built: Built, width: int, web: str, tmp_path: Path
) -> None:
    picture = tmp_path / "page.png"
    browser.view(built.page, width=width, screenshot=picture)
    assert scanner.texts(Image.open(picture)) == [web]


@pytest.mark.needs("playwright")
def test_a_scanner_reads_the_code_on_the_printed_page(
    built: Built, web: str, tmp_path: Path
) -> None:
    on_paper = browser.printed(built.page, tmp_path / "page.pdf")
    assert [*scanner.in_pdf(on_paper).values()] == [[web]]


def test_the_code_on_the_slide_is_one_native_shape(built: Built) -> None:
    slides: Any = Presentation(str(built.deck)).slides
    codes = [
        shape
        for slide in slides
        for shape in slide.shapes
        if described(shape).startswith("A square to scan")
    ]
    assert [shape.shape_type for shape in codes] == [MSO_SHAPE_TYPE.FREEFORM]


def described(shape: Any) -> str:
    return str(shape._element.xpath("string(./*/p:cNvPr/@descr)"))
