"""The short topic in each of its languages, as decks, handouts and pages: marked as not reviewed,
with the doses of the English, and with the stops of the language in what the product composes."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pptx import Presentation

from careleaf.cli import main
from careleaf.engine.content import bundled_library
from careleaf.language import language
from tests.tools.words import tokens

TOPIC = "first-days-of-back-pain"
CODES = sorted(path.stem for path in (bundled_library() / "topics" / TOPIC).glob("*.po"))
MARK = "Draft: not yet reviewed by a clinician who speaks it"
FOREIGN_STOPS = {
    "ar": "[\u0620-\u064a][,;?]",
    "zh-Hans": "[\u4e00-\u9fff][,.;:?!()]|(?<![0-9])[,.;:?!()] ?[\u4e00-\u9fff]",
    "hi": "[\u0900-\u0963\u0970-\u097f][.]",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every format in every language."""
    folder = tmp_path_factory.mktemp("library")
    library = str(bundled_library())
    for code in ("en", *CODES):
        asked = ["build", TOPIC, "--lang", code, "--output", str(folder), "--content", library]
        assert main(asked) == 0
    return folder


@cache
def page(path: Path) -> str:
    return html.unescape(path.read_text("utf-8"))


def slide_texts(path: Path) -> Iterator[list[str]]:
    """For each slide every paragraph, those of its notes too, and every description."""
    slides: Any = Presentation(str(path)).slides
    for slide in slides:
        parts = [slide._element, *([slide.notes_slide._element] if slide.has_notes_slide else [])]
        texts = [
            "".join(run.text or "" for run in paragraph.iter("{*}t"))
            for part in parts
            for paragraph in part.iter("{*}p")
        ]
        yield [*texts, *slide._element.xpath(".//p:cNvPr/@descr")]


def page_texts(path: Path) -> Iterator[str]:
    """What stands between tags that end a line, and the words that stand in for pictures."""
    text = re.sub(r"(?s)<(style|script)\b.*?</\1>", "", page(path))
    yield from re.findall(r'(?:alt|aria-label)="([^"]*)"', text)
    words = re.sub(r"</?(?:span|strong|bdi|a|dfn|button)\b[^>]*>", "", text)
    yield from (" ".join(part.split()) for part in re.split("<[^>]+>", words))


@pytest.mark.parametrize("code", CODES)
def test_every_slide_and_page_says_that_nobody_has_reviewed_it(code: str, built: Path) -> None:
    said = language(code).say(MARK)
    assert said != MARK
    plain = re.sub("[\u200e\u200f]", "", said)
    for texts in slide_texts(built / f"{TOPIC}-{code}.pptx"):
        assert any(plain in re.sub("[\u200e\u200f]", "", text) for text in texts)
    assert said in page(built / f"{TOPIC}-{code}.html")
    with pypdfium2.PdfDocument(built / f"{TOPIC}-{code}.pdf") as pdf:
        for sheet in pdf:
            found = sheet.get_textpage().get_text_range()
            # Chinese has no spaces: its characters are words.
            units = list if code == "zh-Hans" else tokens
            assert set(units(said)) <= set(units(found))


def doses(text: str) -> list[list[str]]:
    return [
        re.findall("[0-9]+", found) for found in re.findall(r"<li><strong><bdi>([^<]*)</bdi>", text)
    ]


@pytest.mark.parametrize("code", CODES)
def test_every_dose_has_the_digits_of_the_english(code: str, built: Path) -> None:
    english = doses(page(built / f"{TOPIC}-en.html"))
    assert english == [["5"], ["2"], ["3"], ["5"], ["2"], ["3"]]
    assert doses(page(built / f"{TOPIC}-{code}.html")) == english


@pytest.mark.parametrize("code", FOREIGN_STOPS)
def test_what_the_product_composes_has_the_stops_of_the_language(code: str, built: Path) -> None:
    deck = [text for texts in slide_texts(built / f"{TOPIC}-{code}.pptx") for text in texts]
    page_says = list(page_texts(built / f"{TOPIC}-{code}.html"))
    assert min(len(deck), len(page_says)) > 20
    for text in (*deck, *page_says):
        assert not re.search(FOREIGN_STOPS[code], re.sub("[\u200e\u200f]", "", text)), text
