"""The shipped programme's files: what validators, LibreOffice and a browser say of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import build_programme
from tests.tools import browser, ooxml, overflow, tags, vnu
from tests.tools.office import to_pdf
from tests.tools.verapdf import verdict

NAME = "back-school"


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a build of the programme fills."""
    output = tmp_path_factory.mktemp("school")
    build_programme(NAME, output)
    return output


@pytest.mark.needs("libreoffice")
def test_every_word_of_the_deck_lies_in_its_box(school: Path, tmp_path: Path) -> None:
    deck = school / f"{NAME}-en.pptx"
    report = overflow.check(deck, to_pdf(deck, tmp_path))
    assert report.faults == ()
    assert report.matched == report.words > 0


@pytest.mark.needs("ooxml-validator")
def test_the_open_xml_sdk_finds_no_error(school: Path) -> None:
    assert ooxml.validate(school / f"{NAME}-en.pptx") == []


@pytest.mark.needs("verapdf")
@pytest.mark.parametrize("ending", [".pdf", "-notes.pdf"])
def test_no_rule_of_pdf_ua_fails(school: Path, ending: str) -> None:
    path = school / f"{NAME}-en{ending}"
    assert [str(rule) for rule in verdict(path).failed] == []
    assert tags.faults(path) == []


@pytest.mark.needs("vnu")
def test_the_html_checker_finds_nothing(school: Path) -> None:
    assert vnu.validate(school / f"{NAME}-en.html") == []


@pytest.mark.needs("axe")
def test_axe_finds_no_barrier(school: Path) -> None:
    assert browser.violations(school / f"{NAME}-en.html", width=browser.PHONE) == []


def test_another_process_writes_the_same_bytes(school: Path, tmp_path: Path) -> None:
    environment = {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati"}
    build_programme(NAME, tmp_path, environment=environment)
    for path in school.iterdir():
        assert path.read_bytes() == (tmp_path / path.name).read_bytes(), path.name
