"""A content folder in; glossary, sources and clinics out."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from careleaf.model.art import Drawing
from careleaf.problem import Problem
from careleaf.read import file_bytes, read_library, shown_path

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1H8V8Z"/></svg>'
SOURCE = """---
title: Back pain (NG59): a guideline
publisher: NICE
year: 2020
kind: health-service page
jurisdiction: England
url: https://www.nice.org.uk/guidance/ng59
checked: 2026-11-23
review-due: 2028-11-23
---
Our own note, with [[any]] text.
"""
CLINIC = """---
name: Example Clinic
country: US
phone: (555) 0142
hours: Monday to Friday
web: https://www.clinic.example/back?a=1
emergency-number: 911
logo: logo.svg
colour: #264A6E
---
"""
TERM = ":::term MRI scan\nshown: MRI scan\nsay: em-ar-**eye**\nA picture of the inside.\n:::\n"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for path, text in {
        "sources/ng59.md": SOURCE,
        "clinics/example.md": CLINIC,
        "clinics/logo.svg": DRAWING,
        "glossary/en.md": TERM,
        "glossary/es.md": "broken",
    }.items():
        (tmp_path / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / path).write_text(text)
    return tmp_path / "content"


def said(content: Path) -> list[str]:
    _, sources, problems, _ = read_library(content, "en")
    return [
        f"{p.span.path}:{sources[p.span.path].place(p.span.start).line} {p.code}"
        if p.span.path in sources
        else f"{p.span.path} {p.code}"
        for p in problems
    ]


def test_a_whole_library(content: Path) -> None:
    library, sources, problems, _ = read_library(content, "en")
    assert not problems
    assert set(sources) == {
        "content/clinics/example.md",
        "content/glossary/en.md",
        "content/sources/ng59.md",
    }
    reference = library.references["ng59"]
    assert reference.title == "Back pain (NG59): a guideline"
    assert reference.kind == "health-service page"
    assert (reference.year, reference.checked) == (2020, date(2026, 11, 23))
    clinic = library.clinics["example"]
    assert (clinic.key, clinic.phone, clinic.colour) == ("example", "(555) 0142", "#264A6E")
    assert (clinic.language, clinic.tagline) == ("en", "")
    assert isinstance(clinic.logo, Drawing)
    entry = library.glossary["mri scan"]
    assert entry.shown == "MRI scan"
    assert "walk" in library.icons


def test_an_empty_folder_has_nothing_and_no_mistakes(tmp_path: Path) -> None:
    library, sources, problems, _ = read_library(tmp_path, "en")
    assert not problems
    assert not sources
    assert not library.clinics


def test_every_file_is_read_whatever_is_wrong_with_others(content: Path) -> None:
    (content / "sources/a.md").write_text(SOURCE.replace("year: 2020", "year: soon"))
    (content / "sources/b.md").write_text("---\ntitle: B\n---\n")
    (content / "clinics/other.md").write_text(CLINIC.replace("phone: (555) 0142", "fone: 1"))
    (content / "glossary/en.md").write_text(TERM + TERM + "Words.\n")
    assert said(content) == [
        "content/glossary/en.md:6 E312",
        "content/glossary/en.md:11 E403",
        "content/sources/a.md:4 E103",
        *["content/sources/b.md:1 E102"] * 6,
        "content/clinics/other.md:4 E101",
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "code"),
    [
        ("logo: logo.svg", "logo: ../sources/logo.svg", 8, "E309"),
        ("logo: logo.svg", "logo: lego.svg", 8, "E308"),
        ("colour: #264A6E", "colour: navy", 9, "E103"),
        ("country: US", "country: America", 3, "E103"),
        ("phone: (555) 0142", "phone: call us", 4, "E103"),
        ("web: https", "web: http", 6, "E103"),
        ("back?a=1", f"back?a={'1' * 300}", 6, "E320"),
        ("name: Example Clinic", "name: {{ clinic.name }}", 2, "E109"),
        ("---\n", "---\nHours: never\n", 2, "E101"),
    ],
)
def test_mistakes_in_a_clinic_file(content: Path, old: str, new: str, line: int, code: str) -> None:
    (content / "clinics/example.md").write_text(CLINIC.replace(old, new, 1))
    assert said(content) == [f"content/clinics/example.md:{line} {code}"]


def test_a_clinic_file_has_no_text_below_its_front_matter(content: Path) -> None:
    (content / "clinics/example.md").write_text(CLINIC + "\nWe are nice.\n")
    assert said(content) == ["content/clinics/example.md:12 E110"]


def test_a_name_is_shown_from_the_working_folder_or_whole(content: Path, tmp_path: Path) -> None:
    assert shown_path(content / "a.md") == "content/a.md"
    assert shown_path(tmp_path.parent / "a.md") == (tmp_path.parent / "a.md").as_posix()


def test_folders_named_like_files_are_told(content: Path) -> None:
    (content / "sources/folder.md").mkdir()
    assert said(content) == ["content/sources/folder.md E008"]


def test_a_repeated_term_that_is_never_closed_has_a_place(content: Path) -> None:
    (content / "glossary/en.md").write_text(TERM + TERM.removesuffix("\n:::\n"))
    _, _, problems, _ = read_library(content, "en")
    repeated = next(problem for problem in problems if problem.code == "E312")
    assert repeated.span.end - repeated.span.start == len(":::term MRI scan")


def test_what_is_no_file_of_the_library_is_not_opened(content: Path) -> None:
    (content / "loop.md").symlink_to("loop.md")
    (content / "out.md").symlink_to("/etc/hostname")
    (content / "gone.md").symlink_to("nowhere.md")
    os.mkfifo(content / "pipe.md")
    for name, says in {
        "loop.md": "itself",
        "out.md": "out of the library",
        "gone.md": "not a file",
        "pipe.md": "not a file",
        "clinics": "not a file",
    }.items():
        problem = file_bytes(content / name, content)
        assert isinstance(problem, Problem)
        assert problem.span.path == f"content/{name}"
        assert says in problem.message
