"""What a check found in; one report out, as data and as files of three kinds."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema_rs
import pytest
from msgspec.structs import replace

from careleaf.cli import main
from careleaf.engine import Job, check
from careleaf.engine.content import bundled_library
from careleaf.engine.report import report_of
from careleaf.model.report import Report, Spot
from careleaf.problem_codes import CHECK_ALONE, MEANINGS
from careleaf.theme import default_theme
from careleaf.write.report import KINDS, write
from tests.tools.outside import path_of
from tests.tools.reviews import SOMEBODY, signed

TOPIC = "first-days-of-back-pain"
TODAY = date(2026, 11, 26)
FILE = f"content/topics/{TOPIC}/en.md"
LINE = 1 + next(
    number
    for number, line in enumerate(
        (bundled_library() / "topics" / TOPIC / "en.md").read_text("utf-8").split("\n")
    )
    if line.startswith("Use a mat")
)
"""Of the words that these tests put others for."""


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A writable copy of the content folder, with the working folder beside it."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(bundled_library(), tmp_path / "content")
    return tmp_path / "content"


def damage(library: Path) -> None:
    """One error, and one word with a plainer one that fits anywhere."""
    path = library / "topics" / TOPIC / "en.md"
    text = path.read_text("utf-8").replace("Use a mat", "You can utilize a mat")
    path.write_text(text.replace("or a firm bed.", "or a <b>firm</b> [[nosuch]]."), "utf-8")


def told(*words: str) -> Report:
    """The report on the English topic, or on what is asked for."""
    job = Job(topics=words or (TOPIC,), languages=("en",), formats=(), today=TODAY)
    return report_of(check(job), job)


def test_a_problem_has_its_place_line_hint_and_fix(library: Path) -> None:
    damage(library)
    report = told()
    assert (report.errors, report.warnings) == (3, 1)
    word = next(one for one in report.problems if one.code == "W524")
    assert word.at == Spot(file=FILE, line=LINE, column=9, end_line=LINE, end_column=16)
    assert word.excerpt is not None
    assert word.excerpt.marked == "utilize"
    assert word.excerpt.line.startswith("You can utilize a mat or a <b>")
    assert word.hint == "say: use"
    assert word.fix is not None
    assert (word.fix.old, word.fix.new, word.fix.safe) == ("utilize", "use", True)
    assert word.fix.at == word.at


def test_a_fix_may_be_a_part_of_the_place_of_its_problem(library: Path) -> None:
    path = library / "topics" / TOPIC / "en.md"
    text = path.read_text("utf-8").replace("Use a mat", "Use a [[nsaid-]] or [[NSAIDD]] mat")
    path.write_text(text, "utf-8")
    found = [one for one in told().problems if one.code == "E301" and one.fix]
    assert found
    for one in found:
        assert one.fix is not None
        line = path.read_text("utf-8").split("\n")[LINE - 1]
        assert one.fix.at.column is not None
        assert one.at.column is not None
        start = one.fix.at.column - 1
        assert line[start : start + len(one.fix.old)] == one.fix.old
        assert one.fix.at.column >= one.at.column


def test_a_topic_has_its_grades_by_section(library: Path) -> None:
    (topic,) = told().topics
    assert [(one.key, one.goal, one.met) for one in topic.readings] == [
        ("flesch-kincaid", 6.0, True),
        ("smog", 8.0, True),
        ("coleman-liau", None, None),
    ]
    assert topic.sections[0].name == "The first days"
    assert topic.sections[0].met == (True, True, None)
    assert sum(one.words for one in topic.sections) <= (topic.whole.words if topic.whole else 0)
    assert topic.hard_sentences[0].at.file == FILE


def test_languages_of_a_topic_stand_together_and_none_without_a_formula_has_a_grade(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    job = Job(languages=("en", "ar"), formats=(), today=TODAY)
    report = report_of(check(job), job)
    assert [(one.id, one.language, bool(one.readings)) for one in report.topics] == [
        (TOPIC, "en", True),
        (TOPIC, "ar", False),
        ("low-back-and-hip-pain", "en", True),
        ("low-back-and-hip-pain", "ar", False),
        ("back-school", "en", False),
    ]
    assert report.topics[-1].kind == "programme"
    assert report.bundled


def test_a_topic_that_cannot_be_read_is_told_of_all_the_same(library: Path) -> None:
    path = library / "topics" / TOPIC / "en.md"
    path.unlink()
    path.mkdir()
    (topic,) = told().topics
    assert (topic.read, topic.title, topic.readings) == (False, TOPIC, ())
    assert topic.errors == 1
    assert "It could not be read" in page(told())


def page(report: Report) -> str:
    return write(report, "html", default_theme()).decode("utf-8")


def shown(html: str) -> str:
    """The words of a page, without its style and marks."""
    body = re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


def test_no_grade_on_the_page_is_below_the_first_of_a_school(library: Path) -> None:
    report = told()
    (topic,) = report.topics
    easy = [replace(topic.readings[0], score=-1.4), *topic.readings[1:]]
    section = replace(topic.sections[0], scores=(-0.9, 3.0, 3.0))
    changed = replace(topic, readings=tuple(easy), sections=(section, *topic.sections[1:]))
    html = shown(page(replace(report, topics=(changed,))))
    assert "Flesch-Kincaid under 1" in html
    assert re.search(r"\bThe first days( [0-9]+)? under 1 ", html)
    assert "\u22121.4" not in html and "\u22120.9" not in html


def test_the_page_says_every_problem_with_carets_hint_and_fix(library: Path) -> None:
    damage(library)
    html = page(told())
    assert "<code>You can <mark>utilize</mark> a mat or a &lt;b&gt;firm" in html
    assert f'aria-hidden="true">{" " * 8}^^^^^^^</span></pre>' in html
    words = shown(html)
    assert "3 errors, 1 warning" in words
    assert f"Warning W524 'utilize': A shorter word says the same Line {LINE}, column 9" in words
    assert "Change utilize to use . It fits anywhere: --fix does it." in words
    for one in told().problems:
        assert one.message in words
        assert one.hint in words


def test_the_page_is_alone_and_what_it_quotes_is_no_markup(library: Path) -> None:
    damage(library)
    html = page(told())
    assert "<b>firm" not in html
    assert not re.search(r"<script|<link|<img|https?://", html)
    assert "default-src 'none'" in unescape(html)


def test_many_topics_are_folded_up_and_each_is_led_to(library: Path) -> None:
    for number in range(9):
        shutil.copytree(library / "topics" / TOPIC, library / "topics" / f"topic-{number}")
    job = Job(languages=("en",), formats=(), today=TODAY)
    html = page(report_of(check(job), job))
    assert html.count('<details class="topic"') == 11
    targets = re.findall(r'href="#(topic-\d+)"', html)
    assert len(targets) == 11
    assert all(f'id="{target}"' in html for target in targets)


def test_a_rating_shows_its_items_what_was_seen_and_what_to_do(library: Path) -> None:
    (library / "checks.md").write_text("---\ncdc: 90\n---\n")
    (topic,) = told().topics
    assert [one.key for one in topic.ratings] == [
        "pemat-understandability",
        "pemat-actionability",
        "cdc",
    ]
    assert [len(one.items) for one in topic.ratings] == [17, 7, 20]
    assert [one.goal for one in topic.ratings] == [None, None, 90.0]
    words = shown(page(told()))
    for rating in topic.ratings:
        assert f"{rating.name}: {rating.percent:g} of 100" in words
        for item in rating.items:
            assert f"{item.key.rpartition('-')[2]} {item.says}" in words
            assert item.advice in words
            assert all(" ".join(one.words.split()) in words for one in item.evidence)
            assert all(one.at.line for one in item.evidence)
    assert "They are no official scores" in words
    assert "The goal is 90 or more" in words


def test_the_page_says_whether_a_clinician_has_signed(library: Path) -> None:
    """Until when, and what has changed since; a register's number is told nowhere."""
    assert "Draft: not yet reviewed by a clinician" in shown(page(told()))
    signed(library, TOPIC, on=TODAY, until=date(2028, 3, 1))
    words = shown(page(told()))
    assert "Reviewed by A. Example, Physical therapist, until March 1, 2028" in words
    job = Job(topics=(TOPIC,), languages=("en",), formats=(), today=date(2028, 3, 2))
    late = report_of(check(job), job)
    assert "Review overdue A. Example, Physical therapist, until March 1" in shown(page(late))
    path = library / "topics" / TOPIC / "en.md"
    path.write_text(path.read_text("utf-8").replace("Walk 5 to 10", "Walk 5 to 15"), "utf-8")
    report = told()
    words = shown(page(report))
    assert "Draft: not yet reviewed by a clinician A. Example, Physical therapist signed" in words
    assert report.topics[0].review.changed
    assert all(one in words for one in report.topics[0].review.changed)
    for kind in KINDS:
        assert SOMEBODY.registration not in write(report, kind, default_theme()).decode()


