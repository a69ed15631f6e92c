"""The real topic's handout filled in, by PDFium as a person at a screen does and with values alone,
which poppler then draws: what is typed and ticked is there to see and to read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image, ImageStat

from tests.conftest import leaflet_of
from tests.tools import form_fields, words
from tests.tools.form_fields import Widget
from tests.tools.outside import path_of, run

TYPED = "12 min"
SCALE = 2.0
"""Pixels a point."""
INKED = 2.0
"""Of 255: how much darker a box is that holds a tick, a ring or two letters, at the least."""


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handout, not filled in."""
    return leaflet_of(tmp_path_factory.mktemp("form"), "--fillable")


@pytest.fixture(scope="module")
def widgets(empty: Path) -> Iterator[list[Widget]]:
    """All its fields."""
    with pikepdf.open(empty) as pdf:
        yield form_fields.widgets(pdf)


def test_the_file_says_what_it_is(empty: Path, widgets: list[Widget]) -> None:
    assert empty.name == "low-back-and-hip-pain-en-fillable.pdf"
    kinds = {one.kind for one in widgets}
    assert kinds == {"/Tx", "/Btn"}
    assert form_fields.faults(empty) == []
    assert form_fields.order_faults(empty) == []


def test_pdfium_types_and_ticks(empty: Path, widgets: list[Widget], tmp_path: Path) -> None:
    filled = tmp_path / "filled.pdf"
    document = pypdfium2.PdfDocument(empty)
    try:
        document.init_forms()
        for one in widgets:
            _click_and_type(document, one)
        before, after = _by_pdfium(empty), [_page(page) for page in document]
        document.save(filled)
    finally:
        document.close()
    # Of the answers to one question the last that was chosen is on.
    answers = [one for one in widgets if "/Parent" in one.raw]
    _all_inked([one for one in widgets if one not in answers[:-1]], before, after)
    with pikepdf.open(filled) as pdf:
        for one in form_fields.widgets(pdf):
            if one.kind == "/Tx":
                assert str(one.raw.V) == TYPED
                _drawn_with_our_font(one)
            elif "/Parent" not in one.raw:
                assert str(one.raw.AS) == one.on


def _click_and_type(document: pypdfium2.PdfDocument, one: Widget) -> None:
    """What a person does with mouse and keyboard."""
    page = document[one.page]
    form = document.formenv.raw
    left, bottom, right, top = one.box
    at = (form, page.raw, 0, (left + right) / 2, (bottom + top) / 2)
    pdfium.FORM_OnAfterLoadPage(page.raw, form)
    pdfium.FORM_OnMouseMove(*at)
    pdfium.FORM_OnLButtonDown(*at)
    pdfium.FORM_OnLButtonUp(*at)
    if one.kind == "/Tx":
        for letter in TYPED:
            pdfium.FORM_OnChar(form, page.raw, ord(letter), 0)
    pdfium.FORM_ForceToKillFocus(form)


def _drawn_with_our_font(one: Widget) -> None:
    """The look that PDFium made of what was typed uses the font that came with the file."""
    look = one.raw.AP.N
    assert b"/Typed" in look.read_bytes()
    assert "/FontFile2" in look.Resources.Font.Typed.DescendantFonts[0].FontDescriptor


def _by_pdfium(path: Path) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(path)
    try:
        document.init_forms()
        return [_page(page) for page in document]
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage) -> Image.Image:
    picture: Image.Image = page.render(scale=SCALE, may_draw_forms=True).to_pil()
    return picture.convert("L")


@pytest.mark.needs("poppler")
def test_poppler_draws_what_is_filled_in(
    empty: Path, widgets: list[Widget], tmp_path: Path
) -> None:
    """Values as a program sets them, without a look for the words: poppler has to draw them, and
    finds all it needs in the file."""
    filled = tmp_path / "filled.pdf"
    with pikepdf.open(empty) as pdf:
        for one in form_fields.widgets(pdf):
            if one.kind == "/Tx":
                one.raw.V = pikepdf.String(TYPED)
                del one.raw["/AP"]
            else:
                one.raw.AS = pikepdf.Name(one.on)
        pdf.save(filled)
    _all_inked(widgets, _by_poppler(empty, tmp_path / "a"), _by_poppler(filled, tmp_path / "b"))


def _by_poppler(path: Path, stem: Path) -> list[Image.Image]:
    pdftoppm = path_of("poppler").with_name("pdftoppm")
    done = run(pdftoppm, "-r", f"{72 * SCALE:g}", "-gray", path, stem)
    assert "rror" not in done.stderr
    return [Image.open(one).convert("L") for one in sorted(stem.parent.glob(f"{stem.name}-*"))]


def _all_inked(widgets: list[Widget], before: list[Image.Image], after: list[Image.Image]) -> None:
    """Every box of every field is darker than it was."""
    for one in widgets:
        height = before[one.page].height / SCALE
        left, bottom, right, top = one.box
        box = tuple(round(SCALE * side) for side in (left, height - top, right, height - bottom))
        light, dark = (ImageStat.Stat(page[one.page].crop(box)).mean[0] for page in (before, after))  # type: ignore[arg-type]
        assert dark < light - INKED, one.name


def test_filling_in_keeps_what_readers_are_told(empty: Path, tmp_path: Path) -> None:
    """The words of the page are read as before, and nothing typed hides them."""
    filled = tmp_path / "filled.pdf"
    with pikepdf.open(empty) as pdf:
        for one in form_fields.widgets(pdf):
            if one.kind == "/Tx":
                one.raw.V = pikepdf.String(TYPED)
        pdf.save(filled)
    assert (
        words.missing(words.tokens(words.by_pdfium(empty)), words.tokens(words.by_pdfium(filled)))
        == []
    )
