"""The real topic's notes pages as a file: valid PDF/UA-1, whole, and showing the slides as they
are."""

from __future__ import annotations

import re
from pathlib import Path

import pdfplumber
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from tests.conftest import Built, notes_of
from tests.tools import tags, words
from tests.tools.decks import real_deck
from tests.tools.outside import path_of, run
from tests.tools.verapdf import verdict

LEFT, TOP, WIDE, HIGH = 54.0, 73.0, 504.0, 283.5
"""Points: where a slide stands on Letter."""
MOST_OFF = 6.0
"""Of 255: how far the worst slide's colours are from LibreOffice's, with fine detail blurred. The
words of one line moved to the next give about 4; a panel or a figure left out gives 10 or more."""


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The notes pages of the real topic, on Letter paper."""
    return notes_of(tmp_path_factory.mktemp("notes"))


@pytest.mark.needs("verapdf")
def test_no_rule_of_pdf_ua_fails(notes: Path) -> None:
    found = verdict(notes)
    assert [str(rule) for rule in found.failed] == []
    assert found.passed_rules == 106


@pytest.mark.needs("verapdf")
def test_no_rule_of_pdf_ua_fails_on_a4(tmp_path: Path) -> None:
    assert [str(rule) for rule in verdict(notes_of(tmp_path, "--paper", "a4")).failed] == []


def test_what_verapdf_does_not_see_is_right_too(notes: Path) -> None:
    assert tags.faults(notes) == []


def test_every_title_and_every_note_is_said_in_order(notes: Path) -> None:
    said = iter(words.tokens(tags.said(notes)))
    for slide in real_deck().slides:
        for token in words.tokens(" ".join(slide.notes)):
            assert token in said, f"'{token}' of the notes on '{slide.title}'"


@pytest.mark.needs("libreoffice", "poppler")
def test_slides_look_as_libreoffice_draws_them(
    notes: Path, built: Built, drawn_deck: Path, tmp_path: Path
) -> None:
    ours = _pictures(notes, tmp_path / "ours", 72)
    theirs = _pictures(drawn_deck, tmp_path / "theirs", 72 * WIDE / 960)
    off: dict[int, float] = {}
    for number, page in _first_pages(notes).items():
        mine = ours[page].crop((LEFT, TOP, LEFT + WIDE, TOP + HIGH))
        other = theirs[number - 1].resize(mine.size)
        off[number] = _difference(mine, other)
    assert len(off) == len(theirs)
    assert max(off.values()) < MOST_OFF, sorted(off.items(), key=lambda one: -one[1])[:5]


def _first_pages(notes: Path) -> dict[int, int]:
    """For each slide the page, from 0, that shows it."""
    found: dict[int, int] = {}
    with pdfplumber.open(notes) as pdf:
        for page, one in enumerate(pdf.pages):
            foot = re.search(r"Slide (\d+) of \d+\.", one.extract_text() or "")
            assert foot, f"page {page + 1} does not say which slide it is of"
            found.setdefault(int(foot[1]), page)
    return found


def _pictures(pdf: Path, stem: Path, resolution: float) -> list[Image.Image]:
    pdftoppm = path_of("poppler").with_name("pdftoppm")
    run(pdftoppm, "-r", f"{resolution:g}", "-png", pdf, stem)
    return [Image.open(path).convert("RGB") for path in sorted(stem.parent.glob(f"{stem.name}-*"))]


def _difference(one: Image.Image, other: Image.Image) -> float:
    blurred = (picture.filter(ImageFilter.GaussianBlur(4)) for picture in (one, other))
    return max(ImageStat.Stat(ImageChops.difference(*blurred)).mean)