def test_a_translation_is_not_rated_again(library: Path) -> None:
    job = Job(topics=(TOPIC,), languages=("es",), formats=(), today=TODAY)
    (topic,) = report_of(check(job), job).topics
    assert topic.ratings == ()


def test_the_json_is_the_report(library: Path) -> None:
    damage(library)
    data = json.loads(write(told(), "json", default_theme()))
    assert data["day"] == "2026-11-26"
    assert data["topics"][0]["hard-sentences"][0]["at"]["endColumn"] > 1
    word = next(one for one in data["problems"] if one["code"] == "W524")
    assert word["severity"] == "warning"
    assert (word["fix"]["old"], word["fix"]["new"], word["fix"]["safe"]) == ("utilize", "use", True)
    assert word["fix"]["at"] == word["at"]


def sarif(report: Report) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(write(report, "sarif", default_theme()))
    return log


def test_sarif_has_a_rule_with_help_for_every_code(library: Path) -> None:
    driver = sarif(told())["runs"][0]["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == list(MEANINGS)
    hard = next(rule for rule in driver["rules"] if rule["id"] == "W524")
    assert hard["shortDescription"]["text"] == "A word that has a plainer one."
    assert hard["help"]["text"].startswith("A word that has a plainer one. A warning")
    assert hard["defaultConfiguration"] == {"level": "warning"}
    stops = {rule["id"] for rule in driver["rules"] if "An error: it stops" in rule["help"]["text"]}
    assert stops == {code for code in MEANINGS if code.startswith("E")} - CHECK_ALONE


def test_a_sarif_fix_put_into_the_file_is_what_fix_would_write(library: Path) -> None:
    """Its columns count code points: two signs beyond the first 65,536 stand before the word."""
    path = library / "topics" / TOPIC / "en.md"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("Use a mat", "\U0001d44e\U0001d44e You can utilize a mat"), "utf-8"
    )
    run = sarif(told())["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    result = next(one for one in run["results"] if one["ruleId"] == "W524")
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "W524"
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["artifactLocation"]["uri"] == FILE
    (swap,) = change["replacements"]
    lines = path.read_text("utf-8").split("\n")
    region = swap["deletedRegion"]
    line = lines[region["startLine"] - 1]
    mended = (
        line[: region["startColumn"] - 1]
        + swap["insertedContent"]["text"]
        + line[region["endColumn"] - 1 :]
    )
    assert mended.startswith("\U0001d44e\U0001d44e You can use a mat or a firm bed.")


@pytest.mark.needs("sarif-schema")
def test_sarif_keeps_to_the_schema_of_the_standard(library: Path) -> None:
    """With a fix, with a file that was not read, and with nothing to tell."""
    schema = json.loads(path_of("sarif-schema").read_text(encoding="utf-8"))
    # Its pattern for a language, which we do not write, has a bracket too many for a strict reader.
    for part in ("run", "toolComponent"):
        schema["definitions"][part]["properties"]["language"].pop("pattern")
    validator = jsonschema_rs.validator_for(schema)
    assert [*validator.iter_errors(sarif(told()))] == []
    damage(library)
    log = sarif(told())
    assert [*validator.iter_errors(log)] == []
    assert any("fixes" in one for one in log["runs"][0]["results"])
    path = library / "topics" / TOPIC / "en.md"
    path.unlink()
    path.mkdir()
    log = sarif(told())
    assert [*validator.iter_errors(log)] == []
    assert "region" not in log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]


