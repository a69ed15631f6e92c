"""Sources keep their own words in a translation: every file says in which language those are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pptx import Presentation

from careleaf.cli import main
from careleaf.language import foreign
from tests.tools import tags
from tests.tools.outside import CHECKOUT

TITLE = "Low back pain and sciatica in over 16s: assessment and management"
TOPIC = "first-days-of-back-pain"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All three files in English and Spanish."""
    folder = tmp_path_factory.mktemp("two")
    words = ["build", TOPIC, "--content", str(CHECKOUT / "content"), "--clinic", "example"]
    assert main([*words, "--lang", "en", "--lang", "es", "--output", str(folder), "-q"]) == 0
    return folder


def test_a_country_makes_no_other_language() -> None:
    assert foreign("en", "en-US") is None
    assert foreign("en", "es-US") == "en"


def test_a_handout_marks_titles_and_publishers(output: Path) -> None:
    spanish = tags.tree(output / f"{TOPIC}-es.pdf")
    [link] = [line for line in spanish.splitlines() if TITLE in line]
    assert "Link Lang='en'" in link
    assert "Lang='en'" not in tags.tree(output / f"{TOPIC}-en.pdf")


def test_a_page_marks_titles_and_publishers(output: Path) -> None:
    link = r'<a href="[^"]+">'
    spanish, english = (
        (output / f"{TOPIC}-{code}.html").read_text("utf-8") for code in ("es", "en")
    )
    assert re.search(rf'<bdi lang="en">{link}{re.escape(TITLE)}', spanish)
    assert re.search(rf"<bdi>{link}{re.escape(TITLE)}", english)


@pytest.mark.parametrize("code", ["es", "en"])
def test_a_deck_marks_titles_and_publishers(code: str, output: Path) -> None:
    runs = [
        run
        for slide in Presentation(str(output / f"{TOPIC}-{code}.pptx")).slides
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    ]
    # Its lines may be broken, and are runs of their own then.
    titles = [run for run in runs if "Low back pain and" in run.text]
    assert titles
    assert {run._r.rPr.get("lang") for run in titles} == {"en-US"}
