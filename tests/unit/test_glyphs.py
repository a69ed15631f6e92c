"""Characters that no font can draw: found by a check as by a build, where they stand, and never
quoted from what is said of a patient."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from careleaf.cli import main
from careleaf.engine.content import bundled_library
from careleaf.source import Span
from careleaf.text import missing_in, typeface
from careleaf.theme.fontfiles import BODY

TOPIC = "first-days-of-back-pain"


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(bundled_library(), tmp_path / "content")
    return tmp_path / "content"


def put(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def places(said: str) -> list[str]:
    return [line.partition(": E520")[0] for line in said.splitlines() if ": E520" in line]


def test_a_check_finds_what_a_build_would_stop_at(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    topic = library / "topics" / TOPIC / "en.md"
    put(topic, "title: ", "title: 😀 ")
    put(topic, "Ibuprofen is", "Ibuprofen ☃ is")
    put(library / "topics" / TOPIC / "es.po", "Medicinas", "Medicinas ฉัน")
    put(library / "clinics/example.md", "hours: ", "hours: שלום ")
    assert main(["check", TOPIC]) == 1
    found = places(capsys.readouterr().out)
    folder = f"content/topics/{TOPIC}"
    assert found[:2] == ["content/clinics/example.md:7:8", f"{folder}/en.md:2:8"]
    assert f"{folder}/en.md:107:11" in found
    assert any(one.startswith(f"{folder}/es.po:") for one in found)
    for format_ in ("pdf", "pptx"):
        assert main(["build", TOPIC, "--to", format_]) == 1
        assert places(capsys.readouterr().err) == [one for one in found if "es.po" not in one]
    assert main(["build", TOPIC, "--to", "html"]) == 0


def test_what_is_said_of_a_patient_is_not_quoted(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert library.is_dir()
    Path("visit.txt").write_text("patient: Ada 😀 Sample\nwithout: medicine\nnote: ฉัน\n", "utf-8")
    assert main(["build", TOPIC, "--to", "pdf", "--tailor", "visit.txt"]) == 1
    said = capsys.readouterr().err
    assert places(said) == ["visit.txt:1:14", "visit.txt:3:7"]
    for private in ("Ada", "Sample", "😀", "1F600", "ฉัน", "0E09"):
        assert private not in said
    assert "Noto Sans Thai" in said


def test_a_script_is_one_problem_and_signs_are_one_each() -> None:
    text = "Say שלום שלום, ☃ or 😀."
    found = missing_in(text, Span("a.md", 10, 10 + len(text)), typeface(BODY))
    assert [one.characters for one in found] == ["שלום", "☃", "😀"]
    assert (found[0].at.start, found[0].at.end) == (14, 23)
    assert "and 3 more)" in found[0].problem().message
