"""The real topic's handout as a file: valid PDF/UA-1, and every word of it read in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from tests.conftest import Built, build
from tests.tools import tags, words
from tests.tools.verapdf import verdict

RUNNING_HEADS = re.compile(
    r"Draft: not yet reviewed by a clinicianExample Harbor Clinic"
    r"(Your take-home guide|Low back and hip pain)"
    r"|Low back and hip pain\. Version [\d.]+\.Page \d+ of \d+"
)


@pytest.fixture(scope="module")
def on_a4(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same handout on A4."""
    return build(tmp_path_factory.mktemp("a4"), "--paper", "a4").leaflet


@pytest.mark.needs("verapdf")
def test_no_rule_of_pdf_ua_fails_on_letter(built: Built) -> None:
    found = verdict(built.leaflet)
    assert [str(rule) for rule in found.failed] == []
    assert found.passed_rules == 106


@pytest.mark.needs("verapdf")
def test_no_rule_of_pdf_ua_fails_on_a4(on_a4: Path) -> None:
    assert [str(rule) for rule in verdict(on_a4).failed] == []


def test_what_verapdf_does_not_see_is_right_too(built: Built, on_a4: Path) -> None:
    assert tags.faults(built.leaflet) == []
    assert tags.faults(on_a4) == []


def test_only_running_heads_and_repeated_table_heads_are_artifacts(built: Built) -> None:
    heads = {" ".join(text.split()) for text in _table_heads(built.leaflet)}
    found = (" ".join(text.split()) for text in tags.artifact_text(built.leaflet))
    assert [text for text in found if not RUNNING_HEADS.fullmatch(text) and text not in heads] == []


def _table_heads(path: Path) -> Iterator[str]:
    """The words of each table's head, joined as they are drawn."""
    row: list[str] = []
    for line in tags.tree(path).splitlines():
        if line.strip() == "TR":
            yield "".join(row)
            row = []
        elif "TH Scope=Column" in line:
            row.append(line.partition("TH Scope=Column ")[2].strip("'"))


@pytest.mark.needs("poppler")
def test_poppler_reads_every_word_in_order(built: Built) -> None:
    assert _first_missing(tags.said(built.leaflet), words.by_poppler(built.leaflet)) is None


def test_pdfium_reads_every_word_in_order(built: Built) -> None:
    assert _first_missing(tags.said(built.leaflet), words.by_pdfium(built.leaflet)) is None


def _first_missing(said: str, extracted: str) -> str | None:
    """The first word of what is said that does not follow in what was extracted."""
    rest = iter(words.tokens(extracted))
    for token in words.tokens(said):
        if token not in rest:
            return token
    return None


@pytest.mark.needs("poppler")
@pytest.mark.parametrize(
    "phrase",
    ["Try 5 to 10 minutes", "15 to 20 minutes", "Call 911 now if:", "555-0142", "2 times a day"],
)
def test_doses_and_numbers_come_out_whole(phrase: str, built: Built) -> None:
    for text in (words.by_poppler(built.leaflet), words.by_pdfium(built.leaflet)):
        flat = " ".join(text.split())
        assert phrase in flat


def test_title_language_and_bookmarks(built: Built) -> None:
    with pikepdf.open(built.leaflet) as pdf:
        assert str(pdf.docinfo.Title) == "Low back and hip pain"
        assert str(pdf.Root.Lang) == "en-US"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
    assert titles[0] == "Low back and hip pain"
    assert "Your exercises" in titles


def test_every_font_is_embedded(built: Built) -> None:
    with pikepdf.open(built.leaflet) as pdf:
        fonts = {name: font for page in pdf.pages for name, font in page.Resources.Font.items()}
        assert fonts
        for font in fonts.values():
            [descendant] = list(font.DescendantFonts)
            assert "/FontFile2" in descendant.FontDescriptor