def test_a_fingerprint_stays_when_its_line_moves(library: Path) -> None:
    damage(library)

    def prints() -> dict[str, str]:
        results = sarif(told())["runs"][0]["results"]
        return {
            one["message"]["text"]: one["partialFingerprints"]["careleafProblem/v1"]
            for one in results
        }

    before = prints()
    path = library / "topics" / TOPIC / "en.md"
    path.write_text(path.read_text("utf-8").replace("# The first", "\n\n# The first", 1), "utf-8")
    assert prints() == before
    assert len(set(before.values())) == len(before)


def test_a_path_is_a_uri(tmp_path: Path, library: Path) -> None:
    elsewhere = tmp_path / "ein Ordner ü"
    shutil.copytree(library, elsewhere)
    damage(elsewhere)
    job = Job(
        topics=(TOPIC,), languages=("en",), formats=(), content=Path("ein Ordner ü"), today=TODAY
    )
    run = sarif(report_of(check(job), job))["runs"][0]
    uri = run["artifacts"][0]["location"]["uri"]
    assert uri.startswith("ein%20Ordner%20%C3%BC/topics/")
    assert Path(unquote(uri)).is_file()


@pytest.mark.parametrize("kind", ["html", "json", "sarif"])
def test_the_same_report_has_the_same_bytes(library: Path, kind: Any) -> None:
    damage(library)
    assert write(told(), kind, default_theme()) == write(told(), kind, default_theme())


