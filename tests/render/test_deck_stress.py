"""Topics that press on every layout, built by the engine, as LibreOffice draws their decks and as
validators, screen readers and another program see them."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from careleaf.engine import Job, build
from careleaf.model.placed import flat, wording
from tests.test_guide import PICTURE
from tests.tools import deck_lint, office, ooxml, overflow, poi, seen, stress
from tests.tools.decks import library_deck, shown_title
from tests.tools.outside import CHECKOUT

TOPICS = {
    "every-block": stress.every_block,
    "long-words": stress.long_words,
    "many-items": stress.many_items,
    "many-sections": stress.many_sections,
}
COLOURS = {"dark": "#7A1F5C", "pale": "#FFC20E"}
"""Clinics with a colour that leads, or that only tints, and a name too long for one line."""

DECKS = (*TOPICS, *COLOURS)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our own library with these topics, and these clinics, in it."""
    root = tmp_path_factory.mktemp("stress") / "content"
    shutil.copytree(CHECKOUT / "content", root)
    for name, write in TOPICS.items():
        (root / "topics" / name).mkdir()
        (root / "topics" / name / "en.md").write_text(write(), encoding="utf-8")
        (root / "topics" / name / "spine.svg").write_text(PICTURE, encoding="utf-8")
    clinic = (root / "clinics" / "example.md").read_text(encoding="utf-8")
    clinic = clinic.replace("Clinic", "Clinic for Backs and Hips " * 2)
    for name, colour in COLOURS.items():
        text = clinic.replace("#264A6E", colour)
        (root / "clinics" / f"{name}.md").write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def decks(content: Path) -> Mapping[str, Path]:
    """The built files; every block is there for each clinic."""
    built = {name: _built(content, name, "example") for name in TOPICS}
    return built | {name: _built(content, "every-block", name) for name in COLOURS}


def _built(content: Path, topic: str, clinic: str) -> Path:
    job = Job(
        topics=(topic,),
        content=content,
        clinic=clinic,
        formats=("pptx",),
        output=content.parent / clinic,
    )
    result = build(job)
    assert {problem.code for problem in result.problems} <= {"W504"}, result.problems
    [output] = result.outputs
    return output.path


@pytest.mark.needs("libreoffice", "poppler")
@pytest.mark.parametrize("name", DECKS)
def test_every_word_lies_in_its_box_and_stands_out(
    name: str, decks: Mapping[str, Path], tmp_path: Path
) -> None:
    drawn = office.to_pdf(decks[name], tmp_path)
    report = overflow.check(decks[name], drawn)
    assert report.faults == ()
    assert report.matched == report.words > 1000
    if name in COLOURS:  # The house's own are seen in the real topic.
        assert seen.faint(drawn) == []


def test_no_word_of_forty_letters_is_broken(content: Path) -> None:
    """Not by a break of our own either, which LibreOffice would draw as it is told."""
    said = {
        word.strip(".,?\u201c\u201d")
        for slide in library_deck(content, "long-words").slides
        for shape in flat(slide.shapes)
        for word in wording(shape).split()
    }
    assert said >= set(stress.LONG_WORDS)
    ends = {word[:cut] for word in stress.LONG_WORDS for cut in range(4, len(word))}
    ends |= {word[cut:] for word in stress.LONG_WORDS for cut in range(1, len(word) - 3)}
    assert said & ends == set()


@pytest.mark.needs("ooxml-validator")
@pytest.mark.parametrize("name", DECKS)
def test_the_open_xml_sdk_finds_no_error(name: str, decks: Mapping[str, Path]) -> None:
    assert ooxml.validate(decks[name]) == []


@pytest.mark.parametrize("name", DECKS)
def test_the_decks_are_clean(name: str, decks: Mapping[str, Path]) -> None:
    assert deck_lint.lint(decks[name]) == []


@pytest.mark.needs("poi")
def test_another_program_reads_every_title_and_note(
    content: Path, decks: Mapping[str, Path]
) -> None:
    for name, read in zip(TOPICS, poi.read(*(decks[name] for name in TOPICS)), strict=True):
        composed = library_deck(content, name).slides
        titles = [" ".join(slide.title.split()) for slide in read]
        assert titles == [shown_title(one) for one in composed]
        assert [slide.notes.split("\n") for slide in read] == [list(one.notes) for one in composed]
