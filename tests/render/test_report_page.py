"""The page that a check writes, in a person's browser: whole, on any screen, on paper, with no
barrier."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from careleaf.engine import Job, check
from careleaf.engine.content import bundled_library
from careleaf.engine.report import report_of, write_report
from tests.tools import browser, vnu, words

TOPIC = "first-days-of-back-pain"
TODAY = date(2026, 11, 26)


@pytest.fixture(scope="module", params=["one", "all"])
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of one topic in two languages with mistakes, open; or of all there are, folded up. A long
    word and a line from the right are among what is quoted."""
    folder = tmp_path_factory.mktemp("report")
    content = folder / "content"
    shutil.copytree(bundled_library(), content)
    topic = content / "topics" / TOPIC / "en.md"
    long = "non" * 40
    text = topic.read_text("utf-8").replace("Use a mat", f"You can utilize {long} 12% of patients")
    topic.write_text(text.replace("firm bed.", "[[nosuch]]."), "utf-8")
    arabic = content / "topics" / "low-back-and-hip-pain" / "ar.po"
    arabic.write_text(arabic.read_text("utf-8").replace("65", "75"), "utf-8")
    one = request.param == "one"
    job = Job(
        topics=(TOPIC,) if one else (),
        languages=("en",) if one else (),
        formats=(),
        content=content,
        today=TODAY,
    )
    made = report_of(check(job), job)
    assert made.errors
    path = folder / "report.html"
    write_report(made, {path: "html"})
    return path


@pytest.mark.needs("vnu")
def test_the_html_checker_finds_nothing(report: Path) -> None:
    assert vnu.validate(report) == []


@pytest.mark.needs("axe")
@pytest.mark.parametrize("width", [browser.DESKTOP, browser.PHONE])
def test_axe_finds_no_barrier(report: Path, width: int) -> None:
    assert browser.violations(report, width=width) == []


@pytest.mark.needs("playwright")
@pytest.mark.parametrize("width", [browser.DESKTOP, 768, 640, browser.PHONE])
def test_nothing_sticks_out_and_nothing_is_fetched(report: Path, width: int) -> None:
    seen = browser.view(report, width=width)
    assert seen.sideways == 0
    assert seen.sticks_out == ()
    assert seen.requests == ()
    assert seen.console == ()
    assert seen.smallest >= 14


@pytest.mark.needs("playwright")
def test_a_report_on_paper_is_whole(report: Path, tmp_path: Path) -> None:
    """What is folded up on the screen is open on paper: all the words of the file are there."""
    on_paper = browser.printed(report, tmp_path / "report.pdf")
    printed = Counter(words.tokens(" ".join(words.pages_by_pdfium(on_paper))))
    for section in ("Hardest sentences", "Longest words", "Lexical density"):
        wanted = Counter(words.tokens(section))
        assert not wanted - printed, section
    shown = Counter(words.tokens(browser.view(report).main))
    lost = shown - printed
    assert lost.total() <= shown.total() * 0.03, lost
