"""The real topic on clinics' own templates, and pandoc's slides on ours, as programs show them."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pypandoc
import pytest
from pptx import Presentation

from careleaf.model.deck import HEIGHT
from tests.conftest import build
from tests.tools import deck_lint, office, ooxml, overflow, poi, templates
from tests.tools.templates import TEMPLATES

NAMES = (*TEMPLATES, "own")
LEAST = 0.9
"""Of our least sizes, as large as a slide is: what a small room may cost."""

TALK = """\
% Low back and hip pain
% Example Harbor Clinic

# Start here

## What to do today

- Walk a little, often.
- Use gentle heat.

::: notes
Ask where it hurts.
:::

## Do and don't

::: columns
:::: column
- Sit near the front.
::::
:::: column
- Do not stay in bed.
::::
:::
"""


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The real topic on each template, built once, by command."""
    folder = tmp_path_factory.mktemp("templates")
    made = {}
    for name in NAMES:
        path = folder / f"{name}.potx"
        path.write_bytes(templates.own(folder / "ours") if name == "own" else TEMPLATES[name]())
        output = folder / f"out-{name}"
        build(output, "--template", str(path))
        made[name] = next(output.glob("*.pptx"))
    return made


@pytest.mark.parametrize("name", NAMES)
def test_it_opens_with_a_title_on_every_slide(decks: dict[str, Path], name: str) -> None:
    slides = Presentation(str(decks[name])).slides
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert len(titles) > 20
    assert all(titles)
    assert len(set(titles)) == len(titles)
    assert "Sample slide" not in titles


@pytest.mark.parametrize("name", NAMES)
def test_a_screen_reader_finds_its_way(decks: dict[str, Path], name: str) -> None:
    assert [one for one in deck_lint.lint(decks[name]) if " pt" not in one] == []


@pytest.mark.needs("ooxml-validator")
@pytest.mark.parametrize("name", NAMES)
def test_the_open_xml_sdk_finds_no_error(decks: dict[str, Path], name: str) -> None:
    assert ooxml.validate(decks[name]) == []


@pytest.mark.needs("poi")
def test_another_program_reads_every_title_and_note(decks: dict[str, Path]) -> None:
    for name, read in zip(NAMES, poi.read(*(decks[name] for name in NAMES)), strict=True):
        slides = Presentation(str(decks[name])).slides
        assert [" ".join(slide.title.split()) for slide in read] == [
            slide.shapes.title.text_frame.text for slide in slides
        ], name
        assert all(slide.notes.strip() for slide in read), name


@pytest.mark.needs("libreoffice")
@pytest.mark.parametrize("name", NAMES)
def test_every_word_lies_in_its_box(decks: dict[str, Path], name: str, tmp_path: Path) -> None:
    deck: Any = Presentation(str(decks[name]))
    scale = deck.slide_height / overflow.EMU_PER_POINT / HEIGHT * LEAST
    report = overflow.check(decks[name], office.to_pdf(decks[name], tmp_path), scale=scale)
    assert report.faults == ()
    assert report.matched == report.words > 0


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Pandoc's slides on our template, and what it had to say."""
    folder = tmp_path_factory.mktemp("talk")
    (folder / "ours.pptx").write_bytes(templates.own(folder, "ours.pptx"))
    (folder / "talk.md").write_text(TALK)
    done = subprocess.run(
        [
            pypandoc.get_pandoc_path(),
            *("talk.md", "-o", "talk.pptx", "--reference-doc", "ours.pptx"),
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return folder / "talk.pptx", done.stderr


def test_pandoc_takes_our_template_without_a_warning(talk: tuple[Path, str]) -> None:
    assert talk[1] == ""
    slides = Presentation(str(talk[0])).slides
    used = [slide.slide_layout.name for slide in slides]
    assert used == ["Title Slide", "Section Header", "Title and Content", "Two Content"]
    assert slides[2].shapes.title.text_frame.text == "What to do today"


@pytest.mark.needs("ooxml-validator")
def test_what_pandoc_makes_of_it_is_sound(talk: tuple[Path, str]) -> None:
    assert ooxml.validate(talk[0]) == []
