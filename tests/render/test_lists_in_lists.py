"""Lists four deep, as files: valid PDF/UA-1, every word read in order, a valid page."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from careleaf.engine import Job, build
from tests.tools import stress, tags, vnu, words
from tests.tools.outside import CHECKOUT
from tests.tools.verapdf import verdict


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The handout and the notes pages of a topic of long lists, and its page."""
    root = tmp_path_factory.mktemp("lists") / "content"
    shutil.copytree(CHECKOUT / "content", root)
    (root / "topics" / "lists").mkdir()
    (root / "topics" / "lists" / "en.md").write_text(stress.lists_in_lists(), encoding="utf-8")
    job = Job(
        topics=("lists",),
        content=root,
        formats=("pdf", "notes-pages", "html"),
        output=root.parent,
    )
    result = build(job)
    assert result.problems == ()
    return {output.path.name: output.path for output in result.outputs}


@pytest.mark.needs("verapdf")
@pytest.mark.parametrize("name", ["lists-en.pdf", "lists-en-notes.pdf"])
def test_no_rule_of_pdf_ua_fails(name: str, files: Mapping[str, Path]) -> None:
    found = verdict(files[name])
    assert [str(rule) for rule in found.failed] == []
    assert found.passed_rules == 106
    assert tags.faults(files[name]) == []


def test_every_word_of_the_handout_is_read_in_order(files: Mapping[str, Path]) -> None:
    handout = files["lists-en.pdf"]
    rest = iter(words.tokens(words.by_pdfium(handout)))
    assert [said for said in words.tokens(tags.said(handout)) if said not in rest] == []


@pytest.mark.needs("vnu")
def test_the_page_is_valid(files: Mapping[str, Path]) -> None:
    assert vnu.validate(files["lists-en.html"]) == []


def test_the_tree_of_the_handout_is_four_lists_deep(files: Mapping[str, Path]) -> None:
    depths = [
        (len(line) - len(line.lstrip())) // 2
        for line in tags.tree(files["lists-en.pdf"]).splitlines()
        if line.lstrip().startswith("L ListNumbering")
    ]
    assert max(depths) - min(depths) == 3 * 3
