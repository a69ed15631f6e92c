"""Several languages in one command: a check sees them all, and a build says what is not there."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from careleaf.cli import main
from careleaf.engine.content import bundled_library

TOPIC = "first-days-of-back-pain"


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(bundled_library(), tmp_path / "content")
    return tmp_path / "content"


def damage(library: Path, *codes: str) -> None:
    """Another age in each of the translations."""
    for code in codes:
        path = library / "topics" / TOPIC / f"{code}.po"
        lines = path.read_text("utf-8").split("\n")
        (at,) = (n for n, line in enumerate(lines) if "msgstr" in line and "65" in line)
        lines[at] = lines[at].replace("65", "75")
        path.write_text("\n".join(lines), "utf-8")


@pytest.mark.parametrize("words", [[], [TOPIC]])
def test_a_check_looks_at_every_translation(
    library: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", *words, "--quiet"]) == 0
    damage(library, "es", "zh-Hans")
    assert main(["check", *words]) == 1
    said = capsys.readouterr().out
    assert said.count("E704") == 2
    assert f"content/topics/{TOPIC}/es.po:" in said
    assert f"content/topics/{TOPIC}/zh-Hans.po:" in said
    assert main(["check", *words, "--lang", "en", "--quiet"]) == 0


def test_one_mistake_of_the_source_is_told_once(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = library / "topics" / TOPIC / "en.md"
    path.write_text(path.read_text().replace("icd10: ", "icd10: 999, "))
    assert main(["check", TOPIC]) == 1
    assert capsys.readouterr().out.count("E505") == 1


def test_a_clinic_without_a_translation_does_not_spoil_those_that_have_one(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(library / "clinics/example.md", library / "clinics/other.md")
    assert main(["check", TOPIC, "--quiet"]) == 0
    assert main(["check", TOPIC, "--clinic", "other"]) == 1
    assert "E710 'other' says" in capsys.readouterr().out


def test_a_programme_is_checked_in_its_own_language(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = library / "programmes/back-school.md"
    path.write_text(path.read_text().replace("version:", "language: es\nversion:"))
    assert main(["check", "--programme", "back-school", "--quiet"]) == 0
    path.write_text(path.read_text().replace("language: es", "language: fr"))
    assert main(["check", "--quiet"]) == 1
    assert "back-school.md" in capsys.readouterr().out


def test_a_build_says_what_is_not_there_in_a_language(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert library.is_dir()
    build = ["build", "--lang", "es", "--lang", "hi", "--to", "html"]
    assert main(build) == 0
    assert "low-back-and-hip-pain: not there in 'hi'" in capsys.readouterr().err
    assert main([*build, "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["not-there"] == [{"topic": "low-back-and-hip-pain", "language": "hi"}]
    assert main(["build", TOPIC, "--lang", "es", "--lang", "hi", "--to", "html"]) == 0
    assert "not there" not in capsys.readouterr().err


def half_done(path: Path) -> None:
    """Every second translation is taken out again."""
    entries = path.read_text("utf-8").split("\n\n")
    for place in range(1, len(entries), 2):
        entries[place] = re.sub(r"^msgstr .*", 'msgstr ""', entries[place], flags=re.M | re.S)
    path.write_text("\n\n".join(entries) + "\n", "utf-8")


def damaged(path: Path) -> None:
    path.write_bytes(b"no catalogue \xff")


@pytest.mark.parametrize("spoil", [half_done, damaged])
def test_translations_in_whatever_state_do_not_fail_their_source(
    library: Path, capsys: pytest.CaptureFixture[str], spoil: Callable[[Path], None]
) -> None:
    """Of a topic, the glossary and a clinic. Whoever asks about all languages, or this one, is
    told."""
    for name in (f"topics/{TOPIC}/es.po", "glossary/es.po", "clinics/example.es.po"):
        spoil(library / name)
    for words in ([], [TOPIC], ["--clinic", "example"]):
        assert main(["check", "--lang", "en", "--report", "check.json", *words]) == 0
    assert json.loads(Path("check.json").read_text())["errors"] == 0
    assert main(["build", TOPIC, "--to", "html", "--quiet"]) == 0
    capsys.readouterr()
    for words in ([], ["--lang", "es"]):
        assert main(["check", "--quiet", *words]) == 1
        said = capsys.readouterr().out
        assert f"content/topics/{TOPIC}/" in said
        assert "content/glossary/e" in said


def test_a_file_for_translators_that_nobody_has_begun_is_told_of_and_fails_its_language_alone(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["translate", "export", TOPIC, "--lang", "fr"]) == 0
    assert main(["check", "--lang", "en", "--quiet"]) == 0
    assert main(["check", "--lang", "es", "--quiet"]) == 0
    capsys.readouterr()
    assert main(["check", "--quiet"]) == 1
    assert f"content/topics/{TOPIC}/fr.po:" in capsys.readouterr().out
