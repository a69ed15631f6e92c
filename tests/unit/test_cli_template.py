"""A clinic's own template from the command line and from the clinic's file."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pdfplumber
import pytest
from pptx import Presentation

from careleaf.cli import main
from careleaf.engine.content import bundled_library
from tests.tools.templates import dark, german, pandoc, poor, potx, python_pptx, signed, without

TOPIC = "low-back-and-hip-pain"
DECK = f"output/{TOPIC}-en.pptx"
CLINIC = "content/clinics/example.md"


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A writable copy of the content folder, with the working folder beside it."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(bundled_library(), tmp_path / "content")
    return tmp_path


def build(*options: str) -> int:
    return main(["build", TOPIC, "--to", "pptx", *options])


def layouts_used(path: str = DECK) -> set[str]:
    return {slide.slide_layout.name for slide in Presentation(path).slides}


def name_template(name: str) -> None:
    clinic = Path(CLINIC)
    clinic.write_text(clinic.read_text().replace("logo:", f"template: {name}\nlogo:"))


def test_a_deck_is_drawn_on_the_template_asked_for(library: Path) -> None:
    Path("ours.potx").write_bytes(potx())
    assert build("--template", "ours.potx") == 0
    assert {"Titelfolie", "Nur Titel", "Titel und Inhalt"} <= layouts_used()
    with zipfile.ZipFile(DECK) as file:
        types = file.read("[Content_Types].xml").decode()
    assert "presentationml.presentation.main+xml" in types
    assert "presentationml.template.main+xml" not in types


def test_the_clinics_file_names_the_template_of_its_decks(library: Path) -> None:
    Path("content/clinics/deck.pptx").write_bytes(german())
    name_template("deck.pptx")
    assert build() == 0
    assert "Nur Titel" in layouts_used()


def test_a_deck_tells_of_its_own_author_and_not_of_the_templates(library: Path) -> None:
    Path("signed.potx").write_bytes(signed())
    assert build("--template", "signed.potx") == 0
    with zipfile.ZipFile(DECK) as file:
        names = [name for name in file.namelist() if b"Jane Secret" in file.read(name)]
        assert names == []
        assert "docProps/core.xml" in file.namelist()
    core = Presentation(DECK).core_properties
    assert (core.keywords, core.comments, core.category) == ("", "", "")
    assert (core.author, core.last_modified_by) == ("Careleaf", "Example Harbor Clinic")


def test_the_template_asked_for_comes_before_the_clinics(library: Path) -> None:
    Path("content/clinics/deck.pptx").write_bytes(german())
    Path("other.pptx").write_bytes(python_pptx())
    name_template("deck.pptx")
    assert build("--template", "other.pptx") == 0
    assert "Title Only" in layouts_used()


def test_the_same_template_gives_the_same_bytes(library: Path) -> None:
    Path("poor.pptx").write_bytes(poor())
    assert build("--template", "poor.pptx") == 0
    first = Path(DECK).read_bytes()
    assert build("--template", "poor.pptx") == 0
    assert Path(DECK).read_bytes() == first


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "it is not a PowerPoint file"),
        (python_pptx()[:9000], "it is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "it is a PowerPoint file of the old kind"),
        (without(python_pptx(), "Title Only"), "it lacks the layout 'Title Only'"),
    ],
    ids=["empty", "truncated", "old", "poor"],
)
def test_a_file_that_is_no_template_is_a_mistake_in_the_command(
    library: Path, capsys: pytest.CaptureFixture[str], data: bytes, said: str
) -> None:
    Path("wrong.pptx").write_bytes(data)
    assert build("--template", "wrong.pptx") == 2
    errors = capsys.readouterr().err
    assert f"wrong.pptx cannot be a template: {said}" in errors
    assert not Path(DECK).exists()


def test_all_formats_wait_for_the_template(library: Path) -> None:
    Path("wrong.pptx").write_bytes(b"")
    assert main(["build", TOPIC, "--template", "wrong.pptx"]) == 2
    assert not Path("output").exists()


@pytest.mark.parametrize("path", ["nowhere.potx", "content"])
def test_a_template_that_is_no_file(
    library: Path, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    assert build("--template", path) == 2
    assert f"there is no file {path}" in capsys.readouterr().err


def test_a_template_without_a_deck_is_a_mistake(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("ours.pptx").write_bytes(pandoc())
    assert main(["build", TOPIC, "--to", "pdf", "--template", "ours.pptx"]) == 2
    assert "a template is for decks" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("missing.pptx", "there is no template 'missing.pptx' beside this file"),
        ("../deck.pptx", "is not the name of a PowerPoint template beside this file"),
        ("deck.ppt", "is not the name of a PowerPoint template beside this file"),
        ("link.pptx", "there is no template 'link.pptx' beside this file"),
        ("broken.pptx", "'broken.pptx' cannot be a template: it is not a PowerPoint file"),
    ],
)
def test_a_wrong_template_in_a_clinic_file_is_a_problem_at_its_place(
    library: Path, capsys: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    Path("deck.pptx").write_bytes(python_pptx())
    Path("content/clinics/link.pptx").symlink_to(library / "deck.pptx")
    Path("content/clinics/broken.pptx").write_bytes(b"no")
    name_template(name)
    assert build() == 1
    errors = capsys.readouterr().err
    assert said in errors
    assert f"{CLINIC}:17:11: E321" in errors
    assert not Path(DECK).exists()


@pytest.mark.parametrize("words", [[], ["--clinic", "example"]], ids=["every", "one"])
def test_check_looks_into_the_templates_of_clinics(
    library: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    """ "No problems" where no deck could be built would be no check."""
    Path("content/clinics/deck.pptx").write_bytes(german())
    name_template("deck.pptx")
    assert main(["check", TOPIC, *words]) == 0
    Path("content/clinics/deck.pptx").write_bytes(b"no")
    assert main(["check", TOPIC, *words]) == 1
    errors = "".join(capsys.readouterr())
    assert "'deck.pptx' cannot be a template: it is not a PowerPoint file" in errors
    assert f"{CLINIC}:17:11: E321" in errors


def test_our_template_is_written_whole_and_never_over_a_file(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["template", "clinic.potx"]) == 0
    assert main(["template", "clinic.pptx"]) == 0
    said = capsys.readouterr().out
    assert "wrote clinic.potx" in said
    assert "careleaf build --to pptx --template clinic.potx" in said
    own = Path("clinic.potx").read_bytes()
    assert main(["template", "clinic.potx"]) == 2
    assert "is there already" in capsys.readouterr().err
    assert Path("clinic.potx").read_bytes() == own
    assert main(["template", "clinic.key"]) == 2
    assert len(Presentation("clinic.pptx").slides) == 0
    with zipfile.ZipFile(io.BytesIO(own)) as file:
        assert b"presentationml.template.main+xml" in file.read("[Content_Types].xml")


def test_pages_of_notes_show_the_slides_of_the_same_deck(library: Path) -> None:
    Path("dark.pptx").write_bytes(dark())
    assert build("--notes-pages", "--template", "dark.pptx") == 0
    slides = Presentation(DECK).slides
    with pdfplumber.open(f"output/{TOPIC}-en-notes.pdf") as pages:
        text = " ".join(" ".join((page.extract_text() or "").split()) for page in pages.pages)
    for number, slide in enumerate(slides, 1):
        assert " ".join(slide.shapes.title.text_frame.text.split()) in text, number


def test_our_template_serves_our_decks(library: Path) -> None:
    assert main(["template", "clinic.potx"]) == 0
    assert build("--template", "clinic.potx") == 0
    assert {"Title Slide", "Section Header", "Title Only"} <= layouts_used()