def test_the_command_writes_what_it_is_asked_for_and_says_how_it_went(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = ["a.html", "deep/b.json", "c.SARIF"]
    words = [word for file in files for word in ("--report", file)]
    assert main(["check", TOPIC, "--lang", "en", *words]) == 0
    assert capsys.readouterr().out.endswith("wrote a.html\nwrote deep/b.json\nwrote c.SARIF\n")
    assert all(Path(file).stat().st_size > 1000 for file in files)
    damage(library)
    assert main(["check", TOPIC, "--lang", "en", "--format", "json", *words]) == 1
    assert len(json.loads(capsys.readouterr().out)["problems"]) == 4
    assert json.loads(Path("deep/b.json").read_text())["errors"] == 3


def test_a_report_that_cannot_be_is_refused_before_anything_is_looked_at(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damage(library)
    assert main(["check", TOPIC, "--report", "a.html", "--report", "a.pdf"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "'a.pdf' does not end in .html, .json or .sarif" in said.err
    assert main(["check", TOPIC, "--report", ".html"]) == 2
    said = capsys.readouterr()
    assert "'.html' has no name before its ending" in said.err
    assert "report.html" in said.err
    assert not Path("a.html").exists()


def test_a_report_that_cannot_be_written_is_the_machine(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("file").write_text("")
    assert main(["check", TOPIC, "--lang", "en", "--report", "file/a.html"]) == 3
    assert "cannot write in file" in capsys.readouterr().err
    Path("there.html").mkdir()
    assert main(["check", TOPIC, "--lang", "en", "--report", "there.html"]) == 3
    assert not [path for path in Path().iterdir() if path.suffix == ".part"]
