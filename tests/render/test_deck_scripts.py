"""The short topic's deck in every script that we have fonts for, as LibreOffice draws it and as
validators and other programs see it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx import Presentation

from tests.conftest import deck_of
from tests.tools import deck_lint, office, ooxml, overflow, poi

TOPIC = "first-days-of-back-pain"
LANGUAGES = ["ar", "hi", "vi", "zh-Hans"]
SLIDES = 12

every_language = pytest.mark.parametrize("code", LANGUAGES)


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("scripts")
    return {code: deck_of(TOPIC, folder / code, "--lang", code) for code in LANGUAGES}


@pytest.mark.needs("libreoffice")
@every_language
def test_every_word_lies_in_its_box(decks: dict[str, Path], code: str, tmp_path: Path) -> None:
    report = overflow.check(decks[code], office.to_pdf(decks[code], tmp_path, bundled=True))
    assert report.faults == ()
    assert report.matched == report.words > 0


@pytest.mark.needs("ooxml-validator")
@every_language
def test_the_open_xml_sdk_finds_no_error(decks: dict[str, Path], code: str) -> None:
    assert ooxml.validate(decks[code]) == []


@every_language
def test_the_deck_is_clean(decks: dict[str, Path], code: str) -> None:
    assert deck_lint.lint(decks[code]) == []


@pytest.mark.needs("poi")
@every_language
def test_another_program_reads_every_title_and_note(decks: dict[str, Path], code: str) -> None:
    [read] = poi.read(decks[code])
    slides = list(Presentation(str(decks[code])).slides)
    assert len(read) == len(slides) >= SLIDES
    for found, slide in zip(read, slides, strict=True):
        assert " ".join(found.title.split()) == " ".join(slide.shapes.title.text_frame.text.split())
        assert found.notes.strip()
