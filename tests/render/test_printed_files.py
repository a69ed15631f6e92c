"""Every print profile on both papers as a file: valid PDF/UA-1, the same bytes each time, and in
black and white what must survive a photocopier."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import get_args

import pypdfium2
import pytest
from PIL import Image

from careleaf.model.leaflet import Fold, Paper, Profile
from careleaf.theme import default_theme
from careleaf.write.pdf import write
from careleaf.write.pdf.furniture import header
from careleaf.write.pdf.geometry import TOP
from careleaf.write.pdf.marks import Group, Mark, Panel, TextLine
from tests.tools import ink
from tests.tools.printed import ENGLISH, folded, real_leaflet, real_pages
from tests.tools.verapdf import verdicts

SHEETS = [(profile, paper) for profile in get_args(Profile) for paper in get_args(Paper)]
SCALE = 2.0
"""Pixels a point."""
LEAST_USE = 0.25
"""Share of the height between head and foot that must bear print."""


@cache
def data(profile: Profile, paper: Paper) -> bytes:
    return write(real_leaflet(profile, paper), default_theme(), ENGLISH).data


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("printed")
    for profile, paper in SHEETS:
        (folder / f"{profile}-{paper}.pdf").write_bytes(data(profile, paper))
        for fold in get_args(Fold) if profile in {"standard", "ink-saver"} else ():
            leaflet = folded(fold, paper, profile)
            sheets = write(leaflet, default_theme(), ENGLISH)
            (folder / f"{profile}-{paper}-{fold}.pdf").write_bytes(sheets.data)
    return sorted(folder.iterdir())


@pytest.mark.needs("verapdf")
def test_no_rule_of_pdf_ua_fails(files: list[Path]) -> None:
    found = verdicts(files)
    broken = {path.name: [str(rule) for rule in found[path].failed] for path in files}
    assert broken == {path.name: [] for path in files}


@pytest.mark.parametrize("profile", [one for one in get_args(Profile) if one != "standard"])
def test_the_same_leaflet_gives_the_same_bytes(profile: Profile) -> None:
    again = write(real_leaflet(profile, "letter"), default_theme(), ENGLISH).data
    assert again == data(profile, "letter")


def test_no_page_is_nearly_empty(files: list[Path]) -> None:
    thin = [
        f"{path.name} page {number}: {used:.0%}"
        for path in files
        for number, used in enumerate(ink.used_heights(path), 1)
        if used < LEAST_USE
    ]
    assert thin == []


def pictures(pdf: bytes) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    return [document[n].render(scale=SCALE).to_pil().convert("RGB") for n in range(len(document))]


@pytest.fixture(scope="module")
def copies() -> list[Image.Image]:
    """Pages of the ink-saver as a copier sees them: each dot black or white."""
    grey = [page.convert("L") for page in pictures(data("ink-saver", "letter"))]
    return [page.point(lambda level: 255 * (level > 127)) for page in grey]


def test_the_ink_saver_has_no_colour() -> None:
    pages = list(pictures(data("ink-saver", "letter")))
    assert len(pages) > 1
    for page in pages:
        assert any(page.histogram()[:128]), "nothing dark is on it"
        red, green, blue = page.split()
        assert red.tobytes() == green.tobytes() == blue.tobytes()


def test_the_ink_saver_s_words_and_frames_survive_a_copier(copies: list[Image.Image]) -> None:
    printed = real_pages("ink-saver", "letter")
    leaflet, left = real_leaflet("ink-saver", "letter"), printed.sheet.margin
    lost = []
    for number, (page, copy) in enumerate(zip(printed.pages, copies, strict=True), 1):
        head = header(leaflet.masthead, leaflet.title, printed.setting, first=number == 1)
        placed = [(one.box.marks, page.top + one.y) for one in page.standings]
        for marks, y in [(tuple(head), TOP), *placed]:
            lost += [f"page {number}: {what}" for what in _lost(marks, left, y, copy)]
    assert lost == []


def _lost(marks: tuple[Mark, ...], x: float, y: float, copy: Image.Image) -> list[str]:
    found = []
    for mark in marks:
        if isinstance(mark, Group):
            found += _lost(mark.marks, x + mark.x, y + mark.y, copy)
        elif isinstance(mark, TextLine):
            for piece in mark.line.pieces:
                left, base = x + mark.x + piece.x, y + mark.y
                box = (left, base - 9, left + piece.width, base + 2)
                if piece.shaped and piece.shaped.text.strip() and not _black(copy, box):
                    found.append(piece.shaped.text)
        elif isinstance(mark, Panel) and (mark.edge or mark.fill not in {None, "white", "red"}):
            left, top = x + mark.x, y + mark.y
            middle = left + mark.width / 2
            side = top + mark.height / 2
            edges = (
                (middle - 6, top - 2, middle + 6, top + 2),
                (left - 2, side - 6, left + 2, side + 6),
            )
            found += [f"an edge at {edge}" for edge in edges if not _black(copy, edge)]
    return found


def _black(copy: Image.Image, box: tuple[float, float, float, float]) -> bool:
    """Whether anything black is in a box, in points from the page's top left."""
    area = copy.crop(tuple(round(side * SCALE) for side in box))  # type: ignore[arg-type]
    return area.getextrema()[0] == 0
